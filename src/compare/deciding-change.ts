import { equal } from '../number/index.ts';
import { type FigureChange, figureChanges, type RowOf } from './figures.ts';
import { type RuleChanges, ruleChanges } from './rules.ts';
import type { CriterionOutcome, Side } from './side.ts';

/** Why a unit moved: what is not the same of its criteria. */
export interface DecidingChange {
  /** Every criterion with another state or other points: in the order of the side after, those only before at the end. */
  readonly criteria: readonly CriterionChange[];
  /** The classes whose own condition is another (by id); `null` where the rules before are not at hand. */
  readonly classRules: readonly string[] | null;
}

export interface CriterionChange {
  /** Its id on the side after; of one that is only before, its id there. */
  readonly id: string;
  /** Its id on the side before, where that is another. */
  readonly was: string | null;
  /** `null` where the side has no such criterion. */
  readonly before: CriterionOutcome | null;
  readonly after: CriterionOutcome | null;
  /** Whether it decides the class on either side; where none that changed does, all of them do, together. */
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
    const deciding = new Set([
      ...after.deciding(placeAfter),
      ...before.deciding(placeBefore).map((id) => rules.after.get(id) ?? id),
    ]);
    const rowBefore = rowAt(before, placeBefore);
    const rowAfter = rowAt(after, placeAfter);
    const continued = after.set.criteria.flatMap((id): readonly CriterionChange[] => {
      const idBefore = rules.before(id);
      const old = idBefore === null ? null : before.outcome(placeBefore, idBefore);
      const now = after.outcome(placeAfter, id);
      if (isSameOutcome(old, now)) return [];
      const figures =
        rowBefore === null || rowAfter === null
          ? []
          : figureChanges(rowBefore, rowAfter, numbers.get(id) ?? -1, rules.indicatorBefore);
      return [
        {
          id,
          was: idBefore === id ? null : idBefore,
          before: old,
          after: now,
          decides: deciding.has(id),
          ruleChanged: rules.isChanged(id),
          figures,
        },
      ];
    });
    const dropped = rules.dropped.map(
      (id): CriterionChange => ({
        id,
        was: null,
        before: before.outcome(placeBefore, id),
        after: null,
        decides: deciding.has(id),
        ruleChanged: true,
        figures: [],
      }),
    );
    return { criteria: withDeciders([...continued, ...dropped], after), classRules: rules.classes };
  };
}

/** Where nothing that changed decides by itself, all of it does together: rather single criteria than groups of them. */
function withDeciders(changes: readonly CriterionChange[], after: Side): readonly CriterionChange[] {
  if (changes.some(({ decides }) => decides)) return changes;
  const isGroup = ({ id }: CriterionChange): boolean =>
    after.assessments?.program.set.criteria.get(id)?.rule.kind === 'group';
  const hasSingle = changes.some((change) => !isGroup(change));
  return changes.map((change) => ({ ...change, decides: !hasSingle || !isGroup(change) }));
}

/** The rules of both sides, as far as they are at hand. */
interface RulesBetween {
  readonly before: (id: string) => string | null;
  /** What criteria of the side before are called after, where that is something else. */
  readonly after: ReadonlyMap<string, string>;
  readonly dropped: readonly string[];
  readonly indicatorBefore: (id: string) => string;
  readonly isChanged: (id: string) => boolean | null;
  readonly classes: readonly string[] | null;
}

function rulesBetween(before: Side, after: Side): RulesBetween {
  const known = knownRules(before, after);
  const continues = (id: string): string | null => known?.criterionBefore(id) ?? (known === null ? id : null);
  return {
    before: continues,
    after: new Map(after.set.criteria.flatMap((id) => [[continues(id) ?? id, id] as const])),
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
