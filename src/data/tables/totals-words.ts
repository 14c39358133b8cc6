import { canonicalKey, withoutDiacritics } from '../canonical-key.ts';
import type { Cell } from '../grid.ts';

/** With diacritics or without: a file may be typed either way. */
function spelt(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern}|${withoutDiacritics(pattern)})`);
}

/** All that a report is about. */
const ALL =
  '(?:toàn|cả) (?:tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|quốc|nước|ngành|địa bàn)|cả nước|tỉnh|thành phố|chung|chung toàn tỉnh|các xã|các đơn vị';
const SUM = 'tổng cộng|tổng số|tổng hợp|tổng kết|tổng|cộng|grand total|total';
/** What stands in front of a row of totals, alone or with a number of units after it. */
const TOTALS = spelt(
  String.raw`(?:(?:${SUM})(?: (?:${ALL}))?|(?:toàn|cả) (?:tỉnh|thành phố|quốc|nước))\s*(?:\(.*\))?\s*:?$`,
);
const TOTALS_OF = spelt(String.raw`(?:tổng cộng|tổng số|toàn tỉnh|toàn thành phố|grand total)[\s:]`);
/** A sum over part of the units; a commune may be called Cộng Hòa. */
const SUBTOTALS = spelt(
  String.raw`(?:cộng|tổng|subtotal)\s*(?:theo |của |of )?(?:cụm|huyện|quận|thị xã|thành phố|khu|khu vực|vùng|nhóm|khối|đội|trang|mục|phần|[ivx]+|\d+)(?=$|[\s:.])`,
);
/** Figures over units that are no sums of theirs. A commune is called Trung Bình. */
const SUMMARY = spelt(
  String.raw`(?:lũy kế|luỹ kế|cộng dồn|bình quân|trung bình(?: (?:chung|${ALL}))|tỷ lệ|tỉ lệ|tỷ trọng|cơ cấu|so với|so sánh|cùng kỳ|tăng, giảm|average|cumulative)(?=$|[\s:(,%])`,
);

/** Whether a text says that its row adds up others. */
export function isTotalsText(cell: Cell): cell is string {
  return startsLikeTotals(cell) && TOTALS.test(canonicalKey(cell));
}

/** Whether a text says so where no code is beside it. */
export function isTotalsTextWithoutCode(cell: Cell): cell is string {
  if (!startsLikeTotals(cell)) return false;
  const key = canonicalKey(cell);
  return TOTALS_OF.test(key) || SUBTOTALS.test(key);
}

/** A cheap test that nearly all names of units fail. */
export function startsLikeTotals(cell: Cell): cell is string {
  return typeof cell === 'string' && /^\s*(?:t[oổ]ng|to[aà]n|total|c[oộ]ng|c[aả] |grand|subtotal)/iu.test(cell);
}

/** Whether a text says that its row is a rate, a mean or an earlier figure of all units. */
export function isSummaryText(text: string): boolean {
  return /^[lbtsca]/i.test(text) && SUMMARY.test(canonicalKey(text));
}
