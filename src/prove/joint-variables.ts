import type { Domain } from '../algebra/index.ts';
import type { Program } from '../assess/index.ts';
import { type CriteriaSet, type Indicator, lineageOf } from '../criteria/index.ts';
import { printFormula, type Variable } from '../formula/index.ts';
import { ceilDivide, compare, equal, floorDivide, max, min, type Rational } from '../number/index.ts';

/** A figure that the sets ask for, of this period or an earlier one. */
export interface JointVariable {
  /** The indicator in each set, `null` where the set does not ask for it. */
  readonly indicators: readonly (string | null)[];
  readonly periodsAgo: number;
  readonly kind: Kind;
  /** What a number may be in all the sets. */
  readonly domain: Domain;
  /** The values a choice may have in all the sets; empty for other kinds. */
  readonly values: readonly string[];
}

type Kind = 'number' | 'share' | 'boolean' | 'choice';

/** The figures of several sets under one numbering. */
export interface JointVariables {
  readonly variables: readonly JointVariable[];
  /** By set, the joint number of each of its variables. */
  readonly numbers: readonly (readonly number[])[];
  /** Indicators that the sets take for different kinds of figures: no data row fits both. */
  readonly clashes: readonly string[];
  /** Indicators that may be less in one set than in another: only what all of them allow is looked at. */
  readonly narrowed: readonly string[];
  /** Indicators that the sets roll up in different ways: two figures, of which nothing says how they hang together. */
  readonly apart: readonly string[];
}

/**
 * Numbers the variables of several sets together. An indicator goes on under its id, or under another that `was` the old one;
 * where it became several, only the one that kept its id is the same figure. What is rolled up in another way is not.
 *
 * @param programs The sets, compiled, the earlier first.
 */
export function joinVariables(programs: readonly Program[]): JointVariables {
  const known = new Map<string, number>();
  const variables: JointVariable[] = [];
  const clashes = new Set<string>();
  const narrowed = new Set<string>();
  const apart = new Set<string>();
  const numbers = programs.map((program, side) => {
    const firstId = firstIds(programs, side, 'indicators');
    return program.questions.variables.map((variable) => {
      const id = firstId(variable.indicator.id);
      const isApart = !isRolledUpAlike([programs[0]?.set, program.set], [id, variable.indicator.id]);
      if (isApart) apart.add(indicatorOf(variable.indicator.id));
      const key = `${isApart ? side : ''}:${id}@${variable.periodsAgo}`;
      const own = ownVariable(variable, side, programs.length);
      const number = known.get(key) ?? variables.length;
      known.set(key, number);
      const other = variables[number];
      const both = other === undefined ? own : shared(other, own);
      if (both === null) clashes.add(variable.indicator.id);
      else if (other !== undefined && !isSame(other, own)) narrowed.add(variable.indicator.id);
      variables[number] = both ?? other ?? own;
      return number;
    });
  });
  return { variables, numbers, clashes: [...clashes], narrowed: [...narrowed], apart: [...apart] };
}

/** Whether the figure of one set is made as that of another; what is not rolled up in either is a cell of the data. */
function isRolledUpAlike(
  sets: readonly [CriteriaSet | undefined, CriteriaSet],
  ids: readonly [string, string],
): boolean {
  const [one, other] = sets.map((set, side) => (set === undefined ? null : rollupKey(set, ids[side] ?? '')));
  return one === null || one === other;
}

/** How a figure comes about: from which units below, by which formula; `null` for what the set has not. */
function rollupKey({ indicators, from }: CriteriaSet, id: string): string | null {
  const indicator = indicators.get(indicatorOf(id));
  if (indicator === undefined) return null;
  return indicator.rollup === null ? '' : [from?.set, from?.group, printFormula(indicator.rollup)].join(' ');
}

/** The counts of a share are columns of their own. */
export function indicatorOf(column: string): string {
  return column.split('#')[0] ?? column;
}

/** What indicators or criteria of one of the sets are called in the first; what is not there has a name like no other. */
export function firstIds(
  programs: readonly Program[],
  side: number,
  of: 'indicators' | 'criteria',
): (id: string) => string {
  const [first, own] = [programs[0]?.set[of], programs[side]?.set[of]];
  if (side === 0 || first === undefined || own === undefined) return (id) => id;
  const { same } = lineageOf(first, own);
  return (id) => same(id) ?? `${side}:${id}`;
}

function ownVariable({ indicator, periodsAgo, domain }: Variable, side: number, sides: number): JointVariable {
  return {
    indicators: Array.from({ length: sides }, (_, index) => (index === side ? indicator.id : null)),
    periodsAgo,
    kind: kindOf(indicator.type),
    domain,
    values: indicator.values,
  };
}

/** A percentage is written in another way than a number is. */
function kindOf(type: Indicator['type']): Kind {
  switch (type) {
    case 'count':
    case 'decimal':
      return 'number';
    case 'percent':
      return 'share';
    case 'boolean':
    case 'choice':
      return type;
    default:
      return type satisfies never;
  }
}

/** What two sets both allow; `null` when no figure fits both. */
function shared(one: JointVariable, other: JointVariable): JointVariable | null {
  const values = one.values.filter((value) => other.values.includes(value));
  if (one.kind !== other.kind || (one.kind === 'choice' && values.length === 0)) return null;
  const indicators = one.indicators.map((id, side) => id ?? other.indicators[side] ?? null);
  const [a, b] = [one.domain, other.domain];
  const domain = { whole: a.whole || b.whole, min: ofBoth(a.min, b.min, max), max: ofBoth(a.max, b.max, min) };
  return isEmpty(domain) ? null : { ...one, indicators, domain, values };
}

function isEmpty({ whole, min: least, max: most }: Domain): boolean {
  if (least === null || most === null) return false;
  if (compare(least, most) > 0) return true;
  return whole && ceilDivide(least.num, least.den) > floorDivide(most.num, most.den);
}

function ofBoth(
  a: Rational | null,
  b: Rational | null,
  inner: (a: Rational, b: Rational) => Rational,
): Rational | null {
  return a === null || b === null ? (a ?? b) : inner(a, b);
}

function isSame(one: JointVariable, other: JointVariable): boolean {
  return (
    one.domain.whole === other.domain.whole &&
    isSameBound(one.domain.min, other.domain.min) &&
    isSameBound(one.domain.max, other.domain.max) &&
    one.values.length === other.values.length &&
    one.values.every((value) => other.values.includes(value))
  );
}

function isSameBound(a: Rational | null, b: Rational | null): boolean {
  return a === null || b === null ? a === b : equal(a, b);
}
