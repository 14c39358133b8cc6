import type { CriteriaSet } from '../../criteria/index.ts';
import { issue } from '../../messages/index.ts';
import { canonicalKey } from '../canonical-key.ts';
import type { Findings } from '../findings.ts';
import { type Cell, cellKey, isBlank, placeIn, type Spot, type Table, textAt } from '../grid.ts';
import { nearestSpellings } from '../nearest.ts';
import { remembered } from '../remembered.ts';
import {
  columnsByKey,
  type HeaderMeanings,
  type KnownColumn,
  knownColumns,
  NO_MEANINGS,
  spellingsOf,
} from '../tables/known-columns.ts';
import { isOtherMeasure, otherMeasure } from '../tables/measuring-units.ts';
import { meaning } from '../tables/named-column.ts';
import { withoutRaggedRows } from '../tables/ragged.ts';

const INDICATOR_HEADERS: ReadonlySet<string> = new Set(['indicator', 'chỉ tiêu', 'tên chỉ tiêu', 'mã chỉ tiêu']);
const MEASURE_HEADERS: ReadonlySet<string> = new Set(['đơn vị tính', 'đvt', 'unit of measure', 'measure']);
const VALUE_HEADERS: ReadonlySet<string> = new Set(['value', 'giá trị', 'số liệu', 'kết quả', 'figure']);

/** Where the parts of a table of one figure a row stand. */
interface Layout {
  readonly indicator: number;
  readonly value: number;
  /** What says in what each figure is measured; -1 without such a column. */
  readonly measure: number;
  /** The fields of the columns about the unit. */
  readonly unit: readonly { readonly column: KnownColumn; readonly field: number }[];
}

/**
 * Turns a table of one figure a row (`code,indicator,value`) into one of a unit a row. Every cell keeps its place.
 *
 * @param set Whose indicators are named.
 * @param findings Takes indicators nobody knows and figures given twice.
 * @returns `null` for any other table.
 */
export function widenLongTable(
  table: Table,
  set: CriteriaSet,
  findings: Findings,
  meanings: HeaderMeanings = NO_MEANINGS,
): Table | null {
  const known = knownColumns(set);
  const byKey = columnsByKey(known, meanings);
  const layout = layoutOf(table, set, byKey);
  if (layout === null) return null;
  const indicators = known.filter(({ id }) => set.indicators.has(id));
  const even = withoutRaggedRows(table, findings);
  const spellings = indicators.flatMap(spellingsOf);
  const nearest = remembered((text) => nearestSpellings(text, spellings));
  return pivot(even, layout, { byKey: columnsByKey(indicators, meanings), nearest }, findings);
}

/** A table with a column of indicators, one of values, one that names the unit, and no indicator in the header itself. */
function layoutOf(table: Table, set: CriteriaSet, byKey: ReadonlyMap<string, KnownColumn>): Layout | null {
  const keys = table.header.map((header) => canonicalKey(header));
  const indicator = keys.findIndex((key) => INDICATOR_HEADERS.has(key));
  const value = keys.findIndex((key) => VALUE_HEADERS.has(key));
  if (indicator === -1 || value === -1) return null;
  const measure = keys.findIndex((key) => MEASURE_HEADERS.has(key));
  const columns = table.header.map((header, field) => ({
    field,
    column: field === indicator || field === value ? null : meaning(header, byKey),
  }));
  if (columns.some(({ column }) => column !== null && set.indicators.has(column.id))) return null;
  const unit = columns.flatMap(({ column, field }) => (column === null ? [] : [{ column, field }]));
  return unit.some(({ column }) => column.id === 'code' || column.id === 'name')
    ? { indicator, value, measure, unit }
    : null;
}

interface Names {
  readonly byKey: ReadonlyMap<string, KnownColumn>;
  /** The spellings most like one that nobody knows. */
  readonly nearest: (text: string) => readonly string[];
}

interface WideRow {
  readonly cells: Cell[];
  readonly spots: (Spot | undefined)[];
  readonly line: number;
}

function pivot(table: Table, layout: Layout, names: Names, findings: Findings): Table {
  const header = layout.unit.map(({ field }) => table.header[field] ?? '');
  const fields = new Map<string, number>();
  const rows = new Map<string, WideRow>();
  const [percents, formulas] = [new Set<string>(), new Set<string>()];
  table.rows.forEach((row, index) => {
    const line = table.lines[index] ?? table.headerLine;
    const text = String(row[layout.indicator] ?? '').trim();
    const column = meaning(text, names.byKey);
    if (column === null) {
      reportUnknown(table, { line, field: layout.indicator, text }, names, findings);
      return;
    }
    reportMeasure(table, { line, field: layout.measure, text: textAt(row, layout.measure) }, column, findings);
    const field = fields.get(column.id) ?? header.push(text) - 1;
    fields.set(column.id, field);
    const wide = wideRow(rows, row, line, layout);
    const value = row[layout.value] ?? null;
    const spot = { line, field: layout.value };
    if (wide.cells[field] === undefined) {
      wide.cells[field] = value;
      wide.spots[field] = spot;
      const [from, to] = [cellKey(line, layout.value), cellKey(wide.line, field)];
      if (table.percents?.has(from) === true) percents.add(to);
      if (table.formulas?.has(from) === true) formulas.add(to);
    } else reportTwice(table, { wide, field, value, spot, indicator: text }, findings);
  });
  const wideRows = [...rows.values()];
  return {
    file: table.file,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    percents,
    formulas,
    header,
    headerLine: table.headerLine,
    rows: wideRows.map(({ cells }) => header.map((_, field) => cells[field] ?? null)),
    lines: wideRows.map(({ line }) => line),
    movedFrom: (row, field) => spotOf(wideRows[row], field, layout) ?? { line: table.headerLine, field },
  };
}

/** The row of the unit and period that a row of the file is about; begun with the first of them. */
function wideRow(rows: Map<string, WideRow>, row: readonly Cell[], line: number, { unit }: Layout): WideRow {
  const texts = new Map(unit.map(({ column, field }) => [column.id, canonicalKey(String(row[field] ?? ''))]));
  const code = texts.get('code') ?? '';
  const identity = code === '' ? [texts.get('name'), texts.get('province'), texts.get('district')] : [code];
  const key = [...identity, texts.get('period')].join('\n');
  const wide = rows.get(key) ?? { cells: unit.map(() => null), spots: [], line };
  rows.set(key, wide);
  unit.forEach(({ field }, index) => {
    const cell = row[field] ?? null;
    if (!isBlank(wide.cells[index] ?? null) || isBlank(cell)) return;
    wide.cells[index] = cell;
    wide.spots[index] = { line, field };
  });
  return wide;
}

function spotOf(row: WideRow | undefined, field: number, { value, unit }: Layout): Spot | undefined {
  if (row === undefined) return undefined;
  return row.spots[field] ?? { line: row.line, field: unit[field]?.field ?? value };
}

function reportUnknown(
  table: Table,
  { line, field, text }: { readonly line: number; readonly field: number; readonly text: string },
  { nearest }: Names,
  findings: Findings,
): void {
  findings.add(
    issue(
      'data/unknown-indicator',
      { nearest: nearest(text) },
      { position: placeIn(table, line, field), received: text },
    ),
  );
}

function reportMeasure(
  table: Table,
  { line, field, text }: { readonly line: number; readonly field: number; readonly text: string },
  column: KnownColumn,
  findings: Findings,
): void {
  if (text !== '' && column.quantity !== null && isOtherMeasure(text, column.quantity))
    findings.add(otherMeasure(column, text, placeIn(table, line, field)));
}

interface Repeat {
  readonly wide: WideRow;
  readonly field: number;
  readonly value: Cell;
  readonly spot: Spot;
  readonly indicator: string;
}

/** The same figure again is harmless; another one is not. */
function reportTwice(table: Table, { wide, field, value, spot, indicator }: Repeat, findings: Findings): void {
  const first = String(wide.cells[field] ?? '').trim();
  const received = String(value ?? '').trim();
  if (received === first) return;
  const unit = wide.cells.find((cell) => !isBlank(cell)) ?? '';
  const args = { unit: String(unit), indicator, other: first, otherLine: wide.spots[field]?.line ?? wide.line };
  findings.add(issue('data/figure-twice', args, { position: placeIn(table, spot.line, spot.field), received }));
}
