import { describe, expect, test } from 'vitest';
import { classScopeOf, meritOf, parseCriteria, scopeOf } from '../../src/criteria/index.ts';
import { FAIL, NOT_APPLICABLE, PASS, printFormula } from '../../src/formula/index.ts';
import { exchanged, SMALL_SET, valueOf } from './small-set.ts';
import { SMALL_SHEET } from './small-sheet.ts';

const WITH_SHARE = exchanged(
  exchanged(SMALL_SET, 'unit: commune\n', 'unit: province\nfrom: { set: low@1, group: province }\n'),
  'indicators:\n',
  'indicators:\n  part: { label: Part, type: percent, rollup: share(certified) }\n',
)
  .replace('    title: Few users', '    title: Few users\n    not_applicable: pass')
  .replace('off the route\n', 'off the route\n    not_applicable: fail\n')
  .replace('type: count, min: 1', 'type: count, unit: persons, min: 1');

const set = () => valueOf(parseCriteria(WITH_SHARE));

describe('a name in a formula means', () => {
  test.each<[string, object]>([
    ['users', { kind: 'indicator', indicator: { id: 'users', type: 'count', unit: null, values: [] } }],
    ['people', { kind: 'indicator', indicator: { id: 'people', type: 'count', unit: null, values: [] } }],
    ['area', { kind: 'indicator', indicator: { id: 'area', type: 'decimal', unit: 'm²', values: [] } }],
    ['route', { kind: 'indicator', indicator: { id: 'route', type: 'choice', unit: null, values: ['none', 'main'] } }],
    ['part#count', { kind: 'indicator', indicator: { id: 'part#count', type: 'count', unit: null, values: [] } }],
    ['part#units', { kind: 'indicator', indicator: { id: 'part#units', type: 'count', unit: null, values: [] } }],
    ['A.1', { kind: 'criterion', whenNotApplicable: PASS }],
    ['A.2', { kind: 'criterion', whenNotApplicable: FAIL }],
    ['A.3', { kind: 'criterion', whenNotApplicable: NOT_APPLICABLE }],
  ])('%s', (name, wanted) => {
    expect(scopeOf(set()).lookup(name)).toEqual(wanted);
  });

  test.each([
    ['rate', 'users / people'],
    ['part', 'part#count / part#units'],
  ])('%s is the measure %s', (name, formula) => {
    const meaning = scopeOf(set()).lookup(name);
    expect(meaning?.kind === 'measure' && printFormula(meaning.formula)).toBe(formula);
  });

  test.each(['nothing', 'none', 'rate#count', 'nothing#count', 'mandatory', 'score'])('nothing: %s', (name) => {
    expect(scopeOf(set()).lookup(name)).toBeNull();
  });

  test('the names are those of indicators, measures, criteria and choices, each once', () => {
    const twice = exchanged(
      SMALL_SET,
      'measures:\n',
      '  way: { label: Way, type: choice, values: { none: None, other: Other } }\nmeasures:\n',
    );
    expect(scopeOf(valueOf(parseCriteria(twice))).names).toEqual([
      'people',
      'users',
      'area',
      'route',
      'way',
      'rate',
      'A.1',
      'A.2',
      'A.3',
      'none',
      'main',
      'other',
    ]);
  });
});

test('the condition of a class may also ask for points and for what is mandatory', () => {
  const sheet = valueOf(parseCriteria(SMALL_SHEET));
  const scope = classScopeOf(sheet);
  expect(scope.lookup('mandatory')).toEqual({ kind: 'mandatory', criteria: ['M'] });
  expect(scope.lookup('score')).toEqual({ kind: 'score' });
  expect(scope.lookup('M')).toMatchObject({ kind: 'criterion' });
  expect(scope.lookup('nothing')).toBeNull();
  expect(scope.names).toEqual([...scopeOf(sheet).names, 'mandatory', 'score']);
});

test.each<[string, string, readonly number[]]>([
  ['as the rank says', '{ by: class, best: [rest, clean] }', [1, 0]],
  ['what the rank does not name after what it names', '{ by: class, best: [rest] }', [1, 0]],
  ['in the order of the set where the rank says nothing', '{ by: class }', [0, 1]],
  ['in the order of the set where the rank has no classes', '{ by: users }', [0, 1]],
])('classes are good %s', (_, key, merit) => {
  const ranked = exchanged(SMALL_SET, '{ by: class, best: [clean, rest] }', key);
  expect(meritOf(valueOf(parseCriteria(ranked)))).toEqual(merit);
});
