import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readWhere, rowsWhere } from '../../src/assess/index.ts';
import { compareAssessments } from '../../src/compare/index.ts';
import { missingBehind } from '../../src/explain/index.ts';
import { writeScorePage } from '../../src/page/index.ts';
import {
  PLAIN,
  type Scored,
  shownTexts,
  writeMarkdown,
  writeRanking,
  writeResultWorkbook,
  writeTable,
} from '../../src/report/index.ts';
import { scored } from './communes.ts';

const style = { lang: 'en', width: 200, paint: PLAIN } as const;

/** The communes that a condition chooses, by the figures that one of them lacks. */
function where(condition: string, rest: Partial<Scored> = {}): Scored {
  const all = scored();
  const { assessments } = all;
  const formula = readWhere(condition, assessments.program.set, '--where');
  if (!formula.ok) throw new Error(condition);
  const { rows, open } = rowsWhere(assessments, formula.value);
  const missing = missingBehind(assessments, formula.value, open);
  return {
    ...all,
    rows,
    chosen: { units: rows.length, open: open.length, missing },
    provenance: { ...all.provenance, options: { where: condition } },
    ...rest,
  };
}

describe('which units a report shows', () => {
  it('says how many a condition leaves open, and which figures they lack', () => {
    expect(shownTexts(where('offenders_arrested == 0'), 'en')).toEqual([
      'Shown: 5 of 9 units, by the condition offenders_arrested == 0; not judged and left out: 1, missing Drug offenders arrested in the area. The summary is of all units.',
    ]);
  });

  it('names the figures behind the criteria of a condition', () => {
    expect(shownTexts(where('not III.b'), 'vi')[0]).toContain(
      'chưa xét được, không nêu, vì thiếu Số đối tượng phạm tội',
    );
  });

  it('says of what its totals are, whatever was chosen first', () => {
    const chosen = where('use_points > 0');
    const row = chosen.rows?.[0] ?? 0;
    const asked = { ...chosen, rows: [row], selection: { only: ['key_1'], top: null, of: chosen.rows?.length ?? 0 } };
    const [condition = '', selection = ''] = shownTexts(asked, 'en');
    expect(condition).toMatch(/^\d of 9 units meet the condition use_points > 0\b.* The summary is of all units\.$/u);
    expect(selection).toMatch(/^Shown: 1 of \d units that meet the condition: .* Totals are those of all 9 units\.$/u);
  });

  it('says that a comparison is of the chosen units only', () => {
    const { assessments, rows = [] } = where('use_points > 0');
    const side = { rows };
    const sides = compareAssessments(assessments, assessments, { before: side, after: side });
    const compared = { with: { kind: 'period', period: '2024' }, sides } as const;
    expect(shownTexts(where('use_points > 0', { compared }), 'en')[0]).toMatch(
      /what is compared is of those that meet/u,
    );
  });

  it('says of how many of all units it counts those near the line', () => {
    const asked = where('use_points > 0', { further: new Set(['near'] as const) });
    const counted = /^ *(\d) of (\d) units shown \(of 9 in all\) would change class/mu;
    expect(writeTable(asked, style)).toMatch(counted);
    expect(writeMarkdown(asked, style)).toMatch(counted);
    expect(writeScorePage(asked, style)).toContain('units shown (of 9 in all) would change class');
    expect(writeTable({ ...asked, rows: [] }, style)).toContain('None of the 0 units shown would change class');
    expect(writeMarkdown(scored(), style)).toMatch(/^\d of 9 units would change class/mu);
  });

  it('stands in every format', async () => {
    const row = 0;
    const asked = where('offenders_arrested == 0', {
      rows: [row],
      selection: { only: [], top: 1, of: 5 },
    });
    const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ').replaceAll('\\', '');
    const sheets = await readXlsxFile(Buffer.from(await writeResultWorkbook(asked, 'en')));
    const cells = sheets.map(({ data }) => data.flat().join(' '));
    for (const text of shownTexts(asked, 'en')) {
      expect(flat(writeTable(asked, style))).toContain(text);
      expect(flat(writeRanking(asked, style))).toContain(text);
      expect(flat(writeMarkdown(asked, style))).toContain(text);
      expect(writeScorePage(asked, style)).toContain(text);
      expect(cells.every((sheet) => sheet.includes(text))).toBe(true);
    }
    expect(shownTexts(scored(), 'en')).toEqual([]);
  });
});
