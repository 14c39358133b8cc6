import { expect, test } from 'vitest';
import { groupedNumber, plainNumber, unmistakable } from '../../src/number/index.ts';

test.each([
  ['1.000', '1000', '1'],
  ['10.000', '10000', '10'],
  ['12.500', '12500', '12.5'],
  ['12.345', '12345', '12.3450'],
  ['-3.000', '-3000', '-3'],
  ['10,000', '10000', '10'],
  ['1.000.000', '1000000', null],
  ['1,000,000', '1000000', null],
])('%s can be %s and %s', (text, whole, decimal) => {
  expect(groupedNumber(text)).toEqual({ whole, decimal });
});

test.each([
  '0.125',
  '0.000',
  '1000',
  '1000.125',
  '12.3450',
  '12.50',
  '12.345%',
  '1.0000',
  '1.000.00',
  '1.234,567',
  '1,234.567',
  '1.234.567,890',
  '',
  'a',
])('%j is one number, or none', (text) => {
  expect(groupedNumber(text)).toBeNull();
});

test.each([
  ['12.345', '12.3450'],
  ['-12.345', '-12.3450'],
  ['0.345', '0.345'],
  ['12.34', '12.34'],
  ['1/3', '1/3'],
])('%s is written %s', (text, written) => {
  expect(unmistakable(text)).toBe(written);
});

test.each([
  ['0,1', '0.1'],
  ['0,1%', '0.1%'],
  ['0.1 %', '0.1%'],
  ['0,1 %', '0.1%'],
  ['-1,5', '-1.5'],
  ['1.234,5', '1234.5'],
  ['1,234.5', '1234.5'],
  ['1.234.567,89', '1234567.89'],
  ['1.234,567', '1234.567'],
  ['1,234.567', '1234.567'],
  ['-1.234.567,890', '-1234567.890'],
  ['12.5', '12.5'],
  ['1,2,3', null],
  ['1.2.3', null],
  ['1,23.5', null],
  ['1,', null],
  ['x', null],
  ['', null],
])('%s is %s', (text, plain) => {
  expect(plainNumber(text)).toBe(plain);
});
