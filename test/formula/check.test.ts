import { describe, expect, test } from 'vitest';
import {
  checkFormula,
  type IndicatorMeaning,
  type Meaning,
  NOT_APPLICABLE,
  type Scope,
} from '../../src/formula/index.ts';
import { read } from './read.ts';

function indicator(id: string, type: IndicatorMeaning['type'], unit: string | null = null): [string, Meaning] {
  const values = type === 'choice' ? ['none', 'intra', 'inter'] : [];
  return [id, { kind: 'indicator', indicator: { id, type, unit, values } }];
}

const meanings = new Map<string, Meaning>([
  indicator('addicts', 'count'),
  indicator('residents', 'count'),
  indicator('area', 'decimal', 'm²'),
  indicator('mass', 'decimal', 'kg'),
  indicator('index', 'decimal'),
  indicator('pledged', 'percent'),
  indicator('treated', 'percent'),
  indicator('plan_issued', 'boolean'),
  indicator('key_route', 'choice'),
  ['I.a', { kind: 'criterion', whenNotApplicable: NOT_APPLICABLE }],
  ['drug_rate', { kind: 'measure', formula: read('addicts / residents') }],
  ['broken', { kind: 'measure', formula: read('addicts + nobody') }],
  ['doubled', { kind: 'measure', formula: read('pledged * 2') }],
  ['spread', { kind: 'measure', formula: read('max(addicts, residents, abs(addicts - residents))') }],
  ['mandatory', { kind: 'mandatory', criteria: ['I.a'] }],
  ['score', { kind: 'score' }],
]);

const scope: Scope = { lookup: (name) => meanings.get(name) ?? null, names: [...meanings.keys()] };

function issuesOf(text: string, expected: 'number' | 'condition'): readonly (readonly [string, number | undefined])[] {
  return checkFormula(read(text), scope, expected).map((found) => [found.code, found.position?.column] as const);
}

describe('sound conditions', () => {
  test.each([
    'drug_rate >= 0.5%',
    'drug_rate >= 2',
    'addicts == 0 and not plan_issued or I.a',
    'addicts + residents > 3 * addicts - 2',
    'area >= 750 or mass >= 3',
    'area / residents >= 2',
    'area / residents >= area / addicts',
    'area * mass == mass * area',
    'area * area / area >= area',
    'key_route in [intra, inter]',
    'key_route == inter',
    'key_route != none',
    'pledged >= 90%',
    'pledged >= 0',
    'pledged >= treated',
    'pledged >= drug_rate',
    'pledged + drug_rate >= 5%',
    'pledged * addicts >= 5',
    'addicts / 50% >= 5',
    'pledged / treated >= 2',
    '1 / 50% >= 2',
    'index >= 2',
    'index + pledged >= 5%',
    'max(addicts, 5) >= residents',
    'abs(area - 5) <= min(area, 3)',
    '1 < 2',
    'I.a',
    'mandatory and I.a',
    'score >= 80%',
    'score < 12.5',
    'points(I.a) >= 50%',
    'prev(addicts) >= addicts',
    'last(3, addicts) / residents >= 2',
    'last(2, drug_rate) >= 5%',
    'last(20, prev(area)) > area',
  ])('%s', (text) => {
    expect(issuesOf(text, 'condition')).toEqual([]);
  });
});

describe('mistakes', () => {
  test.each<[string, readonly (readonly [string, number])[]]>([
    ['adicts >= 1', [['formula/unknown-name', 1]]],
    ['addicts >= 1 and nobody', [['formula/unknown-name', 18]]],
    ['addicts', [['formula/wrong-type', 1]]],
    ['key_route', [['formula/wrong-type', 1]]],
    ['5', [['formula/wrong-type', 1]]],
    ['not addicts', [['formula/wrong-type', 5]]],
    ['plan_issued and residents', [['formula/wrong-type', 17]]],
    ['plan_issued >= 1', [['formula/wrong-type', 1]]],
    [
      'plan_issued == I.a',
      [
        ['formula/wrong-type', 1],
        ['formula/wrong-type', 16],
      ],
    ],
    ['(addicts > 1) + 1 > 0', [['formula/wrong-type', 2]]],
    ['-plan_issued > 0', [['formula/wrong-type', 2]]],
    ['key_route >= 1', [['formula/wrong-type', 1]]],
    [
      'key_route >= intra',
      [
        ['formula/wrong-type', 1],
        ['formula/choice-value', 14],
      ],
    ],
    ['intra', [['formula/choice-value', 1]]],
    ['key_route == 1', [['formula/wrong-type', 1]]],
    ['key_route == outer', [['formula/unknown-choice', 14]]],
    [
      'key_route in [outer, intra, under]',
      [
        ['formula/unknown-choice', 15],
        ['formula/unknown-choice', 29],
      ],
    ],
    ['addicts in [intra]', [['formula/wrong-type', 1]]],
    ['plan_issued in [intra]', [['formula/wrong-type', 1]]],
    ['addicts > area', [['formula/mixed-units', 1]]],
    ['area + mass > 5', [['formula/mixed-units', 1]]],
    ['addicts > 5%', [['formula/mixed-units', 1]]],
    ['addicts > drug_rate', [['formula/mixed-units', 1]]],
    ['area / residents > residents / area', [['formula/mixed-units', 1]]],
    ['max(addicts, 5, area) > 5', [['formula/mixed-units', 17]]],
    ['pledged >= 90', [['formula/percent-needed', 12]]],
    ['90 <= pledged', [['formula/percent-needed', 1]]],
    ['doubled >= 90', [['formula/percent-needed', 12]]],
    ['pledged * drug_rate >= 90', [['formula/percent-needed', 24]]],
    ['index + pledged >= 90', [['formula/percent-needed', 20]]],
    ['pledged + index >= 90', [['formula/percent-needed', 20]]],
    ['drug_rate + pledged >= 90', [['formula/percent-needed', 24]]],
    ['addicts / 0 > 5', [['formula/division-by-zero', 11]]],
    ['addicts / 0% > 5', [['formula/division-by-zero', 11]]],
    ['sum(addicts) > 5', [['formula/unknown-function', 1]]],
    ['max(addicts) > 5', [['formula/wrong-argument-count', 1]]],
    ['abs(addicts, 2) > 5', [['formula/wrong-argument-count', 1]]],
    ['addicts(residents) > 5', [['formula/unknown-function', 1]]],
    ['spread + spread > spread + spread', [['formula/too-many-cases', 1]]],
    [
      'nobody + 1 > area and area + 1 > mass',
      [
        ['formula/unknown-name', 1],
        ['formula/mixed-units', 23],
      ],
    ],
    ['score + 1 >= 2', [['formula/gate-form', 1]]],
    ['80% <= score', [['formula/gate-form', 8]]],
    ['score == 80%', [['formula/gate-form', 1]]],
    ['score >= addicts', [['formula/gate-form', 1]]],
    ['points(addicts) >= 5', [['formula/gate-form', 1]]],
    ['points(I.a) + 1 >= 5', [['formula/unknown-function', 1]]],
    ['last(0, addicts) > 1', [['formula/period-count', 1]]],
    ['last(21, addicts) > 1', [['formula/period-count', 1]]],
    ['last(1.5, addicts) > 1', [['formula/period-count', 1]]],
    ['last(200%, addicts) > 1', [['formula/period-count', 1]]],
    ['last(residents, addicts) > 1', [['formula/period-count', 1]]],
    ['last(addicts) > 1', [['formula/wrong-argument-count', 1]]],
    ['prev(addicts, 2) > 1', [['formula/wrong-argument-count', 1]]],
    ['prev(plan_issued)', [['formula/wrong-type', 6]]],
    ['last(2, area) > addicts', [['formula/mixed-units', 1]]],
    // Its own mistake is told where it is defined, once.
    ['broken > area', []],
  ])('%s', (text, expected) => {
    expect(issuesOf(text, 'condition')).toEqual(expected);
  });

  test('a number where a condition stands, and the other way round', () => {
    expect(issuesOf('addicts > 1', 'number')).toEqual([['formula/wrong-type', 1]]);
    expect(issuesOf('addicts + 1', 'number')).toEqual([]);
  });

  test.each([
    ['adicts > 1', { name: 'adicts', nearest: ['addicts'] }],
    ['area > mass / residents', { left: 'm²', right: 'kg/count' }],
    ['area * area > 1 / (mass / 1)', { left: 'm²^2', right: '1/kg' }],
    ['addicts > pledged', { left: 'count', right: 'percent' }],
    ['pledged > 90', { number: '90' }],
    ['max(addicts) > 1', { name: 'max', least: 2, most: null }],
    ['key_route == under', { indicator: 'key_route', known: ['none', 'intra', 'inter'] }],
    ['abs(plan_issued) > 1', { expected: 'number', found: 'condition' }],
    ['addicts in [intra]', { expected: 'choice-indicator', found: 'number' }],
    ['key_route > 1', { expected: 'number', found: 'choice' }],
  ])('%s tells what is needed to say it', (text, args) => {
    expect(checkFormula(read(text), scope, 'condition').map((found) => found.args)).toEqual([args]);
  });
});

test('cases are counted where they multiply, and no further', () => {
  const nested = (depth: number): string =>
    depth === 0 ? 'addicts' : `max(${nested(depth - 1)}, ${nested(depth - 1)})`;
  expect(issuesOf(`${nested(2)} > 1`, 'condition')).toEqual([]);
  expect(issuesOf(`${nested(3)} > 1`, 'condition')).toEqual([['formula/too-many-cases', 1]]);
  expect(issuesOf(`${Array.from({ length: 7 }, () => 'abs(addicts)').join(' + ')} > 1`, 'condition')).toEqual([
    ['formula/too-many-cases', 1],
  ]);
  expect(issuesOf(`${Array.from({ length: 7 }, () => 'abs(addicts)').join(' * ')} > 1`, 'condition')).toEqual([
    ['formula/too-many-cases', 1],
  ]);
});

describe('terms are counted where sums multiply, and no further', () => {
  const five = '(addicts + residents + prev(addicts) + prev(residents) + 1)';
  const times = (count: number): string => Array.from({ length: count }, () => five).join(' * ');
  const share = '(addicts / (addicts + residents))';

  test.each<[string, string, string | null]>([
    ['six sums multiplied', `${times(6)} > 1`, null],
    ['twenty sums multiplied', `${times(20)} > 1`, 'formula/too-many-terms'],
    ['with products on both sides', `${times(7)} > ${times(7)}`, 'formula/too-many-terms'],
    ['divided by products', `1 / (${times(7)}) > 1`, 'formula/too-many-terms'],
    ['one divisor many times', `${Array.from({ length: 30 }, () => share).join(' + ')} > 1`, null],
    ['one divisor of two periods', `${share} > prev(${share})`, null],
    ['a divisor of its own each period', `last(20, ${share}) > 1`, 'formula/too-many-terms'],
    ['products of a divisor', `${Array.from({ length: 6 }, () => share).join(' * ')} > 1`, null],
    ['periods of periods', 'last(20, last(20, addicts)) > 1', null],
    ['periods without end', 'last(20, last(20, last(20, last(20, addicts)))) > 1', 'formula/too-many-terms'],
  ])('%s', (_, text, code) => {
    expect(issuesOf(text, 'condition').map(([found]) => found)).toEqual(code === null ? [] : [code]);
  });

  /** So many terms, few of them as they stand. */
  const sum = (terms: number): string => `(${Array.from({ length: terms }, () => 'addicts').join(' + ')})`;
  const many = (terms: number): string => {
    const parts: readonly (readonly [number, string])[] = [
      [Math.floor(terms / 400), 'last(20, last(20, …))'],
      [Math.floor((terms % 400) / 20), 'last(20, …)'],
      [terms % 20, '…'],
    ];
    return `(${parts.flatMap(([count, text]) => (count === 0 ? [] : text.replace('…', sum(count)))).join(' + ')})`;
  };

  // Above the line and below it are multiplied: at most 20,000.
  test.each<[string, (terms: number) => string, number]>([
    ['a sum', (terms) => `${many(terms)} > 1`, 19_999],
    ['a product', (terms) => `${many(terms)} * ${sum(7)} > 1`, 2857],
    ['one divisor', (terms) => `(${share} + ${share}) * ${many(terms)} > 1`, 4999],
    ['two divisors', (terms) => `(${share} + prev(${share})) * ${many(terms)} > 1`, 1249],
    ['a divisor of each period', (terms) => `last(3, ${share}) * ${many(terms)} > 1`, 207],
    ['a divisor of the divisor', (terms) => `${many(terms)} / (addicts / ${sum(3)}) > 1`, 6666],
  ])('%s, to the last', (_, text, most) => {
    expect(issuesOf(text(most), 'condition')).toEqual([]);
    expect(issuesOf(text(most + 1), 'condition').map(([found]) => found)).toEqual(['formula/too-many-terms']);
  });

  test('of a number too, and once only', () => {
    expect(issuesOf(times(20), 'number')).toEqual([['formula/too-many-terms', 2]]);
    const large: Scope = {
      ...scope,
      lookup: (name) => (name === 'large' ? { kind: 'measure', formula: read(times(20)) } : scope.lookup(name)),
    };
    // Where the measure is defined, it is told.
    expect(checkFormula(read('large > 1'), large, 'condition')).toEqual([]);
  });
});
