import { describe, expect, test } from 'vitest';
import { parseCases, runCases, type Sets, thresholdCoverage } from '../../src/cases/index.ts';
import { parseSource } from '../../src/criteria/index.ts';
import { PLAIN, type Style, type Tested, writeTestJson, writeTestReport } from '../../src/report/index.ts';

const CRITERIA = `family: users
version: "1"
status: in-force
title: Users
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
sources: { law: { document: 1/2025 } }
indicators:
  people: { label: { vi: Nhân khẩu, en: People }, type: count, min: 1 }
  users: { label: { vi: Người sử dụng, en: Users }, type: count, unit: { vi: người, en: people } }
measures:
  rate: { label: { vi: Tỷ lệ, en: Share }, formula: users / people, show: percent }
criteria:
  A.1: { title: { vi: Ít, en: Few }, cite: law Đ4.k1.a, test: rate < 0.5% }
classes:
  clean: { label: Clean, certifies: true, when: A.1 }
  rest: { label: Rest, when: otherwise }
readings:
  limit:
    question: Which?
    default: low
    options: { low: {}, high: { criteria: { A.1: { test: rate < 1% } } } }
`;

const HEAD = 'criteria: users@1\nbase: { people: 1000, users: 0 }\ncases:\n';
const GOOD = `${HEAD}  - name: { vi: Không có, en: None }
    data: { users: 4 }
    expect: { class: clean }
  - { name: Five, data: { users: 5 }, expect: { class: rest } }
  - { name: Six, data: { users: 6 }, expect: { class: rest } }
  - { name: Nine, readings: { limit: high }, data: { users: 9 }, expect: { class: clean } }
`;
const BAD = `${HEAD}  - name: { vi: Năm người, en: Five users }
    cite: law Đ4.k1
    data: { users: 5 }
    expect: { class: clean, states: { A.1: fail } }
  - { name: { vi: Nửa người, en: Half a user }, cite: law Đ9, data: { users: 0.5 }, expect: { class: clean } }
`;

function tested(text: string): Tested {
  const source = parseSource(CRITERIA, 'users.yaml');
  const cases = parseCases(text, 'users.cases.yaml');
  if (!source.ok || !cases.ok) throw new Error(JSON.stringify([...source.issues, ...cases.issues], null, 1));
  const sets: Sets = { source: source.value, below: null };
  const results = runCases(cases.value, sets);
  return { source: source.value, cases: cases.value, results, coverage: thresholdCoverage(results, sets) };
}

const style = (lang: Style['lang']): Style => ({ lang, width: 100, paint: PLAIN });

describe('the report of cases', () => {
  test('counts what passed and names each threshold that a side is not tried of', () => {
    expect(writeTestReport([tested(GOOD)], style('en'))).toBe(`users@1 (in force, users.cases.yaml)
  Cases: 4, all passed
  Thresholds: 2; not tried on every side that a case can reach: 1
    A.1 rate < 1% (reading limit=high): no case on or just over the threshold (users.yaml:23:58)
`);
    expect(writeTestReport([tested(GOOD)], style('vi'))).toBe(`users@1 (đang có hiệu lực, users.cases.yaml)
  Trường hợp thử: 4, đều đạt
  Ngưỡng: 2; chưa thử hết các phía có thể xảy ra: 1
    A.1 rate < 1% (cách hiểu limit=high): chưa có trường hợp đúng bằng hoặc ngay trên ngưỡng
    (users.yaml:23:58)
`);
  });

  test('shows a failure with its place, clause, criterion and figures, and why a case could not be run', () => {
    expect(
      writeTestReport([tested(BAD)], style('en'))
        .split('\n')
        .slice(0, 16),
    ).toEqual([
      'users@1 (in force, users.cases.yaml)',
      '  Cases: 2; 0 passed, 2 failed',
      '',
      '  ✗ Five users',
      '    users.cases.yaml:4:5 · Article 4, clause 1, 1/2025',
      '    class: expected clean, found rest',
      '      A.1 not met (Article 4, clause 1, point a, 1/2025)',
      '        Share: 0.5% (5/1,000); condition < 0.5%; exactly on the line',
      '',
      '  ✗ Half a user',
      '    users.cases.yaml:8:5 · Article 9, 1/2025',
      '    The case cannot be run:',
      '      users.cases.yaml:8:78: Column “users”: “0.5” has a fraction, but the column counts. Write a',
      '      whole number.',
      '',
      '  Thresholds: 2; not tried on every side that a case can reach: 2',
    ]);
    expect(
      writeTestReport([tested(BAD)], style('vi'))
        .split('\n')
        .slice(1, 8),
    ).toEqual([
      '  Trường hợp thử: 2; đạt 0, không đạt 2',
      '',
      '  ✗ Năm người',
      '    users.cases.yaml:4:5 · khoản 1 Điều 4, 1/2025',
      '    loại (class): mong đợi clean, kết quả là rest',
      '      A.1 không đáp ứng (điểm a khoản 1 Điều 4, 1/2025)',
      '        Tỷ lệ: 0,5 % (5/1.000); điều kiện < 0,5 %; đúng bằng mức',
    ]);
  });

  test('adds up the cases of several files', () => {
    expect(writeTestReport([tested(GOOD), tested(BAD)], style('en'))).toMatch(/\n\nCases: 6; 4 passed, 2 failed\n$/);
  });
});

test('the JSON of cases holds the same as data', () => {
  const json: unknown = JSON.parse(writeTestJson([tested(GOOD), tested(BAD)], '0.0.0', 'en'));
  expect(json).toMatchObject({
    format: 'xasach/test@1',
    engine: { name: 'xasach', version: '0.0.0' },
    passed: 4,
    failed: 2,
    files: [
      {
        criteria: { id: 'users@1', status: 'in-force' },
        passed: 4,
        failures: [],
        thresholds: 2,
        gaps: [
          {
            of: 'A.1',
            comparison: 'rate < 1%',
            line: 23,
            column: 58,
            readings: { limit: 'high' },
            missing: ['at', 'over'],
          },
        ],
      },
      {
        failed: 2,
        failures: [
          {
            name: { vi: 'Năm người', en: 'Five users' },
            cite: 'Đ4.k1',
            line: 4,
            differences: [
              {
                of: 'class',
                criterion: null,
                expected: 'clean',
                found: 'rest',
                line: 7,
                deciding: [
                  {
                    id: 'A.1',
                    state: 'fail',
                    observed: '0.005',
                    operator: '<',
                    required: '0.005',
                    margin: '0',
                    cite: 'Đ4.k1.a',
                  },
                ],
              },
            ],
            issues: [],
          },
          { name: { en: 'Half a user' }, differences: [], issues: [{ code: 'data/fraction-in-count' }] },
        ],
      },
    ],
  });
});
