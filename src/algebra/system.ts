import { ceilDivide, floorDivide, gcd, type Rational, rational } from '../number/index.ts';
import { type Box, boxOf, fewestValues } from './box.ts';
import { cornerMeeting } from './corners.ts';
import { latticePoint } from './lattice.ts';
import { valueMeeting } from './one-variable.ts';
import {
  constantTerm,
  degree,
  type Domain,
  type Polynomial,
  type Requirement,
  scale,
  substitute,
  variablesOf,
} from './polynomial.ts';
import { signsWithin } from './reach.ts';
import { groupsOf, type RequirementGroup } from './requirement-groups.ts';

/**
 * Whether values exist that meet all requirements: `yes` with such values, `no`, or `maybe` when neither could be shown:
 * more than two variables hang together, or two that are multiplied and joined otherwise as well.
 */
export type Solution =
  | { readonly kind: 'yes'; readonly values: ReadonlyMap<number, Rational> }
  | { readonly kind: 'no' }
  | { readonly kind: 'maybe' };

/** Σ coefficient·variable ≤ bound over integers. */
interface Inequality {
  readonly coefficients: ReadonlyMap<number, bigint>;
  readonly bound: bigint;
}

type Values = ReadonlyMap<number, bigint>;

/** More inequalities than this during elimination, and the answer is `maybe`. */
const MOST_INEQUALITIES = 500;

const NONE: Solution = { kind: 'no' };
const UNCERTAIN: Solution = { kind: 'maybe' };

/**
 * Solves requirements over integers and finite decimals.
 *
 * Variables that meet in no requirement are solved apart. Alone, a variable is exact, whatever the degree (see
 * {@link valueMeeting}). One or two together in linear requirements are exact (see {@link latticePoint}); of more, all but
 * two are eliminated (Fourier and Motzkin): a contradiction that is left is one for sure, and values are carried back where
 * whole numbers allow it. Where variables are multiplied, bounds and what is linear may show that there are none, and of
 * whole numbers corners often tell (see {@link cornerMeeting}), or the values of one are few enough to be tried.
 *
 * @param domainOf What each variable may be.
 */
export function solve(requirements: readonly Requirement[], domainOf: (variable: number) => Domain): Solution {
  const values = new Map<number, Rational>();
  let certain = true;
  for (const group of groupsOf(requirements)) {
    const found = solveTogether(group, domainOf);
    if (found.kind === 'no') return NONE;
    if (found.kind === 'maybe') certain = false;
    else for (const [variable, value] of found.values) values.set(variable, value);
  }
  return certain ? { kind: 'yes', values } : UNCERTAIN;
}

function solveTogether(
  { variables, members: requirements }: RequirementGroup,
  domainOf: (variable: number) => Domain,
): Solution {
  const linear = requirements.filter(({ polynomial }) => degree(polynomial) <= 1);
  if (linear.length === requirements.length) return solveLinear(linear, domainOf);
  const [variable, second] = variables;
  if (variable !== undefined && second === undefined) {
    const value = valueMeeting(requirements, domainOf(variable));
    return value === null ? NONE : { kind: 'yes', values: new Map([[variable, value]]) };
  }
  const isOutside = ({ polynomial, sign }: Requirement): boolean => !signsWithin(polynomial, domainOf).includes(sign);
  if (requirements.some(isOutside) || solve(linear, domainOf).kind === 'no') return NONE;
  const box = boxOf([...variables], requirements, domainOf);
  if (box === null) return UNCERTAIN;
  const corner = cornerMeeting(box, requirements);
  if (corner === 'maybe') return solveByValues(box, requirements, domainOf);
  return corner === 'no' ? NONE : { kind: 'yes', values: corner };
}

/** Tries the values of the variable that has the fewest. */
function solveByValues(
  box: Box,
  requirements: readonly Requirement[],
  domainOf: (variable: number) => Domain,
): Solution {
  const few = fewestValues(box);
  if (few === null) return UNCERTAIN;
  let certain = true;
  for (const value of few.values) {
    const left = withValue(requirements, (variable) => (variable === few.variable ? value : null));
    const found = solve(left, domainOf);
    if (found.kind === 'yes') return { kind: 'yes', values: new Map([...found.values, [few.variable, value]]) };
    if (found.kind === 'maybe') certain = false;
  }
  return certain ? NONE : UNCERTAIN;
}

/** Requirements with values put in place of variables; `null` keeps one. */
export function withValue(
  requirements: readonly Requirement[],
  valueOf: (variable: number) => Rational | null,
): readonly Requirement[] {
  return requirements.map(({ polynomial, sign }) => ({ polynomial: substitute(polynomial, valueOf), sign }));
}

function solveLinear(requirements: readonly Requirement[], domainOf: (variable: number) => Domain): Solution {
  const variables = [...new Set(requirements.flatMap(({ polynomial }) => variablesOf(polynomial)))];
  const unit = decimalUnit(requirements, variables, domainOf);
  const unitOf = (variable: number): bigint => (domainOf(variable).whole ? 1n : unit);
  const found = solveIntegers([
    ...requirements.flatMap((requirement) => inequalitiesOf(requirement, unitOf)),
    ...variables.flatMap((variable) => boundsOf(variable, domainOf(variable), unitOf(variable))),
  ]);
  if (found === 'no') return NONE;
  if (found === 'maybe') return UNCERTAIN;
  const values = [...found].map(([variable, value]) => [variable, rational(value, unitOf(variable))] as const);
  return { kind: 'yes', values: new Map(values) };
}

/**
 * Decimals are taken as whole multiples of a power of ten so fine that a region which holds a decimal holds a multiple:
 * by Cramer's rule a region of n variables with coefficients below M is wider than 1/((n+1)!·M^(n+1)) if it is open, and
 * the multiples that solve its equations lie closer than n²·n!·M^(n+1) units apart. (10M)^(4n) is beyond both together.
 */
function decimalUnit(
  requirements: readonly Requirement[],
  variables: readonly number[],
  domainOf: (variable: number) => Domain,
): bigint {
  if (variables.every((variable) => domainOf(variable).whole)) return 1n;
  const magnitudes = [
    ...requirements.flatMap(({ polynomial }) => polynomial.map((term) => term.coefficient)),
    ...variables.flatMap((variable) => {
      const { min, max } = domainOf(variable);
      return [min, max].flatMap((bound) => (bound === null ? [] : [bound.num, bound.den]));
    }),
  ];
  const digits = magnitudes.reduce((most, value) => Math.max(most, value.toString().length), 1);
  return 10n ** BigInt(4 * Math.max(2, variables.length) * (digits + 1));
}

function inequalitiesOf(
  { polynomial, sign }: Requirement,
  unitOf: (variable: number) => bigint,
): readonly Inequality[] {
  const unit = variablesOf(polynomial)
    .map(unitOf)
    .reduce((most, own) => (own > most ? own : most), 1n);
  if (sign === 0) return [atMost(polynomial, 0n, unit, unitOf), atMost(scale(polynomial, -1n), 0n, unit, unitOf)];
  return [atMost(sign < 0 ? polynomial : scale(polynomial, -1n), -1n, unit, unitOf)];
}

/** `polynomial ≤ bound` in scaled integers: multiplied by the unit, of which one step is the smallest difference. */
function atMost(polynomial: Polynomial, bound: bigint, unit: bigint, unitOf: (variable: number) => bigint): Inequality {
  const coefficients = new Map<number, bigint>();
  for (const { coefficient, variables } of polynomial) {
    const [variable] = variables;
    if (variable !== undefined) coefficients.set(variable, (coefficient * unit) / unitOf(variable));
  }
  return tightened(coefficients, bound - constantTerm(polynomial) * unit);
}

function boundsOf(variable: number, { min, max }: Domain, unit: bigint): readonly Inequality[] {
  const bounds: Inequality[] = [];
  if (min !== null)
    bounds.push({ coefficients: new Map([[variable, -1n]]), bound: -ceilDivide(min.num * unit, min.den) });
  if (max !== null)
    bounds.push({ coefficients: new Map([[variable, 1n]]), bound: floorDivide(max.num * unit, max.den) });
  return bounds;
}

/** Divides by the common divisor of the coefficients; over integers the bound may then be rounded down. */
function tightened(coefficients: ReadonlyMap<number, bigint>, bound: bigint): Inequality {
  const present = [...coefficients].filter(([, coefficient]) => coefficient !== 0n);
  const divisor = present.reduce((all, [, coefficient]) => gcd(all, coefficient), 0n);
  if (divisor === 0n) return { coefficients: new Map(), bound };
  return {
    coefficients: new Map(present.map(([variable, coefficient]) => [variable, coefficient / divisor])),
    bound: floorDivide(bound, divisor),
  };
}

function solveIntegers(inequalities: readonly Inequality[]): Values | 'no' | 'maybe' {
  if (inequalities.some(({ coefficients, bound }) => coefficients.size === 0 && bound < 0n)) return 'no';
  const variables = [...new Set(inequalities.flatMap(({ coefficients }) => [...coefficients.keys()]))];
  const [first, second, ...more] = variables;
  if (first === undefined) return new Map();
  if (more.length === 0) return solvePair(inequalities, first, second);
  const eliminated = cheapest(variables, inequalities);
  const without = eliminate(eliminated, inequalities);
  if (without.length > MOST_INEQUALITIES) return 'maybe';
  const rest = solveIntegers(without);
  return typeof rest === 'string' ? rest : extended(rest, eliminated, inequalities);
}

function solvePair(inequalities: readonly Inequality[], first: number, second: number | undefined): Values | 'no' {
  const point = latticePoint(
    inequalities.map(({ coefficients, bound }) => ({
      a: coefficients.get(first) ?? 0n,
      b: (second === undefined ? undefined : coefficients.get(second)) ?? 0n,
      c: bound,
    })),
  );
  if (point === null) return 'no';
  return new Map(
    second === undefined
      ? [[first, point.x]]
      : [
          [first, point.x],
          [second, point.y],
        ],
  );
}

/** The variable whose elimination makes the fewest new inequalities. */
function cheapest(variables: readonly number[], inequalities: readonly Inequality[]): number {
  const cost = (variable: number): number => {
    const coefficients = inequalities.map((inequality) => inequality.coefficients.get(variable) ?? 0n);
    return coefficients.filter((c) => c > 0n).length * coefficients.filter((c) => c < 0n).length;
  };
  return variables.reduce((best, variable) => (cost(variable) < cost(best) ? variable : best));
}

/** Fourier–Motzkin: what the inequalities say of the other variables. */
function eliminate(variable: number, inequalities: readonly Inequality[]): readonly Inequality[] {
  const coefficientOf = (inequality: Inequality): bigint => inequality.coefficients.get(variable) ?? 0n;
  const uppers = inequalities.filter((inequality) => coefficientOf(inequality) > 0n);
  const lowers = inequalities.filter((inequality) => coefficientOf(inequality) < 0n);
  const kept = inequalities.filter((inequality) => coefficientOf(inequality) === 0n);
  const made = uppers.flatMap((upper) =>
    lowers.map((lower) => sum(upper, -coefficientOf(lower), lower, coefficientOf(upper))),
  );
  return strongest([...kept, ...made]);
}

function sum(one: Inequality, factor: bigint, other: Inequality, otherFactor: bigint): Inequality {
  const coefficients = new Map<number, bigint>();
  for (const variable of new Set([...one.coefficients.keys(), ...other.coefficients.keys()])) {
    const left = (one.coefficients.get(variable) ?? 0n) * factor;
    coefficients.set(variable, left + (other.coefficients.get(variable) ?? 0n) * otherFactor);
  }
  return tightened(coefficients, one.bound * factor + other.bound * otherFactor);
}

/** Of inequalities with the same left side, the one with the least bound. */
function strongest(inequalities: readonly Inequality[]): readonly Inequality[] {
  const byLeftSide = new Map<string, Inequality>();
  for (const inequality of inequalities) {
    const key = [...inequality.coefficients].sort(([a], [b]) => a - b).join(';');
    const known = byLeftSide.get(key);
    if (known === undefined || inequality.bound < known.bound) byLeftSide.set(key, inequality);
  }
  return [...byLeftSide.values()];
}

/** Gives an eliminated variable a whole value between the bounds that the others leave it. */
function extended(rest: Values, variable: number, inequalities: readonly Inequality[]): Values | 'maybe' {
  const values = new Map(rest);
  let lowest: bigint | null = null;
  let highest: bigint | null = null;
  for (const { coefficients, bound } of inequalities) {
    const own = coefficients.get(variable) ?? 0n;
    if (own === 0n) continue;
    let left = bound;
    for (const [other, coefficient] of coefficients) {
      if (other === variable) continue;
      // What only the eliminated variable held is free without it.
      const value = values.get(other) ?? 0n;
      values.set(other, value);
      left -= coefficient * value;
    }
    if (own > 0n) {
      const most = floorDivide(left, own);
      if (highest === null || most < highest) highest = most;
    } else {
      const least = ceilDivide(-left, -own);
      if (lowest === null || least > lowest) lowest = least;
    }
  }
  if (lowest !== null && highest !== null && lowest > highest) return 'maybe';
  return values.set(variable, lowest ?? highest ?? 0n);
}
