import { describe, expect, test } from 'vitest';
import { child, entryOf, type Leaf, plain, type Tree } from '../../src/criteria/tree.ts';
import { LIMITS, readYaml } from '../../src/criteria/yaml.ts';

function read(text: string): Tree {
  const { tree, issues } = readYaml(text, 'a.yaml');
  expect(issues).toEqual([]);
  if (tree === null) throw new Error('no tree');
  return tree;
}

function leaf(tree: Tree, key: string): Leaf {
  const found = child(tree, key);
  if (found?.kind !== 'leaf') throw new Error(`no leaf ${key}`);
  return found;
}

describe('values stay as written', () => {
  test.each([
    ['1.10', '1.10'],
    ['00004', '00004'],
    ['2025-08-24', '2025-08-24'],
    ['12-15', '12-15'],
    ['0.1000000000000000055', '0.1000000000000000055'],
    ['1e3', '1e3'],
    ['0x10', '0x10'],
    ['"1.10"', '1.10'],
    ['yes', 'yes'],
    ['true', true],
    ['"true"', 'true'],
    ['~', null],
    ['', null],
  ])('%s', (written, value) => {
    expect(plain(read(`key: ${written}`))).toEqual({ key: value });
  });

  test('a mark of byte order and CRLF change nothing', () => {
    const tree = read('\uFEFFa: 1\r\nb: hai\r\n');
    expect(plain(tree)).toEqual({ a: '1', b: 'hai' });
    expect(entryOf(tree, 'a')?.key).toEqual({ file: 'a.yaml', line: 1, column: 1, text: 'a: 1' });
    expect(entryOf(tree, 'b')?.key).toEqual({ file: 'a.yaml', line: 2, column: 1, text: 'b: hai' });
  });

  test('decomposed letters are composed', () => {
    expect(plain(read('key: Điều'.normalize('NFD')))).toEqual({ key: 'Điều' });
  });

  test.each([
    ['8_000', '8_000'],
    ['+1', '+1'],
    ['.5', '.5'],
    ['.inf', '.inf'],
    ['null', null],
    ['false', false],
    ['on', 'on'],
    ['"a\\tb"', 'a\tb'],
    ["'it''s'", "it's"],
    ['[]', []],
    ['{}', {}],
    ['[1, [2], { a: ~ }]', ['1', ['2'], { a: null }]],
  ])('%s in a list', (written, value) => {
    expect(plain(read(`- ${written}`))).toEqual([value]);
  });

  test('keys are texts too', () => {
    expect(plain(read('1: a\n2.50: b\n"3": c'))).toEqual({ '1': 'a', '2.50': 'b', '3': 'c' });
  });

  test('every value knows its place', () => {
    const tree = read('a:\n  - x\n  - {b: y}\nc:\n');
    const place = ({ at }: Tree): string => `${at.line}:${at.column}`;
    const list = child(tree, 'a');
    const [first, second] = list?.kind === 'list' ? list.items : [];
    expect(
      [tree, list, first, second, child(second ?? null, 'b'), child(tree, 'c')].map((one) => one && place(one)),
    ).toEqual(['1:1', '2:3', '2:5', '3:5', '3:9', '4:3']);
    expect(leaf(tree, 'c').locate(0)).toEqual(leaf(tree, 'c').at);
    expect(leaf(read('a: true'), 'a').locate(2)).toMatchObject({ line: 1, column: 4 });
  });

  test('an alias is the value of its anchor', () => {
    expect(plain(read('a: &x [1, 2]\nb: *x'))).toEqual({ a: ['1', '2'], b: ['1', '2'] });
  });
});

describe('an offset of a value leads to its place', () => {
  test.each([
    ['plain', 'key: a + b', 4, 1, 10],
    ['end of plain', 'key: a + b', 5, 1, 11],
    ['double quotes', 'key: "a + b"', 4, 1, 11],
    ['single quotes', "key: 'a + b'", 0, 1, 7],
    ['folded', 'key: >-\n  a +\n  b', 4, 3, 3],
    ['literal', 'key: |-\n  a +\n    b', 6, 3, 5],
    ['plain over two lines', 'key: a +\n  b', 4, 2, 3],
    ['in a flow map', '{ x: 1, key: a + b }', 0, 1, 14],
  ])('%s', (_, text, offset, line, column) => {
    expect(leaf(read(text), 'key').locate(offset)).toMatchObject({ line, column });
  });
});

describe('faults', () => {
  test.each([
    ['nothing', '', 'criteria/empty-file', undefined, undefined],
    ['only a comment', '# nothing\n', 'criteria/empty-file', undefined, undefined],
    ['a second document', 'a: 1\n---\nb: 2', 'criteria/several-documents', 2, 1],
    ['wrong indentation', 'a: 1\n  b: 2', 'criteria/yaml-syntax', 1, 4],
    ['a tab', 'a:\n\tb: 1', 'criteria/yaml-syntax', 2, 1],
    ['an open bracket', 'a: [1, 2', 'criteria/yaml-syntax', 1, 4],
    ['an open quote', 'a: "b', 'criteria/yaml-syntax', 1, 4],
    ['a bad escape', 'a: "\\q"', 'criteria/yaml-syntax', 1, 5],
    ['a colon in a text', 'a: b: c', 'criteria/yaml-syntax', 1, 4],
    ['an unknown alias', 'a: *b', 'criteria/yaml-syntax', 1, 4],
    ['an alias to itself', 'a: &b { c: *b }', 'criteria/yaml-syntax', 1, 12],
    ['a tag', 'a: !run x', 'criteria/yaml-syntax', 1, 9],
    ['a known tag', 'a: !!int 1', 'criteria/yaml-syntax', 1, 10],
    ['a duplicate key', 'a: 1\nb: 2\na: 3', 'criteria/duplicate-key', 3, 1],
    ['__proto__', 'a:\n  __proto__: 1', 'criteria/forbidden-key', 2, 3],
    ['constructor', '"constructor": 1', 'criteria/forbidden-key', 1, 1],
    ['prototype', '{ prototype: 1 }', 'criteria/forbidden-key', 1, 3],
    ['a list as key', '? [a]\n: 1', 'criteria/key-not-text', 1, 3],
    ['a key without value', '{ a }', 'criteria/key-without-value', 1, 3],
    ['a formula cut by a comma', 'x: { test: last(2, a) == 0 }', 'criteria/cut-by-comma', 1, 12],
    ['a text cut by commas', 'x: { vi: một, hai, ba, en: one }', 'criteria/cut-by-comma', 1, 10],
    ['an item cut by a comma', 'all: [a, last(2, b) == 0]', 'criteria/cut-by-comma', 1, 10],
  ])('%s', (_, text, code, line, column) => {
    const [found, ...others] = readYaml(text, 'a.yaml').issues;
    expect(found?.code).toBe(code);
    expect(found?.severity).toBe('error');
    expect([found?.position?.line, found?.position?.column]).toEqual([line, column]);
    expect(found?.position?.text).toBe(line === undefined ? undefined : text.split('\n')[line - 1]);
    expect(others).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['wrong indentation', 'a:\n    b: 1\n  c: 2', 'indentation'],
    ['a key over two lines', '"a\n  b": c', 'indentation'],
    ['a key without a colon', 'a: 1\nb\nc: 2', 'missing-colon'],
    ['a first key without a colon', 'a b\nc: 2', 'missing-colon'],
    ['a colon without a space', 'a: 1\nb:2\nc: 2', 'missing-colon'],
    ['a space of Word', 'a: 1\nb:\u00A02\nc: 2', 'odd-space'],
    ['a space of Word before a key', 'a: 1\n\u00A0\u00A0c\nd: 2', 'odd-space'],
    ['an open bracket', 'a: [1, 2\nb: 3', 'open-bracket'],
    ['a comma that is missing', 'a: ["b" "c"]', 'missing-mark'],
    ['a tab', 'a:\n\tb: 1', 'tab'],
    ['an open quote', 'a: "b', 'open-quote'],
    ['a bad escape', 'a: "\\q"', 'escape'],
    ['an unknown alias', 'a: *b', 'alias'],
    ['two anchors', 'a: &b &c 1', 'alias'],
    ['an anchor of an alias', 'a: &b 1\nc: &d *b', 'alias'],
    ['a version of YAML there is none of', '%YAML 7\n---\na: 1', 'directive'],
    ['a bad directive', '%TAG\n---\na: 1', 'directive'],
    ['a mark that cannot stand there', 'a: [1]]', 'unexpected'],
    ['a tag', 'a: !run x', 'tag'],
  ])('of the YAML: %s', (_, text, fault) => {
    const { issues } = readYaml(text, 'a.yaml');
    expect(issues.map(({ code, args }) => [code, args])).toEqual([['criteria/yaml-syntax', { fault }]]);
  });

  test.each([
    ['a quote', 'a: 1\nb: "c\nd: e\nf: g\n', 2, 4],
    ['a single quote', "a: ''\nb: 'it''s\nd: e\n", 2, 4],
    ['a bracket', 'a: 1\nb: [1, [2, 3]\nc: d\n', 2, 4],
    ['an inner bracket', 'a: [[1], [2\nb: c\n', 1, 10],
    ['a brace', 'a:\n  b: { c: 1, d: [2]\n  e: f\n', 2, 6],
    ['a key', 'a: 1\n"b: 2\nc: 3\n', 2, 1],
  ])('%s left open is told where it was opened', (_, text, line, column) => {
    expect(readYaml(text, 'a.yaml').issues).toMatchObject([{ position: { line, column } }]);
  });

  test.each<[string, string, string | null]>([
    ['the line at fault', '   a: "b', 'a: "b'],
    ['no more of it than can be read', `a: "${'x'.repeat(200)}`, `a: "${'x'.repeat(76)}`],
    ['the alias', 'a: *b', '*b'],
    ['the tag', 'a: !run x', '!run'],
    ['the key', 'constructor: 1', 'constructor'],
    ['the key that is there twice', 'a: 1\na: 2', 'a'],
    ['the key without a value', '{ a }', 'a'],
    ['an empty key', '? ~\n: 1', null],
    ['a key that is no text', 'true: 1', 'true'],
    ['the value that was cut', '{ a: b, c }', 'b, c'],
  ])('%s is told', (_, text, received) => {
    expect(readYaml(text, 'a.yaml').issues.map((found) => found.received)).toEqual([received]);
  });

  test.each<[string, string, readonly (readonly [line: number, column: number])[]]>([
    [
      'every bad escape',
      'a: "\\q"\nb: "\\q"\n',
      [
        [1, 5],
        [2, 5],
      ],
    ],
    ['and nothing that follows from a tab', 'a:\n  b: 1\n\tc: 2\n  d: 3\ne: f: g', [[3, 1]]],
    [
      'nor what follows from a text with a colon',
      'a: "\\q"\nb: c: d\ne: f: g',
      [
        [1, 5],
        [2, 4],
      ],
    ],
  ])('%s is told', (_, text, places) => {
    const { issues } = readYaml(text, 'a.yaml');
    expect(issues.map(({ position }) => [position?.line, position?.column])).toEqual(places);
  });

  test.each<[string, string, unknown, readonly string[]]>([
    ['a key at fault leaves the rest', 'a: 1\na: 2\nb: 3', { a: '1', b: '3' }, ['criteria/duplicate-key']],
    ['a key of no use is left out', '__proto__: { a: 1 }\nb: 3', { b: '3' }, ['criteria/forbidden-key']],
    ['a list as key is left out', '? [a]\n: 1\nb: 3', { b: '3' }, ['criteria/key-not-text']],
    ['a key without a value is left out', '{ a, b: 3 }', { b: '3' }, ['criteria/key-without-value']],
    ['a key with an empty value is none of those', 'a:\nb: 3', { a: null, b: '3' }, []],
    ['in a flow map an empty value is written as such', '{ a: ~, b: 3 }', { a: null, b: '3' }, []],
    ['an unknown alias is empty', 'a: *x\nb: 3', { a: null, b: '3' }, ['criteria/yaml-syntax']],
    [
      'what is below a fault is read too',
      'a: 1\na: { b: *x }',
      { a: '1' },
      ['criteria/duplicate-key', 'criteria/yaml-syntax'],
    ],
    ['quoted values are not cut', '{ a: "b", c }', { a: 'b' }, ['criteria/key-without-value']],
    ['a list before a key is not cut', '{ a: [b], c }', { a: ['b'] }, ['criteria/key-without-value']],
    ['an item with a closed bracket is whole', '[f(a), b]', ['f(a)', 'b'], []],
    ['a bracket that is never closed is left', '[f(a, b]', ['f(a', 'b'], []],
    ['a bracket inside quotes opens nothing', '["f(a", b)]', ['f(a', 'b)'], []],
    ['a list in between is not put together', '[f(a, [b], c)]', ['f(a', ['b'], 'c)'], []],
    ['two brackets are closed one by one', '[f(g(a, b), c), d]', ['f(g(a, b), c)', 'd'], ['criteria/cut-by-comma']],
    ['in block style a comma cuts nothing', '- f(a, b)\n- c', ['f(a, b)', 'c'], []],
    ['in block style a key has its comma', 'a: f(b, c)\nd:', { a: 'f(b, c)', d: null }, []],
  ])('%s', (_, text, value, codes) => {
    const { tree, issues } = readYaml(text, 'a.yaml');
    expect(tree && plain(tree)).toEqual(value);
    expect(issues.map(({ code }) => code)).toEqual(codes);
  });

  test('a duplicate key is told with the line of the first', () => {
    expect(readYaml('b: 1\na: 1\na: 2', 'a.yaml').issues).toMatchObject([{ args: { key: 'a', line: 2 } }]);
  });

  test.each([
    ['prototype: 1', 'prototype'],
    ['{ a }', 'a'],
  ])('a key at fault is named: %s', (text, key) => {
    expect(readYaml(text, 'a.yaml').issues.map(({ args }) => args)).toEqual([{ key }]);
  });

  test.each([
    ['{vi: Dân số,en:Residents}', { vi: 'Dân số', en: 'Residents' }, ['en: Residents'], 13],
    ['{a: f(x,y),b:z}', { a: 'f(x,y)', b: 'z' }, ['b: z'], 12],
    ['{a:b, c: d}', { a: 'b', c: 'd' }, ['a: b'], 2],
  ])('a colon without a space in %s', (text, value, write, column) => {
    const { tree, issues } = readYaml(text, 'a.yaml');
    expect(tree && plain(tree)).toEqual(value);
    const tight = issues.filter(({ code }) => code === 'criteria/tight-colon');
    expect(tight).toMatchObject(write.map((pair) => ({ args: { write: pair }, position: { column } })));
  });

  test('the colon of an address and of a time is none of those', () => {
    expect(readYaml('{ a: b, https://c.vn }', 'a.yaml').issues.map(({ code }) => code)).toEqual([
      'criteria/cut-by-comma',
    ]);
  });

  test('what a comma cut knows the place of every word', () => {
    const { tree } = readYaml('{ a: f(x,  y) }', 'a.yaml');
    const cut = tree === null ? null : leaf(tree, 'a');
    expect([cut?.at.column, cut?.locate(0).column, cut?.locate(6).column]).toEqual([6, 6, 12]);
  });

  test('what a comma cut is put together again', () => {
    const { tree, issues } = readYaml(
      '{ test: last(2, a) == 0, list: [max(1, 2, 3), b], vi: một, hai, en: one }',
      'a.yaml',
    );
    expect(tree && plain(tree)).toEqual({
      test: 'last(2, a) == 0',
      list: ['max(1, 2, 3)', 'b'],
      vi: 'một, hai',
      en: 'one',
    });
    expect(issues.map(({ args }) => args)).toEqual([
      { key: 'test', whole: 'last(2, a) == 0' },
      { key: null, whole: 'max(1, 2, 3)' },
      { key: 'vi', whole: 'một, hai' },
    ]);
  });

  test('all faults at once', () => {
    const { issues } = readYaml('a: 1\na: 2\n__proto__: 3\nb: { c: d, e }\n', 'a.yaml');
    expect(issues.map(({ code }) => code)).toEqual([
      'criteria/duplicate-key',
      'criteria/forbidden-key',
      'criteria/cut-by-comma',
    ]);
  });

  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]', 'b', 'c', 'd', 'e', 'f'].reduce((text, name, index) => {
    const below = String.fromCharCode('a'.charCodeAt(0) + index - 1);
    return `${text}\n${name}: &${name} [${Array.from({ length: 10 }, () => `*${below}`).join(', ')}]`;
  });

  test.each([
    ['too long', `a: ${'x'.repeat(LIMITS.characters)}`, 'characters'],
    ['lists too deep', '['.repeat(200_000), 'levels'],
    ['maps too deep', '{ a: '.repeat(100_000), 'levels'],
    ['dashes too deep', '- '.repeat(200_000), 'levels'],
    ['an alias bomb', bomb, 'values'],
  ])('%s', (_, text, of) => {
    const { tree, issues } = readYaml(text, 'a.yaml');
    expect(tree).toBeNull();
    expect(issues.map(({ code, args }) => [code, args])).toEqual([
      ['criteria/too-large', expect.objectContaining({ of })],
    ]);
  });

  // The file, a list of 1,000 and 98 aliases of 1,001 in a list: 99,101 values with the list below them.
  test.each([
    ['as many values as may be', 899, []],
    ['one value more', 900, ['criteria/too-large']],
  ])('%s', (_, rest, codes) => {
    const list = (item: string, count: number): string => `[${Array.from({ length: count }, () => item).join(', ')}]`;
    const { issues } = readYaml(`a: &a ${list('1', 999)}\nb: ${list('*a', 98)}\nc: ${list('1', rest)}`, 'a.yaml');
    expect(issues.map(({ code }) => code)).toEqual(codes);
  });

  test('a text of a million characters is read', () => {
    const longest = `# ${'x'.repeat(LIMITS.characters - 7)}\na: b`;
    expect([longest.length, plain(read(longest))]).toEqual([LIMITS.characters, { a: 'b' }]);
  });

  test('too large a file is told where it is known to be', () => {
    const place = (text: string) => readYaml(text, 'a.yaml').issues.map(({ args, position }) => [args, position?.line]);
    expect(place('x'.repeat(LIMITS.characters + 1))).toEqual([
      [{ of: 'characters', limit: LIMITS.characters }, undefined],
    ]);
    expect(place(`a: 1\nb: ${'['.repeat(100)}`)).toEqual([[{ of: 'levels', limit: LIMITS.levels }, 2]]);
    expect(place(bomb)).toEqual([[{ of: 'values', limit: LIMITS.values }, 1]]);
  });

  // The document itself is a level.
  test.each([
    [LIMITS.levels - 1, []],
    [LIMITS.levels, ['criteria/too-large']],
  ])('%i levels: %o', (levels, codes) => {
    const { issues } = readYaml('['.repeat(levels) + ']'.repeat(levels), 'a.yaml');
    expect(issues.map(({ code }) => code)).toEqual(codes);
  });
});
