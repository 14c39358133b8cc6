import { describe, expect, test } from 'vitest';
import { chooseFormat, type Format, type Options, readOptions } from '../../src/cli/options.ts';
import type { IssueCode } from '../../src/messages/index.ts';

const NONE: Options = {
  criteria: null,
  period: null,
  readings: {},
  overlays: [],
  encoding: null,
  numbers: null,
  sheet: [],
  map: null,
  boundaries: null,
  units: null,
  lineage: null,
  province: null,
  only: [],
  top: null,
  by: null,
  robustness: false,
  where: null,
  set: [],
  against: null,
  acrossCriteria: false,
  otherReadings: false,
  format: null,
  output: null,
  failOn: new Set(),
  failOnChanges: new Set(),
  data: [],
  prove: false,
  acrossFamilies: false,
  ignore: null,
  on: null,
  excel: false,
  near: false,
  ways: false,
  color: 'auto',
  quiet: false,
};

describe('an option that takes one value', () => {
  test.each([
    ['two periods', { period: ['2024', '2025'] }, '--period'],
    ['two files to write to', { output: ['a.csv', 'b.csv'] }, '--output'],
    ['two columns to group by', { by: ['district', 'type'] }, '--by'],
  ])('%s', (_, raw, option) => {
    expect(readOptions(raw)).toMatchObject({ ok: false, issues: [{ code: 'usage/option-twice', args: { option } }] });
  });

  test.each([
    ['the same value twice', { period: ['2025', '2025'] }],
    ['an option that may be repeated', { overlay: ['a.yaml', 'b.yaml'] }],
    ['the language, whose last word counts', { lang: ['vi', 'en'] }],
  ])('%s', (_, raw) => {
    expect(readOptions(raw).ok).toBe(true);
  });

  test('offers the forms that the command can give, and no others', () => {
    expect(readOptions({ format: 'cvs' }, 'result', ['table', 'json'])).toMatchObject({
      ok: false,
      issues: [{ args: { known: ['table', 'json'] } }],
    });
  });

  test.each(['0', '-1', '1.5', 'ten', '1e3', ''])('--top %s is no count', (top) => {
    expect(readOptions({ top })).toMatchObject({ ok: false, issues: [{ code: 'usage/not-a-count' }] });
  });
});

describe('options', () => {
  test.each<{ raw: Readonly<Record<string, unknown>>; gives: Partial<Options> }>([
    { raw: { map: ['a.yaml', 'b.TopoJSON'] }, gives: { map: 'a.yaml', boundaries: 'b.TopoJSON' } },
    { raw: {}, gives: {} },
    {
      raw: { set: ["'use_points=0'", 'a=1'], where: "'a > 0'" },
      gives: { set: ['use_points=0', 'a=1'], where: 'a > 0' },
    },
    { raw: { where: "'a' > 'b" }, gives: { where: "'a' > 'b" } },
    {
      raw: { criteria: 'a@1', period: '2025', quiet: true, excel: true },
      gives: { criteria: 'a@1', period: '2025', quiet: true, excel: true },
    },
    { raw: { reading: ['bands=strict', 'zero=literal'] }, gives: { readings: { bands: 'strict', zero: 'literal' } } },
    { raw: { reading: ['bands=strict', 'bands=strict'] }, gives: { readings: { bands: 'strict' } } },
    { raw: { format: 'json', output: 'a.csv' }, gives: { format: 'json', output: 'a.csv' } },
    { raw: { output: '-' }, gives: { output: null } },
    {
      raw: { failOn: ['warning', 'undetermined', 'warning'] },
      gives: { failOn: new Set(['warning', 'undetermined']) },
    },
    { raw: { color: 'never' }, gives: { color: 'never' } },
  ])('$raw', ({ raw, gives }) => {
    expect(readOptions(raw)).toEqual({ ok: true, value: { ...NONE, ...gives }, issues: [] });
  });

  test.each<{ raw: Readonly<Record<string, unknown>>; codes: readonly IssueCode[] }>([
    { raw: { reading: ['bands'] }, codes: ['usage/not-a-reading'] },
    { raw: { reading: ['=strict'] }, codes: ['usage/not-a-reading'] },
    { raw: { reading: ['bands='] }, codes: ['usage/not-a-reading'] },
    { raw: { reading: ['a=b=c'] }, codes: ['usage/not-a-reading'] },
    { raw: { reading: ['bands=strict', 'bands=cumulative'] }, codes: ['usage/reading-twice'] },
    {
      raw: { format: 'jsn', color: 'red', failOn: ['rain'] },
      codes: ['usage/unknown-value', 'usage/unknown-value', 'usage/unknown-value'],
    },
  ])('$raw is refused', ({ raw, codes }) => {
    expect(readOptions(raw).issues.map(({ code }) => code)).toEqual(codes);
  });

  test('--fail-on refuses what a command cannot do, and names what it can', () => {
    for (const word of ['undetermined', 'not-certified'])
      expect(readOptions({ failOn: ['warning', word] }, 'warnings').issues).toMatchObject([
        { code: 'usage/unknown-value', received: word, args: { option: '--fail-on', known: ['warning'] } },
      ]);
    expect(readOptions({ failOn: ['warning'] }, 'warnings').ok).toBe(true);
  });

  test('a name such as __proto__ is a reading like any other', () => {
    const options = readOptions({ reading: ['__proto__=x'] });
    expect(options.ok && Object.keys(options.value.readings)).toEqual(['__proto__']);
    expect(Object.prototype).not.toHaveProperty('x');
  });
});

describe('the format', () => {
  const all = ['table', 'csv', 'json', 'ndjson', 'html'] as const;
  test.each<{ options: Partial<Options>; offered?: readonly [Format, ...Format[]]; gives: Format | IssueCode }>([
    { options: {}, gives: 'table' },
    { options: { format: 'ndjson', output: 'a.csv' }, gives: 'ndjson' },
    { options: { output: 'a.csv' }, gives: 'csv' },
    { options: { output: 'a.b/A.JSON' }, gives: 'json' },
    { options: { output: 'a.jsonl' }, gives: 'ndjson' },
    { options: { output: 'a.txt' }, gives: 'table' },
    { options: { output: 'a' }, gives: 'table' },
    { options: { output: 'a.xlsx' }, gives: 'usage/unknown-extension' },
    { options: { output: 'a.csv' }, offered: ['table', 'json'], gives: 'usage/unknown-extension' },
    { options: { format: 'csv' }, offered: ['table', 'json'], gives: 'usage/unknown-value' },
    { options: { output: 'schema.anything' }, offered: ['json'], gives: 'json' },
    { options: { boundaries: 'a.geojson' }, gives: 'usage/boundaries-need-html' },
    { options: { boundaries: 'a.geojson', output: 'a.html' }, gives: 'html' },
    { options: { excel: true }, gives: 'usage/excel-needs-csv' },
    { options: { excel: true, output: 'a.csv' }, gives: 'csv' },
  ])('$options gives $gives', ({ options, offered = all, gives }) => {
    const format = chooseFormat({ ...NONE, ...options }, offered);
    expect(format.ok ? format.value : format.issues[0].code).toBe(gives);
  });
});
