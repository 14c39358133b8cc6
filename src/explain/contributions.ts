import { isMissingIn, notApplyingWhen, type Program, type Sheet, type Unit, variablesIn } from '../assess/index.ts';
import { PASS } from '../formula/index.ts';
import { add, compare, max, min, multiply, type Rational, subtract, ZERO } from '../number/index.ts';
import type { Outlook } from './options.ts';
import type { Demand } from './points-demanded.ts';
import type { Problem } from './sought.ts';

/**
 * What each criterion contributes to the points that are demanded, by itself.
 *
 * @param now The unit as it stands.
 * @returns `null` where the criteria do not contribute apart from each other: whether a group applies hangs on what moves or
 *   is missing, or what can be earned does beneath a cap.
 */
export function contributionsTo(
  { bound, share }: Demand,
  { program, cells, moves }: Problem,
  now: Unit,
): Pick<Outlook, 'pointsOf' | 'changeOf'> | null {
  const { sheet } = program;
  if (sheet === null) return null;
  const moving = new Set(moves.map(({ variable }) => variable));
  const isOpen = (variable: number): boolean => moving.has(variable) || isMissingIn(cells, variable);
  const places = placesIn(sheet, isFull(now));
  const mayLeave = (number: number): boolean => sheet.items[number]?.mayBeLeftOut === true;
  if ([...places.values()].some(({ above }) => above.some((group) => mayCease(program, sheet, group, isOpen))))
    return null;
  if (share && [...places].some(([number, { isCapped }]) => isCapped && mayLeave(number))) return null;
  return {
    pointsOf(unit, criterion) {
      const above = places.get(criterion)?.above ?? null;
      if (above === null || above.some((group) => isLeftOut(program, group, now))) return ZERO;
      const found = unit.earned(criterion);
      if (found === null) return ZERO;
      const counts = share && sheet.items[criterion]?.bonus !== true;
      return counts ? subtract(found.earned.least, multiply(bound, found.available.most)) : found.earned.least;
    },
    changeOf: (criterion, change) => (change.num < 0n && places.get(criterion)?.isCapped === true ? ZERO : change),
  };
}

/** Whether a group does not apply by what it says itself. */
function isLeftOut(program: Program, group: number, now: Unit): boolean {
  const when = notApplyingWhen(program, group);
  return when !== null && now.condition(when) === PASS;
}

/** Where a criterion without parts stands. */
interface Place {
  /** The groups it is in. */
  readonly above: readonly number[];
  /** Whether points above it may be cut off by a cap: then points it loses may not be lost. */
  readonly isCapped: boolean;
}

/** Whether a unit earns all that it can: a bonus beyond that is cut off. */
function isFull(unit: Unit): boolean {
  const all = unit.earnedInAll();
  return all !== null && compare(all.earned.most, all.available.least) >= 0;
}

function placesIn(sheet: Sheet, isFullNow: boolean): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  const visit = (number: number, above: readonly number[], isCapped: boolean): void => {
    const item = sheet.items[number];
    if (item === undefined) return;
    if (item.parts.length === 0) places.set(number, { above, isCapped });
    const cuts = isCapped || compare(sumOfMost(sheet, item.parts), item.cap) > 0;
    for (const part of item.parts) visit(part, [...above, number], cuts);
  };
  for (const number of sheet.top) visit(number, [], isFullNow);
  return places;
}

function sumOfMost(sheet: Sheet, numbers: readonly number[]): Rational {
  return numbers.map((number) => mostOf(sheet, number)).reduce(add, ZERO);
}

function mostOf(sheet: Sheet, number: number): Rational {
  const item = sheet.items[number];
  if (item === undefined) return ZERO;
  if (item.parts.length > 0) return min(item.cap, sumOfMost(sheet, item.parts));
  return item.pieces.map(({ most }) => most).reduce(max, item.points);
}

/**
 * Whether a group may come to apply or to apply no more, with points of its own. One that is left out because all its parts
 * are earns what they do: nothing.
 */
function mayCease(program: Program, sheet: Sheet, group: number, isOpen: (variable: number) => boolean): boolean {
  if ([...variablesIn(program, notApplyingWhen(program, group) ?? undefined)].some(isOpen)) return true;
  const { parts = [], notApplicable } = sheet.items[group] ?? {};
  return notApplicable !== 'exclude' && parts.every((part) => sheet.items[part]?.mayBeLeftOut === true);
}
