import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { writeScorePage } from '../../src/page/index.ts';
import {
  PLAIN,
  type Scored,
  type Style,
  writeCriteriaPage,
  writeExplanation,
  writeMarkdown,
  writeRanking,
  writeResultWorkbook,
  writeTable,
} from '../../src/report/index.ts';
import { criteria, rowOf, scored } from './communes.ts';

const setOf = (ties: string) => criteria(['\nrank:\n', `\nties: ${ties}\nrank:\n`]);
const style = (lang: Style['lang']): Style => ({ lang, width: Number.POSITIVE_INFINITY, paint: PLAIN });

async function workbookText(all: Scored, lang: Style['lang']): Promise<string> {
  return JSON.stringify(await readXlsxFile(Buffer.from(await writeResultWorkbook(all, lang))));
}

type Write = (all: Scored, own: Style) => string | Promise<string>;

const WRITERS: readonly (readonly [string, Write])[] = [
  ['the table', writeTable],
  ['the ranking', writeRanking],
  ['the explanation of a unit', (all, own) => writeExplanation(all, rowOf(all, '30817'), own)],
  ['Markdown', writeMarkdown],
  ['the page', writeScorePage],
  ['the workbook', (all, { lang }) => workbookText(all, lang)],
];

describe.each(['vi', 'en'] as const)('in %s', (lang) => {
  describe.each([
    ['dense', 'dense, 1-2-2-3'],
    ['ordinal', 'ordinal, 1-2-3-4'],
  ])('%s places', (ties, told) => {
    const all = scored(undefined, setOf(ties));

    it.each(WRITERS)('are named by %s', async (_, write) => {
      expect(await write(all, style(lang))).toContain(told);
    });
  });

  it.each(WRITERS)('what is the rule is told nobody but readers of equal ranks: %s', async (name, write) => {
    const text = await write(scored(), style(lang));
    expect(text.includes('competition')).toBe(name === 'the ranking');
  });

  it.each(['competition', 'dense', 'ordinal'])('the criteria tell of %s', (ties) => {
    expect(writeCriteriaPage(setOf(ties), style(lang))).toContain(`${ties}, 1-2-`);
  });

  it('nothing is marked as equal where codes tell units apart', () => {
    expect(writeRanking(scored(undefined, setOf('dense')), style(lang))).toMatch(/^ *=1 /mu);
    expect(writeRanking(scored(undefined, setOf('ordinal')), style(lang))).not.toMatch(/^ *=/mu);
  });
});

it('a set that orders nothing is told to place units by code where it does', () => {
  const without = { ...criteria(), rank: [] };
  expect(writeCriteriaPage({ ...without, ties: 'ordinal' }, style('en'))).toContain('told apart by code');
  expect(writeCriteriaPage(without, style('en'))).not.toContain('Ties');
});
