import { evaluate, type Polynomial, polynomialKey } from '../algebra/index.ts';
import { rational } from '../number/index.ts';
import { type Column, numberAt, type NumberColumn } from './columns.ts';
import { complement, createRun, type Run, unite, wordsFor } from './planes.ts';
import { rangeOf } from './ranges.ts';
import { type Cut, reachStep } from './reach.ts';
import { once } from './remembered.ts';
import type { Step, Steps } from './steps.ts';
import { type Product, sumOver, termColumns } from './sums.ts';

/** The least that is asked for: that a polynomial is 0 or more, or that it is 1 or more. */
export type Least = 0 | 1;

/** Where the states of "a polynomial is at least so much" are found after the steps. */
export type Signs = (polynomial: Polynomial, least: Least) => Run;

/**
 * Exact signs of polynomials over columns.
 *
 * Polynomials that differ only in their constant are one sum, compared with several bounds. What the ranges of the columns
 * tell is not worked out at all.
 *
 * @param columnOf The column of a variable, or `undefined` where the data has none.
 */
export function createSigns(columnOf: (variable: number) => Column | undefined, steps: Steps): Signs {
  const askers = once<Polynomial, (least: Least) => Run>();
  const cutsOf = once<string, Cut[]>();
  const runs = once<string, Run>();
  const gaps = once<NumberColumn, Int32Array>();
  const newPlane = (): Int32Array => new Int32Array(wordsFor(steps.longest));

  function asker(polynomial: Polynomial): (least: Least) => Run {
    const columns = termColumns(polynomial, columnOf);
    if (columns === null) return () => steps.unknown;
    const gapPlanes = [...new Set(columns.flat())].filter((column) => rangeOf(column).hasMissing).map(gapsOf);
    const sum = sumOver(polynomial, columns);
    if (sum === null) return (least) => exactRun(polynomial, least, gapPlanes.length === 0);
    const { terms, constant } = sum;
    const linear = polynomialKey(polynomial.filter(({ variables }) => variables.length > 0));
    return (least) => {
      // All is whole: to be positive is to be 1 or more.
      const bound = least - constant;
      if (gapPlanes.length === 0 && bound <= sum.least) return steps.always;
      if (gapPlanes.length === 0 && bound > sum.most) return steps.never;
      return runs(`${linear} >= ${bound}`, () => withGaps(cut(linear, terms, bound), gapPlanes));
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

  /** What passes for sure, and what may since it is not known. */
  function withGaps(sure: Int32Array, gapPlanes: readonly Int32Array[]): Run {
    if (gapPlanes.length === 0) return { sure, may: sure };
    const may = newPlane();
    steps.add(() => {
      may.set(sure);
      for (const plane of gapPlanes) unite(may, plane);
    });
    return { sure, may };
  }

  /** Where doubles would not do. */
  function exactRun(polynomial: Polynomial, least: Least, isTwoValued: boolean): Run {
    return runs(`${polynomialKey(polynomial)} exactly >= ${least}`, () => {
      const out = createRun(steps.longest, isTwoValued);
      steps.add(exactStep(polynomial, columnOf, least, out));
      return out;
    });
  }

  return (polynomial, least) => askers(polynomial, () => asker(polynomial))(least);
}

/** Works each row out in rational arithmetic. */
function exactStep(
  polynomial: Polynomial,
  columnOf: (variable: number) => Column | undefined,
  least: Least,
  { sure, may }: Run,
): Step {
  const valueAt = (variable: number, row: number) => {
    const column = columnOf(variable);
    return column?.kind === 'number' ? numberAt(column, row) : null;
  };
  const variables = [...new Set(polynomial.flatMap((term) => term.variables))];
  return (from, rows) => {
    sure.fill(0);
    may.fill(0);
    for (let i = 0; i < rows; i += 1) {
      const isMissing = variables.some((variable) => valueAt(variable, from + i) === null);
      const { num } = evaluate(polynomial, (variable) => valueAt(variable, from + i) ?? rational(0n));
      const holds = !isMissing && (least === 0 ? num >= 0n : num > 0n);
      const [word, bit] = [i >>> 5, 1 << (i & 31)];
      if (holds) sure[word] = (sure[word] ?? 0) | bit;
      if (holds || isMissing) may[word] = (may[word] ?? 0) | bit;
    }
  };
}
