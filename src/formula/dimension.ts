/**
 * What a number counts or measures. `literal` is a bare number of the formula, which takes the dimension of what it meets;
 * `percent` is a number written with a percent sign or an indicator of that type; `powers` maps units to their exponents
 * (people per m²: count 1, m² −1), and is empty for a ratio.
 */
export interface Dimension {
  readonly literal: boolean;
  readonly percent: boolean;
  readonly powers: ReadonlyMap<string, number>;
}

export const LITERAL: Dimension = { literal: true, percent: false, powers: new Map() };
export const PERCENT: Dimension = { literal: false, percent: true, powers: new Map() };
export const RATIO: Dimension = { literal: false, percent: false, powers: new Map() };

/** The dimension of one unit, such as `count` or `m²`. */
export function dimensionOf(unit: string): Dimension {
  return { literal: false, percent: false, powers: new Map([[unit, 1]]) };
}

/** The dimension of a product, or of a quotient when `exponent` is −1. */
export function combine(left: Dimension, right: Dimension, exponent: 1 | -1): Dimension {
  if (left.literal && right.literal) return LITERAL;
  const powers = new Map(left.powers);
  for (const [unit, power] of right.powers) {
    const sum = (powers.get(unit) ?? 0) + exponent * power;
    if (sum === 0) powers.delete(unit);
    else powers.set(unit, sum);
  }
  // A percentage of a percentage is one; how many times one percentage goes into another is a plain number.
  const percent = exponent === 1 ? left.percent || right.percent : left.percent && !right.percent;
  return { literal: false, percent: percent && powers.size === 0, powers };
}

/** Whether two numbers may be added or compared. */
export function agree(left: Dimension, right: Dimension): boolean {
  return (
    left.literal || right.literal || dimensionName(left) === dimensionName(right) || (isPure(left) && isPure(right))
  );
}

/** The dimension of a sum of two numbers that {@link agree}. */
export function unite(left: Dimension, right: Dimension): Dimension {
  return left.literal || (right.percent && !left.percent) ? right : left;
}

/** A name for messages: `count`, `percent`, empty for a ratio, else units as in `m²` or `count/m²`. */
export function dimensionName(dimension: Dimension): string {
  if (dimension.percent) return 'percent';
  const part = (positive: boolean): string =>
    [...dimension.powers]
      .filter(([, power]) => power > 0 === positive)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([unit, power]) => (Math.abs(power) === 1 ? unit : `${unit}^${Math.abs(power)}`))
      .join('·');
  const below = part(false);
  return below === '' ? part(true) : `${part(true) || '1'}/${below}`;
}

function isPure(dimension: Dimension): boolean {
  return dimension.powers.size === 0;
}
