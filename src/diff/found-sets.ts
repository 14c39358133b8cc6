import type { Hybrids } from './hybrid.ts';

/** The sets of changes that were found to take units to where they end. */
export interface FoundSets {
  /** Adds a set, closed over its needs, for the rows that it takes there. */
  readonly add: (places: readonly number[], rows: readonly number[]) => void;
  /** Adds a set for those of some rows that it takes there. */
  readonly tryOut: (places: readonly number[], rows: readonly number[]) => void;
  /** Of the sets of a row those that are led by the fewest changes, each by the changes that lead it. */
  readonly smallest: (row: number) => readonly (readonly number[])[];
}

/** @param ending Of some rows, those that a set of changes takes to where they end. */
export function createFoundSets(
  hybrids: Hybrids,
  ending: (places: readonly number[], rows: readonly number[]) => readonly number[],
): FoundSets {
  const found = new Map<number, (readonly number[])[]>();

  /** A row that ends there by what a change needs is not moved by the change: it is found for the rest alone. */
  function addLean(places: readonly number[], rows: readonly number[]): void {
    const own = new Set(rows);
    for (const place of hybrids.leading(places)) {
      const fewer = places.filter((other) => !hybrids.closed([other]).includes(place));
      const enough = fewer.length === 0 || own.size === 0 ? [] : ending(fewer, [...own]);
      if (enough.length > 0) addLean(fewer, enough);
      for (const row of enough) own.delete(row);
    }
    for (const row of own) addTo(found, row, places);
  }

  function add(places: readonly number[], rows: readonly number[]): void {
    // Where no change goes along unnamed, all smaller sets were tried before.
    if (hybrids.leading(places).length < places.length) addLean(places, rows);
    else for (const row of rows) addTo(found, row, places);
  }

  return {
    add,
    tryOut: (places, rows) => {
      add(places, ending(places, rows));
    },
    smallest: (row) => smallest(found.get(row) ?? [], hybrids),
  };
}

/** Of sets that do the same, none that holds another; of the rest, those that are led by the fewest changes. */
function smallest(sets: readonly (readonly number[])[], { leading }: Hybrids): readonly (readonly number[])[] {
  const holds = (set: readonly number[], other: readonly number[]): boolean =>
    other.length < set.length && other.every((place) => set.includes(place));
  const led = distinct(sets.filter((set) => !sets.some((other) => holds(set, other)))).map(leading);
  const least = Math.min(...led.map(({ length }) => length));
  return led.filter(({ length }) => length === least);
}

/** Adds an item to the list of a row. */
export function addTo<T>(lists: Map<number, T[]>, row: number, item: T): void {
  const list = lists.get(row);
  if (list === undefined) lists.set(row, [item]);
  else list.push(item);
}

/** Sets of changes, each once. */
export function distinct(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return [...new Map(sets.map((places) => [places.join(' '), places])).values()];
}
