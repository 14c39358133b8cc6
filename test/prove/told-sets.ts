/*
 * Sets of points of which classes and criteria that data reach were once called out of reach.
 */

const HEAD = `family: told
version: "1"
status: draft
title: Told
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
`;

const INDICATORS = `indicators:
  a: { label: A, type: count, max: 3 }
  b: { label: B, type: count, max: 3 }
  c: { label: C, type: count, max: 2 }
  p: { label: P, type: boolean }
  k: { label: K, type: choice, values: { x: X, y: Y } }
`;

/** Criteria that may not apply beside points: a search after another in the same proof is to know nothing of it. */
export const MAY_NOT_APPLY = `${HEAD}${INDICATORS}criteria:
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
export const SETTLED = `${HEAD}${INDICATORS}criteria:
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
