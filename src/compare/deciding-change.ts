import { equal } from '../number/index.ts';
import { type FigureChange, figureChanges, type RowOf } from './figures.ts';
import { type RuleChanges, ruleChanges } from './rules.ts';
import type { CriterionOutcome, RecordedEvidence, Side } from './side.ts';

/** Why a unit moved: what is not the same of its criteria. */
export interface DecidingChange {
  /** Every criterion with another state or other points: in the order of the side after, those only before at the end. */
  readonly criteria: readonly CriterionChange[];
  /** The classes whose own condition is another (by id); `null` where the rules before are not at hand. */
  readonly classRules: readonly string[] | null;
  /** By criterion, what settled it on the side before as an earlier result says; `null` where figures are at hand. */
  readonly recorded: ReadonlyMap<string, RecordedEvidence> | null;
}

export interface CriterionChange {
  /** Its id on the side after; of one that is only before, its id there. */
  readonly id: string;
  /** Its id on the side before, where that is another. */
  readonly was: string | null;
  /** `null` where the side has no such criterion. */
  readonly before: CriterionOutcome | null;
  readonly after: CriterionOutcome | null;
  /**
   * Whether this change by itself leads from class to class: from the side before to the class after, or back. Where none
   * does, those that decide the class on either side; where none of them changed, all that changed, together.
   */
  readonly decides: boolean;
  /** Whether the criterion itself asks something else; `null` where the rules before are not at hand. */
  readonly ruleChanged: boolean | null;
  /** The figures it asks about that are not the same; none of an earlier result, which holds no figures. */
  readonly figures: readonly FigureChange[];
}

/** Makes the reader of what moved a unit, given by its places on both sides. */
export function decidingChanges(
  before: Side,
  after: Side,
): (placeBefore: number, placeAfter: number) => DecidingChange {
  const rules = rulesBetween(before, after);
  const numbers = new Map(after.set.criteria.map((id, number) => [id, number]));
  return (placeBefore, placeAfter) => {
    const rowBefore = rowAt(before, placeBefore);
    const rowAfter = rowAt(after, placeAfter);
    const continued = after.set.criteria.flatMap((id): readonly Undecided[] => {
      const idBefore = rules.before(id);
      const old = idBefore === null ? null : before.outcome(placeBefore, idBefore);
      const now = after.outcome(placeAfter, id);
      if (isSameOutcome(old, now)) return [];
      const figures =
        rowBefore === null || rowAfter === null
          ? []
          : figureChanges(rowBefore, rowAfter, numbers.get(id) ?? -1, rules.indicatorBefore);
      const was = idBefore === id ? null : idBefore;
      return [{ id, was, before: old, after: now, ruleChanged: rules.isChanged(id), figures }];
    });
    const dropped = rules.dropped.map((id): Undecided => {
      const old = before.outcome(placeBefore, id);
      return { id, was: null, before: old, after: null, ruleChanged: true, figures: [] };
    });
    const changes = [...continued, ...dropped];
    const deciding = deciders(changes, { before, after, placeBefore, placeAfter });
    const criteria = changes.map((change) => ({ ...change, decides: deciding.includes(change) }));
    return { criteria, classRules: rules.classes, recorded: recordedEvidence(before, placeBefore) };
  };
}

function recordedEvidence({ assessments, set, outcome }: Side, place: number): DecidingChange['recorded'] {
  if (assessments !== null) return null;
  return new Map(
    set.criteria.flatMap((id) => {
      const found = outcome(place, id)?.settledBy ?? null;
      return found === null ? [] : [[id, found] as const];
    }),
  );
}

type Undecided = Omit<CriterionChange, 'decides'>;

/** A unit on both sides. */
interface Places {
  readonly before: Side;
  readonly after: Side;
  readonly placeBefore: number;
  readonly placeAfter: number;
}

/** Which of the changes move the unit: see {@link CriterionChange.decides}. */
function deciders(changes: readonly Undecided[], places: Places): readonly Undecided[] {
  const { before, after, placeBefore, placeAfter } = places;
  const namedBefore = new Set(before.deciding(placeBefore));
  const namedAfter = new Set(after.deciding(placeAfter));
  const alone = changes.filter((change) => movesAlone(change, places));
  const named = changes.filter(({ id, was }) => namedAfter.has(id) || namedBefore.has(was ?? id));
  const found = [alone, named].find((list) => list.length > 0) ?? changes;
  // Rather single criteria than the groups they stand in.
  const single = found.filter(({ id }) => after.assessments?.program.set.criteria.get(id)?.rule.kind !== 'group');
  return single.length > 0 ? single : found;
}

/** Whether one change leads from the class before to the class after all by itself, or its undoing leads back. */
function movesAlone(
  { id, was, before: old, after: now }: Undecided,
  { before, after, placeBefore, placeAfter }: Places,
): boolean {
  const isTurned = (old?.state === 'pass' && now?.state === 'fail') || (old?.state === 'fail' && now?.state === 'pass');
  const from = before.units[placeBefore]?.class ?? null;
  const to = after.units[placeAfter]?.class ?? null;
  if (!isTurned || from === null || to === null || from === to) return false;
  return before.classIf(placeBefore, was ?? id) === to || after.classIf(placeAfter, id) === from;
}

/** The rules of both sides, as far as they are at hand. */
interface RulesBetween {
  readonly before: (id: string) => string | null;
  readonly dropped: readonly string[];
  readonly indicatorBefore: (id: string) => string | null;
  readonly isChanged: (id: string) => boolean | null;
  readonly classes: readonly string[] | null;
}

function rulesBetween(before: Side, after: Side): RulesBetween {
  const known = knownRules(before, after);
  const continues = (id: string): string | null => known?.criterionBefore(id) ?? (known === null ? id : null);
  return {
    before: continues,
    dropped: known?.dropped ?? [],
    indicatorBefore: known?.indicatorBefore ?? ((id) => id),
    isChanged: (id) => (known === null ? (isSameSet(before, after) ? false : null) : known.isChanged(id)),
    classes: known === null ? (isSameSet(before, after) ? [] : null) : known.classes,
  };
}

function knownRules(before: Side, after: Side): RuleChanges | null {
  if (before.assessments === null || after.assessments === null) return null;
  return ruleChanges(before.assessments.program, after.assessments.program);
}

/** Whether both sides were assessed by the same criteria under the same readings. */
export function isSameSet({ set: before }: Side, { set: after }: Side): boolean {
  const names = new Set([...Object.keys(before.readings), ...Object.keys(after.readings)]);
  const sameReadings = [...names].every((name) => before.readings[name] === after.readings[name]);
  return before.id === after.id && before.sha256 === after.sha256 && sameReadings;
}

function rowAt({ assessments, units }: Side, place: number): RowOf | null {
  const row = units[place]?.row ?? null;
  return assessments === null || row === null ? null : { assessments, row };
}

function isSameOutcome(a: CriterionOutcome | null, b: CriterionOutcome | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.state !== b.state) return false;
  // An earlier result names no points while they are open.
  if (a.points === null || b.points === null) return true;
  return equal(a.points.least, b.points.least) && equal(a.points.most, b.points.most);
}
