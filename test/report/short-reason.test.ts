import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/explain/index.ts';
import { FAIL, NOT_APPLICABLE, PASS, type State, UNKNOWN } from '../../src/formula/index.ts';
import { testFinding } from '../../src/report/results/criterion-test.ts';
import { shortReason } from '../../src/report/words/short-reason.ts';
import { rowOf, scored } from './communes.ts';

const all = scored();
const { set } = all.assessments.program;

function findingOf(code: string, id: string): Finding {
  const criterion = set.criteria.get(id);
  const finding = criterion === undefined ? null : testFinding(all.assessments, criterion, rowOf(all, code));
  if (finding === null) throw new Error(`nothing was found of ${id}`);
  return finding;
}

describe('what settles a criterion', () => {
  it.each([
    ['a value on the upper end of a band', '30346', 'II.a', '0,5 %, cần < 0,5 %', '0.5%, needs < 0.5%'],
    ['a value on its line', '30346', 'I.a', '0,5 % ≥ 0,5 %', '0.5% ≥ 0.5%'],
    [
      'both halves of an or',
      '30817',
      'I.d',
      '0, cần ≥ 3.000 cây hoặc 0, cần ≥ 750 m²',
      '0, needs ≥ 3,000 plants or 0, needs ≥ 750 m²',
    ],
    ['nothing where more than nothing is asked', '30817', 'III.a', '0 %, cần > 0 %', '0%, needs > 0%'],
    ['a band that holds', '30421', 'III.b', '0,02 % < 0,05 %', '0.02% < 0.05%'],
    ['an equality', '30817', 'II.b', '1 = 1', '1 = 1'],
    [
      'parts that are not met',
      '30817',
      'I.e',
      'Không, cần Nội tỉnh hoặc Liên tỉnh và 1/4 ý, cần 2',
      'No, needs Intra-provincial or Inter-provincial and 1 of 4, needs 2',
    ],
  ])('%s', (_, code, id, vi, en) => {
    const finding = findingOf(code, id);
    expect(shortReason(finding, { set, lang: 'vi' })).toBe(vi);
    expect(shortReason(finding, { set, lang: 'en' })).toBe(en);
  });

  it('turns the parts of what is negated', () => {
    const of = findingOf('30817', 'F.3');
    expect(of.state).toBe(FAIL);
    expect(shortReason({ kind: 'not', state: PASS, of }, { set, lang: 'en' })).toBe('1 ≠ 0');
  });

  it.each<readonly [name: string, states: readonly State[], expected: string]>([
    ['counts all parts that a criterion names, though one does not apply', [PASS, NOT_APPLICABLE], '1 of 2, needs 2'],
    ['says what is left open', [PASS, UNKNOWN, FAIL, FAIL], '1–2 of 4, needs 2'],
  ])('%s', (_, states, expected) => {
    const of = states.map((state, index): Finding => ({ kind: 'criterion', id: `F.${index}`, state }));
    const group: Finding = {
      kind: 'group',
      state: states.includes(UNKNOWN) ? UNKNOWN : FAIL,
      all: false,
      needed: 2,
      of,
    };
    expect(shortReason(group, { set, lang: 'en' })).toBe(expected);
  });
});
