import { describe, expect, it } from 'vitest';
import { parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { SMALL_SET } from './small-set.ts';

const withWords = (words: string) => {
  const parsed = parseSource(
    SMALL_SET.replace('label: Users, type: count', `label: Users, type: count, words: ${words}`),
    'a.yaml',
  );
  return parsed.ok ? resolveReadings(parsed.value) : parsed;
};

describe('the words of an indicator', () => {
  it.each<[string, readonly (readonly [string, string])[]]>([
    ['{ "không": 0 }', [['không', '0']]],
    [
      '{ "không có": "0", một: 1 }',
      [
        ['không có', '0'],
        ['một', '1'],
      ],
    ],
  ])('%s', (words, expected) => {
    const set = withWords(words);
    expect(set.ok ? [...(set.value.indicators.get('users')?.words ?? [])] : set.issues).toEqual(expected);
  });

  it.each(['{ "không": zero }', '{ "không": 5b }', '[ "không" ]'])('%s is refused', (words) => {
    expect(withWords(words)).toMatchObject({ ok: false, issues: [{ code: 'criteria/wrong-form' }] });
  });
});
