import { describe, expect, test } from 'vitest';
import { type Asked, readCommandLine } from '../../src/cli/command-line.ts';
import { languageOf } from '../../src/cli/language.ts';
import type { IssueCode } from '../../src/messages/index.ts';

const read = (words: string): Asked =>
  readCommandLine(
    words.split(' ').filter((word) => word !== ''),
    'en',
    100,
  );

describe('a command', () => {
  test.each([
    { words: 'score a.csv', id: 'score', given: { files: ['a.csv'] }, raw: {} },
    { words: 'score a.csv b.csv', id: 'score', given: { files: ['a.csv', 'b.csv'] }, raw: {} },
    { words: 'score -', id: 'score', given: { files: ['-'] }, raw: {} },
    { words: 'score -- --a.csv', id: 'score', given: { files: ['--a.csv'] }, raw: {} },
    { words: 'explain 00004 a.csv', id: 'explain', given: { unit: ['00004'], files: ['a.csv'] }, raw: {} },
    { words: 'criteria', id: 'criteria', given: { set: [] }, raw: {} },
    { words: 'schema result', id: 'schema', given: { schema: ['result'] }, raw: {} },
    {
      words: 'score a.csv -p 2025 -qf json',
      id: 'score',
      given: {},
      raw: { period: '2025', quiet: true, format: 'json' },
    },
    { words: '-q score --lang en a.csv', id: 'score', given: { files: ['a.csv'] }, raw: { quiet: true, lang: 'en' } },
    { words: 'score a.csv -r a=b -r c=d', id: 'score', given: {}, raw: { reading: ['a=b', 'c=d'] } },
    { words: 'score a.csv --fail-on warning', id: 'score', given: {}, raw: { failOn: ['warning'] } },
  ])('$words', ({ words, id, given, raw }) => {
    const asked = read(words);
    expect(asked).toMatchObject({ kind: 'run', command: { id }, arguments: given, raw });
  });
});

describe('a fault', () => {
  test.each<{ words: string; code: IssueCode; received: string | null; near?: readonly string[]; help: string }>([
    { words: 'scroe a.csv', code: 'usage/unknown-command', received: 'scroe', near: ['score'], help: 'xasach --help' },
    { words: 'help scroe', code: 'usage/unknown-command', received: 'scroe', near: ['score'], help: 'xasach --help' },
    { words: 'scroe --help', code: 'usage/unknown-command', received: 'scroe', near: ['score'], help: 'xasach --help' },
    { words: '--lang en scroe -h', code: 'usage/unknown-command', received: 'scroe', help: 'xasach --help' },
    { words: 'help scroe --lang en', code: 'usage/unknown-command', received: 'scroe', help: 'xasach --help' },
    { words: '--lang en help scroe', code: 'usage/unknown-command', received: 'scroe', help: 'xasach --help' },
    { words: '--color never help scroe', code: 'usage/unknown-command', received: 'scroe', help: 'xasach --help' },
    {
      words: 'schema criteria --bogus',
      code: 'usage/unknown-option',
      received: '--bogus',
      help: 'xasach schema --help',
    },
    {
      words: 'explain score f.csv --bogus',
      code: 'usage/unknown-option',
      received: '--bogus',
      help: 'xasach explain --help',
    },
    {
      words: 'lint criteria --period 2025',
      code: 'usage/unknown-option',
      received: '--period',
      help: 'xasach lint --help',
    },
    { words: "it's", code: 'usage/unknown-command', received: "it's", near: [], help: 'xasach --help' },
    {
      words: 'score a --fromat x',
      code: 'usage/unknown-option',
      received: '--fromat',
      near: ['--format'],
      help: 'xasach score --help',
    },
    {
      words: 'score a --crit=x',
      code: 'usage/unknown-option',
      received: '--crit=x',
      near: [],
      help: 'xasach score --help',
    },
    {
      words: '--verison',
      code: 'usage/unknown-option',
      received: '--verison',
      near: ['--version'],
      help: 'xasach --help',
    },
    { words: 'schema a b c', code: 'usage/too-many-arguments', received: 'b', help: 'xasach schema --help' },
    { words: 'explain', code: 'usage/missing-argument', received: null, help: 'xasach explain --help' },
    { words: 'score a -p', code: 'usage/missing-value', received: null, help: 'xasach score --help' },
  ])('$words', ({ words, code, received, near, help }) => {
    const asked = read(words);
    expect(asked).toMatchObject({ kind: 'fault', issue: { code, received }, help: `More: ${help}` });
    if (near !== undefined) expect(asked).toMatchObject({ issue: { args: { nearest: near } } });
  });

  test.each([
    ['explain 1 a.csv -w x', ['score', 'rank']],
    ['explain 1 a.csv --by=x', ['score', 'rank']],
    ['rank a.csv --near', ['score']],
    ['check a.csv --sheets', []],
  ])('%s: the commands that take the option are named', (words, commands) => {
    expect(read(words)).toMatchObject({ issue: { code: 'usage/unknown-option', args: { commands } } });
  });

  test('what is missing is named as help names it', () => {
    expect(read('explain')).toMatchObject({ issue: { args: { argument: 'unit' } } });
    expect(readCommandLine(['explain'], 'vi', 100)).toMatchObject({ issue: { args: { argument: 'đơn-vị' } } });
    expect(read('score a -p')).toMatchObject({ issue: { args: { option: '-p, --period' } } });
  });
});

describe('the language', () => {
  test.each([
    { argv: [], variable: undefined, lang: 'vi', faults: 0 },
    { argv: [], variable: '', lang: 'vi', faults: 0 },
    { argv: [], variable: 'en', lang: 'en', faults: 0 },
    { argv: ['--lang', 'vi'], variable: 'en', lang: 'vi', faults: 0 },
    { argv: ['--lang', 'vi', '--lang=en'], variable: undefined, lang: 'en', faults: 0 },
    { argv: ['--', '--lang', 'en'], variable: undefined, lang: 'vi', faults: 0 },
    { argv: ['score', '--lang'], variable: 'en', lang: 'en', faults: 0 },
    { argv: ['--lang', 'de'], variable: 'en', lang: 'en', faults: 1 },
    { argv: ['--lang', 'de'], variable: 'fr', lang: 'vi', faults: 1 },
    { argv: [], variable: 'en_US', lang: 'vi', faults: 1 },
  ])('$argv with XASACH_LANG=$variable is $lang', ({ argv, variable, lang, faults }) => {
    const found = languageOf(argv, variable);
    expect(found.lang).toBe(lang);
    expect(found.issues).toHaveLength(faults);
  });
});

test.each(['vi', 'en'] as const)('help is no wider than the terminal, its exit codes included, in %s', (lang) => {
  const asked = readCommandLine(['--help'], lang, 80);
  const text = 'text' in asked ? asked.text : '';
  const codes = text.slice(text.lastIndexOf('\n\n')).trim().split('\n');
  expect(codes.length).toBeGreaterThan(6);
  expect(codes.filter((line) => line.length > 80)).toEqual([]);
  expect(codes.slice(1).every((line) => /^ {2}\d+ +\S| {6}\S/u.test(line))).toBe(true);
});
