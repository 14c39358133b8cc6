import { MOST_TOLD_APART, ONE, quotient, type Rational, sign } from '../number/index.ts';
import { type ColumnNumber, columnNumber, type ColumnSum } from './column-number.ts';
import { type Column, numberAt } from './columns.ts';
import type { Formula } from './formula.ts';
import { marginBetween, type Observed, observe, type Unobserved } from './observe.ts';
import { printFormula } from './print.ts';
import { once } from './remembered.ts';
import type { Scope } from './scope.ts';

/** Reads numbers of the rows of a table, exactly: many formulas of many rows. */
export interface NumberReader {
  /** A number of each row as it came about, or why there is none. */
  readonly number: (formula: Formula) => (row: number) => Observed | Unobserved;
  /** One number of each row held against another. */
  readonly against: (left: Formula, right: Formula) => NumberPair;
  /**
   * A number of each row as a double that stands for it alone: equal doubles are equal numbers and the smaller double is the
   * smaller number, in this table and in any other that has such doubles. `NaN` where there is no number.
   *
   * @returns `null` where that cannot be promised.
   */
  readonly ordinal: (formula: Formula) => ((row: number) => number) | null;
}

/** Two numbers of each row. */
export interface NumberPair {
  /** Below zero, zero or above it as the first lies below, on or above the second; `NaN` where one is not to be had. */
  readonly side: (row: number) => number;
  /**
   * How far the first lies above the second (below: negative), in units of the numerator of the first; `null` where one of
   * them is not to be had.
   */
  readonly margin: (row: number) => Rational | null;
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
  const pairs = once<string, NumberPair>();
  const columnar = (formula: Formula) =>
    columnNumbers(printFormula(formula), () => columnNumber(formula, scope, columns));
  const number = (formula: Formula) =>
    numbers(printFormula(formula), () => {
      const exact = (row: number) => observe(formula, scope, valuesIn(row));
      const found = columnar(formula);
      return lastRowKept(found === null ? exact : (row) => inDoubles(found, row) ?? exact(row));
    });
  const against = (left: Formula, right: Formula) =>
    pairs(`${printFormula(left)}\n${printFormula(right)}`, () => {
      const exact = exactPair(number(left), number(right));
      const [found, line] = [columnar(left), columnar(right)];
      const inColumns = found === null || line === null ? null : columnPair(found, line);
      return inColumns === null ? exact : firstOf(inColumns, exact);
    });
  const ordinal = (formula: Formula) => {
    const found = columnar(formula);
    return found === null ? null : columnOrdinal(found);
  };
  return { number, against, ordinal };
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

function exactPair(
  left: (row: number) => Observed | Unobserved,
  right: (row: number) => Observed | Unobserved,
): NumberPair {
  const margin = lastRowKept((row) => {
    const [observed, required] = [left(row), right(row)];
    return typeof observed === 'string' || typeof required === 'string' ? null : marginBetween(observed, required);
  });
  const side = (row: number): number => {
    const above = margin(row);
    return above === null ? Number.NaN : sign(above);
  };
  return { side, margin };
}

/** What the first does not know the second does. */
function firstOf(first: NumberPair, second: NumberPair): NumberPair {
  return {
    side: (row) => {
      const side = first.side(row);
      return Number.isNaN(side) ? second.side(row) : side;
    },
    margin: (row) => first.margin(row) ?? second.margin(row),
  };
}

/** A number held against a line that is no quotient, where every product on the way is exact in a double. */
function columnPair({ num, den }: ColumnNumber, line: ColumnNumber): NumberPair | null {
  if (line.den !== null) return null;
  // num/unit − line/unit · per/unit over one denominator.
  const per = den ?? ONE_EACH;
  const unit = num.unit * line.num.unit * per.unit;
  const [weight, lineWeight] = [unit / num.unit, num.unit];
  const most = weight * num.most + lineWeight * line.num.most * per.most;
  if (!(most <= Number.MAX_SAFE_INTEGER && unit <= Number.MAX_SAFE_INTEGER)) return null;
  const lines = new Float64Array(BLOCK);
  const pers = new Float64Array(BLOCK);
  const side = keptBlock((sides, from) => {
    num.write(sides, from);
    line.num.write(lines, from);
    per.write(pers, from);
    for (let index = 0; index < BLOCK; index += 1) {
      const below = pers[index] ?? Number.NaN;
      const above = weight * (sides[index] ?? Number.NaN) - lineWeight * ((lines[index] ?? Number.NaN) * below);
      sides[index] = below > 0 ? above : below < 0 ? -above : Number.NaN;
    }
  });
  const margin = (row: number): Rational | null => {
    const scaled = side(row);
    return Number.isNaN(scaled) ? null : quotient(scaled, unit);
  };
  return { side, margin };
}

/** What a number that is no quotient is divided by. */
const ONE_EACH: ColumnSum = { at: () => 1, write: (into) => void into.fill(1), unit: 1, most: 1 };

/** Rows that are worked out together: few beside a table, and enough to make the way to a column cheap. */
const BLOCK_BITS = 8;
const BLOCK = 1 << BLOCK_BITS;

/** A figure of each row, worked out for a block of rows when one of them is asked for. */
function keptBlock(fill: (into: Float64Array, from: number) => void): (row: number) => number {
  const kept = new Float64Array(BLOCK);
  let held = -1;
  return (row) => {
    const block = row >> BLOCK_BITS;
    if (block !== held) {
      fill(kept, block << BLOCK_BITS);
      held = block;
    }
    return kept[row & (BLOCK - 1)] ?? Number.NaN;
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
