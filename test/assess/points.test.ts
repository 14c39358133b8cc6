import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { type Assessments, type Assessor, UNDETERMINED } from '../../src/assess/index.ts';
import { type Dataset, datasetFromRows } from '../../src/data/index.ts';
import type { Rational } from '../../src/number/index.ts';
import { type Random, seededRandom } from '../oracle/communes.ts';
import { judge, type PlannedSheet, reachable, type Reached, type Row, type Tally } from '../oracle/points.ts';
import { randomRow, randomSheet, sheetText, withHoles } from '../oracle/sheets.ts';
import { assessorFor, fractionOf, stateText } from './assessor.ts';

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
