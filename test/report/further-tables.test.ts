import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { compareAssessments } from '../../src/compare/index.ts';
import { findGroupColumn } from '../../src/data/index.ts';
import { groupBy } from '../../src/rank/index.ts';
import { writeScorePage } from '../../src/page/index.ts';
import { PLAIN, type Scored, writeMarkdown, writeResultWorkbook, writeTable } from '../../src/report/index.ts';
import { COMMUNES, criteria, scored } from './communes.ts';

/** The communes grouped by their kind, supposing that one of them has no points any more. */
function asked(): Scored {
  const real = scored();
  const supposed = scored(COMMUNES.replace('16900,0,0,1,', '16900,0,0,0,'));
  const { assessments } = supposed;
  const column = findGroupColumn(assessments.dataset, assessments.program.set, 'type');
  if (!column.ok) throw new Error('there is no such column');
  const sides = compareAssessments(real.assessments, assessments, {
    pairBy: 'code-and-period',
    before: { ranking: real.ranking },
    after: { ranking: supposed.ranking },
  });
  return {
    ...supposed,
    groups: groupBy(assessments, column.column),
    compared: { with: { kind: 'real-figures', suppositions: ['use_points=0'], units: ['30817'] }, sides },
  };
}

describe.each(['vi', 'en'] as const)('what was asked for beside, in %s', (lang) => {
  it('stands in Markdown', async () => {
    const page = writeMarkdown(asked(), { lang, width: 100, paint: PLAIN });
    await expect(page).toMatchFileSnapshot(`../../fixtures/report/communes-what-if.${lang}.md`);
  });

  it('has sheets of its own, each of which says that it is a what-if', async () => {
    const sheets = await readXlsxFile(Buffer.from(await writeResultWorkbook(asked(), lang)));
    const own = lang === 'vi' ? ['Theo nhóm', 'So sánh', 'Từ loại sang loại', 'Đơn vị thay đổi'] : null;
    const names = own ?? ['By group', 'Comparison', 'From class to class', 'Units that moved'];
    expect(sheets.map(({ sheet }) => sheet).slice(2, 6)).toEqual(names);
    const found = sheets.find(({ data }) => data.some((row) => row[1] === 'xã' || row[0] === 'xã'));
    expect(found?.data.find((row) => row[0] === 'xã')?.[1]).toBe(8);
    expect(sheets.some(({ data }) => data.some(([code]) => code === '30817') && data[2]?.length === 4)).toBe(true);
    for (const { data } of sheets) expect(String(data[0]?.[0])).toContain('use_points=0');
  });
});

it('says of criteria without readings, in every form, that no clause has more than one', async () => {
  const one = criteria();
  const all = { ...scored(COMMUNES, { ...one, readings: new Map(), chosen: {} }), otherReadings: [] };
  const style = { lang: 'en', width: 200, paint: PLAIN } as const;
  const sheets = await readXlsxFile(Buffer.from(await writeResultWorkbook(all, 'en')));
  const workbook = sheets.flatMap(({ data }) => data.flat()).join('\n');
  for (const page of [writeTable(all, style), writeMarkdown(all, style), writeScorePage(all, style), workbook])
    expect(page).toContain('No clause of these criteria has more than one reading.');
});

it.each([
  ['vi', 'Không có cách hiểu nào khác để thử.'],
  ['en', 'There is no other reading to try.'],
] as const)('says that there is no other reading to try, in %s', (lang, text) => {
  const page = writeMarkdown({ ...scored(), otherReadings: [] }, { lang, width: 100, paint: PLAIN });
  expect(page).toContain(text);
});
