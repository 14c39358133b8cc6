/** So many characters make one number, which doubles hold exactly. */
const CHARACTERS = 3;
/** The code units there are, and the end of a code. */
const VALUES = 0x1_0000 + 1;

/**
 * Codes as columns of numbers that stand in the order of the codes, by code units: one column for every three characters,
 * the first first. A code that ends before a column is 0 there, as it is in the columns that only longer codes have.
 */
export function codeColumns(codes: readonly string[]): readonly Float64Array[] {
  const longest = codes.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: Math.ceil(longest / CHARACTERS) }, (_, column) =>
    Float64Array.from(codes, (code) => numberAt(code, column * CHARACTERS)),
  );
}

function numberAt(code: string, from: number): number {
  let number = 0;
  for (let at = from; at < from + CHARACTERS; at += 1)
    number = number * VALUES + (at < code.length ? code.charCodeAt(at) + 1 : 0);
  return number;
}
