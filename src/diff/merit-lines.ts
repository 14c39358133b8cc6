import { type CriteriaSet, meritOf } from '../criteria/index.ts';
import type { Sets } from './change.ts';
import { mergedOrder } from './class-order.ts';

/** A line between better and worse classes: a unit that comes to one of them crosses it one way, one that leaves them the other. */
export interface MeritLine {
  readonly classes: ReadonlySet<string>;
  /** Whether these are the classes above the line, and not those below it. */
  readonly above: boolean;
}

/** A place in an order of merit: of a class, or of units in no class at all (`null`). */
type Place = string | null;

/**
 * The lines that units can cross. Two classes of which neither set says which is better stand in either order, so that a unit
 * that goes from one to the other goes both ways, and so does a unit that is in no class. But a class that certifies is better
 * than one that does not, and than none, unless a set says otherwise.
 *
 * @param sets The sets that rank the classes.
 * @param pair Those between which units go.
 */
export function meritLines(sets: Sets, pair: Sets): readonly MeritLine[] {
  const certifying = certifyingIn([pair.base, pair.revision]);
  const there = new Set([...pair.base.classes.keys(), ...pair.revision.classes.keys()]);
  const ranked = (set: CriteriaSet): readonly string[] => bestFirst(set).filter((id) => there.has(id));
  const [base, revision] = [ranked(sets.base), ranked(sets.revision)];
  const merged = [mergedOrder(revision, base), mergedOrder(base, revision)];
  const areFirst = [base, revision].every((order) => isSame(order, firstOf(certifying, order)));
  const orders = areFirst ? merged.map((order) => firstOf(certifying, order)) : merged;
  const places = [pair.base, pair.revision].every(isForAll)
    ? orders
    : orders.flatMap((order) => withNoClass(order, certifying));
  const lines = new Map(places.flatMap(linesOf).map((line) => [keyOf(line), line]));
  return [...lines.values()];
}

function certifyingIn(sets: readonly CriteriaSet[]): ReadonlySet<string> {
  const classes = sets.flatMap((set) => [...set.classes.values()]);
  return new Set(classes.flatMap(({ id, certifies }) => (certifies ? [id] : [])));
}

/** The same order with some ids before all others. */
function firstOf(some: ReadonlySet<string>, order: readonly string[]): readonly string[] {
  return [...order.filter((id) => some.has(id)), ...order.filter((id) => !some.has(id))];
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.every((id, place) => id === other[place]);
}

/** An order with the places that units in no class can have in it. */
function withNoClass(order: readonly string[], certifying: ReadonlySet<string>): readonly (readonly Place[])[] {
  const best = order.findLastIndex((id) => certifying.has(id)) + 1;
  return [
    [...order, null],
    [...order.slice(0, best), null, ...order.slice(best)],
  ];
}

function isForAll({ classes }: CriteriaSet): boolean {
  return [...classes.values()].some(({ when }) => when === null);
}

function linesOf(order: readonly Place[]): readonly MeritLine[] {
  return order.slice(0, -1).map((_, index) => {
    const [above, below] = [order.slice(0, index + 1), order.slice(index + 1)];
    return above.includes(null) ? { classes: namedIn(below), above: false } : { classes: namedIn(above), above: true };
  });
}

function namedIn(places: readonly Place[]): ReadonlySet<string> {
  return new Set(places.filter((place) => place !== null));
}

function keyOf({ classes, above }: MeritLine): string {
  return JSON.stringify([above, ...[...classes].sort()]);
}

function bestFirst(set: CriteriaSet): readonly string[] {
  const merit = meritOf(set);
  return [...set.classes.keys()]
    .map((id, place) => ({ id, merit: merit[place] ?? place }))
    .sort((a, b) => a.merit - b.merit)
    .map(({ id }) => id);
}
