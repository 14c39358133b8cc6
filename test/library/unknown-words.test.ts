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
const NO_FORMULA = 'no formula: take `test` of a criterion';
const NO_FRACTION = 'no fraction: give { num, den }';
const NO_ENTRY = 'no criteria set: take `value` of a result, `set` of what was loaded, or an entry of a catalog';
const NO_CASES = 'no cases: take `value` of what `parseCases` gives';
const NO_RANKING = 'no ranking: take what `rank` gives';
const NO_SUMMARY = 'no summary: take what `summarise` gives';
const NO_PROVENANCE = 'no provenance: give { version, options, period, issues }';
const NO_STYLE = 'no style: give { lang, width, paint }';
const NO_COLUMN = 'no column of units: take `column` of what `findGroupColumn` gives';
const NOT_SCORED = 'nothing that was scored: give { assessments, ranking, summary, provenance }';
const { cases, sets, scored, ranking, summary, provenance, style } = EXAMPLE_SCOPE;
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
  [NO_SET, library.assemble, [[assessments.dataset], result]],
  [NO_DATA, library.assemble, [[null], set]],
  [NO_SET, library.findGroupColumn, [assessments.dataset, null, 'district']],
  ['no column: the object null', library.findGroupColumn, [assessments.dataset, set, null]],
  [NO_SET, library.parseColumnMap, ['ignore: [a]', 'map.yaml', result]],
  [NO_COLUMN, library.groupBy, [assessments, library.findGroupColumn(assessments.dataset, set, 'district')]],
  [NO_COLUMN, library.groupBy, [assessments, 'district']],
  [NO_FORMULA, library.printFormula, [null]],
  [NO_FORMULA, library.printFormula, ['people > 0']],
  [NO_FORMULA, library.findingReader, [assessments, null]],
  [NO_FORMULA, library.findingOf, [assessments, 'people > 0', 1]],
  [NO_FRACTION, library.exactText, [null]],
  [NO_FRACTION, library.exactText, [0.5]],
  [NO_FRACTION, library.exactText, [{ num: 1, den: 2 }]],
  ['no list of issues', library.hasError, [undefined]],
  ['no list of issues', library.hasError, [result]],
  ['no list of catalog entries: null', library.choose, [null, 'example', '2025']],
  ['no criteria set: the number 5', library.choose, [[], 5, '2025']],
  [NO_ENTRY, library.periodOf, [result, '2025']],
  [NO_ENTRY, library.validityIssues, [result, null]],
  ['no period: take `value` of what `periodOf` gives', library.validityIssues, [set, '2025']],
  ['no period: take `value` of what `periodOf` gives', library.validityIssues, [set]],
  [NO_CASES, library.checkCases, [result, sets]],
  [NO_CASES, library.runCases, [null, sets]],
  [NO_FILE, library.checkCases, [cases, null]],
  [NO_FILE, library.runCases, [cases, { source: set, below: null }]],
  [NO_FILE, library.runCases, [cases, { source: sets.source }]],
  [NO_FILE, library.thresholdCoverage, [[], null]],
  ['no list of results of cases: null', library.thresholdCoverage, [null, sets]],
  [NO_FILE, library.lintSet, [set, {}]],
  ['no list of rows: null', library.nearTheLine, [assessments, null]],
  ['no list of rows: 1', library.summarise, [assessments, 1]],
  ['no list of rows: 1', library.rank, [assessments, [1]]],
  ['no list of parts: 1', library.rank, [assessments, 1]],
  [NO_RANKING, library.explainer, [assessments, null]],
  [NO_RANKING, library.robustness, [assessments, {}]],
  [NO_RANKING, library.scoreResult, [assessments, JSON.parse(JSON.stringify(ranking)), summary, provenance]],
  [NO_SUMMARY, library.scoreResult, [assessments, ranking, {}, provenance]],
  [NO_PROVENANCE, library.scoreResult, [assessments, ranking, summary]],
  [NO_PROVENANCE, library.writeTable, [{ ...scored, provenance: {} }, style]],
  [NO_STYLE, library.writeTable, [scored]],
  [NO_STYLE, library.writeRanking, [scored, { lang: 'en' }]],
  [NO_STYLE, library.writeExplanation, [scored, 1, null]],
  ['no language of a reader: give { lang }', library.writeCsv, [scored]],
  ['no language of a reader: give { lang }', library.writeExplanationMarkdown, [scored, 1, 'en']],
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

/** What writes a report, and what it takes beside what was scored. */
const OF_SCORED: readonly (readonly [ask: (...args: never[]) => unknown, others: readonly unknown[]])[] = [
  [library.writeCsv, [style]],
  [library.writeJson, [style]],
  [library.writeNdjson, [style]],
  [library.writeRanking, [style]],
  [library.writeTable, [style]],
  [library.writeExplanation, [1, style]],
  [library.writeExplanationMarkdown, [1, style]],
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
  ['no criteria set: the object null', node.loadRevision, [null]],
  ['no path of a file: the undefined undefined', node.loadAccepted, []],
  ['no path of a file: the object null', node.readData, [[null], set]],
  ['no registry or lineage: the number 5', node.readRegistry, [5]],
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

test.each(OF_SCORED)('%o says that it was given nothing that was scored', (write, others) => {
  for (const other of [undefined, null, 42, {}, assessments])
    expect(() => Reflect.apply(write, null, [other, ...others])).toThrow(new RangeError(NOT_SCORED));
});

test.each(OF_TEXTS)('%o says that it was given no text', (parse) => {
  expect(() => Reflect.apply(parse, null, [null, 'a.yaml', set])).toThrow(new RangeError(NO_TEXT));
});
