import type { Assessments } from '../assess/index.ts';
import { canBeOneUnit, unitInPeriod, unitKey } from '../data/index.ts';
import { requireOneOf, type VerdictChangeWord } from '../messages/index.ts';
import { type DecidingChange, decidingChanges, isSameSet } from './deciding-change.ts';
import { isSameSlot, type Matrix, matrixOf, slotOf } from './matrix.ts';
import { type Side, type SideOptions, sideOf, type SideUnit } from './side.ts';

/** What became of the verdict of a unit. `open`: on one side or both it is not known. */
export type VerdictChange = VerdictChangeWord;

/** All of them, in the order in which they are told. */
export const VERDICT_CHANGES: readonly VerdictChange[] = [
  'newly-certified',
  'kept',
  'lost',
  'still-not',
  'open',
  'appeared',
  'vanished',
];

/** One unit on two sides; at least one of them is not `null`. */
export interface UnitPair {
  readonly code: string;
  readonly name: string | null;
  readonly before: SideUnit | null;
  readonly after: SideUnit | null;
  readonly verdict: VerdictChange;
  /** Whether it is on both sides with another class or verdict or, where it is open, other classes it can be in. */
  readonly moved: boolean;
  /** Where it moved to, seen from the merit of the classes; `null` where that cannot be told. */
  readonly direction: 'better' | 'worse' | null;
}

/** Two assessments of the same units, side by side. */
export interface SideBySide {
  readonly before: Side;
  readonly after: Side;
  /** Whether both sides were assessed by the same criteria under the same readings. */
  readonly sameCriteria: boolean;
  /** Every unit of either side once: in the order of the side after, then those only before, in their order. */
  readonly pairs: readonly UnitPair[];
  /** From class to class. */
  readonly matrix: Matrix;
  /** How many units of each kind; together all pairs. */
  readonly verdicts: Readonly<Record<VerdictChange, number>>;
  /** The pairs that moved. */
  readonly moved: readonly UnitPair[];
  /** What moved a unit; of a unit on one side only, nothing. Worked out when asked for. */
  readonly decidingChange: (pair: UnitPair) => DecidingChange;
}

/**
 * How units of two sides are paired. `code`: one row of a unit on each side, whatever its period. `code-and-period`: the
 * rows of a unit by their periods, as of one set of data assessed twice.
 */
export type PairBy = 'code' | 'code-and-period';

const PAIRINGS: readonly PairBy[] = ['code', 'code-and-period'];

/** What of two assessments is compared, and how. */
export interface CompareOptions {
  readonly pairBy?: PairBy;
  readonly before?: SideOptions;
  readonly after?: SideOptions;
}

/**
 * Puts two assessments of the same units side by side: two periods, what-if figures, other readings or other criteria.
 * Units are matched by code where no names speak against it, classes by id, criteria by id or by the `was` of the later set.
 *
 * @param before The assessments to start from.
 * @param after The assessments to hold against them.
 * @param options Which rows are compared, by default all, and how they are paired, by default by code.
 * @throws {RangeError} When a side has a unit twice: choose its rows, or pair by code and period. For the order of other units,
 *   and any other pairing.
 * @example compareAssessments(assessments, assessments).verdicts.kept // 1
 */
export function compareAssessments(before: Assessments, after: Assessments, options: CompareOptions = {}): SideBySide {
  return compareSides(sideOf(before, options.before), sideOf(after, options.after), options.pairBy);
}

/** The same for sides that are made already, one of which may be an earlier result. @throws {RangeError} Likewise. */
export function compareSides(before: Side, after: Side, pairBy: PairBy = 'code'): SideBySide {
  requireOneOf(PAIRINGS, pairBy, 'pairing');
  const placesBefore = placesOf(before, pairBy);
  const placesAfter = placesOf(after, pairBy);
  const pairOf = (old: SideUnit | null, now: SideUnit | null): UnitPair => unitPair(old, now, after);
  const sameIn = (side: Side, places: ReadonlyMap<string, number>, unit: SideUnit): SideUnit | null => {
    const other = side.units[places.get(keyOf(unit, pairBy)) ?? -1];
    return other !== undefined && canBeOneUnit(unit.name, other.name) ? other : null;
  };
  const pairs = [
    ...after.units.map((unit) => pairOf(sameIn(before, placesBefore, unit), unit)),
    ...before.units.filter((unit) => sameIn(after, placesAfter, unit) === null).map((unit) => pairOf(unit, null)),
  ];
  let changeAt: ReturnType<typeof decidingChanges> | null = null;
  return {
    before,
    after,
    sameCriteria: isSameSet(before, after),
    pairs,
    matrix: matrixOf(before.set, after.set, pairs),
    verdicts: countVerdicts(pairs),
    moved: pairs.filter(({ moved }) => moved),
    decidingChange: (pair) => {
      const old = pair.before === null ? undefined : placesBefore.get(keyOf(pair.before, pairBy));
      const now = pair.after === null ? undefined : placesAfter.get(keyOf(pair.after, pairBy));
      if (old === undefined || now === undefined) return { criteria: [], classRules: [], recorded: null };
      changeAt ??= decidingChanges(before, after);
      return changeAt(old, now);
    },
  };
}

function placesOf({ units }: Side, pairBy: PairBy): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [place, unit] of units.entries()) {
    const key = keyOf(unit, pairBy);
    if (places.has(key)) throw new RangeError(`the unit ${unit.code} stands twice on one side`);
    places.set(key, place);
  }
  return places;
}

function keyOf(unit: SideUnit, pairBy: PairBy): string {
  return pairBy === 'code' ? unitKey(unit) : unitInPeriod(unitKey(unit), unit.period);
}

function unitPair(before: SideUnit | null, after: SideUnit | null, { set }: Side): UnitPair {
  const known = after ?? before;
  const moved = before !== null && after !== null && !isSameStanding(before, after);
  const meritOf = (unit: SideUnit | null): number | null => set.merit?.get(unit?.class ?? '') ?? null;
  const [from, to] = [meritOf(before), meritOf(after)];
  return {
    code: known?.code ?? '',
    name: known?.name ?? null,
    before,
    after,
    verdict: verdictChange(before, after),
    moved,
    direction: from === null || to === null || from === to ? null : to < from ? 'better' : 'worse',
  };
}

function isSameStanding(before: SideUnit, after: SideUnit): boolean {
  if (!isSameSlot(slotOf(before), slotOf(after)) || before.certified !== after.certified) return false;
  return before.class !== null || hasSame(before.candidates, after.candidates);
}

/** Whether two lists hold the same, in whatever order. */
function hasSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

function verdictChange(before: SideUnit | null, after: SideUnit | null): VerdictChange {
  if (before === null) return 'appeared';
  if (after === null) return 'vanished';
  if (before.certified === null || after.certified === null) return 'open';
  if (before.certified) return after.certified ? 'kept' : 'lost';
  return after.certified ? 'newly-certified' : 'still-not';
}

function countVerdicts(pairs: readonly UnitPair[]): SideBySide['verdicts'] {
  const counts = { 'newly-certified': 0, kept: 0, lost: 0, 'still-not': 0, open: 0, appeared: 0, vanished: 0 };
  for (const { verdict } of pairs) counts[verdict] += 1;
  return counts;
}
