import type { CriteriaSet } from '../../criteria/index.ts';
import { hasError, type Issue } from '../../messages/index.ts';
import type { NumberStyle, StyleDecision } from '../columns/number-style.ts';
import type { Dataset } from '../dataset.ts';
import { parseLines, splitDeclaration, unifiedLines } from '../files/csv.ts';
import type { Delimiter } from '../files/delimiter.ts';
import { isGarbled } from '../files/garbled.ts';
import { type Findings, gatherFindings } from '../findings.ts';
import type { Table } from '../grid.ts';
import { findTable } from '../tables/find-table.ts';
import { type Header, readHeader } from '../tables/header.ts';
import { columnsByKey, knownColumns } from '../tables/known-columns.ts';
import { meaning } from '../tables/named-column.ts';
import { columnRoles, isNote, isNoUnit, type Roles } from '../tables/row-kinds.ts';
import { widenLongTable } from './long-table.ts';
import { type CodeKind, codeKind } from '../units/odd-codes.ts';
import { nameInPlace } from '../units/same-names.ts';
import { createSeen } from './seen.ts';
import { readBody } from './typed-table.ts';

/** Reads a long text file part by part. */
export interface PartReader {
  /**
   * The rows of the next part: what they are when the file is read at once.
   *
   * @param text Whole lines; the first part holds the header.
   * @param isLast Whether the file ends with it.
   * @returns `null` where only the whole file tells, and where something is wrong with it: then it is to be read at once.
   */
  readonly read: (text: string, isLast: boolean) => Dataset | null;
  /** What was found so far; none of it is an error. */
  readonly issues: () => readonly Issue[];
}

/** What the first part says of the whole file. */
interface Layout {
  readonly delimiter: Delimiter;
  readonly table: Table;
  readonly header: Header;
  readonly roles: Roles;
}

/** As many rows are looked at, at most, to tell what a file is: its delimiter, its header, whether it is about persons. */
const ROWS_LOOKED_AT = 50;

/** What the first part has beside units may stand in later ones too. */
const MORE_THAN_UNITS: ReadonlySet<string> = new Set([
  'data/notes-ignored',
  'data/headings-ignored',
  'data/figures-without-code',
  'data/summaries-ignored',
  'data/header-repeated',
]);

/** The codes of communes have five digits: whether shorter ones have lost their zeros, only the whole file tells. */
const SHORT_CODE = /^\d{1,4}$/;

/**
 * Makes the reader of one file.
 *
 * @param file Its name, for messages.
 * @param set What the columns are.
 * @param numbers How numbers are written where a column does not tell.
 * @param isKnown Whether it was read before and has no unit twice: that is then not looked for again, which takes memory.
 */
export function partReader(
  file: string,
  set: CriteriaSet,
  numbers: NumberStyle | null = null,
  isKnown = false,
): PartReader {
  const findings = gatherFindings();
  const styles = rememberStyles();
  const kinds = new Set<CodeKind>();
  let seen = isKnown ? null : { codes: createSeen(), names: createSeen() };
  let layout: Layout | null = null;
  let lines = 0;
  let endsWithNote = false;

  function next({ delimiter, table, roles }: Layout, text: string, isLast: boolean): Table | null {
    const grid = parseLines(file, text, delimiter);
    if (!grid.ok) return null;
    const { rows } = grid.value;
    const [end] = rows.slice(-1);
    // Blank rows alone may follow a note that ends the table, over many parts.
    if (end !== undefined) endsWithNote = isNote(end, roles);
    if (isLast && endsWithNote) return null;
    if (rows.some((cells) => isNoUnit(cells, roles))) return null;
    return { ...table, rows, lines: grid.value.lines.map((line) => line + lines) };
  }

  function read(text: string, isLast: boolean): Dataset | null {
    if (isGarbled(text)) return null;
    const unified = unifiedLines(text);
    const isFirst = layout === null;
    layout ??= layoutOf(unified, file, set, findings);
    if (layout === null) return null;
    const table = isFirst ? layout.table : next(layout, unified, isLast);
    lines += unified.split('\n').length - 1;
    if (table === null) return null;
    const reading = { findings, numbers, decided: styles.decided };
    const body = readBody(table, layout.header, set, reading);
    const { code, period } = body.units;
    if (hasError(findings.list()) || styles.leaveOpen() || code.some((own) => SHORT_CODE.test(own))) return null;
    // Among numbers other codes may be none: what most of them are, only the whole file tells.
    for (const own of code) if (own !== '') kinds.add(codeKind(own));
    if (kinds.size > 1 || kinds.has('words')) return null;
    const isRepeated = code.some((own, row) => {
      const name = set.unit === 'commune' && seen !== null ? nameInPlace(body.units, row) : null;
      const isTwice = seen?.codes.before(own, period[row] ?? '') === true;
      return isTwice || (name !== null && seen?.names.before(name, '') === true);
    });
    // Units are ranked next: what is not asked any more makes room.
    if (isLast) seen = null;
    return isRepeated ? null : { ...body, inputs: [], issues: [] };
  }

  return { read, issues: () => findings.list() };
}

/** What the first part says of the file, its own rows in the table; `null` where only the whole file tells. */
function layoutOf(text: string, file: string, set: CriteriaSet, findings: Findings): Layout | null {
  const { body, delimiter } = splitDeclaration(text);
  const grid = parseLines(file, body, delimiter);
  const found = grid.ok ? findTable(grid.value, set) : grid;
  if (!found.ok) return null;
  const table = found.value;
  const hasMoreThanUnits =
    (table.totals ?? []).length > 0 || found.issues.some(({ code }) => MORE_THAN_UNITS.has(code));
  // A column without a title counts only where a cell stands in it, perhaps far below.
  if (hasMoreThanUnits || table.header.includes('') || table.rows.length < ROWS_LOOKED_AT) return null;
  if (widenLongTable(table, set, gatherFindings()) !== null) return null;
  for (const noted of found.issues) findings.add(noted);
  const header = readHeader(table, set, findings);
  // Whether a column holds nothing but periods, only the whole file tells.
  if (header === null || findings.list().some(({ code }) => code === 'data/column-of-periods')) return null;
  const byKey = columnsByKey(knownColumns(set));
  return { delimiter, table, header, roles: columnRoles(table.header, set, (title) => meaning(title, byKey)) };
}

/** The styles of numbers that parts were read in: where they differ, or one is open, the whole file decides. */
function rememberStyles() {
  const styles = new Map<string, NumberStyle>();
  let isOpen = false;
  return {
    decided: (indicator: string, decision: StyleDecision): void => {
      const style = decision.kind === 'style' ? decision.style : null;
      const before = styles.get(indicator) ?? style;
      if (style === null || style !== before) isOpen = true;
      else styles.set(indicator, style);
    },
    leaveOpen: (): boolean => isOpen,
  };
}
