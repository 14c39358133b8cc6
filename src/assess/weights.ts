import { noRow } from '../data/index.ts';
import { runConditions, UNKNOWN } from '../formula/index.ts';
import { add, divide, multiply, ONE, type Rational, ZERO } from '../number/index.ts';
import type { Assessments } from './assess.ts';
import { type Earned, earnedReweighed } from './earned.ts';
import { classOutcome } from './outcome.ts';
import type { Program } from './program.ts';
import { gateColumns } from './row-points.ts';
import { sheetScore } from './score.ts';
import type { Item, Sheet } from './sheet.ts';
import { onlyClass, type Possible, verdictReader } from './verdict.ts';

/**
 * The criteria that have a weight of their own, by number: those that earn points themselves and, in the model
 * `weighted`, those outside groups. A group earns what its parts earn.
 */
export function weighedCriteria({ sheet }: Program): readonly number[] {
  if (sheet === null) return [];
  const top = new Set(sheet.model === 'weighted' ? sheet.top : []);
  return [...sheet.items.entries()].flatMap(([number, { pieces }]) =>
    pieces.length > 0 || top.has(number) ? number : [],
  );
}

/** The criteria that can be left out in turn, by number: every one with points, a group with all its parts. */
export function leftOutInTurn({ sheet }: Program): readonly number[] {
  if (sheet === null) return [];
  return [...sheet.items.entries()].flatMap(([number, { points, parts }]) =>
    points.num > 0n && (parts.length > 0 || sheet.top.length > 1 || !sheet.top.includes(number)) ? number : [],
  );
}

/**
 * The same units under other weights: points, gates on points and classes; whether a criterion is met stays.
 *
 * The points of all criteria outside groups still add up to the same total, as do weights. Where figures are missing, the
 * classes and points are bounds that may be wider than those of an assessment.
 *
 * @param factors By criterion number, what its points or its weight are multiplied by; that of a group counts for its parts.
 * @returns `null` where nothing is left to earn points of.
 */
export function underWeights(assessments: Assessments, factors: readonly Rational[]): Assessments | null {
  const { program, dataset, states } = assessments;
  const weighed = program.sheet === null ? null : reweighed(program.sheet, factors);
  if (weighed === null) return null;
  const { sheet } = weighed;
  const worked: (readonly (Earned | null)[] | undefined)[] = [];
  const points = (row: number): readonly (Earned | null)[] =>
    (worked[row] ??= earnedReweighed(
      sheet,
      assessments.points(row),
      weighed.factors,
      (number) => states[number]?.[row] ?? UNKNOWN,
    ));
  const gates = gateColumns({ ...program, sheet }, dataset.rows, points);
  const { others } = runConditions(
    program.questions,
    { known: new Map(states.entries()), gates, criteria: [], others: program.classes },
    dataset,
  );
  const outOf = new Map(program.classes.map((condition, place) => [condition, others[place]?.bytes()]));
  const possible = Array.from({ length: dataset.rows }, (_, row): Possible => {
    const found = classOutcome(program.classes, (condition) => outOf.get(condition)?.[row] ?? UNKNOWN);
    return { classes: found.possible, mayBeNone: found.mayBeNone };
  });
  return {
    ...assessments,
    program: { ...program, sheet },
    gates,
    classes: Uint8Array.from(possible, onlyClass),
    certified: Uint8Array.from(possible, verdictReader(program)),
    candidates: (row) => ({ ...(possible[row] ?? noRow(row)), exact: false }),
    score: (row) => sheetScore(sheet, points(row)),
    points,
  };
}

interface Reweighed {
  readonly sheet: Sheet;
  /** What the points of each criterion without parts are multiplied by in the end. */
  readonly factors: readonly Rational[];
}

function reweighed(sheet: Sheet, given: readonly Rational[]): Reweighed | null {
  const own = factorsOfPoints(sheet, given);
  const nominal = topPoints(sheet, sheet.items);
  const raw = itemsUnder(sheet, own, given);
  if (sheet.model === 'weighted') {
    const hasWeight = sheet.top.some((number) => (raw[number]?.weight.num ?? 0n) > 0n);
    return hasWeight ? { sheet: { ...sheet, items: raw }, factors: own } : null;
  }
  const changed = topPoints(sheet, raw);
  if (changed.num === 0n) return null;
  const level = divide(nominal, changed);
  const factors = own.map((factor) => multiply(factor, level));
  return { sheet: { ...sheet, items: itemsUnder(sheet, factors, given) }, factors };
}

/** A group's factor counts for its parts; in the model `weighted` a factor outside groups is one of the weight. */
function factorsOfPoints(sheet: Sheet, given: readonly Rational[]): readonly Rational[] {
  const top = new Set(sheet.top);
  const factors = sheet.items.map((_, number) =>
    sheet.model === 'weighted' && top.has(number) ? ONE : (given[number] ?? ONE),
  );
  // Parts stand after their group.
  for (const [number, { parts }] of sheet.items.entries()) {
    for (const part of parts) factors[part] = multiply(factors[part] ?? ONE, factors[number] ?? ONE);
  }
  return factors;
}

/** Groups have points and caps in proportion to the points of their parts. */
function itemsUnder(sheet: Sheet, factors: readonly Rational[], given: readonly Rational[]): readonly Item[] {
  const items = [...sheet.items];
  for (const [number, item] of [...sheet.items.entries()].toReversed()) {
    const factor = item.parts.length === 0 ? (factors[number] ?? ONE) : shareOfParts(sheet.items, items, item);
    const weight = multiply(item.weight, given[number] ?? ONE);
    items[number] = { ...item, weight, points: multiply(item.points, factor), cap: multiply(item.cap, factor) };
  }
  return items;
}

function shareOfParts(before: readonly Item[], after: readonly Item[], { parts }: Item): Rational {
  const [old, changed] = [before, after].map((items) => pointsOf(items, parts));
  return old === undefined || changed === undefined || old.num === 0n ? ONE : divide(changed, old);
}

function topPoints({ top }: Sheet, items: readonly Item[]): Rational {
  return pointsOf(items, top);
}

/** What can be earned of some criteria; bonus comes on top. */
function pointsOf(items: readonly Item[], numbers: readonly number[]): Rational {
  return numbers
    .flatMap((number) => items[number] ?? [])
    .filter(({ bonus }) => !bonus)
    .map(({ points }) => points)
    .reduce(add, ZERO);
}
