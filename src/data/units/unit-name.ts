import { canonicalKey, withoutDiacritics } from '../canonical-key.ts';

/** What stands before the name of a unit, in full or shortened. */
const UNIT_PREFIX =
  /^(?:(?:xã|phường|thị trấn|đặc khu|xa|phuong|thi tran|dac khu)\s+|(?:x|p|tt|đk|dk)\.\s*|(?:x|p|tt|đk|dk)\s+)/;
const PROVINCE_PREFIX = /^(?:(?:tỉnh|thành phố|tinh|thanh pho)\s+|(?:t|tp)\.\s*|tp\s+)/;
/** What somebody adds to a province's name: `Tỉnh An Giang (số liệu mô phỏng)`. */
const REMARK = /\s*\([^()]*\)$/;
const APOSTROPHES = /[‘’ʼ`´]/g;
const DASHES = /\s*[-‐‑–—]\s*/g;

/** The canonical key of a unit's or province's name; apostrophes and dashes are written in many ways. */
export function nameKey(name: string): string {
  return canonicalKey(name).replace(APOSTROPHES, "'").replace(DASHES, '-');
}

/** A key without Xã, Phường, Thị trấn, Đặc khu before it. */
export function withoutUnitPrefix(key: string): string {
  return key.replace(UNIT_PREFIX, '');
}

/** The key of a province without Tỉnh or Thành phố before it, and without a remark in brackets after it. */
export function provinceKey(name: string): string {
  return nameKey(name).replace(REMARK, '').replace(PROVINCE_PREFIX, '');
}

/** Whether a key carries no mark at all: then it was typed without diacritics, or never had any. */
export function isPlain(key: string): boolean {
  return withoutDiacritics(key) === key;
}

/**
 * Whether two spellings can be one name: equal with or without the prefix; or, where one was typed without diacritics,
 * equal without them.
 *
 * @example sameName('Phường Hoà Bình', 'hòa bình') // true
 */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [nameKey(one), nameKey(other)];
  const [bareA, bareB] = [withoutUnitPrefix(a), withoutUnitPrefix(b)];
  if (a === b || bareA === bareB) return true;
  if (!isPlain(a) && !isPlain(b)) return false;
  const [plainA, plainB] = [withoutDiacritics(a), withoutDiacritics(b)];
  return (
    plainA === plainB ||
    [plainA, withoutDiacritics(bareA)].some((key) => key === plainB || key === withoutDiacritics(bareB))
  );
}

/**
 * Whether rows with one code can be of one unit. A code alone does not tell: those of units that were dissolved are given
 * to others. Without a name on both sides it has to be believed.
 */
export function canBeOneUnit(name: string | null, other: string | null): boolean {
  return name === null || other === null || name === other || sameName(name, other);
}

/** Whether two spellings can be one province. */
export function sameProvince(one: string, other: string): boolean {
  const [a, b] = [provinceKey(one), provinceKey(other)];
  return a === b || ((isPlain(a) || isPlain(b)) && withoutDiacritics(a) === withoutDiacritics(b));
}
