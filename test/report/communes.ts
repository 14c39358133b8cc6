import { readFileSync } from 'node:fs';
import { compile } from '../../src/assess/index.ts';
import { type CriteriaSet, parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { readCsv } from '../../src/data/index.ts';
import { rank, summarise } from '../../src/rank/index.ts';
import type { Provenance, Scored } from '../../src/report/index.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const CRITERIA = read('criteria/vn-drug-free-2025.yaml');

/** Nine units of An Giang with invented figures: every class, one undetermined, one decided in spite of a missing cell. */
export const COMMUNES = read('fixtures/report/communes.csv');

/** The path of a golden file, from the test beside it. */
export const golden = (name: string): string => `../../fixtures/report/${name}`;

/** The criteria of 2025, with parts of their text exchanged. */
export function criteria(...changes: readonly (readonly [string, string])[]): CriteriaSet {
  const text = changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`the criteria do not hold ${from}`);
    return before.replace(from, () => to);
  }, CRITERIA);
  const parsed = parseSource(text, 'vn-drug-free-2025.yaml');
  const resolved = parsed.ok ? resolveReadings(parsed.value) : parsed;
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  return resolved.value;
}

/** Everything a report is made from. */
export function scored(text = COMMUNES, set = criteria(), provenance: Partial<Provenance> = {}): Scored {
  const dataset = readCsv({ name: 'communes.csv', text }, set);
  const errors = dataset.issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const assessments = compile(set).assess(dataset);
  return {
    assessments,
    ranking: rank(assessments),
    summary: summarise(assessments),
    provenance: { version: '0.0.0', options: {}, period: '2025', issues: assessments.issues, ...provenance },
  };
}

/** The row of a unit. */
export function rowOf({ assessments }: Scored, code: string): number {
  const row = assessments.dataset.units.code.indexOf(code);
  if (row < 0) throw new Error(`there is no unit ${code}`);
  return row;
}
