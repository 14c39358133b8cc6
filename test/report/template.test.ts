import { readdirSync, readFileSync } from 'node:fs';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { type CriteriaSet, parseCriteria, parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { parseRegistry, type RegisteredUnit, readCsv, readDataset } from '../../src/data/index.ts';
import { MISSING } from '../../src/formula/index.ts';
import type { Lang } from '../../src/messages/index.ts';
import { type TemplateSpec, writeTemplateCsv, writeTemplateWorkbook } from '../../src/report/index.ts';

const FOLDER = new URL('../../criteria/', import.meta.url);
const registry = parseRegistry(
  'code,name,type,province\n00004,Phường Ba Đình,phường,Thành phố Hà Nội\n00008,Phường Ngọc Hà,phường,Thành phố Hà Nội\n',
  'units.csv',
);
if (!registry.ok) throw new Error(JSON.stringify(registry.issues));
const UNITS: readonly RegisteredUnit[] = [...registry.value.units.values()];

function setIn(name: string): CriteriaSet | null {
  const parsed = parseSource(readFileSync(new URL(name, FOLDER), 'utf8'), name);
  const resolved = parsed.ok ? resolveReadings(parsed.value) : parsed;
  return resolved.ok ? resolved.value : null;
}

/** Every shipped set that can be filled in: those above others have no data of their own. */
const SETS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('.cases.yaml'))
  .flatMap((name) => setIn(name) ?? [])
  .filter(({ from }) => from === null);
const specOf = (set: CriteriaSet): TemplateSpec => ({ set, units: UNITS, about: ['province', 'type'], period: null });
const ways = SETS.flatMap((set) =>
  (['vi', 'en'] as const).map((lang): [string, Lang, CriteriaSet] => [set.id, lang, set]),
);

/** A cell of each type as somebody fills it in. */
function filling(set: CriteriaSet, id: string): string {
  const indicator = set.indicators.get(id);
  if (indicator === undefined) return '';
  switch (indicator.type) {
    case 'boolean':
      return 'có';
    case 'choice':
      return [...indicator.values.keys()][0] ?? '';
    case 'percent':
      return '50%';
    case 'count':
    case 'decimal':
      return '7';
    default:
      return indicator.type satisfies never;
  }
}

describe('a blank file', () => {
  it('shows a unit of its level as an example', () => {
    const about = ['type', 'commune'] as const;
    const examples = SETS.map((set) => {
      const [, example = ''] =
        /^Ví dụ: (.*)$/mu.exec(writeTemplateCsv({ ...specOf(set), about }, { lang: 'vi' })) ?? [];
      return `${set.unit}: ${example.split(',').slice(0, 4).join(',')}`;
    });
    expect([...new Set(examples)].sort()).toEqual([
      'commune: 00004,Phường Ba Đình,phường,Phường Ba Đình',
      'hamlet: 00004-01,Tổ dân phố số 1,tổ dân phố,Phường Ba Đình',
      'province: 01,Thành phố Hà Nội,thành phố,Phường Ba Đình',
    ]);
  });

  it('there is one for every set', () => {
    expect(SETS.length).toBeGreaterThan(5);
  });

  it.each(ways)('for %s in %s is read without a fault, its units there and its figures missing', (_, lang, set) => {
    for (const excel of [false, true]) {
      const { units, columns, issues } = readCsv(
        { name: 'a.csv', text: writeTemplateCsv(specOf(set), { lang, excel }) },
        set,
      );
      expect(issues.map(({ code }) => code)).toEqual(['data/rows-above-header']);
      expect(units.code).toEqual(['00004', '00008']);
      expect(units.name).toEqual(['Phường Ba Đình', 'Phường Ngọc Hà']);
      const owed = [...set.indicators.values()].filter(({ rollup }) => rollup === null).map(({ id }) => id);
      expect([...columns.keys()]).toEqual(owed);
      for (const column of columns.values())
        expect([...column.values].every((value) => Number.isNaN(value) || value === MISSING)).toBe(true);
    }
  });

  it.each(ways)('for %s in %s is read once it is filled in', (_, lang, set) => {
    const lines = writeTemplateCsv(specOf(set), { lang, excel: true }).trimEnd().split('\r\n');
    const header = (lines.at(-3) ?? '').split(';');
    const filled = lines.map((line, index) =>
      index < lines.length - 2
        ? line
        : line
            .split(';')
            .map((cell, field) => cell || filling(set, header[field] ?? ''))
            .join(';'),
    );
    const { columns, issues } = readCsv({ name: 'a.csv', text: filled.join('\r\n') }, set);
    expect(issues.map(({ code }) => code)).toEqual(['data/rows-above-header']);
    for (const column of columns.values())
      expect([...column.values].some((value) => Number.isNaN(value) || value === MISSING)).toBe(false);
  });

  it('as a workbook holds the same cells, stays the same, and is read once it is filled in', async () => {
    const [set] = SETS.filter(({ id }) => id === 'vn-drug-free@2025');
    if (set === undefined) throw new Error('the set is not there');
    const bytes = await writeTemplateWorkbook(specOf(set), 'vi');
    expect(await writeTemplateWorkbook(specOf(set), 'vi')).toEqual(bytes);
    const cells = await readSheet(Buffer.from(bytes), 1);
    const header = cells[5] ?? [];
    expect(header.slice(0, 5)).toEqual(['code', 'name', 'province', 'type', 'residents']);
    const filled = cells.map((row, line) =>
      row.map((cell, field) => {
        const value = line < 6 || cell !== null ? String(cell ?? '') : filling(set, String(header[field] ?? ''));
        return value === '' ? null : { value, type: String };
      }),
    );
    const own = new Uint8Array(await writeXlsxFile(filled).toBuffer());
    const { rows, issues } = await readDataset({ name: 'a.xlsx', bytes: own }, set);
    expect([rows, issues.map(({ code }) => code)]).toEqual([2, ['data/rows-above-header']]);
  });
});

describe.each(['vi', 'en'] as const)('in %s', (lang) => {
  it('tells labels, units, allowed values and an example', async () => {
    const [set] = SETS.filter(({ id }) => id === 'vn-drug-free@2025');
    if (set === undefined) throw new Error('the set is not there');
    await expect(writeTemplateCsv(specOf(set), { lang })).toMatchFileSnapshot(
      `../../fixtures/check/template.${lang}.csv`,
    );
  });

  it('gives examples that it allows itself', () => {
    const text = `family: sheet
version: "1"
status: draft
title: Sheet
unit: commune
effective: { from: "2025-01-01" }
period: { kind: year, from: "01-01", to: "12-31" }
indicators:
  people: { label: People, type: count, min: 1, max: 100 }
  many: { label: Many, type: count, min: 10000 }
  area: { label: Area, type: decimal, max: 2.5 }
  treated: { label: Treated, type: percent, min: 50%, max: 100% }
criteria:
  A: { title: A, test: people >= 1 and many >= 1 and area >= 1 and treated >= 60% }
classes:
  yes: { label: Yes, certifies: true, when: A }
  no: { label: No, when: otherwise }
`;
    const parsed = parseCriteria(text, { file: 'sheet.yaml' });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const lines = writeTemplateCsv(specOf(parsed.value), { lang }).split(/\r?\n/u);
    const expected = {
      vi: [
        'số nguyên từ 1 đến 100',
        'số nguyên từ 10.000',
        '"số từ 0 đến 2,5"',
        '"tỷ lệ, có dấu %, từ 50 % đến 100 %"',
        '100',
        '10000',
        '"2,5"',
        '50%',
      ],
      en: [
        'whole number from 1 to 100',
        '"whole number from 10,000"',
        'number from 0 to 2.5',
        '"percentage, with its % sign, from 50% to 100%"',
        '100',
        '10000',
        '2.5',
        '50%',
      ],
    };
    for (const cell of expected[lang]) expect(lines.join('\n')).toContain(cell);
  });
});
