import type { CriteriaSet, Indicator } from '../../criteria/index.ts';
import { canonicalKey } from '../canonical-key.ts';
import { type Cell, isBlank, textAt } from '../grid.ts';
import type { KnownColumn } from './known-columns.ts';
import { isMeasure, type Quantity } from './measuring-units.ts';
import { isSummaryText, isTotalsText, isTotalsTextWithoutCode, startsLikeTotals } from './totals-words.ts';

/** What the columns of a table are for, as far as rows are told apart by them. */
export interface Roles {
  /** The field of the code and of the name; `null` where there is none. */
  readonly code: number | null;
  readonly name: number | null;
  /** Whether the units are communes or smaller: what larger units are called is then a heading. */
  readonly isLocal: boolean;
  /** The fields of indicators, and what each is. */
  readonly indicators: ReadonlyMap<number, Indicator>;
}

/** What communes lie in or are put together by, above their rows. */
const HEADING =
  /^(?:huyện|quận|thị xã|thành phố|tp\.?|tx\.?|tỉnh|cụm|vùng|khu vực|khối|nhóm|các xã|các phường|district of|cluster)\s/;
/** How headings are numbered where the codes of units stand: I, II, A, 1. */
const HEADING_NUMBER = /^(?:[ivxlc]+|[a-zđ]|\d{1,2})\.?$/i;
/** How a remark, a source or a signature begins. */
export const NOTE =
  /^(?:\(?\*+\)?|ghi chú|chú thích|chú ý|nguồn|lưu ý|người lập|lập biểu|nơi nhận|đơn vị báo cáo|thủ trưởng|tm\.|kt\.|note|source)/;
/** How long prose is at least where a code could stand: codes have no three words. */
const PROSE_WORDS = 3;
const WORDS = /\p{L}{3}/u;
const COLUMN_NUMBER = /^\(?(?:\d{1,3}|[a-zđ])\)?(?:\s*[=:].*)?$/i;
const IN_PARENTHESES = /^\(\s*(?:\d{1,3}|[a-zđ])\s*(?:[=:].*)?\)$/i;

/** Which field is which, by the header. */
export function columnRoles(
  header: readonly string[],
  set: CriteriaSet,
  meaning: (header: string) => KnownColumn | null,
): Roles {
  const ids = header.map((text) => meaning(text)?.id ?? null);
  const fieldOf = (id: string): number | null => (ids.includes(id) ? ids.indexOf(id) : null);
  const indicators = new Map<number, Indicator>();
  for (const [field, id] of ids.entries()) {
    const indicator = id === null ? undefined : set.indicators.get(id);
    if (indicator !== undefined) indicators.set(field, indicator);
  }
  const isLocal = set.unit === 'commune' || set.unit === 'hamlet';
  return { code: fieldOf('code'), name: fieldOf('name'), isLocal, indicators };
}

/** Whether a row adds up others: a word for it in a column that is no indicator, and no code of a unit. */
export function isTotals(cells: readonly Cell[], { code, name, indicators }: Roles): boolean {
  const own = code === null ? null : (cells[code] ?? null);
  // Rows of units end here: they have a code, and no such name.
  if (!isBlank(own) && !startsLikeTotals(own) && !(name !== null && startsLikeTotals(cells[name] ?? null)))
    return false;
  return cells.some((cell, field) => {
    if (indicators.has(field)) return false;
    if (isTotalsText(cell)) return true;
    const isNoCode = isBlank(own) || own === cell || HEADING_NUMBER.test(String(own).trim());
    return isNoCode && isTotalsTextWithoutCode(cell);
  });
}

/** Whether a row gives a rate, a mean or an earlier figure of all units, and is none of them. */
export function isSummary(cells: readonly Cell[], { code, name }: Roles): boolean {
  const inCode = code === null ? '' : textAt(cells, code);
  if (inCode !== '' && !HEADING_NUMBER.test(inCode)) return isSummaryText(inCode);
  return name !== null && isSummaryText(textAt(cells, name));
}

/** Whether a row between the units is a remark: it begins as one where a code would stand, and has no figure. */
export function isRemark(cells: readonly Cell[], { code, name, indicators }: Roles): boolean {
  const identity = code ?? name;
  if (identity === null) return false;
  const text = textAt(cells, identity);
  if (!/\s/.test(text) || !NOTE.test(canonicalKey(text))) return false;
  return [...indicators.keys()].every((field) => isBlank(cells[field] ?? null));
}

/** Whether a row among those of units is none. */
export function isNoUnit(cells: readonly Cell[], roles: Roles): boolean {
  return isTotals(cells, roles) || isHeading(cells, roles) || isSummary(cells, roles) || isRemark(cells, roles);
}

/** Whether a row is the heading of the units under it: a district, a cluster. Figures in it add up theirs. */
export function isHeading(cells: readonly Cell[], { code, name, isLocal }: Roles): boolean {
  if (!isLocal || code === null) return false;
  const [inCode, inName] = [textAt(cells, code), name === null ? '' : textAt(cells, name)];
  if (isHeadingText(inCode)) return inName === '' || isHeadingText(inName);
  return (inCode === '' || HEADING_NUMBER.test(inCode)) && isHeadingText(inName);
}

function isHeadingText(text: string): boolean {
  return HEADING.test(canonicalKey(text));
}

/**
 * Whether a row is prose under the table: a source, a remark, a signature. A row with a code or a figure never is, nor is
 * one that names a unit.
 */
export function isNote(cells: readonly Cell[], { code, name, indicators }: Roles): boolean {
  const identity = code ?? name;
  if (identity === null) return false;
  const text = textAt(cells, identity);
  const [first = ''] = cells.filter((cell) => !isBlank(cell)).map((cell) => canonicalKey(String(cell)));
  if (NOTE.test(first) && (text === '' || canonicalKey(text) === first)) return true;
  if (text !== '' && (code === null || !isProse(text))) return false;
  if (name !== null && text === '' && textAt(cells, name) !== '') return false;
  // A cross or a dash that is all there is belongs to a unit whose code is missing.
  if (!cells.some((cell) => WORDS.test(String(cell ?? '')))) return false;
  const figures = indicators.size === 0 ? cells.keys() : indicators.keys();
  return [...figures].every((field) => textAt(cells, field) === '' || isProse(textAt(cells, field)));
}

/** Whether a text is no code: a code has no three words. */
export function isProse(text: string): boolean {
  return /\p{L}/u.test(text) && text.split(/\s+/).length >= PROSE_WORDS;
}

/** Whether a row numbers the columns: (1), (2), …, or 1, 2, 3 over codes that are longer. */
export function isColumnNumbers(cells: readonly Cell[], next: readonly Cell[], { code }: Roles): boolean {
  const texts = cells.map((cell) => (isBlank(cell) ? '' : String(cell).trim())).filter((text) => text !== '');
  if (texts.length < 2 || !texts.every((text) => COLUMN_NUMBER.test(text) || IN_PARENTHESES.test(text))) return false;
  const numbers = texts.map((text) => /\d+/.exec(text)?.[0]).filter((text) => text !== undefined);
  const ascending = numbers.every((text, at) => at === 0 || Number(text) === Number(numbers[at - 1]) + 1);
  if (!ascending || numbers.length < 2) return false;
  if (texts.filter((text) => IN_PARENTHESES.test(text)).length * 2 > texts.length) return true;
  return code !== null && textAt(next, code).length > 2 && textAt(cells, code).length <= 2;
}

/** Whether a row says what the columns are measured in. */
export function isUnitsRow(cells: readonly Cell[], _next: readonly Cell[], { code, indicators }: Roles): boolean {
  const measuredIn = (field: number): Quantity | null => indicators.get(field) ?? null;
  if (code !== null && textAt(cells, code) !== '' && !isMeasure(textAt(cells, code), null)) return false;
  const filled = [...cells.keys()]
    .map((field) => ({ field, text: textAt(cells, field) }))
    .filter(({ text }) => text !== '');
  // A cross may be a yes: it alone makes no row of units.
  return (
    filled.every(({ field, text }) => isMeasure(text, measuredIn(field))) &&
    filled.some(({ text }) => canonicalKey(text) !== 'x')
  );
}
