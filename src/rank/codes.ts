/** So many digits make one number, which doubles hold exactly. */
const DIGITS = 7;
/** 0 is the end of a code, 1 to 127 a plain character, and 128 begins one of all others, in three digits of 7 bits. */
const BASE = 129;
const OTHERS = 127;

/**
 * Codes as columns of numbers that stand in the order of the codes, by code units: the first seven characters in the first
 * column, where they are plain. A code that ends before a column is 0 there, as it is in the columns that only longer codes
 * have.
 */
export function codeColumns(codes: readonly string[]): readonly Float64Array[] {
  const columns: Float64Array[] = [];
  for (const [row, code] of codes.entries()) {
    for (const [place, digit] of digitsOf(code).entries()) {
      const column = (columns[Math.floor(place / DIGITS)] ??= new Float64Array(codes.length));
      column[row] = (column[row] ?? 0) + digit * BASE ** (DIGITS - 1 - (place % DIGITS));
    }
  }
  return columns;
}

function digitsOf(code: string): readonly number[] {
  const digits: number[] = [];
  for (let at = 0; at < code.length; at += 1) {
    const unit = code.charCodeAt(at);
    if (unit < OTHERS) digits.push(unit + 1);
    else digits.push(OTHERS + 1, unit >>> 14, (unit >>> 7) & 0x7f, unit & 0x7f);
  }
  return digits;
}
