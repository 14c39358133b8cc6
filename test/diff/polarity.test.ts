import { describe, expect, test } from 'vitest';
import { isNeverNegative } from '../../src/diff/number-signs.ts';
import { polarityOf } from '../../src/diff/polarity.ts';
import { BOTH, DOWN, type Sign, STILL, UP } from '../../src/diff/sign.ts';
import type { Quantity } from '../../src/diff/uses.ts';
import { read } from '../formula/read.ts';
import { type Edit, sample } from './sample.ts';

/** `state M.1`, `points A`, `number rate`, `class fair`, `mandatory` or `score`. */
function quantity(text: string): Quantity {
  const [kind = '', name = ''] = text.split(' ');
  switch (kind) {
    case 'state':
    case 'points':
    case 'available':
      return { kind, criterion: name };
    case 'number':
      return { kind, name };
    case 'class':
      return { kind, class: name };
    case 'mandatory':
    case 'score':
      return { kind };
    default:
      throw new Error(`no quantity: ${text}`);
  }
}

/** The condition of the class `fair`, in place of `score >= 60%`. */
const fairWhen = (condition: string): Edit => ['    when: score >= 60%', `    when: ${condition}`];

describe('the class fair under a condition goes with', () => {
  test.each<readonly [string, string, Sign]>([
    // comparisons
    ['users >= 3', 'number users', UP],
    ['users > 3', 'number users', UP],
    ['users <= 3', 'number users', DOWN],
    ['users < 3', 'number users', DOWN],
    ['users == 3', 'number users', BOTH],
    ['users != 3', 'number users', BOTH],
    ['3 <= users', 'number users', UP],
    ['users < cases', 'number cases', UP],
    ['users < cases', 'number clips', STILL],
    ['not users < 3', 'number users', UP],
    ['not not users < 3', 'number users', DOWN],
    ['users < 3 and cases > 4', 'number cases', UP],
    ['users < 3 or cases > 4', 'number users', DOWN],
    ['users < 3 and users > 1', 'number users', BOTH],
    ['\n      at_least: 1\n      of: [users < 3, cases > 4]', 'number cases', UP],
    // numbers
    ['users + cases > 4', 'number cases', UP],
    ['users - cases > 4', 'number users', UP],
    ['users - cases > 4', 'number cases', DOWN],
    ['-users > -4', 'number users', DOWN],
    ['users * cases > 4', 'number users', UP],
    ['users * cases > 4', 'number cases', UP],
    ['users * -2 > -4', 'number users', BOTH],
    ['-2 * users > -4', 'number users', BOTH],
    ['users / people > 4', 'number users', UP],
    ['users / people > 4', 'number people', DOWN],
    ['users / (people - 9) > 4', 'number users', BOTH],
    ['users / (people - 9) > 4', 'number people', BOTH],
    ['(users - 9) / people > 4', 'number users', UP],
    ['(users - 9) / people > 4', 'number people', BOTH],
    ['max(users, cases) > 4', 'number users', UP],
    ['min(users, 9) < 4', 'number users', DOWN],
    ['abs(users - 3) < 4', 'number users', BOTH],
    ['prev(users) > 4', 'number users', UP],
    ['rate > 1%', 'number rate', UP],
    ['rate > 1%', 'number users', UP],
    ['rate > 1%', 'number people', DOWN],
    ['plan', 'number plan', UP],
    ['not plan', 'number plan', DOWN],
    // criteria
    ['M.2', 'state M.2', UP],
    ['not M.2', 'state M.2', DOWN],
    ['M.2', 'number rate', DOWN],
    ['M.2', 'points M.2', STILL],
    ['M.2', 'state M.1', STILL],
    ['A', 'state A', UP],
    ['A', 'state A.1', UP],
    ['A', 'number clips', UP],
    // A bonus is not asked for.
    ['A', 'state A.3', STILL],
    ['B', 'number cases', DOWN],
    // To whom a criterion applies can be good or bad for them.
    ['B', 'number people', BOTH],
    ['mandatory', 'mandatory', UP],
    ['mandatory', 'state M.1', UP],
    ['mandatory', 'state M.2', STILL],
    ['mandatory', 'number cases', DOWN],
    ['not mandatory', 'state M.1', DOWN],
    // points
    ['points(A) >= 5', 'points A', UP],
    ['points(A) >= 5', 'points A.1', UP],
    ['points(A) >= 5', 'points A.3', UP],
    ['points(A) >= 5', 'points B', STILL],
    ['points(A) >= 5', 'state A', STILL],
    ['points(A) >= 5', 'number plan', UP],
    ['points(A) >= 5', 'number clips', UP],
    ['points(A) <= 5', 'number clips', DOWN],
    ['points(B) >= 5', 'number cases', DOWN],
    ['points(B) >= 5', 'number people', BOTH],
    ['score >= 60%', 'score', UP],
    ['score >= 60%', 'points A', UP],
    ['score >= 60%', 'points A.2', UP],
    ['score >= 60%', 'points D.1', UP],
    ['score < 60%', 'points D.1', DOWN],
    ['score >= 60%', 'number cases', DOWN],
    ['score >= 60%', 'points M.1', STILL],
    // itself
    ['M.2', 'class fair', UP],
    ['M.2', 'class clean', STILL],
  ])('%s: %s', (condition, text, way) => {
    const { set } = sample(fairWhen(condition));
    expect(polarityOf(set).ofClass('fair', quantity(text))).toBe(way);
  });

  test('nothing where there is no such class', () => {
    expect(polarityOf(sample().set).ofClass('good', quantity('score'))).toBe(STILL);
  });
});

/** No points on top, and none below 0. */
const NO_BONUS: Edit = [
  '      A.3:\n        title: { vi: Có mô hình tốt, en: A good model }\n        bonus: true\n        points: 1\n        test: model\n',
  '',
];
const excluded = (keys: string): Edit => [keys, `${keys}        applies_when: people > 9\n`];
/** Whoever has no more than nine people can earn nothing of A. */
const NOTHING_OF_A: readonly Edit[] = [excluded('        points: 6\n'), excluded('        points: 4\n')];
const asPass: Edit = ['    cap: 11\n', '    cap: 11\n    not_applicable: pass\n'];

describe('the class fair under a condition goes with what can be earned', () => {
  test.each<readonly [string, string, readonly Edit[], Sign]>([
    ['score >= 60%', 'A', [NO_BONUS], DOWN],
    ['score >= 60%', 'A.1', [NO_BONUS], DOWN],
    ['score < 60%', 'A.1', [NO_BONUS], UP],
    ['points(A) >= 60%', 'A.1', [NO_BONUS], DOWN],
    ['points(A) >= 60%', 'A.1', [NO_BONUS, ...NOTHING_OF_A], DOWN],
    ['points(A) >= 60%', 'B', [NO_BONUS], STILL],
    ['score >= 15', 'A', [NO_BONUS], STILL],
    ['points(A) >= 5', 'A.1', [NO_BONUS], STILL],
    // With nothing to earn there is nothing to hold against the line.
    ['points(A) >= 5', 'A.1', [NO_BONUS, ...NOTHING_OF_A], BOTH],
    ['score >= 15', 'A.1', [NO_BONUS, ...NOTHING_OF_A], STILL],
    // Points on top count up to what can be earned, and points below 0 weigh more where less can be.
    ['score >= 15', 'A.1', [], BOTH],
    ['score >= 60%', 'A.1', [], BOTH],
    ['score >= 60%', 'A.1', [NO_BONUS, ['per: cases }', 'per: cases, floor: -2 }']], BOTH],
    ['score >= 60%', 'A.3', [], STILL],
    // A group that does not apply counts as met: fewer parts to earn points of can be better.
    ['score >= 15', 'A.1', [NO_BONUS, ...NOTHING_OF_A, asPass], BOTH],
    ['score >= 15', 'A.1', [NO_BONUS, asPass], STILL],
    ['plan', 'A', [], STILL],
  ])('%s: %s', (condition, id, edits, way) => {
    const { set } = sample(...edits, fairWhen(condition));
    expect(polarityOf(set).ofClass('fair', quantity(`available ${id}`))).toBe(way);
  });

  test('each weighed share of the whole', () => {
    const weigh = (keys: string): Edit => [keys, `${keys}    weight: 1\n`];
    const { set } = sample(
      NO_BONUS,
      ['model: points', 'model: weighted'],
      weigh('    points: 10\n    cap: 11\n'),
      weigh('    points: 10\n    deduct: { each: 2, per: cases }\n'),
      weigh('    points: 5\n'),
      fairWhen('score >= 15'),
    );
    expect(polarityOf(set).ofClass('fair', quantity('available A.1'))).toBe(DOWN);
  });
});

describe('points by value', () => {
  test.each<readonly [string, Sign]>([
    ['bands: [[10, 4], [5, 2]]', UP],
    ['bands: [[5, 4]]', UP],
    // Below the lowest band there are no points: with the value they come, and then fall.
    ['bands: [[10, 2], [5, 4]]', BOTH],
    ['bands: [[10, 2], [0, 4]]', DOWN],
    ['bands: [[10, 0], [5, 2], [-1, 4]]', DOWN],
    ['bands: [[0, 4]]', STILL],
    ['bands: [[10, 4], [5, 0]]', UP],
    ['bands: [[10, 4], [0, 2]]', UP],
    ['bands: [[10, 4], [5, -1]]', BOTH],
    ['scale: [[0, 0], [10, 4]]', UP],
    ['scale: [[0, 4], [10, 0]]', DOWN],
    ['scale: [[5, 4], [10, 1]]', DOWN],
    ['scale: [[0, 1], [5, 1], [10, 4]]', UP],
  ])('%s', (steps, way) => {
    const { set } = sample(['bands:\n          - [10, 4]\n          - [5, 2]', steps], fairWhen('points(A.2) >= 1'));
    expect(polarityOf(set).ofClass('fair', quantity('number clips'))).toBe(way);
  });
});

test('below 0 there are no points either', () => {
  const { set } = sample(
    [
      'on: clips\n        bands:\n          - [10, 4]\n          - [5, 2]',
      'on: users - clips\n        bands: [[10, 2], [0, 4]]',
    ],
    fairWhen('points(A.2) >= 1'),
  );
  expect(polarityOf(set).ofClass('fair', quantity('number users'))).toBe(BOTH);
});

describe('the order of units goes with', () => {
  const byScore = '  - { by: score, order: high }\n';

  test.each<readonly [string, string, Sign]>([
    [byScore, 'score', UP],
    [byScore, 'points D.1', UP],
    [byScore, 'number cases', DOWN],
    ['  - { by: score, order: low }\n', 'score', DOWN],
    ['  - { by: score, order: low }\n', 'number cases', UP],
    ['', 'score', STILL],
    // A measure that orders the units is told as such.
    [byScore, 'number rate', STILL],
  ])('%s: %s', (key, text, way) => {
    expect(polarityOf(sample([byScore, key]).set).ofRank(quantity(text))).toBe(way);
  });

  test('the criteria that a score counts', () => {
    const { set } = sample(
      ['model: points\n  of: 25\n  round: { to: 1, mode: half-up }', 'model: count\n  of: [M.1, D]'],
      ['        - score >= 80%\n', ''],
      ['        - points(A) >= 50%\n', ''],
      fairWhen('M.3'),
    );
    const polarity = polarityOf(set);
    expect(
      ['state M.1', 'state D.1', 'state M.2', 'number cases', 'number clips'].map((text) =>
        polarity.ofRank(quantity(text)),
      ),
    ).toEqual([UP, UP, STILL, DOWN, UP]);
  });
});

describe('to fall under a class', () => {
  const best = 'best: [clean, fair, rest]';

  test.each<readonly [string, readonly Edit[], readonly [Sign, Sign, Sign, Sign]]>([
    ['is good where it stands before worse ones', [], [UP, UP, STILL, STILL]],
    ['is bad where it stands before better ones', [[best, 'best: [clean, rest, fair]']], [UP, DOWN, STILL, STILL]],
    [
      'is open where some of those after it are better and some worse',
      [
        [best, 'best: [fair, clean, rest]'],
        ['    certifies: true\n', ''],
      ],
      [BOTH, UP, STILL, STILL],
    ],
    [
      'is open where it certifies and is told to be worse',
      [[best, 'best: [fair, rest, clean]']],
      [BOTH, UP, STILL, STILL],
    ],
    [
      'goes by the order of the set where the rank names none',
      [[`  - { by: class, ${best} }\n`, '']],
      [UP, UP, STILL, STILL],
    ],
    [
      'is bad where those after it certify',
      [
        ['    certifies: true\n', ''],
        ['label: { vi: Khá, en: Fair }\n', 'label: { vi: Khá, en: Fair }\n    certifies: true\n'],
        [best, 'best: [fair, clean, rest]'],
      ],
      [BOTH, UP, STILL, STILL],
    ],
    [
      'is bad where the one after it certifies and is better',
      [
        ['    certifies: true\n', ''],
        ['label: { vi: Còn lại, en: The rest }\n', 'label: { vi: Còn lại, en: The rest }\n    certifies: true\n'],
        [best, 'best: [rest, fair, clean]'],
      ],
      [DOWN, DOWN, STILL, STILL],
    ],
  ])('%s', (_, edits, expected) => {
    const polarity = polarityOf(sample(...edits).set);
    expect(['clean', 'fair', 'rest', 'none'].map((id) => polarity.meritOfClass(id))).toEqual(expected);
  });
});

describe('a number is never below 0', () => {
  const { set } = sample([
    '  clips:\n    label: { vi: Số tài liệu, en: Leaflets }\n    type: count\n',
    '  clips:\n    label: { vi: Số tài liệu, en: Leaflets }\n    type: decimal\n    min: -5\n',
  ]);

  test.each([
    ['0', true],
    ['3', true],
    ['users', true],
    ['people', true],
    ['clips', false],
    ['unknown', false],
    ['rate', true],
    ['users + people', true],
    ['users * people', true],
    ['users / people', true],
    ['users - people', false],
    ['users + clips', false],
    ['clips + users', false],
    ['-users', false],
    ['abs(clips)', true],
    ['max(users, people)', true],
    ['max(users, clips)', false],
    ['prev(users)', true],
  ])('%s: %s', (text, expected) => {
    expect(isNeverNegative(read(text), set)).toBe(expected);
  });
});
