import { type Polynomial, polynomialKey, reachWithin, substitute } from '../algebra/index.ts';
import { compare, type Rational } from '../number/index.ts';
import { blankNumbers, type Column, numberAt, type NumberColumn } from './columns.ts';
import { type CellBoundsOf, reachOfGaps } from './gap-reach.ts';
import { clearBit, complement, createRun, nextIn, type Run, setBit, unite, wordsFor } from './planes.ts';
import { rangeOf } from './ranges.ts';
import { type Cut, reachStep } from './reach.ts';
import { once, whenAsked } from './remembered.ts';
import type { Step, Steps } from './steps.ts';
import { type Product, sumOver, type SumTerm, termColumns } from './sums.ts';

/** The least that is asked for: that a polynomial is 0 or more, or that it is more than 0. */
export type Least = 'zero' | 'more';

/** Where the states of "a polynomial is at least so much" are found after the steps. */
export type Signs = (polynomial: Polynomial, least: Least) => Run;

/** The figures that signs are worked out from. */
export interface Figures {
  readonly rows: number;
  /** The column of a variable, or `undefined` where the data has none. */
  readonly columnOf: (variable: number) => Column | undefined;
  readonly boundsOf: CellBoundsOf;
}

/**
 * Exact signs of polynomials over columns; where figures are missing, what their bounds leave of them.
 *
 * Polynomials that differ only in their constant are one sum, compared with several bounds. What the ranges of the columns
 * tell is not worked out at all.
 */
export function createSigns({ rows, columnOf: given, boundsOf }: Figures, steps: Steps): Signs {
  const askers = once<Polynomial, (least: Least) => Run>();
  const cutsOf = once<string, Cut[]>();
  const runs = once<string, Run>();
  const gaps = once<NumberColumn, Int32Array>();
  const newPlane = (): Int32Array => new Int32Array(wordsFor(steps.longest));
  const blank = whenAsked(() => blankNumbers(rows));
  const columnOf = (variable: number): Column => given(variable) ?? blank();

  function asker(polynomial: Polynomial): (least: Least) => Run {
    const columns = termColumns(polynomial, columnOf);
    if (columns === null) return () => steps.unknown;
    const gapPlanes = [...new Set(columns.flat())].filter((column) => rangeOf(column).hasMissing).map(gapsOf);
    const sum = sumOver(polynomial, columns);
    if (sum === null) return (least) => exactRun(polynomial, least, gapPlanes.length === 0);
    const { terms, constant } = sum;
    const linear = polynomialKey(polynomial.filter(({ variables }) => variables.length > 0));
    // All that is known is whole: to be more than 0 is to be 1 or more. What is missing may have more decimals.
    const boundOf = (least: Least): number => (least === 'zero' ? 0 : 1) - constant;
    if (gapPlanes.length > 0)
      return (least) =>
        runs(`${linear} ${least} ${-constant}`, () => {
          const run = { sure: cut(linear, terms, boundOf(least)), may: newPlane() };
          const openSum = { terms, least, bound: -constant };
          const answer = isApart(polynomial)
            ? answerInDoubles(openSum, boundsOf)
            : answerExactly(polynomial, { columnOf, boundsOf }, least);
          steps.add(gapsStep(run, gapPlanes, answer));
          return run;
        });
    return (least) => {
      const bound = boundOf(least);
      if (bound <= sum.least) return steps.always;
      if (bound > sum.most) return steps.never;
      return runs(`${linear} >= ${bound}`, () => {
        const sure = cut(linear, terms, bound);
        return { sure, may: sure };
      });
    };
  }

  /** The plane of the rows in which a column has no value. */
  function gapsOf(column: NumberColumn): Int32Array {
    return gaps(column, () => {
      const out = newPlane();
      const everyValue = { bound: Number.NEGATIVE_INFINITY, out };
      steps.add(reachStep([{ factor: 1, columns: [column] }], [everyValue]));
      steps.add(() => complement(out, out));
      return out;
    });
  }

  /** The plane of the rows in which a sum reaches a bound. */
  function cut(linear: string, terms: readonly Product[], bound: number): Int32Array {
    const cuts = cutsOf(linear, () => {
      const own: Cut[] = [];
      steps.add(reachStep(terms, own));
      return own;
    });
    const out = newPlane();
    cuts.push({ bound, out });
    return out;
  }

  /** Where doubles would not do. */
  function exactRun(polynomial: Polynomial, least: Least, isTwoValued: boolean): Run {
    return runs(`${polynomialKey(polynomial)} exactly ${least}`, () => {
      const out = createRun(steps.longest, isTwoValued);
      steps.add(rowsStep(out, answerExactly(polynomial, { columnOf, boundsOf }, least)));
      return out;
    });
  }

  return (polynomial, least) => askers(polynomial, () => asker(polynomial))(least);
}

/** What is known of a comparison in a row: that it passes whatever the missing figures are, and that it may pass. */
interface Answer {
  readonly sure: boolean;
  readonly may: boolean;
}

/** Bounds that leave nothing belong to figures that cannot be true, which is told elsewhere. */
const OPEN: Answer = { sure: false, may: true };

/** Whether no variable stands in two terms: then the bounds of the terms tell all that can be told of the sum. */
function isApart(polynomial: Polynomial): boolean {
  const all = polynomial.flatMap(({ variables }) => variables);
  return new Set(all).size === all.length;
}

/** Whether a sum reaches a bound, or goes beyond it. */
interface OpenSum {
  readonly terms: readonly SumTerm[];
  readonly least: Least;
  readonly bound: number;
}

function answerInDoubles({ terms, least, bound }: OpenSum, boundsOf: CellBoundsOf): (row: number) => Answer {
  const reachOf = reachOfGaps(terms, boundsOf);
  const passes = least === 'zero' ? (end: number) => end >= bound : (end: number) => end > bound;
  return (row) => {
    const ends = reachOf(row);
    return ends.least > ends.most ? OPEN : { sure: passes(ends.least), may: passes(ends.most) };
  };
}

/** The same in rational arithmetic; what figures that are there make of a missing one is added up first. */
function answerExactly(
  polynomial: Polynomial,
  { columnOf, boundsOf }: Omit<Figures, 'rows'>,
  least: Least,
): (row: number) => Answer {
  const valueAt = (variable: number, row: number): Rational | null => {
    const column = columnOf(variable);
    return column?.kind === 'number' ? numberAt(column, row) : null;
  };
  const passes = least === 'zero' ? (end: Rational) => end.num >= 0n : (end: Rational) => end.num > 0n;
  return (row) => {
    const open = substitute(polynomial, (variable) => valueAt(variable, row));
    const ends = reachWithin(open, (variable) => boundsOf(variable, row));
    if (ends.least !== null && ends.most !== null && compare(ends.least, ends.most) > 0) return OPEN;
    return {
      sure: ends.least !== null && passes(ends.least),
      may: ends.most === null || passes(ends.most),
    };
  };
}

/** In rows with gaps, what passes whatever the missing figures are, and what may pass. */
function gapsStep({ sure, may }: Run, gapPlanes: readonly Int32Array[], answer: (row: number) => Answer): Step {
  return (from, rows) => {
    may.fill(0);
    for (const plane of gapPlanes) unite(may, plane);
    for (let row = nextIn(may, 0); row < rows; row = nextIn(may, row + 1)) {
      const found = answer(from + row);
      if (found.sure) setBit(sure, row);
      if (!found.may) clearBit(may, row);
    }
    unite(may, sure);
  };
}

/** Works each row out by itself. */
function rowsStep({ sure, may }: Run, answer: (row: number) => Answer): Step {
  return (from, rows) => {
    sure.fill(0);
    may.fill(0);
    for (let row = 0; row < rows; row += 1) {
      const found = answer(from + row);
      if (found.sure) setBit(sure, row);
      if (found.may) setBit(may, row);
    }
  };
}
