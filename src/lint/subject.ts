import { compile, type Program } from '../assess/index.ts';
import { type CriteriaSet, type CriteriaSource, resolveReadings } from '../criteria/index.ts';
import { createProver, type Prover } from '../prove/index.ts';

/** What stands around a set: lint itself reads no file. */
export interface LintContext {
  /** The file as parsed, for places and readings. */
  readonly source: CriteriaSource;
  /** The other versions of the family that are at hand. */
  readonly versions: readonly CriteriaSet[];
  /** The sets that roll this one up. */
  readonly above: readonly CriteriaSet[];
  /** Whether cases lie beside the file; `null` when nobody looked. */
  readonly hasCases: boolean | null;
}

/** A set as the rules look at it. */
export interface Subject extends LintContext {
  readonly set: CriteriaSet;
  /** The set under each other option of each reading, one option changed at a time. */
  readonly variants: readonly Variant[];
  readonly program: Program;
  readonly prover: Prover;
}

export interface Variant {
  readonly reading: string;
  readonly option: string;
  readonly set: CriteriaSet;
}

/** Makes ready what the rules share. */
export function createSubject(set: CriteriaSet, context: LintContext): Subject {
  const { program } = compile(set);
  return { ...context, set, variants: variantsOf(set, context.source), program, prover: createProver(program) };
}

function variantsOf(set: CriteriaSet, source: CriteriaSource): readonly Variant[] {
  return [...source.readings.values()].flatMap((reading) =>
    [...reading.options.keys()].flatMap((option) => {
      if (option === set.chosen[reading.id]) return [];
      const resolved = resolveReadings(source, { ...set.chosen, [reading.id]: option });
      return resolved.ok ? [{ reading: reading.id, option, set: resolved.value }] : [];
    }),
  );
}
