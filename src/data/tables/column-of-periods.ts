import { canonicalKey } from '../canonical-key.ts';
import { type Cell, isBlank } from '../grid.ts';

/** Longer texts are no periods. */
const LONGEST = 40;
const YEAR = /^20\d{2}$/;
/** What else stands in the name of a period: 6 tháng đầu năm 2024, quý IV/2024, 2024-Q3. */
const BESIDE_YEAR =
  /^(?:kỳ|năm|quý|tháng|đầu|cuối|period|year|half|first|second|quarter|month|months|q?[1-4]|[12]?\d|0\d|i{1,3}|iv)$/;
/** What says no more than that a year is one. */
const PLAIN = /^(?:kỳ |năm |period |year )+(?=20\d{2}$)/;
const PARTS = /[\s/.-]+/;

/**
 * The years and other periods in the cells of a column that holds nothing else.
 *
 * @returns Each once, without the words `năm` and `kỳ` before a year; none where any cell says something else.
 */
export function periodsSaid(cells: readonly Cell[]): readonly string[] {
  const periods = new Set<string>();
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    const text = String(cell);
    const key = text.length > LONGEST ? '' : canonicalKey(text);
    if (!isPeriod(key)) return [];
    periods.add(key.replace(PLAIN, ''));
  }
  return [...periods];
}

function isPeriod(key: string): boolean {
  const parts = key.split(PARTS);
  return (
    parts.filter((part) => YEAR.test(part)).length === 1 &&
    parts.every((part) => YEAR.test(part) || BESIDE_YEAR.test(part))
  );
}
