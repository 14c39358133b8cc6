import { type Assessments, compile } from '../assess/index.ts';
import { type Choice, type CriteriaSource, type Reading, resolveReadings } from '../criteria/index.ts';
import type { Dataset } from '../data/index.ts';
import type { Issue, Result } from '../messages/index.ts';
import { compareAssessments, type SideBySide } from './compare.ts';

/** Up to so many combinations of readings are all tried. */
const MOST_COMBINATIONS = 16;

/** The same units under other readings than the chosen ones. */
export interface ReadingVariant {
  /** The option of every reading. */
  readonly choice: Choice;
  /** The readings that are not as chosen. */
  readonly differs: readonly string[];
  /** From the chosen readings to these. */
  readonly comparison: SideBySide;
}

/**
 * The choices to hold against the one that was made: every combination of options while there are at most sixteen, else
 * every other option of one reading at a time.
 *
 * @param readings The readings of a set.
 * @param chosen The option of every reading.
 * @returns Each with the option of every reading; those that differ in fewer readings first.
 */
export function otherChoices(readings: ReadonlyMap<string, Reading>, chosen: Choice): readonly Choice[] {
  const all = [...readings.values()];
  const total = all.reduce((product, { options }) => product * options.size, 1);
  const others = ({ id, options }: Reading): readonly string[] =>
    [...options.keys()].filter((option) => option !== chosen[id]);
  if (total > MOST_COMBINATIONS)
    return all.flatMap((reading) => others(reading).map((option) => ({ ...chosen, [reading.id]: option })));
  const combined = all.reduce<readonly Choice[]>(
    (made, reading) =>
      made.flatMap((choice) => [choice, ...others(reading).map((option) => ({ ...choice, [reading.id]: option }))]),
    [chosen],
  );
  return combined
    .filter((choice) => readingsApart(choice, chosen).length > 0)
    .toSorted((a, b) => readingsApart(a, chosen).length - readingsApart(b, chosen).length);
}

/** The readings in which two choices differ. */
function readingsApart(one: Choice, other: Choice): readonly string[] {
  return Object.keys(one).filter((reading) => one[reading] !== other[reading]);
}

/** The units under the chosen readings and under others, side by side. */
export function readingVariant(chosen: Assessments, other: Assessments, rows?: readonly number[]): ReadingVariant {
  const choice = other.program.set.chosen;
  const side = rows === undefined ? {} : { rows };
  return {
    choice,
    differs: readingsApart(choice, chosen.program.set.chosen),
    comparison: compareAssessments(chosen, other, { pairBy: 'code-and-period', before: side, after: side }),
  };
}

/**
 * Assesses the same data under the chosen readings and under every other.
 *
 * @param source The criteria with their readings open.
 * @param dataset The data, read for this set.
 * @param choice The chosen options; a reading not named has its default.
 * @returns A comparison for each other choice; choices whose options are at odds are left out.
 * @example compareReadings(source, dataset).value.length // 0
 */
export function compareReadings(
  source: CriteriaSource,
  dataset: Dataset,
  choice: Choice = {},
): Result<readonly ReadingVariant[]> {
  const set = resolveReadings(source, choice);
  if (!set.ok) return set;
  const chosen = compile(set.value).assess(dataset);
  const issues: Issue[] = [...set.issues];
  const variants = otherChoices(source.readings, set.value.chosen).flatMap((other) => {
    const resolved = resolveReadings(source, other);
    return resolved.ok ? [readingVariant(chosen, compile(resolved.value).assess(dataset))] : [];
  });
  return { ok: true, value: variants, issues };
}
