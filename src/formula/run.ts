import type { Column } from './columns.ts';
import type { Questions } from './compile.ts';
import type { Condition } from './condition.ts';
import { placeFirst, unpack } from './pack.ts';
import { createPlan } from './plan.ts';
import { type Run, wordsFor } from './planes.ts';
import { createSteps, type Steps } from './steps.ts';

/** Rows evaluated at a time: what is worked out for so many stays in the processor's caches. A multiple of 32. */
const RUN = 4096;

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
 * Evaluates compiled conditions over a whole table, run by run.
 *
 * @param questions What the conditions refer to.
 * @param work The conditions, with where their states go.
 * @param table The data.
 */
export function runConditions(questions: Questions, work: Work, table: Table): void {
  const steps = createSteps(Math.min(RUN, table.rows));
  const runOf = planFor(questions, work, table, steps);
  const targets = [...work.criteria, ...work.others].map(({ condition, out }) => ({ run: runOf(condition), out }));
  const first = work.first?.conditions.map(runOf) ?? [];
  const open = new Int32Array(wordsFor(steps.longest));
  // Bytes of this run, four rows to a word.
  const words = new Int32Array(8 * open.length);
  const bytes = new Uint8Array(words.buffer);
  for (let from = 0; from < table.rows; from += RUN) {
    const rows = Math.min(RUN, table.rows - from);
    steps.work(from, rows);
    for (const { run, out } of targets) {
      unpack(run, words);
      out.set(bytes.subarray(0, rows), from);
    }
    if (work.first === undefined) continue;
    open.fill(-1);
    bytes.fill(255);
    for (const [place, run] of first.entries()) placeFirst(run, place, open, words);
    work.first.out.set(bytes.subarray(0, rows), from);
  }
}

function planFor(
  questions: Questions,
  { known, gates, criteria }: Work,
  table: Table,
  steps: Steps,
): (condition: Condition) => Run {
  const conditions = new Map(criteria.map(({ number, condition }) => [number, condition]));
  const columnOf = (variable: number): Column | undefined => {
    const name = questions.variables[variable]?.column;
    return name === undefined ? undefined : table.columns.get(name);
  };
  const sources = {
    questions,
    columnOf,
    conditionOf: (criterion: number) => conditions.get(criterion),
    known: (criterion: number) => known?.get(criterion),
    gate: (gate: number) => gates?.[gate],
  };
  return createPlan(sources, steps);
}
