import { numberOf, scopeOf } from '../criteria/index.ts';
import { type Assessments, unitStates } from '../assess/index.ts';
import { requireRow } from '../data/index.ts';
import {
  checkFormula,
  type Column,
  type Comparison,
  FAIL,
  type Formula,
  holds,
  isChoice,
  MISSING,
  NOT_APPLICABLE,
  type NumberReader,
  numberReader,
  type Observed,
  opposite,
  PASS,
  printFormula,
  rememberedOf,
  type State,
  UNKNOWN,
  type Unobserved,
  whenAsked,
} from '../formula/index.ts';
import { requireAssessments, requireFormula } from '../messages/index.ts';
import type { Rational } from '../number/index.ts';
import { cellsBehind, keptBySmallCells } from './cells-behind.ts';
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
  | GroupFinding;

/** What was found of several parts. */
export interface GroupFinding {
  readonly kind: 'group';
  readonly state: State;
  /** Whether the criterion asks for all of them: those that do not apply are not asked for. */
  readonly all: boolean;
  /** How many must hold: all that apply, one, or as many as the criterion says. */
  readonly needed: number;
  readonly of: readonly Finding[];
}

/** A comparison of two numbers. Its figures are worked out when they are read: a copy by spreading or cloning has none. */
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
 * @throws {RangeError} For a name that the set does not have, and for any other fault that criteria are refused for.
 * @returns For each row its finding; for a row that is not there a `RangeError`.
 * @example findingReader(assessments, formula)(1).state === FAIL // true
 */
export function findingReader(assessments: Assessments, formula: Formula): (row: number) => Finding {
  requireAssessments(assessments);
  requireFormula(formula);
  requireSound(assessments, formula);
  const read = conditionReader(assessments, formula);
  return (row) => {
    requireRow(assessments.dataset, row);
    return read(row);
  };
}

/**
 * Works out every part of a formula for one row. For many rows, {@link findingReader} is faster.
 *
 * @throws {RangeError} As {@link findingReader}.
 * @example findingOf(assessments, formula, 1).state === FAIL // true
 */
export function findingOf(assessments: Assessments, formula: Formula, row: number): Finding {
  return findingReader(assessments, formula)(row);
}

/** A figure of a name that is none would be missing for every row, and no row would show it. */
function requireSound({ program: { set } }: Assessments, formula: Formula): void {
  const [fault] = checkFormula(formula, scopeOf(set), 'condition');
  if (fault !== undefined) throw new RangeError(`${printFormula(formula)} is no condition of ${set.id}: ${fault.code}`);
}

/** Works out a number for one row, exactly. */
export function observedIn(assessments: Assessments, formula: Formula, row: number): Observed | Unobserved {
  return numberReaderOf(assessments).number(formula)(row);
}

/** The reader of the numbers of assessed rows, shared by all that is asked about them. */
const numberReaderOf = rememberedOf(
  (assessments: Assessments): NumberReader => numberReader(assessments.program.scope, assessments.dataset.columns),
);

/**
 * As {@link findingReader}, for conditions of the set itself and rows that are there: nothing is checked.
 *
 * Rows with the same small figures share what was found: most counts are small, and many are zero.
 */
export function conditionReader(assessments: Assessments, formula: Formula): (row: number) => Finding {
  const read = eachRow(assessments, formula);
  if (formula.kind === 'name' || formula.kind === 'in') return read;
  const cells = cellsBehind(assessments, [formula]);
  return cells === null ? read : keptBySmallCells(cells, read);
}

function eachRow(assessments: Assessments, formula: Formula): (row: number) => Finding {
  switch (formula.kind) {
    case 'compare':
      return isChoice(formula.left, assessments.program.scope)
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
  const figures = figuresOf(assessments, formula);
  const stateAt = (place: number): State => (holds(formula.operator, place) ? PASS : FAIL);
  const [below, on, above] = [stateAt(-1), stateAt(0), stateAt(1)];
  const { side } = figures;
  return (row) => {
    const found = side(row);
    const state = found > 0 ? above : found < 0 ? below : found === 0 ? on : figures.stateOfNone(row);
    return new ComparisonOfRow(figures, row, state);
  };
}

/** The figures of a comparison, row by row. */
interface Figures {
  readonly formula: Compared;
  readonly percent: boolean;
  readonly left: (row: number) => Observed | Unobserved;
  readonly right: (row: number) => Observed | Unobserved;
  readonly side: (row: number) => number;
  readonly margin: (row: number) => Rational | null;
  readonly range: (row: number, isDecided: boolean) => Range | null;
  /** The state where a side has no number. */
  readonly stateOfNone: (row: number) => State;
}

function figuresOf(assessments: Assessments, formula: Compared): Figures {
  const numbers = numberReaderOf(assessments);
  return {
    formula,
    percent: hasPercent(formula),
    left: numbers.number(formula.left),
    right: numbers.number(formula.right),
    ...numbers.against(formula.left, formula.right),
    range: (row, isDecided) => rangeOf(assessments, formula.left, row, isDecided),
    stateOfNone: stateWithGaps(assessments, formula),
  };
}

/** The state of a comparison where figures of it are missing: what their bounds leave, as for the criteria. */
function stateWithGaps(assessments: Assessments, formula: Compared): (row: number) => State {
  const { program, dataset } = assessments;
  const states = whenAsked(() => unitStates(assessments, formula, program.scope, dataset).states.bytes());
  return (row) => asState(states()[row]);
}

/**
 * Most of its figures nobody asks for: they are worked out, exactly, when somebody does. They are read by their names; a copy
 * by `{ ...finding }` or `structuredClone` has only its kind and state.
 */
class ComparisonOfRow implements ComparisonFinding {
  readonly kind = 'comparison';
  readonly state: State;
  readonly #figures: Figures;
  readonly #row: number;
  #margin: Rational | null = null;

  constructor(figures: Figures, row: number, state: State) {
    this.state = state;
    this.#figures = figures;
    this.#row = row;
  }

  get formula(): Compared {
    return this.#figures.formula;
  }

  get operator(): Comparison {
    return this.#figures.formula.operator;
  }

  get percent(): boolean {
    return this.#figures.percent;
  }

  get observed(): Observed | Unobserved {
    return this.#figures.left(this.#row);
  }

  get required(): Observed | Unobserved {
    return this.#figures.right(this.#row);
  }

  get margin(): Rational | null {
    return (this.#margin ??= this.#figures.margin(this.#row));
  }

  get range(): Range | null {
    return this.margin === null ? this.#figures.range(this.#row, this.state !== UNKNOWN) : null;
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
  if (number >= 0) return criterion(name, assessments.states[number]);
  if (!assessments.program.set.indicators.has(name)) throw new RangeError(`${name} is no criterion and no indicator`);
  return boolean(name, assessments.dataset.columns.get(name));
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
  const readParts = readerOfAll(formula.of.map((part) => conditionReader(assessments, part)));
  const fixed = formula.kind === 'at_least' ? formula.count : 1;
  return (row) => {
    const of = readParts(row);
    const needed = formula.kind === 'all' ? of.length - countOf(of, NOT_APPLICABLE) : fixed;
    return { kind: 'group', state: stateOf(of, needed), all: formula.kind === 'all', needed, of };
  };
}

/** Reads the same row with each; two, which is what most groups have, without a loop. */
function readerOfAll<T>(readers: readonly ((row: number) => T)[]): (row: number) => readonly T[] {
  const [first, second, ...more] = readers;
  if (first !== undefined && second !== undefined && more.length === 0) return (row) => [first(row), second(row)];
  return (row) => readers.map((read) => read(row));
}

type Part = { readonly state: State };

function countOf(parts: readonly Part[], wanted: State): number {
  let count = 0;
  for (const { state } of parts) if (state === wanted) count += 1;
  return count;
}

/** The state of a group by those of its parts. */
export function groupState(states: readonly State[], needed: number): State {
  return stateOf(
    states.map((state) => ({ state })),
    needed,
  );
}

function stateOf(parts: readonly Part[], needed: number): State {
  let [passed, open, notApplicable] = [0, 0, 0];
  for (const { state } of parts) {
    if (state === PASS) passed += 1;
    else if (state === UNKNOWN) open += 1;
    else if (state === NOT_APPLICABLE) notApplicable += 1;
  }
  if (parts.length > 0 && notApplicable === parts.length) return NOT_APPLICABLE;
  // The open ones may yet all not apply.
  if (open > 0 && open + notApplicable === parts.length) return UNKNOWN;
  if (passed >= needed) return PASS;
  return passed + open >= needed ? UNKNOWN : FAIL;
}

/** A byte of a column as a state. */
export function asState(byte: number | undefined): State {
  return byte === FAIL || byte === PASS || byte === NOT_APPLICABLE ? byte : UNKNOWN;
}
