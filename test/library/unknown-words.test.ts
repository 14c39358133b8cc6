import { expect, test } from 'vitest';
import * as library from '../../src/index.ts';
import * as node from '../../src/node.ts';
import { EXAMPLE_SCOPE } from './example-scope.ts';

const { assessments, rows, set } = EXAMPLE_SCOPE;
const noRows = library.issue('data/no-rows', {});
const result = { ok: true, value: set, issues: [] };
const NO_SET = 'no criteria set: take `value` of a result, `set` of what was loaded';
const NO_DATA = 'no data: take what `readCsv` gives';
const NO_ASSESSMENTS = 'no assessments: take `value` of what `assess` gives';
const NO_FILE = 'no criteria file: take `value` of what `parseSource` gives';
const NO_TEXT = 'no text of a file: the object null';
const csv = { name: 'a.csv', text: 'code;people\n00004;8120' };

/** What a program without types can ask for. */
const MISTAKES: readonly (readonly [told: string, ask: (...args: never[]) => unknown, args: readonly unknown[]])[] = [
  ['no language: fr', library.messagesIn, ['fr']],
  ['no language: toString', library.messagesIn, ['toString']],
  ['no language: fr', library.sentence, [noRows, 'fr']],
  ['no language: fr', library.writeCsv, [EXAMPLE_SCOPE.scored, { lang: 'fr' }]],
  ['no number style: fr', library.readCsv, [csv, set, { numbers: 'fr' }]],
  ['no number style: fr', library.assess, [set, rows, { numbers: 'fr' }]],
  ['no goal: x', library.waysToPass, [assessments, 1, 'x']],
  ['no pairing: name', library.compareAssessments, [assessments, assessments, { pairBy: 'name' }]],
  ['no period: the number 2025', library.periodOf, [set, 2025]],
  ['no period: the number 2025', library.rowsOfPeriod, [assessments.dataset, 2025]],
  ['no code of an issue: x/y', library.sentence, [{ ...noRows, code: 'x/y' }, 'en']],
  [NO_SET, library.assess, [result, rows]],
  [NO_SET, library.assess, []],
  [NO_SET, library.compile, [{ set, period: null, lower: null }]],
  [NO_SET, library.readCsv, [csv, result]],
  [NO_SET, library.datasetFromRows, [rows, result]],
  [NO_SET, library.diff, [set, result]],
  [NO_SET, library.impact, [result, set, rows]],
  [NO_SET, library.compile, [null]],
  [NO_SET, library.rollUp, [assessments, result]],
  [NO_FILE, library.resolveReadings, [null]],
  [NO_FILE, library.compareReadings, [set, assessments.dataset]],
  [NO_DATA, library.compile(set).assess, [{}]],
  [NO_DATA, library.compile(set).assess, [Promise.resolve(assessments.dataset)]],
  [NO_DATA, library.suppose, [null, set, []]],
  [NO_DATA, library.rowsOfPeriod, [null, '2025']],
  [NO_DATA, library.findGroupColumn, [assessments, set, 'district']],
  ['no list of datasets: [object Object]', library.assemble, [assessments.dataset, set]],
  ['no issue: give one of `issues`', library.sentence, [null, 'vi']],
  ['no issue: give one of `issues`', library.sentence, [[noRows], 'vi']],
  ['no language: undefined', library.sentence, [noRows]],
  ['no list of rows: [object Object]', library.assess, [set, {}]],
  ['no list of rows: null', library.datasetFromRows, [null, set]],
  ['no data file: give { name, text } or { name, bytes }', library.readCsv, ['code;people', set]],
  ['no list of suppositions: [object Object]', library.suppose, [assessments.dataset, set, {}]],
  ['no operator of a supposition: *=', library.suppose, [assessments.dataset, set, supposing('*=', '1')]],
  ['no value of a supposition: the number 1', library.suppose, [assessments.dataset, set, supposing('=', 1)]],
];

/** What takes assessments, and what it takes beside them. */
const OF_ASSESSMENTS: readonly (readonly [ask: (...args: never[]) => unknown, others: readonly unknown[]])[] = [
  [library.rank, []],
  [library.summarise, []],
  [library.summarise, [[1], 0]],
  [library.groupBy, [{ id: 'district', values: 'text' }]],
  [library.robustness, [EXAMPLE_SCOPE.ranking]],
  [library.rollUp, [EXAMPLE_SCOPE.upper]],
  [library.decidingCriteria, []],
  [library.missingCells, []],
  [library.findingReader, [EXAMPLE_SCOPE.formula]],
  [library.findingOf, [EXAMPLE_SCOPE.formula, 1]],
  [library.nearTheLine, [[1]]],
  [library.waysToPass, [1, 'certified']],
  [library.compareAssessments, [assessments]],
  [library.explainer, []],
  [library.scoreResult, [EXAMPLE_SCOPE.ranking, EXAMPLE_SCOPE.summary, EXAMPLE_SCOPE.provenance]],
];

/** What is made of the text of a file. */
const OF_TEXTS: readonly ((...args: never[]) => unknown)[] = [
  library.parseCriteria,
  library.parseSource,
  library.extendedSet,
  library.catalogEntry,
  library.parseCases,
  library.parseColumnMap,
  library.parseRegistry,
  library.parseLineage,
];

function supposing(operator: string, value: unknown): readonly unknown[] {
  return [{ indicator: 'people', operator, value }];
}

/** The same of what reads files. */
const MISTAKES_OF_FILES: typeof MISTAKES = [
  ['no criteria set: the number 5', node.loadCriteria, [5]],
  ['no criteria set: the number 5', node.loadCases, [5]],
  ['no list of files: /nope.csv', node.readData, ['/nope.csv', set]],
  ['no files to read', node.readData, [[], set]],
  ['no files to read', node.inspectData, [[], set]],
  [NO_SET, node.readData, [['/nope.csv'], result]],
];

test.each(MISTAKES_OF_FILES)('%s', async (told, ask, args) => {
  await expect(Reflect.apply(ask, null, args)).rejects.toThrow(new RangeError(told));
});

test.each(MISTAKES)('%s', (told, ask, args) => {
  expect(() => Reflect.apply(ask, null, args)).toThrow(new RangeError(told));
});

test.each(OF_ASSESSMENTS)('%o says that it was given no assessments', (ask, others) => {
  for (const other of [undefined, null, 42, {}, set, assessments.dataset, { ok: true, value: assessments, issues: [] }])
    expect(() => Reflect.apply(ask, null, [other, ...others])).toThrow(new RangeError(NO_ASSESSMENTS));
});

test.each(OF_TEXTS)('%o says that it was given no text', (parse) => {
  expect(() => Reflect.apply(parse, null, [null, 'a.yaml', set])).toThrow(new RangeError(NO_TEXT));
});
