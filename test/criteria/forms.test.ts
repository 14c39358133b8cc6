import { describe, expect, test } from 'vitest';
import { FORMS, isDay, readCite, readRational, readWords, readYaml, type Tree } from '../../src/criteria/index.ts';
import { isCalendarDate, isCalendarDay } from '../../src/criteria/forms.ts';
import { rational } from '../../src/number/index.ts';

const tree = (text: string): Tree | null => readYaml(text, 'a.yaml').tree;

describe('how a text is written', () => {
  test.each<[keyof typeof FORMS, readonly string[], readonly string[]]>([
    ['family', ['vn-drug-free', 'a', 'a1-2'], ['Vn', '1a', '-a', 'a-', 'a--b', 'a_b', ' a', 'a ', '']],
    ['version', ['2025', '1.2', 'v1_a-B'], ['1..2', '.1', '1.', '1 ', ' 1', '../1', '']],
    ['set-id', ['vn-drug-free@2025', 'a@1.2-b'], ['a', 'a@', '@1', 'A@1', 'a@1@2', 'a-@1', 'a@1.', ' a@1', 'a@1 ']],
    ['name', ['users', 'a_1', 'a1_b2'], ['Users', '_a', 'a_', 'a__b', 'a-b', '1a', ' a', 'a ', '']],
    ['criterion-id', ['I.a', 'F.1', 'Đ.ă', 'A_1', 'A'], ['a', 'i.a', 'A.', '.A', 'A..b', 'A-b', '1', ' A', 'A ', '']],
    ['source-id', ['qd28', 'a_b-c'], ['Qd', '28', 'a-', '-a', 'a--b', ' a', 'a ', '']],
    [
      'date',
      ['2025-08-24', '0001-01-01', '2025-12-31', '2025-10-30'],
      ['2025-13-01', '2025-00-01', '2025-01-00', '2025-01-32', '25-01-01', '2025-1-1', ' 2025-01-01', '2025-01-011'],
    ],
    ['month-day', ['12-15', '01-01', '10-31'], ['13-01', '00-10', '1-1', '01-32', '01-00', ' 01-01', '01-011']],
    ['year', ['2025', '0001'], ['25', '20255', ' 2025', '2025 ', '202a']],
    [
      'decimal',
      ['0', '-1.50', '0.5%', '100%', '12.34', '0.125', '12.3450', '1.000%', '1000.125'],
      ['.5', '1.', '1,5', '+1', '1e3', '1%%', '% 1', ' 1', '1 ', '', '1.000', '-12.345'],
    ],
    ['plain-decimal', ['0', '-1.50', '12', '0.125'], ['1.000', '5%', '.5', '1.', '1,5', ' 1', '1 ', '']],
    ['whole-number', ['1', '10', '999999'], ['0', '01', '1000000', '-1', '1.5', ' 1', '1 ', '']],
    [
      'share',
      ['20%', '0', '0.25', '1', '100%', '99.5%', '0%'],
      ['101%', '2', '1.5', '150%', '-1%', '20', '.5', ' 1', '1 ', ''],
    ],
    ['cite', ['qd28', 'qd28 Đ4.k1.a', 'a b c'], [' a', 'a ', '', ' ']],
    ['url', ['https://a.vn', 'http://a.vn/b?c'], ['ftp://a.vn', 'a.vn', 'https://', 'https://a b', ' https://a']],
    ['fingerprint', ['0123456789ab'], ['0123456789a', '0123456789abc', '0123456789AB', '0123456789ag']],
  ])('%s', (form, good, bad) => {
    expect([...good, ...bad].filter((text) => FORMS[form].test(text))).toEqual(good);
  });
});

describe('days', () => {
  test.each(['2024-02-29', '2025-02-28', '2025-12-31', '0999-01-01'])('%s is a day', (text) => {
    expect([isDay(text), isCalendarDate(text)]).toEqual([true, true]);
  });

  test.each(['2025-02-29', '2025-02-30', '2025-04-31', '1900-02-29'])('%s is in no calendar', (text) => {
    expect([isDay(text), isCalendarDate(text)]).toEqual([false, false]);
  });

  test.each(['2025-1-1', '2025-13-01', '2025', '2025-01', 'today', '', ' 2025-01-01', '2025-01-01T00'])(
    '“%s” is no day',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );

  test.each<[string, boolean]>([
    ['01-01', true],
    ['02-28', true],
    ['12-31', true],
    ['02-29', false],
    ['04-31', false],
    ['13-01', false],
  ])('%s in every year: %s', (text, is) => {
    expect(isCalendarDay(text)).toBe(is);
  });
});

describe('values', () => {
  test.each([
    ['20%', rational(1n, 5n)],
    ['"0.5"', rational(1n, 2n)],
    ['-3', rational(-3n)],
    ['100%', rational(1n)],
    ['%', null],
    ['5 %', null],
    ['5%%', null],
    ['one', null],
    ['[1]', null],
    ['true', null],
    ['~', null],
  ])('the number of %s', (text, wanted) => {
    expect(readRational(tree(text))).toEqual(wanted);
  });

  test.each([
    ['qd28', { source: 'qd28', clause: '' }],
    ['qd28 Đ4.k1.a', { source: 'qd28', clause: 'Đ4.k1.a' }],
    ['"  qd28   Đ4  k1 "', { source: 'qd28', clause: 'Đ4 k1' }],
    ['[qd28]', null],
  ])('the clause of %s', (text, wanted) => {
    expect(readCite(tree(text))).toEqual(wanted);
  });

  test.each([
    ['Một', { vi: 'Một', en: 'Một' }],
    ['{ vi: Một, en: One }', { vi: 'Một', en: 'One' }],
    ['{ vi: Một }', { vi: 'Một', en: 'else' }],
    ['{ en: One }', { vi: 'else', en: 'One' }],
    ['[Một]', { vi: 'else', en: 'else' }],
  ])('the words of %s', (text, wanted) => {
    expect(readWords(tree(text), 'else')).toEqual(wanted);
  });

  test('no words are empty words', () => {
    expect(readWords(null)).toEqual({ vi: '', en: '' });
  });
});
