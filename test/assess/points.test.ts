import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { type Assessments, type Assessor, compile, UNDETERMINED } from '../../src/assess/index.ts';
import { parseCriteria, resolveReadings } from '../../src/criteria/index.ts';
import { type Dataset, datasetFromRows } from '../../src/data/index.ts';
import { FAIL, NOT_APPLICABLE, PASS } from '../../src/formula/index.ts';
import type { Rational } from '../../src/number/index.ts';
import { seededRandom } from '../oracle/communes.ts';
import { judge, type PlannedSheet, reachable, type Reached, type Row } from '../oracle/points.ts';
import { randomRow, randomSheet, sheetText, withHoles } from '../oracle/sheets.ts';

const SHEETS = 400;
const ROWS = 8;
const SHEETS_WITH_HOLES = 200;
const ROWS_WITH_HOLES = 3;

function assessorFor(text: string): Assessor {
  const source = parseCriteria(text, 'drawn.yaml');
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
  const scored = ids.flatMap((id, number) => (set.criteria.get(id)?.points === null ? [] : [{ id, result: points[number] }]));
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
      [...points].map(([id, tally]) => [id, tally === null ? null : [...twice(tally.earned), ...twice(tally.available)]]),
    ),
    score: score === null ? null : [...twice(score.earned), oracleText(score.available)],
    class: judgement.class,
  };
}

describe(`${SHEETS} random sheets`, () => {
  it('have the states, points, score and class of the second implementation', () => {
    const random = seededRandom(4n);
    const seen = { rows: 0, onGate: 0, nothing: 0, rounded: 0, classes: new Map<string, number>() };
    for (let number = 0; number < SHEETS; number += 1) {
      const sheet = randomSheet(random);
      const rows = Array.from({ length: ROWS }, () => randomRow(sheet, random)).filter((row) => row !== null);
      const assessments = assess(sheet, rows);
      for (const [index, row] of rows.entries()) {
        const expected = oracleJudgement(sheet, row);
        expect(engineJudgement(assessments, index), `${sheetText(sheet)}\n${JSON.stringify(row)}`).toEqual(expected);
        seen.rows += 1;
        if (expected.score === null) seen.nothing += 1;
        seen.classes.set(expected.class ?? '', (seen.classes.get(expected.class ?? '') ?? 0) + 1);
      }
    }
    console.log(seen);
    expect(seen.rows).toBeGreaterThan(SHEETS * (ROWS - 1));
  });
});

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
  expect(fractionOf(found.score.min).lte(reached.least), `min ${context}`).toBe(true);
  expect(fractionOf(found.score.max).gte(reached.most), `max ${context}`).toBe(true);
}

function expectExact(found: ReturnType<typeof engineReach>, reached: Reached, context: string): void {
  expect(new Set(found.classes), context).toEqual(reached.classes);
  const ends = found.score === null ? null : [found.score.min, found.score.max].map(textOf);
  const { least, most } = reached;
  expect(ends, context).toEqual(least === null || most === null ? null : [least, most].map(oracleText));
}

/** States and points of single criteria hold whatever the missing cells are. */
function expectPartsSound(assessments: Assessments, row: number, reached: Reached, context: string): void {
  const ids = [...assessments.program.set.criteria.keys()];
  const points = assessments.points(row);
  for (const [number, id] of ids.entries()) {
    const state = stateText(assessments.states[number]?.[row]);
    if (state !== 'unknown') expect([...(reached.states.get(id) ?? [])], `${id} ${context}`).toEqual([state]);
    for (const tally of reached.points.get(id) ?? []) {
      const result = points[number] ?? null;
      if (tally === null) continue;
      expect(result, `${id} ${context}`).not.toBeNull();
      if (result === null) continue;
      const isIn =
        fractionOf(result.earned.least).lte(tally.earned) &&
        fractionOf(result.earned.most).gte(tally.earned) &&
        fractionOf(result.available.least).lte(tally.available) &&
        fractionOf(result.available.most).gte(tally.available);
      expect(isIn, `points of ${id} ${context}`).toBe(true);
    }
  }
}

describe.each([
  { holes: 1, exactShare: 0.95, seed: 41n },
  { holes: 2, exactShare: 0.9, seed: 42n },
  { holes: 3, exactShare: 0, seed: 43n },
])('rows with $holes missing cells', ({ holes, exactShare, seed }) => {
  it('have the candidates and bounds that brute force over all fillings reaches', () => {
    const random = seededRandom(seed);
    const seen = { rows: 0, exact: 0, open: 0 };
    for (let number = 0; number < SHEETS_WITH_HOLES; number += 1) {
      const sheet = randomSheet(random);
      const rows = Array.from({ length: ROWS_WITH_HOLES }, () => randomRow(sheet, random)).flatMap((row) =>
        row === null ? [] : [withHoles(sheet, row, holes, random)],
      );
      const assessments = assess(sheet, rows);
      for (const [index, row] of rows.entries()) {
        const context = `${sheetText(sheet)}\n${JSON.stringify(row)}`;
        const reached = reachable(sheet, row);
        const found = engineReach(assessments, index);
        expectSound(found, reached, context);
        expectPartsSound(assessments, index, reached, context);
        if (found.exact) expectExact(found, reached, context);
        seen.rows += 1;
        if (found.exact) seen.exact += 1;
        if (reached.classes.size > 1) seen.open += 1;
      }
    }
    console.log(seen);
    expect(seen.exact / seen.rows).toBeGreaterThanOrEqual(exactShare);
  });
});
