import { expect, test } from 'vitest';
import { cellsOf } from '../../src/assess/index.ts';
import { signatureOf } from '../../src/assess/signature.ts';
import { assessed, type Row, sheetText, smallSet } from './small-sets.ts';

const SET = smallSet(
  `  a: { label: a, type: count, max: 9 }
  b: { label: b, type: count, max: 9 }
  c: { label: c, type: count, max: 9 }
  route: { label: Route, type: choice, values: { none: None, main: Main } }`,
  `criteria:
  A: { title: A, test: a >= 3 }
  B: { title: B, test: a + b >= 5 }
  C: { title: C, test: 9 - a > b }
  D: { title: D, test: route == main }
  E: { title: E, test: a * c >= 5 }
classes:
  all: { label: All, when: { all: [A, B, C, D, E] } }
  rest: { label: Rest, when: otherwise }
`,
);

const SHEET = sheetText('  A: { title: A, points: 10, test: a >= 1 }', '{ model: points, of: 10 }');

const signatures = (text: string, rows: readonly Row[]): readonly (string | null)[] => {
  const { program, dataset } = assessed(
    text,
    rows.map((row) => ({ a: 0, b: 0, c: 0, ...row })),
  );
  return rows.map((_, row) => signatureOf(program, cellsOf(program, dataset, row)));
};

/** No count lies between 4/3 and 5/3. */
const THIRDS = sheetText(
  `  A: { title: A, test: 3 * b >= a }
  B: { title: B, test: c < 3 * b }`,
  '{ model: count, of: [A, B] }',
  'A or B',
);

test('units raise the same questions where no count lies between their lines', () => {
  const [apart, joined, whole] = signatures(THIRDS, [
    { a: 4, c: 5, b: null },
    { a: 4, c: 4, b: null },
    { a: 3, c: 4, b: null },
  ]);
  expect(joined).toBe(apart);
  expect(whole).not.toBe(apart);
});

test.each<readonly [string, Row, Row]>([
  ['its zeros lie in the same order, or beyond what can be', { a: 7, b: null }, { a: 8, b: null }],
  ['another figure decides nothing', { a: 0, b: 1, c: null }, { a: 0, b: 2, c: null }],
])('units raise the same questions: %s', (_, one, other) => {
  const [first, second] = signatures(SET, [
    { route: 'main', ...one },
    { route: 'main', ...other },
  ]);
  expect(first).not.toBeNull();
  expect(second).toBe(first);
});

test.each<readonly [string, Row, Row]>([
  ['a figure on the line, and above it', { a: 3, b: null }, { a: 4, b: null }],
  ['a figure below the line, and on it', { a: 2, b: null }, { a: 3, b: null }],
  ['a figure below the line, and above it', { a: 2, b: null }, { a: 4, b: null }],
  ['two lines in one place, and apart', { a: null, b: 2, c: 0 }, { a: null, b: 1, c: 0 }],
  ['two lines in another order', { a: null, b: 1, c: 0 }, { a: null, b: 3, c: 0 }],
  ['other places', { a: 1, b: null, route: 'none' }, { a: 1, b: null }],
  ['a place, and none known', { a: 1, b: null, route: null }, { a: 1, b: null }],
  ['another missing figure', { a: null, b: 9, c: 9 }, { a: 9, b: null, c: 9 }],
])('units raise other questions: %s', (_, one, other) => {
  const [first, second] = signatures(SET, [
    { route: 'main', ...one },
    { route: 'main', ...other },
  ]);
  expect(first).not.toBeNull();
  expect(second).not.toBe(first);
});

test.each<readonly [string, string, Row]>([
  ['two missing figures meet in a question', SET, { a: null, b: null, route: 'main' }],
  ['a question is not linear in what is missing', SET, { a: null, b: 1, c: null, route: 'main' }],
  ['points hang on the figures themselves', SHEET, { a: null }],
])('units are searched one by one: %s', (_, text, row) => {
  expect(signatures(text, [row])).toEqual([null]);
});
