import { describe, expect, it } from 'vitest';
import { scoreResult } from '../../src/report/index.ts';
import { resultSchema } from '../../src/report/json/result-schema.ts';
import { COMMUNES, criteria, rowOf, scored } from './communes.ts';

const resultOf = ({ assessments, ranking, summary, provenance }: ReturnType<typeof scored>) =>
  scoreResult(assessments, ranking, summary, provenance);
const all = scored();
const result = resultOf(all);
const unit = (code: string, from = result) => from.assessments[rowOf(all, code)];
const criterion = (code: string, id: string, from = result) =>
  unit(code, from)?.criteria.find((found) => found.id === id);

describe('criteria of a result', () => {
  it.each([
    [
      'a ratio with a finite decimal',
      '30346',
      'I.a',
      { observed: '0.005', operator: '>=', required: '0.005', margin: '0' },
    ],
    [
      'a ratio without one, as it came about',
      '30544',
      'I.a',
      { observed: '43/12000', required: '0.005', margin: '-17' },
    ],
    [
      'a margin in the units of the numerator',
      '30817',
      'F.3',
      { observed: '1', operator: '==', required: '0', margin: '1' },
    ],
    ['a choice', '30346', 'I.e', { observed: 'inter', operator: 'in', required: 'intra|inter', margin: null }],
    [
      'a missing figure',
      '30985',
      'I.c',
      { state: 'unknown', observed: null, operator: '>=', required: '0.001', margin: null },
    ],
  ])('%s', (_, code, id, expected) => {
    expect(criterion(code, id)).toMatchObject(expected);
  });

  it.each([
    ['not (use_points > 0)', { observed: '1', operator: '<=', required: '0', margin: '1', state: 'fail' }],
    ['not (not (use_points > 0))', { observed: '1', operator: '>', required: '0', state: 'pass' }],
    ['key_route != none', { observed: 'none', operator: 'not in', required: 'none', state: 'fail' }],
    ['not I.a', { observed: 'fail', operator: '!=', required: 'pass', state: 'pass' }],
    ['{ at_least: 2, of: [I.a, I.b, I.c] }', { observed: '0', operator: '>=', required: '2', state: 'fail' }],
    ['{ not: { at_least: 2, of: [I.a, I.b, I.c] } }', { observed: '0', operator: '<', required: '2', state: 'pass' }],
    ['residents / use_points >= 1', { observed: '16900', state: 'pass' }],
  ])('%s', (test, expected) => {
    const set = criteria(['test: use_points == 0', `test: ${test.startsWith('{') ? test : `"${test}"`}`]);
    const one = COMMUNES.split('\n').filter((line) => /^(?:code|30817),/u.test(line));
    const [assessed] = resultOf(scored(`${one.join('\n')}\n`, set)).assessments;
    expect(assessed?.criteria.find(({ id }) => id === 'F.3')).toMatchObject(expected);
  });
});

describe('a result', () => {
  it('has the form of its schema', () => {
    expect(() => resultSchema.parse(result)).not.toThrow();
  });

  it('adds up', () => {
    const { summary, assessments } = result;
    const units = Object.values(summary.classes).reduce((sum, count) => sum + count, summary.undetermined);
    expect([summary.units, assessments.length]).toEqual([units, units]);
    expect(assessments.filter(({ certified }) => certified === true)).toHaveLength(summary.certified);
    for (const { criteria: found } of assessments) expect(found).toHaveLength(16);
  });

  it('says what is missing and what is still possible', () => {
    expect(unit('30985')).toMatchObject({
      class: null,
      candidates: ['key_2', 'key_3', 'other'],
      candidatesExact: true,
      certified: false,
      missing: [{ indicator: 'offenders_arrested', file: 'communes.csv', line: 8, column: 9 }],
    });
    expect(unit('30421')).toMatchObject({ class: 'key_3', candidates: ['key_3'] });
  });

  it('carries the remarks that are due, and only those', () => {
    expect(unit('30577')?.notes).toHaveLength(1);
    expect(unit('31105')?.notes).toEqual([]);
  });

  it('has group columns after code and name', () => {
    expect(Object.keys(unit('31105')?.unit ?? {})).toEqual(['code', 'name', 'province', 'type']);
  });
});
