import type { CriteriaSet } from '../criteria/index.ts';
import type { Dataset } from '../data/index.ts';
import { type Column, FAIL, MISSING, numberAt, PASS, runConditions, type Target, UNKNOWN } from '../formula/index.ts';
import type { Issue } from '../messages/index.ts';
import { type Candidates, type Cells, findCandidates } from './candidates.ts';
import { compileProgram, type Program } from './program.ts';
import { countScore, type Score } from './score.ts';
import { unsoundRows } from './soundness.ts';

/** A criteria set made ready to assess any number of datasets. */
export interface Assessor {
  readonly program: Program;
  /** Assesses every row of a dataset that was read without errors. */
  readonly assess: (dataset: Dataset) => Assessments;
}

/** The outcome of every row, as columns by row number; what only some rows need is worked out when asked for. */
export interface Assessments {
  readonly program: Program;
  readonly dataset: Dataset;
  /** By criterion number, the state of each row (`FAIL`, `UNKNOWN`, `PASS`, `NOT_APPLICABLE`). */
  readonly states: readonly Uint8Array[];
  /** The place of the class in the set, or {@link UNDETERMINED}. */
  readonly classes: Uint8Array;
  /** `PASS`, `FAIL` or `UNKNOWN`. */
  readonly certified: Uint8Array;
  /** By remark of the set: `PASS` where it is due. */
  readonly remarks: readonly Uint8Array[];
  /** The classes a row can be in, and whether each of them was shown to be reached. */
  readonly candidates: (row: number) => { readonly classes: readonly number[]; readonly exact: boolean };
  /** The points of a row; `null` when no counted criterion applies or the set has no score. */
  readonly score: (row: number) => Score | null;
  /** Rows that break a data check or divide by zero, with the check's own severity. */
  readonly issues: readonly Issue[];
}

/** The byte of a row whose class its missing cells leave open. */
export const UNDETERMINED = 255;

/**
 * Makes a criteria set ready to run.
 *
 * @example compile(set).assess(dataset).classes[0] // the place of the first unit's class
 */
export function compile(set: CriteriaSet): Assessor {
  const program = compileProgram(set);
  return { program, assess: (dataset) => assess(program, dataset) };
}

function assess(program: Program, dataset: Dataset): Assessments {
  const column = (): Uint8Array => new Uint8Array(dataset.rows);
  const target = (condition: Target['condition'], number = -1): Target => ({ number, condition, out: column() });
  const criteria = program.order.flatMap((number) => {
    const condition = program.criteria[number];
    return condition === undefined ? [] : [target(condition, number)];
  });
  const classes = program.classes.map((condition) => target(condition));
  const remarks = program.remarks.map((condition) => target(condition));
  const rules = [...program.checks, ...program.questions.unsoundDivisions].map((condition) => target(condition));
  runConditions(program.questions, { criteria, others: [...classes, ...remarks, ...rules] }, dataset);

  const states = [...criteria].sort((a, b) => a.number - b.number).map(({ out }) => out);
  const searched = searchOpenRows(program, dataset, states, classes);
  const classOf = decidedClasses(dataset.rows, classes, searched);
  const score = (row: number): Score | null => searched.get(row)?.score ?? scoreOf(program, states, row);
  return {
    program,
    dataset,
    states,
    classes: classOf,
    certified: certifiedOf(program, classOf, searched),
    remarks: remarks.map(({ out }) => out),
    candidates: (row) => searched.get(row) ?? { classes: [classOf[row] ?? UNDETERMINED], exact: true },
    score,
    issues: unsoundRows(program, dataset, rules.map(({ out }) => out), searched),
  };
}

/** Rows whose class or points three-valued logic leaves open: what their missing cells really allow. */
function searchOpenRows(
  program: Program,
  dataset: Dataset,
  states: readonly Uint8Array[],
  classes: readonly Target[],
): ReadonlyMap<number, Candidates> {
  const searched = new Map<number, Candidates>();
  for (let row = 0; row < dataset.rows; row += 1) {
    const isOpen = firstHeld(classes, row) === UNDETERMINED || program.scored.some((number) => states[number]?.[row] === UNKNOWN);
    if (isOpen) searched.set(row, findCandidates(program, cellsOf(program, dataset, row)));
  }
  return searched;
}

function decidedClasses(rows: number, classes: readonly Target[], searched: ReadonlyMap<number, Candidates>): Uint8Array {
  const classOf = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1) classOf[row] = firstHeld(classes, row);
  for (const [row, candidates] of searched) {
    const [only = UNDETERMINED] = candidates.classes;
    classOf[row] = candidates.classes.length === 1 ? only : UNDETERMINED;
  }
  return classOf;
}

/**
 * The first class that holds in a row when none before it is unknown.
 *
 * @param classes The conditions of the classes with their states, in order.
 * @returns The place of the class, or {@link UNDETERMINED}.
 */
export function firstHeld(classes: readonly Target[], row: number): number {
  for (let index = 0; index < classes.length; index += 1) {
    const state = classes[index]?.out[row];
    if (state === PASS) return index;
    if (state === UNKNOWN) return UNDETERMINED;
  }
  return UNDETERMINED;
}

function certifiedOf(program: Program, classOf: Uint8Array, searched: ReadonlyMap<number, Candidates>): Uint8Array {
  const certifies = [...program.set.classes.values()].map((entry) => entry.certifies);
  const certified = classOf.map((index) => (certifies[index] === true ? PASS : FAIL));
  for (const [row, candidates] of searched) {
    const verdicts = candidates.classes.map((index) => certifies[index] === true);
    if (verdicts.length > 0) certified[row] = !verdicts.includes(false) ? PASS : verdicts.includes(true) ? UNKNOWN : FAIL;
  }
  return certified;
}

function scoreOf(program: Program, states: readonly Uint8Array[], row: number): Score | null {
  return countScore(program.scored.map((number) => states[number]?.[row] ?? UNKNOWN));
}

/** The cells of a row as the search reads them. */
function cellsOf(program: Program, dataset: Dataset, row: number): Cells {
  const columnOf = (variable: number): Column | undefined => {
    const id = program.questions.variables[variable]?.indicator.id;
    return id === undefined ? undefined : dataset.columns.get(id);
  };
  return {
    number: (variable) => {
      const column = columnOf(variable);
      return column?.kind === 'number' ? numberAt(column, row) : null;
    },
    byte: (variable) => {
      const column = columnOf(variable);
      return column === undefined || column.kind === 'number' ? MISSING : (column.values[row] ?? MISSING);
    },
  };
}
