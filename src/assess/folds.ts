import type { CellBounds } from '../data/index.ts';
import { add, compare, max, min, type Rational, ZERO } from '../number/index.ts';

/** The figure of a unit below: one number, or what the known figures and the domains leave of it. */
export interface Part {
  readonly least: Rational | null;
  readonly most: Rational | null;
  /** Whether it is open that the unit counts. */
  readonly mayBeLeftOut: boolean;
}

/** What parts come to: exact, or between bounds while figures below are missing. */
export interface Folded {
  readonly value: Rational | null;
  readonly bounds: CellBounds;
}

/** Whether a part leaves the figure above open. */
export function isOpenPart({ least, most, mayBeLeftOut }: Part): boolean {
  return mayBeLeftOut || least === null || most === null || compare(least, most) !== 0;
}

type Fold = (parts: readonly Part[]) => Folded;

/** Sums, least and most: no narrower than the parts allow. */
export const FOLDS: Readonly<Record<'sum' | 'min' | 'max', Fold>> = {
  sum: (parts) => folded(sumOf(parts, 'least', min), sumOf(parts, 'most', max)),
  max: (parts) => folded(sureExtreme(parts, 'least', max), extreme(parts, 'most', max)),
  min: (parts) => folded(extreme(parts, 'least', min), sureExtreme(parts, 'most', min)),
};

/** One number where both ends are the same. */
function folded(least: Rational | null, most: Rational | null): Folded {
  const isKnown = least !== null && most !== null && compare(least, most) === 0;
  return { value: isKnown ? least : null, bounds: { min: least, max: most } };
}

/** What may be left out adds nothing then. */
function sumOf(parts: readonly Part[], end: 'least' | 'most', outer: Join): Rational | null {
  return parts.reduce<Rational | null>((sum, part) => {
    const value = part[end];
    return sum === null || value === null ? null : add(sum, part.mayBeLeftOut ? outer(value, ZERO) : value);
  }, ZERO);
}

type Join = (a: Rational, b: Rational) => Rational;

/** How far one end of any part can reach; `null` of none, and where one of them has no such end. */
function extreme(parts: readonly Part[], end: 'least' | 'most', outer: Join): Rational | null {
  const ends = parts.map((part) => part[end]);
  const known = ends.flatMap((value) => value ?? []);
  return known.length === 0 || known.length < ends.length ? null : known.reduce(outer);
}

/** How far it reaches for sure: by the parts that have such an end. Only sums leave parts out. */
function sureExtreme(parts: readonly Part[], end: 'least' | 'most', outer: Join): Rational | null {
  const known = parts.flatMap((part) => part[end] ?? []);
  return known.length === 0 ? null : known.reduce(outer);
}
