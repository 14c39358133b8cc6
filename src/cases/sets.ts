import { type Assessor, compile } from '../assess/index.ts';
import {
  type Choice,
  type CriteriaSet,
  type CriteriaSource,
  type Reading,
  resolveReadings,
} from '../criteria/index.ts';
import type { Issue } from '../messages/index.ts';
import type { ChosenReading } from './cases.ts';
import { requireSets } from './require.ts';

/** What cases are run against: a criteria set, and the one below it where its figures are made from units below. */
export interface Sets {
  readonly source: CriteriaSource;
  readonly below: CriteriaSource | null;
}

/** The sets under one choice of readings, ready to assess. */
export interface Compiled {
  readonly own: Assessor;
  readonly below: Assessor | null;
}

/** Sets by choice of readings; each is compiled once. */
export interface CompiledSets {
  readonly under: (readings: readonly ChosenReading[]) => Compiled | readonly Issue[];
}

/** Compiles sets as cases ask for them. A reading belongs to the set that has it; those below decide what is rolled up. */
export function compiledSets(sets: Sets): CompiledSets {
  requireSets(sets);
  const { source, below } = sets;
  const ownAssessor = assessorsOf(source);
  const lowerAssessor = below === null ? null : assessorsOf(below);
  return {
    under: (readings) => {
      const own = ownAssessor(choiceFor(source.readings, readings));
      const lower =
        lowerAssessor === null || below === null ? null : lowerAssessor(choiceFor(below.readings, readings));
      if ('issues' in own) return own.issues;
      if (lower === null) return { own, below: null };
      return 'issues' in lower ? lower.issues : { own, below: lower };
    },
  };
}

/** The set as it stands when every reading has its default. */
export function defaultSet(source: CriteriaSource): CriteriaSet {
  const resolved = resolveReadings(source);
  if (!resolved.ok) throw new RangeError('a criteria source is sound under its defaults');
  return resolved.value;
}

interface Refused {
  readonly issues: readonly Issue[];
}

function assessorsOf(source: CriteriaSource): (choice: Choice) => Assessor | Refused {
  const known = new Map<string, Assessor | Refused>();
  return (choice) => {
    const key = JSON.stringify(choice);
    const before = known.get(key);
    if (before !== undefined) return before;
    const resolved = resolveReadings(source, choice);
    const made = resolved.ok ? compile(resolved.value) : { issues: resolved.issues };
    known.set(key, made);
    return made;
  };
}

/** The options of a choice that belong to a set, in the order of the set. */
function choiceFor(own: ReadonlyMap<string, Reading>, readings: readonly ChosenReading[]): Choice {
  const chosen = new Map(readings.map(({ reading, option }) => [reading.name, option.name]));
  return Object.fromEntries(
    [...own.values()].map((reading) => [reading.id, chosen.get(reading.id) ?? reading.default]),
  );
}
