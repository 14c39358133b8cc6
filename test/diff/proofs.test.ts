import { describe, expect, test } from 'vitest';
import { type Change, compareSets, diff, proofsOf, provedChanges } from '../../src/diff/index.ts';
import { type Edit, sample } from './sample.ts';

const TIGHTER: Edit = ['rate < 1%\n', 'rate < 0.5%\n'];
const PLAIN: Edit = ['        - score >= 80%\n        - points(A) >= 50%\n', ''];
/** Classes that ask for no points. */
const NO_POINTS: readonly Edit[] = [PLAIN, ['when: score >= 60%', 'when: M.3']];

function proved(base: readonly Edit[], revision: readonly Edit[]) {
  const sets = { base: sample(...base).set, revision: sample(...revision).set };
  const comparison = compareSets(sets);
  const { classes, alone } = proofsOf(sets, comparison);
  return {
    certified: classes.certified.direction,
    directions: Object.fromEntries(
      [...alone].map(([place, { direction }]) => [comparison.planned[place]?.change.path, direction]),
    ),
  };
}

/** The first change, with what is proved of it in place. */
function told(base: readonly Edit[], ...edits: readonly Edit[]) {
  const sets = { base: sample(...base).set, revision: sample(...base, ...edits).set };
  const comparison = compareSets(sets);
  const [change] = provedChanges(sets, comparison, proofsOf(sets, comparison));
  if (change === undefined) throw new Error('nothing changed');
  const { id, direction, basis, level, classes } = change;
  return { id, direction, basis, level, classes: classes.map((own) => `${own.class} ${own.effect}`) };
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
    [
      'two figures exchange their ids, and one line is looser',
      [
        [
          '  users:\n    label: { vi: Số người sử dụng, en: Users }',
          '  cases:\n    was: users\n    label: { vi: Số người sử dụng, en: Users }',
        ],
        [
          '  cases:\n    label: { vi: Số vụ, en: Cases }',
          '  users:\n    was: cases\n    label: { vi: Số vụ, en: Cases }',
        ],
        ['formula: users / people', 'formula: cases / people'],
        ['rule: users <= people', 'rule: cases <= people'],
        ['test: cases <= 3', 'test: users <= 4'],
        ['per: cases', 'per: users'],
      ],
      'looser',
      { 'criteria.M.1.test': 'looser' },
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
      'a change that needs another is proved once that is made',
      [
        ['  M.3:\n', '  M.9:\n    title: { vi: M, en: N }\n    test: users == 0\n  M.3:\n'],
        ['        - M.2\n', '        - M.2\n        - M.9\n'],
      ],
      'stricter',
      { 'classes.clean.when': 'stricter' },
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

  test('also where classes ask for points', () => {
    expect(proved([], [TIGHTER]).directions).toEqual({ 'criteria.M.2.test': 'stricter' });
    const { directions } = proved(NO_POINTS, [PLAIN, ['when: score >= 60%', 'when: score >= 50%'], TIGHTER]);
    expect(directions).toEqual({ 'criteria.M.2.test': 'stricter', 'classes.fair.when': 'either' });
  });
});

describe('what was read off wrongly is put right', () => {
  /** Some communes have no border, and then nothing that is mandatory applies to them. */
  const BORDER: readonly Edit[] = [
    ['    mandatory: true\n    test: cases <= 3', '    mandatory: true\n    applies_when: plan\n    test: cases <= 3'],
    ...NO_POINTS,
    ['        - M.2\n', ''],
  ];
  const CAP: Edit = ['    cap: 11\n', '    cap: 5\n'];
  const UNORDERED: Edit = ['  - { by: score, order: high }\n', ''];
  /** Who has none of the points of A comes to half of what can be earned, once that is less. */
  const SHARE: readonly Edit[] = [
    UNORDERED,
    PLAIN,
    ['        - mandatory\n', '        - plan\n'],
    ['        - M.2\n', '        - not plan\n'],
    ['when: score >= 60%', 'when:\n      all: [score >= 50%, not plan, clips == 0, not model]'],
  ];

  test.each<readonly [string, readonly Edit[], Edit, ReturnType<typeof told>['direction'], readonly string[]]>([
    [
      'one more is mandatory where none may have applied',
      BORDER,
      ['    test: model\n', '    mandatory: true\n    test: model\n'],
      'either',
      ['clean either'],
    ],
    ['less can be earned, by those who earn nothing of it', SHARE, CAP, 'looser', ['fair wider']],
  ])('%s', (_, base, edit, direction, classes) => {
    const sets = { base: sample(...base).set, revision: sample(...base, edit).set };
    const comparison = compareSets(sets);
    for (const wrong of ['stricter', 'looser', 'none'] as const) {
      const effect = wrong === 'looser' ? 'wider' : 'narrower';
      const planned = comparison.planned.map((own) => ({
        ...own,
        change: {
          ...own.change,
          direction: wrong,
          classes: own.change.classes.map((one) => ({ ...one, effect }) as const),
        },
      }));
      const misread = { ...comparison, planned };
      const [change] = provedChanges(sets, misread, proofsOf(sets, misread));
      expect(change).toMatchObject({ direction, basis: 'proved' });
      expect(change?.classes.map((own) => `${own.class} ${own.effect}`)).toEqual(classes);
    }
  });

  test('and with it the direction of a reading', () => {
    const high: Edit = ['test: rate < 2% }', 'test: 2 * rate < 2% }'];
    const given: readonly Edit[] = [...NO_POINTS, high];
    const sets = {
      base: sample(...given).set,
      revision: sample(...given, ['    default: low', '    default: high']).set,
    };
    const comparison = compareSets(sets);
    const directions = (changes: readonly Change[]) => changes.map(({ path, direction }) => `${path} ${direction}`);
    expect(directions(comparison.planned.map(({ change }) => change))).toEqual([
      'criteria.M.2.test either',
      'readings.limit.default either',
    ]);
    expect(directions(provedChanges(sets, comparison, proofsOf(sets, comparison)))).toEqual([
      'criteria.M.2.test none',
      'readings.limit.default none',
    ]);
  });
});

describe('what is proved stands in place of what was read off', () => {
  const NONE = { direction: 'none', basis: 'proved', level: 'notice', classes: [] };

  test('of a condition that is the same: no class is easier or harder to come to', () => {
    expect(told(NO_POINTS, ['cases <= 3', 'not cases > 3'])).toEqual({ id: 'test-changed', ...NONE });
    expect(told(NO_POINTS, ['rate < 1%\n', '2 * rate < 2%\n'])).toEqual({ id: 'test-changed', ...NONE });
  });

  test('of a line that is shifted beyond all data', () => {
    const most: Edit = ['en: Cases }\n    type: count\n', 'en: Cases }\n    type: count\n    max: 3\n'];
    expect(told([...NO_POINTS, most], ['cases <= 3', 'cases <= 9'])).toEqual({ id: 'threshold-changed', ...NONE });
  });

  test('of a condition that goes one way where that could not be seen', () => {
    expect(told(NO_POINTS, ['cases <= 3', 'not cases > 2'])).toEqual({
      id: 'test-changed',
      direction: 'stricter',
      basis: 'proved',
      level: 'major',
      classes: ['clean narrower'],
    });
  });
});

describe('the order that counted criteria give', () => {
  const COUNT: Edit = [
    'score:\n  model: points\n  of: 25\n  round: { to: 1, mode: half-up }\n',
    'score: { model: count, of: [M.2, M.3] }\n',
  ];
  const applies = (when: string): string => `applies_when: ${when}\n    not_applicable: exclude\n    test: rate < 1%\n`;
  const counted: readonly Edit[] = [PLAIN, ['when: score >= 60%', 'when: plan'], COUNT];
  const sometimes: Edit = ['test: rate < 1%\n', applies('people > 50')];

  test('is the same in whatever order they are listed', () => {
    const sets = ['M.2, M.3', 'M.3, M.2'].map(
      (of) =>
        sample(...counted, ['score: { model: count, of: [M.2, M.3] }', `score: { model: count, of: [${of}] }`]).set,
    );
    const [base, revision] = sets;
    expect(base && revision && diff(base, revision)).toEqual([]);
  });

  test('is proved too where no class changes', () => {
    const more = told(counted, ['    test: model\n', '    test: not (not model and not plan)\n']);
    expect(more).toMatchObject({ direction: 'looser', basis: 'proved', level: 'major', classes: [] });
    const same = told(counted, ['    test: model\n', '    test: not not model\n']);
    expect(same).toMatchObject({ direction: 'none', basis: 'proved', level: 'notice', classes: [] });
  });

  test('is proved too where it goes against the classes', () => {
    // Who did not apply meets the class, and has no point; who applies may have one.
    expect(told([...counted, sometimes], ['applies_when: people > 50', 'applies_when: people > 20'])).toMatchObject({
      direction: 'either',
      basis: 'proved',
      classes: ['clean narrower'],
    });
  });

  test('is not proved to stay where other criteria are counted', () => {
    const fewer = told(counted, ['score: { model: count, of: [M.2, M.3] }', 'score: { model: count, of: [M.2] }']);
    expect(fewer).toMatchObject({ id: 'score-model-changed', direction: 'either', basis: 'derived' });
  });

  test('is left as it was read off where points are sums', () => {
    const summed = told([PLAIN, ['when: score >= 60%', 'when: plan']], ['[5, 2]', '[4, 2]']);
    expect(summed).toMatchObject({ direction: 'looser', basis: 'derived', classes: [] });
  });

  test('is not proved to stay where it hangs on something else', () => {
    const found = told(counted, ['by: rate, order: low', 'by: cases, order: low']);
    expect(found).toMatchObject({ id: 'rank-changed', direction: 'either', basis: 'derived' });
  });
});
