import { FAIL } from '../formula/index.ts';
import { compare, exactText } from '../number/index.ts';
import { type Given, NOTHING_GIVEN, type Outlook } from './answers.ts';
import { type Interval, isExact } from './earned.ts';
import { atEnd, nearnessOf, type OpenPoints, rangeOf } from './ends-of-points.ts';
import { type Filling, fillingOf } from './fillings.ts';
import type { OpenPart } from './open-parts.ts';
import type { OfCriterion } from './known-unit.ts';
import type { Unit } from './unit.ts';

/** Something that an open part of a unit can come to. */
export interface Ending {
  /** Its criteria, in the order of the part: what is earned may be told too widely, never too narrowly. */
  readonly criteria: readonly OfCriterion[];
  /** Ways to bring it about; none where none is sure. */
  readonly fillings: readonly Filling[];
}

/** An open part with all that it can come to. */
export interface Listed {
  readonly part: OpenPart;
  readonly endings: readonly Ending[];
}

/** What an open part of a unit can come to. */
export interface Endings {
  readonly endings: readonly Ending[];
  /** Whether these are all: else they are too many to be listed. */
  readonly isAll: boolean;
}

/** So many steps are taken at most through the answers of one part. */
const MOST_STEPS = 1000;

/** An ending in which points still hang on missing cells. */
interface Unsettled {
  readonly given: Given;
  readonly criteria: readonly OfCriterion[];
  /** By place in the criteria. */
  readonly open: ReadonlyMap<number, OpenPoints>;
}

/**
 * Lists what a part can come to: every answer to each of its questions with every answer to the others, as far as values of
 * its missing cells may exist that give them.
 */
export function endingsOf(part: OpenPart, outlook: Outlook): Endings {
  const { unit, answersTo } = outlook;
  const settled = new Map<string, Ending>();
  const unsettled: Unsettled[] = [];
  let steps = 0;

  function follow(given: Given): void {
    steps += 1;
    if (steps > MOST_STEPS || part.rules.some((rule) => unit.condition(rule) === FAIL)) return;
    const open = openIn(part, unit);
    if (open === null) return note(given);
    for (const answer of answersTo(open, given)) answer.give(() => follow(answer.given));
  }

  function note(given: Given): void {
    const criteria = part.criteria.map((number) => ({ state: unit.criterion(number), earned: unit.earned(number) }));
    const key = [...criteria.map(textOf), ...part.asked.map(unit.condition)].join();
    const open = openPointsIn(part, criteria, unit);
    if (open.size > 0) unsettled.push({ given, criteria, open });
    else if ((settled.get(key)?.fillings.length ?? 0) === 0) {
      const filling = fillingOf(part, given, [], criteria, 'least', outlook);
      if (filling !== 'no') settled.set(key, { criteria, fillings: filling === 'maybe' ? [] : [filling] });
    }
  }

  follow(NOTHING_GIVEN);
  const endings = [...settled.values()];
  const others = unsettled.map((one) => settledBetween(part, one, endings, outlook));
  return { endings: [...endings, ...others], isAll: steps <= MOST_STEPS };
}

function openIn({ rules, asked, criteria }: OpenPart, unit: Unit): ReturnType<Unit['openOf']> {
  const open = unit.openAmong([...rules, ...asked]);
  return criteria.reduce((first, number) => first ?? unit.openOf(number), open);
}

function openPointsIn(
  { criteria: numbers }: OpenPart,
  criteria: readonly OfCriterion[],
  unit: Unit,
): Unsettled['open'] {
  return new Map(
    criteria.flatMap(({ earned }, place) => {
      const points = earned === null || isExact(earned.earned) ? null : unit.pointsOf(numbers[place] ?? 0);
      return points === null ? [] : [[place, points] as const];
    }),
  );
}

function textOf({ state, earned }: OfCriterion): string {
  return earned === null
    ? String(state)
    : `${state}:${exactText(earned.earned.least)}/${exactText(earned.available.most)}`;
}

/** The ends between which open points lie, where they are not between those that others have. */
function settledBetween(
  part: OpenPart,
  { given, criteria, open }: Unsettled,
  settled: readonly Ending[],
  outlook: Outlook,
): Ending {
  if ([...open].every(([place, { bounds }]) => isAmong(bounds, place, settled))) return { criteria, fillings: [] };
  const region = { requirements: given.requirements, domainOf: outlook.domainOf };
  const near = nearnessOf(outlook.program);
  const ranges = new Map([...open].map(([place, points]) => [place, rangeOf(points, region, near)] as const));
  const within = criteria.map((own, place): OfCriterion => {
    const range = ranges.get(place)?.range;
    return range === undefined || own.earned === null ? own : { ...own, earned: { ...own.earned, earned: range } };
  });
  const ends = (['least', 'most'] as const).map((end) => {
    const at = [...ranges.values()].flatMap((range) => atEnd(range, end, near));
    return fillingOf(part, given, at, within, end, outlook);
  });
  const fillings = ends.flatMap((filling) => (filling === 'no' || filling === 'maybe' ? [] : [filling]));
  return { criteria: within, fillings };
}

/** Whether points lie between those that a criterion has in some endings. */
function isAmong({ least, most }: Interval, place: number, endings: readonly Ending[]): boolean {
  const others = endings.flatMap(({ criteria, fillings }) =>
    fillings.length === 0 ? [] : (criteria[place]?.earned?.earned ?? []),
  );
  return (
    others.some((other) => compare(other.least, least) <= 0) && others.some((other) => compare(other.most, most) >= 0)
  );
}
