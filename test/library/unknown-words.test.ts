import { expect, test } from 'vitest';
import * as library from '../../src/index.ts';
import { EXAMPLE_SCOPE } from './example-scope.ts';

const { assessments, rows, set } = EXAMPLE_SCOPE;
const noRows = library.issue('data/no-rows', {});
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
];

test.each(MISTAKES)('%s', (told, ask, args) => {
  expect(() => Reflect.apply(ask, null, args)).toThrow(new RangeError(told));
});
