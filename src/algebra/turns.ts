import { integer } from '../number/index.ts';
import {
  boxOf,
  cornersOf,
  type Few,
  fewestValues,
  isJoint,
  isLinearInEach,
  type Point,
  requirementsOn,
} from './box.ts';
import { turnsAlone } from './one-variable.ts';
import { type Domain, type Fraction, type Requirement, substituteFraction, variablesOf } from './polynomial.ts';
import { solve, withValue } from './system.ts';

/**
 * Where a fraction in whole numbers may be least or most: of one, where it turns; of several, each of which it only rises or
 * only falls with, the corners of their box. Where requirements join them, the values of one are tried if they are few.
 *
 * @param fraction Its denominator is positive wherever the requirements are met.
 * @param requirements Some values meet them all.
 * @returns `null` where that is not known, or where it may come ever nearer to a value without reaching it.
 */
export function turnsWithin(
  fraction: Fraction,
  requirements: readonly Requirement[],
  domainOf: (variable: number) => Domain,
): readonly Point[] | null {
  const polynomials = [fraction.num, fraction.den];
  const variables = new Set(polynomials.flatMap(variablesOf));
  const [only, ...others] = variables;
  if (only === undefined) return anyPoint(requirements, domainOf);
  const box = boxOf([...variables], requirements, domainOf);
  if (box === null) return null;
  const isJoined = requirements.some(
    (requirement) => isJoint(requirement) && variablesOf(requirement.polynomial).some((own) => variables.has(own)),
  );
  if (!isJoined && others.length === 0) {
    const turns = turnsAlone(fraction, requirementsOn(only, requirements), domainOf(only));
    return turns?.map((value) => new Map([[only, integer(value)]])) ?? null;
  }
  if (!isJoined && polynomials.every(isLinearInEach)) return cornersOf(box, null);
  const few = fewestValues(box);
  return few === null ? null : turnsByValue(fraction, few, requirements, domainOf);
}

/** The turns for each value of one variable. */
function turnsByValue(
  fraction: Fraction,
  { variable: tried, values }: Few,
  requirements: readonly Requirement[],
  domainOf: (variable: number) => Domain,
): readonly Point[] | null {
  const points: Point[] = [];
  for (const value of values) {
    const valueOf = (variable: number) => (variable === tried ? value : null);
    const left = withValue(requirements, valueOf);
    if (solve(left, domainOf).kind === 'no') continue;
    const found = turnsWithin(substituteFraction(fraction, valueOf), left, domainOf);
    if (found === null) return null;
    points.push(...found.map((point) => new Map([...point, [tried, value] as const])));
  }
  return points;
}

/** A point that meets requirements, none where there is none. */
function anyPoint(
  requirements: readonly Requirement[],
  domainOf: (variable: number) => Domain,
): readonly Point[] | null {
  const solution = solve(requirements, domainOf);
  if (solution.kind === 'maybe') return null;
  return solution.kind === 'no' ? [] : [solution.values];
}
