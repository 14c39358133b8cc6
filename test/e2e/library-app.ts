import {
  compile,
  parseCriteria,
  rank,
  readCsv,
  readDataset,
  summarise,
  writeJson,
  PLAIN,
  hasError,
} from '../../src/index.ts';

const STYLE = { lang: 'vi', width: 100, paint: PLAIN } as const;

/** What an application does that has the texts: criteria and figures in, the JSON result out. */
export function assessText(criteria: string, text: string): string {
  const set = parseCriteria(criteria, { file: 'vn-drug-free-2025.yaml' });
  if (!set.ok) throw new RangeError(JSON.stringify(set.issues));
  const dataset = readCsv({ name: 'an-giang-2025.csv', text }, set.value);
  if (hasError(dataset.issues)) throw new RangeError(JSON.stringify(dataset.issues));
  const assessments = compile(set.value).assess(dataset);
  const provenance = { version: '0.0.0', options: {}, period: '2025', issues: [] };
  const scored = { assessments, ranking: rank(assessments), summary: summarise(assessments), provenance };
  return writeJson(scored, STYLE);
}

/** Reads a workbook. @returns How many units it has. */
export async function assessWorkbook(criteria: string, bytes: Uint8Array): Promise<number> {
  const set = parseCriteria(criteria);
  if (!set.ok) throw new RangeError(JSON.stringify(set.issues));
  return (await readDataset({ name: 'report.xlsx', bytes }, set.value)).rows;
}
