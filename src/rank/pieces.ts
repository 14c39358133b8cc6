/**
 * A column of figures in pieces of equal length, the last of them filled in part: it grows without being copied. Figures that
 * fit four bytes exactly, as classes and points do, take no more.
 */
export type Pieces = readonly Piece[];
export type Piece = Float32Array | Float64Array;

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

/**
 * Puts figures behind the first `length` of a column, in new pieces where the last one is full. Of these, figures that were
 * never put there are 0.
 */
export function append(pieces: Piece[], length: number, figures: Float64Array): void {
  while (pieces.length * PIECE < length) pieces.push(new Float32Array(PIECE));
  for (let from = 0; from < figures.length; ) {
    const at = (length + from) & (PIECE - 1);
    if (at === 0) pieces.push(new Float32Array(PIECE));
    const some = figures.subarray(from, from + PIECE - at);
    const last = pieces.at(-1);
    if (last instanceof Float32Array && !some.every(isShort)) pieces[pieces.length - 1] = Float64Array.from(last);
    pieces.at(-1)?.set(some, at);
    from += some.length;
  }
}

/** Whether four bytes hold a figure exactly. */
function isShort(figure: number): boolean {
  return Math.fround(figure) === figure;
}
