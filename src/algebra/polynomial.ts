import {
  gcd,
  lcm,
  multiply as multiplyRational,
  type Rational,
  rational,
  add as addRational,
  integer,
} from '../number/index.ts';

/** A product of variables with an integer factor; a variable is its number, repeated for a power, in ascending order. */
export interface Term {
  readonly coefficient: bigint;
  readonly variables: readonly number[];
}

/** A sum of terms with distinct variables and no zero coefficient, ordered by `termKey`; the empty sum is 0. */
export type Polynomial = readonly Term[];

/** A quotient of two polynomials. */
export interface Fraction {
  readonly num: Polynomial;
  readonly den: Polynomial;
}

/** A polynomial and the sign it must have. */
export interface Requirement {
  readonly polynomial: Polynomial;
  readonly sign: -1 | 0 | 1;
}

/** What a variable may be. `null` is no bound; a whole variable takes integers, any other every finite decimal. */
export interface Domain {
  readonly whole: boolean;
  readonly min: Rational | null;
  readonly max: Rational | null;
}

/** What is known of a variable, its kind aside. */
export type Bounds = Pick<Domain, 'min' | 'max'>;

/** A domain with what more is known of one figure. */
export function narrowed(domain: Domain, { min, max }: Bounds): Domain {
  return { ...domain, min: min ?? domain.min, max: max ?? domain.max };
}

export const ZERO_POLYNOMIAL: Polynomial = [];
export const ONE_POLYNOMIAL: Polynomial = [{ coefficient: 1n, variables: [] }];

/** The polynomial of one variable. */
export function variable(index: number): Polynomial {
  return [{ coefficient: 1n, variables: [index] }];
}

/** The fraction of a constant. */
export function constant(value: Rational): Fraction {
  return {
    num: collect([{ coefficient: value.num, variables: [] }]),
    den: collect([{ coefficient: value.den, variables: [] }]),
  };
}

export function add(a: Polynomial, b: Polynomial): Polynomial {
  return collect([...a, ...b]);
}

export function scale(a: Polynomial, factor: bigint): Polynomial {
  return collect(a.map((term) => ({ coefficient: term.coefficient * factor, variables: term.variables })));
}

export function multiply(a: Polynomial, b: Polynomial): Polynomial {
  return collect(
    a.flatMap((s) =>
      b.map((t) => ({
        coefficient: s.coefficient * t.coefficient,
        variables: [...s.variables, ...t.variables].sort((x, y) => x - y),
      })),
    ),
  );
}

/** The sum of two fractions; equal denominators are kept, so that degrees do not grow. */
export function addFractions(a: Fraction, b: Fraction): Fraction {
  if (polynomialKey(a.den) === polynomialKey(b.den)) return { num: add(a.num, b.num), den: a.den };
  return { num: add(multiply(a.num, b.den), multiply(b.num, a.den)), den: multiply(a.den, b.den) };
}

export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return { num: multiply(a.num, b.num), den: multiply(a.den, b.den) };
}

export function negateFraction(a: Fraction): Fraction {
  return { num: scale(a.num, -1n), den: a.den };
}

/** The value of a fraction wherever it has one, when that is everywhere the same: 0/x is 0, 2x/x is 2; else `null`. */
export function constantValue({ num, den }: Fraction): Rational | null {
  const [below] = den;
  if (below === undefined) return null;
  const [above] = num;
  if (above === undefined) return rational(0n);
  const isMultiple =
    num.length === den.length &&
    num.every((term, index) => {
      const other = den[index];
      return (
        other !== undefined &&
        termKey(term) === termKey(other) &&
        term.coefficient * below.coefficient === other.coefficient * above.coefficient
      );
    });
  return isMultiple ? rational(above.coefficient, below.coefficient) : null;
}

/** The same text for the same polynomial, and no other. */
export function polynomialKey(polynomial: Polynomial): string {
  return polynomial.map((term) => `${term.coefficient}*${termKey(term)}`).join('+');
}

/** Polynomials never change, and a search asks each again and again. */
const variables = new WeakMap<Polynomial, readonly number[]>();

/** The variables of a polynomial, ascending. */
export function variablesOf(polynomial: Polynomial): readonly number[] {
  const known = variables.get(polynomial);
  if (known !== undefined) return known;
  const found = [...new Set(polynomial.flatMap((term) => term.variables))].sort((a, b) => a - b);
  variables.set(polynomial, found);
  return found;
}

/** The highest number of variables multiplied in one term; 0 for a constant. */
export function degree(polynomial: Polynomial): number {
  return polynomial.reduce((highest, term) => Math.max(highest, term.variables.length), 0);
}

/** The factor of the term without variables. */
export function constantTerm(polynomial: Polynomial): bigint {
  return polynomial.find((term) => term.variables.length === 0)?.coefficient ?? 0n;
}

/**
 * The polynomial with coprime coefficients whose sign is the same everywhere, or the opposite everywhere when `flipped`:
 * one form for `x >= 5` and `10 - 2x > 0`, so that equal questions are asked once.
 */
export function primitive(polynomial: Polynomial): { readonly polynomial: Polynomial; readonly flipped: boolean } {
  const lead = polynomial.find((term) => term.variables.length > 0) ?? polynomial[0];
  if (lead === undefined) return { polynomial, flipped: false };
  const divisor = polynomial.reduce((all, term) => gcd(all, term.coefficient), 0n);
  const flipped = lead.coefficient < 0n;
  const factor = flipped ? -divisor : divisor;
  return { polynomial: polynomial.map((term) => ({ ...term, coefficient: term.coefficient / factor })), flipped };
}

/**
 * Puts values in place of variables.
 *
 * @param valueOf The value of a variable, or `null` to keep it.
 * @returns A polynomial in the kept variables that has the same sign for every value of them.
 */
export function substitute(polynomial: Polynomial, valueOf: (variable: number) => Rational | null): Polynomial {
  return substituted(polynomial, valueOf).polynomial;
}

/** The same for a fraction, whose value is kept. */
export function substituteFraction({ num, den }: Fraction, valueOf: (variable: number) => Rational | null): Fraction {
  const above = substituted(num, valueOf);
  const below = substituted(den, valueOf);
  return { num: scale(above.polynomial, below.times), den: scale(below.polynomial, above.times) };
}

/** The polynomial times the least positive number that makes its coefficients whole. */
function substituted(
  polynomial: Polynomial,
  valueOf: (variable: number) => Rational | null,
): { readonly polynomial: Polynomial; readonly times: bigint } {
  const parts = polynomial.map((term) => {
    let factor = integer(term.coefficient);
    const kept: number[] = [];
    for (const index of term.variables) {
      const value = valueOf(index);
      if (value === null) kept.push(index);
      else factor = multiplyRational(factor, value);
    }
    return { factor, variables: kept };
  });
  const times = parts.reduce((all, part) => lcm(all, part.factor.den), 1n);
  const terms = parts.map(({ factor, variables }) => ({ coefficient: (factor.num * times) / factor.den, variables }));
  return { polynomial: collect(terms), times };
}

/** The exact value of a polynomial. */
export function evaluate(polynomial: Polynomial, valueOf: (variable: number) => Rational): Rational {
  return polynomial.reduce(
    (sum, term) =>
      addRational(
        sum,
        term.variables.reduce((product, v) => multiplyRational(product, valueOf(v)), integer(term.coefficient)),
      ),
    rational(0n),
  );
}

function termKey(term: Term): string {
  return term.variables.join('.');
}

function collect(terms: readonly Term[]): Polynomial {
  const sums = new Map<string, Term>();
  for (const term of terms) {
    const key = termKey(term);
    const coefficient = (sums.get(key)?.coefficient ?? 0n) + term.coefficient;
    sums.set(key, { coefficient, variables: term.variables });
  }
  return [...sums.values()]
    .filter((term) => term.coefficient !== 0n)
    .sort((a, b) => (termKey(a) < termKey(b) ? -1 : 1));
}
