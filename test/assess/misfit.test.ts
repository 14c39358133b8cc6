import { expect, test } from 'vitest';
import { assess, compile } from '../../src/assess/index.ts';
import { type CriteriaSet, parseCriteria } from '../../src/criteria/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { MISSING } from '../../src/formula/index.ts';

function set(indicators: string): CriteriaSet {
  const parsed = parseCriteria(`family: small
version: "1"
status: draft
title: Small
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators: { ${indicators} }
criteria:
  A.1: { title: None, test: 1 > 0 }
classes:
  all: { label: All, when: A.1 }
`);
  if (!parsed.ok) throw new Error(parsed.issues[0].code);
  return parsed.value;
}

const USERS = set('users: { label: Users, type: count }');
const KEY = set('users: { label: Users, type: boolean }');

const route = (values: string): CriteriaSet => set(`route: { label: Route, type: choice, values: { ${values} } }`);
const ROUTE = route('none: None, inter: Inter');
const THREE_ROUTES = route('none: No, inter: Inter, intra: Intra');

test('data of a set with fewer values is assessed: all that it has are there', () => {
  const dataset = datasetFromRows([{ code: '1', route: 'none' }], ROUTE);
  expect(compile(THREE_ROUTES).assess(dataset).issues).toEqual([]);
});

test('data of the set is assessed', () => {
  expect(compile(USERS).assess(datasetFromRows([{ code: '1', users: 5 }], USERS)).issues).toEqual([]);
  expect(compile(KEY).assess(datasetFromRows([{ code: '1', users: true }], KEY)).issues).toEqual([]);
});

const PLAN = set('route: { label: Route, type: boolean }');

test.each([
  ['read with errors', USERS, USERS, { users: -5 }],
  ['of another set', set('posts: { label: Posts, type: count }'), USERS, { users: 5 }],
  ['of a set with another kind of figure', KEY, USERS, { users: 5 }],
  ['of a set with choices in another order', route('inter: Inter, none: None'), ROUTE, { route: 'none' }],
  ['of a set with more choices', ROUTE, THREE_ROUTES, { route: 'intra' }],
  ['of choices for a set of yes and no', PLAN, ROUTE, { route: 'none' }],
  ['of yes and no for a set of choices', ROUTE, PLAN, { route: true }],
])('data %s is refused', (_, own, other, figures) => {
  const dataset = datasetFromRows([{ code: '1', ...figures }], other);
  expect(() => compile(own).assess(dataset)).toThrow(RangeError);
});

test('an indicator that no row brings is missing in all of them, and no misfit', () => {
  const both = set('users: { label: Users, type: count }, key: { label: Key, type: boolean }');
  const found = assess(both, [{ code: '1', users: 5 }]);
  expect(found.ok && found.value.dataset.columns.get('key')?.values[0]).toBe(MISSING);
  expect(found.issues.map(({ code }) => code)).toEqual(['data/left-out']);
});

test('decimals are no counts', () => {
  const dataset = datasetFromRows([{ code: '1', users: 2.5 }], set('users: { label: Users, type: decimal }'));
  expect(() => compile(USERS).assess(dataset)).toThrow(/was not read for/);
});

test('rows of a set whose units are rolled up are refused', () => {
  const upper = { ...USERS, from: { set: 'lower', group: 'district' } };
  const found = assess(upper, [{ code: '1', users: 5 }]);
  expect(found.ok).toBe(false);
  expect(found.issues.map(({ code }) => code)).toEqual(['rollup/rows-given']);
});
