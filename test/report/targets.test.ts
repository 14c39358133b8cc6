import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { findGroupColumn } from '../../src/data/index.ts';
import { groupBy } from '../../src/rank/index.ts';
import {
  PLAIN,
  type Scored,
  type Style,
  writeMarkdown,
  writeResultWorkbook,
  writeTable,
} from '../../src/report/index.ts';
import { COMMUNES, scored } from './communes.ts';

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
