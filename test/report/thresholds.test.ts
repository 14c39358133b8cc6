import { describe, expect, test } from 'vitest';
import type { Formula } from '../../src/formula/index.ts';
import { exactText } from '../../src/number/index.ts';
import { PLAIN, writeExplanation, writeMarkdown, writeRanking, writeTable } from '../../src/report/index.ts';
import { thresholdsOfNumber } from '../../src/report/words/thresholds-of-number.ts';
import { read } from '../formula/read.ts';
import { criteria, scored } from './communes.ts';

/** So near the line of 0.5 % that two decimals would put them on it. */
const NEAR = [
  ['00001', 100_000, 499, '0.499%'],
  ['00002', 1_000_000, 4999, '0.4999%'],
  ['00003', 1_000_003, 5000, '0.499999%'],
  ['00004', 999_997, 5000, '0.500002%'],
] as const;

const HEADER =
  'code,name,residents,filed_addicts,filed_users,use_points,offenders_arrested,plants_destroyed,plant_area_m2,key_route,resident_drug_people,excepted_substitution,excepted_home_treatment,excepted_post_treatment,resident_violators,wanted_hiding';
const DATA = [
  HEADER,
  ...NEAR.map(([code, residents, addicts]) => `${code},Xã ${code},${residents},${addicts},0,0,0,0,0,none,0,0,0,0,0,0`),
].join('\n');

describe('a rate beside the line of another criterion', () => {
  const made = scored(DATA);
  const style = { lang: 'en', width: 200, paint: PLAIN } as const;
  const pages = [writeTable, writeRanking, writeMarkdown].map((write) => write(made, style));
  const explained = NEAR.map((_, row) => writeExplanation(made, row, style));

  test.each(NEAR)('%s: %i residents, %i addicts is %s wherever it is shown', (code, residents, addicts, shown) => {
    const own = [...pages.flatMap((page) => page.split('\n').filter((line) => line.includes(code))), ...explained];
    const quotient = `${addicts.toLocaleString('en')}/${residents.toLocaleString('en')}`;
    const people = `${addicts.toLocaleString('en')} people/${residents.toLocaleString('en')} people`;
    const said = own
      .join(' ')
      .replaceAll(/\s+/gu, ' ')
      .matchAll(new RegExp(`(\\S+) \\(${quotient}\\)|${people} = (\\S+%)`, 'gu'));
    const values = [...said].map(([, before, after]) => before ?? after);
    expect(values.length).toBeGreaterThan(3);
    expect(new Set(values)).toEqual(new Set([shown]));
  });
});

test('a rate of 1 person names people on neither side of the line', () => {
  const made = scored(`${HEADER}\n00001,Xã A,1,5,0,0,0,0,0,none,0,0,0,0,0,0`);
  const told = (lang: 'vi' | 'en') => writeExplanation(made, 0, { lang, width: 200, paint: PLAIN });
  expect(told('en')).toContain('5/1 = 500%');
  expect(told('en')).not.toContain('people/1');
  expect(told('vi')).toContain('5 người/1 người = 500 %');
});

test.each([
  ['drug_rate', ['0.005', '0.001', '0']],
  ['(filed_addicts + filed_users) / residents', ['0.005', '0.001', '0']],
  ['use_points', ['2', '1', '0']],
  ['residents', []],
])('a set holds %s against %j', (number, expected) => {
  const formula: Formula = read(number);
  expect(thresholdsOfNumber(criteria(), formula).map(exactText)).toEqual(expected);
});
