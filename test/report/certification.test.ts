import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import {
  PLAIN,
  type Scored,
  type Style,
  writeCsv,
  writeExplanation,
  writeJson,
  writeMarkdown,
  writeNdjson,
  writeResultWorkbook,
  writeTable,
} from '../../src/report/index.ts';
import { COMMUNES, criteria, rowOf, scored } from './communes.ts';

const style: Style = { lang: 'en', width: 200, paint: PLAIN };
const BARRED = 'NOT FOR CERTIFICATION: vn-drug-free@2025 was not in force on 2024-12-14, when period 2024 ends.';

/** The communes, of which one is of a year before the criteria and all others are of 2025. */
function ofTwoYears(set = criteria()): Scored {
  const text = COMMUNES.trimEnd()
    .split('\n')
    .map((line) => `${line.startsWith('code') ? 'period' : line.startsWith('30577') ? '2024' : '2025'},${line}`)
    .join('\n');
  return scored(text, set, { period: null });
}

describe('a unit whose own period the criteria are in force for', () => {
  const all = ofTwoYears();
  const [valid, barred] = [rowOf(all, '31105'), rowOf(all, '30577')];

  it('is certified, and one of an earlier period is not, though the result as a whole is barred', () => {
    expect(writeExplanation(all, valid, style)).not.toContain('NOT FOR CERTIFICATION');
    expect(writeExplanation(all, valid, style)).toMatch(/^Verdict +certified$/mu);
    expect(writeExplanation(all, barred, style)).toContain(BARRED);
    expect(writeExplanation(all, barred, style)).toMatch(/^Verdict +meets the criteria$/mu);
    expect(writeTable(all, style)).toContain(BARRED);
  });

  it('is so in every list of units', async () => {
    const verdictIn = (text: string, code: string): string | undefined =>
      text
        .split('\n')
        .find((line) => line.includes(code))
        ?.match(/certified|meets the criteria/u)?.[0];
    for (const text of [writeTable(all, style), writeMarkdown(all, style)])
      expect([verdictIn(text, ' 31105 '), verdictIn(text, ' 30577 ')]).toEqual(['certified', 'meets the criteria']);
    const sheets = await readXlsxFile(Buffer.from(await writeResultWorkbook(all, 'en')));
    const cells = sheets.flatMap(({ data }) => data);
    const words = ['31105', '30577'].map((code) =>
      cells.find((row) => row.includes(code))?.find((cell) => cell === 'certified' || cell === 'meets the criteria'),
    );
    expect(words).toEqual(['certified', 'meets the criteria']);
  });

  it('has no mark of its own where programs read it', () => {
    const marked = (units: readonly unknown[]): readonly unknown[] =>
      units.filter((unit) => typeof unit === 'object' && unit !== null && 'notForCertification' in unit);
    const json = JSON.parse(writeJson(all, style));
    expect(json.notForCertification).toBe(true);
    expect(marked(json.assessments)).toMatchObject([{ unit: { code: '30577' }, notForCertification: true }]);
    const lines = writeNdjson(all, style).trim().split('\n');
    expect(marked(lines.map((line): unknown => JSON.parse(line)))).toMatchObject([{ unit: { code: '30577' } }]);
    const rows: readonly Record<string, string>[] = parse(writeCsv(all, { lang: 'en' }), { columns: true });
    const filled = rows.filter((row) => row['not_for_certification'] !== '');
    expect(filled).toMatchObject([{ code: '30577', not_for_certification: 'not-in-force-then' }]);
  });

  it('is barred with all others by a draft', () => {
    const draft = ofTwoYears(criteria(['status: in-force', 'status: draft']));
    expect(writeExplanation(draft, valid, style)).toContain('NOT FOR CERTIFICATION');
    expect(writeNdjson(draft, style).match(/"notForCertification":true/gu)).toHaveLength(9);
  });
});
