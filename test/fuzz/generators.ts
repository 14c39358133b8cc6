import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';

/** Bytes near those of a real file: parts cut out, doubled, exchanged, or single bytes changed. */
export function mutated(seed: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat({ max: Math.max(0, seed.length - 1) });
  const change = fc.oneof(
    fc.record({ kind: fc.constant('cut' as const), from: place, length: fc.nat({ max: 200 }) }),
    fc.record({ kind: fc.constant('double' as const), from: place, length: fc.nat({ max: 200 }) }),
    fc.record({ kind: fc.constant('put' as const), from: place, bytes: fc.uint8Array({ maxLength: 20 }) }),
    fc.record({
      kind: fc.constant('put' as const),
      from: place,
      bytes: fc.constantFrom(...NASTY.map((text) => strToU8(text))),
    }),
  );
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) =>
    changes.reduce((bytes, own) => {
      const [before, after] = [bytes.slice(0, own.from), bytes.slice(own.from)];
      switch (own.kind) {
        case 'cut':
          return joined(before, after.slice(own.length));
        case 'double':
          return joined(before, after.slice(0, own.length), after);
        case 'put':
          return joined(before, own.bytes, after.slice(own.bytes.length));
        default:
          return own satisfies never;
      }
    }, seed),
  );
}

/** What has broken readers before. */
const NASTY = [
  '"',
  '""',
  ',',
  '\n',
  '\r',
  '\u0000',
  '\uFEFF',
  '=1+1',
  '&lt;',
  '<',
  ']]>',
  '&a;',
  '*a',
  '!!js/function',
  '__proto__',
  '1e999',
  '-0',
  '٣',
  '\u202E',
  '{{',
  '[[',
  '|',
  ': ',
  '\t',
  '%PDF',
];

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => {
    all.set(part, at);
    return at + part.length;
  }, 0);
  return all;
}

/** Workbooks near a real one: the archive changed, or one of its parts. */
export function mutatedWorkbook(seed: Uint8Array): fc.Arbitrary<Uint8Array> {
  const parts = unzipSync(seed);
  const names = Object.keys(parts);
  const inside = fc
    .constantFrom(...names)
    .chain((name) => mutated(parts[name] ?? new Uint8Array(1)).map((bytes) => zipSync({ ...parts, [name]: bytes })));
  return fc.oneof({ weight: 3, arbitrary: inside }, { weight: 1, arbitrary: mutated(seed) });
}

/** Words of a command line, good and bad. */
export function commandLine(words: readonly string[]): fc.Arbitrary<readonly string[]> {
  const word = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words) },
    { weight: 1, arbitrary: fc.string({ maxLength: 12 }).filter((text) => !text.includes('\u0000')) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '-',
        '--',
        '--=',
        '-c',
        '__proto__',
        '../x@1',
        '--format=',
        '-f=',
        '%s',
        '\u202E',
        'é'.normalize('NFD'),
      ),
    },
  );
  return fc.array(word, { maxLength: 8 });
}

/** Formulas from their own words, and texts that are none. */
export function formulaText(names: readonly string[]): fc.Arbitrary<string> {
  const token = fc.constantFrom(
    ...names,
    '(',
    ')',
    '+',
    '-',
    '*',
    '/',
    '<',
    '<=',
    '==',
    '!=',
    '>',
    'and',
    'or',
    'not',
    'in',
    ',',
    '0',
    '1',
    '0.5%',
    '999999999999999999999',
    '1e9',
    'all',
    'any',
    'at_least',
    'min',
    'max',
    'prev',
    'last',
    '[',
    ']',
    '"',
    '__proto__',
    'constructor',
    '',
  );
  return fc.oneof(
    fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join(' ')),
    fc.string({ maxLength: 60 }),
    fc.constantFrom('('.repeat(5000), 'not '.repeat(5000), '1+'.repeat(5000), `${'-'.repeat(5000)}1`),
  );
}
