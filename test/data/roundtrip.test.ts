import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/data/index.ts';
import { type Column, MISSING } from '../../src/formula/index.ts';
import { exactText, rational } from '../../src/number/index.ts';
import { indicator, setOf } from './set.ts';

const SEED = 28;
const CHOICES = new Map([
  ['none', { vi: 'Không', en: 'None' }],
  ['intra', { vi: 'Nội tỉnh', en: 'Intra' }],
  ['inter', { vi: 'Liên tỉnh', en: 'Inter' }],
]);
const SET = setOf(
  indicator('people', 'count'),
  indicator('area', 'decimal', { min: rational(-(10n ** 30n)) }),
  indicator('rate', 'percent'),
  indicator('planned', 'boolean'),
  indicator('route', 'choice', { values: CHOICES }),
);

const INDICATORS = [...SET.indicators.keys()];

/** A decimal as whole digits and decimals, so that it can be written in any style. */
interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}
interface Row {
  readonly code: string;
  readonly name: string;
  readonly people: bigint | null;
  readonly area: Decimal | null;
  readonly rate: Decimal | null;
  readonly planned: boolean | null;
  readonly route: string | null;
}

const decimal = (min: bigint): fc.Arbitrary<Decimal> =>
  fc.record({ digits: fc.bigInt({ min, max: 10n ** 20n }), places: fc.nat({ max: 6 }) });
const orMissing = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { nil: null, freq: 3 });
/** Letters, delimiters, quotes and line ends: whatever a name may break a CSV with. */
const NAME = fc
  .string({
    unit: fc.constantFrom('a', 'Đ', 'ễ', 'oà', ' ', ',', ';', '\t', '|', '"', '\n'),
    minLength: 1,
    maxLength: 12,
  })
  .map((text) => `x${text}x`);
const ROW: fc.Arbitrary<Row> = fc.record({
  code: fc.stringMatching(/^\d{5}$/),
  name: NAME,
  people: orMissing(fc.bigInt({ min: 0n, max: 10n ** 18n })),
  area: orMissing(decimal(-(10n ** 20n))),
  rate: orMissing(decimal(0n)),
  planned: orMissing(fc.boolean()),
  route: orMissing(fc.constantFrom(...CHOICES.keys())),
});
const ROWS = fc.uniqueArray(ROW, { selector: ({ code }) => code, minLength: 1, maxLength: 20 });
const LAYOUT = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  comma: fc.boolean(),
  missing: fc.constantFrom('', '-', 'N/A', '…', 'không có số liệu'),
});

function writeDecimal({ digits, places }: Decimal, comma: boolean): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  const fraction = places === 0 ? '' : `${comma ? ',' : '.'}${text.slice(-places)}`;
  return (digits < 0n ? '-' : '') + whole + fraction;
}

/** The exact value of a cell as text; `null` when it is missing. */
function valueAt(column: Column | undefined, row: number): string | null {
  if (column === undefined) throw new Error('the column was not read');
  const value = column.values[row] ?? Number.NaN;
  if (column.kind !== 'number') return value === MISSING ? null : String(value);
  if (Number.isNaN(value)) return null;
  return exactText(rational(column.large.get(row) ?? BigInt(value), 10n ** BigInt(column.scale)));
}

const exact = (value: Decimal | null, percent: boolean): string | null =>
  value === null ? null : exactText(rational(value.digits, 10n ** BigInt(value.places + (percent ? 2 : 0))));

describe('a table written as CSV and read again', () => {
  it('is the same, every number exact and every blank missing', () => {
    const property = fc.property(ROWS, LAYOUT, (rows, { delimiter, lineEnd, comma, missing }) => {
      // Columns of three decimals alone could be thousands: one cell that cannot be settles the style.
      const anchor: Row = {
        code: '999999',
        name: 'x',
        people: 1n,
        area: { digits: 5n, places: 1 },
        rate: { digits: 5n, places: 1 },
        planned: true,
        route: 'none',
      };
      const all = [anchor, ...rows];
      const quoted = (cell: string): string => (/[",;\t|\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
      const lines = all.map((row) => [
        row.code,
        row.name,
        row.people?.toString() ?? missing,
        row.area === null ? missing : writeDecimal(row.area, comma),
        row.rate === null ? missing : `${writeDecimal(row.rate, comma)}%`,
        row.planned === null ? missing : row.planned ? 'có' : 'không',
        row.route ?? missing,
      ]);
      const header = ['code', 'name', 'people', 'area', 'rate', 'planned', 'route'];
      const text = [header, ...lines].map((line) => line.map(quoted).join(delimiter)).join(lineEnd);
      const { units, columns, issues } = readCsv({ name: 'a.csv', text }, SET);
      expect(issues).toEqual([]);
      expect(units.code).toEqual(all.map(({ code }) => code));
      expect(units.name).toEqual(all.map(({ name }) => name.normalize('NFC')));
      const read = all.map((_, row) => INDICATORS.map((id) => valueAt(columns.get(id), row)));
      expect(read).toEqual(
        all.map((row) => [
          row.people?.toString() ?? null,
          exact(row.area, false),
          exact(row.rate, true),
          row.planned === null ? null : row.planned ? '1' : '0',
          row.route === null ? null : String([...CHOICES.keys()].indexOf(row.route)),
        ]),
      );
    });
    fc.assert(property, { seed: SEED, numRuns: 300 });
  });

  it('reads a file the same with and without needless quotes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', '.', '-'), maxLength: 4 });
    const property = fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 10 }), (rows) => {
      const write = (quote: string): string =>
        ['code;people', ...rows.map((row) => row.map((one) => quote + one + quote).join(';'))].join('\n');
      const read = (text: string) => {
        const { units, columns, issues } = readCsv({ name: 'a.csv', text }, setOf(indicator('people', 'count')));
        return { units, columns, issues };
      };
      expect(read(write('"'))).toEqual(read(write('')));
    });
    fc.assert(property, { seed: SEED, numRuns: 300 });
  });

  it('never breaks on any text, and then says why', () => {
    const noise = fc.string({
      unit: fc.constantFrom('code', 'people', ';', ',', '"', '\n', '\r', ' ', '1', 'x', '\t'),
    });
    const property = fc.property(noise, (text) => {
      const { rows, columns, issues } = readCsv({ name: 'a.csv', text }, SET);
      if (rows === 0) expect(issues).not.toEqual([]);
      for (const column of columns.values()) expect(column.values).toHaveLength(rows);
    });
    fc.assert(property, { seed: SEED, numRuns: 1000 });
  });
});

describe('a file as Vietnamese Excel saves it', () => {
  it('reads the byte order mark, semicolons, decimal commas and thousands points', () => {
    const text = [
      '\ufeffMã xã;Tên xã;people;area;rate;planned;route',
      '00004;Phường Ba Đình;12.345;1.250,5;12,5%;có;Liên tỉnh',
      '00008;"Xã ""Mới""; đảo";987;;0%;;none',
      ';;;;;;',
      '',
    ].join('\r\n');
    const { units, columns, issues, positionOf } = readCsv(
      { name: 'a.csv', bytes: new TextEncoder().encode(text) },
      SET,
    );
    const read = units.code.map((code, row) => [
      code,
      units.name[row],
      ...INDICATORS.map((id) => valueAt(columns.get(id), row)),
    ]);
    expect(issues).toEqual([]);
    expect(read).toEqual([
      ['00004', 'Phường Ba Đình', '12345', '1250.5', '0.125', '1', '2'],
      ['00008', 'Xã "Mới"; đảo', '987', null, '0', null, '0'],
    ]);
    expect(positionOf(1, 'area')).toEqual({ file: 'a.csv', line: 3, column: 4 });
  });
});
