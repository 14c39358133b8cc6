import {
  constantTerm,
  degree,
  type Domain,
  greatest,
  groupsOf,
  least,
  type Polynomial,
  polynomialKey,
  type Requirement,
  type Solution,
  solve,
  substitute,
  variablesOf,
} from '../algebra/index.ts';
import { ceilDivide, floorDivide, integer } from '../number/index.ts';

/** Numbers of steps from `from` to `to`; `null` is no end. */
export interface Range {
  readonly from: bigint;
  readonly to: bigint | null;
}

/** The steps that are still possible: a range for each variable, and linear requirements on several together. */
export interface Region {
  readonly ranges: ReadonlyMap<number, Range>;
  readonly linear: readonly Requirement[];
}

/** What the cheapest steps of a region cost, and such steps; `null` where only the cost could be bounded. */
export interface Cheapest {
  readonly cost: bigint;
  readonly steps: ReadonlyMap<number, bigint> | null;
}

/** The polynomial with the variables put in that have one value left. */
export function settledIn({ ranges }: Region, polynomial: Polynomial): Polynomial {
  return substitute(polynomial, (variable) => {
    const range = ranges.get(variable);
    return range !== undefined && range.from === range.to ? integer(range.from) : null;
  });
}

/**
 * The part of a region in which a linear polynomial has a sign.
 *
 * @returns The region, or `null` where it is empty for sure.
 */
export function narrowed(region: Region, polynomial: Polynomial, sign: -1 | 0 | 1): Region | null {
  return settle(region.ranges, [...region.linear, { polynomial, sign }]);
}

/** A region without (`from` fixed) and with further steps of one variable. */
export function splitAt(region: Region, variable: number): readonly Region[] {
  const range = region.ranges.get(variable);
  if (range === undefined) return [];
  const { from, to } = range;
  const parts: readonly Range[] = [{ from, to: from }, ...(to === null || to > from ? [{ from: from + 1n, to }] : [])];
  return parts.flatMap((part) => settle(new Map([...region.ranges, [variable, part]]), region.linear) ?? []);
}

/** Takes requirements on one variable into its range, until no more come up. */
function settle(given: ReadonlyMap<number, Range>, requirements: readonly Requirement[]): Region | null {
  const ranges = new Map(given);
  let linear = requirements;
  for (let before = -1; before !== linear.length; ) {
    before = linear.length;
    const kept: Requirement[] = [];
    for (const { polynomial: whole, sign } of linear) {
      const polynomial = settledIn({ ranges, linear }, whole);
      const [variable, ...others] = variablesOf(polynomial);
      if (variable === undefined) {
        if (signOf(constantTerm(polynomial)) !== sign) return null;
      } else if (others.length > 0) kept.push({ polynomial, sign });
      else {
        const range = tightened(ranges.get(variable) ?? { from: 0n, to: null }, polynomial, sign);
        if (range === null) return null;
        ranges.set(variable, range);
      }
    }
    linear = kept;
  }
  return { ranges, linear };
}

/** The range in which a·x + b has a sign. */
function tightened({ from, to }: Range, polynomial: Polynomial, sign: -1 | 0 | 1): Range | null {
  if (degree(polynomial) > 1) throw new RangeError('only linear requirements narrow a region');
  const a = polynomial.find(({ variables }) => variables.length > 0)?.coefficient ?? 1n;
  const b = constantTerm(polynomial);
  if (sign === 0) {
    const value = -b / a;
    return value * a === -b && value >= from && (to === null || value <= to) ? { from: value, to: value } : null;
  }
  const [slope, offset] = sign < 0 ? [a, b] : [-a, -b];
  const bounded =
    slope > 0n
      ? { from, to: least(to, floorDivide(-1n - offset, slope)) }
      : { from: greatest(from, ceilDivide(offset + 1n, -slope)), to };
  return bounded.to !== null && bounded.from > bounded.to ? null : bounded;
}

/** A bound below the cost of a region: each variable at the start of its range. */
export function costAtStart({ ranges }: Region, weightOf: (variable: number) => bigint): bigint {
  return [...ranges].reduce((sum, [variable, { from }]) => sum + weightOf(variable) * from, 0n);
}

/**
 * Makes the finder of the cheapest steps of a region: exactly the least Σ weight × steps.
 *
 * Variables that share no requirement are priced apart: alone, the start of their range; together, by bisection on the
 * cost, each time asking exactly (see `solve`) whether steps of at most that cost exist.
 *
 * @param weightOf What one step of a variable costs.
 * @returns For a region its cheapest steps, or `null` where it is empty. What was asked once is remembered.
 */
export function createPricer(weightOf: (variable: number) => bigint): (region: Region) => Cheapest | null {
  const known = new Map<string, Cheapest | null>();

  function groupPrice(requirements: readonly Requirement[], ranges: ReadonlyMap<number, Range>): Cheapest | null {
    const variables = [...new Set(requirements.flatMap(({ polynomial }) => variablesOf(polynomial)))].sort(
      (a, b) => a - b,
    );
    const parts = variables.map((variable) => `${variable}:${ranges.get(variable)?.from}-${ranges.get(variable)?.to}`);
    const key = [...parts, ...requirements.map(({ polynomial, sign }) => `${polynomialKey(polynomial)}${sign}`)].join(
      ';',
    );
    const found = known.get(key);
    if (found !== undefined) return found;
    const price = cheapestTogether(requirements, variables, ranges, weightOf);
    known.set(key, price);
    return price;
  }

  return ({ ranges, linear }) => {
    const groups = groupsOf(linear);
    const grouped = new Set(groups.flatMap(({ variables }) => [...variables]));
    let cost = 0n;
    let complete = true;
    const steps = new Map<number, bigint>();
    for (const [variable, { from }] of ranges) {
      if (grouped.has(variable)) continue;
      cost += weightOf(variable) * from;
      steps.set(variable, from);
    }
    for (const { members } of groups) {
      const price = groupPrice(members, ranges);
      if (price === null) return null;
      cost += price.cost;
      if (price.steps === null) complete = false;
      else for (const [variable, value] of price.steps) steps.set(variable, value);
    }
    return { cost, steps: complete ? steps : null };
  };
}

/** The cheapest steps of variables that requirements tie together; `null` where none meet them. */
function cheapestTogether(
  requirements: readonly Requirement[],
  variables: readonly number[],
  ranges: ReadonlyMap<number, Range>,
  weightOf: (variable: number) => bigint,
): Cheapest | null {
  const least = variables.reduce((sum, variable) => sum + weightOf(variable) * (ranges.get(variable)?.from ?? 0n), 0n);
  const within = (cost: bigint, unmoved: ReadonlySet<number> = new Set()): Solution => {
    const domainOf = (variable: number): Domain => {
      const { from, to } = ranges.get(variable) ?? { from: 0n, to: null };
      const last = unmoved.has(variable) ? from : to;
      return { whole: true, min: integer(from), max: last === null ? null : integer(last) };
    };
    const spent: Polynomial = variables.map((variable) => ({
      coefficient: weightOf(variable),
      variables: [variable],
    }));
    const limit: Requirement = { polynomial: [...spent, { coefficient: -cost - 1n, variables: [] }], sign: -1 };
    return solve([...requirements, limit], domainOf);
  };
  // Most often one variable does it alone: then one question proves that nothing is cheaper.
  const alone = cheapestAlone(requirements, variables, ranges, weightOf);
  if (alone !== null && (alone.cost === least || within(alone.cost - 1n).kind === 'no')) return alone;
  if (alone === null && isEmpty(requirements, ranges)) return null;
  const cost = leastCost(least, alone?.cost ?? null, (limit) => within(limit).kind !== 'no');
  if (cost === null) return { cost: least, steps: null };
  return { cost, steps: fewestMoved(variables, ranges, (unmoved) => within(cost, unmoved)) };
}

/** The cheapest steps of which one variable alone goes beyond the start of its range. */
function cheapestAlone(
  requirements: readonly Requirement[],
  variables: readonly number[],
  ranges: ReadonlyMap<number, Range>,
  weightOf: (variable: number) => bigint,
): (Cheapest & { readonly steps: ReadonlyMap<number, bigint> }) | null {
  let best: (Cheapest & { readonly steps: ReadonlyMap<number, bigint> }) | null = null;
  for (const moved of variables) {
    const own = variables.map((variable): readonly [number, Range] => {
      const range = ranges.get(variable) ?? { from: 0n, to: null };
      return [variable, variable === moved ? range : { from: range.from, to: range.from }];
    });
    const region = settle(new Map(own), requirements);
    if (region === null) continue;
    const steps = new Map([...region.ranges].map(([variable, { from }]) => [variable, from]));
    const cost = [...steps].reduce((sum, [variable, value]) => sum + weightOf(variable) * value, 0n);
    if (best === null || cost < best.cost) best = { cost, steps };
  }
  return best;
}

function isEmpty(requirements: readonly Requirement[], ranges: ReadonlyMap<number, Range>): boolean {
  const domainOf = (variable: number): Domain => {
    const { from, to } = ranges.get(variable) ?? { from: 0n, to: null };
    return { whole: true, min: integer(from), max: to === null ? null : integer(to) };
  };
  return solve(requirements, domainOf).kind === 'no';
}

/** Costs beyond this many doublings of one step are not looked for. */
const MOST_DOUBLINGS = 80;

/**
 * The least cost from `least` on that is enough.
 *
 * @param known A cost that is enough, where one is known.
 */
function leastCost(least: bigint, known: bigint | null, isEnough: (cost: bigint) => boolean): bigint | null {
  if (isEnough(least)) return least;
  const most = known === null ? null : known - least;
  let below = 0n;
  let above = 1n;
  for (let doublings = 0; doublings <= MOST_DOUBLINGS; doublings += 1) {
    if (most !== null && above >= most) {
      above = most;
      break;
    }
    if (isEnough(least + above)) break;
    if (doublings === MOST_DOUBLINGS) return null;
    below = above;
    above *= 2n;
  }
  while (above - below > 1n) {
    const middle = (above + below) / 2n;
    if (isEnough(least + middle)) above = middle;
    else below = middle;
  }
  return least + above;
}

/** Of steps at one cost, such that move few variables: each that can stay stays, the last first. */
function fewestMoved(
  variables: readonly number[],
  ranges: ReadonlyMap<number, Range>,
  stepsWith: (unmoved: ReadonlySet<number>) => Solution,
): ReadonlyMap<number, bigint> | null {
  const unmoved = new Set<number>();
  let best = stepsWith(unmoved);
  for (const variable of variables.toReversed()) {
    if (best.kind !== 'yes' || ranges.get(variable)?.from !== 0n) continue;
    const without = stepsWith(new Set([...unmoved, variable]));
    if (without.kind !== 'yes') continue;
    best = without;
    unmoved.add(variable);
  }
  return best.kind === 'yes' ? new Map([...best.values].map(([variable, { num }]) => [variable, num])) : null;
}

function signOf(value: bigint): -1 | 0 | 1 {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}
