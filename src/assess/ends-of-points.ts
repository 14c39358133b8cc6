import type { Fraction, Requirement } from '../algebra/index.ts';
import { add, divide, integer, min, type Rational, subtract } from '../number/index.ts';
import type { Interval } from './earned.ts';
import type { Program } from './program.ts';
import { aboveValue, type Region, scoreRange } from './score-range.ts';
import type { Unit } from './unit.ts';

/** Points that hang on missing cells: a fraction in these, and where it lies for sure. */
export type OpenPoints = NonNullable<ReturnType<Unit['pointsOf']>>;

/** A fraction in missing cells, and where it lies. */
export interface Ranged {
  readonly fraction: Fraction;
  readonly range: Interval;
  /** Whether both ends are reached: else they are near enough, or it is not known how near it comes. */
  readonly isReached: boolean;
}

/**
 * Where points lie as far as some answers leave it open.
 *
 * @param near See {@link nearnessOf}.
 */
export function rangeOf({ fraction, bounds }: OpenPoints, region: Region, near: Rational | null): Ranged {
  const exact = scoreRange({ round: null }, fraction, bounds, region);
  if (exact !== null) return { fraction, range: exact, isReached: true };
  const round = near === null ? null : { to: near, mode: 'down' as const };
  const nearly = round === null ? null : scoreRange({ round }, fraction, bounds, region);
  const range =
    nearly === null || near === null ? bounds : { least: nearly.least, most: min(add(nearly.most, near), bounds.most) };
  return { fraction, range, isReached: false };
}

/** What missing cells must meet for a fraction to be at an end of its range, or near it. */
export function atEnd(
  { fraction, range, isReached }: Ranged,
  end: keyof Interval,
  near: Rational | null,
): Requirement[] {
  if (isReached) return [above(fraction, range[end], 0)];
  if (near === null) return [];
  const far = add(near, near);
  return [end === 'least' ? above(fraction, add(range.least, far), -1) : above(fraction, subtract(range.most, far), 1)];
}

/** How near points come to an end that they do not reach, so that they are rounded to it; `null` where none are rounded. */
export function nearnessOf({ sheet }: Program): Rational | null {
  const round = sheet?.round ?? null;
  return round === null ? null : divide(round.to, integer(10_000n));
}

/** That a fraction lies so to a value. */
function above(fraction: Fraction, value: Rational, sign: Requirement['sign']): Requirement {
  return { polynomial: aboveValue(fraction, value), sign };
}
