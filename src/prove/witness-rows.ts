import { type CriteriaSet, type Indicator, lineageOf } from '../criteria/index.ts';
import { canonicalKey, columnsByKey, knownColumns, yearsBefore } from '../data/index.ts';
import { decimalPlaces, exactText, integer, max, multiply, type Rational } from '../number/index.ts';
import type { Figure, Witness } from './witness.ts';

/** A witness as the cells of a data file. */
export interface WitnessRows {
  readonly header: readonly string[];
  /** One row, or one for each period that is asked for, the latest last. */
  readonly rows: readonly (readonly string[])[];
  /** The period to assess. */
  readonly period: string;
}

const CODE = '00001';
const HUNDRED = integer(100);

/**
 * Writes a witness as a data file would hold it, so that `score` can be run on it under each of the sets: a column for every
 * indicator that one of them has, and one under each of its ids where it was renamed and no header means it to all of them.
 *
 * @param sets The sets, in the order in which the witness was found for them.
 * @param name What to call the unit, which does not exist.
 */
export function witnessRows({ figures }: Witness, sets: readonly CriteriaSet[], name: string): WitnessRows {
  const period = (sets.at(-1)?.effective.from ?? '2025').slice(0, 4);
  const columns = columnsOf(sets);
  const earlier = [...new Set(figures.map(({ periodsAgo }) => periodsAgo))].sort((a, b) => b - a);
  const ages = earlier.length === 0 || !earlier.includes(0) ? [...earlier, 0] : earlier;
  const rows = ages.map((periodsAgo) => [
    CODE,
    name,
    yearsBefore(period, periodsAgo),
    ...columns.map(({ ids, indicators }) => {
      const isMeant = (one: Figure): boolean => one.indicators.some((id, side) => id !== null && id === ids[side]);
      const figure = figures.find((one) => isMeant(one) && one.periodsAgo === periodsAgo);
      if (figure !== undefined) return cellOf(figure, indicators);
      return periodsAgo === 0 ? leastCell(indicators) : '';
    }),
  ]);
  return { header: ['code', 'name', 'period', ...columns.map(({ header }) => header)], rows, period };
}

/** A column of the file. */
interface FileColumn {
  readonly header: string;
  /** The indicator in each set, `null` where the set has none. */
  readonly ids: readonly (string | null)[];
  readonly indicators: readonly Indicator[];
}

/** A column, or more where no header says the same to all sets, for every indicator that is not rolled up from units below. */
function columnsOf(sets: readonly CriteriaSet[]): readonly FileColumn[] {
  return sharedIds(sets).flatMap((ids) => {
    const indicators = ids.flatMap((id, side) => (id === null ? [] : (sets[side]?.indicators.get(id) ?? [])));
    return indicators.every(({ rollup }) => rollup !== null)
      ? []
      : headersFor(ids, indicators, sets).map((header) => ({ header, ids, indicators }));
  });
}

/** What each indicator is called in each set: those of the first in order, then those that only later ones have. */
function sharedIds(sets: readonly CriteriaSet[]): readonly (readonly (string | null)[])[] {
  const [first, ...later] = sets;
  if (first === undefined) return [];
  const lineages = later.map((set) => lineageOf(first.indicators, set.indicators));
  const kept = [...first.indicators.keys()].map((id) => [
    id,
    ...later.map((set, place) => [...set.indicators.keys()].find((own) => lineages[place]?.same(own) === id) ?? null),
  ]);
  const added = later.flatMap((set, place) =>
    [...set.indicators.keys()]
      .filter((id) => lineages[place]?.same(id) === null)
      .map((id) => sets.map((_, side) => (side === place + 1 ? id : null))),
  );
  return [...kept, ...added];
}

/** One header that every set takes for its indicator, or one for each set that the others do not take for another one. */
function headersFor(
  ids: readonly (string | null)[],
  indicators: readonly Indicator[],
  sets: readonly CriteriaSet[],
): readonly string[] {
  const headers = [
    ...indicators.map(({ id }) => id),
    ...indicators.flatMap(({ label, aliases }) => [label.vi, label.en, ...aliases]),
  ];
  const readAs = (header: string): readonly (string | undefined)[] =>
    sets.map((set) => columnsByKey(knownColumns(set)).get(canonicalKey(header))?.id);
  const fitting = headers.filter((header) => readAs(header).every((id, side) => id === undefined || id === ids[side]));
  const common = fitting.find((header) => readAs(header).every((id, side) => (id ?? null) === ids[side]));
  if (common !== undefined) return [common];
  const own = ids.flatMap((id, side) => (id === null ? [] : (fitting.find((one) => readAs(one)[side] === id) ?? id)));
  return [...new Set(own)];
}

function cellOf({ value }: Figure, indicators: readonly Indicator[]): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '1' : '0';
  const isPercent = indicators.some(({ type }) => type === 'percent');
  return isPercent ? `${numberCell(multiply(value, HUNDRED))}%` : numberCell(value);
}

/** Three decimals could be read as thousands: a fourth makes it sure. */
function numberCell(value: Rational): string {
  return decimalPlaces(value) === 3 ? `${exactText(value)}0` : exactText(value);
}

/** A cell of which nothing hangs, as all the sets allow it. */
function leastCell(indicators: readonly Indicator[]): string {
  const [first, ...others] = indicators;
  if (first === undefined) return '';
  const least = indicators.map(({ min }) => min).reduce(max);
  switch (first.type) {
    case 'count':
    case 'decimal':
      return numberCell(least);
    case 'percent':
      return `${numberCell(multiply(least, HUNDRED))}%`;
    case 'boolean':
      return '0';
    case 'choice':
      return [...first.values.keys()].find((value) => others.every(({ values }) => values.has(value))) ?? '';
    default:
      return first.type satisfies never;
  }
}
