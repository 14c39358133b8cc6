import { greatest, least, type WholeRange } from './whole-range.ts';

/** A polynomial in one variable: the factor of its i-th power at place i. The last is not zero; empty is the polynomial 0. */
export type Coefficients = readonly bigint[];

/** Whole numbers at which a polynomial has one sign. */
export interface SignRun extends WholeRange {
  readonly sign: -1 | 0 | 1;
}

/** A range with both ends. */
interface Stretch {
  readonly from: bigint;
  readonly to: bigint;
}

/**
 * Parts a range of whole numbers, ascending, into runs at which a polynomial keeps its sign: exactly, of whatever degree.
 *
 * Where its forward difference p(x + 1) − p(x), which is of a lower degree, keeps its sign, p only rises, only falls or
 * stays: there each of its signs is one run, whose end is found by bisection (Graham, Knuth, Patashnik, Concrete
 * Mathematics, 2.6, on differences). Beyond all of its zeros (Cauchy's bound) it keeps the sign it has there.
 *
 * @example signRuns([-4n, 0n, 1n], { from: 0n, to: null }) // x² − 4: − from 0 to 1, 0 at 2, + from 3 on
 */
export function signRuns(coefficients: Coefficients, { from, to }: WholeRange): readonly SignRun[] {
  const beyond = beyondZeros(coefficients);
  const start = from ?? least(to, -beyond);
  const end = to ?? greatest(start, beyond);
  const runs = runsIn(coefficients, { from: start, to: end });
  return runs.map((run, index) => ({
    ...run,
    from: index === 0 ? from : run.from,
    to: index === runs.length - 1 ? to : run.to,
  }));
}

/** p(x + 1) − p(x). */
export function forwardDifference(coefficients: Coefficients): Coefficients {
  const shifted = [...coefficients];
  for (let done = 0; done < shifted.length; done += 1)
    for (let place = shifted.length - 2; place >= done; place -= 1)
      shifted[place] = (shifted[place] ?? 0n) + (shifted[place + 1] ?? 0n);
  return shifted.slice(0, -1).map((coefficient, place) => coefficient - (coefficients[place] ?? 0n));
}

function runsIn(coefficients: Coefficients, { from, to }: Stretch): readonly (SignRun & Stretch)[] {
  const runs: (SignRun & Stretch)[] = [];
  for (const stretch of monotoneIn(coefficients, { from, to })) {
    for (let start = stretch.from; start <= stretch.to; start = (runs.at(-1)?.to ?? start) + 1n) {
      const sign = signAt(coefficients, start);
      const run = { from: start, to: lastWithSign(coefficients, sign, { from: start, to: stretch.to }), sign };
      const before = runs.at(-1);
      if (before?.sign === sign) runs[runs.length - 1] = { ...run, from: before.from };
      else runs.push(run);
    }
  }
  return runs;
}

/** Parts a stretch where a polynomial may turn. */
function monotoneIn(coefficients: Coefficients, { from, to }: Stretch): readonly Stretch[] {
  if (from === to || coefficients.length <= 2) return [{ from, to }];
  const steps = runsIn(forwardDifference(coefficients), { from, to: to - 1n });
  return steps.map((run, index) => (index === steps.length - 1 ? { from: run.from, to } : run));
}

/** The last number with a sign, of a stretch on which the polynomial only rises or only falls and that begins with it. */
function lastWithSign(coefficients: Coefficients, sign: -1 | 0 | 1, { from, to }: Stretch): bigint {
  let [last, beyond] = [from, to + 1n];
  while (last + 1n < beyond) {
    const middle = (last + beyond) >> 1n;
    if (signAt(coefficients, middle) === sign) last = middle;
    else beyond = middle;
  }
  return last;
}

function signAt(coefficients: Coefficients, x: bigint): -1 | 0 | 1 {
  const value = coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0n);
  return value === 0n ? 0 : value > 0n ? 1 : -1;
}

/** A whole number beyond whose size a polynomial has no zero. */
function beyondZeros(coefficients: Coefficients): bigint {
  const sizes = coefficients.map((coefficient) => (coefficient < 0n ? -coefficient : coefficient));
  const last = sizes.at(-1) ?? 1n;
  return sizes.reduce((most, size) => greatest(most, size), 0n) / last + 2n;
}
