import {
  add,
  constantTerm,
  degree,
  type Domain,
  evaluate,
  type Fraction,
  isNeverNegative,
  multiply,
  type Polynomial,
  polynomialKey,
  primitive,
  type Requirement,
  scale,
  solve,
  variablesOf,
} from '../algebra/index.ts';
import {
  add as plus,
  ceilDivide,
  compare,
  divide,
  floorDivide,
  gcd,
  multiply as product,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../number/index.ts';
import { contains, point, type Range, rangeKey } from './range.ts';

/** The figures that some answers leave. */
export interface Region {
  readonly requirements: readonly Requirement[];
  readonly domainOf: (variable: number) => Domain;
  /** Ranges that were found already, by fraction. */
  readonly known: Map<string, Range>;
}

/** As many values of points that go in steps are told apart. */
const MOST_STEPS = 60;

/** The value of a fraction that hangs on nothing; `null` for any other. What divides by nothing is never earned: none. */
export function constantOf({ num, den }: Fraction): Rational | null {
  if (den.length === 0) return ZERO;
  if (variablesOf(num).length > 0 || variablesOf(den).length > 0) return null;
  return divide(rational(constantTerm(num)), rational(constantTerm(den)));
}

/** That a fraction has a value, as a requirement. */
export function equals({ num, den }: Fraction, value: Rational): Requirement {
  return { polynomial: add(scale(num, value.den), scale(den, -value.num)), sign: 0 };
}

/** One fraction less another; denominators that are multiples of each other are kept simple. */
export function difference(a: Fraction, b: Fraction): Fraction {
  const [one, two] = [primitive(a.den), primitive(b.den)];
  if (polynomialKey(one.polynomial) !== polynomialKey(two.polynomial)) {
    return { num: add(multiply(a.num, b.den), scale(multiply(b.num, a.den), -1n)), den: multiply(a.den, b.den) };
  }
  const [first, second] = [contentOf(a.den, one.polynomial), contentOf(b.den, two.polynomial)];
  return { num: add(scale(a.num, second), scale(b.num, -first)), den: scale(a.den, second) };
}

/** How many times its primitive form a polynomial is. */
function contentOf(whole: Polynomial, part: Polynomial): bigint {
  return (whole[0]?.coefficient ?? 1n) / (part[0]?.coefficient ?? 1n);
}

/**
 * The values that points of whole figures can have one by one, when they go in steps.
 *
 * @returns `null` where they do not, or in too many.
 */
export function stepsOf({ num, den }: Fraction, within: Range, { domainOf }: Region): readonly Rational[] | null {
  if (variablesOf(den).length > 0 || degree(num) > 1 || !variablesOf(num).every((variable) => domainOf(variable).whole))
    return null;
  const step = num
    .filter(({ variables }) => variables.length > 0)
    .reduce((all, term) => gcd(all, term.coefficient), 0n);
  const below = constantTerm(den);
  if (step === 0n || below === 0n) return null;
  const start = divide(rational(constantTerm(num)), rational(below));
  const width = divide(rational(step), rational(below < 0n ? -below : below));
  const [low, high] = [within.low, within.high].map((end) => divide(subtract(end, start), width));
  if (low === undefined || high === undefined) return null;
  const [first, last] = [ceilDivide(low.num, low.den), floorDivide(high.num, high.den)];
  if (last - first >= MOST_STEPS) return null;
  return Array.from({ length: Math.max(0, Number(last - first) + 1) }, (_, index) =>
    plus(start, product(rational(first + BigInt(index)), width)),
  ).filter((value) => contains(within, value));
}

/**
 * The values that a fraction can have: never too narrow. Its ends are looked for where the region's borders are, and each is
 * proved: no figures of the region bring the fraction beyond it.
 *
 * @param known What is known of it already.
 */
export function rangeOf(fraction: Fraction, known: Range, region: Region): Range {
  const settled = constantOf(fraction);
  if (settled !== null) return point(settled);
  if (degree(fraction.num) > 1 || degree(fraction.den) > 1) return known;
  // Comparisons are multiplied by the denominator, which must not turn them round.
  if (!isNeverNegative(fraction.den, region.domainOf)) return known;
  const key = `${polynomialKey(fraction.num)}/${polynomialKey(fraction.den)} ${rangeKey(known)}`;
  const found = region.known.get(key) ?? foundRange(fraction, known, region);
  region.known.set(key, found);
  return found;
}

function foundRange(fraction: Fraction, known: Range, region: Region): Range {
  const corners = cornersOf(fraction, region).filter((value) =>
    contains({ ...known, lowOpen: false, highOpen: false }, value),
  );
  const ascending = corners.toSorted(compare);
  const canBe = (value: Rational, sign: -1 | 0 | 1): boolean => {
    const { polynomial } = equals(fraction, value);
    return solve([...region.requirements, { polynomial, sign }], region.domainOf).kind !== 'no';
  };
  const high = ascending.find((value) => !canBe(value, 1));
  const low = ascending.toReversed().find((value) => !canBe(value, -1));
  return {
    low: low ?? known.low,
    lowOpen: low === undefined ? known.lowOpen : !canBe(low, 0),
    high: high ?? known.high,
    highOpen: high === undefined ? known.highOpen : !canBe(high, 0),
  };
}

/** The values of a fraction at points on the borders of a region: only guesses, each is then proved. */
function cornersOf(fraction: Fraction, region: Region): readonly Rational[] {
  const variables = [...new Set([...variablesOf(fraction.num), ...variablesOf(fraction.den)])];
  const near = region.requirements.filter(({ polynomial }) =>
    variablesOf(polynomial).some((variable) => variables.includes(variable)),
  );
  const points = [
    ...near.flatMap(({ polynomial }) => [polynomial, withoutShift(polynomial)]).flatMap(pointsOn),
    ...variables.flatMap((variable) => {
      const { min, max } = region.domainOf(variable);
      return [min, max].flatMap((bound) => (bound === null ? [] : [new Map([[variable, bound]])]));
    }),
  ];
  const found = new Map<string, Rational>();
  for (const known of points) {
    // What a border says nothing of is taken as one: a share of something.
    const valueOf = (variable: number): Rational => known.get(variable) ?? ONE;
    const below = evaluate(fraction.den, valueOf);
    const value = below.num === 0n ? ZERO : divide(evaluate(fraction.num, valueOf), below);
    found.set(`${value.num}/${value.den}`, value);
  }
  return [...found.values()];
}

/** Points at which a linear polynomial is zero: two of its terms make up for each other, the others are nothing. */
function pointsOn(polynomial: Polynomial): readonly ReadonlyMap<number, Rational>[] {
  const [up, down] = [
    polynomial.filter((term) => term.coefficient > 0n),
    polynomial.filter((term) => term.coefficient < 0n),
  ];
  const nothing = new Map(variablesOf(polynomial).map((variable) => [variable, ZERO]));
  return up.flatMap((one) =>
    down.map((other) => {
      const [a, b] = [one.variables[0], other.variables[0]];
      // The term without variables is what it is.
      const scaleOf =
        a === undefined ? rational(one.coefficient) : b === undefined ? rational(-other.coefficient) : null;
      const [first, second] =
        scaleOf === null
          ? [rational(-other.coefficient), rational(one.coefficient)]
          : [divide(scaleOf, rational(one.coefficient)), divide(scaleOf, rational(-other.coefficient))];
      const point = new Map(nothing);
      if (a !== undefined) point.set(a, first);
      if (b !== undefined) point.set(b, second);
      return point;
    }),
  );
}

/** Of whole numbers, `p <= 0` is kept as `p - 1 < 0`: its border lies where p is 0. */
function withoutShift(polynomial: Polynomial): Polynomial {
  const constant = constantTerm(polynomial);
  return constant === 1n || constant === -1n ? polynomial.filter(({ variables }) => variables.length > 0) : polynomial;
}
