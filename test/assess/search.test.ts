import { describe, expect, test } from 'vitest';
import { type Candidates, candidateSearch } from '../../src/assess/candidates.ts';
import { type Cells, cellsOf, findCandidates, type Program } from '../../src/assess/index.ts';
import { type CellBounds, datasetFromRows } from '../../src/data/index.ts';
import { exactText, integer } from '../../src/number/index.ts';
import { assessorFor } from './assessor.ts';
import { type Row, smallSet } from './small-sets.ts';

/** The cells of rows under a set, with what bounds the column `a` of some. */
function unitsOf(
  text: string,
  rows: readonly Row[],
  ofA: ReadonlyMap<number, CellBounds> = new Map(),
): readonly [Program, Cells[]] {
  const { program } = assessorFor(text);
  const records = rows.map((row, index) => ({ code: String(index), ...row }));
  const dataset = { ...datasetFromRows(records, program.set), bounds: new Map([['a', ofA]]) };
  return [program, rows.map((_, row) => cellsOf(program, dataset, row))];
}

/** What units have that are searched together. */
function searched(text: string, rows: readonly Row[]): readonly Candidates[] {
  const [program, units] = unitsOf(text, rows);
  return units.map(candidateSearch(program));
}

function told({ exact, sound, classes, mayBeNone, score }: Candidates): string {
  if (!sound) return 'unsound';
  const points = score === null ? 'no points' : `${exactText(score.min)}…${exactText(score.max)}`;
  const further = score?.mayBeNone === true ? ['or no points'] : [];
  return [exact ? 'exactly' : 'perhaps', ...classes, ...(mayBeNone ? ['none'] : []), points, ...further].join(' ');
}

const upTo = (most: number): readonly number[] => Array.from({ length: most }, (_, number) => number);
const lines = (most: number, line: (number: number) => string): string => upTo(most).map(line).join('\n');
const choices = (most: number): string =>
  lines(most, (number) => `  c${number}: { label: c${number}, type: choice, values: { x: X, y: Y } }`);

describe('units that are searched together', () => {
  const indicators = `  a: { label: a, type: count, max: 9 }
  b: { label: b, type: count, max: 9 }
  route: { label: Route, type: choice, values: { none: None, main: Main } }
  registered: { label: Registered, type: boolean }`;
  const classes = `classes:
  some: { label: Some, when: { any: [A, B] } }
  rest: { label: Rest, when: { not: C } }
score: { model: count, of: [A, B, C] }
`;
  const apart = smallSet(
    indicators,
    `criteria:
  A: { title: A, test: a >= 3 }
  B: { title: B, test: b >= 4 and route == main }
  C: { title: C, test: registered }
${classes}`,
  );
  const joined = apart.replace('a >= 3', 'a * b >= 10');
  const blank = {};

  test.each<readonly [string, string, Row, Row]>([
    ['nothing is known, whatever the questions', joined, blank, blank],
    ['nothing is known of them but what no question is about', joined, blank, { period: '2025' }],
    ['their questions are the same', apart, { a: null, b: 9 }, { a: null, b: 8 }],
  ])('are searched once where %s', (_, text, one, other) => {
    const [first, second] = searched(text, [one, other]);
    expect(second).toBe(first);
  });

  test.each<readonly [string, Row, CellBounds | null]>([
    ['a figure is known', { a: 0 }, null],
    ['a choice is known', { route: 'none' }, null],
    ['it is known of yes and no', { registered: true }, null],
    ['what a figure lies between', blank, { min: integer(0), max: integer(1) }],
    ['all is known but one', { a: 0, b: 0, route: 'main' }, null],
  ])('have each its own: %s', (_, row, bounds) => {
    const ofA = new Map(bounds === null ? [] : [[1, bounds] as const, [2, bounds] as const]);
    for (const text of [apart, joined]) {
      const [program, units] = unitsOf(text, [blank, row, row], ofA);
      const found = units.map(candidateSearch(program));
      expect(found).toEqual(units.map((cells) => findCandidates(program, cells)));
      expect(found[1]).not.toEqual(found[0]);
    }
  });

  // Between 3.2 and 3.4 there is no count: whether the two lines are one is no other question, but one more.
  test('take over only what was shown to be exact', () => {
    const ids = upTo(8)
      .flatMap((number) => [`A.${number}`, `B.${number}`])
      .join(', ');
    const text = smallSet(
      lines(9, (number) => `  y${number}: { label: y${number}, type: count, max: 9 }`),
      `criteria:
${lines(8, (number) => `  A.${number}: { title: A, test: 10 * y${number} > 32 }`)}
${lines(8, (number) => `  B.${number}: { title: B, test: 10 * y${number} < 32 + y8 }`)}
classes:
  most: { label: Most, when: { at_least: 9, of: [${ids}] } }
  rest: { label: Rest, when: otherwise }
score: { model: count, of: [${ids}] }
`,
    );
    const [apart, one, again] = searched(text, [{ y8: 2 }, { y8: 0 }, { y8: 0 }]).map(told);
    expect([apart, one, again]).toEqual(['perhaps 0 1 0…16', 'exactly 1 8…8', 'exactly 1 8…8']);
  });
});

describe('a unit with more questions than can all be followed', () => {
  /** Points for one answer each: `x` where asked to, which is asked first. */
  const sheet = (most: number, isFirst: (number: number) => boolean, more = ''): string =>
    smallSet(
      choices(most),
      `${more}criteria:
${lines(most, (number) => `  C.${number}: { title: C, points: 1, test: c${number} == ${isFirst(number) ? 'x' : 'y'} }`)}
classes:
  half: { label: Half, when: score >= 20 }
  rest: { label: Rest, when: otherwise }
score: { model: points, of: ${most} }
`,
    );
  const count = smallSet(
    choices(20),
    `criteria:
${lines(20, (number) => `  C.${number}: { title: C, test: c${number} == x }`)}
classes: { all: { label: All, when: otherwise } }
score: { model: count, of: [${upTo(20)
      .map((number) => `C.${number}`)
      .join(', ')}] }
`,
  );

  test.each<readonly [string, string, string]>([
    ['the first answer earns most', sheet(40, () => true), 'exactly 0 1 0…40'],
    ['the first answer earns least', sheet(40, () => false), 'exactly 0 1 0…40'],
    ['now the first, now the other', sheet(60, (number) => number % 2 === 0), 'exactly 0 1 0…60'],
    [
      'what would earn most cannot be',
      sheet(40, (number) => number === 0, 'checks: [{ rule: c0 == y, message: No }]\n'),
      'exactly 0 1 0…39',
    ],
    [
      'what would earn least cannot be',
      sheet(40, (number) => number !== 0, 'checks: [{ rule: c0 == y, message: No }]\n'),
      'exactly 0 1 1…40',
    ],
    ['it can be in no way', sheet(40, () => true, 'checks: [{ rule: c0 == x and c0 == y, message: No }]\n'), 'unsound'],
    [
      'perhaps nothing applies',
      sheet(40, () => false).replaceAll('test: c', 'applies_when: c0 == y, test: c'),
      'exactly 0 1 1…40 or no points',
    ],
    ['what was reached is not followed again', count, 'exactly 0 0…20'],
  ])('has what is reached at the ends of its points: %s', (_, text, expected) => {
    expect(searched(text, [{}]).map(told)).toEqual([expected]);
  });
});

test('is unsound where no filling is sound, though it is in no class in any', () => {
  const text = smallSet(
    '  a: { label: a, type: count, max: 9 }',
    `checks: [{ rule: a < 3, message: Few }, { rule: a > 6, message: Many }]
criteria: { A: { title: A, test: a >= 0 } }
classes: { no: { label: No, when: { not: A } } }
`,
  );
  expect(searched(text, [{}]).map(told)).toEqual(['unsound']);
});
