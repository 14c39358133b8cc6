import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Issue, Lang } from '../../src/messages/index.ts';
import {
  PLAIN,
  type Style,
  writeCriteriaList,
  writeCriteriaPage,
  writeCsv,
  writeExplanation,
  writeExplanationMarkdown,
  writeIssues,
  writeJson,
  writeMarkdown,
  writeNdjson,
  writeRanking,
  writeTable,
} from '../../src/report/index.ts';
import { issue } from '../../src/messages/index.ts';
import { criteria, golden, rowOf, scored } from './communes.ts';

const LANGS: readonly Lang[] = ['vi', 'en'];
const style = (lang: Lang, width = 100): Style => ({ lang, width, paint: PLAIN });
const all = scored();
const placed = (ties: 'dense' | 'ordinal') => scored(undefined, criteria(['\nrank:\n', `\nties: ${ties}\nrank:\n`]));
const draft = scored(undefined, criteria(['status: in-force', 'status: draft']));

/** A set that was in force for some years, under a long id. */
const LIMITED = criteria(
  ['family: vn-drug-free', 'family: vn-drug-free-of-a-province'],
  ['from: "2025-08-24" }', 'from: "2025-08-24", to: "2027-12-31" }'],
);

describe.each(LANGS)('reports in %s', (lang) => {
  const pages: readonly (readonly [string, () => string])[] = [
    [`table.${lang}.txt`, () => writeTable(all, style(lang))],
    [`table-60.${lang}.txt`, () => writeTable(all, style(lang, 60))],
    [`table-wide.${lang}.txt`, () => writeTable(all, style(lang, Number.POSITIVE_INFINITY))],
    [`ranking.${lang}.txt`, () => writeRanking(all, style(lang, 140))],
    [`ranking-dense.${lang}.txt`, () => writeRanking(placed('dense'), style(lang, 140))],
    [`ranking-ordinal.${lang}.txt`, () => writeRanking(placed('ordinal'), style(lang, 140))],
    [`explanation-certified.${lang}.txt`, () => writeExplanation(all, rowOf(all, '30577'), style(lang))],
    [`explanation-undetermined.${lang}.txt`, () => writeExplanation(all, rowOf(all, '30985'), style(lang))],
    [`explanation-key-area.${lang}.txt`, () => writeExplanation(draft, rowOf(draft, '30346'), style(lang))],
    [`explanation-certified.${lang}.md`, () => writeExplanationMarkdown(all, rowOf(all, '30577'), style(lang))],
    [`explanation-undetermined.${lang}.md`, () => writeExplanationMarkdown(all, rowOf(all, '30985'), style(lang))],
    [`explanation-key-area.${lang}.md`, () => writeExplanationMarkdown(draft, rowOf(draft, '30346'), style(lang))],
    [`communes.${lang}.csv`, () => writeCsv(all, { lang })],
    [`communes.${lang}.md`, () => writeMarkdown(all, style(lang))],
    [`communes-draft.${lang}.md`, () => writeMarkdown(draft, style(lang))],
    [`communes-excel.${lang}.csv`, () => writeCsv(draft, { lang, excel: true })],
    [`criteria-page.${lang}.txt`, () => writeCriteriaPage(criteria(), style(lang))],
    [`criteria-list.${lang}.txt`, () => writeCriteriaList([criteria()], style(lang, 140))],
    [`criteria-list-80.${lang}.txt`, () => writeCriteriaList([criteria(), LIMITED], style(lang, 80))],
    [`issues.${lang}.txt`, () => writeIssues(ISSUES, style(lang))],
  ];

  it.each(pages)('%s', async (name, write) => {
    await expect(write()).toMatchFileSnapshot(golden(name));
  });
});

describe('the sets at hand', () => {
  it.each([40, 60, 80, 100, 120, 200])('fit %i columns, each with its title', (width) => {
    for (const lang of LANGS) {
      const page = writeCriteriaList([criteria(), LIMITED], style(lang, width));
      for (const line of page.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      expect(page).toContain(LIMITED.title[lang].split(' ').slice(0, 3).join(' '));
    }
  });
});

const ISSUES: readonly Issue[] = [
  issue(
    'data/ignored-column',
    {},
    { severity: 'warning', position: { file: 'a.csv', line: 1, column: 7 }, received: 'ghi chú' },
  ),
  issue(
    'data/not-a-number',
    { header: 'residents' },
    { position: { file: 'a.csv', line: 4, column: 3 }, received: 'abc' },
  ),
  issue(
    'formula/unknown-name',
    { name: 'use_point', nearest: ['use_points'] },
    { position: { file: 'b.yaml', line: 12, column: 11, text: '    test: use_point >= 2' } },
  ),
];

describe('results', () => {
  it('is the same JSON in every language', async () => {
    expect(writeJson(all, style('vi'))).toBe(writeJson(all, style('en', 40)));
    await expect(writeJson(all, style('vi'))).toMatchFileSnapshot(golden('communes.json'));
  });

  it('has one line of NDJSON for each assessment', () => {
    const lines = writeNdjson(all, style('vi')).trimEnd().split('\n');
    const { assessments } = JSON.parse(writeJson(all, style('vi')));
    expect(lines.map((line) => JSON.parse(line))).toEqual(assessments);
  });
});

describe('criteria that are not in force', () => {
  const MARK = { vi: 'KHÔNG DÙNG ĐỂ CÔNG NHẬN', en: 'NOT FOR CERTIFICATION' };

  it.each(LANGS)('mark every page in %s', (lang) => {
    const pages = [writeTable, writeRanking, writeMarkdown].map((write) => write(draft, style(lang)));
    const explained = [writeExplanation, writeExplanationMarkdown].map((write) => write(draft, 0, style(lang)));
    for (const page of [...pages, ...explained, writeCriteriaPage(draft.assessments.program.set, style(lang))]) {
      expect(page).toContain(MARK[lang]);
    }
    expect(writeTable(all, style(lang))).not.toContain(MARK[lang]);
  });

  it('mark results', () => {
    expect(JSON.parse(writeJson(draft, style('vi')))).toMatchObject({ notForCertification: true });
    for (const line of writeNdjson(draft, style('vi')).trimEnd().split('\n')) {
      expect(JSON.parse(line)).toMatchObject({ notForCertification: true });
    }
    const [header, ...rows] = writeCsv(draft, { lang: 'vi' }).trimEnd().split('\n');
    expect(header).toMatch(/,not_for_certification$/u);
    for (const row of rows) expect(row).toMatch(/,draft$/u);
  });
});
