import type { Assessments } from '../assess/index.ts';
import { type KeyColumn, keysOf } from './keys.ts';
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

/** Begins a ranking. */
export function partRanking(): PartRanking {
  const parts: (readonly KeyColumn[])[] = [];
  return {
    add(assessments) {
      const { columns, comparable } = keysOf(assessments);
      parts.push(columns);
      return comparable;
    },
    places() {
      const keys = (parts[0] ?? []).map((_, key) => joined(parts.flatMap((columns) => columns[key] ?? [])));
      parts.length = 0;
      const rows = keys[0]?.best.length ?? 0;
      const places = { from: new Int32Array(rows), to: new Int32Array(rows) };
      place(
        Uint32Array.from({ length: rows }, (_, row) => row),
        keys,
        places,
      );
      return places;
    },
  };
}

/** The same key of all parts in one column; one for both sides where no row is open. */
function joined(parts: readonly KeyColumn[]): KeyColumn {
  const best = concatenated(parts.map((part) => part.best));
  const isOpen = parts.some((part) => part.best !== part.worst);
  return { best, worst: isOpen ? concatenated(parts.map((part) => part.worst)) : best };
}

function concatenated(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
