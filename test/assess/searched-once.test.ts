import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Assessments, compile } from '../../src/assess/index.ts';
import { parseCriteria } from '../../src/criteria/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { randomCommune, seededRandom, toCsv } from '../oracle/communes.ts';

const FILE = 'criteria/vn-drug-free-2025.yaml';
const ROWS = 400;

/** Random communes with cells left out: often the same cells, so that many raise the same questions. */
function rows(): readonly Readonly<Record<string, unknown>>[] {
  const random = seededRandom(77n);
  const drawn = Array.from({ length: ROWS }, () => randomCommune(random));
  const [header = '', ...lines] = toCsv(drawn).trim().split('\n');
  const names = header.split(',');
  return lines.map((line, row) => {
    const cells = line.split(',');
    const lacking = new Set(
      [row % 7, (row * 5) % 11, row % 3 === 0 ? (row % names.length) + 3 : -1].map((at) => at + 3),
    );
    return Object.fromEntries(names.map((name, at) => [name, lacking.has(at) ? null : cells[at]]));
  });
}

test('units that are searched together have what each has when it is assessed alone', () => {
  const parsed = parseCriteria(readFileSync(FILE, 'utf8'), { file: FILE });
  if (!parsed.ok) throw new Error('the criteria do not parse');
  const set = parsed.value;
  const assessor = compile(set);
  const units = rows();
  const together = assessor.assess(datasetFromRows(units, set));
  const found = (assessments: Assessments, row: number): unknown => ({
    ...assessments.candidates(row),
    score: assessments.score(row),
    class: assessments.classes[row],
    certified: assessments.certified[row],
  });
  const several = new Set<number>();
  for (const [row, unit] of units.entries()) {
    several.add(together.candidates(row).classes.length);
    const alone = assessor.assess(datasetFromRows([unit], set));
    expect([row, found(together, row)]).toEqual([row, found(alone, 0)]);
  }
  expect(several.size).toBeGreaterThan(2);
});
