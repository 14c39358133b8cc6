import { readFileSync } from 'node:fs';
import { compile } from '../../src/assess/index.ts';
import { type CriteriaSet, parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { readCsv } from '../../src/data/index.ts';
import { rank, summarise } from '../../src/rank/index.ts';
import type { Scored } from '../../src/report/index.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../fixtures/report/points/${name}`, import.meta.url), 'utf8');

/** Seven units under `sheet.yaml`: every class, one undetermined. */
export const UNITS = read('sheet.csv');

/** The path of a golden file about points, from the test beside it. */
export const golden = (name: string): string => `../../fixtures/report/points/${name}`;

/** An invented set of `fixtures/report/points`. */
export function sheet(name: 'sheet' | 'weighted', chosen: Readonly<Record<string, string>> = {}): CriteriaSet {
  const parsed = parseSource(read(`${name}.yaml`), `${name}.yaml`);
  const resolved = parsed.ok ? resolveReadings(parsed.value, chosen) : parsed;
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  return resolved.value;
}

/** Units assessed by one of these sets. */
export function scoredBy(set: CriteriaSet, text = UNITS): Scored {
  const dataset = readCsv({ name: 'sheet.csv', text }, set);
  const errors = dataset.issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const assessments = compile(set).assess(dataset);
  return {
    assessments,
    ranking: rank(assessments),
    summary: summarise(assessments),
    provenance: { version: '0.0.0', options: {}, period: '2024', issues: assessments.issues },
  };
}
