import { UNKNOWN } from '../formula/index.ts';
import { compare, type Rational, subtract } from '../number/index.ts';
import { either } from './earned.ts';
import type { Outlook } from './answers.ts';
import { endingsOf, type Listed } from './endings.ts';
import type { Filling } from './fillings.ts';
import { mostAboveShares } from './gate-bounds.ts';
import type { KnownUnit, OfCriterion } from './known-unit.ts';
import { type OpenPart, openParts } from './open-parts.ts';
import { joined, NOWHERE, type Point } from './point.ts';
import type { Program } from './program.ts';
import type { Outcome } from './standing.ts';
import { createTally, within } from './tally.ts';
import type { Cells, Unit } from './unit.ts';

/** What is found of a unit by looking at its open parts one by one. */
export interface Apart {
  /** The unit with what its criteria are in all that their parts can come to. */
  readonly known: KnownUnit;
  /** What the unit can be at most. */
  readonly widest: Outcome;
  /** Values of the missing cells, of which some promise the least and the most points, others something between. */
  readonly points: Iterable<Point>;
}

/** The endings of a part whose criteria hang together are looked at one by one, unless they are more. */
const MOST_TOGETHER = 64;

/** What each open part of a unit can come to hangs on no other part: together they can come to any of it. */
export function lookApart(cells: Cells, outlook: Outlook): Apart {
  const { program, unit } = outlook;
  const parts = openParts(program, cells, unit)
    .filter((part) => mayTell(part, program))
    .map((part) => ({ part, ...endingsOf(part, outlook) }));
  const listed = parts.filter(({ isAll }) => isAll);
  const known = listed.flatMap(withinAll);
  const widest = widestOf(listed, known, unit, mostAboveShares(program, listed, unit));
  const isImpossible = listed.some(({ endings }) => endings.length === 0);
  return {
    known: unit.knowing(new Map(known)),
    widest: { ...widest, unsound: widest.unsound || isImpossible },
    // Without points the parts are not all there.
    points: program.sheet === null ? [] : promising(parts.map(({ endings }) => endings.flatMap((own) => own.fillings))),
  };
}

/** Without points, what the criteria of a part can be is known without it, but for what the rules of sound data leave of it. */
function mayTell({ rules, criteria }: OpenPart, { sheet }: Program): boolean {
  return sheet !== null || (rules.length > 0 && criteria.length > 0);
}

/** What a unit can be at most where each criterion is as in some ending of its part, and those of one part as in the same. */
function widestOf(
  listed: readonly Listed[],
  known: readonly Known[],
  unit: Unit,
  aboveAtMost: ReadonlyMap<number, Rational>,
): Outcome {
  const outcomeWith = (more: readonly Known[]): Outcome =>
    unit.knowing(new Map([...known, ...more])).outcome(aboveAtMost);
  return listed
    .filter(({ part, endings }) => part.criteria.length > 1 && endings.length <= MOST_TOGETHER)
    .reduce((all, { part, endings }) => {
      const tally = createTally();
      for (const { criteria } of endings) tally.add(outcomeWith(numbered(part, criteria)));
      return within(all, tally.total());
    }, outcomeWith([]));
}

/** What is known of a criterion, with its number. */
type Known = readonly [number, OfCriterion];

function numbered({ criteria: numbers }: OpenPart, criteria: readonly OfCriterion[]): readonly Known[] {
  return numbers.flatMap((number, place) => {
    const own = criteria[place];
    return own === undefined ? [] : [[number, own] as const];
  });
}

/** What a criterion is in some of all endings. */
function withinAll({ part, endings }: Listed): readonly Known[] {
  const all = endings.reduce<readonly OfCriterion[] | null>(
    (before, { criteria }) => before?.map((own, place) => eitherOf(own, criteria[place] ?? own)) ?? criteria,
    null,
  );
  return numbered(part, all ?? []);
}

function eitherOf(one: OfCriterion, other: OfCriterion): OfCriterion {
  const [first, second] = one.earned === null ? [other.earned, one.earned] : [one.earned, other.earned];
  return {
    state: one.state === other.state ? one.state : UNKNOWN,
    earned: first === null ? null : either(first, second),
  };
}

/** Fillings of a part. */
type Choices = readonly Filling[];

/**
 * Puts fillings of the parts together: those that earn the least and the most of all, and from the least to the most part by
 * part; the same by how much of what can be earned they leave.
 */
function* promising(parts: readonly Choices[]): Generator<Point> {
  const byEarned = parts.map((all) =>
    all.toSorted((a, b) => compare(a.earned, b.earned) || compare(a.available, b.available)),
  );
  const byLeft = parts.map((all) => all.toSorted((a, b) => compare(leftOf(b), leftOf(a))));
  for (const sorted of [byEarned, byLeft]) {
    yield together(sorted, (own) => own.at(-1));
    yield together(sorted, (own) => own[0]);
  }
  for (const sorted of [byEarned, byLeft])
    for (const part of parts.keys()) yield together(sorted, (own, at) => own.at(at < part ? -1 : 0));
}

function leftOf({ available, earned }: Filling): Rational {
  return subtract(available, earned);
}

function together(parts: readonly Choices[], choose: (fillings: Choices, part: number) => Filling | undefined): Point {
  return parts
    .map(choose)
    .reduce((all, filling) => (filling === undefined ? all : joined(all, filling.point)), NOWHERE);
}
