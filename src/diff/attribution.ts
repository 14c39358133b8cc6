import type { Assessments } from '../assess/index.ts';
import type { CriteriaSet } from '../criteria/index.ts';
import { addTo, createFoundSets, distinct, type FoundSets } from './found-sets.ts';
import type { Hybrids } from './hybrid.ts';

/** Which changes move which units. Changes are named by their place among all changes, units by their row. */
export interface Attribution {
  /** For every unit that moves: by row. */
  readonly units: ReadonlyMap<number, UnitAttribution>;
  /** By change: the rows that it moves when it is the only one made, wherever they end. */
  readonly alone: ReadonlyMap<number, readonly number[]>;
  /** Units that one change alone moves and others hold where they were. */
  readonly held: readonly HeldUnit[];
  /** Changes that move no unit, neither alone nor in any set that was found. */
  readonly idle: readonly number[];
}

export interface UnitAttribution {
  /**
   * The smallest sets of changes that take the unit from where it was to where it ends; several where each does. What a change
   * cannot be made without goes with it and is not named; where that alone moves the unit, it is named and the change is not.
   */
  readonly sets: readonly (readonly number[])[];
  /** Whether no smaller set does; `false` where the search was cut short, and the set only has nothing to spare. */
  readonly exact: boolean;
}

export interface HeldUnit {
  readonly row: number;
  /** The changes that would move it if they came alone. */
  readonly by: readonly number[];
}

/** Assesses some rows by a set, and tells where a row stands. */
export type Assess = (set: CriteriaSet, rows: readonly number[]) => (row: number) => string;

/** What is compared, and how far it is worth searching. */
export interface AttributionTask {
  readonly hybrids: Hybrids;
  readonly before: Assessments;
  readonly after: Assessments;
  readonly assess: Assess;
  /** The rows that move. */
  readonly moved: readonly number[];
  /** How many combined sets are tried at the most; 400 unless told otherwise. */
  readonly most?: number;
}

/** Beyond so many sets the search is cut short. */
const MOST_SETS = 400;
/** Beyond so many units without a set, the rest is left unexplained. */
const MOST_REDUCED = 40;

/**
 * Finds what moves each unit: changes made alone, then two together, then three, as long as units are unexplained and the
 * bound allows; what remains gets a set from which no change can be left out.
 */
export function attribute(task: AttributionTask): Attribution {
  const { hybrids, before, after, moved } = task;
  const all = Array.from({ length: before.dataset.rows }, (_, row) => row);
  const target = new Map(moved.map((row) => [row, outcomeOf(after, row)]));
  const found = createFoundSets(hybrids, (places, rows) => {
    const assessed = task.assess(hybrids.make(places), rows);
    return rows.filter((row) => target.get(row) === assessed(row));
  });
  const alone = new Map<number, readonly number[]>();
  const singles = distinct(hybrids.effective.map((place) => hybrids.closed([place])));
  for (const places of singles) {
    const assessed = task.assess(hybrids.make(places), all);
    const rows = all.filter((row) => assessed(row) !== outcomeOf(before, row));
    const [only] = places;
    if (places.length === 1 && only !== undefined) alone.set(only, rows);
    found.add(
      places,
      rows.filter((row) => target.get(row) === assessed(row)),
    );
  }
  const tried = searchJoint(task, target, found, singles);
  const units = new Map<number, UnitAttribution>();
  for (const row of moved) {
    const sets = found.smallest(row);
    const [first] = sets;
    if (first !== undefined) units.set(row, { sets, exact: tried === 'all' || first.length <= tried + 1 });
  }
  if (tried !== 'all') for (const [row, own] of reduced(task, target, units)) units.set(row, own);
  const isMoved = new Set(moved);
  const movers = moversByRow(alone);
  const held = all.flatMap((row): readonly HeldUnit[] => {
    const by = movers.get(row);
    return by === undefined || isMoved.has(row) ? [] : [{ row, by }];
  });
  const busy = new Set([...units.values()].flatMap(({ sets }) => hybrids.closed(sets.flat())));
  for (const [place, rows] of alone) if (rows.length > 0) busy.add(place);
  return { units, alone, held, idle: hybrids.effective.filter((place) => !busy.has(place)) };
}

/** For each row the changes that move it when they come alone. */
function moversByRow(alone: Attribution['alone']): ReadonlyMap<number, readonly number[]> {
  const movers = new Map<number, number[]>();
  for (const [place, rows] of alone) for (const row of rows) addTo(movers, row, place);
  return movers;
}

/**
 * Where a unit stands: its class, or the classes it can still be in, in an order that hangs on no set, and the verdict,
 * which may change while the class stays.
 */
export function outcomeOf(assessments: Assessments, row: number): string {
  const classes = [...assessments.program.set.classes.keys()];
  const ids = assessments.candidates(row).classes.flatMap((index) => classes[index] ?? []);
  return [...ids.toSorted(), assessments.certified[row]].join(' ');
}

/**
 * Tries changes together, more and more of them: each set that was tried with one change more and what that one needs.
 *
 * @returns Up to how many changes every set was tried; `all` where no other could tell more.
 */
function searchJoint(
  { hybrids, most = MOST_SETS }: AttributionTask,
  target: ReadonlyMap<number, string>,
  found: FoundSets,
  singles: readonly (readonly number[])[],
): number | 'all' {
  const seen = new Set(singles.map((places) => places.join(' ')));
  let left = most - singles.length;
  let tried = singles;
  for (let size = 1; tried.length > 0; size += 1) {
    const rows = [...target.keys()].filter((row) => found.smallest(row).every(({ length }) => length > size));
    if (rows.length === 0) return 'all';
    const larger: (readonly number[])[] = [];
    for (const places of joinedWith(singles, tried, hybrids)) {
      const key = places.join(' ');
      if (seen.has(key)) continue;
      seen.add(key);
      if (left <= 0) return size;
      left -= 1;
      larger.push(places);
      found.tryOut(places, rows);
    }
    tried = larger;
  }
  return 'all';
}

function* joinedWith(
  singles: readonly (readonly number[])[],
  sets: readonly (readonly number[])[],
  { closed }: Hybrids,
): Generator<readonly number[]> {
  for (const places of sets) for (const single of singles) yield closed([...places, ...single]);
}

/** For what was not found: all changes, less each that can be left out with all that needs it. */
function reduced(
  { hybrids, assess }: AttributionTask,
  target: ReadonlyMap<number, string>,
  known: ReadonlyMap<number, UnitAttribution>,
): readonly (readonly [number, UnitAttribution])[] {
  const open = [...target].filter(([row]) => !known.has(row)).slice(0, MOST_REDUCED);
  return open.flatMap(([row, wanted]) => {
    const ends = (places: readonly number[]): boolean => assess(hybrids.make(places), [row])(row) === wanted;
    let places: readonly number[] = hybrids.effective;
    // What no set of changes can do hangs on more than the changes of this set.
    if (!ends(places)) return [];
    for (const place of hybrids.effective) {
      const fewer = places.filter((other) => other !== place && !hybrids.closed([other]).includes(place));
      if (fewer.length < places.length && ends(fewer)) places = fewer;
    }
    return [[row, { sets: [hybrids.leading(places)], exact: false }] as const];
  });
}
