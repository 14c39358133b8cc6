import type { NumberColumn } from '../formula/index.ts';
import { finitePlaces, type Rational } from '../number/index.ts';

/** A number column in the making. */
export interface ScaledNumbers {
  readonly scale: number;
  readonly values: Float64Array;
  readonly large: Map<number, bigint>;
}

/** A column of missing numbers. */
export function missingNumbers(rows: number, scale: number): ScaledNumbers {
  return { scale, values: new Float64Array(rows).fill(Number.NaN), large: new Map() };
}

/** The scaled integer of a cell, or `null` where it is missing. */
export function scaledAt({ values, large }: Pick<NumberColumn, 'values' | 'large'>, row: number): bigint | null {
  const value = values[row] ?? Number.NaN;
  if (Number.isNaN(value)) return null;
  return large.get(row) ?? BigInt(value);
}

/** Puts a scaled integer into a cell; one that a double cannot hold is kept beside it. */
export function putScaled(
  { values, large }: Pick<ScaledNumbers, 'values' | 'large'>,
  row: number,
  value: bigint,
): void {
  const double = Number(value);
  if (Number.isSafeInteger(double)) {
    values[row] = double;
    return;
  }
  values[row] = value < 0n ? -Infinity : Infinity;
  large.set(row, value);
}

/** Puts a number into a cell of a column that has the places for it (see `finitePlaces`). */
export function putNumber(column: ScaledNumbers, row: number, { num, den }: Rational): void {
  putScaled(column, row, (num * 10n ** BigInt(column.scale)) / den);
}

/**
 * A column of numbers, `null` where one is missing.
 *
 * @throws {RangeError} For one without a finite decimal.
 */
export function columnOfNumbers(numbers: readonly (Rational | null)[]): NumberColumn {
  const places = numbers.map((number) => (number === null ? 0 : finitePlaces(number)));
  const column = missingNumbers(
    numbers.length,
    places.reduce((most, own) => Math.max(most, own), 0),
  );
  for (const [row, number] of numbers.entries()) if (number !== null) putNumber(column, row, number);
  return numberColumn(column);
}

/** The column, done. */
export function numberColumn({ scale, values, large }: ScaledNumbers): NumberColumn {
  return { kind: 'number', scale, values, large };
}
