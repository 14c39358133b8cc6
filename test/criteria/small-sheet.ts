import { exchanged } from './small-set.ts';

/** A small sound points sheet with a rule of every kind; each test spoils one part of it. */
export const SMALL_SHEET = `family: sheet
version: "1"
status: in-force
title: Sheet
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
  homes: { label: Homes, type: count, min: 1 }
  pledged: { label: Pledged, type: count }
  cases: { label: Cases, type: count }
  plan: { label: Plan, type: boolean }
criteria:
  M: { title: Plan, mandatory: true, test: plan }
  A:
    title: Work
    points: 30
    cap: 32
    parts:
      A.1: { title: Plan, points: 10, test: plan }
      A.2: { title: Pledges, points: 20, on: pledged / homes, bands: [[90%, 20], [50%, 10]] }
      A.3: { title: Extra, points: 5, bonus: true, test: cases == 0 }
  B: { title: Scale, points: 40, on: pledged, scale: [[0, 0], [10, 40]] }
  C: { title: Cases, points: 30, deduct: { each: 2, per: cases, floor: 5, most: 20 } }
score: { model: points, of: 100, round: { to: 0.1, mode: half-even } }
classes:
  good: { label: Good, certifies: true, when: { all: [mandatory, score >= 80] } }
  rest: { label: Rest, when: otherwise }
`;

/** The small sheet with a part of its text exchanged; a part that is not there is a mistake of the test. */
export function otherSheet(part: string, by: string): string {
  return exchanged(SMALL_SHEET, part, by);
}
