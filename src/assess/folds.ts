import type { CellBounds } from '../data/index.ts';
import { greaterBounds, lesserBounds, type NumberBounds, sumBounds } from '../formula/index.ts';
import { compare, type Rational, ZERO } from '../number/index.ts';

/** The figure of a unit below, or what the known figures and the domains leave of it. */
export interface Part extends NumberBounds {
  /** Whether it is open that the unit counts. */
  readonly mayBeLeftOut: boolean;
}

/** What parts come to: exact, or between bounds while figures below are missing. */
export interface Folded {
  readonly value: Rational | null;
  readonly bounds: CellBounds;
}

const NOTHING: NumberBounds = { least: ZERO, most: ZERO, mayBeUndefined: false };

/** Sums, least and most: no narrower than the parts allow. Only sums leave parts out; the least of nothing is no number. */
export const FOLDS: Readonly<Record<'sum' | 'min' | 'max', (parts: readonly Part[]) => Folded>> = {
  sum: (parts) => folded(parts.map(asCounted).reduce(sumBounds, NOTHING)),
  min: (parts) => folded(foldOf(parts, lesserBounds)),
  max: (parts) => folded(foldOf(parts, greaterBounds)),
};

/** Whether a part leaves the figure above open. */
export function isOpenPart(part: Part): boolean {
  return part.mayBeLeftOut || folded(part).value === null;
}

/** What may be left out adds nothing then. */
function asCounted(part: Part): NumberBounds {
  if (!part.mayBeLeftOut) return part;
  return { ...part, least: lesserBounds(part, NOTHING).least, most: greaterBounds(part, NOTHING).most };
}

function foldOf(
  parts: readonly NumberBounds[],
  join: (a: NumberBounds, b: NumberBounds) => NumberBounds,
): NumberBounds | null {
  return parts.length === 0 ? null : parts.reduce(join);
}

/** One number where both ends are the same. */
function folded(found: NumberBounds | null): Folded {
  const [min, max] = [found?.least ?? null, found?.most ?? null];
  const isKnown = min !== null && max !== null && compare(min, max) === 0;
  return { value: isKnown ? min : null, bounds: { min, max } };
}
