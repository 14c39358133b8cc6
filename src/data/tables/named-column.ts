import { canonicalKey } from '../canonical-key.ts';
import { type KnownColumn, parted } from './known-columns.ts';
import { isMeasure } from './measuring-units.ts';

/** A column as a header names it. */
export interface NamedColumn {
  readonly column: KnownColumn;
  /** What stands in parentheses behind the name of the column; '' where nothing does. */
  readonly added: string;
  /** Whether what is added leaves the figures what they are, or says in what they are measured. */
  readonly isPlain: boolean;
}

/** The column that a header names, with or without something in parentheses behind the name; `null` for any other. */
export function namedColumn(header: string, byKey: ReadonlyMap<string, KnownColumn>): NamedColumn | null {
  const { key, bare, added } = parted(canonicalKey(header));
  const whole = byKey.get(key);
  if (whole !== undefined) return { column: whole, added: '', isPlain: true };
  const column = bare === key ? undefined : byKey.get(bare);
  return column === undefined ? null : { column, added, isPlain: isPassedOver(added, column) };
}

/** Numbers and letters of columns, days up to which is counted, and what is said of figures that may be none. */
const PASSED_OVER =
  /^(?:\d{1,3}|[a-zđ]|\*+|nếu có|(?:tính )?(?:đến|tới|tại|vào)(?: ngày| thời điểm| cuối| hết)?\s.*|cuối kỳ|trong kỳ|kỳ báo cáo|trong năm|if any|at the end of the period)$/u;
/** What is of another time than today, or wished for. */
const OF_OTHER_TIMES = /(?<!\p{L})(?:cũ|trước|kế hoạch|dự kiến|chỉ tiêu|former|old|previous|planned)(?!\p{L})/u;

function isPassedOver(added: string, { quantity }: KnownColumn): boolean {
  // Beside what is no figure stands how it is to be written: five digits, one of these words.
  const isFigure = quantity !== null && quantity.type !== 'boolean' && quantity.type !== 'choice';
  if (!isFigure) return !OF_OTHER_TIMES.test(added);
  return added === '' || PASSED_OVER.test(added) || isMeasure(added, quantity);
}

/** The column that a header means; `null` where what is added makes its figures others, and for any other header. */
export function meaning(header: string, byKey: ReadonlyMap<string, KnownColumn>): KnownColumn | null {
  return plainColumn(namedColumn(header, byKey));
}

/** The column, where nothing is added that makes its figures others. */
export function plainColumn(named: NamedColumn | null): KnownColumn | null {
  return named?.isPlain === true ? named.column : null;
}
