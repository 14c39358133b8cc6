import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { type Merge, parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { spoiled } from './small-set.ts';

const merges = (text: string): ReadonlyMap<string, Merge | null> => {
  const source = parseSource(text, 'a.yaml');
  const set = source.ok ? resolveReadings(source.value) : source;
  return new Map(set.ok ? [...set.value.indicators.values()].map(({ id, merge }) => [id, merge]) : []);
};
const users = (merge: string): string =>
  spoiled('users: { label: Users, type: count }', `users: { label: Users, type: count, ${merge} }`);

describe('how an indicator merges', () => {
  it.each<[string, Merge]>([
    ['merge: sum', { by: 'sum', of: 'things', bounds: false }],
    ['merge: max', { by: 'max', of: 'things', bounds: false }],
    ['merge: { by: sum, of: people }', { by: 'sum', of: 'people', bounds: false }],
    ['merge: { by: sum, bounds: true }', { by: 'sum', of: 'things', bounds: true }],
  ])('%s', (text, merge) => {
    expect(merges(users(text)).get('users')).toEqual(merge);
  });

  it('is by adding for counts that do not say, and not at all for other types', () => {
    const all = merges(users('min: 0'));
    expect([all.get('users'), all.get('area'), all.get('route')]).toEqual([
      { by: 'sum', of: 'things', bounds: false },
      null,
      null,
    ]);
  });

  it.each<[string, string, Merge]>([
    ['decimal', 'sum', { by: 'sum', of: 'things', bounds: false }],
    ['decimal', 'max', { by: 'max', of: 'things', bounds: false }],
    ['percent', 'max', { by: 'max', of: 'things', bounds: false }],
    ['boolean', 'any', { by: 'any', of: 'things', bounds: false }],
    ['count', '{ by: max, bounds: false }', { by: 'max', of: 'things', bounds: false }],
  ])('of a %s: %s', (type, by, merge) => {
    expect(
      merges(
        spoiled('type: decimal, unit: m²', `type: ${type}, merge: ${by}`).replace('area <= 0.25', 'users > 0'),
      ).get('area'),
    ).toEqual(merge);
  });

  it.each<[string, string, readonly string[]]>([
    ['percent', 'sum', ['max']],
    ['percent', 'any', ['max']],
    ['boolean', 'sum', ['any']],
    ['boolean', '{ by: max }', ['any']],
    ['decimal', 'any', ['sum', 'max']],
  ])('of a %s it is not %s', (type, by, known) => {
    const text = spoiled('type: decimal, unit: m²', `type: ${type}, merge: ${by}`).replace('area <= 0.25', 'users > 0');
    const { ok, issues } = parseSource(text, 'a.yaml');
    expect(ok).toBe(false);
    expect(issues).toMatchObject([
      {
        code: 'criteria/merge-misplaced',
        args: { indicator: 'area', type, known },
        path: 'indicators.area.merge',
        position: { line: 13, text: text.split('\n')[12] },
        received: by.startsWith('{') ? null : by,
      },
    ]);
  });

  it.each([
    ['merge: total', 'criteria/unknown-value', 'indicators.users.merge'],
    ['merge: any', 'criteria/merge-misplaced', 'indicators.users.merge'],
    ['merge: { by: sum, of: folk }', 'criteria/wrong-form', 'indicators.users.merge'],
    ['merge: { by: sum, bound: true }', 'criteria/unknown-key', 'indicators.users.merge.bound'],
    ['merge: { of: people }', 'criteria/wrong-form', 'indicators.users.merge'],
  ])('%s is refused', (text, code, path) => {
    const { ok, issues } = parseSource(users(text), 'a.yaml');
    expect([ok, issues.map((found) => [found.code, found.path])]).toEqual([false, [[code, path]]]);
  });
});

test('every figure of the commune criteria says how it merges', () => {
  const text = readFileSync(new URL('../../criteria/vn-drug-free-2025.yaml', import.meta.url), 'utf8');
  const all = merges(text);
  expect(all.size).toBe(14);
  expect([...all].filter(([, merge]) => merge?.bounds !== true)).toEqual([]);
  expect(all.get('key_route')?.by).toBe('max');
});
