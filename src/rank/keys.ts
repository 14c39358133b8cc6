import { type Assessments, boundsWithin, UNDETERMINED } from '../assess/index.ts';
import type { RankKey } from '../criteria/index.ts';
import { type Formula, numberBounds, numberReader, valueOfObserved } from '../formula/index.ts';
import { compare, equal, negate, ordinalOf, type Rational } from '../number/index.ts';
import { codeColumns } from './codes.ts';

/**
 * Where units stand on one key of the order, by row: smaller is better. At best and at worst; both are the same column
 * where no row is open. An end that missing figures leave open is −∞ at best and ∞ at worst; what has no value, whatever
 * the missing cells are (0 of 0 people), is ∞ on both sides: it stands last.
 *
 * Equal doubles are equal values and the smaller double is the smaller value: no comparison hangs on rounding.
 */
export interface KeyColumn {
  readonly best: Float64Array;
  readonly worst: Float64Array;
  /** Whether they are grades: whole numbers from 0, so that no more values are better than one than it says. */
  readonly isGraded: boolean;
}

/** The keys of the order that a criteria set declares, the first first; behind them the codes where these tell units apart. */
export interface Keys {
  readonly columns: readonly KeyColumn[];
  /** Whether the doubles mean the same among the keys of other units under the same set. */
  readonly comparable: boolean;
}

/** The keys of all rows. */
export function keysOf(assessments: Assessments): Keys {
  const { rank, ties } = assessments.program.set;
  const found = rank.map((key) => columnOf(assessments, key));
  const codes = ties === 'ordinal' ? codeColumns(assessments.dataset.units.code) : [];
  const columns = [...found, ...codes.map((code) => ({ best: code, worst: code, isGraded: false }))];
  return { columns, comparable: found.every(({ comparable }) => comparable) };
}

type Found = KeyColumn & { readonly comparable: boolean };

function columnOf(assessments: Assessments, key: RankKey): Found {
  switch (key.by) {
    case 'class':
      return classColumn(assessments, key.best);
    case 'score':
      return exactColumn(assessments.dataset.rows, (row) => {
        const score = assessments.score(row);
        if (score === null) return NO_VALUE;
        const range = oriented(score.min, score.max, key.order);
        return score.mayBeNone ? { best: range.best, worst: NO_VALUE } : range;
      });
    case 'measure':
    case 'indicator':
      return numberColumn(assessments, key);
    default:
      return key satisfies never;
  }
}

function classColumn(assessments: Assessments, best: readonly string[]): Found {
  const placeOf = [...assessments.program.set.classes.keys()].map((id) => best.indexOf(id));
  const { classes } = assessments;
  const first = Float64Array.from(classes, (index) => placeOf[index] ?? -1);
  const open = [...classes.keys()].filter((row) => classes[row] === UNDETERMINED);
  const last = open.length === 0 ? first : first.slice();
  for (const row of open) {
    const { classes: possible, mayBeNone } = assessments.candidates(row);
    const places = possible.map((index) => placeOf[index] ?? -1);
    first[row] = places.length === 0 ? Number.NEGATIVE_INFINITY : Math.min(...places);
    last[row] = places.length === 0 || mayBeNone ? Number.POSITIVE_INFINITY : Math.max(...places);
  }
  return { best: first, worst: last, isGraded: true, comparable: true };
}

function numberColumn(assessments: Assessments, { id, order }: RankKey & { by: 'measure' | 'indicator' }): Found {
  const { program, dataset } = assessments;
  const name: Formula = { kind: 'name', name: id, at: { file: '' } };
  const reader = numberReader(program.scope, dataset.columns);
  const ordinal = reader.ordinal(name);
  const read = reader.number(name);
  if (ordinal !== null) {
    const openEnds = (row: number): Ends | null =>
      read(row) === 'missing' ? openIn(assessments, name, order, row) : null;
    return ordinalColumn(dataset.rows, ordinal, order === 'low' ? 1 : -1, openEnds);
  }
  return exactColumn(dataset.rows, (row) => {
    const found = read(row);
    if (typeof found === 'string') return found === 'missing' ? openIn(assessments, name, order, row) : NO_VALUE;
    const value = valueOfObserved(found);
    return oriented(value, value, order);
  });
}

function ordinalColumn(
  rows: number,
  read: (row: number) => number,
  side: 1 | -1,
  openEnds: (row: number) => Ends | null,
): Found {
  const best = Float64Array.from({ length: rows }, (_, row) => side * read(row));
  const none = [...best.keys()].filter((row) => Number.isNaN(best[row]));
  for (const row of none) best[row] = Number.POSITIVE_INFINITY;
  const open = none.flatMap((row) => {
    const ends = openEnds(row);
    return ends === null ? [] : [{ row, ends }];
  });
  const worst = open.length === 0 ? best : best.slice();
  for (const { row, ends } of open) {
    // An end that no double stands for is as good as none.
    best[row] = doubleAt(ends.best, Number.NEGATIVE_INFINITY, (value) => ordinalOf(value) ?? Number.NEGATIVE_INFINITY);
    worst[row] = doubleAt(
      ends.worst,
      Number.POSITIVE_INFINITY,
      (value) => ordinalOf(value) ?? Number.POSITIVE_INFINITY,
    );
  }
  return { best, worst, isGraded: false, comparable: true };
}

/** No value, whatever the missing cells are. */
const NO_VALUE = 'none';

/** A value at best and at worst, where there may be none; `null` is an end that is open. */
interface Ends {
  readonly best: Rational | null;
  readonly worst: Rational | typeof NO_VALUE | null;
}

type Range = Ends | typeof NO_VALUE;

/** What missing figures leave of a number, as far as the known ones and the domains tell. */
function openIn({ program, dataset }: Assessments, formula: Formula, order: 'low' | 'high', row: number): Ends {
  const bounds = numberBounds(formula, program.scope, boundsWithin(dataset, program.set, row));
  const [low, high] = order === 'low' ? [bounds.least, bounds.most] : [opposite(bounds.most), opposite(bounds.least)];
  return { best: low, worst: bounds.mayBeUndefined ? NO_VALUE : high };
}

function opposite(value: Rational | null): Rational | null {
  return value === null ? null : negate(value);
}

function doubleAt(end: Ends['worst'], open: number, doubleOf: (value: Rational) => number): number {
  if (end === NO_VALUE) return Number.POSITIVE_INFINITY;
  return end === null ? open : doubleOf(end);
}

/** Turns values of which the lowest stands first into keys of which the smallest is best. */
function oriented(low: Rational, high: Rational, order: 'low' | 'high'): Ends {
  if (order === 'low') return { best: low, worst: equal(low, high) ? low : high };
  const best = negate(high);
  return { best, worst: equal(low, high) ? best : negate(low) };
}

/** Doubles for exact values; where one cannot stand for itself, each value is given its place among all of them. */
function exactColumn(rows: number, rangeOf: (row: number) => Range): Found {
  const ranges = Array.from({ length: rows }, (_, row) => rangeOf(row));
  const isClosed = ranges.every((range) => range === NO_VALUE || (range.best !== null && range.best === range.worst));
  const fill = (doubleOf: (value: Rational) => number): KeyColumn => {
    const columnAt = (side: 'best' | 'worst', open: number): Float64Array =>
      Float64Array.from(ranges, (range) => doubleAt(range === NO_VALUE ? NO_VALUE : range[side], open, doubleOf));
    const best = columnAt('best', Number.NEGATIVE_INFINITY);
    return { best, worst: isClosed ? best : columnAt('worst', Number.POSITIVE_INFINITY), isGraded: false };
  };
  const own = fill((value) => ordinalOf(value) ?? Number.NaN);
  if (![own.best, own.worst].some((column) => column.includes(Number.NaN))) return { ...own, comparable: true };
  const placeOf = placesAmong(
    ranges
      .flatMap((range) => (range === NO_VALUE ? [] : [range.best, range.worst]))
      .filter((value) => value !== NO_VALUE && value !== null),
  );
  return { ...fill(placeOf), comparable: false };
}

/** The place of each value among some: equal values have one. */
function placesAmong(values: readonly Rational[]): (value: Rational) => number {
  const places = new Map<string, number>();
  const keyOf = ({ num, den }: Rational): string => `${num}/${den}`;
  for (const value of values.toSorted(compare)) {
    const key = keyOf(value);
    if (!places.has(key)) places.set(key, places.size);
  }
  return (value) => places.get(keyOf(value)) ?? Number.NaN;
}
