import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { harmless } from '../../src/report/plain/harmless.ts';
import { escapeMarkdown } from '../../src/report/markdown/markdown-text.ts';
import {
  PLAIN,
  type Scored,
  writeCsv,
  writeExplanation,
  writeExplanationMarkdown,
  writeJson,
  writeMarkdown,
  writeNdjson,
  writeRanking,
  writeResultWorkbook,
  writeTable,
} from '../../src/report/index.ts';
import { COMMUNES, scored } from './communes.ts';

const STYLE = { lang: 'vi', width: 100, paint: PLAIN } as const;
const [HEADER = '', FIRST = ''] = COMMUNES.split('\n');
const FIGURES = FIRST.split(',').slice(3).join(',');

/** The first unit under another name, which is also the name of its province. */
const named = (name: string): Scored => {
  const isReadable = !/\p{Cs}/u.test(name);
  const cell = isReadable ? `"${name.replaceAll('"', '""')}"` : 'Xã An';
  const all = scored(`${HEADER}\n00004,${cell},${cell},${FIGURES}\n`);
  return isReadable ? all : renamed(all, name);
};

/** The same under a name that no file can hold, as an app may give it. */
function renamed(all: Scored, name: string): Scored {
  const { dataset } = all.assessments;
  const units = { ...dataset.units, name: [name], groups: new Map([['province', [name]]]) };
  return { ...all, assessments: { ...all.assessments, dataset: { ...dataset, units } } };
}

const HOSTILE: readonly (readonly [string, string])[] = [
  ['HTML', '<script>alert(1)</script>'],
  ['an image that runs', '"><img src=x onerror=alert(1)>'],
  ['an entity', '&lt;b&gt; &#60;'],
  ['a formula', '=1+1'],
  ['a formula after a plus', '+84'],
  ['a formula after a minus', '-1+2'],
  ['a formula after an at sign', '@SUM(A1)'],
  ['a formula after a tab', '\t=1+1'],
  ['a formula that runs programs', "=cmd|' /C calc'!A0"],
  ['a text that is closed', "'=1+1"],
  ['an ANSI escape', '\u001B[31mđỏ\u001B[0m'],
  ['an ANSI escape of one byte', 'Xã \u009B2J An'],
  ['right to left', 'Xã \u202Egnoh\u202C'],
  ['isolates', 'Xã \u2066An\u2069 \u200F'],
  ['a line break', 'Xã\nAn\tBiên'],
  ['other line breaks', 'Xã \u0085\u2028 An'],
  ['invisible characters', 'Xã\u200B An\uFEFFBiên'],
  ['what is no character', 'Xã \uFFFE An\uFFFF'],
  ['300 letters', 'x'.repeat(300)],
  ['letters in two parts', 'Xã An Biên'.normalize('NFD')],
  ['a pipe', 'Xã | An | Biên'],
  ['Markdown', '**Xã** [An](javascript:alert(1)) `Biên` ![x](http://example.org/x.png) ~~y~~'],
  ['a mention', '@admin #12 https://example.org www.example.org'],
  ['a word of JavaScript objects', '__proto__'],
  ['another', 'constructor'],
];
const UNSEEN = /[\p{Cc}\u2028\u2029\p{Bidi_Control}\u200B\uFEFF\uFFFE\uFFFF]|\p{Cs}/u;

const linesOf = (text: string): readonly string[] => text.split('\n');

function holdsNothingUnseen(text: string): void {
  for (const line of linesOf(text)) expect(line).not.toMatch(UNSEEN);
}

function isPage(page: string): void {
  holdsNothingUnseen(page);
  for (const line of linesOf(page)) expect(stringWidth(line)).toBeLessThanOrEqual(140);
}

function isPlainCsv(csv: string, excel: boolean): void {
  const rows: readonly (readonly string[])[] = parse(csv, { bom: true, delimiter: excel ? ';' : ',' });
  expect(rows).toHaveLength(2);
  expect(rows[1]?.[0]).toBe('00004');
  for (const cell of rows.flat()) {
    expect(cell).not.toMatch(UNSEEN);
    if (!/^-\d+(?:[.,]\d+)?$/u.test(cell)) expect(cell).not.toMatch(/^[=+\-@]/u);
  }
}

function isSameInJson(json: string, all: Scored): void {
  holdsNothingUnseen(json);
  const name = all.assessments.dataset.units.name[0];
  const parsed = JSON.parse(json);
  const [assessment] = parsed.assessments ?? [parsed];
  expect(assessment).toMatchObject({ unit: { code: '00004', name, province: name } });
}

/** Splits a row of a table where Markdown does, and takes the escapes away. */
const cellsOf = (line: string): readonly string[] =>
  line
    .split(/(?<!\\)\|/u)
    .slice(1, -1)
    .map((cell) =>
      cell
        .trim()
        .replaceAll('<!-- -->', '')
        .replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1'),
    );

function isPlainMarkdown(page: string, all: Scored): void {
  holdsNothingUnseen(page);
  expect(page.replaceAll('<!-- -->', '')).not.toMatch(/(?<!\\)<[a-z/!?]/iu);
  expect(page).not.toMatch(/(?<!\\)(?:\*\*X|\]\(|~~|:\/\/)|www\.|[\s*|]@\w/u);
  const row = linesOf(page).findLast((line) => line.includes('00004')) ?? '';
  const name = harmless(all.assessments.dataset.units.name[0] ?? '');
  expect(cellsOf(row)).toHaveLength(7);
  expect(cellsOf(row)[2]).toBe(name.trim());
}

function isPlainExplanation(page: string, all: Scored): void {
  holdsNothingUnseen(page);
  const name = harmless(all.assessments.dataset.units.name[0] ?? '').trim();
  const [title = ''] = linesOf(page);
  expect(cellsOf(`|${title.replace('# ', '')}|`)).toEqual([`${name} (00004)`]);
}

async function isPlainWorkbook(bytes: Uint8Array, all: Scored): Promise<void> {
  // The writer of workbooks drops the sign for a character that was not one.
  const name = harmless(all.assessments.dataset.units.name[0] ?? '')
    .trim()
    .replace('\uFFFD', '?');
  const [, , row = []] = [[], ...(await readSheet(Buffer.from(bytes), 2))];
  expect(row.slice(1, 4)).toEqual(['00004', name, name]);
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]) => [path, new TextDecoder().decode(part)] as const);
  for (const [path, text] of parts) {
    if (path.startsWith('xl/worksheets/')) expect(text).not.toMatch(/<f>|<hyperlink/u);
    expect(text).not.toMatch(UNSEEN);
  }
}

type Judge = (all: Scored) => unknown;
const FORMATS: readonly (readonly [string, Judge])[] = [
  ['table', (all) => isPage(writeTable(all, STYLE))],
  ['table of rank', (all) => isPage(writeRanking(all, STYLE))],
  ['explanation', (all) => isPage(writeExplanation(all, 0, STYLE))],
  ['csv', (all) => isPlainCsv(writeCsv(all, { lang: 'vi' }), false)],
  ['csv for Excel', (all) => isPlainCsv(writeCsv(all, { lang: 'vi', excel: true }), true)],
  ['json', (all) => isSameInJson(writeJson(all, STYLE), all)],
  ['ndjson', (all) => isSameInJson(writeNdjson(all, STYLE), all)],
  ['md', (all) => isPlainMarkdown(writeMarkdown(all, STYLE), all)],
  ['md of one unit', (all) => isPlainExplanation(writeExplanationMarkdown(all, 0, STYLE), all)],
  ['xlsx', async (all) => isPlainWorkbook(await writeResultWorkbook(all, 'vi'), all)],
];

describe.each(FORMATS)('as %s', (_, judge) => {
  it.each(HOSTILE)('%s in a name is harmless', async (__, name) => {
    await judge(named(name));
  });
});

describe('text cells of CSV', () => {
  it('leaves negative numbers as they are', () => {
    const [, row = ''] = writeCsv(named('-12,5'), { lang: 'vi' }).split('\n');
    expect(row).toMatch(/^00004,"-12,5",/u);
  });
});

describe('escapeMarkdown', () => {
  it.each([
    ['III.a: 0,01 % < 0,1 %', 'III.a: 0,01 % < 0,1 %'],
    ['vn-drug-free@2025', 'vn-drug-free@2025'],
    ['use_points', 'use\\_points'],
    ['- một', '\\- một'],
    ['1. một', '1\\. một'],
    ['12) một', '12\\) một'],
    ['1.234 người', '1.234 người'],
    ['a\nb', 'a\\\\nb'],
    ['ai@example.org', 'ai@<!-- -->example.org'],
  ])('%j is %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});
