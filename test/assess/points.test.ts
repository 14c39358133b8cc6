import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { type Assessments, type Assessor, compile, UNDETERMINED } from '../../src/assess/index.ts';
import { parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { type Dataset, datasetFromRows } from '../../src/data/index.ts';
import { FAIL, NOT_APPLICABLE, PASS } from '../../src/formula/index.ts';
import type { Rational } from '../../src/number/index.ts';
import { type Random, seededRandom } from '../oracle/communes.ts';
import { judge, type PlannedSheet, reachable, type Reached, type Row, type Tally } from '../oracle/points.ts';
import { randomRow, randomSheet, sheetText, withHoles } from '../oracle/sheets.ts';

function assessorFor(text: string): Assessor {
  const source = parseSource(text, 'drawn.yaml');
  if (!source.ok) throw new Error(`${JSON.stringify(source.issues, null, 1)}\n${text}`);
  const set = resolveReadings(source.value, {});
  if (!set.ok) throw new Error(JSON.stringify(set.issues, null, 1));
  return compile(set.value);
}

function datasetOf(assessor: Assessor, sheet: PlannedSheet, rows: readonly Row[]): Dataset {
  const flags = new Set(sheet.cells.flatMap(({ id, type }) => (type === 'boolean' ? [id] : [])));
  const cell = (id: string, value: number | null): unknown => (value !== null && flags.has(id) ? value === 1 : value);
  const records = rows.map((row, index) => ({
    code: String(index + 1).padStart(5, '0'),
    ...Object.fromEntries(Object.entries(row).map(([id, value]) => [id, cell(id, value)])),
  }));
  return datasetFromRows(records, assessor.program.set);
}

function assess(sheet: PlannedSheet, rows: readonly Row[]): Assessments {
  const assessor = assessorFor(sheetText(sheet));
  return assessor.assess(datasetOf(assessor, sheet, rows));
}

type Found = NonNullable<ReturnType<Assessments['points']>[number]>;

/** The same text for the same number, from whichever side. */
const textOf = (number: Rational): string => `${number.num}/${number.den}`;
const oracleText = (number: Fraction): string => `${number.s * number.n}/${number.d}`;
const fractionOf = ({ num, den }: Rational): Fraction => new Fraction(num, den);

function stateText(state: number | undefined): string {
  return state === PASS ? 'pass' : state === FAIL ? 'fail' : state === NOT_APPLICABLE ? 'not-applicable' : 'unknown';
}

/** What the engine says of a row in which nothing is missing. */
function engineJudgement(assessments: Assessments, row: number) {
  const { set } = assessments.program;
  const ids = [...set.criteria.keys()];
  const points = assessments.points(row);
  const scored = ids.flatMap((id, number) =>
    set.criteria.get(id)?.points === null ? [] : [{ id, result: points[number] }],
  );
  const score = assessments.score(row);
  return {
    states: Object.fromEntries(ids.map((id, number) => [id, stateText(assessments.states[number]?.[row])])),
    points: Object.fromEntries(
      scored.map(({ id, result }) => [
        id,
        result === null || result === undefined
          ? null
          : [result.earned.least, result.earned.most, result.available.least, result.available.most].map(textOf),
      ]),
    ),
    score: score === null ? null : [score.min, score.max, score.of].map(textOf),
    class: [...set.classes.keys()][assessments.classes[row] ?? UNDETERMINED] ?? null,
  };
}

function oracleJudgement(sheet: PlannedSheet, row: Row) {
  const judgement = judge(sheet, row);
  if (judgement === null) throw new Error('the row is not sound');
  const { states, points, score } = judgement;
  const twice = (number: Fraction): readonly string[] => [oracleText(number), oracleText(number)];
  return {
    states: Object.fromEntries(states),
    points: Object.fromEntries(
      [...points].map(([id, tally]) => [
        id,
        tally === null ? null : [...twice(tally.earned), ...twice(tally.available)],
      ]),
    ),
    score: score === null ? null : [...twice(score.earned), oracleText(score.available)],
    class: judgement.class,
  };
}

describe('100 random sheets', () => {
  it('have the states, points, score and class of the second implementation', () => {
    const random = seededRandom(4n);
    const seen = { rows: 0, nothing: 0, classes: new Set<string | null>() };
    for (let number = 0; number < 100; number += 1) {
      const sheet = randomSheet(random);
      const rows = randomRows(sheet, random, 5);
      const assessments = assess(sheet, rows);
      for (const [index, row] of rows.entries()) {
        const expected = oracleJudgement(sheet, row);
        expect(engineJudgement(assessments, index), `${sheetText(sheet)}${JSON.stringify(row)}`).toEqual(expected);
        seen.rows += 1;
        seen.nothing += expected.score === null ? 1 : 0;
        seen.classes.add(expected.class);
      }
    }
    expect(seen.rows).toBeGreaterThan(400);
    expect(seen.nothing).toBeGreaterThan(5);
    expect(seen.classes).toEqual(new Set(['best', 'good', 'fair', 'rest']));
  });
});

function randomRows(sheet: PlannedSheet, random: Random, count: number): readonly Row[] {
  return Array.from({ length: count }, () => randomRow(sheet, random)).filter((row) => row !== null);
}

/** What the engine says of a row with missing cells. */
function engineReach(assessments: Assessments, row: number) {
  const names = [...assessments.program.set.classes.keys()];
  const { classes, exact } = assessments.candidates(row);
  return { classes: classes.map((place) => names[place] ?? ''), exact, score: assessments.score(row) };
}

/** Nothing that a filling reaches may be missing from what the engine says. */
function expectSound(found: ReturnType<typeof engineReach>, reached: Reached, context: string): void {
  expect(found.classes, context).toEqual(expect.arrayContaining([...reached.classes]));
  if (reached.least === null || reached.most === null) return;
  expect(found.score, context).not.toBeNull();
  if (found.score === null) return;
  const { min, max } = found.score;
  expect(fractionOf(min).lte(reached.least), `min ${context}`).toBe(true);
  expect(fractionOf(max).gte(reached.most), `max ${context}`).toBe(true);
}

function expectExact(found: ReturnType<typeof engineReach>, reached: Reached, context: string): void {
  expect(new Set(found.classes), context).toEqual(reached.classes);
  const ends = found.score === null ? null : [found.score.min, found.score.max].map(textOf);
  const { least, most } = reached;
  expect(ends, context).toEqual(least === null || most === null ? null : [least, most].map(oracleText));
}

/** States and points of single criteria hold whatever the missing cells are. */
function expectPartsSound(assessments: Assessments, row: number, reached: Reached, context: string): void {
  const points = assessments.points(row);
  for (const [number, id] of [...assessments.program.set.criteria.keys()].entries()) {
    const state = stateText(assessments.states[number]?.[row]);
    if (state !== 'unknown') expect([...(reached.states.get(id) ?? [])], `${id} ${context}`).toEqual([state]);
    const result = points[number] ?? null;
    const isIn = (reached.points.get(id) ?? []).every(
      (tally) => tally === null || (result !== null && holds(result, tally)),
    );
    expect(isIn, `points of ${id} ${context}`).toBe(true);
  }
}

function holds({ earned, available }: Found, tally: Tally): boolean {
  const isWithin = ({ least, most }: Found['earned'], number: Fraction): boolean =>
    fractionOf(least).lte(number) && fractionOf(most).gte(number);
  return isWithin(earned, tally.earned) && isWithin(available, tally.available);
}

describe.each([
  { kind: 'linear', holes: 1, sheets: 50, exactShare: 1 },
  { kind: 'linear', holes: 2, sheets: 60, exactShare: 1 },
  { kind: 'linear', holes: 4, sheets: 5, exactShare: 0 },
  { kind: 'any', holes: 1, sheets: 30, exactShare: 0.9 },
  { kind: 'any', holes: 2, sheets: 10, exactShare: 0.7 },
])('$sheets sheets ($kind) with $holes missing cells a row', ({ kind, holes, sheets, exactShare }) => {
  it('have the candidates and bounds that brute force over all fillings reaches', () => {
    const random = seededRandom(40n + BigInt(holes));
    const seen = { rows: 0, exact: 0, open: 0 };
    for (let number = 0; number < sheets; number += 1) {
      const sheet = randomSheet(random, kind === 'linear');
      const rows = randomRows(sheet, random, 3).map((row) => withHoles(sheet, row, holes, random));
      const assessments = assess(sheet, rows);
      for (const [index, row] of rows.entries()) {
        const context = `${sheetText(sheet)}${JSON.stringify(row)}`;
        const reached = reachable(sheet, row);
        const found = engineReach(assessments, index);
        expectSound(found, reached, context);
        expectPartsSound(assessments, index, reached, context);
        if (found.exact) expectExact(found, reached, context);
        if (exactShare === 1) expect(found.exact, `exact ${context}`).toBe(true);
        seen.rows += 1;
        seen.exact += found.exact ? 1 : 0;
        seen.open += reached.classes.size > 1 ? 1 : 0;
      }
    }
    expect(seen.exact / seen.rows).toBeGreaterThanOrEqual(exactShare);
    expect(seen.open / seen.rows).toBeGreaterThan(0.2);
  });
});

/** A criteria file over `a`, `b` and `c`, with these criteria, score and condition of its best class. */
function written(criteria: string, score: string, best = 'score >= 80%'): Assessor {
  return assessorFor(`family: written
version: "1"
status: draft
title: Written sheet
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
  a: { label: a, type: count, max: 1000 }
  b: { label: b, type: count, max: 1000 }
  c: { label: c, type: count, max: 1000 }
criteria:
${criteria}
classes:
  best: { label: Best, when: ${best} }
  rest: { label: Rest, when: otherwise }
score: ${score}
`);
}

type Cells = { readonly a?: number | null; readonly b?: number; readonly c?: number };

/** Points, what can be earned, and the class: `80/100 best`; with `…` between ends that differ, `null` for no points. */
function outcome(assessor: Assessor, cells: Cells): string {
  const assessments = assessor.assess(
    datasetFromRows([{ code: '1', a: 0, b: 0, c: 0, ...cells }], assessor.program.set),
  );
  const score = assessments.score(0);
  const [least, most, of] =
    score === null ? [] : [score.min, score.max, score.of].map((end) => fractionOf(end).toString());
  const points = score === null ? 'null' : `${least === most ? least : `${least}…${most}`}/${of}`;
  return `${points} ${[...assessor.program.set.classes.keys()][assessments.classes[0] ?? UNDETERMINED] ?? 'open'}`;
}

describe('rounding of the total, once', () => {
  // a/100 of 10 points: a = 805 is 8.05.
  const sheet = (mode: string, to: string, best?: string): Assessor =>
    written(
      '  A: { title: A, points: 10, on: a, scale: [[0, 0], [1000, 10]] }',
      `{ model: points, of: 10, round: { to: ${to}, mode: ${mode} } }`,
      best,
    );

  it.each([
    ['half-up', 805, '8.1'],
    ['half-up', 804, '8'],
    ['half-down', 805, '8'],
    ['half-down', 806, '8.1'],
    ['half-even', 805, '8'],
    ['half-even', 815, '8.2'],
    ['up', 801, '8.1'],
    ['up', 800, '8'],
    ['down', 809, '8'],
  ])('to 0.1 %s: %i hundredths are %s', (mode, a, expected) => {
    expect(outcome(sheet(mode, '0.1'), { a })).toBe(`${expected}/10 best`);
  });

  it.each([
    ['half-up', 795, 'score >= 80%', '8/10 best'],
    ['half-up', 794, 'score >= 80%', '7.9/10 rest'],
    ['half-down', 795, 'score >= 80%', '7.9/10 rest'],
    ['half-up', 804, 'score > 80%', '8/10 rest'],
    ['half-up', 805, 'score > 80%', '8.1/10 best'],
    ['half-up', 804, 'score > 8', '8/10 rest'],
  ])('the gate looks at the rounded points: %s, %i hundredths, %s', (mode, a, best, expected) => {
    expect(outcome(sheet(mode, '0.1', best), { a })).toBe(expected);
  });

  it.each([
    ['0.5', 'half-up', 775, '8/10 best'],
    ['0.5', 'half-up', 774, '7.5/10 rest'],
    ['0.05', 'half-even', 805, '8.05/10 best'],
  ])('to %s %s: %i hundredths', (to, mode, a, expected) => {
    expect(outcome(sheet(mode, to), { a })).toBe(expected);
  });
});

describe('points', () => {
  const three = `  A: { title: A, points: 5, test: a >= 1 }
  B: { title: B, points: 3, test: b >= 1 }
  C: { title: C, points: 2, test: c >= 1 }`;
  const withBonus = `  A:
    title: A
    points: 10
    CAP
    parts:
      A.1: { title: A.1, points: 10, on: a, bands: [[10, 10], [5, 5]] }
      A.2: { title: A.2, points: 4, bonus: true, test: b >= 1 }`;
  const ofTen = '{ model: points, of: 10 }';
  const excluded = `  A: { title: A, points: 5, applies_when: c == 1, test: a >= 1 }
  B: { title: B, points: 5, applies_when: c <= 1, test: b >= 1 }`;
  const weighted = `  A: { title: A, points: 5, weight: 3, test: a >= 1 }
  B: { title: B, points: 20, weight: 1, applies_when: c > 0, test: b >= 1 }`;
  const group = `  A:
    title: A
    points: 10
    weight: 1
    parts:
      A.1: { title: A.1, points: 4, test: a >= 1 }
      A.2: { title: A.2, points: 6, applies_when: c > 0, test: b >= 1 }`;

  it.each<readonly [string, Assessor, Cells, string]>([
    ['exactly 80 %', written(three, ofTen), { a: 1, b: 1 }, '8/10 best'],
    ['70 %', written(three, ofTen), { a: 1, c: 1 }, '7/10 rest'],
    [
      'bonus cannot exceed the group without a cap',
      written(withBonus.replace('CAP', ''), ofTen),
      { a: 10, b: 1 },
      '10/10 best',
    ],
    ['bonus fills up', written(withBonus.replace('CAP', ''), ofTen), { a: 5, b: 1 }, '9/10 best'],
    [
      'a cap above: the total still ends at what can be earned',
      written(withBonus.replace('CAP', 'cap: 12'), ofTen, 'points(A) >= 12'),
      { a: 10, b: 1 },
      '10/10 best',
    ],
    [
      'a cap of 12 is not 13',
      written(withBonus.replace('CAP', 'cap: 12'), ofTen, 'points(A) >= 13'),
      { a: 10, b: 1 },
      '10/10 rest',
    ],
    ['a cap below', written(withBonus.replace('CAP', 'cap: 8'), ofTen), { a: 10 }, '8/8 best'],
    [
      'the share of a bonus is of its own points',
      written(withBonus.replace('CAP', ''), ofTen, 'points(A.2) >= 50%'),
      { a: 10 },
      '10/10 rest',
    ],
    ['an excluded criterion leaves what can be earned', written(excluded, ofTen), { b: 1 }, '5/5 best'],
    ['nothing applies: no points, and no gate holds', written(excluded, ofTen), { a: 1, b: 1, c: 2 }, 'null rest'],
    ['weighted', written(weighted, '{ model: weighted, of: 100 }'), { a: 1, c: 1 }, '75/100 rest'],
    ['weighted, the other excluded', written(weighted, '{ model: weighted, of: 100 }'), { a: 1 }, '100/100 best'],
    ['weighted, a part excluded', written(group, '{ model: weighted, of: 100 }'), { a: 1 }, '100/100 best'],
    ['a part excluded', written(group, ofTen), { a: 1 }, '4/4 best'],
    [
      'a missing cell over a number below zero',
      written('  A: { title: A, points: 10, on: a / (b - c), scale: [[-400%, 2], [0%, 10]] }', ofTen),
      { a: null, b: 1, c: 3 },
      '2…10/10 open',
    ],
    [
      'nothing to deduct for less than nothing',
      written('  A: { title: A, points: 10, deduct: { each: 1, per: a - b } }', ofTen),
      { b: 3 },
      '10/10 best',
    ],
    [
      'deducted at the most',
      written('  A: { title: A, points: 10, deduct: { each: 1, per: a, most: 3 } }', ofTen),
      { a: 9 },
      '7/10 rest',
    ],
    [
      'never below the floor',
      written('  A: { title: A, points: 10, deduct: { each: 3, per: a, floor: 2 } }', ofTen),
      { a: 9 },
      '2/10 rest',
    ],
  ])('%s', (_, assessor, cells, expected) => {
    expect(outcome(assessor, cells)).toBe(expected);
  });

  it.each<readonly [string, string, number, string]>([
    ['at the best band', 'bands: [[6, 0], [2, 10]]', 2, 'pass'],
    ['in the band above it, which earns less', 'bands: [[6, 0], [2, 10]]', 6, 'fail'],
    ['under the best band', 'bands: [[6, 0], [2, 10]]', 1, 'fail'],
    ['where a scale has become level', 'scale: [[0, 0], [4, 10], [8, 10]]', 4, 'pass'],
    ['under it', 'scale: [[0, 0], [4, 10], [8, 10]]', 3, 'fail'],
    ['where a falling scale is still level', 'scale: [[2, 10], [4, 10], [8, 0]]', 4, 'pass'],
    ['where it falls', 'scale: [[2, 10], [4, 10], [8, 0]]', 5, 'fail'],
  ])('a criterion is met with all its points: %s', (_, rule, a, expected) => {
    const assessor = written(`  A: { title: A, points: 10, on: a, ${rule} }`, ofTen);
    const assessments = assessor.assess(datasetFromRows([{ code: '1', a, b: 0, c: 0 }], assessor.program.set));
    expect(stateText(assessments.states[0]?.[0])).toBe(expected);
  });
});
