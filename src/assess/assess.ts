import type { CriteriaSet, Indicator } from '../criteria/index.ts';
import { type Dataset, type EarlierColumn, kindOfColumn, requireRow, withHistory } from '../data/index.ts';
import {
  type Column,
  FAIL,
  MISSING,
  numberAt,
  PASS,
  rowsWith,
  runConditions,
  type StateColumn,
  UNKNOWN,
  whenAsked,
} from '../formula/index.ts';
import { type Issue, requireDataset, requireSet } from '../messages/index.ts';
import { equal } from '../number/index.ts';
import { type Candidates, candidateSearch } from './candidates.ts';
import type { Earned } from './earned.ts';
import { compileProgram, type Program } from './program.ts';
import { countScore, type Score, sheetScore } from './score.ts';
import { settledGates, settledStates } from './settled.ts';
import { uncheckedRows, unsoundRows } from './soundness.ts';
import { gateColumns, pieceConditions, rowPoints } from './row-points.ts';
import { UNDETERMINED } from './undetermined.ts';
import type { Cells } from './unit.ts';
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
  /**
   * By criterion number, the state of each row (`FAIL`, `UNKNOWN`, `PASS`, `NOT_APPLICABLE`). What would be open by itself
   * but is the same in all that keeps to the data checks is known.
   */
  readonly states: readonly Uint8Array[];
  /** By number, the state of each gate on points. */
  readonly gates: readonly Uint8Array[];
  /** The place of the class in the set (`[...set.classes.keys()]` has its id there), or {@link UNDETERMINED}. */
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
  /** Rows that break a data check or divide by zero, with the check's own severity; of units above, those below as well. */
  readonly issues: readonly Issue[];
}

/**
 * Makes a criteria set ready to run.
 *
 * @throws {RangeError} For what is no criteria set.
 * @example compile(set).assess(dataset).classes[0] // 0
 */
export function compile(set: CriteriaSet): Assessor {
  requireSet(set);
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
function requireFit(set: CriteriaSet, dataset: Dataset): void {
  requireDataset(dataset);
  for (const { severity, code } of dataset.issues)
    if (severity === 'error') throw new RangeError(`the data was read with errors: ${code}`);
  for (const indicator of set.indicators.values()) {
    if (indicator.rollup === null && !isFor(indicator, dataset.columns.get(indicator.id)))
      throw new RangeError(`the data was not read for ${set.id}: ${indicator.id}`);
  }
}

/** Whether a column has the kind of its indicator, its choices the places that they have there, and a count no decimals. */
function isFor(indicator: Indicator, column: Column | undefined): boolean {
  const { type, values } = indicator;
  if (column?.kind !== kindOfColumn(indicator)) return false;
  const ids = [...values.keys()];
  if (column.kind === 'choice') return column.ids.every((id, place) => ids[place] === id);
  return type !== 'count' || column.kind !== 'number' || column.scale === 0;
}

/** Criteria first, then what hangs on them: points, gates on points, and the classes. */
function assess(program: Program, given: Dataset): Assessments {
  const dataset = withHistory(given, earlierColumns(program));
  // What classes hang on may be known only after the columns: points.
  const isDirect = program.questions.gates.length === 0;
  const columns = evaluate(program, dataset, isDirect);
  const cellsAt = (row: number): Cells => cellsOf(program, dataset, row);
  const ownPoints = rowPoints(program, columns.criteria, columns.pieces, cellsAt);
  const ownGates = gateColumns(program, dataset.rows, ownPoints);
  const first = isDirect ? columns.first : firstClasses(program, dataset, columns.criteria, ownGates);

  const ownScore = (row: number): Score | null =>
    program.sheet === null ? countedScore(program, columns.criteria, row) : sheetScore(program.sheet, ownPoints(row));
  const candidatesOf = searchOf(program, dataset, cellsAt);
  const { rules } = columns;
  const open = new Set([...openRows(program, first, columns.criteria, ownScore), ...uncheckedRows(program, rules)]);
  const searched = new Map([...open].map((row) => [row, candidatesOf(row)]));
  const classOf = decidedClasses(first, searched);
  const states = whenAsked(() => settledStates(columns.criteria, searched));
  const points = (row: number): readonly (Earned | null)[] => searched.get(row)?.points ?? ownPoints(row);
  const gates = settledGates(program, ownGates, searched);
  const remarks = whenAsked(() => remarkColumns(program, dataset, states(), gates));
  return {
    program,
    dataset,
    get states() {
      return states();
    },
    gates,
    classes: classOf,
    certified: certifiedOf(program, classOf, searched),
    get remarks() {
      return remarks();
    },
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
    issues: [...(dataset.faults ?? []), ...unsoundRows(program, dataset, rules, searched)],
  };
}

/** What is worked out for all rows at once. */
interface Columns {
  /** By criterion number. */
  readonly criteria: readonly StateColumn[];
  /** The checks, then the unsound divisions. */
  readonly rules: readonly StateColumn[];
  readonly pieces: readonly StateColumn[];
  /** The places of the classes; empty where they are not asked for. */
  readonly first: Uint8Array;
}

function evaluate(program: Program, dataset: Dataset, withClasses: boolean): Columns {
  const { questions, order, checks, classes } = program;
  const rules = [...checks, ...questions.unsoundDivisions];
  const criteria = order.flatMap((number) => {
    const condition = program.criteria[number];
    return condition === undefined ? [] : [{ number, condition }];
  });
  const others = [...rules, ...pieceConditions(program)];
  const found = runConditions(
    questions,
    withClasses ? { criteria, others, first: classes } : { criteria, others },
    dataset,
  );
  const byNumber = [...criteria.entries()].sort(([, a], [, b]) => a.number - b.number);
  return {
    criteria: byNumber.flatMap(([place]) => found.criteria[place] ?? []),
    rules: found.others.slice(0, rules.length),
    pieces: found.others.slice(rules.length),
    first: found.first,
  };
}

/** The places of the classes where criteria and gates are decided. */
function firstClasses(
  { questions, classes }: Program,
  dataset: Dataset,
  criteria: readonly StateColumn[],
  gates: readonly Uint8Array[],
): Uint8Array {
  const known = new Map(criteria.map((column, number) => [number, column.bytes()]));
  return runConditions(questions, { known, gates, criteria: [], first: classes }, dataset).first;
}

function remarkColumns(
  { questions, remarks }: Program,
  dataset: Dataset,
  states: readonly Uint8Array[],
  gates: readonly Uint8Array[],
): readonly Uint8Array[] {
  const work = { known: new Map(states.entries()), gates, criteria: [], others: remarks };
  return runConditions(questions, work, dataset).others.map((column) => column.bytes());
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
  states: readonly StateColumn[],
  score: (row: number) => Score | null,
): readonly number[] {
  if (sheet !== null) {
    return [...classes.keys()].filter((row) => classes[row] === UNDETERMINED || isOpenScore(score(row)));
  }
  const open = counted.flatMap(({ number }) => states[number]?.rowsWith(UNKNOWN) ?? []);
  return [...new Set([...rowsWith(classes, UNDETERMINED), ...open])];
}

function isOpenScore(score: Score | null): boolean {
  return score !== null && (score.mayBeNone || !equal(score.min, score.max));
}

function decidedClasses(first: Uint8Array, searched: ReadonlyMap<number, Candidates>): Uint8Array {
  if (searched.size === 0) return first;
  const classOf = first.slice();
  for (const [row, candidates] of searched) classOf[row] = onlyClass(candidates);
  return classOf;
}

function certifiedOf(program: Program, classOf: Uint8Array, searched: ReadonlyMap<number, Candidates>): Uint8Array {
  const certifies = [...program.set.classes.values()].map((entry) => entry.certifies);
  const verdict = new Uint8Array(256).fill(FAIL);
  for (const [index, does] of certifies.entries()) verdict[index] = does ? PASS : FAIL;
  const certified = readThrough(verdict, classOf);
  const verdictOf = verdictReader(program);
  for (const [row, candidates] of searched) certified[row] = verdictOf(candidates);
  return certified;
}

/** By byte what stands for it; apart, so that the loop is compiled alone. */
function readThrough(table: Uint8Array, bytes: Uint8Array): Uint8Array {
  const out = bytes.slice();
  for (let at = 0; at < out.length; at += 1) out[at] = table[out[at] ?? 0] ?? 0;
  return out;
}

function countedScore(program: Program, states: readonly StateColumn[], row: number): Score | null {
  return countScore(program.counted, (number) => states[number]?.bytes()[row] ?? UNKNOWN);
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
