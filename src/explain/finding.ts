import { numberOf } from '../criteria/index.ts';
import type { Assessments } from '../assess/index.ts';
import {
  type Column,
  type Comparison,
  FAIL,
  type Formula,
  MISSING,
  NOT_APPLICABLE,
  type NumberReader,
  numberReader,
  type Observed,
  PASS,
  printFormula,
  type Scope,
  type State,
  UNKNOWN,
  type Unobserved,
} from '../formula/index.ts';
import { type Rational, sign } from '../number/index.ts';
import { type Range, rangeOf } from './range.ts';

/** What was found of one part of a criterion's test for one unit. */
export type Finding =
  | ComparisonFinding
  | {
      readonly kind: 'choice';
      readonly state: State;
      readonly indicator: string;
      readonly observed: string | null;
      readonly accepted: readonly string[];
    }
  | { readonly kind: 'boolean'; readonly state: State; readonly indicator: string; readonly observed: boolean | null }
  | { readonly kind: 'criterion'; readonly state: State; readonly id: string }
  | { readonly kind: 'not'; readonly state: State; readonly of: Finding }
  /** Several parts of which `needed` must hold (all of them, one, or as many as the criterion says). */
  | { readonly kind: 'group'; readonly state: State; readonly needed: number; readonly of: readonly Finding[] };

/** A comparison of two numbers. */
export interface ComparisonFinding {
  readonly kind: 'comparison';
  readonly state: State;
  readonly formula: Formula & { readonly kind: 'compare' };
  /** The left side as it came about, or why there is none. */
  readonly observed: Observed | Unobserved;
  readonly operator: Comparison;
  readonly required: Observed | Unobserved;
  /** How far the left side lies above the line (below: negative): in the numerator's own units where it is a ratio. */
  readonly margin: Rational | null;
  /** What the left side lies between, where it is a figure that is only known within bounds. */
  readonly range: Range | null;
  /** Whether it compares percentages. */
  readonly percent: boolean;
}

/** The formulas made of several conditions. */
type Group = Extract<Formula, { readonly of: readonly Formula[] }>;

/**
 * Makes the reader of what was found of a formula: every part of it, with exact values, not the columns' signs.
 *
 * @param formula A condition of the set, as a criterion's test.
 * @returns For each row its finding.
 * @example findingReader(assessments, formula)(1).state === FAIL // true
 */
export function findingReader(assessments: Assessments, formula: Formula): (row: number) => Finding {
  return conditionReader(assessments, formula);
}

/**
 * Works out every part of a formula for one row. For many rows, {@link findingReader} is faster.
 *
 * @example findingOf(assessments, formula, 1).state === FAIL // true
 */
export function findingOf(assessments: Assessments, formula: Formula, row: number): Finding {
  return conditionReader(assessments, formula)(row);
}

/** Works out a number for one row, exactly. */
export function observedIn(assessments: Assessments, formula: Formula, row: number): Observed | Unobserved {
  return numbersOf(assessments).number(formula)(row);
}

const readers = new WeakMap<Assessments, NumberReader>();

/** The numbers of assessed rows, shared by all that is asked about them. */
function numbersOf(assessments: Assessments): NumberReader {
  const known = readers.get(assessments);
  if (known !== undefined) return known;
  const reader = numberReader(assessments.program.scope, assessments.dataset.columns);
  readers.set(assessments, reader);
  return reader;
}

function conditionReader(assessments: Assessments, formula: Formula): (row: number) => Finding {
  switch (formula.kind) {
    case 'compare':
      return isChoice(assessments.program.scope, formula.left)
        ? choiceComparison(assessments, formula)
        : comparison(assessments, formula);
    case 'in':
      return choice(
        assessments,
        formula.operand,
        formula.values.map((value) => value.name),
      );
    case 'name':
      return named(assessments, formula.name);
    case 'not': {
      const operand = conditionReader(assessments, formula.operand);
      return (row) => {
        const of = operand(row);
        return { kind: 'not', state: opposite(of.state), of };
      };
    }
    case 'all':
    case 'any':
    case 'at_least':
      return group(assessments, formula);
    default:
      throw new RangeError(`${printFormula(formula)} is no condition: the formula was not checked`);
  }
}

type Compared = Formula & { readonly kind: 'compare' };

function comparison(assessments: Assessments, formula: Compared): (row: number) => ComparisonFinding {
  const read = eachComparison(assessments, formula);
  const count = numbersOf(assessments).column(formula.left);
  return count === null || formula.right.kind !== 'number' ? read : keptByCount(count.values, read);
}

/** Findings of counts below this are kept. */
const MOST_COUNT = 256;

/** What was found of a small count is the same in every row: most counts are small, and many are zero. */
function keptByCount<T>(counts: Float64Array, read: (row: number) => T): (row: number) => T {
  const kept: (T | undefined)[] = Array.from({ length: MOST_COUNT });
  return (row) => {
    const count = counts[row] ?? Number.NaN;
    return count >= 0 && count < MOST_COUNT ? (kept[count] ??= read(row)) : read(row);
  };
}

function eachComparison(assessments: Assessments, formula: Compared): (row: number) => ComparisonFinding {
  const numbers = numbersOf(assessments);
  const [left, right] = [numbers.number(formula.left), numbers.number(formula.right)];
  const marginOf = numbers.margin(formula.left, formula.right);
  const { operator } = formula;
  const percent = hasPercent(formula);
  return (row) => {
    const [observed, required, margin] = [left(row), right(row), marginOf(row)];
    if (typeof observed === 'string' || margin === null) {
      const isUndefined = observed === 'undefined' || required === 'undefined';
      const state = isUndefined ? NOT_APPLICABLE : UNKNOWN;
      const range = rangeOf(assessments, formula.left, row);
      return { kind: 'comparison', state, formula, observed, operator, required, margin: null, range, percent };
    }
    // The margin is in units of the numerator.
    const side = observed.den.num < 0n ? -sign(margin) : sign(margin);
    const state = holds(operator, side) ? PASS : FAIL;
    return { kind: 'comparison', state, formula, observed, operator, required, margin, range: null, percent };
  };
}

/** Whether a number that stands below, on or above its line compares so. */
export function holds(operator: Comparison, sign: number): boolean {
  switch (operator) {
    case '<':
      return sign < 0;
    case '<=':
      return sign <= 0;
    case '==':
      return sign === 0;
    case '!=':
      return sign !== 0;
    case '>=':
      return sign >= 0;
    case '>':
      return sign > 0;
  }
}

function hasPercent(formula: Formula): boolean {
  switch (formula.kind) {
    case 'number':
      return formula.percent;
    case 'compare':
      return hasPercent(formula.left) || hasPercent(formula.right);
    default:
      return false;
  }
}

function isChoice(scope: Scope, formula: Formula): boolean {
  const meaning = formula.kind === 'name' ? scope.lookup(formula.name) : null;
  return meaning?.kind === 'indicator' && meaning.indicator.type === 'choice';
}

function choiceComparison(assessments: Assessments, formula: Compared): (row: number) => Finding {
  const value = formula.right.kind === 'name' ? formula.right.name : '';
  const equal = choice(assessments, formula.left, [value]);
  if (formula.operator === '==') return equal;
  return (row) => {
    const of = equal(row);
    return { kind: 'not', state: opposite(of.state), of };
  };
}

function choice(assessments: Assessments, operand: Formula, accepted: readonly string[]): (row: number) => Finding {
  const indicator = operand.kind === 'name' ? operand.name : '';
  const column = assessments.dataset.columns.get(indicator);
  const found = (observed: string | null): Finding => {
    const state = observed === null ? UNKNOWN : accepted.includes(observed) ? PASS : FAIL;
    return { kind: 'choice', state, indicator, observed, accepted };
  };
  const missing = found(null);
  if (column?.kind !== 'choice') return () => missing;
  const { values } = column;
  const findings = [...(assessments.program.set.indicators.get(indicator)?.values.keys() ?? [])].map(found);
  return (row) => findings[values[row] ?? MISSING] ?? missing;
}

function named(assessments: Assessments, name: string): (row: number) => Finding {
  const number = numberOf(assessments.program.set.criteria, name);
  return number >= 0
    ? criterion(name, assessments.states[number])
    : boolean(name, assessments.dataset.columns.get(name));
}

const STATES = [FAIL, UNKNOWN, PASS, NOT_APPLICABLE] as const;

function criterion(id: string, states: Uint8Array | undefined): (row: number) => Finding {
  const open: Finding = { kind: 'criterion', id, state: UNKNOWN };
  const findings = STATES.map((state): Finding => ({ kind: 'criterion', id, state }));
  return (row) => findings[states?.[row] ?? UNKNOWN] ?? open;
}

function boolean(indicator: string, column: Column | undefined): (row: number) => Finding {
  const missing: Finding = { kind: 'boolean', indicator, observed: null, state: UNKNOWN };
  if (column?.kind !== 'boolean') return () => missing;
  const findings = [false, true].map(
    (observed): Finding => ({ kind: 'boolean', indicator, observed, state: observed ? PASS : FAIL }),
  );
  return (row) => findings[column.values[row] ?? MISSING] ?? missing;
}

function group(assessments: Assessments, formula: Group): (row: number) => Finding {
  const parts = formula.of.map((part) => conditionReader(assessments, part));
  return (row) => {
    const of = parts.map((read) => read(row));
    const counts = countStates(of);
    const applicable = of.length - counts.notApplicable;
    const needed = formula.kind === 'at_least' ? formula.count : formula.kind === 'all' ? applicable : 1;
    return { kind: 'group', state: stateOf(counts, of.length, needed), needed, of };
  };
}

/** How many parts pass for sure, are open, and do not apply. */
interface StateCounts {
  readonly passed: number;
  readonly open: number;
  readonly notApplicable: number;
}

function countStates(parts: readonly { readonly state: State }[]): StateCounts {
  let [passed, open, notApplicable] = [0, 0, 0];
  for (const { state } of parts) {
    if (state === PASS) passed += 1;
    else if (state === UNKNOWN) open += 1;
    else if (state === NOT_APPLICABLE) notApplicable += 1;
  }
  return { passed, open, notApplicable };
}

/** The state of a group by those of its parts. */
export function groupState(states: readonly State[], needed: number): State {
  return stateOf(countStates(states.map((state) => ({ state }))), states.length, needed);
}

function stateOf({ passed, open, notApplicable }: StateCounts, parts: number, needed: number): State {
  if (parts > 0 && notApplicable === parts) return NOT_APPLICABLE;
  if (passed >= needed) return PASS;
  return passed + open >= needed ? UNKNOWN : FAIL;
}

/** What `not` makes of a state. */
export function opposite(state: State): State {
  return state === PASS ? FAIL : state === FAIL ? PASS : state;
}

/** A byte of a column as a state. */
export function asState(byte: number | undefined): State {
  return byte === FAIL || byte === PASS || byte === NOT_APPLICABLE ? byte : UNKNOWN;
}
