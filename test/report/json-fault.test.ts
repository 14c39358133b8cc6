import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonFault, readJson } from '../../src/report/json/json-fault.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test.each([
  ['{\n  "a": 1,\n  "b": [1,, 2]\n}', 'bad-json', 3, 11],
  ['{"a" 1}', 'bad-json', 1, 6],
  ['{"a": 1,}', 'bad-json', 1, 9],
  ['{"a": 1 "b": 2}', 'bad-json', 1, 9],
  ['{a: 1}', 'bad-json', 1, 2],
  ['[01]', 'bad-json', 1, 3],
  ['[tru]', 'bad-json', 1, 2],
  ['["x\ny"]', 'bad-json', 1, 4],
  ['["\\x"]', 'bad-json', 1, 3],
  ['[1]}', 'bad-json', 1, 4],
  ['[1}', 'bad-json', 1, 3],
  ['{\r\n"a": 1\r\n"b": 2}', 'bad-json', 3, 1],
  ['\uFEFF[1 2]', 'bad-json', 1, 4],
  ['{"a": [1,\n', 'cut-off', 1, 10],
  ['{"a": "xy', 'cut-off', 1, 10],
])('%j: %s at line %i, column %i', (text, reason, line, column) => {
  const shown = text.replace('\uFEFF', '').split(/\r?\n/u)[line - 1];
  expect(readJson(text, 'a.json')).toEqual({
    ok: false,
    reason,
    position: { file: 'a.json', line, column, text: shown },
  });
});

test.each(['', ' \n', 'code,name\n', '}', '\u0000'])('%j is no JSON at all', (text) => {
  expect(readJson(text, 'a.json')).toEqual({ ok: false, reason: 'not-json', position: { file: 'a.json' } });
});

test('what is JSON is read', () => {
  expect(readJson('\uFEFF{"a": [1.5e3, null]}', 'a.json')).toEqual({ ok: true, value: { a: [1500, null] } });
});

describe('a fault', () => {
  const texts = fc.oneof(
    fc.json(),
    fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', ']', '}', ':', '0', '\\', '\n', '-'))
      .map(([text, at, sign]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + sign + text.slice(place + 1);
      }),
    fc
      .array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', '-', '.', 'e', 'null', ' '))
      .map((parts) => parts.join('')),
  );

  test('is found just where there is one', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(jsonFault(text) === null).toBe(isJson(text));
      }),
      { seed: 28, numRuns: 3000 },
    );
  });

  test('is where no text that begins so can be JSON', () => {
    fc.assert(
      fc.property(texts, fc.json(), (text, rest) => {
        const offset = jsonFault(text);
        if (offset !== null && offset < text.length) expect(isJson(text.slice(0, offset + 1) + rest)).toBe(false);
      }),
      { seed: 28, numRuns: 1000 },
    );
  });
});
