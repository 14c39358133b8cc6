import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { assemble, findGroupColumn, parseRegistry, readCsv } from '../../src/data/index.ts';
import { writeScorePage } from '../../src/page/index.ts';
import { groupBy, rank, summarise } from '../../src/rank/index.ts';
import {
  PLAIN,
  type Scored,
  type Style,
  writeJson,
  writeMarkdown,
  writeResultWorkbook,
  writeTable,
} from '../../src/report/index.ts';
import { COMMUNES, criteria, scored } from './communes.ts';

const style = (lang: 'vi' | 'en'): Style => ({ lang, width: 150, paint: PLAIN });

/** Nine communes of which one is certified and one may be; half of them are five. */
function oneOpen(): Scored {
  const open = scored(COMMUNES.replace(/^(31105.*,none),0,/mu, '$1,,'));
  const { assessments } = open;
  const column = findGroupColumn(assessments.dataset, assessments.program.set, 'province');
  if (!column.ok) throw new Error('there is no such column');
  return { ...open, groups: groupBy(assessments, column.column) };
}

describe('how many units a target lacks while some are open', () => {
  it('is the least and the most in sentences', () => {
    expect(writeTable(oneOpen(), style('vi'))).toContain('đạt 1 → chưa đạt, còn thiếu 3–4 đơn vị');
    expect(writeTable(oneOpen(), style('en'))).toContain('has 1 → not met, 3–4 more to go');
    expect(writeMarkdown(oneOpen(), style('vi'))).toContain('chưa đạt, còn thiếu 3–4 đơn vị');
  });

  it('is the least and the most in tables', async () => {
    expect(writeTable(oneOpen(), style('en'))).toContain('3–4 more to go (needs 5)');
    const sheets = await readXlsxFile(Buffer.from(await writeResultWorkbook(oneOpen(), 'en')));
    const [totals] = sheets;
    const target = (until: number) => totals?.data.find(([first]) => String(first).endsWith(` ${until}`));
    expect(target(2030)?.slice(2, 5)).toEqual([5, 1, '3–4']);
    // One more would be enough for the nearer target: it may lack none.
    expect(target(2025)?.slice(2, 5)).toEqual([2, 1, '0–1']);
    const groups = sheets.find(({ data }) => data.some((row) => row.includes('3–4 more to go (needs 5)')));
    expect(groups).toBeDefined();
  });

  it('is one number where none is open', () => {
    expect(writeTable(scored(), style('en'))).toContain('not met, 3 more to go');
  });
});

describe('a target of which a registry knows more units than there are figures of', () => {
  const REGISTRY = `code,name,type,province
${Array.from({ length: 45 }, (_, place) => `${30_001 + place},Xã ${place + 1},xã,Tỉnh An`).join('\n')}
`;
  /** Three units of 45, of which two are certified: nine would be enough. */
  function fewOfMany(): Scored {
    const set = criteria();
    const registry = parseRegistry(REGISTRY, 'units.csv');
    if (!registry.ok) throw new Error('the registry cannot be read');
    const [header = '', clean = '', , third = ''] = COMMUNES.split('\n');
    const unit = (line: string, place: number): string =>
      line.replace(/^\d+,[^,]+,[^,]+,[^,]+/u, `${place},Xã ${place - 30_000},Tỉnh An,xã`);
    const text = [header, unit(clean, 30_001), unit(clean, 30_002), unit(third, 30_003)].join('\n');
    const part = readCsv({ name: 'a.csv', text }, set, { isPart: true });
    const assessments = compile(set).assess(assemble([part], set, { registry: registry.value }));
    const column = findGroupColumn(assessments.dataset, set, 'province');
    if (!column.ok) throw new Error('there is no such column');
    return {
      assessments,
      ranking: rank(assessments),
      summary: summarise(assessments),
      groups: groupBy(assessments, column.column),
      provenance: { version: '0.0.0', options: {}, period: '2025', issues: [] },
    };
  }

  it.each(['vi', 'en'] as const)('is not certain in any format, in %s', async (lang) => {
    const all = fewOfMany();
    const [whole, group] =
      lang === 'vi'
        ? [
            'cần 9, đạt 2 → chưa xác định, còn có thể thiếu đến 7 đơn vị; 42 đơn vị trong danh mục không có số liệu',
            'chưa rõ, còn có thể thiếu đến 7 (cần 9; 42 đơn vị không có số liệu)',
          ]
        : [
            'needs 9, has 2 → undetermined, up to 7 more to go; 42 units of the registry without figures',
            'undetermined, up to 7 more to go (needs 9; 42 without figures)',
          ];
    const wide = { ...style(lang), width: 1000 };
    for (const page of [writeTable(all, wide), writeMarkdown(all, wide), writeScorePage(all, wide)])
      for (const text of [whole, group]) expect(page.replaceAll(/\s+/gu, ' ')).toContain(text);
    const cells = (await readXlsxFile(Buffer.from(await writeResultWorkbook(all, lang)))).flatMap(({ data }) => data);
    expect(cells.find((row) => String(row[0]).endsWith(' 2025'))?.slice(2, 5)).toEqual([9, 2, '0–7']);
    expect(cells.flat()).toContain(group);
  });

  it('stands in JSON with how many are missing', () => {
    const result: unknown = JSON.parse(writeJson(fewOfMany(), style('en')));
    const target = {
      units: 45,
      missing: 42,
      needed: 9,
      certified: 2,
      stillNeeded: 7,
      stillNeededAtLeast: 0,
      met: null,
    };
    expect(result).toMatchObject({
      summary: { targets: [target, {}] },
      groups: { groups: [{ targets: [target, {}] }] },
    });
  });
});
