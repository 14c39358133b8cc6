import { expect, test } from 'vitest';
import { once, rememberedOf, rememberedOfPair, whenAsked } from '../../src/formula/index.ts';

test('what is found out of a thing is found out once', () => {
  let asked = 0;
  const nameOf = rememberedOf(({ name }: { readonly name: string | null }) => {
    asked += 1;
    return name;
  });
  const [one, other] = [{ name: 'one' }, { name: null }];
  expect([nameOf(one), nameOf(other), nameOf(one), nameOf(other)]).toEqual(['one', null, 'one', null]);
  expect(asked).toBe(2);
});

test('of a pair it is found out once for each pair', () => {
  const asked: string[] = [];
  const both = rememberedOfPair((a: { readonly id: string }, b: { readonly id: string }) => {
    asked.push(a.id + b.id);
    return `${a.id} ${b.id}`;
  });
  const [x, y] = [{ id: 'x' }, { id: 'y' }];
  expect([both(x, y), both(y, x), both(x, y), both(x, x)]).toEqual(['x y', 'y x', 'x y', 'x x']);
  expect(asked).toEqual(['xy', 'yx', 'xx']);
});

test('what is made when asked is made once, and not before', () => {
  let made = 0;
  const thing = whenAsked(() => {
    made += 1;
    return null;
  });
  expect(made).toBe(0);
  expect([thing(), thing()]).toEqual([null, null]);
  expect(made).toBe(1);
});

test('what is made for a key is made once for each', () => {
  const made: string[] = [];
  const things = once<string, string>();
  const ask = (key: string): string =>
    things(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect([ask('a'), ask('b'), ask('a')]).toEqual(['A', 'B', 'A']);
  expect(made).toEqual(['a', 'b']);
});
