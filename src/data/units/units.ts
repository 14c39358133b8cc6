import { type CriteriaSet, isPeriodId } from '../../criteria/index.ts';
import { issue } from '../../messages/index.ts';
import { withoutInvisible } from '../canonical-key.ts';
import { type CellColumn, cellColumn } from '../columns/cell-column.ts';
import { isFormula, isSpreadsheetError, saysMissing } from '../columns/missing.ts';
import type { Units } from '../dataset.ts';
import type { Findings } from '../findings.ts';
import type { Cell, Table } from '../grid.ts';
import type { Header } from '../tables/header.ts';
import { knownColumns } from '../tables/known-columns.ts';
import { GROUP_COLUMN_IDS } from '../tables/unit-columns.ts';
import { yesOrNo } from './group-column.ts';
import { mendCodes } from './mend-codes.ts';
import { namesOfTwo, repeatedRows } from './unit-in-period.ts';

/**
 * Reads whom each row is about. Reports rows without a code, and units given twice for one period.
 *
 * @param set What columns are known; a further one of the header was asked for.
 */
export function readUnits(table: Table, header: Header, findings: Findings, set: CriteriaSet): Units {
  const known = new Set(knownColumns(set).map(({ id }) => id));
  const read = (id: string): readonly (string | null)[] | null => {
    const field = header.get(id);
    return field === undefined ? null : readTexts(cellColumn(table, id, field), findings);
  };
  const absent = table.rows.map(() => null);
  checkRegistered(table, header, findings);
  checkPeriods(table, header, findings);
  const asked = [...header.keys()].filter((id) => !known.has(id));
  const groups = [...GROUP_COLUMN_IDS, ...asked].map((id) => [id, read(id)] as const);
  const period = read('period') ?? absent;
  const given = read('code');
  const own = { codes: given ?? absent, names: read('name') ?? absent };
  const source = cellColumn(table, 'code', header.get('code') ?? 0);
  reportLostLetters(table, header, own.names, findings);
  const { codes, names } = given === null ? own : mendCodes(source, own, set.unit === 'commune', findings);
  if (given !== null) checkCodes(table, source, { codes, names, periods: period }, findings);
  return {
    code: codes.map((code) => code ?? ''),
    name: names,
    period,
    groups: new Map(groups.flatMap(([id, texts]) => (texts === null ? [] : [[id, texts]]))),
  };
}

function readTexts(source: CellColumn, findings: Findings): readonly (string | null)[] {
  return source.cells.map((cell, row) => {
    const text = source.id === 'code' ? codeOf(cell) : textOf(cell);
    if (text === null) return text;
    // A name may begin with any sign: it is only ever shown.
    const unfinished = source.id === 'code' ? source.formulaFault(row) : null;
    const fault = isSpreadsheetError(text) ? 'data/spreadsheet-error' : unfinished;
    if (fault === null) return text;
    findings.add(issue(fault, { header: source.header }, source.at(row)));
    return null;
  });
}

/** A question mark beside a letter: programs write it for letters that their encoding does not have. */
const LOST_LETTER = /\p{L}\?|\?\p{L}/u;

function reportLostLetters(table: Table, header: Header, names: readonly (string | null)[], findings: Findings): void {
  const source = cellColumn(table, 'name', header.get('name') ?? 0);
  names.forEach((name, row) => {
    if (name === null || !name.includes('?') || !LOST_LETTER.test(name)) return;
    findings.add(issue('data/lost-letters', { header: source.header }, { ...source.at(row), severity: 'warning' }));
  });
}

/** Whether a unit registered is counted: what says neither yes nor no counts as not stated, and that is told. */
function checkRegistered(table: Table, header: Header, findings: Findings): void {
  for (const { text, row, source } of textsUnder('registered', table, header))
    if (yesOrNo(text) === null)
      findings.add(issue('data/not-a-boolean', { header: source.header }, { ...source.at(row), severity: 'warning' }));
}

/** What is no period is in no set's force, and is the year before of none. */
function checkPeriods(table: Table, header: Header, findings: Findings): void {
  for (const { text, row, source } of textsUnder('period', table, header))
    if (!isPeriodId(text)) findings.add(issue('data/not-a-period', { header: source.header }, source.at(row)));
}

/** A cell that says something. */
interface SaidIn {
  readonly text: string;
  readonly row: number;
  readonly source: CellColumn;
}

/** What the cells of a column say, row by row; nothing where they are blank, or there is no such column. */
function* textsUnder(id: string, table: Table, header: Header): Generator<SaidIn> {
  const field = header.get(id);
  if (field === undefined) return;
  const source = cellColumn(table, id, field);
  for (const [row, cell] of source.cells.entries()) {
    const text = textOf(cell);
    if (text !== null && !isSpreadsheetError(text)) yield { text, row, source };
  }
}

function textOf(cell: Cell): string | null {
  const text = String(cell ?? '');
  return saysMissing(text) ? null : text;
}

/** Codes that look alike are one. A yes or no is none. */
function codeOf(cell: Cell): string | null {
  if (typeof cell === 'boolean') return null;
  return textOf(typeof cell === 'string' ? withoutInvisible(cell).trim() : cell);
}

function checkCodes(
  table: Table,
  source: CellColumn,
  { codes, names, periods }: { readonly [Part in 'codes' | 'names' | 'periods']: readonly (string | null)[] },
  findings: Findings,
): void {
  codes.forEach((code, row) => {
    if (code !== null) return;
    const text = String(source.cells[row]);
    if (!isSpreadsheetError(text) && !isFormula(text))
      findings.add(issue('data/missing-code', { header: source.header }, source.at(row)));
  });
  // Where the code is blank, something was told to be no code.
  const written = codes.map((code) => code ?? '');
  for (const { row, first } of repeatedRows(written, periods)) {
    const firstLine = table.lines[first] ?? 0;
    const named = namesOfTwo(names, { row, first });
    const args = { code: written[row] ?? '', period: periods[row] ?? null, firstLine, ...named };
    findings.add(issue('data/duplicate-unit', args, source.at(row)));
  }
}
