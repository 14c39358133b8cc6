/** A column of figures in pieces of equal length, the last of them filled in part: it grows without being copied. */
export type Pieces = readonly Float64Array[];

const PIECE_BITS = 15;
const PIECE = 1 << PIECE_BITS;

/** The figure of a row. */
export function figureAt(pieces: Pieces, row: number): number {
  return pieces[row >>> PIECE_BITS]?.[row & (PIECE - 1)] ?? 0;
}

/** A column as pieces, which share its memory. */
export function piecesOf(column: Float64Array): Pieces {
  const count = Math.ceil(column.length / PIECE);
  return Array.from({ length: count }, (_, index) => column.subarray(index * PIECE, (index + 1) * PIECE));
}

/** Puts figures behind the first `length` of a column, in new pieces where the last one is full. */
export function append(pieces: Float64Array[], length: number, figures: Float64Array): void {
  for (let from = 0; from < figures.length; ) {
    const at = (length + from) & (PIECE - 1);
    if (at === 0) pieces.push(new Float64Array(PIECE));
    const some = figures.subarray(from, from + PIECE - at);
    pieces.at(-1)?.set(some, at);
    from += some.length;
  }
}
