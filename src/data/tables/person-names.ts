import { withoutDiacritics } from '../canonical-key.ts';

/** Family names of Vietnam, without diacritics. */
const FAMILIES: ReadonlySet<string> = new Set(
  `nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh lam mai trinh truong dao doan luong luu cao
   ha ta to thai chau quach kieu nong vi lo cam ma hua be la giang sung vang thao hau mua thach kim son danh tu mac
   tong ton ung phung trieu dam luc khuat nghiem chu dau dong giap han khong lieu ninh tang tieu van vuong bach lu
   ksor rmah siu nay rcom kpa dieu trang`.split(/\s+/),
);
/** How people are addressed, what rank they hold, and the number before an entry of a list. */
const BEFORE =
  /^(?:\d{1,3}[.)]\s*|(?:ông|bà|anh|chị|đ\/c|đồng chí|cán bộ)[.:]?\s+|(?:thiếu|trung|thượng|đại)\s+(?:úy|uý|tá|tướng)\s+)+/iu;
const WORD = /^\p{Lu}[\p{L}']*\.?$/u;
const FEWEST_WORDS = 2;
const MOST_WORDS = 5;

/**
 * Whether a cell looks like the full name of a person, or begins with one. Places are called after people as well: only
 * beside other signs does it tell.
 *
 * @example looksLikePerson('Đ/c Nguyễn Văn A, công an viên') // true
 */
export function looksLikePerson(text: string): boolean {
  const [first = ''] = text
    .trim()
    .replace(BEFORE, '')
    .split(/\s*(?:[,;\n(–]|\s-\s)/u);
  const words = first.split(/\s+/);
  const [family = ''] = words;
  return (
    words.length >= FEWEST_WORDS &&
    words.length <= MOST_WORDS &&
    words.every((word) => WORD.test(word)) &&
    FAMILIES.has(withoutDiacritics(family.toLowerCase()))
  );
}
