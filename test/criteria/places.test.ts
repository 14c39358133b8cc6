import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPlaces, locateWithin } from '../../src/criteria/places.ts';

describe('an offset of a text is a place of the file', () => {
  test.each<[string, number, number, number, string]>([
    ['ab\ncd', 0, 1, 1, 'ab'],
    ['ab\ncd', 1, 1, 2, 'ab'],
    ['ab\ncd', 2, 1, 3, 'ab'],
    ['ab\ncd', 3, 2, 1, 'cd'],
    ['ab\ncd', 5, 2, 3, 'cd'],
    ['ab\r\ncd\r\n', 4, 2, 1, 'cd'],
    ['ab\r\ncd\r\n', 8, 3, 1, ''],
    ['a\rb', 2, 1, 3, 'a\rb'],
    ['\n\n', 1, 2, 1, ''],
    ['', 0, 1, 1, ''],
  ])('%j at %i', (text, offset, line, column, shown) => {
    expect(createPlaces(text, 'a.yaml').at(offset)).toEqual({ file: 'a.yaml', line, column, text: shown });
  });

  test('of any text: as many lines as line ends before it, and the rest of the line as column', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n'), { maxLength: 30 }), fc.nat(30), (letters, any) => {
        const text = letters.join('');
        const offset = Math.min(any, text.length);
        const before = text.slice(0, offset).split('\n');
        const { line, column } = createPlaces(text, 'a.yaml').at(offset);
        expect([line, column]).toEqual([before.length, (before.at(-1) ?? '').length + 1]);
      }),
      { seed: 28, numRuns: 200 },
    );
  });
});

describe('an offset of a value is a place of its source', () => {
  test.each<[string, string, string, number, number, number]>([
    ['its first character', 'x: a b', 'a b', 3, 0, 4],
    ['its last', 'x: a b', 'a b', 3, 2, 6],
    ['its end', 'x: a b', 'a b', 3, 3, 7],
    ['white space is the next that is seen', 'x: a   b', 'a b', 3, 1, 8],
    ['after white space', 'x: a   b', 'a b', 3, 2, 8],
    ['a tab is white space', 'x: a \t b', 'a b', 3, 2, 8],
    ['an empty value', 'x: ""', '', 4, 0, 5],
  ])('%s', (_, source, value, start, offset, column) => {
    const places = createPlaces(source, 'a.yaml');
    expect(locateWithin(places, value, start, source.length)(offset)).toMatchObject({ line: 1, column });
  });

  test('white space at the end of a value is where the source ends', () => {
    const places = createPlaces('x: |\n  a\n\n', 'a.yaml');
    expect(locateWithin(places, 'a\n', 5, 9)(1)).toMatchObject({ line: 3, column: 1 });
    expect(locateWithin(places, 'a\n', 5, 9)(2)).toMatchObject({ line: 2, column: 4 });
  });
});
