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
    ['an open bracket', 'a: [1, 2', 'criteria/yaml-syntax', 1, 9],
    ['an open quote', 'a: "b', 'criteria/yaml-syntax', 1, 6],
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

  test(`${LIMITS.levels - 4} levels are read`, () => {
    const levels = LIMITS.levels - 4;
    expect(readYaml('['.repeat(levels) + ']'.repeat(levels), 'a.yaml').issues).toEqual([]);
  });
});
