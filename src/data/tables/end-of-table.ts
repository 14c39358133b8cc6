import { canonicalKey } from '../canonical-key.ts';
import { type Cell, isBlank, textAt } from '../grid.ts';
import { isNote, isProse, NOTE, type Roles } from './row-kinds.ts';

/** Where and when a report was signed, by whom, and in whose place. */
const SIGNATURE =
  /^(?:.*ngày .* tháng .*|\((?:đã )?ký.*|(?:tm|kt|tl|tuq|t\/m|k\/t|t\/l)\.? .*|(?:người|cán bộ) (?:lập|tổng hợp|báo cáo|kiểm tra|duyệt).*|lập (?:bảng|biểu).*|(?:phó )?(?:giám đốc|chủ tịch|trưởng|thủ trưởng|trưởng phòng|chỉ huy|chánh văn phòng)(?: .*)?|thủ trưởng.*|xác nhận.*|đại diện.*|nơi nhận.*|prepared by.*|signed.*|director)$/;
const FIGURE = /^[+-]?\d[\d.,\s]*%?$/;

/**
 * The place under the last row of units and totals: what follows is prose alone, or stands under the first line of a
 * signature, where names of persons are no names of units.
 *
 * @param first The first row of units, as its place among the rows.
 */
export function endOfTable(rows: readonly (readonly Cell[])[], first: number, roles: Roles): number {
  let end = rows.length;
  for (let row = rows.length - 1; row >= first && isNoUnitSurely(rows[row] ?? [], roles); row -= 1)
    if (beginsSignature(rows[row] ?? [])) end = row;
  while (end > first && isNote(rows[end - 1] ?? [], roles)) end -= 1;
  return end;
}

/** Whether a row has neither a code nor a figure. */
function isNoUnitSurely(cells: readonly Cell[], { code, indicators }: Roles): boolean {
  const own = code === null ? '' : textAt(cells, code);
  if (/\d/.test(own) && !isProse(own)) return false;
  return [...indicators.keys()].every((field) => {
    const cell = cells[field] ?? null;
    return isBlank(cell) || (typeof cell === 'string' && !FIGURE.test(cell.trim()));
  });
}

function beginsSignature(cells: readonly Cell[]): boolean {
  const texts = cells.flatMap((cell) => (typeof cell === 'string' && cell.trim() !== '' ? [canonicalKey(cell)] : []));
  return texts.some((text) => SIGNATURE.test(text)) || NOTE.test(texts[0] ?? '');
}
