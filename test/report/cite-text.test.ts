import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import {
  clauseText,
  PLAIN,
  type Style,
  writeCriteriaPage,
  writeCsv,
  writeExplanation,
  writeResultWorkbook,
  writeTable,
} from '../../src/report/index.ts';
import { COMMUNES, criteria, rowOf, scored } from './communes.ts';

const style: Style = { lang: 'vi', width: 200, paint: PLAIN };

/** The criteria of 2025, of which one stands in another document than all others. */
const OF_TWO = criteria(['cite: qd28 Đ6.k3', 'cite: kl132 Đ3']);

describe('a clause of a set that cites two documents', () => {
  const all = scored(COMMUNES, OF_TWO);

  it('names its document wherever it is printed for people', async () => {
    const clauses = ['(Điều 3, 132-KL/TW)', '(khoản 1 Điều 6, 28/2025/QĐ-TTg)'];
    const pages = [
      writeTable(all, style),
      writeExplanation(all, rowOf(all, '30898'), style),
      writeCriteriaPage(OF_TWO, style),
      writeCsv(all, { lang: 'vi' }),
    ];
    for (const page of pages) for (const clause of clauses) expect(page).toContain(clause);
    const sheets = await readXlsxFile(Buffer.from(await writeResultWorkbook(all, 'vi')));
    const cells = sheets.flatMap(({ data }) => data.flat());
    expect(cells).toContain('Điều 3, 132-KL/TW');
    expect(cells).not.toContain('Điều 3');
  });

  it.each([
    ['Đ4.k1.a', 'điểm a khoản 1 Điều 4', 'Article 4, clause 1, point a'],
    ['Đ6', 'Điều 6', 'Article 6'],
    ['nhiệm vụ 10', 'nhiệm vụ 10', 'task 10'],
    ['Nhiệm vụ 3'.normalize('NFD'), 'nhiệm vụ 3', 'task 3'],
    ['Phụ lục I', 'Phụ lục I', 'Phụ lục I'],
  ])('%s is %s, %s', (clause, vi, en) => {
    const set = criteria();
    const cite = { source: 'qd28', clause };
    expect([clauseText(cite, set, 'vi'), clauseText(cite, set, 'en')]).toEqual([vi, en]);
  });

  it('does not where the set cites one document only', () => {
    const set = criteria();
    expect(clauseText({ source: 'qd28', clause: 'Đ6.k1' }, set, 'vi')).toBe('khoản 1 Điều 6');
    expect(clauseText({ source: 'qd28', clause: 'Đ6.k1' }, OF_TWO, 'vi')).toBe('khoản 1 Điều 6, 28/2025/QĐ-TTg');
    expect(clauseText({ source: 'qd28', clause: '' }, OF_TWO, 'vi')).toBe('28/2025/QĐ-TTg');
  });
});
