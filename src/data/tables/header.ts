import type { CriteriaSet } from '../../criteria/index.ts';
import { type Issue, issue, type Position } from '../../messages/index.ts';
import { canonicalKey } from '../canonical-key.ts';
import type { Findings } from '../findings.ts';
import { isBlank, placeIn, type Table } from '../grid.ts';
import { nearestSpellings } from '../nearest.ts';
import { columnsMeant, hasUnusedColumn, missingIssues } from './absent-columns.ts';
import { periodsSaid } from './column-of-periods.ts';
import {
  columnsByKey,
  type HeaderMeanings,
  isAsked,
  type KnownColumn,
  knownColumns,
  NO_MEANINGS,
  spellingsOf,
} from './known-columns.ts';
import { isOtherMeasure, otherMeasure } from './measuring-units.ts';
import { type NamedColumn, namedColumn, plainColumn } from './named-column.ts';
import { personalCells, personalHeader } from './personal.ts';

/** Where each known column stands: the index of its field by column id. */
export type Header = ReadonlyMap<string, number>;

/** How a header is to be read. */
export interface HeaderOptions {
  /** What a column map says of the headers. */
  readonly meanings?: HeaderMeanings;
  /** Whether other files may hold the columns that this one lacks: what is missing is then judged after joining. */
  readonly isPart?: boolean;
  /** Whether an indicator without a column is missing in every row, and no fault: objects leave out keys. */
  readonly mayLeaveOut?: boolean;
}

/**
 * Finds the columns of a criteria set in the header of a table. Reports columns that are missing, written twice, probably
 * misspelt, or not used.
 *
 * @returns `null` when not one header is understood: then the first row is no header. Keys of objects always are one.
 */
export function readHeader(
  table: Table,
  set: CriteriaSet,
  findings: Findings,
  { meanings = NO_MEANINGS, isPart = false, mayLeaveOut = false }: HeaderOptions = {},
): Header | null {
  const known = knownColumns(set);
  const byKey = columnsByKey(known, meanings);
  const fields = new Map<string, number>();
  const unknown: number[] = [];
  table.header.forEach((header, field) => {
    if (meanings.ignored.has(canonicalKey(header))) return;
    const named = namedColumn(header, byKey);
    const column = plainColumn(named);
    const first = column === null ? undefined : fields.get(column.id);
    if (column === null && isAsked(header, meanings) && !fields.has(header)) keepAsked(table, fields, field, findings);
    else if (column === null) unknown.push(field);
    else if (first === undefined) {
      fields.set(column.id, field);
      reportMeasure(table, field, named, findings);
    } else reportDuplicate(table, column, { first, field }, findings);
  });
  if (fields.size === 0 && !mayLeaveOut) {
    reportNoHeader(table, known, findings);
    return null;
  }
  const absent = known.filter((column) => !fields.has(column.id));
  const identity = ['code', 'name'].flatMap((id) => fields.get(id) ?? []);
  for (const field of identity) reportPersonal(table, field, findings);
  const misspelt = unknown.flatMap((field) =>
    reportPersonal(table, field, findings)
      ? []
      : (reportUnknown(table, { field, absent, isPart, byKey }, findings) ?? []),
  );
  // A column whose header is misspelt has been told already.
  const missing = absent.filter((column) => !misspelt.includes(column));
  const leftOut = missing.filter(({ id }) => mayLeaveOut && set.indicators.has(id));
  const owed = missing.filter((column) => !leftOut.includes(column));
  if (!isPart) reportMissing(table, owed, fields, findings);
  reportLeftOut(table, leftOut, findings);
  return fields;
}

/** The column asked for goes by its header as written; one about persons is refused like any other. */
function keepAsked(table: Table, fields: Map<string, number>, field: number, findings: Findings): void {
  if (!reportPersonal(table, field, findings)) fields.set(table.header[field] ?? '', field);
}

function reportDuplicate(
  table: Table,
  column: KnownColumn,
  at: { readonly first: number; readonly field: number },
  findings: Findings,
): void {
  const details = { position: headerAt(table, at.field), path: column.id, received: table.header[at.field] ?? null };
  findings.add(
    issue(
      'data/duplicate-column',
      { id: column.id, first: at.first + 1, firstHeader: table.header[at.first] ?? '' },
      details,
    ),
  );
}

/** Refuses figures in another unit than the indicator's: nothing is converted. */
function reportMeasure(table: Table, field: number, named: NamedColumn | null, findings: Findings): void {
  const quantity = named?.column.quantity ?? null;
  if (named !== null && quantity !== null && isOtherMeasure(named.added, quantity))
    findings.add(otherMeasure(named.column, named.added, headerAt(table, field)));
}

/** Headers of the running number of a row: offices put it in front, and nobody misses it. */
const RUNNING_NUMBERS: ReadonlySet<string> = new Set(['stt', 'tt', 'số tt', 'số thứ tự', 'no', 'no.', '#']);

/** Refuses a column about persons: only counts are needed. What stands in its cells is not repeated. */
function reportPersonal(table: Table, field: number, findings: Findings): boolean {
  const header = table.header[field] ?? '';
  const byHeader = personalHeader(header);
  const kind =
    byHeader ??
    personalCells(
      header,
      table.rows.map((row) => row[field] ?? null),
    );
  if (kind === null) return false;
  const by = byHeader === null ? 'cells' : 'header';
  findings.add(
    issue('data/personal-column', { header, kind, by }, { position: headerAt(table, field), received: header }),
  );
  return true;
}

/**
 * A header near a required column that is missing is a misspelling and an error; any other is not used, and said so.
 *
 * @returns The column that was meant.
 */
function reportUnknown(
  table: Table,
  {
    field,
    absent,
    isPart,
    byKey,
  }: {
    readonly field: number;
    readonly absent: readonly KnownColumn[];
    readonly isPart: boolean;
    readonly byKey: ReadonlyMap<string, KnownColumn>;
  },
  findings: Findings,
): KnownColumn | null {
  const header = table.header[field] ?? '';
  if (RUNNING_NUMBERS.has(canonicalKey(header))) return null;
  if (header === '' && table.rows.every((row) => isBlank(row[field] ?? null))) return null;
  const details = { position: headerAt(table, field), received: header };
  const named = namedColumn(header, byKey);
  if (named !== null) return reportQualified(named, { absent, isPart }, details, findings);
  const nearest = nearestSpellings(header, absent.flatMap(spellingsOf));
  if (nearest.length === 0) {
    // Where no column says the period, one that holds nothing else may be meant to.
    const lacksPeriod = absent.some(({ id }) => id === 'period');
    const periods = lacksPeriod ? periodsSaid(table.rows.map((row) => row[field] ?? null)) : [];
    findings.add(unusedColumn(periods, details));
    return null;
  }
  const meant = isPart ? [] : columnsMeant(nearest, absent);
  const severity = meant.length > 0 ? 'error' : 'warning';
  findings.add(issue('data/unknown-column', { nearest }, { ...details, severity }));
  // Where several could be meant, each is also told to be missing.
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

/** A column that is not used; `periods` are those that it says, where it holds nothing else. */
export function unusedColumn(periods: readonly string[], details: Pick<Issue, 'position' | 'received'>): Issue {
  const severity = 'warning';
  return periods.length === 0
    ? issue('data/ignored-column', {}, { ...details, severity })
    : issue('data/column-of-periods', { periods }, { ...details, severity });
}

/** A column that is named, with something added that makes its figures others. @returns The column, where it is missing. */
function reportQualified(
  { column, added }: NamedColumn,
  { absent, isPart }: { readonly absent: readonly KnownColumn[]; readonly isPart: boolean },
  details: { readonly position: Position; readonly received: string },
  findings: Findings,
): KnownColumn | null {
  const isMeant = !isPart && absent.includes(column);
  const severity = isMeant ? 'error' : 'warning';
  const args = { column: column.label, added };
  findings.add(issue('data/qualified-column', args, { ...details, path: column.id, severity }));
  return isMeant ? column : null;
}

function reportMissing(table: Table, absent: readonly KnownColumn[], fields: Header, findings: Findings): void {
  const required = absent.filter((column) => column.required);
  const beside = { named: !fields.has('code') && fields.has('name'), unused: hasUnusedColumn(findings.list()) };
  for (const found of missingIssues(required, headerAt(table, null), beside)) findings.add(found);
}

/** Told once, however many rows and indicators it is. */
function reportLeftOut({ file }: Table, absent: readonly KnownColumn[], findings: Findings): void {
  const columns = requiredOf(absent);
  if (columns.length > 0)
    findings.add(issue('data/left-out', { columns }, { severity: 'warning', position: { file } }));
}

function requiredOf(columns: readonly KnownColumn[]) {
  return columns.filter(({ required }) => required).map(({ id, label }) => ({ id, label }));
}

function reportNoHeader(table: Table, known: readonly KnownColumn[], findings: Findings): void {
  const expected = known.filter(({ required }) => required).map(({ id }) => id);
  const text = table.header.join(' | ').slice(0, 200);
  const position = { ...headerAt(table, null), text };
  findings.add(issue('data/no-header', { expected }, { position, received: table.header[0] ?? null }));
}

function headerAt(table: Table, field: number | null): Position {
  return placeIn(table, table.headerLine, field);
}
