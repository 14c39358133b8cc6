import { parse } from 'csv-parse/sync';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import {
  PLAIN,
  writeCsv,
  writeExplanation,
  writeJson,
  writeNdjson,
  writeRanking,
  writeTable,
} from '../../src/report/index.ts';
import { COMMUNES, scored } from './communes.ts';

const STYLE = { lang: 'vi', width: 100, paint: PLAIN } as const;
const [HEADER = '', FIRST = ''] = COMMUNES.split('\n');
const FIGURES = FIRST.split(',').slice(2).join(',');

/** The first unit under another name. */
const named = (name: string) => scored(`${HEADER}\n31105,"${name.replaceAll('"', '""')}",${FIGURES}\n`);

const HOSTILE = [
  '<script>alert(1)</script>',
  '=1+1',
  '+84',
  '-1+2',
  '@SUM(A1)',
  '\u001B[31mđỏ\u001B[0m',
  'Xã \u202Egnoh\u202C',
  'Xã \u2066An\u2069 \u200F',
  'Xã\nAn\tBiên',
  'Xã \u0085\u2028 An',
  'Xã\u200B An\uFEFFBiên',
  'x'.repeat(300),
  'Xã An Biên'.normalize('NFD'),
];
const UNSEEN = /[\p{Cc}\u2028\u2029\p{Bidi_Control}\u200B\uFEFF]/u;

describe.each(HOSTILE)('a unit named %j', (name) => {
  const all = named(name);
  const pages = [writeTable(all, STYLE), writeRanking(all, STYLE), writeExplanation(all, 0, STYLE)];

  it('is harmless on pages', () => {
    for (const line of pages.flatMap((page) => page.split('\n'))) {
      expect(line).not.toMatch(UNSEEN);
      expect(stringWidth(line)).toBeLessThanOrEqual(140);
    }
  });

  it('is the same name in JSON, and harmless when printed', () => {
    const kept = all.assessments.dataset.units.name[0];
    for (const json of [writeJson(all, STYLE), writeNdjson(all, STYLE)]) {
      for (const line of json.split('\n')) expect(line).not.toMatch(UNSEEN);
    }
    expect(JSON.parse(writeJson(all, STYLE)).assessments[0].unit.name).toBe(kept);
  });

  it.each([false, true])('is no formula in CSV (for Excel: %s)', (excel) => {
    const csv = writeCsv(all, { lang: 'vi', excel });
    const rows: readonly (readonly string[])[] = parse(csv, { bom: true, delimiter: excel ? ';' : ',' });
    expect(rows).toHaveLength(2);
    expect(rows[1]?.[1]).not.toMatch(/^[=+\-@]/u);
    for (const cell of rows.flat()) expect(cell).not.toMatch(UNSEEN);
  });
});

describe('text cells of CSV', () => {
  it('leaves negative numbers as they are', () => {
    const [, row = ''] = writeCsv(named('-12,5'), { lang: 'vi' }).split('\n');
    expect(row).toMatch(/^31105,"-12,5",/u);
  });

  it('keeps codes with leading zeros', () => {
    const csv = writeCsv(scored(`${HEADER}\n00004,Xã A,${FIGURES}\n`), { lang: 'vi' });
    expect(csv).toContain('\n00004,');
  });
});
