import { expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { type CriteriaSet, parseCriteria } from '../../src/criteria/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';

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

test('data of the set is assessed', () => {
  expect(compile(USERS).assess(datasetFromRows([{ code: '1', users: 5 }], USERS)).issues).toEqual([]);
  expect(compile(KEY).assess(datasetFromRows([{ code: '1', users: true }], KEY)).issues).toEqual([]);
});

test.each([
  ['read with errors', USERS, datasetFromRows([{ code: '1', users: -5 }], USERS)],
  ['of another set', set('posts: { label: Posts, type: count }'), datasetFromRows([{ code: '1', users: 5 }], USERS)],
  ['of a set with another kind of figure', KEY, datasetFromRows([{ code: '1', users: 5 }], USERS)],
])('data %s is refused', (_, own, dataset) => {
  expect(() => compile(own).assess(dataset)).toThrow(RangeError);
});
