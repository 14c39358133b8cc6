import { expect, test } from 'vitest';
import { failure, inOrder } from '../../src/criteria/issue-list.ts';
import { type Issue, issue } from '../../src/messages/index.ts';

const at = (line?: number, column?: number): Issue =>
  issue(
    'criteria/forbidden-key',
    { key: `${line}:${column}` },
    {
      position: {
        file: 'a.yaml',
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column }),
      },
    },
  );

const nowhere = issue('criteria/forbidden-key', { key: 'nowhere' });

test.each<[string, readonly Issue[], readonly Issue[]]>([
  ['by line', [at(3, 1), at(1, 9), at(2, 5)], [at(1, 9), at(2, 5), at(3, 1)]],
  ['by column on one line', [at(1, 9), at(1, 2)], [at(1, 2), at(1, 9)]],
  ['as they came at one place', [at(1, 2), nowhere, at()], [nowhere, at(), at(1, 2)]],
  ['without a column before those with one', [at(1, 2), at(1)], [at(1), at(1, 2)]],
  ['the same only once', [at(2, 1), at(1, 1), at(2, 1)], [at(1, 1), at(2, 1)]],
  ['none', [], []],
])('issues stand in file order: %s', (_, given, wanted) => {
  expect(inOrder(given)).toEqual(wanted);
});

test('a hundred are told, and how many more there are', () => {
  const many = Array.from({ length: 102 }, (_, index) => at(index + 1, 1));
  expect(inOrder(many.slice(0, 100))).toEqual(many.slice(0, 100));
  expect(inOrder(many)).toEqual([...many.slice(0, 100), issue('criteria/more-issues', { more: 2 })]);
});

test('a failure needs an issue', () => {
  expect(failure([at(2, 1), at(1, 1)])).toEqual({ ok: false, issues: [at(1, 1), at(2, 1)] });
  expect(() => failure([])).toThrow(RangeError);
});
