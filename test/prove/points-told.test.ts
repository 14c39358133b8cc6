import { describe, expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { PASS } from '../../src/formula/index.ts';
import { createProver } from '../../src/prove/index.ts';
import { setOf } from '../lint/lint.ts';

const HEAD = `family: told
version: "1"
status: draft
title: Told
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
`;

const FIGURES = `indicators:
  a: { label: A, type: count, max: 3 }
  b: { label: B, type: count, max: 3 }
  c: { label: C, type: count, max: 2 }
  p: { label: P, type: boolean }
  k: { label: K, type: choice, values: { x: X, y: Y } }
`;

/** Criteria that may not apply beside points: a search after another in the same proof is to know nothing of it. */
const MAY_NOT_APPLY = `${HEAD}${FIGURES}criteria:
  G:
    title: G
    points: 6
    parts:
      G.1: { title: G.1, points: 2, test: p or k == x or k == y or a > 4 }
      G.3: { title: G.3, points: 4, test: c + c <= 3 }
  H:
    title: H
    points: 7
    parts:
      H.1: { title: H.1, points: 3, on: a, bands: [[3, 3]] }
      H.2: { title: H.2, points: 4, test: "not (c / b > 50% or k in [y])", applies_when: b <= 0 }
  L: { title: L, points: 3, test: "abs(a - a) <= abs(c - b)" }
classes:
  low: { label: Low, when: { all: [score >= 3, { not: H.2 }] } }
  rest: { label: Rest, when: otherwise }
score: { model: points, of: 16 }
`;

/** Points that hang on no figure are in before anything is said of the sum. */
const SETTLED = `${HEAD}${FIGURES}criteria:
  G:
    title: G
    points: 6
    parts:
      G.1: { title: G.1, points: 2, test: p or k == x or k == y or a > 4, applies_when: "k in [y]" }
      G.2: { title: G.2, points: 2, test: not (c < 4) or b - b > a, bonus: true }
      G.3: { title: G.3, points: 4, test: c + c <= 3 }
  H:
    title: H
    points: 7
    not_applicable: fail
    parts:
      H.1: { title: H.1, points: 3, on: a, bands: [[3, 3]] }
      H.2: { title: H.2, points: 4, test: "not (c / b > 50% or k in [y])", applies_when: b + b <= 0 }
  L: { title: L, points: 3, test: "abs(a - a) <= abs(c - b)" }
classes:
  high: { label: High, when: score >= 40% }
  some: { label: Some, when: { all: [score >= 3, { not: H.2 }] } }
  rest: { label: Rest, when: otherwise }
score: { model: points, of: 16 }
`;

const ROWS = { a: [0, 1, 2, 3], b: [0, 1, 2, 3], c: [0, 1, 2], p: [false, true], k: ['x', 'y'] };

/** All rows of some figures. */
function everyRow(figures: Readonly<Record<string, readonly unknown[]>>): readonly Readonly<Record<string, unknown>>[] {
  return Object.entries(figures).reduce<readonly Readonly<Record<string, unknown>>[]>(
    (rows, [id, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [id]: value }))),
    [{}],
  );
}

describe.each([
  ['criteria that may not apply', MAY_NOT_APPLY],
  ['points that hang on no figure', SETTLED],
])('of %s is proved what all rows come to', (_, text) => {
  const set = setOf(text);
  const assessor = compile(set);
  const rows = everyRow(ROWS).map((row, at) => ({ code: String(at + 1), ...row }));
  const assessed = rows
    .map((row) => assessor.assess(datasetFromRows([row], set)))
    // What is divided by nothing is no row that can be.
    .filter(({ issues }) => !issues.some(({ severity }) => severity === 'error'));
  const prover = createProver(assessor.program);

  test('of every class', () => {
    const reached = new Set(assessed.map(({ classes }) => classes[0]));
    const places = [...set.classes.keys()].map((__, place) => place);
    expect(places.map((place) => prover.reachesClass(place) === 'yes')).toEqual(
      places.map((place) => reached.has(place)),
    );
  });

  test('of every criterion', () => {
    const numbers = [...set.criteria.keys()].map((__, number) => number);
    const met = numbers.map((number) => assessed.some(({ states }) => states[number]?.[0] === PASS));
    expect(numbers.map((number) => prover.criterion(number).passes === 'yes')).toEqual(met);
  });
});
