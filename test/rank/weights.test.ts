import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assessments, compile, leftOutInTurn, underWeights, weighedCriteria } from '../../src/assess/index.ts';
import { type CriteriaSet, parseCriteria } from '../../src/criteria/index.ts';
import { type Dataset, datasetFromRows } from '../../src/data/index.ts';
import { divide, exactText, ONE, type Rational, rational, ZERO } from '../../src/number/index.ts';
import { rank, robustness } from '../../src/rank/index.ts';

/** By how many hundredths the points or the weight of each criterion count. */
type Factors = Readonly<Record<string, number>>;

const HEAD = `family: weights
version: "1"
status: draft
title: { vi: Trọng số, en: Weights }
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
sources: { doc: { document: 1/2025/QĐ, date: 2025-01-01 } }
indicators:
${['a', 'b', 'c', 'd', 'e'].map((id) => `  ${id}: { label: { vi: ${id}, en: ${id} }, type: count, measured: end, provider: { vi: X, en: X } }`).join('\n')}
`;
const title = 'cite: doc Đ1, title: { vi: T, en: T }';
const CLASSES = `classes:
  good: { label: { vi: Tốt, en: Good }, certifies: true, when: score >= 70% }
  fair: { label: { vi: Khá, en: Fair }, when: score >= 40% }
  poor: { label: { vi: Kém, en: Poor }, when: otherwise }
rank: [{ by: class, best: [good, fair, poor] }, { by: score, order: high }, { by: a, order: low }]
`;

/** The same sheet with other points, written out: what the engine is to find without writing anything. */
function pointsSheet(factors: Factors): CriteriaSet {
  const points = (id: string, base: number): string => exactText(rational(BigInt(base * (factors[id] ?? 100)), 100n));
  const total = (ids: readonly string[]): string =>
    exactText(rational(BigInt(ids.reduce((sum, id) => sum + (base[id] ?? 0) * (factors[id] ?? 100), 0)), 100n));
  return parsed(`${HEAD}criteria:
  A: { ${title}, points: ${points('A', 40)}, test: a == 0 }
  B: { ${title}, points: ${points('B', 30)}, on: b, bands: [[10, ${points('B', 30)}], [5, ${points('B', 20)}]] }
  G:
    cite: doc Đ1
    title: { vi: T, en: T }
    points: ${total(['G.1', 'G.2'])}
    parts:
      G.1: { ${title}, points: ${points('G.1', 20)}, on: c, scale: [[0, 0], [20, ${points('G.1', 20)}]] }
      G.2: { ${title}, points: ${points('G.2', 10)}, deduct: { each: ${points('G.2', 2)}, per: d, floor: 0 } }
score: { model: points, of: ${total(['A', 'B', 'G.1', 'G.2'])} }
${CLASSES}`);
}

const base: Readonly<Record<string, number>> = { A: 40, B: 30, 'G.1': 20, 'G.2': 10 };

function weightedSheet(factors: Factors): CriteriaSet {
  const weight = (id: string, own: number): string => exactText(rational(BigInt(own * (factors[id] ?? 100)), 100n));
  return parsed(`${HEAD}criteria:
  A: { ${title}, points: 10, weight: ${weight('A', 5)}, test: a == 0 }
  B: { ${title}, points: 10, weight: ${weight('B', 3)}, on: b, bands: [[10, 10], [5, 6]] }
  C: { ${title}, points: 10, weight: ${weight('C', 2)}, applies_when: e > 0, not_applicable: exclude, on: c, scale: [[0, 0], [20, 10]] }
score: { model: weighted, of: 100 }
${CLASSES}`);
}

function parsed(text: string): CriteriaSet {
  const found = parseCriteria(text);
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}

type Row = Readonly<Record<'a' | 'b' | 'c' | 'd' | 'e', number>>;

function dataOf(rows: readonly Row[], set: CriteriaSet): Dataset {
  return datasetFromRows(
    rows.map((row, index) => ({ code: String(index), ...row })),
    set,
  );
}

/** What can be told of a unit whatever its points add up to. */
function toldOf(assessments: Assessments): unknown {
  const order = rank(assessments);
  return order.order.map((row) => {
    const score = assessments.score(row);
    return [
      row,
      order.from[row],
      order.to[row],
      assessments.candidates(row).classes,
      assessments.certified[row],
      score === null ? null : exactText(divide(score.min, score.of)),
    ];
  });
}

const rows = fc.array(
  fc.record({ a: fc.nat(1), b: fc.nat(12), c: fc.nat(24), d: fc.nat(6), e: fc.nat(1) }) satisfies fc.Arbitrary<Row>,
  { minLength: 1, maxLength: 12 },
);
const percent = fc.integer({ min: 90, max: 110 });

describe.each([
  ['points', pointsSheet, ['A', 'B', 'G.1', 'G.2']],
  ['weighted', weightedSheet, ['A', 'B', 'C']],
] as const)('other weights on a sheet of %s', (_, sheet, ids) => {
  it('give what a set with those points gives', () => {
    fc.assert(
      fc.property(rows, fc.tuple(percent, percent, percent, percent), (given, drawn) => {
        const factors: Factors = Object.fromEntries(ids.map((id, index) => [id, drawn[index] ?? 100]));
        const set = sheet({});
        const written = compile(sheet(factors)).assess(dataOf(given, set));
        const numbers = [...set.criteria.keys()].map((id): Rational => rational(BigInt(factors[id] ?? 100), 100n));
        const changed = underWeights(compile(set).assess(dataOf(given, set)), numbers);
        expect(changed).not.toBeNull();
        if (changed !== null) expect(toldOf(changed)).toEqual(toldOf(written));
      }),
      { seed: 11, numRuns: 25 },
    );
  });

  it('change nothing where all factors are the same', () => {
    fc.assert(
      fc.property(rows, percent, (given, factor) => {
        const set = sheet({});
        const assessed = compile(set).assess(dataOf(given, set));
        const same = underWeights(
          assessed,
          [...set.criteria.keys()].map((id) => (ids.some((own) => own === id) ? rational(BigInt(factor), 100n) : ONE)),
        );
        expect(same === null ? null : toldOf(same)).toEqual(toldOf(assessed));
      }),
      { seed: 12, numRuns: 12 },
    );
  });
});

describe('leaving out', () => {
  const set = pointsSheet({});
  const names = [...set.criteria.keys()];
  const { program } = compile(set);

  it('concerns every criterion with points, and a group with all its parts', () => {
    expect(weighedCriteria(program).map((number) => names[number])).toEqual(['A', 'B', 'G.1', 'G.2']);
    expect(leftOutInTurn(program).map((number) => names[number])).toEqual(['A', 'B', 'G', 'G.1', 'G.2']);
  });

  it('of a group shares its points out among the others', () => {
    const assessed = compile(set).assess(dataOf([{ a: 0, b: 6, c: 0, d: 9, e: 0 }], set));
    const without = underWeights(
      assessed,
      names.map((name) => (name === 'G' ? ZERO : ONE)),
    );
    const score = without?.score(0);
    // 40 of 40 and 20 of 30 points, which then stand for 100.
    expect([score?.min, score?.of]).toEqual([rational(600n, 7n), rational(100n)]);
  });

  it('of everything leaves nothing', () => {
    const assessed = compile(set).assess(dataOf([{ a: 0, b: 6, c: 0, d: 9, e: 0 }], set));
    expect(
      underWeights(
        assessed,
        names.map(() => ZERO),
      ),
    ).toBeNull();
  });
});

describe('the robustness of places', () => {
  const set = pointsSheet({});
  // Units 0 and 1 are far apart; 2 and 3 differ by which criterion they meet, and change places with its points.
  const units: readonly Row[] = [
    { a: 0, b: 12, c: 20, d: 0, e: 0 },
    { a: 1, b: 0, c: 0, d: 6, e: 0 },
    { a: 0, b: 0, c: 4, d: 0, e: 0 },
    { a: 1, b: 12, c: 20, d: 2, e: 0 },
  ];
  const assessed = compile(set).assess(dataOf(units, set));
  const order = rank(assessed);
  const found = robustness(assessed, order, { samples: 40, seed: 3, percent: 10 });

  it('is the same again, and other with another seed', () => {
    const again = robustness(assessed, order, { samples: 40, seed: 3, percent: 10 });
    const told = units.map((_, row) => found?.of(row));
    expect(units.map((_, row) => again?.of(row))).toEqual(told);
    const other = robustness(assessed, order, { samples: 40, seed: 4, percent: 10 });
    expect(units.map((_, row) => other?.of(row))).not.toEqual(told);
  });

  it('keeps the places of units that are far apart, and swaps close ones', () => {
    expect(found?.of(0).weights).toEqual({ from: 1, to: 1, kept: 40, robust: true });
    expect(found?.of(1).weights).toEqual({ from: 4, to: 4, kept: 40, robust: true });
    const [two, three] = [found?.of(2).weights, found?.of(3).weights];
    expect([two?.from, two?.to, three?.from, three?.to]).toEqual([2, 3, 2, 3]);
    expect(two?.kept).toBe(three?.kept);
    expect(two?.kept).toBeLessThan(40);
  });

  it('names the criteria that a place hangs on', () => {
    expect(found?.leftOut).toEqual(['A', 'B', 'G', 'G.1', 'G.2']);
    expect(found?.of(2).leaveOneOut).toMatchObject({ from: 2, to: 3 });
    // 54 points against 56: without B, worth 30 to the other, unit 2 is ahead.
    expect([found?.of(2).leaveOneOut.first, found?.of(3).leaveOneOut.last]).toEqual(['B', 'B']);
  });

  it('is nothing where criteria have no points', () => {
    const counted = parsed(
      `${HEAD}criteria:\n  A: { ${title}, test: a == 0 }\nscore: { model: count, of: [A] }\nclasses:\n  good: { label: { vi: T, en: G }, certifies: true, when: A }\n  poor: { label: { vi: K, en: P }, when: otherwise }\nrank: [{ by: score, order: high }]\n`,
    );
    const counts = compile(counted).assess(dataOf(units, counted));
    expect(robustness(counts, rank(counts))).toBeNull();
  });

  it('never changes a place whose weights all stay', () => {
    const none = robustness(assessed, order, { samples: 3, seed: 3, percent: 0 });
    for (const row of units.keys()) {
      expect(none?.of(row).weights).toEqual({ from: order.from[row], to: order.to[row], kept: 3, robust: true });
    }
  });
});
