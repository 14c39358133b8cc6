import { type Column, MISSING } from './columns.ts';
import type { Questions } from './compile.ts';
import type { Condition } from './condition.ts';
import { type Answers, createEvaluator, UNKNOWN_SIGN } from './evaluate.ts';
import { type SignKernel, signKernel } from './signs.ts';

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
}

/**
 * Evaluates compiled conditions over a whole table, run by run: within a run each question is answered once.
 *
 * @param questions What the conditions refer to.
 * @param work The conditions, with where their states go.
 * @param table The data.
 */
export function runConditions(questions: Questions, { known, gates, criteria, others }: Work, table: Table): void {
  const columnOf = (variable: number): Column | undefined => {
    const name = questions.variables[variable]?.column;
    return name === undefined ? undefined : table.columns.get(name);
  };
  const longest = Math.min(RUN, table.rows);
  const kernels = questions.polynomials.map((polynomial) => signKernel(polynomial, columnOf, longest));
  const stateOf = new Map([...(known ?? []), ...criteria.map((target) => [target.number, target.out] as const)]);
  const missing = new Uint8Array(longest).fill(MISSING);
  const evaluator = createEvaluator(longest);
  for (let from = 0; from < table.rows; from += RUN) {
    const rows = Math.min(RUN, table.rows - from);
    const answers: Answers = {
      rows,
      signs: answeredOnce(kernels, from, rows),
      values: (variable) => {
        const column = columnOf(variable);
        return column === undefined || column.kind === 'number' ? missing : column.values.subarray(from, from + rows);
      },
      criterion: (number) => (stateOf.get(number) ?? missing).subarray(from, from + rows),
      gate: (gate) => (gates?.[gate] ?? missing).subarray(from, from + rows),
    };
    for (const { condition, out } of [...criteria, ...others]) {
      evaluator.evaluate(condition, answers, out.subarray(from, from + rows));
    }
  }
}

/** A condition with its number (of a criterion) and the column of states it fills. */
export interface Target {
  readonly number: number;
  readonly condition: Condition;
  readonly out: Uint8Array;
}

function answeredOnce(kernels: readonly SignKernel[], from: number, rows: number): (question: number) => Uint8Array {
  const answered: (Uint8Array | undefined)[] = [];
  return (question) => {
    const known = answered[question];
    if (known !== undefined) return known;
    const signs = new Uint8Array(rows);
    (kernels[question] ?? unanswered)(from, rows, signs);
    answered[question] = signs;
    return signs;
  };
}

const unanswered: SignKernel = (_, rows, out) => out.fill(UNKNOWN_SIGN, 0, rows);
