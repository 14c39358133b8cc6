import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { findGroupColumn } from '../../src/data/index.ts';
import { type Lang, messagesIn } from '../../src/messages/index.ts';
import { groupBy, robustness } from '../../src/rank/index.ts';
import {
  PLAIN,
  registeredText,
  type Scored,
  type Style,
  wayTexts,
  writeCsv,
  writeJson,
  writeMarkdown,
  writeNdjson,
  writeRanking,
  writeResultWorkbook,
  writeTable,
} from '../../src/report/index.ts';
import { resultSchema } from '../../src/report/json/result-schema.ts';
import { COMMUNES, criteria, golden, scored } from './communes.ts';
import { golden as goldenOfPoints, scoredBy, sheet } from './sheets.ts';

const LANGS: readonly Lang[] = ['vi', 'en'];
const style = (lang: Lang, width = 120): Style => ({ lang, width, paint: PLAIN });

/** The communes with a column that says which registered: one in three yes, one in three no, one in three nothing. */
const REGISTERED = COMMUNES.trimEnd()
  .split('\n')
  .map((line, index) => `${line},${index === 0 ? 'registered' : (['có', 'không', ''][index % 3] ?? '')}`)
  .join('\n');

function grouped(all: Scored, by: string): Scored {
  const found = findGroupColumn(all.assessments.dataset, all.assessments.program.set, by);
  if (!found.ok) throw new Error(`no column ${by}`);
  return { ...all, groups: groupBy(all.assessments, found.column) };
}

function tried(all: Scored): Scored {
  const found = robustness(all.assessments, all.ranking, { samples: 20, seed: 1, percent: 10 });
  if (found === null) throw new Error('no points');
  return { ...all, robustness: found };
}

const communes = grouped(scored(REGISTERED), 'type');
const points = tried(scoredBy(sheet('sheet')));

describe.each(LANGS)('groups and other weights in %s', (lang) => {
  it.each([
    ['grouped-table', communes, writeTable, golden],
    ['grouped-ranking', communes, writeRanking, golden],
    ['robust-ranking', points, writeRanking, goldenOfPoints],
  ] as const)('%s', async (name, all, write, place) => {
    await expect(write(all, style(lang))).toMatchFileSnapshot(place(`${name}.${lang}.txt`));
  });

  it.each([72, 80, 100, 200])('fit %i columns', (width) => {
    const pages = [communes, points].flatMap((all) => [
      writeTable(all, style(lang, width)),
      writeRanking(all, style(lang, width)),
    ]);
    for (const line of pages.join('\n').split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
  });
});

describe('in results for programs', () => {
  it('groups add up to all units, and every unit has its place in one of them', () => {
    const result = resultSchema.parse(JSON.parse(writeJson(communes, style('vi'))));
    const groups = result.groups?.groups ?? [];
    expect(result.groups?.by).toBe('type');
    for (const count of ['units', 'certified', 'undetermined', 'maybeCertified'] as const) {
      expect(groups.reduce((sum, group) => sum + group[count], 0)).toBe(result.summary[count]);
    }
    expect(groups.reduce((sum, { registered }) => sum + (registered?.notStated ?? 0), 0)).toBe(3);
    for (const { groupRank, unit } of result.assessments) {
      expect(groupRank?.group).toBe(unit['type']);
      expect(groupRank?.of).toBe(groups.find(({ value }) => value === unit['type'])?.units);
    }
    const [first] = writeNdjson(communes, style('vi')).split('\n');
    expect(JSON.parse(first ?? '')).toHaveProperty('groupRank.group', 'đặc khu');
  });

  it('places under other weights stand with their rule', () => {
    const result = resultSchema.parse(JSON.parse(writeJson(points, style('vi'))));
    expect(result.robustness).toMatchObject({ samples: 20, seed: 1, percent: 10, generator: 'xorshift32' });
    for (const { rank, robustness: found } of result.assessments) {
      expect(found?.weights.from).toBeLessThanOrEqual(rank.from);
      expect(found?.weights.to).toBeGreaterThanOrEqual(rank.to);
    }
  });

  it('CSV has them behind the criteria', () => {
    const records = (all: Scored): readonly Record<string, string>[] =>
      parse(writeCsv(all, { lang: 'en' }), { columns: true });
    expect(records(communes).map((record) => record['group'])).toEqual(
      records(communes).map((record) => record['type']),
    );
    expect(records(communes)[0]).toHaveProperty('rank_in_group');
    expect(Object.keys(records(points)[0] ?? {}).slice(-4, -1)).toEqual([
      'rank_other_weights',
      'rank_one_left_out',
      'robust',
    ]);
  });
});

describe('a target that missing figures decide', () => {
  it('says how many units it may lack, not how many it lacks', () => {
    const open = { needed: '66', stillNeeded: '21', met: null, missing: null };
    const target = { ...open, until: 2030, share: '50%', certified: '45' };
    const [vi, en] = [messagesIn('vi').report, messagesIn('en').report];
    expect(vi.target(target)).toMatch(/→ chưa xác định, còn có thể thiếu đến 21 đơn vị$/u);
    expect(en.target(target)).toMatch(/→ undetermined, up to 21 more to go$/u);
    expect(en.target({ ...target, met: false })).toMatch(/→ not met, 21 more to go$/u);
    expect(vi.target({ ...target, missing: '42' })).toMatch(/ 21 đơn vị; 42 đơn vị trong danh mục không có số liệu$/u);
    expect(en.target({ ...target, missing: '1' })).toMatch(/ 21 more to go; 1 unit of the registry without figures$/u);
    expect(vi.groups.target(open)).toBe('chưa rõ, còn có thể thiếu đến 21 (cần 66)');
    expect(en.groups.target(open)).toBe('undetermined, up to 21 more to go (needs 66)');
  });
});

describe('the totals of groups', () => {
  const setOf = (change: readonly (readonly [string, string])[]): Scored =>
    grouped(scored(REGISTERED, criteria(...change)), 'type');
  const cells = (line: string | undefined): readonly string[] => (line ?? '').split('|').map((text) => text.trim());

  it.each([
    ['where all is known', communes],
    ['where no class certifies', setOf([['certifies: true', 'certifies: false']])],
  ])('are the same columns in every format, %s', async (_, all) => {
    const wide = writeTable(all, style('vi', 1000)).split('\n');
    const table = wide[wide.indexOf('Theo nhóm: Loại đơn vị') + 1]?.trim().split(/ {2,}/u) ?? [];
    const markdown = cells(
      writeMarkdown(all, style('vi'))
        .split('\n')
        .find((line) => line.startsWith('| Loại đơn vị |')),
    );
    const sheets = await readXlsxFile(Buffer.from(await writeResultWorkbook(all, 'vi')));
    const heads = sheets.flatMap(({ data }) => data.filter(([first]) => first === 'Loại đơn vị'))[0] ?? [];
    expect(markdown.slice(1, -1)).toEqual(heads);
    // A table of text has the count in the share, and the labels of classes shortened.
    expect(table.length).toBe(heads.length - (heads.includes('Tỷ lệ') ? 1 : 0));
    expect(table.slice(0, 2)).toEqual(heads.slice(0, 2));
    expect(table.includes('Đăng ký')).toBe(heads.includes('Đăng ký'));
    expect(heads.includes('Đăng ký')).toBe(all === communes);
  });
});

describe('the place of a unit within its group', () => {
  it.each([
    ['in the order of places', communes, false],
    ['group by group', { ...communes, rows: communes.groups?.ranking.order ?? [] }, true],
  ] as const)('stands in Markdown and in a workbook, %s', async (_, all, isGrouped) => {
    const order = 'Xếp lần lượt từng nhóm theo “Loại đơn vị”; cột “Hạng” là hạng trong toàn bộ';
    const page = writeMarkdown(all, style('vi'));
    expect(page).toMatch(/^\| Hạng \|.*\| Loại đơn vị \| Trong nhóm \|/mu);
    expect(page).toMatch(/^\| 1 \| 31105 \|.*\| đặc khu \| 1\/1 \|/mu);
    expect(page.includes(order)).toBe(isGrouped);
    const sheets = await readXlsxFile(Buffer.from(await writeResultWorkbook(all, 'vi')));
    const ranking = sheets.find(({ sheet: name }) => name === 'Xếp hạng')?.data ?? [];
    expect(ranking.some(([first]) => String(first).startsWith(order))).toBe(isGrouped);
    const heads = ranking.find(([first]) => first === 'Hạng') ?? [];
    const place = (code: string) =>
      ranking.find((row) => row[heads.indexOf('Mã')] === code)?.[heads.indexOf('Trong nhóm')];
    expect([place('31105'), place('30817'), place('30904')]).toEqual([1, 2, '4–5']);
    expect(heads.filter((head) => head === 'Loại đơn vị')).toHaveLength(1);
  });
});

describe('units that registered', () => {
  const all = grouped(scored(REGISTERED), 'type');
  const line = registeredText(all, 'vi') ?? '';

  it('stand against those certified in Markdown and in a workbook, of all units and of each group', async () => {
    const page = writeMarkdown(all, style('vi'));
    expect(line).not.toBe('');
    expect(page).toContain(`- ${line}`);
    expect(page).toMatch(/^\| Loại đơn vị \|.*\| Đăng ký \|/mu);
    expect(page).toMatch(/^\| xã \|.*\(cần 4\) \| 0\/3 = 0 % \|/mu);
    const sheets = await readXlsxFile(Buffer.from(await writeResultWorkbook(all, 'vi')));
    expect(sheets[0]?.data.flat()).toContain(line);
    expect(sheets.some(({ data }) => data.some((row) => row[0] === 'Loại đơn vị' && row.includes('Đăng ký')))).toBe(
      true,
    );
  });
});

describe('Markdown', () => {
  it('says what would bring each unit further, as other formats do, as far as there is room', () => {
    const all = scored();
    const page = writeMarkdown(all, style('vi'));
    const goals = all.ranking.order.flatMap((row) => wayTexts(all.assessments, row, 'vi'));
    expect(goals.flatMap(({ ways }) => ways).length).toBeGreaterThan(3);
    for (const { heading, ways, remarks } of goals) {
      const steps = ways.map((way, index) => `    ${index + 1}. ${way}`);
      expect(page).toContain([`  - ${heading}`, ...steps, ...remarks.map((text) => `    - ${text}`)].join('\n'));
    }
  });

  it('leaves ways out where they were not asked for and take long', () => {
    expect(writeMarkdown(scoredBy(sheet('sheet')), style('en'))).not.toContain('Ways to pass');
  });
});
