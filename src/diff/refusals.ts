import type { Assessments } from '../assess/index.ts';
import type { Indicator } from '../criteria/index.ts';
import { boundText, type Dataset } from '../data/index.ts';
import { numberAt, type Column } from '../formula/index.ts';
import { type Issue, issue, withoutRepeats } from '../messages/index.ts';
import { compare, equal, type Rational } from '../number/index.ts';

/*
 * Data are read as far as either set takes them; both must call them sound, as each would if it stood alone.
 */

/** A column under its id in the set. */
interface Seen {
  readonly column: Column;
  /** What it was read as. */
  readonly as: Indicator;
  readonly own: Indicator;
}

/** The figures of a column that were let through when it was read, and that a set does not allow. */
export function outsideBounds({ column, as, own }: Seen, { rows, positionOf }: Dataset): readonly Issue[] {
  const isNarrower = !equal(as.min, own.min) || !isSameBound(as.max, own.max);
  if (column.kind !== 'number' || !isNarrower) return [];
  return Array.from({ length: rows }, (_, row) => row).flatMap((row): readonly Issue[] => {
    const value = numberAt(column, row);
    if (value === null) return [];
    const details = { position: positionOf(row, as.id), received: boundText(own, value) };
    const header = as.id;
    if (compare(value, own.min) < 0)
      return [issue('data/below-minimum', { header, minimum: boundText(own, own.min) }, details)];
    return own.max !== null && compare(value, own.max) > 0
      ? [issue('data/above-maximum', { header, maximum: boundText(own, own.max) }, details)]
      : [];
  });
}

function isSameBound(a: Rational | null, b: Rational | null): boolean {
  return a === null || b === null ? a === b : equal(a, b);
}

/** What is wrong with the data by either set; first which of the two does not take what the other takes. */
export function issuesOfBoth(before: Assessments, after: Assessments): readonly Issue[] {
  const sides = [before, after];
  const errors = sides.map(({ issues }) => issues.filter(({ severity }) => severity === 'error').map(keyOf));
  const refusing = sides.flatMap(({ program }, side): readonly Issue[] => {
    const others = new Set(errors[1 - side]);
    const isAlone = errors[side]?.some((key) => !others.has(key)) === true;
    return isAlone ? [issue('data/refused-by', { set: program.set.id })] : [];
  });
  return withoutRepeats([...refusing, ...before.issues, ...after.issues]);
}

function keyOf(found: Issue): string {
  return JSON.stringify(found);
}
