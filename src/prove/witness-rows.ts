import type { CriteriaSet, Indicator } from '../criteria/index.ts';
import { canonicalKey, columnsByKey, knownColumns, yearsBefore } from '../data/index.ts';
import { decimalPlaces, exactText, integer, max, multiply, type Rational } from '../number/index.ts';
import { firstIdOf } from './joint-variables.ts';
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
 * indicator that one of them has, under both its ids where it was renamed and no set reads one as the other.
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
    ...columns.map(([id, indicators]) => {
      const figure = figures.find((one) => one.indicators.includes(id) && one.periodsAgo === periodsAgo);
      if (figure !== undefined) return cellOf(figure, indicators);
      return periodsAgo === 0 ? leastCell(indicators) : '';
    }),
  ]);
  return { header: ['code', 'name', 'period', ...columns.map(([id]) => id)], rows, period };
}

/** The indicators of all sets by id, without those that are rolled up from units below. */
function columnsOf(sets: readonly CriteriaSet[]): readonly (readonly [id: string, indicators: readonly Indicator[]])[] {
  const columns = new Map<string, readonly Indicator[]>();
  for (const { indicators } of sets) {
    for (const [id, indicator] of indicators) {
      if (indicator.rollup === null) columns.set(id, [...(columns.get(id) ?? []), indicator]);
    }
  }
  for (const id of readTwice(sets)) columns.delete(id);
  return [...columns];
}

/** Of an indicator that was renamed, the id that is not needed: a set reads the column of the other as this one, by its label. */
function readTwice(sets: readonly CriteriaSet[]): readonly string[] {
  const [first, ...later] = sets;
  if (first === undefined) return [];
  const readAs = (set: CriteriaSet, header: string): string | undefined =>
    columnsByKey(knownColumns(set)).get(canonicalKey(header))?.id;
  return later.flatMap((set) =>
    [...set.indicators.keys()].flatMap((id) => {
      const before = firstIdOf(id, set, first);
      if (before === id) return [];
      if (readAs(set, before) === id) return [id];
      return readAs(first, id) === before ? [before] : [];
    }),
  );
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
