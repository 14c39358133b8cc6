import { type Assessor, earlierColumns, rollUp } from '../assess/index.ts';
import type { CriteriaSet } from '../criteria/index.ts';
import { type Dataset, datasetFromRows, selectRows, withHistory } from '../data/index.ts';
import { hasError, type Issue, issue } from '../messages/index.ts';
import type { Case, Cases, Figure, Row } from './cases.ts';
import type { Compiled } from './sets.ts';

/** The figures of a case as the set assesses them: one row; or what is wrong with them. */
export type Figures = { readonly dataset: Dataset } | { readonly issues: readonly Issue[] };

/** The year of a case; those of its history are the years before. Nothing but `prev` and `last` looks at it. */
const YEAR = 2000;
/** A double tells numbers of so many digits apart. */
const EXACT_NUMBER = /^-?(?=(?:\d\.?){1,15}$)\d+(?:\.\d+)?$/;

/**
 * Makes the dataset of a case: its own figures beside those of earlier periods, or what its units below roll up to.
 *
 * @param file The name of the cases file, for messages.
 */
export function figuresOf({ given }: Case, file: Cases['file'], compiled: Compiled): Figures {
  const { own, below } = compiled;
  if (given.kind === 'units')
    return below === null ? { issues: [] } : rolledUp(given.units, file, below, own.program.set);
  const rows = [given.data, ...given.history];
  const read = readRows(rows, file, own.program.set);
  if ('issues' in read) return read;
  const years = rows.map((_, ago) => String(YEAR - ago));
  const units = { ...read.dataset.units, code: rows.map(() => ''), period: years };
  const dataset = withHistory({ ...read.dataset, units }, earlierColumns(own.program));
  return { dataset: selectRows(dataset, [0]) };
}

/** All units of a case are of one group, unless they name others; what the first one's group comes to is looked at. */
function rolledUp(rows: readonly Row[], file: string, below: Assessor, upper: CriteriaSet): Figures {
  const group = upper.from?.group ?? '';
  const read = readRows(rows, file, below.program.set, group);
  if ('issues' in read) return read;
  const groups = rows.map((row) => String(row.get(group)?.value ?? ''));
  const units = { ...read.dataset.units, groups: new Map([...read.dataset.units.groups, [group, groups]]) };
  const assessed = below.assess({ ...read.dataset, units });
  if (hasError(assessed.issues)) return { issues: placed(assessed.issues, rows, [], file) };
  return { dataset: selectRows(rollUp(assessed, upper), [0]) };
}

/** Reads rows as a data file with the same cells; a group that is no column of data files is left to the caller. */
function readRows(rows: readonly Row[], file: string, set: CriteriaSet, group: string | null = null): Figures {
  const isData = (column: string): boolean => column !== group || set.indicators.has(column);
  const given = rows.flatMap((row) => [...row.keys()]).filter((column) => column !== 'code' && isData(column));
  const columns = ['code', ...new Set(given)];
  const plain = rows.map((row, index) =>
    Object.fromEntries(
      columns.map((column) => [column, column === 'code' ? `case-${index + 1}` : cellOf(row.get(column))]),
    ),
  );
  const dataset = datasetFromRows(plain, set, file);
  // A case names every figure: one that is not known is null.
  const found = dataset.issues.map((one) =>
    one.code === 'data/left-out' ? issue('data/missing-columns', one.args) : one,
  );
  const issues = placed(found, rows, columns, file);
  return hasError(issues) ? { issues } : { dataset: { ...dataset, issues } };
}

/** A number as a number, which is the same in every language; what a double cannot hold stays text. */
function cellOf(figure: Figure | undefined): string | number | boolean | null {
  const value = figure?.value ?? null;
  return typeof value === 'string' && EXACT_NUMBER.test(value) ? Number(value) : value;
}

/** Issues at the figures of the cases file in place of rows and columns that are in no file. */
function placed(
  issues: readonly Issue[],
  rows: readonly Row[],
  columns: readonly string[],
  file: string,
): readonly Issue[] {
  return issues.map((found) => {
    const { line = 0, column = 0 } = found.position ?? {};
    const row = rows[line - 1];
    const figure =
      row?.get(found.path ?? '') ?? row?.get(columns[column - 1] ?? '') ?? [...(row?.values() ?? [])].at(-1);
    return { ...found, position: figure?.at ?? { file } };
  });
}
