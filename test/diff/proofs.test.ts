import { describe, expect, test } from 'vitest';
import { compareSets, proofsOf } from '../../src/diff/index.ts';
import { type Edit, sample } from './sample.ts';

const TIGHTER: Edit = ['rate < 1%\n', 'rate < 0.5%\n'];
const PLAIN: Edit = ['        - score >= 80%\n        - points(A) >= 50%\n', ''];
/** Classes that ask for no points. */
const NO_POINTS: readonly Edit[] = [PLAIN, ['when: score >= 60%', 'when: M.3']];

function proved(base: readonly Edit[], revision: readonly Edit[]) {
  const sets = { base: sample(...base).set, revision: sample(...revision).set };
  const comparison = compareSets(sets);
  const { classes, directions } = proofsOf(sets, comparison);
  return {
    certified: classes.certified.direction,
    directions: Object.fromEntries(
      [...directions].map(([place, way]) => [comparison.planned[place]?.change.path, way]),
    ),
  };
}

describe('over all possible data', () => {
  test.each<readonly [string, readonly Edit[], string, Readonly<Record<string, string>>]>([
    ['nothing changes', [], 'same', {}],
    ['a tighter line is stricter', [TIGHTER], 'stricter', { 'criteria.M.2.test': 'stricter' }],
    ['a looser line is looser', [['rate < 1%\n', 'rate < 2%\n']], 'looser', { 'criteria.M.2.test': 'looser' }],
    [
      'each of two changes goes its own way',
      [
        ['rate < 1%\n', 'rate < 2%\n'],
        ['cases <= 3', 'cases <= 2'],
      ],
      'neither',
      { 'criteria.M.1.test': 'stricter', 'criteria.M.2.test': 'looser' },
    ],
    [
      'the same line written in another way changes nothing',
      [['cases <= 3', 'not cases > 3']],
      'same',
      { 'criteria.M.1.test': 'none' },
    ],
    ['something else is asked for', [['cases <= 3', 'users <= 3']], 'neither', { 'criteria.M.1.test': 'either' }],
    // Below the certificate, one class is better than another.
    [
      'a class that does not certify gains',
      [['when: M.3', 'when: M.3 or plan']],
      'same',
      { 'classes.fair.when': 'looser' },
    ],
    [
      'a class that does not certify loses',
      [['when: M.3', 'when: M.3 and plan']],
      'same',
      { 'classes.fair.when': 'stricter' },
    ],
    ['no class hangs on it', [['en: Few users', 'en: Few']], 'same', {}],
    [
      'a change that needs another is not proved alone',
      [
        ['  M.3:\n', '  M.9:\n    title: { vi: M, en: N }\n    test: users == 0\n  M.3:\n'],
        ['        - M.2\n', '        - M.2\n        - M.9\n'],
      ],
      'stricter',
      {},
    ],
  ])('%s', (_, edits, certified, directions) => {
    const found = proved(NO_POINTS, [...NO_POINTS, ...edits]);
    expect(found).toEqual({ certified, directions });
  });

  test('the order of merit decides what is better, not the order in which classes are tried', () => {
    const turned: Edit = ['best: [clean, fair, rest]', 'best: [clean, rest, fair]'];
    const found = proved([...NO_POINTS, turned], [...NO_POINTS, turned, ['when: M.3', 'when: M.3 or plan']]);
    expect(found.directions).toEqual({ 'classes.fair.when': 'stricter' });
  });

  test('nothing is proved of changes where classes ask for points', () => {
    expect(proved([], [TIGHTER]).directions).toEqual({});
    const { directions } = proved(NO_POINTS, [PLAIN, ['when: score >= 60%', 'when: score >= 50%'], TIGHTER]);
    expect(directions).toEqual({ 'criteria.M.2.test': 'stricter' });
  });
});
