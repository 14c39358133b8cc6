import { MOST_TOLD_APART, multiply, ONE, quotient, type Rational, subtract } from '../number/index.ts';
import { type ColumnNumber, columnNumber } from './column-number.ts';
import { type Column, columnName, numberAt, type NumberColumn } from './columns.ts';
import type { Formula } from './formula.ts';
import { type Observed, observe, type Unobserved, valueOfObserved } from './observe.ts';
import { printFormula } from './print.ts';
import { once } from './remembered.ts';
import type { Scope } from './scope.ts';

/** Reads numbers of the rows of a table, exactly: many formulas of many rows. */
export interface NumberReader {
  /** A number of each row as it came about, or why there is none. */
  readonly number: (formula: Formula) => (row: number) => Observed | Unobserved;
  /**
   * How far one number of a row lies above another (below: negative), in units of the numerator of the first; `null` where
   * one of them is not to be had.
   */
  readonly margin: (left: Formula, right: Formula) => (row: number) => Rational | null;
  /** The column that a number is, where it is nothing more. */
  readonly column: (formula: Formula) => NumberColumn | null;
  /**
   * A number of each row as a double that stands for it alone: equal doubles are equal numbers and the smaller double is the
   * smaller number, in this table and in any other that has such doubles. `NaN` where there is no number.
   *
   * @returns `null` where that cannot be promised.
   */
  readonly ordinal: (formula: Formula) => ((row: number) => number) | null;
}

/**
 * Makes the reader of a table's numbers. Formulas that are written alike share what is worked out for a row: the same rate
 * is held against many lines.
 *
 * @param scope What names mean.
 * @param columns By name (see `columnName`).
 */
export function numberReader(scope: Scope, columns: ReadonlyMap<string, Column>): NumberReader {
  const valuesIn = rowReader(columns);
  const columnNumbers = once<string, ColumnNumber | null>();
  const numbers = once<string, (row: number) => Observed | Unobserved>();
  const margins = once<string, (row: number) => Rational | null>();
  const columnar = (formula: Formula) =>
    columnNumbers(printFormula(formula), () => columnNumber(formula, scope, columns));
  const number = (formula: Formula) =>
    numbers(printFormula(formula), () => {
      const exact = (row: number) => observe(formula, scope, valuesIn(row));
      const found = columnar(formula);
      return lastRowKept(found === null ? exact : (row) => inDoubles(found, row) ?? exact(row));
    });
  const margin = (left: Formula, right: Formula) =>
    margins(`${printFormula(left)}\n${printFormula(right)}`, () => {
      const [one, other] = [number(left), number(right)];
      const exact = (row: number) => marginOf(one(row), other(row));
      const [found, line] = [columnar(left), columnar(right)];
      const inColumns = found === null || line === null ? null : columnMargin(found, line);
      return lastRowKept(inColumns === null ? exact : (row) => inColumns(row) ?? exact(row));
    });
  const column = (formula: Formula): NumberColumn | null => {
    const named = formula.kind === 'name' ? columns.get(columnName(formula.name, 0)) : undefined;
    return named?.kind === 'number' ? named : null;
  };
  const ordinal = (formula: Formula) => {
    const found = columnar(formula);
    return found === null ? null : columnOrdinal(found);
  };
  return { number, margin, column, ordinal };
}

/** The same double as `ordinalOf` gives the number in lowest terms: a division is rounded by its value alone. */
function columnOrdinal({ num, den }: ColumnNumber): ((row: number) => number) | null {
  // Of num/unit : den/unit, whole numbers are divided.
  const [weight, perWeight] = [den?.unit ?? 1, num.unit];
  const [most, perMost] = [num.most * weight, (den?.most ?? 1) * perWeight];
  if (!(most <= MOST_TOLD_APART && perMost <= MOST_TOLD_APART)) return null;
  if (den === null) return (row) => num.at(row) / perWeight;
  return (row) => {
    const per = den.at(row);
    return per === 0 ? Number.NaN : (num.at(row) * weight) / (per * perWeight);
  };
}

/** The cells of a row by the name of their column; `null` is missing. */
function rowReader(columns: ReadonlyMap<string, Column>): (row: number) => (name: string) => Rational | null {
  return (row) => (name) => {
    const column = columns.get(name);
    return column?.kind === 'number' ? numberAt(column, row) : null;
  };
}

/** A number that doubles hold; `null` where a cell is missing or it is divided by nothing. */
function inDoubles({ num, den }: ColumnNumber, row: number): Observed | null {
  const above = num.at(row);
  if (den === null) return Number.isNaN(above) ? null : { num: quotient(above, num.unit), den: ONE };
  const below = den.at(row);
  if (Number.isNaN(above) || Number.isNaN(below) || below === 0) return null;
  return { num: quotient(above, num.unit), den: quotient(below, den.unit) };
}

function marginOf(observed: Observed | Unobserved, required: Observed | Unobserved): Rational | null {
  if (typeof observed === 'string' || typeof required === 'string') return null;
  return subtract(observed.num, multiply(valueOfObserved(required), observed.den));
}

/** The margin to a line that is no quotient, where every product on the way is exact in a double. */
function columnMargin({ num, den }: ColumnNumber, line: ColumnNumber): ((row: number) => Rational | null) | null {
  if (line.den !== null) return null;
  const per = den ?? { at: () => 1, unit: 1, most: 1 };
  // num/unit − line/unit · per/unit over one denominator.
  const unit = num.unit * line.num.unit * per.unit;
  const [weight, lineWeight] = [unit / num.unit, num.unit];
  const most = weight * num.most + lineWeight * line.num.most * per.most;
  if (!(most <= Number.MAX_SAFE_INTEGER && unit <= Number.MAX_SAFE_INTEGER)) return null;
  return (row) => {
    const below = per.at(row);
    const above = weight * num.at(row) - lineWeight * (line.num.at(row) * below);
    return Number.isNaN(above) || below === 0 ? null : quotient(above, unit);
  };
}

/** The same for the row that was asked for last. */
function lastRowKept<T>(read: (row: number) => T): (row: number) => T {
  let last = -1;
  let kept: T | undefined;
  return (row) => {
    if (row !== last || kept === undefined) {
      kept = read(row);
      last = row;
    }
    return kept;
  };
}
