import { describe, expect, test } from 'vitest';
import { changesOf, type Edit, sample } from './sample.ts';

/** The direction of the change at a path. */
function directionOf(path: string, base: readonly Edit[], ...edits: readonly Edit[]) {
  const changes = changesOf(sample(...base), sample(...base, ...edits));
  return changes.find((change) => change.path === path)?.direction;
}

const NO_BONUS: Edit = [
  '      A.3:\n        title: { vi: Có mô hình tốt, en: A good model }\n        bonus: true\n        points: 1\n        test: model\n',
  '',
];
/** Points against numbers, not against shares of what can be earned. */
const ABSOLUTE: readonly Edit[] = [
  ['score >= 80%', 'score >= 20'],
  ['points(A) >= 50%', 'points(A) >= 5'],
  ['score >= 60%', 'score >= 15'],
];
const NO_ROUND: Edit = ['  round: { to: 1, mode: half-up }\n', ''];
const cap = (from: string, to: string): Edit => [`    cap: ${from}\n`, to === '' ? '' : `    cap: ${to}\n`];

describe('another cap', () => {
  test.each<readonly [string, readonly Edit[], Edit, string | undefined]>([
    ['above the points lets more bonus be earned', [], cap('11', '12'), 'looser'],
    ['above the points lets less bonus be earned', [], cap('11', '10'), 'stricter'],
    ['below the points also takes from what can be earned', [], cap('11', '5'), 'either'],
    ['taken away gives it back', [cap('11', '5')], cap('5', ''), 'either'],
    ['below the points in both', [cap('11', '5')], cap('5', '7'), 'either'],
    ['below the points, where no share is asked for', [NO_BONUS, ...ABSOLUTE], cap('11', '5'), 'stricter'],
    ['taken away, where no share is asked for', [NO_BONUS, ...ABSOLUTE, cap('11', '5')], cap('5', ''), 'looser'],
    ['below the points, where a bonus counts up to what can be earned', ABSOLUTE, cap('11', '5'), 'either'],
    [
      'of all the points there are',
      [['    cap: 11\n', '']],
      ['    points: 10\n', '    points: 10\n    cap: 10\n'],
      'none',
    ],
  ])('%s', (_, base, edit, direction) => {
    expect(directionOf('criteria.A.cap', base, edit)).toBe(direction);
  });
});

describe('a criterion that counts otherwise where it does not apply', () => {
  const policy = (from: string, to: string): Edit => [`not_applicable: ${from}`, `not_applicable: ${to}`];
  const D1 = '        points: 5\n';
  const A1 = '        points: 6\n        test: plan\n';
  const inA = (own: string): Edit => [A1, `        applies_when: people > 9\n        not_applicable: ${own}\n${A1}`];

  test.each<readonly [string, string, readonly Edit[], Edit, string]>([
    ['on top: all its points on both sides', 'B', [], policy('pass', 'exclude'), 'stricter'],
    [
      'on top: nothing of its points on one side',
      'B',
      [NO_BONUS, policy('pass', 'fail')],
      policy('fail', 'exclude'),
      'looser',
    ],
    ['as met, not as failed', 'B', [policy('pass', 'fail')], policy('fail', 'pass'), 'looser'],
    ['beside a bonus, left out', 'B', [policy('pass', 'fail')], policy('fail', 'exclude'), 'either'],
    ['no share is asked for', 'B', [NO_BONUS, ...ABSOLUTE, policy('pass', 'fail')], policy('fail', 'exclude'), 'none'],
    [
      'points that are rounded to less',
      'B',
      [['  round: { to: 1, mode: half-up }\n', '  round: { to: 4, mode: half-up }\n']],
      policy('pass', 'exclude'),
      'either',
    ],
    ['halves that go to even numbers', 'B', [['half-up', 'half-even']], policy('pass', 'exclude'), 'either'],
    ['not rounded', 'B', [NO_ROUND], policy('pass', 'exclude'), 'stricter'],
    ['in a group that a share is asked of', 'A.1', [NO_BONUS, inA('pass')], policy('pass', 'exclude'), 'either'],
    [
      'nothing else may be there to earn',
      'B',
      [
        ['    points: 10\n    cap', '    applies_when: people > 9\n    points: 10\n    cap'],
        [D1, `        applies_when: people > 9\n${D1}`],
      ],
      policy('pass', 'exclude'),
      'either',
    ],
    [
      'some of several are asked for, which may all be left out',
      'B',
      [
        [
          '    when: score >= 60%',
          '    when:\n      all:\n        - M.3\n        - at_least: 2\n          of: [B, plan, model]',
        ],
      ],
      policy('pass', 'exclude'),
      'either',
    ],
  ])('%s', (_, id, base, edit, direction) => {
    expect(directionOf(`criteria.${id}.not_applicable`, base, edit)).toBe(direction);
  });
});

describe('a criterion that applies to more', () => {
  const more: Edit = ['people > 100', 'people > 90'];
  const A = '    points: 10\n    cap: 11\n';
  const group = (policy: string, points = A): Edit => [
    A,
    `    applies_when: users > 2\n    not_applicable: ${policy}\n${points}`,
  ];
  const toAll: Edit = ['    applies_when: users > 2\n', ''];

  test.each<readonly [string, string, readonly Edit[], Edit, string]>([
    ['and counted as met', 'B', [], more, 'stricter'],
    ['and counted as failed', 'B', [['not_applicable: pass', 'not_applicable: fail']], more, 'looser'],
    [
      'and may cost more than it did',
      'B',
      [
        ['not_applicable: pass', 'not_applicable: fail'],
        ['per: cases }', 'per: cases, floor: -2 }'],
      ],
      more,
      'either',
    ],
    ['a group that counted as failed', 'A', [NO_BONUS, group('fail')], toAll, 'looser'],
    ['a group of which less can be earned then', 'A', [NO_BONUS, group('pass', A.replace('11', '9'))], toAll, 'either'],
    ['a group that can earn more than its points', 'A', [...ABSOLUTE, group('pass')], toAll, 'either'],
  ])('%s', (_, id, base, edit, direction) => {
    expect(directionOf(`criteria.${id}.applies_when`, base, edit)).toBe(direction);
  });
});

describe('points on top', () => {
  const A3 = '        bonus: true\n        points: 1\n        test: model\n';
  const bonus = (keys: string): Edit => [
    '      A.3:\n',
    `      A.4:\n        title: { vi: T, en: T }\n        bonus: true\n        points: 1\n${keys}      A.3:\n`,
  ];

  test.each<readonly [string, string, readonly Edit[], Edit, string | undefined]>([
    ['more of them', 'A.3.points', [], [A3, A3.replace('points: 1', 'points: 2')], 'looser'],
    [
      'fewer of them',
      'A.3.points',
      [[A3, A3.replace('points: 1', 'points: 2')]],
      [A3.replace('points: 1', 'points: 2'), A3],
      'stricter',
    ],
    [
      'where there were none',
      'A.3.points',
      [[A3, A3.replace('points: 1', 'points: 0')]],
      [A3.replace('points: 1', 'points: 0'), A3],
      'either',
    ],
    ['new ones', 'A.4', [], bonus('        test: plan\n'), 'looser'],
    ['new ones that can cost', 'A.4', [], bonus('        deduct: { each: 1, per: users, floor: -1 }\n'), 'either'],
  ])('%s', (_, path, base, edit, direction) => {
    expect(directionOf(`criteria.${path}`, base, edit)).toBe(direction);
  });

  test('new ones that weigh', () => {
    const weigh = (keys: string): Edit => [keys, `${keys}    weight: 1\n`];
    const base: readonly Edit[] = [
      ['model: points', 'model: weighted'],
      weigh('    points: 10\n    cap: 11\n'),
      weigh('    points: 10\n    deduct: { each: 2, per: cases }\n'),
      weigh('    points: 5\n'),
    ];
    const fresh: Edit = [
      '  D:\n',
      '  C:\n    title: { vi: T, en: T }\n    bonus: true\n    points: 1\n    weight: 1\n    test: plan\n  D:\n',
    ];
    expect(directionOf('criteria.C', base, fresh)).toBe('either');
  });
});

describe('rounding', () => {
  test.each<readonly [string, readonly Edit[], string]>([
    ['up instead of half up', [], 'looser'],
    ['of what may be below 0', [['per: cases }', 'per: cases, floor: -2 }']], 'either'],
  ])('%s', (_, base, direction) => {
    expect(directionOf('score.round', base, ['half-up', 'up'])).toBe(direction);
  });
});
