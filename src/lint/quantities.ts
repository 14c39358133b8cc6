import { type CriteriaSet, type Criterion, isWhole } from '../criteria/index.ts';
import {
  type Compared,
  type Comparison,
  comparisonsIn,
  type Formula,
  mirroredOf,
  printFormula,
} from '../formula/index.ts';
import type { Position } from '../messages/index.ts';
import { type End, intersection, type Interval } from './intervals.ts';

/** A part of a criterion's test that holds for one interval of a quantity. */
export interface Band extends Interval {
  readonly criterion: string;
  /** The quantity as the file writes it. */
  readonly shown: string;
  readonly at: Position;
}

/** All comparisons of one quantity with numbers. */
export interface Quantity {
  readonly bands: readonly Band[];
  /** Whether it takes whole numbers only. */
  readonly whole: boolean;
  /** Whether it is also compared in other ways: what the bands leave out may then be taken there. */
  readonly entangled: boolean;
}

/** A comparison in the form `quantity operator number`. */
interface Bound {
  readonly quantity: Formula;
  readonly interval: Interval;
}

/** The quantities of a set by what they are made of, measures written out. */
export function quantitiesOf(set: CriteriaSet): ReadonlyMap<string, Quantity> {
  const bands = new Map<string, { readonly quantity: Formula; readonly found: Band[] }>();
  const loose = new Set<string>();
  const keyOf = (formula: Formula): string => printFormula(expanded(formula, set));
  for (const criterion of set.criteria.values()) {
    if (criterion.rule.kind !== 'test') continue;
    const taken = new Set<Compared>();
    for (const { comparisons, quantity, band } of bandsIn(criterion.rule.test, criterion, keyOf)) {
      const entry = bands.get(keyOf(quantity)) ?? { quantity, found: [] };
      entry.found.push(band);
      bands.set(keyOf(quantity), entry);
      for (const comparison of comparisons) taken.add(comparison);
    }
    for (const comparison of comparisonsIn(criterion.rule.test)) {
      if (!taken.has(comparison)) for (const side of [comparison.left, comparison.right]) loose.add(keyOf(side));
    }
  }
  for (const { when } of set.classes.values()) {
    for (const { left, right } of when === null ? [] : comparisonsIn(when)) loose.add(keyOf(left)).add(keyOf(right));
  }
  return new Map(
    [...bands].map(([key, { quantity, found }]) => [
      key,
      { bands: found, whole: isWhole(quantity, set), entangled: loose.has(key) },
    ]),
  );
}

interface Found {
  readonly comparisons: readonly Compared[];
  readonly quantity: Formula;
  readonly band: Band;
}

/** `any` gives the bands of its parts; `all` gives one where all parts compare the same quantity with numbers. */
function bandsIn(test: Formula, criterion: Criterion, keyOf: (formula: Formula) => string): readonly Found[] {
  if (test.kind === 'any') return test.of.flatMap((part) => bandsIn(part, criterion, keyOf));
  const parts = test.kind === 'all' ? test.of : [test];
  const comparisons = parts.flatMap((part) => (part.kind === 'compare' ? [part] : []));
  const bounds = comparisons.flatMap((comparison) => boundOf(comparison) ?? []);
  const [first] = bounds;
  if (first === undefined || bounds.length < parts.length) return [];
  if (bounds.some(({ quantity }) => keyOf(quantity) !== keyOf(first.quantity))) return [];
  const interval = bounds.reduce<Interval | null>(
    (all, bound) => (all === null ? null : intersection(all, bound.interval)),
    { low: null, high: null },
  );
  if (interval === null) return [];
  const band = { ...interval, criterion: criterion.id, shown: printFormula(first.quantity), at: first.quantity.at };
  return [{ comparisons, quantity: first.quantity, band }];
}

function boundOf({ operator, left, right }: Compared): Bound | null {
  if (right.kind === 'number' && left.kind !== 'number') {
    const interval = intervalOf(operator, right);
    return interval === null ? null : { quantity: left, interval };
  }
  if (left.kind !== 'number' || right.kind === 'number') return null;
  const interval = intervalOf(mirroredOf(operator), left);
  return interval === null ? null : { quantity: right, interval };
}

function intervalOf(operator: Comparison, number: Extract<Formula, { kind: 'number' }>): Interval | null {
  const end = (closed: boolean): End => ({ value: number.value, closed, shown: printFormula(number) });
  switch (operator) {
    case '<':
      return { low: null, high: end(false) };
    case '<=':
      return { low: null, high: end(true) };
    case '==':
      return { low: end(true), high: end(true) };
    case '>=':
      return { low: end(true), high: null };
    case '>':
      return { low: end(false), high: null };
    case '!=':
      return null;
    default:
      return operator satisfies never;
  }
}

/** A number with its measures replaced by what they are. */
function expanded(formula: Formula, set: CriteriaSet): Formula {
  switch (formula.kind) {
    case 'name': {
      const measure = set.measures.get(formula.name);
      return measure === undefined ? formula : expanded(measure.formula, set);
    }
    case 'negate':
      return { ...formula, operand: expanded(formula.operand, set) };
    case 'arithmetic':
      return { ...formula, left: expanded(formula.left, set), right: expanded(formula.right, set) };
    case 'call':
      return { ...formula, args: formula.args.map((arg) => expanded(arg, set)) };
    case 'number':
    case 'compare':
    case 'in':
    case 'not':
    case 'all':
    case 'any':
    case 'at_least':
      return formula;
    default:
      return formula satisfies never;
  }
}
