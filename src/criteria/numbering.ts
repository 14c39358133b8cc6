/** Ids by the things they name, as a set keeps its criteria, classes and indicators. */
type Named = ReadonlyMap<string, unknown>;

const numberings = new WeakMap<Named, ReadonlyMap<string, number>>();

/**
 * The numbers of ids: their places among the criteria or classes of a set, counted from 0 and found once for each map.
 *
 * @example numbersOf(set.classes).get('clean') // 0
 */
export function numbersOf(named: Named): ReadonlyMap<string, number> {
  const known = numberings.get(named);
  if (known !== undefined) return known;
  const numbers = new Map([...named.keys()].map((id, number) => [id, number]));
  numberings.set(named, numbers);
  return numbers;
}

/**
 * The number of one id, −1 for an id that is not there.
 *
 * @example numberOf(set.classes, 'clean') // 0
 */
export function numberOf(named: Named, id: string): number {
  return numbersOf(named).get(id) ?? -1;
}

/**
 * The id at a place, `null` beyond the last.
 *
 * @example idAt(set.classes, 0) // 'clean'
 */
export function idAt(named: Named, number: number): string | null {
  return [...named.keys()][number] ?? null;
}
