import { describe, expect, it } from 'vitest';
import { assemble, readCsv } from '../../src/data/index.ts';
import { ONE_COUNT } from './set.ts';

const TEXT = 'code;Cụm thi đua;cases\n00004;Cụm 1;3\n00008;Cụm 2;0\n00013;;1\n';
const read = (text: string, by: string | null, isPart = false) =>
  readCsv({ name: `${text.length}.csv`, text }, ONE_COUNT, { by, isPart });
const codes = (issues: readonly { readonly code: string }[]) => issues.map(({ code }) => code);

describe('a column that no set knows is kept where it is asked for', () => {
  it.each(['Cụm thi đua', 'cụm thi đua', 'cum thi dua'])('as %s', (by) => {
    const { units, issues } = read(TEXT, by);
    expect([...units.groups]).toEqual([['Cụm thi đua', ['Cụm 1', 'Cụm 2', null]]]);
    expect(issues).toEqual([]);
  });

  it('and is told to be ignored where it is not', () => {
    const { units, issues } = read(TEXT, 'province');
    expect([units.groups.size, codes(issues)]).toEqual([0, ['data/ignored-column']]);
  });

  it('unless it is about persons', () => {
    const { units, issues } = read('code;Số CCCD;cases\n00004;012345678901;3\n', 'Số CCCD');
    expect([units.groups.size, codes(issues)]).toEqual([0, ['data/personal-column']]);
    const named = read('code;Trưởng công an xã;cases\n00004;Nguyễn Văn An;3\n', 'Trưởng công an xã');
    expect([named.units.groups.size, codes(named.issues)]).toEqual([0, ['data/personal-column']]);
  });

  it('an indicator of that name stays an indicator', () => {
    const { units, columns } = read(TEXT, 'cases');
    expect([units.groups.size, columns.get('cases')?.values]).toEqual([0, Float64Array.of(3, 0, 1)]);
  });

  it('files that are joined keep it, and differ about it aloud', () => {
    const other = 'code;Cụm thi đua\n00004;Cụm 9\n00008;cụm 2\n00013;Cụm 3\n';
    const joined = assemble([read(TEXT, 'Cụm thi đua', true), read(other, 'Cụm thi đua', true)], ONE_COUNT);
    expect(joined.units.groups.get('Cụm thi đua')).toEqual(['Cụm 1', 'Cụm 2', 'Cụm 3']);
    expect(codes(joined.issues)).toEqual(['join/unit-differs']);
  });
});
