import type { Column } from './columns.ts';
import type { Questions } from './questions.ts';
import type { Condition } from './condition.ts';
import { mark, unpack } from './pack.ts';
import { createPlan } from './plan.ts';
import { complement, findFirst, type Run, wordsFor } from './planes.ts';
import { createSteps, type Steps } from './steps.ts';

/** Rows evaluated at a time: what is worked out for so many stays in the processor's caches. A multiple of 32. */
const RUN = 4096;

/** The byte of a row in which no condition holds first. */
const NOWHERE = 255;

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
  const writePlaces = work.first === undefined ? null : placeWriter(work.first.conditions.map(runOf), steps.longest);
  // The bytes of one run, four rows to a word.
  const words = new Int32Array(8 * wordsFor(steps.longest));
  for (let from = 0; from < table.rows; from += RUN) {
    const rows = Math.min(RUN, table.rows - from);
    const bytes = new Uint8Array(words.buffer, 0, rows);
    steps.work(from, rows);
    for (const { run, out } of targets) {
      unpack(run, words);
      out.set(bytes, from);
    }
    writePlaces?.(words);
    work.first?.out.set(bytes, from);
  }
}

/** Writes the place of the first run that holds into the byte of each row. */
function placeWriter(runs: readonly Run[], longest: number): (out: Int32Array) => void {
  const search = { open: new Int32Array(wordsFor(longest)), found: new Int32Array(wordsFor(longest)) };
  const hits = new Int32Array(wordsFor(longest));
  return (out) => {
    search.open.fill(-1);
    search.found.fill(0);
    out.fill(0);
    for (const [place, run] of runs.entries()) {
      findFirst(run, search, hits);
      mark(hits, place, out);
    }
    complement(search.found, hits);
    mark(hits, NOWHERE, out);
  };
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
