import { describe, expect, test } from 'vitest';
import { assessed, candidatesText, criterionText, type Row, scoreText, smallSet } from './small-sets.ts';

/** A set of points over counts up to 9 and the boolean `flag`, of which `best` and `fair` ask for shares. */
function sheet(criteria: string, score = 'model: points, of: 10', more = ''): string {
  const counts = ['a', 'b', 'c', 'd'].map((id) => `  ${id}: { label: ${id}, type: count, max: 9 }`);
  return smallSet(
    [...counts, '  flag: { label: flag, type: boolean }'].join('\n'),
    `${more}criteria:
${criteria}
classes:
  best: { label: Best, when: score >= 80% }
  fair: { label: Fair, when: score >= 50% }
  rest: { label: Rest, when: otherwise }
score: { ${score} }
`,
  );
}

function told(text: string, row: Row): string {
  const found = assessed(text, [{ a: 0, b: 0, c: 0, d: 0, flag: false, ...row }]);
  return `${candidatesText(found, 0)} ${scoreText(found, 0)}`;
}

describe('what missing cells leave open is looked at in parts that hang on no cell of each other', () => {
  const linked = `  A: { title: A, points: 5, test: a >= 5 }
  B: { title: B, points: 5, test: b >= 5 }`;
  const notBoth = 'checks: [{ rule: a + b <= 9, message: Too many }]\n';
  const oneOf = 'checks: [{ rule: a + b == 9, message: All }]\n';
  const leaving = `  A: { title: A, points: 5, test: a >= 5, applies_when: a > 0, not_applicable: exclude }
  B: { title: B, points: 5, test: b >= 5 }`;

  test.each<readonly [string, string, Row, string]>([
    ['both may be met', sheet(linked), { a: null, b: null }, 'best or fair or rest 0…10/10'],
    ['not both may be met', sheet(linked, undefined, notBoth), { a: null, b: null }, 'fair or rest 0…5/10'],
    ['one of them is always met', sheet(linked, undefined, oneOf), { a: null, b: null }, 'fair 5/10'],
    [
      'what does not apply leaves what is earned and what could be',
      sheet(leaving),
      { a: null, b: 9 },
      'best or fair 5…10/10',
    ],
    ['what may be left out cannot be earned as well', sheet(leaving), { a: null, b: 4 }, 'fair or rest 0…5/10'],
  ])('%s', (_, text, row, expected) => {
    expect(told(text, row)).toBe(expected);
  });

  test('what a group that does not apply could earn of its parts counts for nothing', () => {
    const text = sheet(`  A: { title: A, points: 4, on: a, deduct: { each: 1, per: a } }
  G:
    title: G
    points: 6
    applies_when: flag
    parts:
      G.1: { title: G.1, points: 6, test: b + c >= 5 }
  M: { title: M, test: c >= 5 }`)
      .replace('on: a, ', '')
      .replace('when: score >= 80%', 'when: { all: [score >= 80%, M] }');
    expect(told(text, { b: null, c: null })).toBe('best or fair 4/4');
  });
});

describe('points on the way to an end', () => {
  const scaled = sheet(
    '  A: { title: A, points: 10, on: a / (b + 1), scale: [[50%, 0], [100%, 10]] }',
    'model: points, of: 10, round: { to: 0.1, mode: half-up }',
  );

  test.each<readonly [string, Row, string]>([
    ['none is earned below the first step, whatever is missing', { a: 0, b: null }, 'rest 0/10'],
    ['every step may be reached', { a: 3, b: null }, 'best or fair or rest 0…10/10'],
    ['nearly the last step may be all there is', { a: 7, b: null, c: null }, 'best or fair or rest 4…10/10'],
  ])('%s', (_, row, expected) => {
    expect(told(scaled, row)).toBe(expected);
  });

  test('nothing is earned beyond the ends of the steps', () => {
    const text = scaled.replace('a / (b + 1)', 'a / b');
    expect(criterionText(assessed(text, [{ a: 0, b: null }]), 'A')).toBe('unknown 0/0…10');
  });
});

test('a group of which no part applies does not apply, whether it would or not', () => {
  const text = sheet(
    `  A:
    title: A
    points: 4
    applies_when: flag
    not_applicable: fail
    parts:
      A.1: { title: A.1, points: 4, applies_when: a <= 3, test: b >= 1 }`,
    'model: points, of: 4',
  );
  expect(told(text, { a: 4, b: null, flag: null })).toBe('rest 0/4');
});

test('a group of which a part applies is not left out', () => {
  const text = sheet(
    `  A:
    title: A
    points: 8
    parts:
      A.1: { title: A.1, points: 4, applies_when: d > 0, test: a >= 1 }
      A.2: { title: A.2, points: 4, applies_when: b > 0, test: c >= 1 }`,
    'model: points, of: 8',
  );
  expect(criterionText(assessed(text, [{ a: 1, b: null, c: 0, d: 1 }]), 'A')).toBe('unknown 4/4…8');
});
