import { FAIL, NOT_APPLICABLE, type State, UNKNOWN } from './condition.ts';
import { unpack } from './pack.ts';
import { isTwoValued, type Run, wordsFor } from './planes.ts';

/**
 * The state of every row. It is kept as bits until somebody reads it row by row: most columns nobody does, and what is not
 * written does not have to be found memory for.
 */
export interface StateColumn {
  /** A byte for each row, made when first asked for. */
  readonly bytes: () => Uint8Array;
  /** The rows in a state, in order. */
  readonly rowsWith: (state: State) => readonly number[];
}

/** A column that is filled run by run. */
export interface GrowingColumn extends StateColumn {
  /** Takes over the states of a run of rows; `from` is where a word of bits begins. */
  readonly take: (from: number, rows: number) => void;
}

/** @param run Where the states of the rows that are worked out stand, each time. */
export function createStateColumn(run: Run, rows: number): GrowingColumn {
  const sure = new Int32Array(wordsFor(rows));
  const may = isTwoValued(run) ? sure : new Int32Array(wordsFor(rows));
  let bytes: Uint8Array | null = null;
  return {
    take(from, count) {
      const words = wordsFor(count);
      sure.set(run.sure.subarray(0, words), from >>> 5);
      if (may !== sure) may.set(run.may.subarray(0, words), from >>> 5);
    },
    bytes() {
      if (bytes !== null) return bytes;
      const words = new Int32Array(8 * sure.length);
      unpack({ sure, may }, words);
      bytes = new Uint8Array(words.buffer, 0, rows);
      return bytes;
    },
    rowsWith: (state) => rowsInState({ sure, may }, rows, state),
  };
}

/** The rows of two planes that are in a state; the bits after the last row mean nothing. */
function rowsInState({ sure, may }: Run, rows: number, state: State): readonly number[] {
  const notSure = state === FAIL || state === UNKNOWN ? -1 : 0;
  const notMay = state === FAIL || state === NOT_APPLICABLE ? -1 : 0;
  const found: number[] = [];
  for (let w = 0; w < sure.length; w += 1) {
    let bits = ((sure[w] ?? 0) ^ notSure) & ((may[w] ?? 0) ^ notMay);
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
      const row = 32 * w + bit;
      if (row < rows) found.push(row);
    }
  }
  return found;
}

/** The rows in which a column holds a byte, in order; where there are few, the search for the next is all it takes. */
export function rowsWith(column: Uint8Array, byte: number): readonly number[] {
  const rows: number[] = [];
  for (let row = column.indexOf(byte); row !== -1; row = column.indexOf(byte, row + 1)) rows.push(row);
  return rows;
}
