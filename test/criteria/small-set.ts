import { type Result, sentence } from '../../src/messages/index.ts';

/** A small sound criteria file; each test spoils one part of it. */
export const SMALL_SET = `family: small
version: "1"
status: in-force
title: { vi: Bộ nhỏ, en: Small set }
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
sources:
  law: { document: 1/2025 }
indicators:
  people: { label: People, type: count, min: 1 }
  users: { label: Users, type: count }
  area: { label: Area, type: decimal, unit: m², max: 0.50 }
  route:
    label: Route
    type: choice
    values: { none: None, main: Main }
measures:
  rate: { label: Rate, formula: users / people, show: percent }
criteria:
  A.1:
    title: Few users
    cite: law k1
    test: rate < 0.5%
  A.2:
    title: Small area, off the route
    test:
      all:
        small: area <= 0.25
        off: route in [none]
  A.3: { title: One of two, test: { at_least: 1, of: [A.1, { not: A.2 }] } }
classes:
  clean: { label: Clean, certifies: true, when: { all: [A.1, A.2] } }
  rest: { label: Rest, when: otherwise }
score: { model: count, of: [A.1, A.2] }
rank:
  - { by: class, best: [clean, rest] }
  - { by: rate, order: low }
readings:
  limit:
    question: Which limit?
    default: low
    options:
      low: { label: The low one }
      high:
        criteria:
          A.1: { test: rate < 1% }
  place:
    question: Does the place count?
    default: counts
    options:
      counts: {}
      ignored:
        criteria:
          A.2: { test: { all: { off: null } } }
targets:
  - { until: 2030, share: certified, at_least: 50%, cite: law }
`;

/** The small set with a part of its text exchanged; a part that is not there is a mistake of the test. */
export function spoiled(part: string, by: string): string {
  return exchanged(SMALL_SET, part, by);
}

/** A text with its first such part exchanged. */
export function exchanged(text: string, part: string, by: string): string {
  if (!text.includes(part)) throw new Error(`the text has no ${part}`);
  return text.replace(part, by);
}

/** What a parser or a check gives where it must not fail. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.issues.map((found) => sentence(found, 'en')).join('\n'));
  return result.value;
}
