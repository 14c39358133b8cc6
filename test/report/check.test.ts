import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { assemble, type DataFile, readDataset, readGrid } from '../../src/data/index.ts';
import { issue, type Lang } from '../../src/messages/index.ts';
import {
  type CheckedData,
  PLAIN,
  writeCheckCsv,
  writeCheckJson,
  writeCheckPage,
  writeCheckWorkbook,
} from '../../src/report/index.ts';

/** Two offices and one figure that nobody owes. */
const CRITERIA = `
family: offices
version: "1"
status: draft
title: { vi: Hai cơ quan, en: Two offices }
unit: commune
effective: { from: "2025-01-01" }
period: { kind: year, from: "01-01", to: "12-31" }
sources: { test: { document: Test } }
indicators:
  cases: { label: { vi: Số vụ, en: Cases }, type: count, measured: period, provider: { vi: Công an tỉnh, en: Police } }
  addicts: { label: { vi: Người nghiện, en: Addicts }, type: count, measured: end, provider: { vi: Công an tỉnh, en: Police } }
  treated: { label: { vi: Người được điều trị, en: Treated }, type: count, measured: end, provider: { vi: Sở Y tế, en: Health } }
  planned: { label: { vi: Có kế hoạch, en: Planned }, type: boolean, measured: end }
criteria:
  A: { title: { vi: A, en: A }, cite: test Đ1, test: cases + addicts + treated == 0 and planned }
classes:
  good: { label: { vi: Tốt, en: Good }, when: A, certifies: true }
  other: { label: { vi: Khác, en: Other }, when: otherwise }
rank: [{ by: class }]
`;
const parsed = parseSource(CRITERIA, 'offices.yaml');
const resolved = parsed.ok ? resolveReadings(parsed.value) : parsed;
if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
const SET = resolved.value;

const POLICE = `Mã,Tên,Số vụ,Người nghiện,Họ và tên
00004,Phường Ba Đình,ba,1,Nguyễn Văn A
00008,Phường Ngọc Hà,-1,,Trần Thị B
00025,Phường Giảng Võ,mười,x,Lê Văn C
`;
const HEALTH = [
  ['BÁO CÁO <Sở Y tế> & các đơn vị', null, null, null],
  ['Mã', 'Tên', 'Người được điều trị', 'Có kế hoạch'],
  ['00004', 'Phường Ba Đình', 1.5, 'có'],
  ['00008', 'Phường Ngọc Hà', null, 'có lẽ'],
  ['00025', 'Phường Giảng Võ', 3, 'không'],
] as const;

const excelFile = async (): Promise<DataFile> => {
  const rows = HEALTH.map((row, line) =>
    row.map((value, column) =>
      value === null ? null : { value, ...(line === 0 && column === 0 ? { columnSpan: 4 } : {}) },
    ),
  );
  return { name: 'health.xlsx', bytes: new Uint8Array(await writeXlsxFile(rows, { sheet: 'Biểu 1' }).toBuffer()) };
};
const FILES: readonly DataFile[] = [{ name: 'data/police.csv', text: POLICE }, await excelFile()];

async function checkedOf(files: readonly DataFile[], kept = 1000): Promise<CheckedData> {
  const parts = [];
  for (const file of files) parts.push(await readDataset(file, SET, { isPart: true, kept }));
  const dataset = assemble(parts, SET);
  return { issues: dataset.issues, set: SET, dataset };
}

async function gridsOf(files: readonly DataFile[]) {
  const grids = [];
  for (const file of files) {
    const grid = await readGrid(file);
    if (grid.ok) grids.push(grid.value);
  }
  return grids;
}

const golden = (name: string): string => `../../fixtures/check/${name}`;
const LANGS: readonly Lang[] = ['vi', 'en'];
const checked = await checkedOf(FILES);

describe.each(LANGS)('in %s', (lang) => {
  it('the page groups problems by file and office, with counts', async () => {
    await expect(writeCheckPage(checked, { lang, width: 100, paint: PLAIN })).toMatchFileSnapshot(
      golden(`page.${lang}.txt`),
    );
  });

  it('CSV has a row for each problem and each missing figure', async () => {
    await expect(writeCheckCsv(checked, { lang })).toMatchFileSnapshot(golden(`problems.${lang}.csv`));
  });

  it('JSON tells the office of each problem', async () => {
    await expect(writeCheckJson(checked, lang)).toMatchFileSnapshot(golden(`problems.${lang}.json`));
  });
});

describe('counts', () => {
  it('hold those that were not kept', async () => {
    const rows = Array.from({ length: 50 }, (_, row) => `${String(row).padStart(5, '0')},x,0,0,có`);
    const text = `code,cases,addicts,treated,planned\n${rows.join('\n')}\n`;
    const page = writeCheckPage(await checkedOf([{ name: 'a.csv', text }], 10), {
      lang: 'en',
      width: 100,
      paint: PLAIN,
    });
    expect(page).toContain('Police: 50 errors');
    expect(page).toContain('+ 49 more cells of this kind: 3:2 “x”; 4:2 “x”;');
  });

  it('name the blanks of a column whose numbers are written in two ways, and no number as missing', async () => {
    const rows = ['00004,1,1.000,0,có', '00008,,"1,000",0,có', '00013,1,,0,có', '00016,1,-,0,có'];
    const text = `code,cases,addicts,treated,planned\n${rows.join('\n')}\n`;
    const page = writeCheckPage(await checkedOf([{ name: 'a.csv', text }]), { lang: 'en', width: 100, paint: PLAIN });
    expect(page).toContain('Addicts: 2 units: 00013, 4:3; 00016, 5:3');
    expect(page).toContain('Missing figures: 3 cells');
  });

  it('say nothing of sound data but what is missing', async () => {
    const text = 'code,cases,addicts,treated,planned\n00004,1,,0,có\n';
    const page = writeCheckPage(await checkedOf([{ name: 'a.csv', text }]), { lang: 'en', width: 100, paint: PLAIN });
    expect(page).toBe(
      'Nothing wrong was found in the data.\n\nMissing figures: 1 cell\n  Police: 1 cell\n    Addicts: 1 unit: 00004, 2:3\n',
    );
  });
});

describe('without warnings', () => {
  const quiet = { lang: 'en', width: 100, paint: PLAIN, isQuiet: true } as const;
  const warning = (text: string) =>
    checkedOf([{ name: 'a.csv', text: `code,cases,addicts,treated,planned,note\n${text}` }]);

  it('errors are told all the same', async () => {
    const both = await warning('00004,x,0,0,có,a\n');
    expect(both.issues.map(({ severity }) => severity).sort()).toEqual(['error', 'warning']);
    expect(writeCheckPage(both, quiet)).toContain('1 error');
    expect(writeCheckPage(both, quiet)).not.toContain('note');
  });

  it('nothing is told of what is only warned of, not even that it is sound', async () => {
    expect(writeCheckPage(await warning('00004,1,0,0,có,a\n'), quiet)).toBe('');
    expect(writeCheckPage(await warning('00004,1,,0,có,a\n'), quiet)).toMatch(/^Missing figures: 1 cell/u);
  });
});

describe('the marked workbook', async () => {
  const bytes = await writeCheckWorkbook(checked, await gridsOf(FILES), 'vi');
  const parts = unzipSync(bytes);
  const textOf = (name: string): string => new TextDecoder().decode(parts[name] ?? new Uint8Array());
  const sheet = (number: number): Promise<unknown[][]> => readSheet(Buffer.from(bytes), number);
  /** The comments of a sheet by cell. */
  const comments = (number: number): ReadonlyMap<string, string> =>
    new Map(
      [
        ...textOf(`xl/comments${number}.xml`).matchAll(
          /<comment ref="([A-Z]+\d+)".*?<t xml:space="preserve">(.*?)<\/t>/gs,
        ),
      ].map(([, cell = '', text = '']) => [cell, text] as const),
    );

  it('is the same bytes each time', async () => {
    expect(await writeCheckWorkbook(checked, await gridsOf(FILES), 'vi')).toEqual(bytes);
  });

  it('lists problems and missing figures first', async () => {
    const [head, ...rows] = await sheet(1);
    expect(head).toEqual([
      'Tệp',
      'Trang tính',
      'Ô',
      'Dòng',
      'Cột',
      'Mức',
      'Cơ quan cung cấp',
      'Chỉ tiêu',
      'Giá trị trong ô',
      'Nội dung',
      'Mã lỗi',
    ]);
    expect(rows).toHaveLength(checked.issues.length);
    expect(await sheet(2)).toHaveLength(1 + 2);
  });

  it('copies a CSV file cell by cell, without the column about persons', async () => {
    expect(await sheet(3)).toEqual([
      ['Mã', 'Tên', 'Số vụ', 'Người nghiện', 'Họ và tên'],
      ['00004', 'Phường Ba Đình', 'ba', '1', null],
      ['00008', 'Phường Ngọc Hà', '-1', null, null],
      ['00025', 'Phường Giảng Võ', 'mười', 'x', null],
    ]);
    expect(
      Object.keys(parts)
        .map((name) => textOf(name))
        .join(''),
    ).not.toMatch(/Nguyễn|Trần|Lê Văn/);
  });

  it('copies a sheet of a workbook, its merged cells merged', async () => {
    expect(await sheet(4)).toEqual(HEALTH.map((row) => [...row]));
    expect(textOf('xl/worksheets/sheet4.xml')).toContain('<mergeCell ref="A1:D1"/>');
  });

  it('comments on every cell at fault, and on no other', () => {
    expect([...comments(3).keys()]).toEqual(['E1', 'C2', 'C3', 'C4', 'D4']);
    expect([...comments(4).keys()]).toEqual(['C3', 'D4']);
    expect(comments(3).get('C2')).toContain('“ba” không phải là số');
    expect(comments(3).get('E1')).toContain('dữ liệu cá nhân');
  });

  it('colours them, and cells without a figure in another colour', () => {
    const fillOf = (number: number, cell: string): string => {
      const [, style = '0'] =
        new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(textOf(`xl/worksheets/sheet${number}.xml`)) ?? [];
      const [formats = ''] = /<cellXfs.*?<\/cellXfs>/s.exec(textOf('xl/styles.xml')) ?? [];
      const [format = ''] = [...formats.matchAll(/<xf\b[^>]*>/g)][Number(style)] ?? [];
      const fill = /fillId="(\d+)"/.exec(format)?.[1] ?? '0';
      const fills = [...textOf('xl/styles.xml').matchAll(/<fill>(.*?)<\/fill>/gs)];
      return /<fgColor rgb="FF(\w{6})"/i.exec(fills[Number(fill)]?.[1] ?? '')?.[1] ?? 'none';
    };
    expect([fillOf(3, 'C2'), fillOf(3, 'D3'), fillOf(3, 'D2'), fillOf(4, 'C3')]).toEqual([
      'FFC7CE',
      'E4DFEC',
      'none',
      'FFC7CE',
    ]);
  });

  it('has all that a spreadsheet asks of comments', () => {
    expect(textOf('[Content_Types].xml')).toContain('PartName="/xl/comments3.xml"');
    expect(textOf('[Content_Types].xml')).toContain('Extension="vml"');
    expect(textOf('xl/worksheets/_rels/sheet3.xml.rels')).toContain('Target="../comments3.xml"');
    expect(textOf('xl/worksheets/sheet3.xml')).toMatch(/<legacyDrawing r:id="rId-comments-boxes"\/><\/worksheet>$/);
    expect(textOf('xl/drawings/comments3.vml').match(/<x:ClientData/g)).toHaveLength(comments(3).size);
  });
});

it('names the units that the sentence about a registry has only counted, and says that these are they', () => {
  const units = Array.from({ length: 23 }, (_, place) => ({ code: String(place + 1), name: `Xã ${place + 1}` }));
  const args = { province: null, period: null, units, total: 23, of: 102 };
  const missing = issue('registry/units-missing', args);
  const page = (lang: Lang): string =>
    writeCheckPage({ issues: [missing], set: SET, dataset: null }, { lang, width: 200, paint: PLAIN });
  expect(page('vi')).toContain('và 3 đơn vị khác');
  expect(page('vi')).toContain('+ 3 đơn vị khác là: Xã 21 (21); Xã 22 (22); Xã 23 (23)');
  expect(page('en')).toContain('+ the other 3: Xã 21 (21); Xã 22 (22); Xã 23 (23)');
});
