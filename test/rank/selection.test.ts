import { describe, expect, it } from 'vitest';
import type { Ties } from '../../src/criteria/index.ts';
import { rank, rowsByPeriod, type Selection, selectUnits } from '../../src/rank/index.ts';
import { scored } from '../report/communes.ts';
import { assessed, smallSet } from './small-set.ts';

const { assessments, ranking } = scored();
const { units } = assessments.dataset;
const everything = rowsByPeriod(units);

function codes(selection: Partial<Selection>, parts = everything): readonly (string | undefined)[] {
  return selectUnits(assessments, ranking, parts, { only: [], top: null, ...selection }).map((row) => units.code[row]);
}

const ALL = ['30577', '31105', '30817', '30898', '30904', '30985', '30421', '30544', '30346'];

describe('the units of a selection', () => {
  it.each([
    ['all', {}, ALL],
    ['certified', { only: ['certified'] }, ['30577', '31105']],
    ['not certified', { only: ['not-certified'] }, ALL.slice(2)],
    ['of an open class', { only: ['undetermined'] }, ['30985']],
    ['of a class', { only: ['key_3'] }, ['30904', '30421']],
    ['of any of several', { only: ['key_1', 'certified'] }, ['30577', '31105', '30346']],
    ['the first place, shared by two', { top: 1 }, ['30577', '31105']],
    ['the first three, the third shared', { top: 3 }, ALL.slice(0, 4)],
    ['the first of those not certified', { only: ['not-certified'], top: 1 }, ['30817', '30898']],
    ['more than there are', { top: 100 }, ALL],
    ['none', { only: ['no_such_class'] }, []],
  ] satisfies readonly (readonly [string, Partial<Selection>, readonly string[]])[])('%s', (_, selection, expected) => {
    expect(codes(selection)).toEqual(expected);
  });

  it('are the first of each part', () => {
    const [rows = []] = everything;
    const parts = [rows.slice(0, 1), rows.slice(1)];
    const firstOfParts = parts.map((part) => ranking.order.find((row) => part.includes(row)) ?? -1);
    expect(codes({ top: 1 }, parts)).toEqual(expect.arrayContaining(firstOfParts.map((row) => units.code[row])));
  });

  it('are none that are in no part', () => {
    const rows = everything.map((part) => part.filter((row) => units.code[row] !== '30577'));
    expect(codes({ only: ['certified'] }, rows)).toEqual(['31105']);
    expect(codes({ top: 1 }, [])).toEqual([]);
  });

  it.each([
    // 1–2, 1–3 and 2–3: each shares one end of its interval with the one before.
    [1, ['3']],
    [2, ['3', '2']],
    [3, ['3', '2', '1']],
  ])('of which %s are asked for share a place only with the same interval', (top, expected) => {
    const open = assessed(smallSet({ rank: '[{ by: a, order: low }]' }), [{ a: 3 }, { a: null }, { a: 1 }]);
    const rows = selectUnits(open, rank(open), [[0, 1, 2]], { only: [], top });
    expect(rows.map((row) => open.dataset.units.code[row])).toEqual(expected);
  });

  it.each([
    ['competition', 2, ['1', '2']],
    ['competition', 3, ['1', '2', '3', '4']],
    ['dense', 1, ['1', '2']],
    ['dense', 2, ['1', '2', '3', '4']],
    ['ordinal', 1, ['1']],
    ['ordinal', 3, ['1', '2', '3']],
  ] satisfies readonly (readonly [Ties, number, readonly string[]])[])(
    'are by %s, of which %i places are asked for, %j',
    (ties, top, expected) => {
      const set = smallSet({ rank: '[{ by: a, order: low }]', ties });
      const all = assessed(set, [{ a: 1 }, { a: 1 }, { a: 2 }, { a: 2 }, { a: 3 }]);
      const rows = selectUnits(all, rank(all), [[0, 1, 2, 3, 4]], { only: [], top });
      expect(rows.map((row) => all.dataset.units.code[row])).toEqual(expected);
    },
  );

  it.each([
    ['undetermined', ['1', '2', '3']],
    ['certified', ['1']],
    ['not-certified', ['3']],
    ['good', []],
  ])('whose class is open: %s', (word, expected) => {
    const set = smallSet({ checks: '[{ rule: a + b <= 20, message: { vi: S, en: Sum } }]' });
    // Good or fair, both certified; fair or poor; and one that no sound figure would put into a class.
    const open = assessed(set, [
      { a: 10, b: null },
      { a: 1, b: null },
      { a: 30, b: null },
    ]);
    const rows = selectUnits(open, rank(open), [[0, 1, 2]], { only: [word], top: null });
    expect(rows.map((row) => open.dataset.units.code[row])).toEqual(expected);
  });
});
