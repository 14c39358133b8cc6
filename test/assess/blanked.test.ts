import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Assessments, UNDETERMINED } from '../../src/assess/index.ts';
import { readCsv } from '../../src/data/index.ts';
import { compare } from '../../src/number/index.ts';
import { seededRandom } from '../oracle/communes.ts';
import { assessorFor } from './assessor.ts';

const NAME = 'kon-tum-2024.csv';
/** Columns that say which unit and year it is. */
const IDENTITY = ['code', 'name', 'district', 'province', 'type', 'period'];

const assessor = assessorFor(readFileSync('criteria/kon-tum-model-1.yaml', 'utf8'));
const [header = '', ...all] = readFileSync(`fixtures/${NAME}`, 'utf8').trim().split('\n');
const ids = header.split(',');
const codes = [...new Set(all.map((line) => line.split(',')[0] ?? ''))].filter((_, at) => at % 4 === 0);
/** Every fourth unit, with the years that there are of it. */
const lines = all.filter((line) => codes.includes(line.split(',')[0] ?? ''));

function assess(rows: readonly string[]): Assessments {
  const text = `${[header, ...rows].join('\n')}\n`;
  return assessor.assess(readCsv({ name: NAME, text }, assessor.program.set));
}

/** What is known of a unit of whose figures some are missing, beside what it is with all of them. */
function isAllowed(blanked: Assessments, whole: Assessments, row: number): boolean {
  const { classes } = blanked.candidates(row);
  const [score, own] = [blanked.score(row), whole.score(row)];
  const isWithin =
    own !== null &&
    score !== null &&
    compare(score.min, own.min) <= 0 &&
    compare(own.max, score.max) <= 0 &&
    compare(own.of, score.of) <= 0;
  return isWithin && classes.includes(whole.classes[row] ?? UNDETERMINED);
}

test.each([
  [10, 0],
  [30, 0],
  [60, 4],
])(
  'with %d in a hundred of its figures missing a unit may still be what it is with all of them',
  (share, atMostOpen) => {
    const random = seededRandom(BigInt(share));
    const blank = (line: string): string =>
      line
        .split(',')
        .map((cell, at) => (IDENTITY.includes(ids[at] ?? '') || random(100n) >= BigInt(share) ? cell : ''))
        .join(',');
    const whole = assess(lines);
    const blanked = assess(lines.map(blank));
    const rows = [...lines.keys()].filter((row) => whole.classes[row] !== UNDETERMINED);
    expect(rows.filter((row) => !isAllowed(blanked, whole, row))).toEqual([]);
    expect(rows.filter((row) => !blanked.candidates(row).exact).length).toBeLessThanOrEqual(atMostOpen);
  },
);
