import { describe, expect, it } from 'vitest';
import { PLAIN, type Scored, writeMarkdown, writeTable } from '../../src/report/index.ts';
import { scored } from './communes.ts';
import { scoredBy, sheet } from './sheets.ts';

/** The ids of a set that stand in a text. */
function idsIn({ assessments }: Scored, text: string): readonly string[] {
  const words = new Set(text.split(/[\s:;,…|()]+/u));
  return [...assessments.program.set.criteria.keys()].filter((id) => words.has(id));
}

/** What stands between two lines of a page, and the first word of each line after the second. */
function between(page: string, from: RegExp, title: string): readonly [string, readonly string[]] {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => from.test(line));
  const end = lines.indexOf(title, start);
  const rest = lines.slice(end + 1);
  const legend = rest.slice(
    0,
    rest.findIndex((line, index) => index > 1 && line === ''),
  );
  return [lines.slice(start, end).join('\n'), legend.flatMap((line) => /^(?:- | {2})(\S+?):? /u.exec(line)?.[1] ?? [])];
}

const communes = scored();
const points = scoredBy(sheet('sheet'));

describe('the criteria listed under a table are those it names', () => {
  it.each([
    ['of classes', communes],
    ['of points', points],
    ['of one undetermined unit', { ...communes, rows: [6] }],
    ['of three units', { ...communes, rows: [0, 6, 8] }],
  ] as const)('%s', (_, all) => {
    for (const width of [72, 100, 140, 400]) {
      const page = writeTable(all, { lang: 'en', width, paint: PLAIN });
      const [table, legend] = between(page, /^ *Rank /u, 'Criteria named in the table');
      expect(legend).toEqual(page.includes('Criteria named in the table') ? idsIn(all, table) : []);
    }
    const page = writeMarkdown(all, { lang: 'en', width: 100, paint: PLAIN });
    const [table, legend] = between(page, /^\| Rank \|/u, '## Criteria named in the table');
    expect(legend).toEqual(page.includes('## Criteria named in the table') ? idsIn(all, table) : []);
  });

  it('none where the one unit is undetermined', () => {
    const page = writeTable({ ...communes, rows: [6] }, { lang: 'en', width: 140, paint: PLAIN });
    expect(page).toContain('missing');
    expect(page).not.toContain('Criteria named in the table');
  });
});
