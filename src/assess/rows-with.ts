/** The rows in which a column holds a byte, in order; where there are few, the search for the next is all it takes. */
export function rowsWith(column: Uint8Array, byte: number): readonly number[] {
  const rows: number[] = [];
  for (let row = column.indexOf(byte); row !== -1; row = column.indexOf(byte, row + 1)) rows.push(row);
  return rows;
}
