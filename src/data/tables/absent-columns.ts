import type { CriteriaSet } from '../../criteria/index.ts';
import { hasError, type Issue, issue, type Position } from '../../messages/index.ts';
import type { Dataset } from '../dataset.ts';
import { type KnownColumn, knownColumns, spellingsOf } from './known-columns.ts';

/** What files say of their columns, now that all of them were read. */
export interface ColumnIssues {
  /** What was told of each file; a header that was meant for a column no file has is an error now. */
  readonly told: readonly Issue[];
  /** The columns that no file has, but for those a misspelt header was meant for. */
  readonly missing: readonly Issue[];
}

/** Judges what all files together lack; not to be known while one of them could not be read at all, nor to be told twice. */
export function columnIssues(parts: readonly Dataset[], set: CriteriaSet): ColumnIssues {
  const told = parts.flatMap(({ issues }) => issues);
  const isUnread = parts.some(({ rows, issues }) => rows === 0 && hasError(issues));
  if (isUnread || told.some(({ code }) => code === 'data/missing-columns')) return { told, missing: [] };
  const absent = absentColumns(parts, set);
  const judged = parts.map((part) => judgePart(part, absent, set));
  const meant = new Set(judged.flatMap((part) => [...part.meant]));
  const missing = absent.filter((column) => !meant.has(column));
  const [only] = parts;
  const header = only !== undefined && parts.length === 1 ? headerOf(only) : null;
  return {
    told: judged.flatMap((part) => part.told),
    missing: [
      ...missingIssues(missing, header, { unused: hasUnusedColumn(told) }),
      ...judged.flatMap((part) => part.missing),
    ],
  };
}

/** The columns of which one must be meant where a header is near one of their spellings. */
export function columnsMeant(nearest: readonly string[], absent: readonly KnownColumn[]): readonly KnownColumn[] {
  return absent.filter((column) => column.required && spellingsOf(column).some((name) => nearest.includes(name)));
}

/** The indicators that no file has. */
function absentColumns(parts: readonly Dataset[], set: CriteriaSet): readonly KnownColumn[] {
  return knownColumns(set).filter(
    ({ id }) => set.indicators.get(id)?.rollup === null && !parts.some(({ columns }) => columns.has(id)),
  );
}

/** What one file says: which headers were meant for columns that no file has, or for its own codes. */
function judgePart(part: Dataset, absent: readonly KnownColumn[], set: CriteriaSet) {
  const codes = hasNoCodes(part) ? knownColumns(set).filter(({ id }) => id === 'code') : [];
  const meant = new Map(
    part.issues.flatMap((found) => {
      const columns = meantBy(found, [...absent, ...codes]);
      // Where several could be meant, each is told to be missing.
      return columns.length === 1 ? columns.map((column) => [found, column] as const) : [];
    }),
  );
  const told = part.issues.map((found): Issue => (meant.has(found) ? { ...found, severity: 'error' } : found));
  const named = new Set(meant.values());
  const unnamed = codes.filter((column) => !named.has(column));
  return { meant: named, told, missing: missingIssues(unnamed, headerOf(part), { named: hasNames(part) }) };
}

/** The columns that a header may have been meant for. */
function meantBy(found: Issue, absent: readonly KnownColumn[]): readonly KnownColumn[] {
  if (found.code === 'data/unknown-column') return columnsMeant(found.args.nearest, absent);
  return found.code === 'data/qualified-column' ? absent.filter(({ id }) => id === found.path) : [];
}

function hasNoCodes({ rows, units, issues }: Dataset): boolean {
  return rows > 0 && units.code.every((code) => code === '') && !hasError(issues);
}

function hasNames({ units }: Dataset): boolean {
  return units.name.some((name) => name !== null);
}

/**
 * The columns that are missing.
 *
 * @param beside Whether there are names of units, and columns that are not used.
 */
export function missingIssues(
  absent: readonly KnownColumn[],
  position: Position | null,
  { named = false, unused = false }: { readonly named?: boolean; readonly unused?: boolean },
): readonly Issue[] {
  const columns = absent.map(({ id, label }) => ({ id, label }));
  const beside = { ...(named ? { named: true as const } : {}), ...(unused ? { unused: true as const } : {}) };
  return columns.length === 0 ? [] : [issue('data/missing-columns', { columns, ...beside }, { position })];
}

const UNUSED: ReadonlySet<string> = new Set(['data/ignored-column', 'data/column-of-periods']);

/** Whether a column with a header is not used. */
export function hasUnusedColumn(told: readonly Issue[]): boolean {
  return told.some(({ code, received }) => UNUSED.has(code) && received !== '');
}

/** Where no row is, a dataset points to its header. */
function headerOf({ positionOf: at }: Dataset): Position {
  return at(-1, '');
}
