import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import {
  assemble,
  findUnitByName,
  parseRegistry,
  provincesNamed,
  type RegisteredUnit,
  type Registry,
  readCsv,
} from '../../src/data/index.ts';
import { withoutDiacritics } from '../../src/data/canonical-key.ts';
import { type Issue, messagesIn, sentence } from '../../src/messages/index.ts';
import { ONE_COUNT } from './set.ts';

const TEXT = readFileSync(new URL('../../criteria/registry/units-vn-2025.csv', import.meta.url), 'utf8');
const registryOf = (text: string): Registry => {
  const result = parseRegistry(text, 'units.csv');
  if (!result.ok) throw new Error(result.issues.map((found) => sentence(found, 'en')).join('\n'));
  return result.value;
};
const VN = registryOf(TEXT);
const UNITS = [...VN.units.values()];

/** The other place of the tone in open oa, oe, uy: hòa and hoà. */
function otherToneStyle(name: string): string {
  const open = /([ou])([\u0300\u0301\u0303\u0309\u0323]?)([aey])([\u0300\u0301\u0303\u0309\u0323]?)(?![\p{L}\p{M}])/giu;
  return name.normalize('NFD').replace(open, '$1$4$3$2').normalize('NFC');
}
const withoutPrefix = (name: string): string => name.replace(/^(?:Xã|Phường|Đặc khu) /, '');

/** What a name stands for in its province. */
function resolve(unit: RegisteredUnit, typed: string, marksLeftOut = false): string {
  const match = findUnitByName(typed, provincesNamed(VN, unit.province ?? ''), marksLeftOut);
  return match.kind === 'found' ? match.unit.code : match.kind;
}

describe('every unit of 2025 is found in its province', () => {
  const spellings: readonly (readonly [string, (name: string) => string])[] = [
    ['as registered', (name) => name],
    ['with the other tone style', otherToneStyle],
    ['decomposed', (name) => name.normalize('NFD')],
    ['in capitals', (name) => name.toUpperCase()],
    ['with no-break spaces', (name) => name.replaceAll(' ', '\u00a0')],
    ['without the prefix', withoutPrefix],
    [
      'in capitals, other tone style, decomposed, without the prefix',
      (name) => otherToneStyle(withoutPrefix(name)).toUpperCase().normalize('NFD'),
    ],
    ['with a shortened prefix', (name) => name.replace(/^Xã /, 'X. ').replace(/^Phường /, 'P.')],
    ['with curly apostrophes', (name) => name.replaceAll("'", '’')],
  ];
  test.each(spellings)('%s', (_, spell) => {
    expect(UNITS.length).toBe(3321);
    expect(UNITS.filter((unit) => resolve(unit, spell(unit.name)) !== unit.code)).toEqual([]);
  });

  it('really changes the tone style of many names', () => {
    expect(UNITS.filter(({ name }) => otherToneStyle(name) !== name).length).toBeGreaterThan(50);
  });

  it.each([
    ['with the prefix', (name: string) => name, 16],
    ['without the prefix', withoutPrefix, 20],
  ])('typed without diacritics %s, all but the ambiguous ones', (_, spell, count) => {
    const plain = (unit: RegisteredUnit): string => withoutDiacritics(spell(unit.name).toLowerCase());
    const resolved = new Map(UNITS.map((unit) => [unit, resolve(unit, plain(unit), true)]));
    const ambiguous = UNITS.filter((unit) => resolved.get(unit) === 'ambiguous');
    const wrong = UNITS.filter((unit) => ![unit.code, 'ambiguous'].includes(resolved.get(unit) ?? ''));
    expect([ambiguous.length, wrong]).toEqual([count, []]);
    const sharing = new Map<string, number>();
    for (const unit of UNITS)
      sharing.set(`${unit.province}${plain(unit)}`, (sharing.get(`${unit.province}${plain(unit)}`) ?? 0) + 1);
    expect(ambiguous.every((unit) => (sharing.get(`${unit.province}${plain(unit)}`) ?? 0) > 1)).toBe(true);
  });
});

describe('a registry file', () => {
  it('may have Vietnamese headers, other delimiters and only codes and names', () => {
    const { units } = registryOf('\uFEFFMã xã;Tên xã\r\n00004;Phường Ba Đình\r\n');
    expect([...units.values()]).toEqual([
      { code: '00004', name: 'Phường Ba Đình', type: null, district: null, province: null, provinceCode: null },
    ]);
  });

  it.each<[string, string, readonly unknown[]]>([
    ['no columns', 'a,b\n1,2\n', [['registry/missing-columns', 1, undefined]]],
    ['no rows', 'code,name\n', [['data/no-rows', 1, undefined]]],
    ['nothing', '', [['data/empty-file', undefined, undefined]]],
    ['a blank name', 'code,name\n1,\n', [['registry/missing-name', 2, 2]]],
    ['a blank code', 'code,name\n,A\n', [['data/missing-code', 2, 1]]],
    ['a code twice', 'code,name\n1,A\n1,B\n', [['data/duplicate-unit', 3, 1]]],
  ])('with %s is refused', (_, text, expected) => {
    const { ok, issues } = parseRegistry(text, 'units.csv');
    expect([ok, issues.map(({ code, position }) => [code, position?.line, position?.column])]).toEqual([
      false,
      expected,
    ]);
  });
});

const SMALL = registryOf(
  [
    'code,name,type,district,province_code,province',
    '00004,Phường Ba Đình,phường,,01,Thành phố Hà Nội',
    '00008,Phường Ngọc Hà,phường,,01,Thành phố Hà Nội',
    '16681,Phường Trường Vinh,phường,Vinh,40,Tỉnh Nghệ An',
    '16690,Xã Văn Lang,xã,Vinh,40,Tỉnh Nghệ An',
    '16693,Xã Văn Lăng,xã,Vinh,40,Tỉnh Nghệ An',
    '16696,Phường Ba Đình,phường,Vinh,40,Tỉnh Nghệ An',
  ].join('\n'),
);
const assembled = (...files: readonly string[]) =>
  assemble(
    files.map((text, index) => readCsv({ name: `${index + 1}.csv`, text }, ONE_COUNT, { isPart: true })),
    ONE_COUNT,
    { registry: SMALL },
  );
const told = (issues: readonly Issue[]) =>
  issues.map(({ code, severity, position, received }) => [code, severity, position?.line, position?.column, received]);
const NOT_MISSING = ({ code }: Issue): boolean => code !== 'registry/units-missing';

describe('units are accounted for', () => {
  it('lists the missing units of the provinces that the data are about, and no others', () => {
    const { issues } = assembled('code;name;cases\n00004;Ba Dinh;3\n');
    expect(issues).toMatchObject([
      {
        code: 'registry/units-missing',
        severity: 'warning',
        args: { province: 'Thành phố Hà Nội', units: [{ code: '00008', name: 'Phường Ngọc Hà' }], total: 1, of: 2 },
      },
    ]);
  });

  it('lists them for each period', () => {
    const { issues } = assembled('code;period;cases\n00004;2024;3\n00008;2024;3\n00004;2025;1\n');
    expect(issues.map(({ args }) => args)).toMatchObject([{ period: '2025', units: [{ code: '00008' }] }]);
  });

  it('fills in what the file does not say', () => {
    const { units } = assembled('code;province;cases\n16681;nghe an;3\n');
    expect([units.name, [...units.groups]]).toEqual([
      ['Phường Trường Vinh'],
      [
        ['province', ['Tỉnh Nghệ An']],
        ['type', ['phường']],
        ['district', ['Vinh']],
      ],
    ]);
  });

  it.each<[string, string, readonly unknown[]]>([
    ['an unknown code', '99999;Xã Văn Lang;3', ['registry/unknown-unit', 'error', 2, 1, '99999']],
    ['a name of another unit', '16690;Xã Văn Lăng;3', ['registry/name-differs', 'error', 2, 2, 'Xã Văn Lăng']],
    ['a name nobody has', '16690;Xã Công Thành;3', ['registry/name-differs', 'error', 2, 2, 'Xã Công Thành']],
  ])('%s is an error', (_, row, expected) => {
    expect(told(assembled(`code;name;cases\n${row}\n`).issues.filter(NOT_MISSING))).toEqual([expected]);
  });

  it('says whose the name is that stands beside a wrong code', () => {
    const { issues } = assembled('code;name;cases\n16690;Xã Văn Lăng;3\n');
    expect(issues.map(({ args }) => args)[0]).toMatchObject({ name: 'Xã Văn Lang', named: { code: '16693' } });
  });

  it.each(['Xã Văn Lang', 'văn lang', 'VAN LANG', 'X. Văn Lang', 'xã\u00a0Văn  Lang'.normalize('NFD')])(
    'takes the name “%s”',
    (name) => {
      expect(assembled(`code;name;cases\n16690;${name};3\n`).issues.filter(NOT_MISSING)).toEqual([]);
    },
  );

  it('is an error when code and province disagree', () => {
    const { issues } = assembled('code;province;cases\n16690;Hà Nội;3\n16681;40;2\n');
    expect(told(issues.filter(NOT_MISSING))).toEqual([['registry/province-differs', 'error', 2, 2, 'Hà Nội']]);
  });

  it('gives a code its zeros back, with a warning, and then finds a unit twice', () => {
    const { units, issues } = assembled('code;cases\n4;3\n8;1\n');
    expect([units.code, told(issues)]).toEqual([
      ['00004', '00008'],
      [
        ['data/leading-zero-restored', 'warning', 2, 1, '4'],
        ['data/leading-zero-restored', 'warning', 3, 1, '8'],
      ],
    ]);
  });
});

describe('a file without codes', () => {
  it('is read by names and provinces', () => {
    const { units, issues } = assembled('name;province;cases\nba đình;TP. Hà Nội;3\nBA ĐÌNH;nghe an;1\n');
    expect([units.code, issues.filter(NOT_MISSING)]).toEqual([['00004', '16696'], []]);
  });

  it.each<[string, string, readonly unknown[]]>([
    ['an ambiguous name', 'van lang;Nghệ An;1', ['registry/ambiguous-name', 'error', 2, 1, 'van lang']],
    ['a name of two provinces', 'Ba Đình;;1', ['registry/ambiguous-name', 'error', 2, 1, 'Ba Đình']],
    ['a misspelt name', 'Văn Lãng;Nghệ An;1', ['registry/unknown-name', 'error', 2, 1, 'Văn Lãng']],
    ['an unknown province', 'Ba Đình;Nghệ Tĩnh;1', ['registry/unknown-province', 'error', 2, 2, 'Nghệ Tĩnh']],
    ['no name', ';Nghệ An;1', ['registry/no-identity', 'error', 2, 1, null]],
  ])('%s is never guessed', (_, row, expected) => {
    expect(told(assembled(`name;province;cases\n${row}\n`).issues.filter(NOT_MISSING))).toEqual([expected]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['Phường Bình Đức', ['2'], []],
    ['P. Bình Đức', ['2'], []],
    ['PHUONG BINH DUC', ['2'], []],
    ['xã Bình Đức', ['1'], []],
    ['Bình Đức', [''], ['registry/ambiguous-name']],
    ['TT Bình Đức', [''], ['registry/ambiguous-name']],
    ['Phường Phú Hữu', ['3'], ['registry/other-type']],
    ['TT. Phú Hữu', ['3'], ['registry/other-type']],
    ['phuong phu huu', ['3'], ['registry/other-type']],
    ['Phú Hữu', ['3'], []],
  ])('finds a unit of the kind that the name says before any other: %s', (name, codes, expected) => {
    const registry = registryOf(
      'code,name,province\n1,Xã Bình Đức,Tỉnh Tây Ninh\n2,Phường Bình Đức,Tỉnh An Giang\n3,Xã Phú Hữu,Tỉnh An Giang\n',
    );
    const part = readCsv({ name: 'a.csv', text: `name;cases\n${name};1\n` }, ONE_COUNT, { isPart: true });
    const { units, issues } = assemble([part], ONE_COUNT, { registry });
    expect([units.code, issues.filter(NOT_MISSING).map(({ code }) => code)]).toEqual([codes, expected]);
  });

  it('offers the candidates of an ambiguous name with their provinces', () => {
    const { issues } = assembled('name;cases\nBa Đình;1\n');
    expect(issues[0]?.args).toEqual({
      units: [
        { code: '00004', name: 'Phường Ba Đình, Thành phố Hà Nội' },
        { code: '16696', name: 'Phường Ba Đình, Tỉnh Nghệ An' },
      ],
      total: 2,
    });
  });

  it('typed without any diacritics leaves a name open that is right only as written', () => {
    const rows = (other: string): string => `name;province;cases\nThanh An;HCM;1\n${other};HCM;1\n`;
    const registry = registryOf('code,name,province\n1,Xã Thanh An,HCM\n2,Xã Thạnh An,HCM\n3,Xã Bình Mỹ,HCM\n');
    const codes = (other: string): unknown =>
      assemble([readCsv({ name: 'a.csv', text: rows(other) }, ONE_COUNT, { isPart: true })], ONE_COUNT, { registry })
        .units.code;
    expect([codes('Bình Mỹ'), codes('Binh My')]).toEqual([
      ['1', '3'],
      ['', '3'],
    ]);
  });

  it('offers the units whose names are most like a misspelt one', () => {
    const { issues } = assembled('name;province;cases\nTruong Vin;Nghệ An;1\n');
    expect(issues[0]?.args).toEqual({ nearest: [{ code: '16681', name: 'Phường Trường Vinh' }] });
  });

  it('is looked up in the provinces of the files with codes', () => {
    const { units, issues } = assembled('code;cases\n16681;1\n', 'name;cases\nBa Đình;2\n');
    expect([units.code, issues.filter(NOT_MISSING)]).toEqual([['16681', '16696'], []]);
  });

  it('refuses two rows that are one unit', () => {
    const { issues } = assembled('name;province;cases\nPhường Trường Vinh;Nghệ An;1\nTruong Vinh;Nghệ An;1\n');
    expect(told(issues.filter(NOT_MISSING))).toEqual([['data/duplicate-unit', 'error', 3, 1, 'Truong Vinh']]);
  });
});

test('every sentence is there in both languages', () => {
  const { issues } = assembled(
    'code;name;province;cases\n99999;Xã Văn Lang;Nghệ An;3\n16690;Xã X;Hà Nội;1\n4;;;1\n',
    'name;province;cases\nvan lang;Nghệ An;1\nxx;Nghệ An;1\nA;B;1\n;;1\n',
  );
  expect(issues.length).toBeGreaterThan(7);
  for (const found of issues) {
    expect(Object.keys(messagesIn('vi').issues)).toContain(found.code);
    for (const lang of ['vi', 'en'] as const) expect(sentence(found, lang)).not.toMatch(/undefined|\[object|null/);
  }
});
