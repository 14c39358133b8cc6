import { type Assessments, cellsOf, UNDETERMINED } from '../assess/index.ts';
import { meritOf } from '../criteria/index.ts';
import { requireRow } from '../data/index.ts';
import { MISSING, PASS } from '../formula/index.ts';
import { requireOneOf } from '../messages/index.ts';
import { type Rational, rational } from '../number/index.ts';
import { type BlockedCriterion, blockedCriteria } from './blocked.ts';
import { createWaySearch, type Sought } from './cheapest-way.ts';
import type { Point } from './point.ts';
import { hasOpenMove, type Move, movesOf } from './moves.ts';

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
  readonly from: Figure;
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
  /** No way was found that holds whatever the missing figures are. */
  | { readonly kind: 'missing' }
  /** The search gave up. */
  | { readonly kind: 'not-found' };

export interface Ways {
  /** Cheapest first; of equal cost those that change fewer indicators, then in the order of the set. */
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
 * A further way never changes all that a cheaper one changes. Each is assessed again before it is returned. Missing cells
 * stay unknown: a way holds whatever they are, or is not offered.
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
  requireRow(assessments.dataset, row);
  requireOneOf(GOALS, goal, 'goal');
  const wanted = wantedClasses(assessments, row, goal);
  // While it may be in the best class already, nobody can say which one is better.
  if (wanted === 'reached')
    return none(
      goal === 'better' && hasOpenClass(assessments, row)
        ? whileOpen(assessments, row, movesOf(assessments, row))
        : { kind: 'reached' },
    );
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
  if (moves.length === 0) return none(whileOpen(assessments, row, moves));
  const cells = cellsOf(program, assessments.dataset, row);
  const search = createWaySearch({ program, cells, moves, goal: wanted });
  const { found, exact } = cheapestFirst(search.cheapest, moves);
  const ids = [...program.set.classes.keys()];
  const ways = found.map(({ point, cost, classes }) => ({
    changes: changesAt(point, moves),
    cost: rational(cost, search.costOfUnit),
    reaches: classes.flatMap((place) => ids[place] ?? []),
  }));
  if (ways.length > 0) return { ways, exact, none: null };
  const isComplete = program.questions.variables.every((_, v) => cells.number(v) !== null || cells.byte(v) !== MISSING);
  if (!exact) return { ways, exact, none: { kind: isComplete ? 'not-found' : 'missing' } };
  // What could be acted on from a figure that is missing, or known within bounds alone, nobody can say.
  if (hasOpenMove(program, cells)) return none({ kind: 'missing' });
  return none({ kind: 'blocked', criteria: blockedCriteria(assessments, row, wanted) });
}

/** Why nothing can be offered while figures are missing: there may be something to act on, or there is nothing. */
function whileOpen({ program, dataset }: Assessments, row: number, moves: readonly Move[]): NoWay {
  const mayAct = moves.length > 0 || hasOpenMove(program, cellsOf(program, dataset, row));
  return { kind: mayAct ? 'missing' : 'nothing-actionable' };
}

function none(reason: NoWay): Ways {
  return { ways: [], exact: true, none: reason };
}

/** The classes that meet a goal, by place. A unit of open class is to end in one better than all it can be. */
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
  if (best === Math.min(...merit)) return 'reached';
  return new Set(places.filter((place) => (merit[place] ?? Infinity) < best));
}

/** Whether missing figures leave the class of a unit open. */
function hasOpenClass({ classes }: Assessments, row: number): boolean {
  return classes[row] === UNDETERMINED;
}

type Found = Extract<Sought, { kind: 'way' }>;
/** A way, and what it was sought without. */
interface Candidate {
  readonly way: Found;
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
): { readonly found: readonly Found[]; readonly exact: boolean } {
  const order = new Map(moves.map(({ variable }, place) => [variable, place]));
  const placeOf = (variable: number): number => order.get(variable) ?? 0;
  const sought = new Set<string>();
  const waiting: Candidate[] = [];
  const listed: Candidate[] = [];
  let exact = true;
  const seek = (unmoved: ReadonlySet<number>): void => {
    const key = [...unmoved].sort((a, b) => a - b).join();
    if (sought.has(key)) return;
    sought.add(key);
    const way = cheapest(unmoved);
    if (way.kind === 'unknown' || (way.kind === 'way' && !way.exact)) exact = false;
    if (way.kind !== 'way') return;
    const changed = [...way.point.numbers.keys(), ...way.point.bytes.keys()].sort((a, b) => placeOf(a) - placeOf(b));
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
  return { found: listed.slice(0, MOST_WAYS).map(({ way }) => way), exact };
}

function byPlaces(one: readonly number[], other: readonly number[], placeOf: (variable: number) => number): number {
  const index = one.findIndex((variable, place) => variable !== other[place]);
  return index < 0 ? 0 : placeOf(one[index] ?? 0) - placeOf(other[index] ?? 0);
}

function changesAt({ numbers, bytes }: Point, moves: readonly Move[]): readonly Change[] {
  return moves.flatMap((move) => {
    const { variable, indicator } = move;
    const [number, place] = [numbers.get(variable), bytes.get(variable)];
    if (move.kind === 'number') {
      if (number === undefined) return [];
      return [
        { indicator: indicator.id, from: { kind: 'number', value: move.from }, to: { kind: 'number', value: number } },
      ];
    }
    return place === undefined
      ? []
      : [{ indicator: indicator.id, from: figureOf(move, move.from), to: figureOf(move, place) }];
  });
}

function figureOf({ indicator }: Move, place: number): Figure {
  if (indicator.type === 'boolean') return { kind: 'boolean', value: place === 1 };
  return { kind: 'choice', id: [...indicator.values.keys()][place] ?? '' };
}
