import { expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { parseCriteria } from '../../src/criteria/index.ts';
import { readCsv } from '../../src/data/index.ts';
import { rank, summarise } from '../../src/rank/index.ts';
import { writeCsv } from '../../src/report/index.ts';

const CRITERIA = `family: falling
version: "1"
status: draft
title: Falling
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
  x: { label: X, type: count }
criteria:
  A.1: { title: No more than before, test: x <= prev(x) }
classes:
  good: { label: Good, when: A.1, certifies: true }
  other: { label: Other, when: otherwise }
rank: [{ by: class }]
`;

test('a CSV report tells a missing figure of this period from one of the period before', () => {
  const set = parseCriteria(CRITERIA);
  if (!set.ok) throw new Error(set.issues[0].code);
  const dataset = readCsv({ name: 'a.csv', text: 'code,period,x\n1,2025,2\n2,2025,\n3,2024,4\n3,2025,\n' }, set.value);
  const assessments = compile(set.value).assess(dataset);
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
