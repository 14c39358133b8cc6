import { ceilDivide, compare, floorDivide, multiply, type Rational, rational, subtract } from './rational.ts';

/** How a number that lies between two steps is rounded; halves go as named. */
export type RoundingMode = 'half-up' | 'half-even' | 'half-down' | 'up' | 'down';

const PLAIN_DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads a decimal written with a point and no grouping, exactly.
 *
 * @returns The number, or `null` when the text is anything else.
 * @example parseDecimal('-0.50') // { num: -1n, den: 2n }
 */
export function parseDecimal(text: string): Rational | null {
  const match = PLAIN_DECIMAL.exec(text);
  if (match === null) return null;
  const [, minus, whole = '', fraction = ''] = match;
  const digits = BigInt(whole + fraction);
  return rational(minus === '-' ? -digits : digits, 10n ** BigInt(fraction.length));
}

/**
 * How many decimal places a finite decimal needs, or `null` when the fraction has no finite decimal.
 *
 * @throws {RangeError} For what is no fraction, and when the denominator is not positive: no such fraction is made here, and
 *   nothing divides zero out.
 */
export function decimalPlaces(value: Rational): number | null {
  if (typeof value?.den !== 'bigint') throw new RangeError('no fraction: give { num, den }');
  if (value.den <= 0n) throw new RangeError(`a fraction needs a positive denominator: ${value.num}/${value.den}`);
  let twos = 0;
  let fives = 0;
  let rest = value.den;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : null;
}

/**
 * How many decimal places a number needs that is known to have a finite decimal.
 *
 * @throws {RangeError} When it has none: it would be cut off, and another number stand in its place.
 */
export function finitePlaces(value: Rational): number {
  const places = decimalPlaces(value);
  if (places === null) throw new RangeError(`no finite decimal: ${value.num}/${value.den}`);
  return places;
}

/**
 * Writes a number exactly: a decimal where one exists, else the fraction.
 *
 * @throws {RangeError} When the denominator is not positive, and for what is no fraction, such as the number 0.5.
 * @example exactText({ num: 1n, den: 8n }) // '0.125'
 * @example exactText({ num: 1n, den: 3n }) // '1/3'
 */
export function exactText(value: Rational): string {
  const places = decimalPlaces(value);
  return places === null
    ? `${value.num}/${value.den}`
    : scaledText((value.num * 10n ** BigInt(places)) / value.den, places);
}

/**
 * Rounds to the nearest multiple of a positive step.
 *
 * @example round(rational(5n, 4n), rational(1n, 10n), 'half-up') // 1.3
 */
export function round(value: Rational, step: Rational, mode: RoundingMode): Rational {
  const steps = rational(value.num * step.den, value.den * step.num);
  return multiply(rational(roundToInteger(steps, mode)), step);
}

/** Writes a number with exactly `places` decimals, halves away from zero: for display only, never before a comparison. */
export function toFixed(value: Rational, places: number): string {
  const scaled = rational(value.num * 10n ** BigInt(places), value.den);
  return scaledText(roundToInteger(scaled, 'half-up'), places);
}

function roundToInteger(value: Rational, mode: RoundingMode): bigint {
  const magnitude = value.num < 0n ? { num: -value.num, den: value.den } : value;
  const rounded = roundMagnitude(magnitude, mode);
  return value.num < 0n ? -rounded : rounded;
}

function roundMagnitude(value: Rational, mode: RoundingMode): bigint {
  const below = floorDivide(value.num, value.den);
  const above = ceilDivide(value.num, value.den);
  if (mode === 'down') return below;
  if (mode === 'up') return above;
  const side = compare(subtract(value, rational(below)), rational(1n, 2n));
  if (side !== 0) return side < 0 ? below : above;
  if (mode === 'half-even') return below % 2n === 0n ? below : above;
  return mode === 'half-up' ? above : below;
}

function scaledText(scaled: bigint, places: number): string {
  const minus = scaled < 0n ? '-' : '';
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  return places === 0 ? minus + digits : `${minus}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
