import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/data/index.ts';
import { rank, summarise } from '../../src/rank/index.ts';
import { PLAIN, type Scored, writeCsv, writeExplanation, writeTable } from '../../src/report/index.ts';
import { assessorFor } from '../assess/assessor.ts';
import { smallSet } from '../assess/small-sets.ts';

const assessor = assessorFor(
  smallSet(
    '  users: { label: Users, type: count }',
    `criteria:
  A: { title: Some, test: users >= 5 }
  B: { title: Few, test: users < 5 }
classes:
  good: { label: Good, when: { all: [A, B] }, certifies: true }
  bad: { label: Bad, when: otherwise }
score: { model: count, of: [A, B] }
`,
  ),
);

/** However many there are, one of the two is not met. */
function scored(): Scored {
  const data = readCsv({ name: 'data.csv', text: 'code,name,period,users\n00001,An,2025,\n' }, assessor.program.set);
  const assessments = assessor.assess(data);
  return {
    assessments,
    ranking: rank(assessments),
    summary: summarise(assessments),
    provenance: { version: '0', options: {}, period: '2025', issues: [] },
  };
}

describe('a class that is clear although no criterion is', () => {
  const style = { lang: 'en', width: 120, paint: PLAIN } as const;

  test('says so in the ranking and in whole sentences', () => {
    expect(writeCsv(scored(), style)).toContain('Bad: Some figures are missing, the outcome is clear all the same.');
    expect(writeTable(scored(), style)).toContain('some figures are missing, the outcome is clear all the same');
  });

  test('says so where the reasons stand', () => {
    expect(writeExplanation(scored(), 0, style)).toContain(
      'Why\n  Some figures are missing, the outcome is clear all the same',
    );
  });
});
