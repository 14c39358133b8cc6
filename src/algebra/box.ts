import { integer, type Rational } from '../number/index.ts';
import { wholeRangesMeeting } from './one-variable.ts';
import { type Domain, type Polynomial, type Requirement, variablesOf } from './polynomial.ts';
import type { WholeRange } from './whole-range.ts';

/** A value of each of some variables. */
export type Point = ReadonlyMap<number, Rational>;

/** What requirements on each of some whole numbers alone leave of it, by variable. */
export type Box = ReadonlyMap<number, readonly WholeRange[]>;

/** More corners than this are not looked at. */
const MOST_CORNERS = 256;

/** More values of a variable than this are not tried one by one. */
const MOST_VALUES = 32n;

/** The box that requirements leave some variables; `null` where one of these is not whole. */
export function boxOf(
  variables: readonly number[],
  requirements: readonly Requirement[],
  domainOf: (variable: number) => Domain,
): Box | null {
  if (!variables.every((variable) => domainOf(variable).whole)) return null;
  return new Map(
    variables.map((variable) => [
      variable,
      wholeRangesMeeting(requirementsOn(variable, requirements), domainOf(variable)),
    ]),
  );
}

/** The requirements that hang on one variable at the most. */
export function requirementsOn(variable: number, requirements: readonly Requirement[]): readonly Requirement[] {
  return requirements.filter(({ polynomial }) => variablesOf(polynomial).every((own) => own === variable));
}

/** Whether a requirement joins several variables. */
export function isJoint({ polynomial }: Requirement): boolean {
  return variablesOf(polynomial).length > 1;
}

/** Whether a polynomial is linear in each variable, as it is where none is multiplied by itself: least and most at corners. */
export function isLinearInEach(polynomial: Polynomial): boolean {
  return polynomial.every(({ variables }) => new Set(variables).size === variables.length);
}

/**
 * The points at which each variable is at an end of a range.
 *
 * @param far What stands for an end that is missing.
 * @returns `null` where there are too many, or a missing end has nothing to stand for it.
 */
export function cornersOf(box: Box, far: bigint | null): readonly Point[] | null {
  let corners: readonly Point[] = [new Map()];
  for (const [variable, ranges] of box) {
    const ends = new Set(ranges.flatMap(({ from, to }) => [from ?? (far === null ? null : -far), to ?? far]));
    if (ends.has(null) || corners.length * ends.size > MOST_CORNERS) return null;
    corners = corners.flatMap((corner) =>
      [...ends].flatMap((end) => (end === null ? [] : [new Map([...corner, [variable, integer(end)]])])),
    );
  }
  return corners;
}

/** A variable and all of its values. */
export interface Few {
  readonly variable: number;
  readonly values: readonly Rational[];
}

/** The variable of a box that has the fewest values; `null` where even that has too many to try. */
export function fewestValues(box: Box): Few | null {
  let fewest: { readonly variable: number; readonly count: bigint } | null = null;
  for (const [variable, ranges] of box) {
    const count = countIn(ranges);
    if (count !== null && count <= (fewest?.count ?? MOST_VALUES)) fewest = { variable, count };
  }
  if (fewest === null) return null;
  const values = (box.get(fewest.variable) ?? []).flatMap(({ from, to }) => {
    const first = from ?? 0n;
    return Array.from({ length: Number((to ?? first) - first) + 1 }, (_, step) => integer(first + BigInt(step)));
  });
  return { variable: fewest.variable, values };
}

function countIn(ranges: readonly WholeRange[]): bigint | null {
  return ranges.reduce<bigint | null>(
    (count, { from, to }) => (count === null || from === null || to === null ? null : count + to - from + 1n),
    0n,
  );
}
