import { type Assessments, cellsOf, UNDETERMINED, isWithin, joined, NOWHERE, type Point } from '../assess/index.ts';
import { type CriteriaSet, type Indicator, meritOf } from '../criteria/index.ts';
import { requireRow } from '../data/index.ts';
import { PASS } from '../formula/index.ts';
import { requireAssessments, requireOneOf } from '../messages/index.ts';
import { compare, type Rational, rational } from '../number/index.ts';
import { type BlockedCriterion, blockedCriteria } from './blocked.ts';
import { createWaySearch } from './cheapest-way.ts';
import { effortFor } from './effort.ts';
import { type Move, movesOf, type OpenMove, openMovesOf } from './moves.ts';
import type { FoundWay, Sought } from './sought.ts';

/** What is to be reached: any better class than now, or any class that certifies. */
export type WayGoal = 'better' | 'certified';

const GOALS: readonly WayGoal[] = ['better', 'certified'];

/** A figure of a unit. */
export type Figure =
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'choice'; readonly id: string };

/** One indicator that is to change. */
export interface Change {
  readonly indicator: string;
  /** `null` where the figure is missing: it is to be brought there whatever it is. */
  readonly from: Figure | null;
  readonly to: Figure;
}

/** Changes that together reach the goal. */
export interface Way {
  /** In the order of the set. */
  readonly changes: readonly Change[];
  /** See {@link waysToPass}. */
  readonly cost: Rational;
  /** The class the unit is in after the changes; several only where figures are missing, all of them meeting the goal. */
  readonly reaches: readonly string[];
}

/** Why there is no way. */
export type NoWay =
  /** The goal is met already. */
  | { readonly kind: 'reached' }
  /** No class of the set meets the goal. */
  | { readonly kind: 'no-class' }
  /** No figure of the unit can be acted on. */
  | { readonly kind: 'nothing-actionable' }
  /** These criteria stand in the way and can no longer change in this period; none: each could, but not all at once. */
  | { readonly kind: 'blocked'; readonly criteria: readonly BlockedCriterion[] }
  /** It is proved that no way holds whatever the missing figures are. */
  | { readonly kind: 'missing' }
  /** The search gave up. */
  | { readonly kind: 'not-found' };

export interface Ways {
  /**
   * Those that change known figures alone first, then those that change few missing ones. Among these, cheapest first; of
   * equal cost those that change fewer indicators, then in the order of the set.
   */
  readonly ways: readonly Way[];
  /** Whether it is proved that nothing cheaper, and no further way before the last, was left out. */
  readonly exact: boolean;
  /** `null` where there is a way. */
  readonly none: NoWay | null;
}

/** So many ways are shown. */
const MOST_WAYS = 5;

/**
 * Finds the smallest sets of indicator changes that bring a unit to a better class, or to one that certifies.
 *
 * Only actionable indicators change, in the declared direction, within their domains and the data checks. The cost of a
 * way is the sum of the units its figures move: 1 for one of a count, for one of a decimal's own unit (m²), for one
 * percentage point, and for a change of a choice or of yes and no. A unit is the smallest thing the criteria count, so
 * the cost says how much has to be done, not how hard it is: nobody has declared that a person weighs more than a point.
 *
 * A further way never changes all that one before it changes. Each is assessed again before it is returned. Missing cells
 * stay unknown: a way reaches the goal whatever they are then, as far as the data checks allow them, and asks of none of
 * them to change so that the checks still hold; else it is not offered. What is missing and can be acted on as far as it goes
 * (down to 0) is a way too, whatever it is; how much that is nobody knows, so it adds nothing to the cost.
 *
 * It is a search: on a sheet of points it can take a second for one unit.
 *
 * @param row The row of the unit.
 * @param goal What to reach.
 * @returns At most five ways, or the reason why there is none.
 * @throws {RangeError} For a row that is not there, and any other goal.
 * @example waysToPass(assessments, 1, 'certified').ways[0]?.reaches // ['clean']
 */
export function waysToPass(assessments: Assessments, row: number, goal: WayGoal): Ways {
  requireAssessments(assessments);
  requireRow(assessments.dataset, row);
  requireOneOf(GOALS, goal, 'goal');
  const wanted = wantedClasses(assessments, row, goal);
  if (wanted === 'reached') return none({ kind: 'reached' });
  if (wanted.size === 0) return none({ kind: 'no-class' });
  // Often the only better class is the one that certifies.
  const known = remembered.get(assessments) ?? new Map<string, Ways>();
  remembered.set(assessments, known);
  const key = [row, ...wanted].join();
  const ways = known.get(key) ?? waysInto(assessments, row, wanted);
  known.set(key, ways);
  return ways;
}

const remembered = new WeakMap<Assessments, Map<string, Ways>>();

function waysInto(assessments: Assessments, row: number, wanted: ReadonlySet<number>): Ways {
  const { program } = assessments;
  const moves = movesOf(assessments, row);
  const cells = cellsOf(program, assessments.dataset, row);
  const open = openMovesOf(program, cells);
  if (moves.length === 0 && open.length === 0) return none({ kind: 'nothing-actionable' });
  const effort = effortFor(program);
  const search = (settled: Point): Listed => {
    const { cheapest, costOfUnit } = createWaySearch({
      program,
      cells,
      moves,
      goal: wanted,
      settled,
      effort: effort.half(),
    });
    return { ...cheapestFirst(cheapest, moves), costOfUnit };
  };
  const { found, exact, isUncertain } = searched(settlings(open), search);
  const ids = [...program.set.classes.keys()];
  const ways = found.map(({ point, cost, classes }) => ({
    changes: changesAt(point, [...moves, ...open], program.set),
    cost,
    reaches: classes.flatMap((place) => ids[place] ?? []),
  }));
  if (ways.length > 0) return { ways, exact, none: null };
  if (!exact) return { ways, exact, none: { kind: 'not-found' } };
  // What could be acted on from a figure that is missing, or known within bounds alone, nobody can say.
  if (isUncertain || open.length > 0) return none({ kind: 'missing' });
  return none({ kind: 'blocked', criteria: blockedCriteria(assessments, row, wanted) });
}

/** What was found with some missing figures brought to an end. */
interface Listed {
  readonly found: readonly FoundWay[];
  readonly exact: boolean;
  /** Whether no way is certain, though some might do. */
  readonly isUncertain: boolean;
  readonly costOfUnit: bigint;
}

type Priced = Pick<FoundWay, 'point' | 'classes'> & Pick<Way, 'cost'>;

/** Ways with ever more missing figures brought to an end, as many as are shown. */
function searched(
  { levels, isAll }: Settlings,
  search: (settled: Point) => Listed,
): Pick<Listed, 'exact' | 'isUncertain'> & { readonly found: readonly Priced[] } {
  let [exact, isUncertain] = [isAll, false];
  const found: Priced[] = [];
  for (const level of levels) {
    const listed = level.map(search);
    exact &&= listed.every((own) => own.exact);
    isUncertain ||= listed.some((own) => own.isUncertain);
    const priced = listed.flatMap((own) =>
      own.found.map(({ point, cost, classes }) => ({ point, classes, cost: rational(cost, own.costOfUnit) })),
    );
    for (const way of priced.toSorted((a, b) => compare(a.cost, b.cost)))
      if (!found.some((known) => isWithin(known.point, way.point))) found.push(way);
    // Ways that need more are not shown any more.
    if (found.length >= MOST_WAYS) return { found: found.slice(0, MOST_WAYS), exact, isUncertain };
  }
  return { found, exact, isUncertain };
}

interface Settlings {
  /** None, then one of them, then two, and so on. */
  readonly levels: readonly (readonly Point[])[];
  /** Whether these are all there are. */
  readonly isAll: boolean;
}

/** So many choices of missing figures that are brought to an end are looked at. */
const MOST_SETTLINGS = 16;

/** Every choice of missing figures and the ends they are brought to. */
function settlings(open: readonly OpenMove[]): Settlings {
  const levels: (readonly Point[])[] = [[NOWHERE]];
  let [last, left] = [[{ point: NOWHERE, next: 0 }], MOST_SETTLINGS];
  for (;;) {
    last = last.flatMap(({ point, next }) =>
      open
        .slice(next)
        .flatMap((move, place) =>
          move.ends.map((end) => ({ point: joined(point, endOf(move, end)), next: next + place + 1 })),
        ),
    );
    if (last.length === 0) return { levels, isAll: true };
    levels.push(last.slice(0, left).map(({ point }) => point));
    if (last.length >= left) return { levels, isAll: false };
    left -= last.length;
  }
}

function endOf({ variable }: OpenMove, end: Rational | number): Point {
  return typeof end === 'number'
    ? { ...NOWHERE, bytes: new Map([[variable, end]]) }
    : { ...NOWHERE, numbers: new Map([[variable, end]]) };
}

function none(reason: NoWay): Ways {
  return { ways: [], exact: true, none: reason };
}

/**
 * The classes that meet a goal, by place. A unit of open class is to end in one better than all it can be, or, where it may be
 * in the best one already, to be there for sure.
 */
function wantedClasses(assessments: Assessments, row: number, goal: WayGoal): ReadonlySet<number> | 'reached' {
  const { program, classes, certified, candidates } = assessments;
  const { set } = program;
  const merit = meritOf(set);
  const certifies = [...set.classes.values()].map((entry) => entry.certifies);
  const possible = hasOpenClass(assessments, row) ? candidates(row).classes : [classes[row] ?? UNDETERMINED];
  const best = Math.min(...possible.map((place) => merit[place] ?? Infinity));
  const places = [...merit.keys()];
  if (goal === 'certified') {
    if (certified[row] === PASS) return 'reached';
    return new Set(places.filter((place) => certifies[place] === true));
  }
  if (best > Math.min(...merit)) return new Set(places.filter((place) => (merit[place] ?? Infinity) < best));
  return hasOpenClass(assessments, row) ? new Set(places.filter((place) => merit[place] === best)) : 'reached';
}

/** Whether missing figures leave the class of a unit open. */
function hasOpenClass({ classes }: Assessments, row: number): boolean {
  return classes[row] === UNDETERMINED;
}

/** A way, and what it was sought without. */
interface Candidate {
  readonly way: FoundWay;
  readonly changed: readonly number[];
  readonly unmoved: ReadonlySet<number>;
}

/**
 * Lists ways by cost. After each the search goes on without one of the indicators it changes, for each of them: so every
 * set of changes is met that does not contain all of a cheaper one.
 */
function cheapestFirst(
  cheapest: (unmoved: ReadonlySet<number>) => Sought,
  moves: readonly Move[],
): Omit<Listed, 'costOfUnit'> {
  const order = new Map(moves.map(({ variable }, place) => [variable, place]));
  const placeOf = (variable: number): number => order.get(variable) ?? 0;
  const sought = new Set<string>();
  const waiting: Candidate[] = [];
  const listed: Candidate[] = [];
  let [exact, isUncertain] = [true, false];
  const seek = (unmoved: ReadonlySet<number>): void => {
    const key = [...unmoved].sort((a, b) => a - b).join();
    if (sought.has(key)) return;
    sought.add(key);
    const way = cheapest(unmoved);
    if (way.kind === 'uncertain') isUncertain = true;
    if (way.kind === 'unknown' || (way.kind === 'way' && !way.exact)) exact = false;
    if (way.kind !== 'way') return;
    const changed = [...way.point.numbers.keys(), ...way.point.bytes.keys()]
      .filter((variable) => order.has(variable))
      .sort((a, b) => placeOf(a) - placeOf(b));
    waiting.push({ way, changed, unmoved });
  };
  const isBefore = (one: Candidate, other: Candidate): number =>
    Number(one.way.cost - other.way.cost) ||
    one.changed.length - other.changed.length ||
    byPlaces(one.changed, other.changed, placeOf);
  seek(new Set());
  const ties: Candidate[] = [];
  const list = (): void => {
    for (const candidate of ties.splice(0).sort(isBefore)) {
      const contains = (known: Candidate): boolean =>
        known.changed.every((variable) => candidate.changed.includes(variable));
      if (!listed.some(contains)) listed.push(candidate);
    }
  };
  while (waiting.length > 0 && listed.length < MOST_WAYS) {
    waiting.sort(isBefore);
    const next = waiting.shift();
    if (next === undefined) break;
    if (ties.some(({ way }) => way.cost < next.way.cost)) list();
    ties.push(next);
    for (const variable of next.changed) seek(new Set([...next.unmoved, variable]));
  }
  list();
  return { found: listed.slice(0, MOST_WAYS).map(({ way }) => way), exact, isUncertain };
}

function byPlaces(one: readonly number[], other: readonly number[], placeOf: (variable: number) => number): number {
  const index = one.findIndex((variable, place) => variable !== other[place]);
  return index < 0 ? 0 : placeOf(one[index] ?? 0) - placeOf(other[index] ?? 0);
}

/** The changes at a point, in the order of the set. */
function changesAt(
  { numbers, bytes }: Point,
  moves: readonly (Move | OpenMove)[],
  set: CriteriaSet,
): readonly Change[] {
  const order = [...set.indicators.keys()];
  const changes = moves.flatMap((move): readonly Change[] => {
    const { variable, indicator } = move;
    const to = numbers.get(variable) ?? bytes.get(variable);
    if (to === undefined) return [];
    const from = 'from' in move ? figureOf(indicator, move.from) : null;
    return [{ indicator: indicator.id, from, to: figureOf(indicator, to) }];
  });
  return changes.toSorted((a, b) => order.indexOf(a.indicator) - order.indexOf(b.indicator));
}

/** @param value A number, or the place of a value. */
function figureOf({ type, values }: Indicator, value: Rational | number): Figure {
  if (typeof value !== 'number') return { kind: 'number', value };
  if (type === 'boolean') return { kind: 'boolean', value: value === 1 };
  return { kind: 'choice', id: [...values.keys()][value] ?? '' };
}
