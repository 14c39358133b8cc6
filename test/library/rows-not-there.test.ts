import { describe, expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { compareAssessments } from '../../src/compare/index.ts';
import { parseCriteria } from '../../src/criteria/index.ts';
import { datasetFromRows, findGroupColumn, selectRows, suppose } from '../../src/data/index.ts';
import {
  decidingCriteria,
  findingOf,
  findingReader,
  missingCells,
  nearTheLine,
  waysToPass,
} from '../../src/explain/index.ts';
import type { Formula } from '../../src/formula/index.ts';
import { ONE } from '../../src/number/index.ts';
import { groupBy, rank, robustness, summarise } from '../../src/rank/index.ts';
import {
  explainer,
  PLAIN,
  writeCsv,
  writeExplanation,
  writeExplanationMarkdown,
  writeJson,
  writeNdjson,
  writeRanking,
  writeTable,
} from '../../src/report/index.ts';
import { SMALL_SET } from '../criteria/small-set.ts';

const parsed = parseCriteria(SMALL_SET);
if (!parsed.ok) throw new Error(parsed.issues[0].code);
const set = parsed.value;
const dataset = datasetFromRows(
  [1, 2, 3].map((users) => ({
    code: String(users),
    people: 900,
    users: users + 3,
    area: null,
    route: 'none',
    district: 'D',
  })),
  set,
);
const assessments = compile(set).assess(dataset);
const test1 = set.criteria.get('A.1')?.rule;
if (test1?.kind !== 'test') throw new Error('A.1 is no test');
const district = findGroupColumn(dataset, set, 'district');
if (!district.ok) throw new Error('there are no districts');
const scored = {
  assessments,
  ranking: rank(assessments),
  summary: summarise(assessments),
  provenance: { version: '0', options: {}, period: null, issues: [] },
};

const ASKED: readonly (readonly [name: string, ask: (row: number) => unknown])[] = [
  ['candidates', assessments.candidates],
  ['score', assessments.score],
  ['points', assessments.points],
  ['decidingCriteria', decidingCriteria(assessments)],
  ['missingCells', missingCells(assessments)],
  ['findingOf', (row) => findingOf(assessments, test1.test, row)],
  ['findingReader', findingReader(assessments, test1.test)],
  ['nearTheLine', (row) => nearTheLine(assessments, [row])(row)],
  ['groupBy', groupBy(assessments, district.column).groupOf],
  ['waysToPass', (row) => waysToPass(assessments, row, 'better')],
  ['explainer', explainer(assessments)],
  ['writeExplanation', (row) => writeExplanation(scored, row, { lang: 'en', width: 80, paint: PLAIN })],
  ['writeExplanationMarkdown', (row) => writeExplanationMarkdown(scored, row, { lang: 'en' })],
  ['summarise', (row) => summarise(assessments, [0, row])],
  ['suppose', (row) => suppose(dataset, set, [{ indicator: 'users', operator: '=', value: '0', rows: [row] }])],
];

describe.each(ASKED)('%s', (_, ask) => {
  test('answers about a row that is there', () => {
    expect(() => ask(2)).not.toThrow();
  });

  test.each([3, 99, -1, 0.5, Number.NaN])('refuses to answer about row %d', (row) => {
    expect(() => ask(row)).toThrow(new RangeError(`there is no row ${row}`));
  });
});

const at = { file: '' };
const nobody: Formula = { kind: 'name', name: 'nobody', at };
const route: Formula = { kind: 'name', name: 'route', at };
const one: Formula = { kind: 'number', value: ONE, percent: false, at };
const UNKNOWN_NAMES: readonly (readonly [string, Formula])[] = [
  ['nobody', nobody],
  ['nobody < 1', { kind: 'compare', operator: '<', left: nobody, right: one, at }],
  ['nobody in [none]', { kind: 'in', operand: nobody, values: [{ kind: 'name', name: 'none', at }], at }],
  ['route in [nobody]', { kind: 'in', operand: route, values: [nobody], at }],
  ['not (all of nobody)', { kind: 'not', operand: { kind: 'all', of: [nobody], at }, at }],
];

test.each(UNKNOWN_NAMES)('a name that a set does not have is a mistake of the program: %s', (_, formula) => {
  expect(() => findingReader(assessments, formula)).toThrow(RangeError);
  expect(() => findingOf(assessments, formula, 0)).toThrow(RangeError);
});

test('what was found near a line is not asked of rows that were not looked at', () => {
  expect(() => nearTheLine(assessments, [0])(1)).toThrow(new RangeError('row 1 is none of those to look at'));
});

test.each([
  ['a row that is not there', [[0, 9]], 'there is no row 9'],
  ['a row twice in one part', [[0, 1, 0]], 'row 0 is to be ranked twice'],
  ['a row of two parts', [[0, 1], [1]], 'row 1 is to be ranked twice'],
])('%s is not ranked', (_, parts, told) => {
  expect(() => rank(assessments, parts)).toThrow(new RangeError(told));
});

const fewer = compile(set).assess(selectRows(dataset, [0, 1]));
/** As many units, with each other's figures. */
const others = compile(set).assess(selectRows(dataset, [2, 1, 0]));
const style = { lang: 'en', width: 80, paint: PLAIN } as const;
const OTHERS: readonly (readonly [string, typeof scored])[] = [
  ['a ranking', { ...scored, ranking: rank(fewer) }],
  ['a summary', { ...scored, summary: summarise(fewer) }],
  ['a ranking of as many rows', { ...scored, ranking: rank(others) }],
  ['a summary of as many rows', { ...scored, summary: summarise(others) }],
];

describe.each(OTHERS)('%s of other units is refused', (_, foreign) => {
  test.each<readonly [string, (from: typeof scored) => unknown]>([
    ['writeTable', (from) => writeTable(from, style)],
    ['writeRanking', (from) => writeRanking(from, style)],
    ['writeCsv', (from) => writeCsv(from, style)],
    ['writeJson', (from) => writeJson(from, style)],
    ['writeNdjson', (from) => writeNdjson(from, style)],
    ['writeExplanation', (from) => writeExplanation(from, 0, style)],
    ['writeExplanationMarkdown', (from) => writeExplanationMarkdown(from, 0, style)],
  ])('by %s', (_name, write) => {
    expect(() => write(scored)).not.toThrow();
    expect(() => write(foreign)).toThrow(/ of 2 (?:rows|units), the assessments are of 3$| is of other assessments$/);
  });
});

test.each<readonly [string, () => unknown]>([
  ['explainer', () => explainer(assessments, rank(fewer))],
  ['robustness', () => robustness(assessments, rank(fewer))],
  ['compareAssessments', () => compareAssessments(assessments, assessments, { after: { ranking: rank(fewer) } })],
])('%s refuses a ranking of other units', (_, ask) => {
  expect(ask).toThrow(new RangeError('the ranking is of 2 rows, the assessments are of 3'));
});

test('who may not certify is told by the explainer, too', () => {
  const marked = (status: typeof set.status): boolean | undefined =>
    explainer(compile({ ...set, status }).assess(dataset))(0).notForCertification;
  expect([marked('in-force'), marked('draft')]).toEqual([undefined, true]);
});

test('an operator that is none is a mistake of the program, not an addition', () => {
  const wrong: readonly unknown[] = [{ indicator: 'users', operator: '*=', value: '2' }];
  // What a program without types can ask for.
  expect(() => Reflect.apply(suppose, null, [dataset, set, wrong])).toThrow(RangeError);
});

test('what rows share cannot be changed through one of them', () => {
  const ids = decidingCriteria(assessments)(0);
  expect(() => Reflect.apply(Array.prototype.push, ids, ['X'])).toThrow(TypeError);
  expect(() => Reflect.apply(Array.prototype.push, assessments.candidates(0).classes, [7])).toThrow(TypeError);
});
