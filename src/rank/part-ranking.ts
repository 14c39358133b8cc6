import type { Assessments } from '../assess/index.ts';
import type { CriteriaSet } from '../criteria/index.ts';
import { type KeyColumn, keysOf } from './keys.ts';
import { append, type Piece } from './pieces.ts';
import { place, type Places } from './places.ts';

/** Ranks units that are assessed part by part: of each only what the order hangs on is kept. */
export interface PartRanking {
  /**
   * Takes the units of the next part.
   *
   * @returns Whether they can be ranked with the others; else only all of them together can.
   */
  readonly add: (assessments: Assessments) => boolean;
  /** The places of all units of all parts, as `rank` gives them for units of one period. */
  readonly places: () => Places;
}

/** Begins a ranking of units that are assessed by one set. */
export function partRanking({ ties }: CriteriaSet): PartRanking {
  const keys: GrowingKey[] = [];
  let rows = 0;
  return {
    add(assessments) {
      const { columns, comparable } = keysOf(assessments);
      for (const [index, column] of columns.entries()) grow((keys[index] ??= newKey(column)), rows, column);
      rows += assessments.dataset.rows;
      return comparable;
    },
    places() {
      const from = new Int32Array(rows);
      // While no unit is open the last place of each is its first.
      const to = keys.every(({ worst }) => worst === null) ? from : new Int32Array(rows);
      const members = new Uint32Array(rows);
      for (let row = 0; row < rows; row += 1) members[row] = row;
      const all = keys.map((key) => ({ ...key, worst: key.worst ?? key.best }));
      place({ members, keys: all, ties }, { from, to });
      return { from, to };
    },
  };
}

/** A key of all units so far; one column for both sides while no unit is open. */
interface GrowingKey {
  readonly best: Piece[];
  worst: Piece[] | null;
  readonly isGraded: boolean;
}

function newKey({ isGraded }: KeyColumn): GrowingKey {
  return { best: [], worst: null, isGraded };
}

function grow(key: GrowingKey, rows: number, { best, worst }: KeyColumn): void {
  if (worst !== best) key.worst ??= key.best.map((piece) => piece.slice());
  append(key.best, rows, best);
  if (key.worst !== null) append(key.worst, rows, worst);
}
