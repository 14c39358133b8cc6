import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText, percentText } from '../../src/messages/index.ts';
import { compare, divide, parseDecimal, type Rational, rational } from '../../src/number/index.ts';
import { shareText } from '../../src/report/words/share-text.ts';
import { observedText, recordedNumber, shownNumber, shownObserved } from '../../src/report/plain/numbers.ts';

const of = (num: number, den = 1): Rational => rational(BigInt(num), BigInt(den));

describe('numbers as people write them', () => {
  it.each([
    ['0', '0', '0'],
    ['999', '999', '999'],
    ['1234.5', '1.234,5', '1,234.5'],
    ['-1234567', '-1.234.567', '-1,234,567'],
    ['45/8120', '45/8.120', '45/8,120'],
  ])('%s', (exact, vi, en) => {
    expect([numberText(exact, 'vi'), numberText(exact, 'en')]).toEqual([vi, en]);
    expect([percentText(exact, 'vi'), percentText(exact, 'en')]).toEqual([`${vi} %`, `${en}%`]);
  });
});

describe('a share of units', () => {
  it.each([
    ['three decimals', 18, 142, [], '12,676 %'],
    ['more where it would stand on a target', 19_999, 100_000, [of(2, 10)], '19,999 %'],
    ['more where it would cross one', 199_999_999, 1_000_000_000, [of(2, 10)], '19,9999999 %'],
    // However many decimals, a third is never on a third.
    ['no more where it is on a target that no decimal is', 1, 3, [of(1, 3)], '33,333 %'],
  ] as const)('has %s', (_, count, units, targets, expected) => {
    expect(shareText(count, units, 'vi', targets)).toBe(expected);
  });
});

describe('exact text', () => {
  it.each([
    [45, 8120, '45/8120'],
    [40, 8000, '0.005'],
    [6, 3, '2'],
    [1, 3, '1/3'],
  ])('%i of %i is %s', (num, den, expected) => {
    expect(observedText({ num: of(num), den: of(den) })).toBe(expected);
  });

  it.each([
    ['0.005', 1, 200],
    ['45/8120', 9, 1624],
    ['5.5/8120', 11, 16_240],
    ['-5.5/8120', -11, 16_240],
    ['8120/5.5', 16_240, 11],
    ['1/-3', -1, 3],
    ['-2', -2, 1],
  ])('%s is read back', (text, num, den) => {
    expect(recordedNumber(text)).toEqual(of(num, den));
  });

  it('is read back to the number it was written from', () => {
    const part = fc.tuple(fc.integer(), fc.integer({ min: 1, max: 3000 })).map(([num, den]) => of(num, den));
    fc.assert(
      fc.property(
        part,
        part.filter(({ num }) => num !== 0n),
        (num, den) => {
          expect(recordedNumber(observedText({ num, den }))).toEqual(divide(num, den));
        },
      ),
    );
  });

  it.each(['', 'inter', '1/2/x', '/3'])('%j is no number of a result', (text) => {
    expect(recordedNumber(text)).toBeNull();
  });
});

describe('numbers for display', () => {
  const percent = (value: Rational, ...lines: readonly Rational[]): string =>
    shownNumber(value, { lang: 'vi', percent: true, lines });

  it.each([
    ['two decimals', of(27, 102), [], '26,47 %'],
    ['no needless zeros', of(1, 5), [of(1, 5)], '20 %'],
    ['just under the line', of(19_999, 100_000), [of(1, 5)], '19,999 %'],
    ['hardly above nothing', of(1, 24_641), [], '0,004 %'],
    ['hardly below everything', of(99_999, 100_000), [], '99,999 %'],
    ['on a line with more decimals', of(125, 100_000), [of(125, 100_000)], '0,125 %'],
    ['on a line without a finite decimal', of(1, 3), [of(1, 3)], '33,33 %'],
  ] as const)('%s', (_, value, lines, expected) => {
    expect(percent(value, ...lines)).toBe(expected);
  });

  it('shows the quotient behind a percentage', () => {
    expect(shownObserved({ num: of(45), den: of(8120) }, { lang: 'vi', percent: true, lines: [] })).toBe(
      '0,55 % (45/8.120)',
    );
    expect(shownObserved({ num: of(8120), den: of(1) }, { lang: 'en', percent: false, lines: [] })).toBe('8,120');
  });

  it('never puts a value on another side of the line than it has', () => {
    const share = fc.tuple(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 1, max: 50_000 }));
    const line = fc.integer({ min: 0, max: 10_000 }).map((points) => of(points, 10_000));
    fc.assert(
      fc.property(share, line, ([num, den], threshold) => {
        const shown = shownNumber(of(num, den), { lang: 'en', percent: true, lines: [threshold] });
        const value = parseDecimal(shown.replaceAll(/[,%]/gu, ''));
        expect(value).not.toBeNull();
        if (value === null) return;
        const asShare = rational(value.num, value.den * 100n);
        expect(compare(asShare, threshold)).toBe(compare(of(num, den), threshold));
      }),
      { seed: 20_250_824, numRuns: 1000 },
    );
  });
});
