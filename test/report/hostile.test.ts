import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { compareAssessments } from '../../src/compare/index.ts';
import { findGroupColumn } from '../../src/data/index.ts';
import { issue } from '../../src/messages/index.ts';
import { writeScorePage } from '../../src/page/index.ts';
import { groupBy } from '../../src/rank/index.ts';
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
import { COMMUNES, criteria, scored } from './communes.ts';

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

const SET = criteria();

/** A column under the text, with the text in it, by which the units are grouped. */
function inColumn(text: string): Scored {
  const all = scored(`${HEADER}\n00004,Xã An,An Giang,${FIGURES}\n`);
  const units = { ...all.assessments.dataset.units, groups: new Map([[text, [text]]]) };
  const assessments = { ...all.assessments, dataset: { ...all.assessments.dataset, units } };
  const found = findGroupColumn(assessments.dataset, assessments.program.set, text);
  if (!found.ok) throw new Error('no such column');
  return { ...all, assessments, groups: groupBy(all.assessments, found.column) };
}

/** Criteria of which every text is this one: titles, labels, offices, readings, remarks, notes, documents. */
function inCriteria(text: string): Scored {
  const open = FIGURES.replace(',0,', ',,').replace(/,0,0,/u, ',3,0,');
  const all = scored(`${HEADER}\n00004,Xã An,An Giang,${open}\n`, { ...saying(SET, text), status: 'draft' });
  return { ...all, otherReadings: [] };
}

/** The same value with another text wherever one stands in both languages. */
function saying<T>(value: T, text: string): T;
function saying(value: unknown, text: string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => saying(item, text));
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, saying(item, text)]));
  if (typeof value !== 'object' || value === null) return value;
  if ('vi' in value && 'en' in value) return { vi: text, en: text };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, saying(item, text)]));
}

/** Names of files and sheets, periods, what was asked for and what was met on the way. */
function inInputs(text: string): Scored {
  const all = scored(`${HEADER}\n00004,Xã An,An Giang,${FIGURES}\n`);
  const { dataset } = all.assessments;
  const position = { file: text, sheet: text, line: 2 };
  const found = issue('data/ignored-column', {}, { severity: 'warning', position, received: text });
  const inputs = dataset.inputs.map((input) => ({ ...input, name: text }));
  const assessments = { ...all.assessments, dataset: { ...dataset, inputs } };
  const sides = compareAssessments(all.assessments, assessments, { pairBy: 'code' });
  const given = { option: 'map', name: text, sha256: '0'.repeat(64) };
  return {
    ...all,
    assessments,
    provenance: { ...all.provenance, options: { where: text }, files: [given], period: text, issues: [found] },
    compared: { with: { kind: 'result', file: text, sha256: '0'.repeat(64), version: text, period: text }, sides },
  };
}

/** What was typed to suppose other figures. */
function inSuppositions(text: string): Scored {
  const all = scored(`${HEADER}\n00004,Xã An,An Giang,${FIGURES}\n`);
  const sides = compareAssessments(all.assessments, all.assessments, { pairBy: 'code' });
  return { ...all, compared: { with: { kind: 'real-figures', suppositions: [text], units: ['00004'] }, sides } };
}

const PLACES: readonly (readonly [string, (text: string) => Scored])[] = [
  ['a name', named],
  ['a column', inColumn],
  ['criteria', inCriteria],
  ['inputs', inInputs],
  ['suppositions', inSuppositions],
];

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
  expect(assessment).toMatchObject({ unit: { code: '00004', name } });
}

/** Only the two scripts of the page run, no text became an element or an attribute, and what its script shows is plain. */
function isPlainHtml(page: string): void {
  holdsNothingUnseen(page);
  expect(page.match(/<script\b/gu)).toHaveLength(2);
  expect(page).not.toMatch(/<img|<[^>"]*(?:"[^"]*"[^>"]*)* on\w+=/u);
  const [, data = ''] = /id="data">(.*?)<\/script>/su.exec(page) ?? [];
  const texts: unknown = JSON.parse(data, (_, value: unknown) => {
    if (typeof value === 'string') expect(value).not.toMatch(UNSEEN);
    return value;
  });
  expect(texts).toHaveProperty('units');
}

const NAME = String.raw`[\w:.-]+`;
const TAG = new RegExp(`^(/?)(${NAME})((?:\\s+${NAME}="[^<"]*")*)\\s*(/?)$`, 'u');

/** Whether the tags of an XML text are closed in their order, and its signs are those that XML allows. */
function isXml(text: string): void {
  expect(text).not.toMatch(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
  expect(text).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu);
  const open: string[] = [];
  for (const [, inside = ''] of text.replace(/^<\?xml[^>]*\?>/u, '').matchAll(/<([^>]*)>/gu)) {
    const [, end = '', name = '', , empty = ''] = TAG.exec(inside) ?? [];
    expect(name, inside).not.toBe('');
    if (end !== '') expect(open.pop()).toBe(name);
    else if (empty === '') open.push(name);
  }
  expect(open).toEqual([]);
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

const CODE = /(?<![`\\])(`+)(?!`).+?(?<!`)\1(?!`)/gu;

function isPlainMarkdown(page: string, all: Scored): void {
  holdsNothingUnseen(page);
  const outsideCode = page.replaceAll(CODE, '``');
  expect(outsideCode.replaceAll('<!-- -->', '')).not.toMatch(/(?<!\\)<[a-z/!?]/iu);
  expect(outsideCode).not.toMatch(/(?<!\\)(?:\*\*X|\]\(|~~|:\/\/)|www\.|[\s*|]@\w/u);
  const name = harmless(all.assessments.dataset.units.name[0] ?? '');
  const rows = linesOf(page).map(cellsOf);
  // Beside a grouping the group stands, and the place in it.
  expect(rows.find(([, code]) => code === '00004')).toHaveLength(all.groups === undefined ? 7 : 9);
  expect(rows.find(([, code]) => code === '00004')?.[2]).toBe(name.trim());
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
  const rows = await readSheet(Buffer.from(bytes), 2);
  // The place within the group stands before the code.
  const unit = rows.find((row) => row.includes('00004')) ?? [];
  expect(unit[unit.indexOf('00004') + 1]).toEqual(name);
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]) => [path, new TextDecoder().decode(part)] as const);
  for (const [path, text] of parts) {
    if (path.startsWith('xl/worksheets/')) expect(text).not.toMatch(/<f>|<hyperlink/u);
    expect(text).not.toMatch(UNSEEN);
    if (/\.(?:xml|rels|vml)$/u.test(path)) isXml(text);
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
  ['html', (all) => isPlainHtml(writeScorePage(all, STYLE))],
  ['xlsx', async (all) => isPlainWorkbook(await writeResultWorkbook(all, 'vi'), all)],
];

/** A column is as wide as its header: how wide a table is depends on names alone. */
const SHORT = HOSTILE.filter(([, text]) => text.length < 300);

describe.each(PLACES)('in %s', (where, place) => {
  it.each(where === 'a name' ? HOSTILE : SHORT)('%s is harmless in every format', async (_, text) => {
    const all = place(text);
    for (const [format, judge] of FORMATS) await expect(judgement(judge, all), format).resolves.toBeUndefined();
  });
});

async function judgement(judge: Judge, all: Scored): Promise<void> {
  await judge(all);
}

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
