import { type Column, MISSING } from './columns.ts';
import type { Questions } from './compile.ts';
import { type Condition, NOT_APPLICABLE, UNKNOWN } from './condition.ts';
import { type Answers, createEvaluator, mayNotApply } from './evaluate.ts';
import { signKernel } from './signs.ts';
import { beginPlaces, createRun, fillRun, placeFirst, type Run, swapCodes, wordsFor } from './words.ts';

/** Rows evaluated at a time: a handful of byte columns of this length stay in the processor's first cache. */
const RUN = 2048;

/** Columns by name (see {@link columnName}), and how many rows they have. */
export interface Table {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
}

/** What to evaluate. */
export interface Work {
  /** States of criteria that are decided already, by number. */
  readonly known?: ReadonlyMap<number, Uint8Array>;
  /** States of the gates on points, by number. */
  readonly gates?: readonly Uint8Array[];
  /** Criteria to decide, each after those it refers to. */
  readonly criteria: readonly Target[];
  /** Further conditions, evaluated after the criteria. */
  readonly others: readonly Target[];
  /** Conditions of which the first that holds is sought. */
  readonly first?: First;
}

/** A condition with its number (of a criterion) and the column of states it fills. */
export interface Target {
  readonly number: number;
  readonly condition: Condition;
  readonly out: Uint8Array;
}

/** Conditions in order, and the column of places it fills: 255 where none holds, or one before it is unknown. */
export interface First {
  readonly conditions: readonly Condition[];
  readonly out: Uint8Array;
}

/**
 * Evaluates compiled conditions over a whole table, run by run: within a run each question is answered once.
 *
 * @param questions What the conditions refer to.
 * @param work The conditions, with where their states go.
 * @param table The data.
 */
export function runConditions(questions: Questions, work: Work, table: Table): void {
  const longest = Math.min(RUN, table.rows);
  const answerer = createAnswerer(questions, work, table, longest);
  const evaluator = createEvaluator(longest);
  const state = createRun(longest);
  const codes = createRun(longest);
  const places = createRun(longest);
  for (let from = 0; from < table.rows; from += RUN) {
    const rows = Math.min(RUN, table.rows - from);
    const count = wordsFor(rows);
    const answers = answerer.answersAt(from, rows);
    const keep = ({ words }: Run, out: Uint8Array): void => {
      swapCodes(words, count, codes.words);
      out.set(codes.bytes.subarray(0, rows), from);
    };
    for (const { number, condition, out } of work.criteria) {
      const run = answerer.runOf(number);
      evaluator.evaluate(condition, answers, run);
      keep(run, out);
    }
    for (const { condition, out } of work.others) {
      evaluator.evaluate(condition, answers, state);
      keep(state, out);
    }
    if (work.first === undefined) continue;
    beginPlaces(codes.words, places.words, count);
    for (const [place, condition] of work.first.conditions.entries()) {
      evaluator.evaluate(condition, answers, state);
      placeFirst(state.words, place, codes.words, count, places.words);
    }
    work.first.out.set(places.bytes.subarray(0, rows), from);
  }
}

interface Answerer {
  /** The answers for some rows; those before are no longer valid. */
  readonly answersAt: (from: number, rows: number) => Answers;
  /** Where the states of a criterion are put for conditions that refer to it. */
  readonly runOf: (criterion: number) => Run;
}

function createAnswerer(
  questions: Questions,
  { known, gates, criteria }: Work,
  table: Table,
  longest: number,
): Answerer {
  const columnOf = (variable: number): Column | undefined => {
    const name = questions.variables[variable]?.column;
    return name === undefined ? undefined : table.columns.get(name);
  };
  const kernels = questions.polynomials.map((polynomial) => signKernel(polynomial, columnOf, longest));
  const conditions = new Map(criteria.map(({ number, condition }) => [number, condition]));
  const decided = once(() => createRun(longest));
  const signs = filled(longest, (question, from, rows, { bytes }) => kernels[question]?.(from, rows, bytes));
  const given = filled(longest, (number, from, rows, run) => load(known?.get(number), from, rows, run));
  const gateStates = filled(longest, (gate, from, rows, run) => load(gates?.[gate], from, rows, run));
  const missing = new Uint8Array(longest).fill(MISSING);
  const mayNot: (number: number) => boolean = once((number) => {
    const condition = conditions.get(number);
    if (condition === undefined) return known?.get(number)?.includes(NOT_APPLICABLE) ?? false;
    return mayNotApply(condition, { criterionMayNotApply: mayNot });
  });
  return {
    runOf: decided,
    answersAt: (from, rows) => ({
      rows,
      signs: (question) => signs(question, from, rows),
      values(variable) {
        const column = columnOf(variable);
        return column === undefined || column.kind === 'number' ? missing : column.values.subarray(from, from + rows);
      },
      criterion: (number) => (conditions.has(number) ? decided(number) : given(number, from, rows)),
      criterionMayNotApply: mayNot,
      gate: (gate) => gateStates(gate, from, rows),
    }),
  };
}

/** The states of a column from a row on; unknown where there is no column. */
function load(column: Uint8Array | undefined, from: number, rows: number, { words, bytes }: Run): void {
  const count = wordsFor(rows);
  if (column === undefined) return fillRun(words, count, UNKNOWN);
  bytes.set(column.subarray(from, from + rows));
  swapCodes(words, count, words);
}

/** Runs by number, each filled at most once for the same rows. */
function filled(
  longest: number,
  fill: (number: number, from: number, rows: number, run: Run) => void,
): (number: number, from: number, rows: number) => Run {
  const runs = once(() => ({ run: createRun(longest), from: -1 }));
  return (number, from, rows) => {
    const kept = runs(number);
    if (kept.from !== from) {
      fill(number, from, rows, kept.run);
      kept.from = from;
    }
    return kept.run;
  };
}

/** What is made for a number when it is first asked for. */
function once<T>(make: (number: number) => T): (number: number) => T {
  const made = new Map<number, T>();
  return (number) => {
    const known = made.get(number);
    if (known !== undefined) return known;
    const thing = make(number);
    made.set(number, thing);
    return thing;
  };
}
