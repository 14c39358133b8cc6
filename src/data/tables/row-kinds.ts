import type { CriteriaSet } from '../../criteria/index.ts';
import { canonicalKey } from '../canonical-key.ts';
import { type Cell, isBlank, textAt } from '../grid.ts';
import type { KnownColumn } from './known-columns.ts';

/** What the columns of a table are for, as far as rows are told apart by them. */
export interface Roles {
  /** The field of the code and of the name; `null` where there is none. */
  readonly code: number | null;
  readonly name: number | null;
  /** The fields of indicators, and the words for what each is counted or measured in. */
  readonly indicators: ReadonlyMap<number, readonly string[]>;
}

/** What stands in front of a row of totals, alone or with a number of units after it. */
const TOTALS =
  /^(?:tổng cộng|tổng số|tổng|cộng|toàn tỉnh|toàn thành phố|toàn quốc|cả nước|grand total|total)\s*(?:\(.*\))?\s*:?$/;
const TOTALS_OF = /^(?:tổng cộng|tổng số|toàn tỉnh|toàn thành phố|grand total)[\s:]/;
const NOTE =
  /^(?:\(?\*+\)?|ghi chú|chú thích|chú ý|nguồn|lưu ý|người lập|lập biểu|nơi nhận|đơn vị báo cáo|thủ trưởng|tm\.|kt\.|note|source)/;
/** How long prose is at least where a code could stand: codes have no three words. */
const PROSE_WORDS = 3;
const WORDS = /\p{L}{3}/u;
const MEASURING_UNITS = new Set(
  'người|%|m²|m2|km²|km2|ha|vụ|hộ|xã|thôn|bản|cơ sở|điểm|tụ điểm|lượt|lượt người|đối tượng|đồng|triệu đồng|tỷ đồng|kg|gam|có/không|x|đvt|đơn vị tính|người/năm'.split(
    '|',
  ),
);
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
  const indicators = new Map<number, readonly string[]>();
  for (const [field, id] of ids.entries()) {
    const indicator = id === null ? undefined : set.indicators.get(id);
    if (indicator !== undefined)
      indicators.set(field, indicator.unit === null ? [] : [indicator.unit.vi, indicator.unit.en]);
  }
  return { code: fieldOf('code'), name: fieldOf('name'), indicators };
}

/** Whether a row adds up others: a word for it in a column that is no indicator, and no code of a unit. */
export function isTotals(cells: readonly Cell[], { code, name, indicators }: Roles): boolean {
  const own = code === null ? null : (cells[code] ?? null);
  // Rows of units end here: they have a code, and no such name.
  if (!isBlank(own) && !startsLikeTotals(own) && !(name !== null && startsLikeTotals(cells[name] ?? null)))
    return false;
  return cells.some((cell, field) => {
    if (indicators.has(field) || typeof cell !== 'string' || !startsLikeTotals(cell)) return false;
    const key = canonicalKey(cell);
    return TOTALS.test(key) || (TOTALS_OF.test(key) && (isBlank(own) || own === cell));
  });
}

/** A cheap test that nearly all names of units fail. */
function startsLikeTotals(cell: Cell): boolean {
  return typeof cell === 'string' && /^\s*(?:tổng|toàn|total|cộng|cả nước|grand)/iu.test(cell);
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

function isProse(text: string): boolean {
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
  const unitOf = (text: string): string =>
    canonicalKey(text)
      .replace(/^\((.*)\)$/, '$1')
      .trim();
  const own = code === null ? '' : unitOf(textAt(cells, code));
  if (own !== '' && !MEASURING_UNITS.has(own)) return false;
  const filled = cells.flatMap((cell, field) => (isBlank(cell) ? [] : [{ field, unit: unitOf(String(cell)) }]));
  const known = ({ field, unit }: { readonly field: number; readonly unit: string }): boolean =>
    MEASURING_UNITS.has(unit) || (indicators.get(field) ?? []).some((own) => canonicalKey(own) === unit);
  // A cross may be a yes: it alone makes no row of units.
  return filled.length > 0 && filled.every(known) && filled.some(({ unit }) => unit !== 'x');
}
