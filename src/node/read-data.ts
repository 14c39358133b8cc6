import { join } from 'node:path';
import type { CriteriaSet } from '../criteria/index.ts';
import {
  assemble,
  type ColumnMap,
  type DataFile,
  type Dataset,
  type FileOptions,
  isWorkbook,
  type Lineage,
  parseLineage,
  parseRegistry,
  readDataset,
  type ReadOptions,
  type Registry,
  unusedEntries,
} from '../data/index.ts';
import {
  hasError,
  type Issue,
  issue,
  nearestNames,
  refusal,
  requireList,
  requireSet,
  requireText,
  type Result,
} from '../messages/index.ts';
import { MOST_DATA, readBytes, readText } from './bytes.ts';
import { criteriaFolder } from './package-folder.ts';

/** What comes with xasach about units, by id. */
const BUILT_IN = ['vn-2025'] as const;

/** How data files are to be read. */
export interface DataOptions extends Omit<FileOptions, 'sheet'> {
  /**
   * The sheet to read of each workbook, by name or by number from 1, or several: each is then read like a file of its own,
   * in the order given.
   */
  readonly sheet?: FileOptions['sheet'] | readonly (string | number)[];
  /** A file that says what headers mean. */
  readonly map?: string | null;
  /** The registry of units: a file, or `vn-2025`. */
  readonly units?: string | null;
  /** What became of former units: a file, or `vn-2025`. */
  readonly lineage?: string | null;
  /** The column to group units by, where it need not be one that the set knows. */
  readonly by?: string | null;
  /** How many problems of one kind are kept of each file; the rest are counted. */
  readonly kept?: number | undefined;
  /** What messages and results call a file, where that is not its path. */
  readonly names?: ReadonlyMap<string, string> | undefined;
}

/**
 * Reads data files as a criteria set understands them, and joins them into one table.
 *
 * @param paths The files; `-` is standard input.
 * @param set What the columns are.
 * @param options What the files do not say themselves.
 * @throws {RangeError} Without files, for paths that are no list, and what is no criteria set.
 * @returns The figures with warnings, or everything that is wrong with the files.
 * @example
 * const loaded = await loadCriteria('vn-drug-free@2025');
 * loaded.ok && (await readData(['fixtures/an-giang-2025.csv'], loaded.value.set, { units: 'vn-2025' })).ok; // true
 */
export async function readData(
  paths: readonly string[],
  set: CriteriaSet,
  options: DataOptions = {},
): Promise<Result<Dataset>> {
  const { dataset, issues } = await inspectData(paths, set, options);
  return dataset === null || hasError(issues) ? refusal(issues) : { ok: true, value: { ...dataset, issues }, issues };
}

/** What data files hold, sound or not. */
export interface InspectedData {
  /** `null` when a file could not be read at all. */
  readonly dataset: Dataset | null;
  readonly files: readonly DataFile[];
  /** Everything that was found; with an error among them the dataset is not to be assessed. */
  readonly issues: readonly Issue[];
}

/**
 * Reads data files as {@link readData} does, and gives what there is even where something is wrong with it.
 *
 * @example (await inspectData(['fixtures/an-giang-2025.csv'], set)).issues[0]?.code // 'data/missing-columns'
 */
export async function inspectData(
  paths: readonly string[],
  set: CriteriaSet,
  options: DataOptions = {},
): Promise<InspectedData> {
  requireList(paths, 'files');
  if (paths.length === 0) throw new RangeError('no files to read');
  requireSet(set);
  const [columns, registry, lineage] = await Promise.all([
    readMap(options.map ?? null, set),
    readRegistry(options.units ?? null),
    readLineage(options.lineage ?? null),
  ]);
  const faults = [columns, registry, lineage].flatMap((found) => (found.ok ? [] : found.issues));
  if (!columns.ok || !registry.ok || !lineage.ok) return { dataset: null, files: [], issues: faults };
  // One file alone must hold every column, but for the codes that a registry knows.
  const hasSheets = Array.isArray(options.sheet) && options.sheet.length > 1;
  const isPart = paths.length > 1 || hasSheets || registry.value !== null;
  const parts: Dataset[] = [];
  const files: DataFile[] = [];
  const unread: Issue[] = [];
  for (const path of paths) {
    const name = options.names?.get(path) ?? path;
    const bytes = await readBytes(path, MOST_DATA, name);
    if (!bytes.ok) unread.push(...bytes.issues);
    else {
      const file = { name, bytes: bytes.value };
      files.push(file);
      parts.push(...(await readSheets(file, options, set, { columns: columns.value, isPart })));
    }
  }
  if (unread.length > 0) {
    return { dataset: null, files, issues: [...unread, ...parts.flatMap(({ issues }) => issues)] };
  }
  const dataset = assemble(parts, set, { registry: registry.value, lineage: lineage.value });
  const unused = columns.value === null ? [] : unusedEntries(columns.value, parts);
  const issues = [...columns.issues, ...unused, ...registry.issues, ...lineage.issues, ...dataset.issues];
  return { dataset, files, issues };
}

/** The sheets that are read of a file: those that are named, or whichever is the first (`null`); a text is read once. */
export function sheetsOf(file: DataFile, named: DataOptions['sheet']): readonly (string | number | null)[] {
  const [first = null, ...others] = new Set([named ?? []].flat());
  return isWorkbook(file) ? [first, ...others] : [first];
}

/** Each sheet that is read of a file, as a part of its own. */
async function readSheets(
  file: DataFile,
  { sheet: named, ...options }: DataOptions,
  set: CriteriaSet,
  known: Pick<ReadOptions, 'columns' | 'isPart'>,
): Promise<readonly Dataset[]> {
  const parts: Dataset[] = [];
  for (const sheet of sheetsOf(file, named)) {
    parts.push(await readDataset(file, set, { ...options, ...known, sheet }));
  }
  const read = new Set(parts.map(({ positionOf: at }) => at(-1, '').sheet));
  const rows = parts.flatMap(({ inputs }) => inputs).reduce((sum, input) => sum + input.rows, 0);
  return parts.map((part, index) => ({
    ...part,
    inputs: index > 0 ? [] : part.inputs.map((input) => ({ ...input, rows })),
    issues: part.issues.flatMap((found) => withoutRead(found, read)),
  }));
}

/** Of the sheets that one reading left, those that no other has read. */
function withoutRead(found: Issue, read: ReadonlySet<string | undefined>): readonly Issue[] {
  if (found.code !== 'data/other-sheets') return [found];
  const others = found.args.others.filter((sheet) => !read.has(sheet));
  return others.length === 0 ? [] : [{ ...found, args: { ...found.args, others } }];
}

async function readMap(path: string | null, set: CriteriaSet): Promise<Result<ColumnMap | null>> {
  if (path === null) return NOTHING;
  const text = await readText(path);
  if (!text.ok) return text;
  const { parseColumnMap } = await import('./reading.ts');
  return parseColumnMap(text.value, path, set);
}

/**
 * Reads a registry of units: a file, or one that comes with xasach.
 *
 * @example
 * const registry = await readRegistry('vn-2025');
 * registry.ok && registry.value?.units.get('00004')?.name; // 'Phường Ba Đình'
 */
export async function readRegistry(named: string | null): Promise<Result<Registry | null>> {
  return named === null ? NOTHING : readAboutUnits(named, 'units', parseRegistry);
}

/** A lineage; one that comes with xasach takes the names of the units of today from its registry. */
async function readLineage(named: string | null): Promise<Result<Lineage | null>> {
  if (named === null) return NOTHING;
  const lineage = await readAboutUnits(named, 'lineage', parseLineage);
  if (!lineage.ok || !isBuiltIn(named)) return lineage;
  const registry = await readAboutUnits(named, 'units', parseRegistry);
  if (!registry.ok) return registry;
  const newNames = new Map([...registry.value.units].map(([code, { name }]) => [code, name]));
  return { ...lineage, value: { ...lineage.value, newNames } };
}

function isBuiltIn(named: string): boolean {
  return BUILT_IN.some((known) => known === named);
}

const NOTHING = { ok: true, value: null, issues: [] } as const;

async function readAboutUnits<T>(
  named: string,
  kind: 'units' | 'lineage',
  parse: (text: string, file: string) => Result<T>,
): Promise<Result<T>> {
  requireText(named, 'registry or lineage');
  const path = await pathAboutUnits(named, kind);
  if (!path.ok) return path;
  const text = await readText(path.value, named);
  return text.ok ? parse(text.value, named) : text;
}

/** The file about units that is named: what is neither a path nor ends like one is the id of something built in. */
export async function pathAboutUnits(named: string, kind: 'units' | 'lineage'): Promise<Result<string>> {
  if (/[/\\]|\.csv$/i.test(named)) return { ok: true, value: named, issues: [] };
  const id = BUILT_IN.find((known) => known === named);
  if (id === undefined) {
    const args = { of: kind, known: BUILT_IN, nearest: nearestNames(named, BUILT_IN) };
    return refusal([issue('usage/no-such-units', args, { received: named })]);
  }
  return { ok: true, value: join((await criteriaFolder()) ?? '', 'registry', `${kind}-${id}.csv`), issues: [] };
}
