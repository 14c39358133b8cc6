import { evaluate, type Polynomial, polynomialKey } from '../algebra/index.ts';
import { rational } from '../number/index.ts';
import { type Column, numberAt, type NumberColumn } from './columns.ts';
import { complement, createRun, type Run, unite, wordsFor } from './planes.ts';
import { rangeOf } from './ranges.ts';
import { type Cut, reachStep } from './reach.ts';
import { once, type Step, type Steps } from './steps.ts';
import { type Sum, sumOver } from './sums.ts';

/** The least sign that is asked for: that a polynomial is 0 or more, or that it is 1 or more. */
export type LeastSign = 0 | 1;

/** Where the states of "a polynomial is at least so much" are found after the steps. */
export type Signs = (polynomial: Polynomial, least: LeastSign) => Run;

/**
 * Exact signs of polynomials over columns.
 *
 * Polynomials that differ only in their constant are one sum, compared with several bounds: rates of 0.1 % and 0.5 % of the
 * same people are not, lines of 500 and 3,000 plants are. What the ranges of the columns tell is not worked out at all.
 *
 * @param columnOf The column of a variable, or `undefined` where the data has none.
 */
export function createSigns(columnOf: (variable: number) => Column | undefined, steps: Steps): Signs {
  const runs = once<Run>();
  const cutsOf = once<Cut[]>();
  const gaps = once<Int32Array>();

  function reaches(polynomial: Polynomial, columns: ReadonlyMap<number, NumberColumn>, least: LeastSign): Run {
    const gapPlanes = [...columns].flatMap(([variable, column]) => gapsOf(variable, column));
    const sum = sumOver(polynomial, columns);
    if (sum === null) return exactRun(polynomial, columns, least, gapPlanes.length === 0);
    // All is whole: to be positive is to be 1 or more.
    const bound = least - sum.constant;
    if (gapPlanes.length === 0 && bound <= sum.least) return steps.always;
    if (gapPlanes.length === 0 && bound > sum.most) return steps.never;
    const linear = polynomialKey(polynomial.filter(({ variables }) => variables.length > 0));
    return runs(`${linear} >= ${bound}`, () => withGaps(cut(linear, sum, bound), gapPlanes));
  }

  /** The plane of the rows in which a sum reaches a bound. */
  function cut(linear: string, { terms }: Sum, bound: number): Int32Array {
    const cuts = cutsOf(linear, () => {
      const own: Cut[] = [];
      steps.add(reachStep(terms, own));
      return own;
    });
    const out = newPlane();
    cuts.push({ bound, out });
    return out;
  }

  /** The plane of the rows in which a column has no value; none where it has one everywhere. */
  function gapsOf(variable: number, column: NumberColumn): readonly Int32Array[] {
    if (!rangeOf(column).hasMissing) return [];
    const plane = gaps(String(variable), () => {
      const out = newPlane();
      const everyValue = { bound: Number.NEGATIVE_INFINITY, out };
      steps.add(reachStep([{ factor: 1, columns: [column] }], [everyValue]));
      steps.add(() => complement(out, out));
      return out;
    });
    return [plane];
  }

  /** What passes for sure, and what may as it is not known. */
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
  function exactRun(
    polynomial: Polynomial,
    columns: ReadonlyMap<number, NumberColumn>,
    least: LeastSign,
    isTwoValued: boolean,
  ): Run {
    return runs(`${polynomialKey(polynomial)} exactly >= ${least}`, () => {
      const out = createRun(steps.longest, isTwoValued);
      steps.add(exactStep(polynomial, columns, least, out));
      return out;
    });
  }

  const newPlane = (): Int32Array => new Int32Array(wordsFor(steps.longest));

  return (polynomial, least) => {
    const columns = numberColumns(polynomial, columnOf);
    return columns === null ? steps.unknown : reaches(polynomial, columns, least);
  };
}

/** The columns of a polynomial; `null` where the data lacks one. */
function numberColumns(
  polynomial: Polynomial,
  columnOf: (variable: number) => Column | undefined,
): ReadonlyMap<number, NumberColumn> | null {
  const columns = new Map<number, NumberColumn>();
  for (const variable of polynomial.flatMap(({ variables }) => variables)) {
    const column = columnOf(variable);
    if (column?.kind !== 'number') return null;
    columns.set(variable, column);
  }
  return columns;
}

/** Works each row out in rational arithmetic. */
function exactStep(
  polynomial: Polynomial,
  columns: ReadonlyMap<number, NumberColumn>,
  least: LeastSign,
  { sure, may }: Run,
): Step {
  const valueAt = (variable: number, row: number) => {
    const column = columns.get(variable);
    return column === undefined ? null : numberAt(column, row);
  };
  return (from, rows) => {
    sure.fill(0);
    may.fill(0);
    for (let i = 0; i < rows; i += 1) {
      const isMissing = [...columns.keys()].some((variable) => valueAt(variable, from + i) === null);
      const { num } = evaluate(polynomial, (variable) => valueAt(variable, from + i) ?? rational(0n));
      const holds = !isMissing && (least === 0 ? num >= 0n : num > 0n);
      const [word, bit] = [i >>> 5, 1 << (i & 31)];
      if (holds) sure[word] = (sure[word] ?? 0) | bit;
      if (holds || isMissing) may[word] = (may[word] ?? 0) | bit;
    }
  };
}
