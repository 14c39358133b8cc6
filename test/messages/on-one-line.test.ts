import { expect, test } from 'vitest';
import { issue, LANGUAGES, sentence } from '../../src/messages/index.ts';
import { onOneLine } from '../../src/messages/format.ts';

test.each([
  ['Số điểm', 'Số điểm'],
  ['Số điểm\n(tụ điểm)', 'Số điểm (tụ điểm)'],
  ['Số  điểm \r\n  (tụ điểm)\n', 'Số  điểm (tụ điểm)'],
  ['\n', '\n'],
  [' a ', ' a '],
])('%j stands in a sentence as %j', (text, line) => {
  expect(onOneLine(text)).toBe(line);
});

test.each(LANGUAGES)('a header on two lines is told on one in %s', (lang) => {
  expect(sentence(issue('data/ignored-column', {}, { received: 'Số\nđiểm' }), lang)).toContain('“Số điểm”');
});
