import type { CriteriaSet, Indicator } from '../criteria/index.ts';
import { type Dataset, type EarlierColumn, requireRow, withHistory } from '../data/index.ts';
import { type Column, FAIL, MISSING, numberAt, PASS, runConditions, type Target, UNKNOWN } from '../formula/index.ts';
import type { Issue } from '../messages/index.ts';
import { equal } from '../number/index.ts';
import { type Candidates, candidateSearch } from './candidates.ts';
import type { Earned } from './earned.ts';
import { compileProgram, type Program } from './program.ts';
import { countScore, type Score, sheetScore } from './score.ts';
import { rowsWith } from './rows-with.ts';
import { uncheckedRows, unsoundRows } from './soundness.ts';
import { gateColumns, pieceTargets, rowPoints } from './row-points.ts';
import { UNDETERMINED } from './undetermined.ts';
import { type Cells, createUnit } from './unit.ts';
import { onlyClass, verdictReader } from './verdict.ts';

/** A criteria set made ready to assess any number of datasets. */
export interface Assessor {
  readonly program: Program;
  /**
   * Assesses every row of a dataset.
   *
   * @throws {RangeError} When it was read with errors or for another set: its missing figures would not be what they seem.
   */
  readonly assess: (dataset: Dataset) => Assessments;
}

/**
 * The outcome of every row, as columns by row number; what only some rows need is worked out when asked for: a row that is
 * not there is then a `RangeError`.
 */
export interface Assessments {
  readonly program: Program;
  readonly dataset: Dataset;
  /** By criterion number, the state of each row (`FAIL`, `UNKNOWN`, `PASS`, `NOT_APPLICABLE`). */
  readonly states: readonly Uint8Array[];
  /** By number, the state of each gate on points. */
  readonly gates: readonly Uint8Array[];
  /** The place of the class in the set, or {@link UNDETERMINED}. */
  readonly classes: Uint8Array;
  /** `PASS`, `FAIL` or `UNKNOWN`. */
  readonly certified: Uint8Array;
  /** By remark of the set: `PASS` where it is due. */
  readonly remarks: readonly Uint8Array[];
  /** The classes a row can be in, whether it may be in none, and whether each of these was shown to be reached. */
  readonly candidates: (row: number) => Pick<Candidates, 'classes' | 'mayBeNone' | 'exact'>;
  /** The points of a row; `null` when nothing that earns points applies or the set has no score. */
  readonly score: (row: number) => Score | null;
  /** What each criterion of a row earns, by number; `null` where it is left out; empty without points. */
  readonly points: (row: number) => readonly (Earned | null)[];
  /** Rows that break a data check or divide by zero, with the check's own severity. */
  readonly issues: readonly Issue[];
}

/**
 * Makes a criteria set ready to run.
 *
 * @example compile(set).assess(dataset).classes[0] // 0
 */
export function compile(set: CriteriaSet): Assessor {
  const program = compileProgram(set);
  return {
    program,
    assess(dataset) {
      requireFit(set, dataset);
      return assess(program, dataset);
    },
  };
}

/** Mistakes of a program that uses the library; of files they have been told before it comes to this. */
function requireFit(set: CriteriaSet, { columns, issues }: Dataset): void {
  const error = issues.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new RangeError(`the data was read with errors: ${error.code}`);
  for (const indicator of set.indicators.values()) {
    if (indicator.rollup === null && !isFor(indicator, columns.get(indicator.id)))
      throw new RangeError(`the data was not read for ${set.id}: ${indicator.id}`);
  }
}

/** Whether a column has the kind of its indicator, and its choices the places that they have there. */
function isFor({ type, values }: Indicator, column: Column | undefined): boolean {
  const kind = type === 'boolean' || type === 'choice' ? type : 'number';
  if (column?.kind !== kind) return false;
  const ids = [...values.keys()];
  return column.kind !== 'choice' || column.ids.every((id, place) => ids[place] === id);
}

/** Criteria first, then what hangs on them: points, gates on points, and the classes. */
function assess(program: Program, given: Dataset): Assessments {
  const dataset = withHistory(given, earlierColumns(program));
  const target = (condition: Target['condition'], number = -1): Target => ({
    number,
    condition,
    out: new Uint8Array(dataset.rows),
  });
  const criteria = program.order.flatMap((number) => {
    const condition = program.criteria[number];
    return condition === undefined ? [] : [target(condition, number)];
  });
  const remarks = program.remarks.map((condition) => target(condition));
  const rules = [...program.checks, ...program.questions.unsoundDivisions].map((condition) => target(condition));
  const pieces = pieceTargets(program, dataset.rows);
  const first = { conditions: program.classes, out: new Uint8Array(dataset.rows) };
  const columns = { criteria, others: [...remarks, ...rules, ...pieces] };
  // What classes hang on may be known only after the columns: bounds of missing cells, and points.
  const isDirect = program.questions.gates.length === 0 && (dataset.bounds?.size ?? 0) === 0;
  runConditions(program.questions, isDirect ? { ...columns, first } : columns, dataset);

  const states = [...criteria].sort((a, b) => a.number - b.number).map(({ out }) => out);
  const cellsAt = (row: number): Cells => cellsOf(program, dataset, row);
  sharpenByBounds(program, dataset, states, cellsAt);
  const points = rowPoints(program, states, pieces, cellsAt);
  const gates = gateColumns(program, dataset.rows, points);
  if (!isDirect) {
    const known = new Map(states.entries());
    runConditions(program.questions, { known, gates, criteria: [], others: [], first }, dataset);
  }

  const ownScore = (row: number): Score | null =>
    program.sheet === null ? countedScore(program, states, row) : sheetScore(program.sheet, points(row));
  const candidatesOf = searchOf(program, dataset, cellsAt);
  const ruleStates = rules.map(({ out }) => out);
  const open = new Set([...openRows(program, first.out, states, ownScore), ...uncheckedRows(program, ruleStates)]);
  const searched = new Map([...open].map((row) => [row, candidatesOf(row)]));
  const classOf = decidedClasses(first.out, searched);
  return {
    program,
    dataset,
    states,
    gates,
    classes: classOf,
    certified: certifiedOf(program, classOf, searched),
    remarks: remarks.map(({ out }) => out),
    candidates: (row) => {
      requireRow(dataset, row);
      return searched.get(row) ?? { classes: [classOf[row] ?? UNDETERMINED], mayBeNone: false, exact: true };
    },
    score: (row) => {
      requireRow(dataset, row);
      const found = searched.get(row);
      // `null` is an answer: nothing that earns points applies, whatever the missing cells are.
      return found === undefined || found.classes.length === 0 ? ownScore(row) : found.score;
    },
    points: (row) => {
      requireRow(dataset, row);
      return points(row);
    },
    issues: unsoundRows(program, dataset, ruleStates, searched),
  };
}

/** The candidates of a row, without proof where it was rolled up from units below that lack figures. */
function searchOf(program: Program, dataset: Dataset, cellsAt: (row: number) => Cells): (row: number) => Candidates {
  const search = candidateSearch(program);
  const isRolled = rolledRows(program, dataset);
  return (row) => {
    const found = search(cellsAt(row));
    return isRolled(row) ? withoutProof(found) : found;
  };
}

/** Whether a row above was rolled up from units below that lack figures. */
function rolledRows({ set }: Program, { bounds }: Dataset): (row: number) => boolean {
  if (set.from === null || bounds === undefined) return () => false;
  const rows = new Set([...bounds.values()].flatMap((cells) => [...cells.keys()]));
  return (row) => rows.has(row);
}

/** What is open above hangs together below: it may be that no figures there give all of it. One class is sure. */
function withoutProof(found: Candidates): Candidates {
  const isOpen = found.classes.length > 1 || found.mayBeNone || isOpenScore(found.score);
  return isOpen ? { ...found, exact: false } : found;
}

/** Decides criteria of rows whose missing figures are known to lie between bounds, where the bounds decide them. */
function sharpenByBounds(
  program: Program,
  { bounds }: Dataset,
  states: readonly Uint8Array[],
  cellsAt: (row: number) => Cells,
): void {
  const rows = new Set([...(bounds?.values() ?? [])].flatMap((cells) => [...cells.keys()]));
  for (const row of rows) {
    const unit = createUnit(program, cellsAt(row));
    unit.outcome();
    for (const [number, column] of states.entries()) column[row] = unit.criterion(number);
  }
}

/** The columns of earlier periods that a program asks for. */
export function earlierColumns({ questions }: Program): readonly EarlierColumn[] {
  return questions.variables
    .filter(({ periodsAgo }) => periodsAgo > 0)
    .map(({ indicator, periodsAgo }) => ({ indicator: indicator.id, periodsAgo }));
}

/** The rows whose class or points missing cells leave open: what they really allow must then be searched. */
function openRows(
  { counted, sheet }: Program,
  classes: Uint8Array,
  states: readonly Uint8Array[],
  score: (row: number) => Score | null,
): readonly number[] {
  if (sheet !== null) {
    return [...classes.keys()].filter((row) => classes[row] === UNDETERMINED || isOpenScore(score(row)));
  }
  const open = counted.flatMap(({ number }) => rowsWith(states[number] ?? new Uint8Array(), UNKNOWN));
  return [...new Set([...rowsWith(classes, UNDETERMINED), ...open])];
}

function isOpenScore(score: Score | null): boolean {
  return score !== null && (score.mayBeNone || !equal(score.min, score.max));
}

function decidedClasses(first: Uint8Array, searched: ReadonlyMap<number, Candidates>): Uint8Array {
  const classOf = first.slice();
  for (const [row, candidates] of searched) classOf[row] = onlyClass(candidates);
  return classOf;
}

function certifiedOf(program: Program, classOf: Uint8Array, searched: ReadonlyMap<number, Candidates>): Uint8Array {
  const certifies = [...program.set.classes.values()].map((entry) => entry.certifies);
  const verdict = new Uint8Array(256).fill(FAIL);
  for (const [index, does] of certifies.entries()) verdict[index] = does ? PASS : FAIL;
  const certified = new Uint8Array(classOf.length);
  for (let row = 0; row < certified.length; row += 1) certified[row] = verdict[classOf[row] ?? UNDETERMINED] ?? FAIL;
  const verdictOf = verdictReader(program);
  for (const [row, candidates] of searched) certified[row] = verdictOf(candidates);
  return certified;
}

function countedScore(program: Program, states: readonly Uint8Array[], row: number): Score | null {
  return countScore(program.counted, (number) => states[number]?.[row] ?? UNKNOWN);
}

/** The cells of a row as the search and the points read them. */
export function cellsOf(program: Program, dataset: Dataset, row: number): Cells {
  const columnOf = (variable: number): Column | undefined => {
    const name = program.questions.variables[variable]?.column;
    return name === undefined ? undefined : dataset.columns.get(name);
  };
  return {
    bounds: (variable) => {
      const name = program.questions.variables[variable]?.column;
      return (name === undefined ? undefined : dataset.bounds?.get(name)?.get(row)) ?? null;
    },
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
