import { type Bounds, narrowed } from '../algebra/index.ts';
import type { Column } from './columns.ts';
import type { Questions } from './questions.ts';
import type { Condition } from './condition.ts';
import { mark } from './pack.ts';
import { createPlan } from './plan.ts';
import { complement, findFirst, type Run, wordsFor } from './planes.ts';
import { createStateColumn, type GrowingColumn, type StateColumn } from './state-column.ts';
import { createSteps, type Steps } from './steps.ts';

/** Of what nothing is known. */
const UNBOUNDED: Bounds = { min: null, max: null };

/** Rows evaluated at a time: what is worked out for so many stays in the processor's caches. A multiple of 32. */
const RUN = 4096;

/** The byte of a row in which no condition holds first. */
const NOWHERE = 255;

/** Columns by name (see {@link columnName}), and how many rows they have. */
export interface Table {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
  /** By column and row, what a missing figure must lie between where more is known than the bounds of its indicator. */
  readonly bounds?: ReadonlyMap<string, ReadonlyMap<number, Bounds>>;
}

/** What to evaluate. */
export interface Work {
  /** States of criteria that are decided already, by number. */
  readonly known?: ReadonlyMap<number, Uint8Array>;
  /** States of the gates on points, by number. */
  readonly gates?: readonly Uint8Array[];
  /** Criteria to decide, each after those it refers to. */
  readonly criteria: readonly NumberedCondition[];
  /** Further conditions, evaluated after the criteria. */
  readonly others?: readonly Condition[];
  /** Conditions in order, of which the first that holds is sought. */
  readonly first?: readonly Condition[];
}

/** The condition of a criterion, and its number. */
export interface NumberedCondition {
  readonly number: number;
  readonly condition: Condition;
}

/** What came out. */
export interface Evaluated {
  /** The states of the criteria and of the further conditions, each in the order in which they were given. */
  readonly criteria: readonly StateColumn[];
  readonly others: readonly StateColumn[];
  /** By row, the place of the first condition that holds; 255 where none holds, or one before it is unknown. */
  readonly first: Uint8Array;
}

/**
 * Evaluates compiled conditions over a whole table, run by run.
 *
 * @param questions What the conditions refer to.
 * @param work The conditions.
 * @param table The data.
 */
export function runConditions(questions: Questions, work: Work, table: Table): Evaluated {
  const steps = createSteps(Math.min(RUN, table.rows));
  const runOf = planFor(questions, work, table, steps);
  const columnFor = (condition: Condition): GrowingColumn => createStateColumn(runOf(condition), table.rows);
  const criteria = work.criteria.map(({ condition }) => columnFor(condition));
  const others = (work.others ?? []).map(columnFor);
  const first = work.first === undefined ? null : createPlaces(work.first.map(runOf), table.rows, steps.longest);
  for (let from = 0; from < table.rows; from += RUN) {
    const rows = Math.min(RUN, table.rows - from);
    steps.work(from, rows);
    for (const column of criteria) column.take(from, rows);
    for (const column of others) column.take(from, rows);
    first?.take(from, rows);
  }
  return { criteria, others, first: first?.bytes ?? new Uint8Array() };
}

/** For each row the place of the first run that holds, filled run by run. */
interface Places {
  readonly bytes: Uint8Array;
  readonly take: (from: number, rows: number) => void;
}

function createPlaces(runs: readonly Run[], rows: number, longest: number): Places {
  const search = { open: new Int32Array(wordsFor(longest)), found: new Int32Array(wordsFor(longest)) };
  const hits = new Int32Array(wordsFor(longest));
  // Four rows to a word.
  const words = new Int32Array(8 * wordsFor(rows));
  return {
    bytes: new Uint8Array(words.buffer, 0, rows),
    take(from, count) {
      const out = words.subarray(from / 4, from / 4 + 8 * wordsFor(count));
      search.open.fill(-1);
      search.found.fill(0);
      for (const [place, run] of runs.entries()) {
        findFirst(run, search, hits);
        // All rows begin at the first place.
        if (place > 0) mark(hits, place, out);
      }
      complement(search.found, hits);
      if (hits.some((word) => word !== 0)) mark(hits, NOWHERE, out);
    },
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
  const boundsOf = (variable: number, row: number): Bounds => {
    const asked = questions.variables[variable];
    if (asked === undefined) return UNBOUNDED;
    const own = table.bounds?.get(asked.column)?.get(row);
    return own === undefined ? asked.domain : narrowed(asked.domain, own);
  };
  const sources = {
    questions,
    rows: table.rows,
    columnOf,
    boundsOf,
    conditionOf: (criterion: number) => conditions.get(criterion),
    known: (criterion: number) => known?.get(criterion),
    gate: (gate: number) => gates?.[gate],
  };
  return createPlan(sources, steps);
}
