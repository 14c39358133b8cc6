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

describe('how far points can lie above a share is never told too low', () => {
  const rounded = (mode: string, points: number): string =>
    sheet(
      `  A: { title: A, points: ${points}, test: a >= 5 }
  B: { title: B, points: ${points}, test: b >= 5 }
  C: { title: C, points: ${10 - 2 * points}, test: c >= 5 }`,
      `model: points, of: 10, round: { to: 1, mode: ${mode} }`,
    );
  const group = (head: string, parts: string, rest: string): string =>
    sheet(`  G:
    title: G
    points: 6
${head}    parts:
${parts}
${rest}`);
  const failing = '      G.1: { title: G.1, points: 6, test: b >= 5 }';
  const four = '  A: { title: A, points: 4, test: a >= 5 }';
  const flagged = (consequence: string): string => `    applies_when: flag
    not_applicable: ${consequence}
`;

  test.each<readonly [string, string, Row, string]>([
    ['rounded up', rounded('up', 3.6), { a: null, b: null }, 'best or rest 0…8/10'],
    ['half of it is rounded up', rounded('half-up', 3.75), { a: null, b: null }, 'best or rest 0…8/10'],
    ['half of it is not', rounded('half-down', 3.75), { a: null, b: null }, 'fair or rest 0…7/10'],
    ['rounded down', rounded('down', 3.9), { a: null, b: null }, 'fair or rest 0…7/10'],
    [
      'a group that counts as met where it does not apply',
      group(flagged('pass'), failing, four),
      { a: null, flag: null },
      'best or fair or rest 0…10/10',
    ],
    [
      'a group that may be left out with the part that fails',
      group(flagged('exclude'), failing, four),
      { a: 9, flag: null },
      'best or rest 4/10',
    ],
    [
      'a group of which not all parts can be earned',
      group(
        '    cap: 3\n',
        `      G.1: { title: G.1, points: 3, test: a >= 5 }
      G.2: { title: G.2, points: 3, test: b >= 5 }`,
        '  C: { title: C, points: 4, test: c >= 5 }',
      ),
      { a: null, c: null },
      'best or fair or rest 0…7/7',
    ],
    [
      'a bonus that is not earned',
      sheet(`  A: { title: A, points: 8, test: a >= 5 }
  B: { title: B, points: 3, bonus: true, test: b >= 5 }
  C: { title: C, points: 2, test: c >= 5 }`),
      { a: null },
      'best or rest 0…8/10',
    ],
    [
      'weights',
      sheet(
        `  A: { title: A, points: 5, weight: 1, test: a >= 5 }
  B: { title: B, points: 5, weight: 9, test: b >= 5 }`,
        'model: weighted, of: 10',
      ),
      { b: null },
      'best or rest 0…9/10',
    ],
    [
      'the share of a group, whatever else is not earned',
      group(
        '',
        `      G.1: { title: G.1, points: 3, test: a >= 5 }
      G.2: { title: G.2, points: 3, test: b >= 5 }`,
        '  C: { title: C, points: 4, test: c >= 5 }',
      ).replace('score >= 80%', 'points(G) >= 50%'),
      { a: null },
      'best or rest 0…3/10',
    ],
  ])('%s', (_, text, row, expected) => {
    expect(told(text, row)).toBe(expected);
  });

  test('a group that does not apply, and a part of it that fails', () => {
    const text = group(flagged('exclude'), failing, `${four}\n  M: { title: M, test: c >= 5 }`).replace(
      'when: score >= 80%',
      'when: { all: [score >= 80%, M] }',
    );
    expect(told(text, { a: 9, c: null })).toBe('best or fair 4/4');
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
