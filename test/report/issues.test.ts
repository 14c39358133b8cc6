import { describe, expect, it } from 'vitest';
import { type Issue, issue } from '../../src/messages/index.ts';
import { PLAIN, writeCheckPage, writeIssues } from '../../src/report/index.ts';
import { criteria } from './communes.ts';

const STYLE = { lang: 'vi', width: Number.POSITIVE_INFINITY, paint: PLAIN } as const;
const check = (rule: string, line: number): Issue =>
  issue(
    'data/check-failed',
    { unit: String(line), message: { vi: 'Sai.', en: 'Wrong.' }, rule },
    { severity: 'warning', position: { file: 'a.csv', line, column: 2 }, path: 'cases' },
  );
const notANumber = (line: number): Issue =>
  issue(
    'data/not-a-number',
    { header: 'Số vụ' },
    { position: { file: 'a.csv', line, column: 3 }, path: 'cases', received: 'x' },
  );
const checks = (rule: string, count: number): readonly Issue[] =>
  Array.from({ length: count }, (_, index) => check(rule, index + 2));

const toldOf = (page: string, text: string): number => page.split('\n').filter((line) => line.includes(text)).length;

describe('issues of one kind', () => {
  it.each([
    { count: 2, told: 2, more: null },
    { count: 3, told: 3, more: null },
    { count: 4, told: 3, more: '  + 1 chỗ khác cùng loại' },
    { count: 2003, told: 3, more: '  + 2.000 chỗ khác cùng loại' },
  ])('$count of them: $told are told', ({ count, told, more }) => {
    const page = writeIssues(checks('a <= b', count), STYLE, 3);
    expect(toldOf(page, 'a <= b')).toBe(told);
    expect(page.split('\n').filter((line) => line.includes('cùng loại'))).toEqual(more === null ? [] : [more]);
    expect(page).toContain(`${count.toLocaleString('de')} cảnh báo\n`);
  });

  it('do not hide those of another check, and each number stands behind its own', () => {
    const page = writeIssues([...checks('a <= b', 5), ...checks('c <= d', 4)], STYLE, 2);
    const order = page.split('\n').flatMap((line) => /a <= b|c <= d|\+ \d/u.exec(line) ?? []);
    expect(order).toEqual(['a <= b', 'c <= d', 'a <= b', '+ 3', 'c <= d', '+ 2']);
  });

  it('are all told where no number is given', () => {
    expect(toldOf(writeIssues(checks('a <= b', 50), STYLE), 'a <= b')).toBe(50);
  });

  it('count those that reading did not keep', () => {
    const kept = [2, 3].map(notANumber);
    const args = { code: 'data/not-a-number', more: 80, total: 82 } as const;
    const rest = issue('data/more-of-the-same', args, { position: { file: 'a.csv', line: 3, column: 3 } });
    const page = writeIssues([...kept, rest], STYLE, 20);
    expect(page).toContain('  + 80 chỗ khác cùng loại\n');
    expect(page).toContain('\n82 lỗi\n');
    expect(page).not.toContain('data/');
  });
});

it.each([
  { column: 3, line: '    a, b: c', mark: '      ^' },
  { column: 41, line: `    ${'x'.repeat(40)}y`, mark: `    ${' '.repeat(40)}^` },
  { column: 43, line: `    …${'x'.repeat(40)}y`, mark: `    ${' '.repeat(41)}^` },
])('the line at fault is shown, with a mark where its beginning is cut: column $column', ({ column, line, mark }) => {
  const text = column === 3 ? 'a, b: c' : `${'x'.repeat(column - 1)}y`;
  const fault = issue('criteria/key-not-text', {}, { position: { file: 'a.yaml', line: 1, column, text } });
  expect(writeIssues([fault], STYLE).split('\n').slice(1, 3)).toEqual([line, mark]);
});

it('the check page tells each check of data that is broken, though one office owes all the figures', () => {
  const issues = [...checks('a <= b', 3), ...checks('c <= d', 3)];
  const page = writeCheckPage({ issues, set: criteria(), dataset: null }, STYLE);
  expect([toldOf(page, 'a <= b'), toldOf(page, 'c <= d')]).toEqual([1, 1]);
});

it('units that were merged are counted, without the former ones that the data lack', () => {
  const position = { file: 'a.csv', line: 2 };
  const unit = { code: '00004', name: 'Phường Ba Đình' };
  const [one, two, three] = ['1', '2', '3'].map((code) => ({ code, name: null, portion: 'whole' as const }));
  if (one === undefined || two === undefined || three === undefined) throw new Error('no units');
  const merged = issue('lineage/merged', { unit, from: [one, two, three] }, { severity: 'note', position });
  const absent = issue(
    'lineage/units-absent',
    { unit, units: [two, three], total: 2 },
    { severity: 'warning', position },
  );
  expect(writeIssues([merged], STYLE)).toContain('Số liệu của 3 đơn vị cũ đã được chuyển sang 1 đơn vị mới');
  expect(writeIssues([merged, absent], STYLE)).toContain('Số liệu của 1 đơn vị cũ đã được chuyển sang 1 đơn vị mới');
});
