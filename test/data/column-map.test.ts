import { describe, expect, it } from 'vitest';
import { parseColumnMap, readCsv, unusedEntries } from '../../src/data/index.ts';
import { sentence } from '../../src/messages/index.ts';
import { indicator, setOf } from './set.ts';

const SET = setOf(indicator('cases', 'count'), indicator('people', 'count'));
const parsed = (text: string) => parseColumnMap(text, 'map.yaml', SET);
const read = (map: string, name: string, text: string) => {
  const result = parsed(map);
  if (!result.ok) throw new Error(result.issues.map((found) => sentence(found, 'en')).join('\n'));
  return readCsv({ name, text }, SET, { columns: result.value });
};

describe('a column map', () => {
  const map = [
    'headers: { "Số vụ phát hiện": cases, Mã số hộ: code, STT: people }',
    'ignore: ["Ghi chú"]',
    'files:',
    '  "y-te*.csv":',
    '    headers: { STT: cases, "Số người": people }',
    '    ignore: [khác]',
  ].join('\n');

  it('says what headers mean, however they are typed', () => {
    const { columns, units, issues } = read(
      map,
      'a.csv',
      `SO\u0302\u0301 VỤ  phát hiện;stt;mã số hộ;GHI CHÚ\n1;2;3;x\n`,
    );
    expect([units.code, columns.get('cases')?.values[0], columns.get('people')?.values[0], issues]).toEqual([
      ['3'],
      1,
      2,
      [],
    ]);
  });

  it('goes before ids, labels and aliases', () => {
    const { columns } = read('headers: { people: cases, cases: people }', 'a.csv', 'code;cases;people\n1;2;3\n');
    expect([columns.get('cases')?.values[0], columns.get('people')?.values[0]]).toEqual([3, 2]);
  });

  it.each(['y-te-2025.csv', 'so-lieu/Y-TE.csv', 'C:\\so-lieu\\y-te 1.csv'])(
    'has its own meanings for a file named %s',
    (name) => {
      const { columns, issues } = read(map, name, 'code;STT;Số người;Khác\n1;2;3;x\n');
      expect([columns.get('cases')?.values[0], columns.get('people')?.values[0], issues]).toEqual([2, 3, []]);
    },
  );

  it('shows the header as it is written in the file', () => {
    const { issues } = read(map, 'a.csv', 'code;Số vụ phát hiện;people\n1;a;3\n');
    expect(issues.map(({ args, position }) => [args, position?.column])).toEqual([[{ header: 'Số vụ phát hiện' }, 2]]);
  });
});

describe('what a column map says in vain', () => {
  const unused = (map: string, ...files: readonly (readonly [name: string, text: string])[]) => {
    const result = parsed(map);
    if (!result.ok) throw new Error('no map');
    const parts = files.map(([name, text]) => readCsv({ name, text }, SET, { columns: result.value, isPart: true }));
    return unusedEntries(result.value, parts).map(({ code, severity, position, received, args }) => [
      code,
      severity,
      position?.line,
      received,
      args,
    ]);
  };
  const FILE = ['cong-an.csv', 'code;Số vụ (vụ);people\n1;2;3\n'] as const;

  it.each<[string, string, readonly unknown[]]>([
    [
      'a heading that is misspelt',
      'headers:\n  Số vu (vụ): cases',
      ['map/unused-header', 2, 'Số vu (vụ)', { nearest: ['Số vụ (vụ)'] }],
    ],
    ['a heading to ignore', 'ignore:\n  - Ghi chú', ['map/unused-header', 2, 'Ghi chú', { nearest: [] }]],
    ['a file that is not there', 'files:\n  "y-te*":\n    headers: { a: cases }', ['map/unused-file', 2, 'y-te*', {}]],
    [
      'a heading of a file',
      'files:\n  "cong*":\n    headers: { a: cases }',
      ['map/unused-header', 3, 'a', { nearest: [] }],
    ],
  ])('is warned of: %s', (_, map, [code, ...rest]) => {
    expect(unused(map, FILE)).toEqual([[code, 'warning', ...rest]]);
  });

  it.each([
    'headers: { "số vụ": cases }',
    'headers: { "Số vụ (vụ)": cases }',
    'ignore: [PEOPLE]',
    'files: { "CONG-AN*": { headers: { "Số vụ": cases } } }',
  ])('is not what a file has: %s', (map) => {
    expect(unused(map, FILE, ['khac.csv', 'code;khác\n1;2\n'])).toEqual([]);
  });

  it('is not known while a file cannot be read', () => {
    expect(unused('headers: { a: cases }', FILE, ['b.csv', ''])).toEqual([]);
  });

  it('is looked for among the indicators of a table of one figure a row', () => {
    const long = ['long.csv', 'code;chỉ tiêu;giá trị\n1;Số vụ phát hiện;2\n'] as const;
    expect(unused('headers: { "Số vụ phát hiện": cases }', long)).toEqual([]);
  });
});

describe('a column map that is wrong', () => {
  it.each<[string, string, readonly unknown[]]>([
    ['nothing', '', ['map/empty-file', undefined, undefined, null]],
    ['no YAML', 'headers: { a: [', ['criteria/yaml-syntax', 1]],
    ['an unknown key', 'header: { a: cases }', ['criteria/unknown-key', 1, 1, 'header']],
    ['an unknown key of a file', 'files: { "a*": { ignored: [b] } }', ['criteria/unknown-key', 1, 18, 'ignored']],
    ['an unknown column', 'headers:\n  Số vụ: case', ['map/unknown-column', 2, 10, 'case']],
    ['a header twice', 'headers:\n  Hòa: cases\n  HOÀ: people', ['map/header-twice', 3, 3, 'HOÀ']],
    ['a header without a meaning', 'headers:\n  Số vụ:', ['criteria/wrong-form', 2]],
    ['headers as a list', 'headers: [cases]', ['criteria/wrong-form', 1, 10, '[…]']],
    ['what to ignore as a text', 'ignore: Ghi chú', ['criteria/wrong-form', 1, 9, 'Ghi chú']],
    ['files as a list', 'files: [a]', ['criteria/wrong-form', 1, 8, '[…]']],
    ['a list', '[a]', ['criteria/wrong-form', 1, 1, '[…]']],
  ])('%s', (_, text, expected) => {
    const result = parsed(text);
    const [first] = result.issues;
    expect([
      result.ok,
      [first?.code, first?.position?.line, first?.position?.column, first?.received].slice(0, expected.length),
    ]).toEqual([false, expected]);
  });

  it('offers the nearest column', () => {
    expect(parsed('headers: { a: peeple }').issues[0]?.args).toEqual({ nearest: ['people'] });
  });
});
