import fc from 'fast-check';
import type { Column, CompileScope, IndicatorMeaning, Meaning, NumberColumn, Table } from '../../src/formula/index.ts';
import { columnName, FAIL, MISSING, NOT_APPLICABLE } from '../../src/formula/index.ts';
import { integer, type Rational } from '../../src/number/index.ts';
import type { Vocabulary } from './generators.ts';
import { read } from './read.ts';

/** The number indicators of the random tables: decimal places, and the least value; `null` may be negative. */
const NUMBERS: Readonly<Record<string, { readonly scale: number; readonly min: number | null }>> = {
  people: { scale: 0, min: 1 },
  cases: { scale: 0, min: 0 },
  area: { scale: 1, min: 0 },
  mass: { scale: 3, min: 0 },
  balance: { scale: 2, min: null },
};

const MEASURES: Readonly<Record<string, string>> = {
  rate: 'cases / people',
  yield: 'area / cases',
  worst: 'max(cases, area)',
};

export const words: Vocabulary = {
  numbers: [...Object.keys(NUMBERS), ...Object.keys(MEASURES)],
  booleans: ['planned', 'armed'],
  criteria: ['C.1', 'C.2'],
  choice: 'route',
  choices: ['none', 'intra', 'inter'],
};

/** The cells of one row: scaled integers of numbers, places of booleans and choices; `null` is missing. */
export interface Row {
  readonly numbers: Readonly<Record<string, bigint | null>>;
  readonly bytes: Readonly<Record<string, number | null>>;
  /** States of criteria, which may be given as unknown. */
  readonly criteria: readonly number[];
}

/** How many periods back the tables reach, the current one counted. */
const PERIODS = 3;

/** The columns of the number indicators, the earlier periods' own among them. */
const COLUMNS: ReadonlyMap<string, string> = new Map(
  Object.keys(NUMBERS).flatMap((id) => Array.from({ length: PERIODS }, (_, ago) => [columnName(id, ago), id] as const)),
);

export function scaleOf(id: string): number {
  return NUMBERS[id]?.scale ?? 0;
}

/** Small values meet each other often; the large ones stand on both sides of 2^53, where doubles end. */
function cell(id: string, large: boolean): fc.Arbitrary<bigint> {
  const min = NUMBERS[id]?.min;
  const least = min === null ? -60n : BigInt(min ?? 0);
  const lowest = fc.constant(min === null ? 0n : least);
  const small = [lowest, fc.bigInt({ min: least, max: 3n }), fc.bigInt({ min: least, max: 3000n })];
  if (!large) return fc.oneof(...small);
  const edge = 2n ** 53n;
  const far = 10n ** 20n;
  return fc.oneof(
    ...small,
    fc.bigInt({ min: edge - 3n, max: edge + 3n }),
    fc.constantFrom(min === null ? 1n - far : far, far + 1n),
  );
}

function record<T>(
  ids: readonly string[],
  arbitraryOf: (id: string) => fc.Arbitrary<T>,
): fc.Arbitrary<Record<string, T>> {
  return fc.record(Object.fromEntries(ids.map((id) => [id, arbitraryOf(id)])));
}

const BYTES: Readonly<Record<string, number>> = { planned: 2, armed: 2, route: 3 };

function anyRow(missing: boolean, large: boolean): fc.Arbitrary<Row> {
  const orMissing = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
    missing ? fc.option(arbitrary, { freq: 4 }) : arbitrary;
  return fc.record({
    numbers: record([...COLUMNS.keys()], (column) => orMissing(cell(COLUMNS.get(column) ?? column, large))),
    bytes: record(Object.keys(BYTES), (id) => orMissing(fc.nat((BYTES[id] ?? 1) - 1))),
    criteria: fc.tuple(fc.nat(3), fc.nat(3)),
  });
}

/** Tables of one to `most` rows with missing cells; with and without values past 2^53. */
export function anyRows(most: number): fc.Arbitrary<readonly Row[]> {
  return fc
    .boolean()
    .chain((large) => fc.array(fc.oneof(anyRow(true, large), anyRow(false, large)), { minLength: 1, maxLength: most }));
}

export const anyFullRow = anyRow(false, true);

/** The row with its missing cells taken from another. */
export function filled(row: Row, from: Row): Row {
  return { numbers: fill(row.numbers, from.numbers), bytes: fill(row.bytes, from.bytes), criteria: row.criteria };
}

function fill<T>(
  cells: Readonly<Record<string, T | null>>,
  from: Readonly<Record<string, T | null>>,
): Record<string, T | null> {
  return Object.fromEntries(Object.entries(cells).map(([id, value]) => [id, value ?? from[id] ?? null]));
}

/** Rows as the columns that the data room makes of them. */
export function tableOf(rows: readonly Row[]): Table {
  return {
    rows: rows.length,
    columns: new Map<string, Column>([
      ...[...COLUMNS].map(([column, id]) => {
        const cells = rows.map((row) => row.numbers[column] ?? null);
        return [column, numberColumn(cells, scaleOf(id))] as const;
      }),
      ...words.booleans.map((id) => [id, { kind: 'boolean', values: byteColumn(rows, id) }] as const),
      ['route', { kind: 'choice', ids: words.choices, values: byteColumn(rows, 'route') }] as const,
    ]),
  };
}

function byteColumn(rows: readonly Row[], id: string): Uint8Array {
  return Uint8Array.from(rows, (row) => row.bytes[id] ?? MISSING);
}

export function numberColumn(cells: readonly (bigint | null)[], scale: number): NumberColumn {
  const isLarge = (value: bigint): boolean =>
    value > BigInt(Number.MAX_SAFE_INTEGER) || value < BigInt(Number.MIN_SAFE_INTEGER);
  return {
    kind: 'number',
    scale,
    values: Float64Array.from(cells, (value) =>
      value === null ? Number.NaN : isLarge(value) ? (value > 0n ? Infinity : -Infinity) : Number(value),
    ),
    large: new Map(cells.flatMap((value, row) => (value !== null && isLarge(value) ? [[row, value] as const] : []))),
  };
}

function indicator(id: string, type: IndicatorMeaning['type'], values: readonly string[] = []): [string, Meaning] {
  return [id, { kind: 'indicator', indicator: { id, type, unit: null, values } }];
}

const meanings = new Map<string, Meaning>([
  // Without units, any two numbers may be compared.
  ...Object.keys(NUMBERS).map((id) => indicator(id, 'decimal')),
  ...words.booleans.map((id) => indicator(id, 'boolean')),
  indicator('route', 'choice', words.choices),
  ...Object.entries(MEASURES).map(([id, text]): [string, Meaning] => [id, { kind: 'measure', formula: read(text) }]),
  ['C.1', { kind: 'criterion', whenNotApplicable: NOT_APPLICABLE }],
  ['C.2', { kind: 'criterion', whenNotApplicable: FAIL }],
  ['mandatory', { kind: 'mandatory', criteria: ['C.1', 'C.2'] }],
]);

export const compileScope: CompileScope = {
  scope: { lookup: (name) => meanings.get(name) ?? null, names: [...meanings.keys()] },
  domainOf: (id) => ({ whole: scaleOf(id) === 0, min: minimum(id), max: null }),
  criterionNumber: (id) => words.criteria.indexOf(id),
};

function minimum(id: string): Rational | null {
  const min = NUMBERS[id]?.min ?? null;
  return min === null ? null : integer(min);
}
