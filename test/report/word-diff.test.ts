import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDiff, type WordPart } from '../../src/report/plain/word-diff.ts';

const shown = (parts: readonly WordPart[]): string =>
  parts.map(({ text, same }) => (same ? text : `{${text}}`)).join('');

test.each([
  ['[95%, 5], [90%, 3]', '[98%, 5], [90%, 3]', '[{95}%, 5], [90%, 3]', '[{98}%, 5], [90%, 3]'],
  ['rate < 1%', 'rate <= 1%', 'rate < 1%', 'rate <{=} 1%'],
  ['có kế hoạch', 'có mô hình', 'có {kế} {hoạch}', 'có {mô} {hình}'],
  ['', 'plan', '', '{plan}'],
  ['plan', 'plan', 'plan', 'plan'],
])('%s → %s', (before, after, old, now) => {
  const parts = wordDiff(before, after);
  expect([shown(parts.before), shown(parts.after)]).toEqual([old, now]);
});

test('each side is its text, and what is the same is the same on both', () => {
  const text = fc
    .array(fc.constantFrom('có', 'một', ' ', '5', '%', '\n', '0.5'), { maxLength: 12 })
    .map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after);
      const whole = (own: readonly WordPart[]): string => own.map((part) => part.text).join('');
      const kept = (own: readonly WordPart[]): string => own.map((part) => (part.same ? part.text : '')).join('');
      expect([whole(parts.before), whole(parts.after)]).toEqual([before, after]);
      expect(kept(parts.before)).toBe(kept(parts.after));
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('a text too long to compare is taken as a whole', () => {
  const long = 'từ '.repeat(400);
  expect(wordDiff(long, `${long}nữa`).after).toEqual([{ text: `${long}nữa`, same: false }]);
});
