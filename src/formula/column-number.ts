import type { Rational } from '../number/index.ts';
import { type Column, columnName, type NumberColumn } from './columns.ts';
import type { Formula } from './formula.ts';
import type { Scope } from './scope.ts';
import { rangeOf } from './ranges.ts';

/**
 * A number that is a sum of columns, or one such sum divided by another, in doubles that hold it exactly: most numbers that
 * criteria ask for are counts and their rates.
 */
export interface ColumnNumber {
  readonly num: ColumnSum;
  /** `null` where nothing is divided. */
  readonly den: ColumnSum | null;
}

/** A sum of columns and a constant, scaled to whole numbers. */
export interface ColumnSum {
  /** The sum times {@link ColumnSum.unit}; `NaN` where a cell is missing. */
  readonly at: (row: number) => number;
  /** The same of as many rows one after another as there is room for. */
  readonly write: (into: Float64Array, from: number) => void;
  /** A power of ten. */
  readonly unit: number;
  /** The sum times its unit is no further from zero than this, in any row: at most 2^53. */
  readonly most: number;
}

/**
 * Finds a number among the columns.
 *
 * @param formula A number of a checked formula.
 * @param scope What its names mean.
 * @param columns By name (see {@link columnName}).
 * @returns `null` for a number of another form, and where doubles would not hold it exactly.
 */
export function columnNumber(
  formula: Formula,
  scope: Scope,
  columns: ReadonlyMap<string, Column>,
): ColumnNumber | null {
  const measure = formula.kind === 'name' ? scope.lookup(formula.name) : null;
  if (measure?.kind === 'measure') return columnNumber(measure.formula, scope, columns);
  const isQuotient = formula.kind === 'arithmetic' && formula.operator === '/';
  const num = sumOf(isQuotient ? formula.left : formula, scope, columns);
  const den = isQuotient ? sumOf(formula.right, scope, columns) : null;
  return num === null || (isQuotient && den === null) ? null : { num, den };
}

/** A column or a constant, with the sign it has in a sum. */
interface Term {
  readonly sign: 1 | -1;
  readonly of: NumberColumn | Rational;
}

function sumOf(formula: Formula, scope: Scope, columns: ReadonlyMap<string, Column>): ColumnSum | null {
  const terms = termsOf(formula, 1, scope, columns);
  if (terms === null) return null;
  const unit = Math.max(...terms.map(({ of }) => unitOf(of)));
  const parts = terms.flatMap(({ sign, of }) =>
    'den' in of ? [] : [{ factor: (sign * unit) / unitOf(of), values: of.values, most: largest(of) }],
  );
  // The denominator divides the unit: nothing is rounded on the way.
  const constants = terms.flatMap(({ sign, of }) =>
    'den' in of ? [sign * Number(of.num) * (unit / Number(of.den))] : [],
  );
  const constant = constants.reduce((sum, term) => sum + term, 0);
  const most =
    parts.reduce((sum, { factor, most: cell }) => sum + Math.abs(factor) * cell, 0) +
    // Each by itself: large constants that cancel out may have been rounded.
    constants.reduce((sum, term) => sum + Math.abs(term), 0);
  // Infinite or rounded, it is far beyond the limit as well.
  return most <= Number.MAX_SAFE_INTEGER && unit <= Number.MAX_SAFE_INTEGER
    ? { at: adder(parts, constant), write: writer(parts, constant), unit, most }
    : null;
}

interface Part {
  readonly factor: number;
  readonly values: Float64Array;
}

/** Adds the cells of a row up; one and two columns, which is what almost every criterion counts, without a loop. */
function adder(parts: readonly Part[], constant: number): (row: number) => number {
  const [first, second, ...more] = parts;
  if (first === undefined) return () => constant;
  const { factor: a, values: x } = first;
  if (second === undefined) {
    if (a === 1 && constant === 0) return (row) => x[row] ?? Number.NaN;
    return (row) => constant + a * (x[row] ?? Number.NaN);
  }
  const { factor: b, values: y } = second;
  if (more.length === 0) return (row) => constant + a * (x[row] ?? Number.NaN) + b * (y[row] ?? Number.NaN);
  return (row) => {
    let sum = constant;
    for (const { factor, values } of parts) sum += factor * (values[row] ?? Number.NaN);
    return sum;
  };
}

/** Adds up column by column, which for many rows is several times as fast. */
function writer(parts: readonly Part[], constant: number): (into: Float64Array, from: number) => void {
  return (into, from) => {
    into.fill(constant);
    for (const { factor, values } of parts)
      for (let index = 0; index < into.length; index += 1)
        into[index] = (into[index] ?? 0) + factor * (values[from + index] ?? Number.NaN);
  };
}

/** The terms of a sum or difference; `null` for anything else, or where a term has no finite decimal. */
function termsOf(
  formula: Formula,
  sign: 1 | -1,
  scope: Scope,
  columns: ReadonlyMap<string, Column>,
): readonly Term[] | null {
  switch (formula.kind) {
    case 'number':
      return Number.isFinite(unitOf(formula.value)) ? [{ sign, of: formula.value }] : null;
    case 'negate':
      return termsOf(formula.operand, minus(sign), scope, columns);
    case 'name': {
      const meaning = scope.lookup(formula.name);
      if (meaning?.kind === 'measure') return termsOf(meaning.formula, sign, scope, columns);
      const column = columns.get(columnName(formula.name, 0));
      return column?.kind === 'number' ? [{ sign, of: column }] : null;
    }
    case 'arithmetic': {
      if (formula.operator !== '+' && formula.operator !== '-') return null;
      const left = termsOf(formula.left, sign, scope, columns);
      const right = termsOf(formula.right, formula.operator === '+' ? sign : minus(sign), scope, columns);
      return left === null || right === null ? null : [...left, ...right];
    }
    default:
      return null;
  }
}

/** The largest magnitude among the cells of a column. */
function largest(column: NumberColumn): number {
  const { least, most } = rangeOf(column);
  return Math.max(-least, most);
}

function minus(sign: 1 | -1): 1 | -1 {
  return sign === 1 ? -1 : 1;
}

/** The largest power of ten that a constant could need; a finite decimal of more digits is rare, and slow is no fault. */
const MOST_UNIT = 1e9;

/** The power of ten that makes a term whole; infinite where none does. */
function unitOf(of: NumberColumn | Rational): number {
  if (!('den' in of)) return 10 ** of.scale;
  for (let unit = 1; unit <= MOST_UNIT; unit *= 10) if (BigInt(unit) % of.den === 0n) return unit;
  return Number.POSITIVE_INFINITY;
}
