import { describe, expect, test } from 'vitest';
import { UNDETERMINED } from '../../src/assess/index.ts';
import { FAIL, PASS, UNKNOWN } from '../../src/formula/index.ts';
import { assessed, candidatesText, type Row, scoreText, smallSet } from './small-sets.ts';

const counts = (...ids: readonly string[]): string =>
  ids.map((id) => `  ${id}: { label: ${id}, type: count, max: 9 }`).join('\n');
const ROUTE = '  route: { label: Route, type: choice, values: { main: Main, none: None } }';

const told = (text: string, row: Row): string => {
  const found = assessed(text, [row]);
  return `${candidatesText(found, 0)} ${scoreText(found, 0)}`;
};

describe('a product of missing figures', () => {
  const text = smallSet(
    [counts('a', 'b'), ROUTE].join('\n'),
    `criteria:
  A: { title: A, test: route == main and a * b >= 2 }
  B: { title: B, test: route == none and a >= 1 }
classes:
  some: { label: Some, certifies: true, when: { any: [A, B] } }
  rest: { label: Rest, when: otherwise }
score: { model: count, of: [A, B] }
`,
  );

  test('that must be a certain number leaves it open what can be reached', () => {
    expect(
      told(text.replace('a * b >= 2', 'a * b == 6').replaceAll('max: 9', 'max: 900'), {
        a: null,
        b: null,
        route: 'main',
      }),
    ).toBe('perhaps some or rest 0…1/2');
  });

  test.each<readonly [string, Row, string]>([
    ['is more than a line where one of them is large', { a: null, b: null, route: 'main' }, 'some or rest 0…1/2'],
    ['is not asked where another figure decides', { a: null, b: null, route: 'none' }, 'some or rest 0…1/2'],
    ['does not matter where the same is reached without it', { a: null, b: null, route: null }, 'some or rest 0…1/2'],
    ['is none where one of them is known', { a: 1, b: null, route: 'main' }, 'some or rest 0…1/2'],
    ['is nothing where one of them is', { a: 0, b: null, route: 'main' }, 'rest 0/2'],
  ])('%s', (_, row, expected) => {
    expect(told(text, row)).toBe(expected);
  });
});

describe.each(['', ', round: { to: 0.5, mode: half-up }'])('points of a product%s', (round) => {
  const text = smallSet(
    counts('a', 'b'),
    `criteria: { A: { title: A, points: 10, on: a * b, scale: [[0, 0], [20, 10]] } }
classes:
  some: { label: Some, when: score >= 80% }
  rest: { label: Rest, when: otherwise }
score: { model: points, of: 10${round} }
`,
  );
  test.each<readonly [string, Row, string]>([
    ['are reached where the figures are small', { a: null, b: null }, 'some or rest 0…10/10'],
    ['are, where one of them is known', { a: 2, b: null }, 'some or rest 0…9/10'],
    ['are none where one of them is nothing', { a: 0, b: null }, 'rest 0/10'],
  ])('%s', (_, row, expected) => {
    expect(told(text, row)).toBe(expected);
  });
});

test('points of a product of figures that may be large are reached', () => {
  const text = smallSet(
    counts('a', 'b').replaceAll('max: 9', 'max: 900'),
    `criteria: { A: { title: A, points: 10, on: a * b, scale: [[0, 0], [20, 10]] } }
classes:
  some: { label: Some, when: score >= 80% }
  rest: { label: Rest, when: otherwise }
score: { model: points, of: 10 }
`,
  );
  expect(told(text, { a: null, b: null })).toBe('some or rest 0…10/10');
});

test.each([
  ['comes ever nearer to the least points is not proved to reach them', '', 'perhaps some or rest 0…10/10'],
  ['is rounded to them reaches them', ', round: { to: 0.1, mode: half-up }', 'some or rest 0…10/10'],
])('a share of ever more that %s', (_, round, expected) => {
  const text = smallSet(
    counts('users').concat('\n  people: { label: people, type: count, min: 1 }'),
    `criteria: { A: { title: A, points: 10, on: users / people, scale: [[0, 0], [100%, 10]] } }
classes:
  some: { label: Some, when: score >= 80% }
  rest: { label: Rest, when: otherwise }
score: { model: points, of: 10${round} }
`,
  );
  expect(told(text, { users: 3, people: null })).toBe(expected);
});

test('a search that would take too long says what may be', () => {
  const ids = Array.from({ length: 40 }, (_, number) => `c${number}`);
  const text = smallSet(
    ids.map((id) => `  ${id}: { label: ${id}, type: choice, values: { x: X, y: Y } }`).join('\n'),
    `criteria:
${ids.map((id, number) => `  X.${number}: { title: X, test: ${id} == x }\n  Y.${number}: { title: Y, test: ${id} == y }`).join('\n')}
classes:
  all: { label: All, when: { at_least: 41, of: [${ids.map((_, number) => `X.${number}, Y.${number}`).join(', ')}] } }
  rest: { label: Rest, when: otherwise }
score: { model: count, of: [${ids.map((_, number) => `X.${number}, Y.${number}`).join(', ')}] }
`,
  );
  const row = (known: number): Row => Object.fromEntries(ids.map((id, number) => [id, number < known ? 'x' : null]));
  expect(told(text, row(0))).toBe('perhaps all or rest 0…80/80');
  expect(told(text, row(34))).toBe('rest 40/80');
});

describe('decimals', () => {
  const text = smallSet(
    ['a', 'b'].map((id) => `  ${id}: { label: ${id}, type: decimal, min: 0, max: 10 }`).join('\n'),
    `criteria:
  A: { title: A, points: 10, on: a, scale: [[0, 0], [10, 10]] }
  B: { title: B, test: 3 * b == 10 }
  C: { title: C, test: b > 2.5 }
classes:
  third: { label: Third, when: B }
  some: { label: Some, when: { all: [C, score >= 7.5] } }
  rest: { label: Rest, when: otherwise }
score: { model: points, of: 10, round: ROUND }
`,
  );
  const unrounded = text.replace(', round: ROUND', '');
  const rounded = text.replace('ROUND', '{ to: 0.5, mode: half-up }');
  test.each<readonly [string, string, Row, string]>([
    ['rounded points are reached at both ends', rounded, { a: null, b: 3 }, 'some or rest 0…10/10'],
    ['a third of ten is no decimal', rounded, { a: 8, b: null }, 'some or rest 8/10'],
    ['points that are not rounded are reached as well', unrounded, { a: null, b: 3 }, 'some or rest 0…10/10'],
    ['no other figure is missing', unrounded, { a: 8, b: null }, 'some or rest 8/10'],
  ])('%s', (_, own, row, expected) => {
    expect(told(own, row)).toBe(expected);
  });
});

describe('points of a ratio whose denominator is missing', () => {
  const rounded = smallSet(
    counts('a', 'b'),
    `criteria: { A: { title: A, points: 10, on: a / (b + 1), scale: [[0, 0], [5, 10]] } }
classes:
  some: { label: Some, when: score >= 40% }
  rest: { label: Rest, when: otherwise }
score: { model: points, of: 10, round: { to: 0.1, mode: half-up } }
`,
  );
  const free = rounded.replace(', round: { to: 0.1, mode: half-up }', '');
  test.each<readonly [string, string, Row, string]>([
    ['it is larger than nothing', rounded, { a: 4, b: null }, 'some or rest 0.8…8/10'],
    ['both are missing', rounded, { a: null, b: null }, 'some or rest 0…10/10'],
    ['there is nothing to divide', rounded, { a: 0, b: null }, 'rest 0/10'],
    ['it moves in no steps', free, { a: 4, b: null }, 'some or rest 0.8…8/10'],
    ['the denominator is known', free, { a: null, b: 4 }, 'rest 0…3.6/10'],
  ])('%s', (_, text, row, expected) => {
    expect(told(text, row)).toBe(expected);
  });
});

describe('a set in which a unit may be in no class', () => {
  const text = smallSet(
    counts('a', 'b'),
    `criteria: { A: { title: A, test: a > b } }
classes:
  more: { label: More, certifies: true, when: A }
  two: { label: Two, when: a + 2 == b }
`,
  );
  test.each<readonly [string, Row, string, number, number]>([
    ['is certified where its class is sure', { a: 1, b: 0 }, 'more', 0, PASS],
    ['leaves class and verdict open where a filling is in none', { a: null, b: 0 }, 'more', UNDETERMINED, UNKNOWN],
    ['leaves the class open where others are possible too', { a: null, b: 2 }, 'more or two', UNDETERMINED, UNKNOWN],

    ['certifies no one who is at most in another class', { a: null, b: 9 }, 'two', UNDETERMINED, FAIL],
  ])('%s', (_, row, candidates, place, certified) => {
    const found = assessed(text, [row]);
    expect([candidatesText(found, 0), found.classes[0], found.certified[0]]).toEqual([candidates, place, certified]);
    expect(found.candidates(0).mayBeNone).toBe(place === UNDETERMINED);
  });
});
