import { describe, expect, test } from 'vitest';
import { changesOf, type Edit, sample } from './sample.ts';

/** The direction of each change, by its path. */
function directions(base: readonly Edit[], ...edits: readonly Edit[]) {
  const changes = changesOf(sample(...base), sample(...base, ...edits));
  return Object.fromEntries(changes.map(({ path, direction }) => [path, direction]));
}

const M1 = '    mandatory: true\n    test: cases <= 3\n';
const applies = (policy: string): Edit => [
  M1,
  `    mandatory: true\n    applies_when: plan\n    not_applicable: ${policy}\n    test: cases <= 3\n`,
];
/** No class asks for points: who falls under `clean` hangs on conditions alone. */
const PLAIN: readonly Edit[] = [
  ['        - score >= 80%\n        - points(A) >= 50%\n', ''],
  ['when: score >= 60%', 'when: M.3'],
];
const MORE: Edit = ['    test: rate < 1%\n', '    mandatory: true\n    test: rate < 1%\n'];
const NEW: Edit = [
  '  M.2:\n',
  '  M.9:\n    title: { vi: M, en: N }\n    mandatory: true\n    test: users < 9\n  M.2:\n',
];
const ALWAYS: Edit = ['    cite: law k3\n', '    cite: law k3\n    mandatory: true\n'];

describe('one more mandatory criterion', () => {
  test.each<readonly [string, readonly Edit[], string]>([
    ['beside one that always applies', [], 'stricter'],
    ['beside one that counts as met where it does not apply', [applies('pass')], 'stricter'],
    ['beside one that counts as not met', [applies('fail')], 'stricter'],
    ['beside one that is left out where it does not apply', [applies('exclude')], 'either'],
    ['beside one that may divide nothing by nothing', [['cases <= 3', 'cases / clips <= 3']], 'either'],
    ['beside one of which a part always says something', [['cases <= 3', 'cases / clips <= 3 or plan']], 'stricter'],
    ['beside two, one of which always applies', [applies('exclude'), ALWAYS], 'stricter'],
    ['where there is no other', [[M1, '    test: cases <= 3\n']], 'stricter'],
  ])('%s', (_, base, direction) => {
    expect(directions(base, MORE)).toEqual({ 'criteria.M.2.mandatory': direction });
    expect(directions(base, NEW)).toEqual({ 'criteria.M.9': direction });
    const back = direction === 'either' ? 'either' : 'looser';
    const gone = changesOf(sample(...base, MORE), sample(...base)).map((change) => change.direction);
    expect(gone).toEqual([back]);
    expect(changesOf(sample(...base, NEW), sample(...base)).map((change) => change.direction)).toEqual([back]);
  });
});

describe('one more part of a group that a class asks for', () => {
  const D1 = '        points: 5\n        test: plan and clips >= 1\n';
  const ASKED: readonly Edit[] = [
    ...PLAIN,
    ['        - M.2\n', '        - D\n'],
    ['  - { by: score, order: high }\n', ''],
  ];
  const part = (keys: string): Edit => [
    D1,
    `${D1}      D.2:\n        title: { vi: D, en: D }\n        points: 0\n${keys}`,
  ];
  const statesOf = (base: readonly Edit[], edit: Edit) =>
    changesOf(sample(...base), sample(...base, edit)).map((change) => change.classes);

  test.each<readonly [string, readonly Edit[], Edit, string]>([
    ['beside one that always applies', [], part('        test: model\n'), 'narrower'],
    [
      'beside one that is left out where it does not apply',
      [[D1, `        applies_when: people > 9\n${D1}`]],
      part('        test: model\n'),
      'either',
    ],
    [
      'a bonus that takes the place of nothing but bonuses',
      [
        [D1, `        bonus: true\n${D1}`],
        ['    points: 5\n    parts:', '    points: 0\n    parts:'],
        ['of: 25', 'of: 20'],
      ],
      part('        test: model\n'),
      'either',
    ],
  ])('%s', (_, base, edit, effect) => {
    expect(statesOf([...ASKED, ...base], edit)).toEqual([[{ class: 'clean', effect }]]);
  });

  test('a bonus beside what is asked for', () => {
    expect(statesOf(ASKED, part('        bonus: true\n        test: model\n'))).toEqual([[]]);
  });

  test('a part that becomes a bonus is asked for no more', () => {
    const base: readonly Edit[] = [...PLAIN, ['        - M.2\n', '        - A\n']];
    expect(
      directions(
        base,
        ['bonus: true\n        points: 1\n', 'points: 1\n'],
        ['    points: 10\n    cap', '    points: 11\n    cap'],
        ['of: 25', 'of: 26'],
      ),
    ).toMatchObject({
      'criteria.A.3.bonus': 'either',
    });
  });
});

describe('nothing divided by nothing', () => {
  const rate = (divisor: string): Edit => ['formula: users / people', `formula: users / ${divisor}`];

  test.each([
    ['people', '(people + cases)', 'looser'],
    ['(people + cases)', 'people', 'stricter'],
    ['clips', '(clips + cases)', 'either'],
    ['(clips + cases)', 'clips', 'either'],
    ['clips', '(clips + people)', 'either'],
  ])('%s → %s', (before, after, direction) => {
    expect(directions([rate(before)], [`users / ${before}`, `users / ${after}`])).toEqual({
      'measures.rate.formula': direction,
    });
  });
});

test('to whom a criterion applies may hang on what does not apply', () => {
  const only = (condition: string): Edit => ['applies_when: people > 100', `applies_when: ${condition}`];
  const narrower = (first: string) =>
    directions(
      [...PLAIN, ['        - M.2\n', '        - B\n'], only(`plan and ${first}`)],
      [`plan and ${first}`, first],
    );
  expect(narrower('users > 1')).toEqual({ 'criteria.B.applies_when': 'stricter' });
  expect(narrower('users / clips > 1')).toEqual({ 'criteria.B.applies_when': 'either' });
});

describe('a criterion that becomes two', () => {
  const D1 =
    '      D.1:\n        title: { vi: Quản lý tốt, en: Well managed }\n        points: 5\n        test: plan and clips >= 1\n';
  const half = (id: string, points: number, test: string, keys = ''): string =>
    `      ${id}:\n        title: { vi: ${id}, en: ${id} }\n        was: D.1\n        points: ${points}\n${keys}        test: ${test}\n`;
  const split = (keys = ''): Edit => [D1, half('D.1a', 3, 'plan') + half('D.1b', 2, 'clips >= 1', keys)];

  test('that apply to all whom it applied to', () => {
    expect(directions([], split())).toEqual({ 'criteria.D.1': 'looser' });
  });

  test('of which one applies to others', () => {
    expect(directions([], split('        applies_when: model\n'))).toEqual({ 'criteria.D.1': 'either' });
  });
});
