import { numberOf } from '../criteria/index.ts';
import type { Assessments } from '../assess/index.ts';
import {
  type Comparison,
  FAIL,
  type Formula,
  MISSING,
  NOT_APPLICABLE,
  numberAt,
  type Observed,
  observe,
  PASS,
  printFormula,
  type Scope,
  type State,
  UNKNOWN,
  type Unobserved,
  valueOfObserved,
} from '../formula/index.ts';
import { compare, multiply, type Rational, subtract } from '../number/index.ts';
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
 * Works out every part of a formula for one row: exact values, not the columns' signs.
 *
 * @example findingOf(assessments, formula, 1).state === FAIL // true
 */
export function findingOf(assessments: Assessments, formula: Formula, row: number): Finding {
  const { scope } = assessments.program;
  switch (formula.kind) {
    case 'compare':
      return isChoice(scope, formula.left)
        ? choiceComparison(assessments, formula, row)
        : comparison(assessments, formula, row);
    case 'in':
      return choice(
        assessments,
        formula.operand,
        formula.values.map((value) => value.name),
        row,
      );
    case 'name':
      return named(assessments, formula.name, row);
    case 'not': {
      const of = findingOf(assessments, formula.operand, row);
      return { kind: 'not', state: opposite(of.state), of };
    }
    case 'all':
    case 'any':
    case 'at_least':
      return group(assessments, formula, row);
    default:
      throw new RangeError(`${printFormula(formula)} is no condition: the formula was not checked`);
  }
}

/** Works out a number for one row, exactly. */
export function observedIn({ program, dataset }: Assessments, formula: Formula, row: number): Observed | Unobserved {
  return observe(formula, program.scope, (name) => {
    const column = dataset.columns.get(name);
    return column?.kind === 'number' ? numberAt(column, row) : null;
  });
}

function comparison(assessments: Assessments, formula: Formula & { kind: 'compare' }, row: number): ComparisonFinding {
  const observed = observedIn(assessments, formula.left, row);
  const required = observedIn(assessments, formula.right, row);
  const base = {
    kind: 'comparison',
    formula,
    observed,
    operator: formula.operator,
    required,
    percent: hasPercent(formula),
  } as const;
  if (typeof observed === 'string' || typeof required === 'string') {
    const isUndefined = observed === 'undefined' || required === 'undefined';
    return {
      ...base,
      state: isUndefined ? NOT_APPLICABLE : UNKNOWN,
      margin: null,
      range: rangeOf(assessments, formula.left, row),
    };
  }
  const line = valueOfObserved(required);
  const margin = subtract(observed.num, multiply(line, observed.den));
  const state = holds(formula.operator, compare(valueOfObserved(observed), line)) ? PASS : FAIL;
  return { ...base, state, margin, range: null };
}

/** Whether a number that stands below, on or above its line compares so. */
export function holds(operator: Comparison, sign: -1 | 0 | 1): boolean {
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

function choiceComparison(assessments: Assessments, formula: Formula & { kind: 'compare' }, row: number): Finding {
  const value = formula.right.kind === 'name' ? formula.right.name : '';
  const equal = choice(assessments, formula.left, [value], row);
  return formula.operator === '==' ? equal : { kind: 'not', state: opposite(equal.state), of: equal };
}

function choice(assessments: Assessments, operand: Formula, accepted: readonly string[], row: number): Finding {
  const indicator = operand.kind === 'name' ? operand.name : '';
  const column = assessments.dataset.columns.get(indicator);
  const place = column?.kind === 'choice' ? (column.values[row] ?? MISSING) : MISSING;
  const observed = [...(assessments.program.set.indicators.get(indicator)?.values.keys() ?? [])][place] ?? null;
  const state = observed === null ? UNKNOWN : accepted.includes(observed) ? PASS : FAIL;
  return { kind: 'choice', state, indicator, observed, accepted };
}

function named(assessments: Assessments, name: string, row: number): Finding {
  const number = numberOf(assessments.program.set.criteria, name);
  if (number >= 0) return { kind: 'criterion', id: name, state: asState(assessments.states[number]?.[row]) };
  const column = assessments.dataset.columns.get(name);
  const value = column?.kind === 'boolean' ? (column.values[row] ?? MISSING) : MISSING;
  const observed = value === MISSING ? null : value === 1;
  return { kind: 'boolean', indicator: name, observed, state: observed === null ? UNKNOWN : observed ? PASS : FAIL };
}

function group(assessments: Assessments, formula: Group, row: number): Finding {
  const of = formula.of.map((part) => findingOf(assessments, part, row));
  const applicable = of.filter(({ state }) => state !== NOT_APPLICABLE);
  const needed = formula.kind === 'at_least' ? formula.count : formula.kind === 'all' ? applicable.length : 1;
  return {
    kind: 'group',
    state: groupState(
      of.length,
      applicable.map(({ state }) => state),
      needed,
    ),
    needed,
    of,
  };
}

/** The state of a group by those of its parts that apply. */
export function groupState(parts: number, applicable: readonly State[], needed: number): State {
  const passed = applicable.filter((state) => state === PASS).length;
  const possible = applicable.filter((state) => state !== FAIL).length;
  if (parts > 0 && applicable.length === 0) return NOT_APPLICABLE;
  if (passed >= needed) return PASS;
  return possible >= needed ? UNKNOWN : FAIL;
}

/** What `not` makes of a state. */
export function opposite(state: State): State {
  return state === PASS ? FAIL : state === FAIL ? PASS : state;
}

/** A byte of a column as a state. */
export function asState(byte: number | undefined): State {
  return byte === FAIL || byte === PASS || byte === NOT_APPLICABLE ? byte : UNKNOWN;
}
