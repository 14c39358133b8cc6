import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/explain/index.ts';
import type { Lang } from '../../src/messages/index.ts';
import { integer, rational } from '../../src/number/index.ts';
import { figureResult } from '../../src/report/results/figure-result.ts';
import { figureText } from '../../src/report/words/figure-text.ts';
import { formulaWords } from '../../src/report/words/formula-words.ts';
import { sample } from '../diff/sample.ts';

describe('a formula in words', () => {
  it.each([
    ['not plan', 'không phải: plan', 'not: plan'],
    ['not (plan or model)', 'không phải: (plan hoặc model)', 'not: (plan or model)'],
    ['not plan or model', '(không phải: plan) hoặc model', '(not: plan) or model'],
    ['prev(cases) <= 3', 'cases (kỳ trước) ≤ 3', 'cases (the period before) ≤ 3'],
    ['last(3, cases) <= 3', 'cases (cộng 3 kỳ) ≤ 3', 'cases (sum of 3 periods) ≤ 3'],
    ['plan and (model or cases == 0)', 'plan và (model hoặc cases = 0)', 'plan and (model or cases = 0)'],
  ])('%s', (test, vi, en) => {
    const { set } = sample(['test: cases <= 3', `test: ${test}`]);
    const rule = set.criteria.get('M.1')?.rule;
    if (rule?.kind !== 'test') throw new Error('M.1 is a test');
    expect(formulaWords(rule.test, { set, lang: 'vi' })).toBe(vi);
    expect(formulaWords(rule.test, { set, lang: 'en' })).toBe(en);
  });
});

describe('a figure, exactly', () => {
  const MODEL = '  model:\n    label: { vi: Có mô hình, en: Has a model }\n    type: boolean\n';
  const { set } = sample(
    [MODEL, MODEL.replace('boolean', 'choice\n    values: { none: None, good: { vi: Tốt, en: Good } }')],
    ['    test: model\n', '    test: model == good\n'],
    ['        test: model\n', '        test: model == good\n'],
    ['  - when: model\n', '  - when: model == good\n'],
    ['measures:\n', '  pledged:\n    label: { vi: Tỷ lệ, en: Rate }\n    type: percent\nmeasures:\n'],
  );

  const FIGURES: Readonly<Record<string, Figure>> = {
    cases: { kind: 'number', value: integer(12_345n) },
    pledged: { kind: 'number', value: rational(1n, 8n) },
    plan: { kind: 'boolean', value: true },
    model: { kind: 'choice', id: 'good' },
  };

  it.each([
    ['cases', '12.345', '12,345', '12345'],
    ['pledged', '12,5 %', '12.5%', '0.125'],
    ['plan', 'có', 'yes', true],
    ['model', 'Tốt', 'Good', 'good'],
  ])('of %s', (indicator, vi, en, result) => {
    const figure = FIGURES[indicator];
    if (figure === undefined) throw new Error(`no figure of ${indicator}`);
    const text = (lang: Lang): string => figureText(figure, set.indicators.get(indicator), { set, lang });
    expect([text('vi'), text('en'), figureResult(figure)]).toEqual([vi, en, result]);
  });
});
