import { type Assessments, compile } from '../../src/assess/index.ts';
import { type CriteriaSet, parseCriteria, type Ties } from '../../src/criteria/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';

type Cell = string | number | boolean | null;

const count = (id: string): string => `  ${id}: { label: { vi: ${id}, en: ${id} }, type: count }\n`;

/** Criteria that each earn as many points as their figure says, from 0 to 10. */
export function pointsOf(criteria: readonly string[]): string {
  const lines = criteria.map(
    (id) => `  ${id}: { title: { vi: T, en: T }, points: 10, on: ${id.toLowerCase()}, scale: [[0, 0], [10, 10]] }\n`,
  );
  return `criteria:\n${lines.join('')}score: { model: points, of: ${10 * criteria.length} }\n`;
}

/** What is said of a set beside its points; `rank` is the list of keys. */
interface Parts {
  /** The criteria and the score: points of `A`, `B` and `C` unless told otherwise. */
  readonly criteria?: string;
  readonly rank?: string;
  readonly ties?: Ties;
  readonly targets?: string;
  readonly checks?: string;
  readonly measures?: string;
  readonly indicators?: string;
  /** The classes: by points unless told otherwise. */
  readonly classes?: string;
}

const CLASSES = `
  good: { label: { vi: Tốt, en: Good }, certifies: true, when: score >= 20 }
  fair: { label: { vi: Khá, en: Fair }, certifies: true, when: score >= 10 }
  poor: { label: { vi: Kém, en: Poor }, when: otherwise }
`;

/** A set whose points are its figures `a`, `b` and `c`; `d` and `ratio` only order the units. */
export function smallSet(parts: Parts = {}): CriteriaSet {
  const found = parseCriteria(`family: small
version: "1"
status: draft
title: { vi: Nhỏ, en: Small }
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
${['a', 'b', 'c', 'd'].map(count).join('')}${parts.indicators ?? ''}measures:
  ratio: { label: { vi: Tỷ lệ, en: Ratio }, formula: d / a }
${parts.measures ?? ''}${parts.checks === undefined ? '' : `checks: ${parts.checks}\n`}${parts.criteria ?? pointsOf(['A', 'B', 'C'])}classes:${parts.classes ?? CLASSES}
${parts.rank === undefined ? '' : `rank: ${parts.rank}\n`}${parts.ties === undefined ? '' : `ties: ${parts.ties}\n`}${parts.targets === undefined ? '' : `targets: ${parts.targets}\n`}`);
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}

/** Units by their cells; figures that a unit does not name are 0, and its code is its place. */
export function assessed(set: CriteriaSet, units: readonly Readonly<Record<string, Cell>>[]): Assessments {
  const rows = units.map((cells, place) => ({ code: String(place + 1), a: 0, b: 0, c: 0, d: 0, ...cells }));
  return compile(set).assess(datasetFromRows(rows, set));
}
