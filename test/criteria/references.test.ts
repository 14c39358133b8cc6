import { describe, expect, test } from 'vitest';
import { expandedDepths, expandedSizes, findCycles, inOrder, referencesAmong } from '../../src/criteria/references.ts';
import { type Formula, parseFormula } from '../../src/formula/index.ts';

function formulas(texts: Readonly<Record<string, string>>): ReadonlyMap<string, Formula> {
  const parsed = Object.entries(texts).map(([id, text]) => {
    const result = parseFormula(text, () => ({ file: '' }));
    if (!result.ok) throw new Error(text);
    return [id, result.value] as const;
  });
  return new Map(parsed);
}

const chain = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`m${index}`, `m${index + 1} + 1`]));

describe('circles', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly (readonly string[])[]]>([
    ['none', { a: 'b + c', b: 'c', c: 'x' }, []],
    ['itself', { a: 'a + 1' }, [['a', 'a']]],
    ['two', { a: 'b', b: 'a' }, [['a', 'b', 'a']]],
    ['beside a way in', { a: 'b', b: 'c', c: 'min(b, 2)' }, [['b', 'c', 'b']]],
    [
      'two circles',
      { a: 'a', b: 'c', c: '-b' },
      [
        ['a', 'a'],
        ['b', 'c', 'b'],
      ],
    ],
    ['in every kind of formula', { a: 'x in [y] and not (b > 1)', b: 'abs(c)', c: '-(a * 2)' }, [['a', 'b', 'c', 'a']]],
    ['one way out of a circle and one round it', { a: 'b + x', b: 'c + a', c: 'x' }, [['a', 'b', 'a']]],
    [
      'two circles through one',
      { a: 'b + c', b: 'a', c: 'a' },
      [
        ['a', 'b', 'a'],
        ['a', 'c', 'a'],
      ],
    ],
    ['two ways to one', { a: 'b + c', b: 'd', c: 'd', d: 'x' }, []],
    ['a circle is told once, whoever refers to it', { a: 'c', b: 'c', c: 'c' }, [['c', 'c']]],
    ['a long chain', chain, []],
    ['a long circle', { ...chain, m5000: 'm0' }, [[...Object.keys(chain), 'm5000', 'm0']]],
  ])('%s', (_, texts, cycles) => {
    expect(findCycles(referencesAmong(formulas(texts)))).toEqual(cycles);
  });
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['nothing refers to another', { a: 'x', b: 'y', c: 'z' }],
  ['each refers to the next', { a: 'b', b: 'c', c: 'x' }],
  ['each refers to the one before', { a: 'x', b: 'a', c: 'b' }],
  ['two refer to one', { a: 'b + c + b', b: 'd', c: 'd', d: 'x' }],
])('each id stands once, after those it refers to, where %s', (_, texts) => {
  const references = referencesAmong(formulas(texts));
  const order = inOrder(references);
  expect([...order].sort()).toEqual(Object.keys(texts));
  for (const [id, others] of references)
    for (const other of others) expect(order.indexOf(other)).toBeLessThan(order.indexOf(id));
});

test('only the ids of the map are references', () => {
  expect([...referencesAmong(formulas({ a: 'b + x', b: 'y' }))]).toEqual([
    ['a', ['b']],
    ['b', []],
  ]);
});

describe('sizes', () => {
  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, number>>]>([
    ['names', { a: 'x + y + 1' }, { a: 2 }],
    ['references', { b: 'a * a', a: 'x + y' }, { a: 2, b: 4 }],
    ['growth', { a: 'x + y', b: 'a * a', c: 'b * b', d: 'c * c' }, { a: 2, b: 4, c: 8, d: 16 }],
  ])('%s', (_, texts, sizes) => {
    expect(Object.fromEntries(expandedSizes(formulas(texts)))).toEqual(sizes);
  });
});

describe('depths', () => {
  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, number>>]>([
    ['levels', { a: 'x', b: 'x + 1', c: 'x + y * 2' }, { a: 1, b: 2, c: 3 }],
    ['references', { b: 'abs(a) - 1', a: 'x + 1' }, { a: 2, b: 4 }],
    ['conditions', { a: 'x > 1', b: 'not (a and y) or x in [z]' }, { a: 2, b: 5 }],
  ])('%s', (_, texts, depths) => {
    expect(Object.fromEntries(expandedDepths(formulas(texts)))).toEqual(depths);
  });

  test('of a long chain', () => {
    expect(expandedDepths(formulas(chain)).get('m0')).toBe(5001);
  });
});
