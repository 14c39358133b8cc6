import { describe, expect, test } from 'vitest';
import { parseCriteria } from '../../src/criteria/index.ts';
import { decidingGates } from '../../src/explain/index.ts';
import { scoreResult } from '../../src/report/index.ts';
import { gateText, shortGate } from '../../src/report/words/points-text.ts';
import { rowOf } from './communes.ts';
import { scoredBy } from './sheets.ts';

/** A sheet of 100 points of which C takes 20 away with it where there is no school. */
const SHEET = `family: sheet
version: "1"
status: draft
title: Sheet
unit: commune
effective: { from: "2025-01-01" }
period: { kind: year, from: "01-01", to: "12-31" }
indicators:
  homes: { label: Homes, type: count }
  plan: { label: Plan, type: boolean }
  school: { label: School, type: boolean }
  sound: { label: Sound, type: boolean }
criteria:
  A: { title: A, points: 40, test: plan }
  B: { title: B, points: 40, on: homes, scale: [[0, 0], [40, 40]] }
  C: { title: C, points: 20, test: sound, applies_when: school, not_applicable: exclude }
score: { model: points, of: 100 }
classes:
  high: { label: High, certifies: true, when: score >= 80% }
  rest: { label: Rest, when: otherwise }
`;

const set = parseCriteria(SHEET, { file: 'sheet.yaml' });
if (!set.ok) throw new Error(JSON.stringify(set.issues));
const sheet = set.value;

/** Homes, plan, school, sound. */
function gateOf(figures: string) {
  const scored = scoredBy(sheet, `code,homes,plan,school,sound\n1,${figures}\n`);
  const row = rowOf(scored, '1');
  const [found] = decidingGates(scored.assessments)(row);
  if (found === undefined) throw new Error('no gate decides');
  const result = scoreResult(scored.assessments, scored.ranking, scored.summary, scored.provenance);
  return {
    full: gateText(found, 'en'),
    short: shortGate(found, 'en'),
    available: result.assessments[row]?.gates?.[0]?.available,
  };
}

describe('a gate on points', () => {
  test.each([
    ['all is known', '30,yes,yes,no', 'Score: 70/100 points = 70%; condition ≥ 80%; 10 points below the line', '100'],
    ['a part is left out', '20,yes,no,', 'Score: 60/80 points = 75%; condition ≥ 80%; 4 points below the line', '80'],
    ['on the line', '40,yes,yes,no', 'Score: 80/100 points = 80%; condition ≥ 80%; exactly on the line', '100'],
    // The distance is as open as the points.
    [
      'points are open',
      '0,,yes,no',
      'Score: 0–40/100 points = 0–40%; condition ≥ 80%; 40–80 points below the line',
      '100',
    ],
    // 30 of 80 points, or 30 to 50 of 100.
    [
      'what can be earned is open',
      '30,no,,',
      'Score: 30–50/80–100 points; condition ≥ 80%; 14–50 points below the line',
      null,
    ],
    // 70 of 80 points, or of 100: certified or not.
    ['it hangs on what can be earned', '30,yes,,no', 'Score: 70/80–100 points; condition ≥ 80%', null],
  ])('says how far the points are from the line, no more exactly than is known: %s', (_, figures, full, available) => {
    const found = gateOf(figures);
    expect(found.full).toBe(full);
    expect(found.available).toBe(available);
  });

  test.each([
    ['30,yes,yes,no', 'Score 70% < 80%'],
    ['0,,yes,no', 'Score 0–40% < 80%'],
    ['30,no,,', 'Score 30–50/80–100 < 80%'],
    ['30,yes,,no', 'Score 70/80–100 ≥? 80%'],
  ])('is short in a table: %s', (figures, short) => {
    expect(gateOf(figures).short).toBe(short);
  });
});
