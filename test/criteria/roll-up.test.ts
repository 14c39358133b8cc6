import { describe, expect, test } from 'vitest';
import {
  type CriteriaSet,
  parseCriteria,
  rollupIssues,
  rollupOf,
  rollupScope,
  scopeOf,
} from '../../src/criteria/index.ts';
import { printFormula } from '../../src/formula/index.ts';
import { SMALL_SET, valueOf } from './small-set.ts';

const lower = (): CriteriaSet => valueOf(parseCriteria(SMALL_SET));

/** A set above the small one, of one indicator. */
const upper = (type: string, rollup: string | null): CriteriaSet =>
  valueOf(
    parseCriteria(`family: upper
version: "1"
status: draft
title: Upper
unit: province
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
from: { set: small@1, group: province }
indicators:
  figure: { label: Figure, type: ${type}${rollup === null ? '' : `, rollup: "${rollup}"`} }
criteria:
  A: { title: A, test: 1 > 0 }
classes:
  rest: { label: Rest, when: otherwise }
`),
  );

const figure = (set: CriteriaSet) => {
  const indicator = set.indicators.get('figure');
  if (indicator === undefined) throw new Error('no figure');
  return indicator;
};

describe('a roll-up is read from its formula', () => {
  test.each<[string, string, string | null]>([
    ['sum(users)', 'sum', null],
    ['sum(users, class == clean)', 'sum', 'class == clean'],
    ['min(area)', 'min', null],
    ['max(area)', 'max', null],
    ['count(A.1)', 'count', null],
    ['share(certified)', 'share', null],
    ['any(route == main)', 'any', null],
    ['all(A.1)', 'all', null],
  ])('%s', (text, name, where) => {
    const rollup = rollupOf(figure(upper('count', text)));
    expect(rollup?.function).toBe(name);
    expect(rollup && printFormula(rollup.of)).toBe(text.slice(name.length + 1, -1).split(',')[0]);
    expect(rollup?.where ? printFormula(rollup.where) : null).toBe(where);
  });

  test.each([
    null,
    'users',
    'users + 1',
    'mean(users)',
    'abs(users)',
    'count(A.1, A.2)',
    'min(area, users)',
    'sum(users, A.1, A.2)',
  ])('%s is none', (text) => {
    expect(rollupOf(figure(upper('count', text)))).toBeNull();
  });
});

describe('a roll-up fits its indicator', () => {
  test.each([
    ['count', 'sum(users)'],
    ['count', 'sum(users, class == clean and certified)'],
    ['count', 'sum(users, A.1)'],
    ['decimal', 'sum(area)'],
    ['count', 'sum(users * people - 1)'],
    ['decimal', 'min(-area)'],
    ['decimal', 'max(area)'],
    ['count', 'max(max(users, people))'],
    ['count', 'count(class in [clean, rest])'],
    ['count', 'count(users / people > 0.5)'],
    ['percent', 'share(certified)'],
    ['boolean', 'any(route == main)'],
    ['boolean', 'all(A.1 or rate > 1%)'],
  ])('%s: %s', (type, text) => {
    expect(rollupIssues(upper(type, text), lower())).toEqual([]);
  });

  test.each([
    ['count', null],
    ['count', 'users'],
    ['count', 'sum(users, A.1, A.2)'],
    ['count', 'abs(users)'],
    ['percent', 'sum(users)'],
    ['boolean', 'sum(users)'],
    ['percent', 'max(rate)'],
    ['decimal', 'count(A.1)'],
    ['boolean', 'count(A.1)'],
    ['count', 'share(A.1)'],
    ['boolean', 'share(A.1)'],
    ['count', 'any(A.1)'],
    ['percent', 'all(A.1)'],
    ['decimal', 'sum(users / people)'],
    ['decimal', 'sum(1 + users / people)'],
    ['decimal', 'sum(users / people + 1)'],
    ['decimal', 'min(-(users / people))'],
    ['decimal', 'max(abs(users / people))'],
    ['decimal', 'max(min(1, users / people))'],
    ['decimal', 'max(rate)'],
    ['count', 'sum(users * rate)'],
    ['decimal', 'min(prev(rate))'],
  ])('%s does not: %s', (type, text) => {
    const set = upper(type, text);
    expect(rollupIssues(set, lower())).toEqual([
      {
        code: 'criteria/rollup-form',
        severity: 'error',
        args: { indicator: 'figure', type },
        position: figure(set).at,
        path: 'indicators.figure.rollup',
        received: null,
      },
    ]);
  });

  test.each([
    ['sum(area)', 'area'],
    ['min(area * 2)', 'area * 2'],
    ['max(users * 50%)', 'users * 50%'],
    ['sum(max(1.5, users))', 'max(1.5, users)'],
    ['sum(area, class == clean)', 'area'],
  ])('a count does not: %s is not whole', (text, of) => {
    const [found, ...others] = rollupIssues(upper('count', text), lower());
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'criteria/rollup-not-whole',
      severity: 'error',
      args: { indicator: 'figure', of },
      path: 'indicators.figure.rollup',
    });
  });

  test.each([
    ['count', 'sum(uers)', 'formula/unknown-name'],
    ['count', 'sum(A.1)', 'formula/wrong-type'],
    ['count', 'count(users)', 'formula/wrong-type'],
    ['boolean', 'any(class == cleen)', 'formula/unknown-choice'],
    ['count', 'sum(users, people)', 'formula/wrong-type'],
    ['count', 'sum(users, class == cleen)', 'formula/unknown-choice'],
    ['boolean', 'all(figure > 1)', 'formula/unknown-name'],
  ])('%s: the formula of %s is at fault', (type, text, code) => {
    expect(rollupIssues(upper(type, text), lower()).map((found) => [found.code, found.path])).toEqual([
      [code, 'indicators.figure.rollup'],
    ]);
  });
});

describe('the names of a roll-up', () => {
  test('are those of the set below and of its results', () => {
    const set = lower();
    const scope = rollupScope(set);
    expect(scope.names).toEqual([...scopeOf(set).names, 'class', 'certified']);
    expect(scope.lookup('class')).toEqual({
      kind: 'indicator',
      indicator: { id: 'class', type: 'choice', unit: null, values: ['clean', 'rest'] },
    });
    expect(scope.lookup('certified')).toEqual({
      kind: 'indicator',
      indicator: { id: 'certified', type: 'boolean', unit: null, values: [] },
    });
    expect(scope.lookup('rate')).toMatchObject({ kind: 'measure' });
    expect(scope.lookup('score')).toBeNull();
  });
});
