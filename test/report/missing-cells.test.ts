import { expect, test } from 'vitest';
import { readCsv } from '../../src/data/index.ts';
import { rank, summarise } from '../../src/rank/index.ts';
import { writeCsv } from '../../src/report/index.ts';
import { assessorFor } from '../assess/assessor.ts';
import { smallSet } from '../assess/small-sets.ts';

const FALLING = smallSet(
  '  x: { label: X, type: count }',
  `criteria:
  A.1: { title: No more than before, test: x <= prev(x) }
classes:
  good: { label: Good, when: A.1, certifies: true }
  other: { label: Other, when: otherwise }
rank: [{ by: class }]
`,
);

test('a CSV report tells a missing figure of this period from one of the period before', () => {
  const assessor = assessorFor(FALLING);
  const data = { name: 'a.csv', text: 'code,period,x\n1,2025,2\n2,2025,\n3,2024,4\n3,2025,\n' };
  const assessments = assessor.assess(readCsv(data, assessor.program.set));
  const text = writeCsv(
    {
      assessments,
      ranking: rank(assessments),
      summary: summarise(assessments),
      provenance: { version: '0.0.0', options: {}, period: null, issues: [] },
    },
    { lang: 'en' },
  );
  const [header = '', ...rows] = text.trim().split('\n');
  const column = header.split(',').indexOf('missing');
  expect(rows.map((row) => row.split(',')[column])).toEqual(['x@1', 'x x@1', 'x@1', 'x']);
});
