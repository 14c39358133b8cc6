import { type CriteriaSet, sha256Hex } from '../../criteria/index.ts';
import { requireSet, type Result } from '../../messages/index.ts';
import type { Dataset } from '../dataset.ts';
import type { Table } from '../grid.ts';
import { type ColumnMap, meaningsFor } from '../tables/header-meanings.ts';
import { type HeaderMeanings, NO_MEANINGS } from '../tables/known-columns.ts';
import { bytesOf, type DataFile, type FileOptions, readTable, readTextTable } from './read-table.ts';
import { emptyDataset, typeTable } from './typed-table.ts';

/** What somebody says about a file, and how it belongs with others. */
export interface ReadOptions extends FileOptions {
  /** What headers mean that nobody foresaw. */
  readonly columns?: ColumnMap | null | undefined;
  /** The column to group units by, where it need not be one that the set knows. */
  readonly by?: string | null | undefined;
  /** Whether further files hold other columns: what is missing is then judged by {@link assemble}. */
  readonly isPart?: boolean;
  /** How many problems of one kind are kept; the rest are counted. */
  readonly kept?: number | undefined;
}

/**
 * Reads a CSV of indicators: encoding, delimiter and number style detected, one row per unit and period.
 *
 * @param file The file's name and its bytes or text.
 * @param set The criteria set that says what the columns are.
 * @param options What the file does not say itself.
 * @returns Always a dataset, with everything found on the way; with an error among its `issues` it is not to be assessed.
 * @example readCsv({ name: 'a.csv', text: 'code;people\n00004;8120' }, set).units.code // ['00004']
 */
export function readCsv(file: DataFile, set: CriteriaSet, options: ReadOptions = {}): Dataset {
  requireSet(set);
  const bytes = bytesOf(file);
  const meanings = meaningsIn(file.name, options);
  return datasetOf(file.name, bytes, readTextTable(file.name, bytes, set, options, meanings), {
    set,
    options,
    meanings,
  });
}

/**
 * Reads a file of indicators as offices send it: text in any encoding of Vietnamese, or an Excel workbook.
 *
 * @param file The file's name and its bytes or text.
 * @param set The criteria set that says what the columns are.
 * @param options What the file does not say itself.
 * @returns Always a dataset, with everything found on the way; with an error among its `issues` it is not to be assessed.
 * @example (await readDataset({ name: 'a.csv', text: 'code;people\n00004;8120' }, set)).rows // 1
 */
export async function readDataset(file: DataFile, set: CriteriaSet, options: ReadOptions = {}): Promise<Dataset> {
  requireSet(set);
  const bytes = bytesOf(file);
  const meanings = meaningsIn(file.name, options);
  return datasetOf(file.name, bytes, await readTable(file.name, bytes, set, options, meanings), {
    set,
    options,
    meanings,
  });
}

function meaningsIn(file: string, { columns = null, by = null }: ReadOptions): HeaderMeanings {
  return { ...(columns === null ? NO_MEANINGS : meaningsFor(columns, file)), asked: by };
}

function datasetOf(
  name: string,
  bytes: Uint8Array,
  table: Result<Table>,
  {
    set,
    options,
    meanings,
  }: { readonly set: CriteriaSet; readonly options: ReadOptions; readonly meanings: HeaderMeanings },
): Dataset {
  const inputs = [{ name, sha256: sha256Hex(bytes) }];
  if (!table.ok) return emptyDataset(name, inputs, table.issues);
  const dataset = typeTable(table.value, set, inputs, {
    numbers: options.numbers ?? null,
    isPart: options.isPart ?? false,
    kept: options.kept,
    meanings,
  });
  return { ...dataset, issues: [...table.issues, ...dataset.issues] };
}
