import { describe, expect, it } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import type { ComparisonFinding } from '../../src/explain/index.ts';
import { type Comparison, FAIL, PASS, type State, UNKNOWN } from '../../src/formula/index.ts';
import type { Lang } from '../../src/messages/index.ts';
import { integer } from '../../src/number/index.ts';
import { evidence as writtenEvidence } from '../../src/report/results/criterion-result.ts';
import { settle } from '../../src/report/results/settled.ts';
import { testFinding } from '../../src/report/results/criterion-test.ts';
import { wholeEvidence } from '../../src/report/words/finding-text.ts';
import { fullReason, shortReason } from '../../src/report/words/short-reason.ts';
import { sample } from '../diff/sample.ts';
import { COMMUNES, scored } from './communes.ts';

const FIGURES = { people: 1000, users: 6, cases: 4, clips: 12, plan: 1, model: 0 };
type Figures = Readonly<Record<string, number | null>>;

/** What is found of a test in the place of the sample's first. */
function found(test: string, figures: Figures = {}) {
  const { set } = sample(
    ['test: cases <= 3', `test: ${test}`],
    ['en: Cases }\n    type: count\n', 'en: Cases }\n    type: count\n    unit: { vi: vụ, en: cases }\n'],
  );
  const assessments = compile(set).assess(datasetFromRows([{ code: '10001', ...FIGURES, ...figures }], set));
  const criterion = set.criteria.get('M.1');
  const finding = criterion === undefined ? null : testFinding(assessments, criterion, 0);
  if (finding === null) throw new Error(`nothing was found of ${test}`);
  return { finding, set };
}

function evidence(test: string, figures: Figures, lang: Lang): readonly string[] {
  const { finding, set } = found(test, figures);
  return wholeEvidence(finding, { set, lang }).map(({ depth, text }) => `${'  '.repeat(depth)}${text}`);
}

describe('the evidence for a test', () => {
  it.each<readonly [test: string, figures: Figures, vi: readonly string[], en: readonly string[]]>([
    [
      'cases <= 3 and M.3',
      {},
      ['Số vụ: 4 vụ; điều kiện ≤ 3; cao hơn mức 1 vụ', 'M.3 không đáp ứng (Có mô hình)'],
      ['Cases: 4 cases; condition ≤ 3; 1 above the line', 'M.3 not met (Has a model)'],
    ],
    [
      'cases <= 4 or plan',
      {},
      ['một trong các ý sau', '  Số vụ: 4 vụ; điều kiện ≤ 4; đúng bằng mức', '  Có kế hoạch: có; điều kiện có'],
      ['one of these', '  Cases: 4 cases; condition ≤ 4; exactly on the line', '  Has a plan: yes; condition yes'],
    ],
    [
      'not (cases != 4 or plan)',
      {},
      ['không có ý nào sau đây', '  Số vụ: 4 vụ; điều kiện ≠ 4; đúng bằng mức', '  Có kế hoạch: có; điều kiện có'],
      ['none of these', '  Cases: 4 cases; condition ≠ 4; exactly on the line', '  Has a plan: yes; condition yes'],
    ],
    [
      'cases / users >= 50% and clips <= 9 and model',
      { cases: 0, users: 0 },
      [
        'cases / users: 0/0, không áp dụng; điều kiện ≥ 50 %',
        'Số tài liệu: 12; điều kiện ≤ 9; cao hơn mức 3',
        'Có mô hình: không; điều kiện có',
      ],
      [
        'cases / users: 0/0, not applicable; condition ≥ 50%',
        'Leaflets: 12; condition ≤ 9; 3 above the line',
        'Has a model: no; condition yes',
      ],
    ],
    [
      'plan or cases / users >= 50% and clips <= 9 and model',
      { cases: 0, users: 0 },
      [
        'một trong các ý sau',
        '  Có kế hoạch: có; điều kiện có',
        '  tất cả các ý sau',
        '    cases / users: 0/0, không áp dụng; điều kiện ≥ 50 %',
        '    Số tài liệu: 12; điều kiện ≤ 9; cao hơn mức 3',
        '    Có mô hình: không; điều kiện có',
      ],
      [
        'one of these',
        '  Has a plan: yes; condition yes',
        '  all of these',
        '    cases / users: 0/0, not applicable; condition ≥ 50%',
        '    Leaflets: 12; condition ≤ 9; 3 above the line',
        '    Has a model: no; condition yes',
      ],
    ],
    [
      'not (cases / users >= 50% and clips <= 9 and plan)',
      { cases: 0, users: 0 },
      [
        'nhiều nhất 1 trong 2 ý sau',
        '  cases / users: 0/0, không áp dụng; điều kiện ≥ 50 %',
        '  Số tài liệu: 12; điều kiện ≤ 9; cao hơn mức 3',
        '  Có kế hoạch: có; điều kiện có',
      ],
      [
        'at most 1 of these 2',
        '  cases / users: 0/0, not applicable; condition ≥ 50%',
        '  Leaflets: 12; condition ≤ 9; 3 above the line',
        '  Has a plan: yes; condition yes',
      ],
    ],
    [
      'not (cases == 4 and plan)',
      {},
      ['nhiều nhất 1 trong 2 ý sau', '  Số vụ: 4 vụ; điều kiện = 4', '  Có kế hoạch: có; điều kiện có'],
      ['at most 1 of these 2', '  Cases: 4 cases; condition = 4', '  Has a plan: yes; condition yes'],
    ],
    ['not plan', {}, ['Có kế hoạch: có; điều kiện không'], ['Has a plan: yes; condition no']],
    ['not M.3', {}, ['M.3 không đáp ứng (Có mô hình)'], ['M.3 not met (Has a model)']],
    [
      'plan',
      { plan: null },
      ['Có kế hoạch: thiếu số liệu; điều kiện có'],
      ['Has a plan: figures missing; condition yes'],
    ],
    [
      'users / cases < 50%',
      { users: 0, cases: 0 },
      ['users / cases: 0/0, không áp dụng; điều kiện < 50 %'],
      ['users / cases: 0/0, not applicable; condition < 50%'],
    ],
    [
      'prev(cases) <= 3',
      {},
      ['Số vụ (kỳ trước): thiếu số liệu; điều kiện ≤ 3'],
      ['Cases (the period before): figures missing; condition ≤ 3'],
    ],
    [
      'last(3, cases) <= 30',
      {},
      ['Số vụ (cộng 3 kỳ): thiếu số liệu; điều kiện ≤ 30'],
      ['Cases (sum of 3 periods): figures missing; condition ≤ 30'],
    ],
    // What is missing can only add to what is there.
    [
      'last(3, cases) <= 3',
      {},
      ['Số vụ (cộng 3 kỳ): ít nhất 4; điều kiện ≤ 3'],
      ['Cases (sum of 3 periods): at least 4; condition ≤ 3'],
    ],
    // What is counted is told where all of it is the same.
    [
      '-cases >= -3',
      {},
      ['-cases: -4 vụ; điều kiện ≥ -3; thấp hơn mức 1 vụ'],
      ['-cases: -4 cases; condition ≥ -3; 1 below the line'],
    ],
    [
      'max(cases, 2 * cases) <= 3',
      {},
      ['max(cases, 2 * cases): 8 vụ; điều kiện ≤ 3; cao hơn mức 5 vụ'],
      ['max(cases, 2 * cases): 8 cases; condition ≤ 3; 5 cases above the line'],
    ],
    [
      'cases + users <= 3',
      {},
      ['cases + users: 10; điều kiện ≤ 3; cao hơn mức 7'],
      ['cases + users: 10; condition ≤ 3; 7 above the line'],
    ],
  ])('%s %j', (test, figures, vi, en) => {
    expect(evidence(test, figures, 'vi')).toEqual(vi);
    expect(evidence(test, figures, 'en')).toEqual(en);
  });
});

it('rounds the distance from one line no more onto another than the number itself', () => {
  const { assessments } = scored(COMMUNES.replace(/^30577(.*),120,15\.5,/mu, '30577$1,499,124.999999,'));
  const { set } = assessments.program;
  const criterion = set.criteria.get('III.c');
  const finding = criterion === undefined ? null : testFinding(assessments, criterion, 1);
  if (finding === null) throw new Error('nothing was found');
  const lines = wholeEvidence(finding, { set, lang: 'en' }).map(({ text }) => text);
  const area = lines.filter((text) => text.includes('m²'));
  expect(area).toEqual([
    'Area of drug plants discovered and destroyed: 124.999999 m²; condition > 0; 124.999999 m² above the line',
    'Area of drug plants discovered and destroyed: 124.999999 m²; condition < 125; 0.000001 m² below the line',
  ]);
});

describe('what settles a test, in short and in full', () => {
  it.each<readonly [test: string, short: string, full: string]>([
    ['cases <= 3 or M.3', '4, needs ≤ 3 or M.3 not met', '4 cases, needs ≤ 3 or M.3 not met'],
    ['M.3 or M.2', 'M.2 met', 'M.2 met'],
    ['not (cases <= 3 and plan)', '4 > 3', '4 cases > 3'],
    ['M.3 and cases <= 3 and clips <= 3 and not plan and users <= 3', '0 of 5, needs 5', '0 of 5, needs 5'],
    ['plan and M.2 and clips >= 3 and not model', '4 of 4, needs 4', '4 of 4, needs 4'],
    ['not (cases > 3 or plan)', '4, needs ≤ 3 and yes, needs no', '4 cases, needs ≤ 3 and yes, needs no'],
  ])('%s', (test, short, full) => {
    const { finding, set } = found(test);
    expect([shortReason(finding, { set, lang: 'en' }), fullReason(finding, { set, lang: 'en' })]).toEqual([
      short,
      full,
    ]);
  });
});

it('of a test that asks for all, what settles it is one of the parts that apply, not how many of them hold', () => {
  const { finding } = found('cases / users >= 50% and clips >= 20 and not model', { cases: 0, users: 0 });
  expect(writtenEvidence(settle(finding))).toEqual({ observed: '12', operator: '>=', required: '20', margin: '-8' });
});

describe('a number known within bounds', () => {
  const { finding, set } = found('cases <= 3');

  /** What is told of a number from `min` to `max` that is held against 3. */
  function bounded(operator: Comparison, state: State, min: bigint | null, max: bigint | null): string {
    if (finding.kind !== 'comparison') throw new Error('a comparison is needed');
    const { formula, required } = finding;
    const range = { min: min === null ? null : integer(min), max: max === null ? null : integer(max) };
    const own: ComparisonFinding = {
      kind: 'comparison',
      state,
      formula,
      observed: 'missing',
      operator,
      required,
      margin: null,
      range,
      percent: false,
    };
    return shortReason(own, { set, lang: 'en' });
  }

  it.each<readonly [Comparison, readonly string[], readonly string[]]>([
    ['<', ['from 0 to 2 < 3'], ['from 1 to 3, needs < 3', 'from 4 to 6, needs < 3']],
    ['<=', ['from 0 to 2 ≤ 3', 'from 1 to 3 ≤ 3'], ['from 3 to 5, needs ≤ 3']],
    ['>', ['from 4 to 6 > 3'], ['from 3 to 5, needs > 3', 'from 0 to 2, needs > 3']],
    ['>=', ['from 4 to 6 ≥ 3', 'from 3 to 5 ≥ 3'], ['from 1 to 3, needs ≥ 3']],
    ['==', ['3 = 3'], ['from 1 to 3, needs = 3', 'from 3 to 5, needs = 3']],
    ['!=', ['from 0 to 2 ≠ 3', 'from 4 to 6 ≠ 3'], ['from 1 to 3, needs ≠ 3', 'from 3 to 5, needs ≠ 3']],
  ])('%s the line is met, or stands beside what is needed', (operator, met, open) => {
    const told = (state: State) => (text: string) => {
      const [min = 3n, max = 3n] = /from (\d) to (\d)/u.exec(text)?.slice(1).map(BigInt) ?? [];
      return bounded(operator, state, min, max);
    };
    expect(met.map(told(PASS))).toEqual(met);
    expect(open.map(told(UNKNOWN))).toEqual(open);
  });

  it('may lack a bound', () => {
    expect(bounded('>=', PASS, 4n, null)).toBe('at least 4 ≥ 3');
    expect(bounded('==', FAIL, 4n, null)).toBe('at least 4, needs = 3');
    expect(bounded('>=', FAIL, null, 2n)).toBe('at most 2, needs ≥ 3');
  });
});
