import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkFormula,
  createCompiler,
  type Formula,
  parseFormula,
  printFormula,
  type Scope,
} from '../../src/formula/index.ts';
import { sentence } from '../../src/messages/index.ts';
import { anyFormula } from './generators.ts';
import { locate, read } from './read.ts';

describe('what is read, as it is printed', () => {
  test.each([
    ['x>=0.5%', 'x >= 0.5%'],
    ['( a + b )/c>=0.50%', '(a + b) / c >= 0.5%'],
    ['a+(b*c)-(d/e)', 'a + b * c - d / e'],
    ['a-(b-c)', 'a - (b - c)'],
    ['(a-b)-c', 'a - b - c'],
    ['a/(b/c)', 'a / (b / c)'],
    ['a*(b/c)', 'a * (b / c)'],
    ['-(a+b)', '-(a + b)'],
    ['--a', '--a'],
    ['a - -1', 'a - -1'],
    ['-a*b', '-a * b'],
    ['-(a*b)', '-(a * b)'],
    ['a and b or c and d', 'a and b or c and d'],
    ['a and (b or c)', 'a and (b or c)'],
    ['(a and b) and c', '(a and b) and c'],
    ['not a and b', 'not a and b'],
    ['not (a and b)', 'not (a and b)'],
    ['not not a', 'not not a'],
    ['not a >= 1', 'not a >= 1'],
    ['(a >= 1) == b', '(a >= 1) == b'],
    ['r in [none,intra ,  inter]', 'r in [none, intra, inter]'],
    ['max(a,b+1, min( c , 2 ))', 'max(a, b + 1, min(c, 2))'],
    ['abs(a-b)<=1.50', 'abs(a - b) <= 1.5'],
    ['a >= 0.125', 'a >= 0.125'],
    ['a >= 12.3450', 'a >= 12.3450'],
    ['a >= 12.345%', 'a >= 12.345%'],
    ['a >= 1000.125', 'a >= 1000.125'],
    ['I.a or F.1', 'I.a or F.1'],
    ['((((a))))', 'a'],
    ['a\n  + b\t- c', 'a + b - c'],
    ['tỉ_lệ >= 007.10', 'tỉ_lệ >= 7.1'],
    ['notable and android or order', 'notable and android or order'],
    ['not(a)', 'not a'],
    ['9007199254740993.000000000000000000001', '9007199254740993.000000000000000000001'],
  ])('%s', (text, printed) => {
    expect(printFormula(read(text))).toBe(printed);
  });

  test('a percent is a hundredth and stays a percent', () => {
    expect(read('0.5%')).toEqual({ kind: 'number', value: { num: 1n, den: 200n }, percent: true, at: locate(0) });
    expect(read('0.005')).toEqual({ kind: 'number', value: { num: 1n, den: 200n }, percent: false, at: locate(0) });
  });

  test('every node knows its place', () => {
    const found = read('a + b >= -c');
    expect(found).toMatchObject({
      kind: 'compare',
      at: { column: 1 },
      left: { kind: 'arithmetic', right: { at: { column: 5 } } },
      right: { kind: 'negate', at: { column: 10 }, operand: { at: { column: 11 } } },
    });
  });

  test('what only YAML can write is printed for people', () => {
    const at = locate(0);
    const parts = [read('a'), read('b or c')];
    expect(printFormula({ kind: 'at_least', count: 1, of: parts, at })).toBe('at_least(1, a, b or c)');
    expect(printFormula({ kind: 'all', of: [], at })).toBe('all()');
    expect(printFormula({ kind: 'not', operand: { kind: 'any', of: [], at }, at })).toBe('not any()');
  });

  test('all or any of one part is printed as that part', () => {
    const at = locate(0);
    fc.assert(
      fc.property(anyFormula, anyFormula, fc.constantFrom('all', 'any'), (formula, other, kind) => {
        const alone: Formula = { kind, of: [formula], at };
        expect(printFormula(alone)).toBe(printFormula(formula));
        for (const around of [
          (operand: Formula): Formula => ({ kind: 'not', operand, at }),
          (part: Formula): Formula => ({ kind: 'all', of: [part, other], at }),
          (left: Formula): Formula => ({ kind: 'compare', operator: '<', left, right: other, at }),
        ])
          expect(printFormula(around(alone))).toBe(printFormula(around(formula)));
      }),
      { seed: 29, numRuns: 300 },
    );
  });

  test('what is printed is read back as the same formula', () => {
    fc.assert(
      fc.property(anyFormula, (formula) => {
        expect(withoutPlaces(read(printFormula(formula)))).toEqual(withoutPlaces(formula));
      }),
      { seed: 28, numRuns: 1500 },
    );
  });
});

describe('what cannot be read', () => {
  test.each([
    ['', 'formula/unexpected-token', 1],
    ['   ', 'formula/unexpected-token', 4],
    ['a +', 'formula/unexpected-token', 4],
    ['a b', 'formula/unexpected-token', 3],
    ['+ a', 'formula/unexpected-token', 1],
    ['(a', 'formula/unexpected-token', 3],
    ['a)', 'formula/unexpected-token', 2],
    ['a in b', 'formula/unexpected-token', 6],
    ['a in []', 'formula/unexpected-token', 7],
    ['a in [1]', 'formula/unexpected-token', 7],
    ['a in [b c]', 'formula/unexpected-token', 9],
    ['a in [b,]', 'formula/unexpected-token', 9],
    ['max()', 'formula/unexpected-token', 5],
    ['max(a,)', 'formula/unexpected-token', 7],
    ['max(a b)', 'formula/unexpected-token', 7],
    ['a and', 'formula/unexpected-token', 6],
    ['a not b', 'formula/unexpected-token', 3],
    ['a + not b', 'formula/unexpected-token', 5],
    ['5x', 'formula/unexpected-token', 2],
    ['a >= 10.000', 'number/ambiguous', 6],
    ['a >= 1.000.000', 'number/marks', 6],
    ['a >= 2.5.1', 'formula/unexpected-character', 9],
    ['a >= 0.000.000', 'formula/unexpected-character', 11],
    ['5% %', 'formula/unexpected-character', 4],
    ['a = b', 'formula/wrong-operator', 3],
    ['a === b', 'formula/wrong-operator', 5],
    ['a >= 1, 5', 'formula/unexpected-token', 7],
    ['a không', 'formula/unexpected-token', 3],
    ['.5', 'formula/unexpected-character', 1],
    ['5.', 'formula/unexpected-character', 2],
    ['a.', 'formula/unexpected-character', 2],
    ['a && b', 'formula/wrong-operator', 3],
    ['a ≥ b', 'formula/wrong-operator', 3],
    ['a & b', 'formula/unexpected-character', 3],
    ['a ! b', 'formula/unexpected-character', 3],
    ['a + 😀', 'formula/unexpected-character', 5],
    ['"a', 'formula/unexpected-character', 1],
    ['"" a', 'formula/unexpected-character', 1],
  ])('%j', (text, code, column) => {
    const result = parseFormula(text, locate);
    expect(result.ok).toBe(false);
    expect(result.issues.map((found) => [found.code, found.position?.column])).toEqual([[code, column]]);
  });

  test('shows a whole character, and nothing at the end', () => {
    expect(parseFormula('a + 😀', locate).issues[0]?.received).toBe('😀');
    expect(parseFormula('a +', locate).issues[0]?.received).toBeNull();
    expect(parseFormula('a b', locate).issues[0]).toMatchObject({
      received: 'b',
      args: { expected: ['operator', 'end'] },
    });
  });

  test('any text is read or refused with one issue, never more, and never breaks down', () => {
    const word = fc.constantFrom(
      'a',
      'not',
      'and',
      'or',
      'in',
      '(',
      ')',
      '[',
      ']',
      ',',
      '-',
      '+',
      '/',
      '>=',
      '1',
      '2%',
      '.',
      ' ',
      'max(',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          const result = parseFormula(text, locate);
          if (result.ok) expect(withoutPlaces(read(printFormula(result.value)))).toEqual(withoutPlaces(result.value));
          else expect(result.issues).toHaveLength(1);
        },
      ),
      { seed: 28, numRuns: 1000 },
    );
  });
});

describe('limits', () => {
  const depth = 10_000;
  test.each([
    ['brackets', '('.repeat(depth)],
    ['signs', '-'.repeat(depth)],
    ['negations', 'not '.repeat(depth / 4)],
    ['calls', 'abs('.repeat(depth / 4)],
    ['a sum without end', `x${'+x'.repeat(depth / 2 - 1)}`],
    ['a quotient without end', `x${'/x'.repeat(depth / 2 - 1)}`],
    ['sums in brackets', `${'('.repeat(50)}x${`${'+x'.repeat(90)})`.repeat(50)}`],
  ])('%s nested %#: refused before it is followed down', (_, text) => {
    expect(text.length).toBeLessThanOrEqual(10_000);
    const result = parseFormula(text, locate);
    expect(result.issues.map((found) => found.code)).toEqual(['formula/too-deep']);
  });

  test.each([
    ['brackets', `${'('.repeat(100)}a${')'.repeat(100)}`],
    ['brackets one after the other', Array.from({ length: 500 }, () => '(a)').join('+')],
    ['a sum of a thousand', `a${'+a'.repeat(1000)}`],
    ['a long choice', Array.from({ length: 1000 }, () => 'not(b)').join(' or ')],
  ])('%s within the limits can be read, printed, checked and compiled', (kind, text) => {
    const formula = read(kind === 'a long choice' ? text : `${text} > 1`);
    expect(printFormula(formula).length).toBeGreaterThan(0);
    expect(checkFormula(formula, scope, 'condition')).toEqual([]);
    const domain = { whole: true, min: null, max: null };
    const compiler = createCompiler({ scope, domainOf: () => domain, criterionNumber: () => 0 });
    expect(compiler.condition(formula).kind).toBe(kind === 'a long choice' ? 'any' : 'sign');
  });

  test('one character too many', () => {
    expect(parseFormula('a'.repeat(10_000), locate).ok).toBe(true);
    const result = parseFormula('a'.repeat(10_001), locate);
    expect(result.issues).toMatchObject([
      { code: 'formula/too-long', args: { limit: 10_000 }, position: { column: 1 } },
    ]);
  });

  const scope: Scope = {
    lookup: (name) => ({
      kind: 'indicator',
      indicator: { id: name, type: name === 'a' ? 'count' : 'boolean', unit: null, values: [] },
    }),
    names: [],
  };
});

/** The formula as a plain tree, its places left out. */
function withoutPlaces(formula: Formula): unknown {
  return JSON.parse(
    JSON.stringify(formula, (key, value: unknown) =>
      key === 'at' ? undefined : typeof value === 'bigint' ? `${value}` : value,
    ),
  );
}

test('what can be read has no issues', () => {
  expect(parseFormula('a == 5', locate)).toMatchObject({ ok: true, issues: [] });
});

describe('operators of other languages', () => {
  test.each([
    ['=', '=='],
    ['=>', '>='],
    ['=<', '<='],
    ['<>', '!='],
    ['≥', '>='],
    ['≤', '<='],
    ['≠', '!='],
    ['&&', 'and'],
    ['||', 'or'],
  ])('%s: write %s', (found, write) => {
    const parsed = parseFormula(`users ${found} 5`, locate);
    expect(parsed.issues).toMatchObject([
      { code: 'formula/wrong-operator', args: { found, write }, position: { column: 7 }, received: found },
    ]);
    for (const lang of ['vi', 'en'] as const) {
      expect(parsed.issues.map((one) => sentence(one, lang)).join('')).toContain(` ${write}.`);
    }
  });
});

describe('what people write instead is told how to write it', () => {
  test.each([
    ['a < b < c', 'formula/chained-comparison', 7, 'a < b and b < c'],
    ['0 <= a + b <= 5', 'formula/chained-comparison', 12, '0 <= a + b and a + b <= 5'],
    ['a == 0 và b == 0', 'formula/wrong-operator', 8, 'and'],
    ['(a hoặc b)', 'formula/wrong-operator', 4, 'or'],
    ['a AND b', 'formula/wrong-operator', 3, 'and'],
    ['a Or b', 'formula/wrong-operator', 3, 'or'],
    ['a and NOT b', 'formula/wrong-operator', 7, 'not'],
    ['không a', 'formula/wrong-operator', 1, 'not'],
    ['không (a or b)', 'formula/wrong-operator', 1, 'not'],
    ['AND(a, b)', 'formula/wrong-operator', 1, 'and'],
    ['a < 0,1%', 'number/marks', 5, '0.1%'],
    ['(a < 0,5)', 'number/marks', 6, '0.5'],
    ['a < 0.1 %', 'number/marks', 5, '0.1%'],
    ['a < 0,1 %', 'number/marks', 5, '0.1%'],
    ['a < 1,234.5', 'number/marks', 5, '1234.5'],
    ['a < 1,000,000', 'number/marks', 5, '1000000'],
    ['a < 1.234,5', 'number/marks', 5, '1234.5'],
    ['a < 1.234,567', 'number/marks', 5, '1234.567'],
    ['a < 1,234.567', 'number/marks', 5, '1234.567'],
    ['a < 1.234.567,890', 'number/marks', 5, '1234567.890'],
    ['a < 1.234,567%', 'number/marks', 5, '1234.567%'],
    ['a < -1.234,567', 'number/marks', 6, '1234.567'],
    ['(1.234,567) < a', 'number/marks', 2, '1234.567'],
    ['max(a, (1.234,567)) < a', 'number/marks', 9, '1234.567'],
    ['“a” == 0', 'formula/quoted', 1, 'a'],
    ['a == "0"', 'formula/quoted', 6, '0'],
    ["a == ' b '", 'formula/quoted', 6, 'b'],
  ])('%s', (text, code, column, write) => {
    expect(parseFormula(text, locate).issues).toMatchObject([{ code, position: { column }, args: { write } }]);
  });

  test('a comma between thousands or before decimals', () => {
    expect(parseFormula('a >= 10,000', locate).issues).toMatchObject([
      { code: 'number/ambiguous', position: { column: 6 }, args: { whole: '10000', decimal: '10' } },
    ]);
  });

  test.each([
    ['max(1.234,567) < a', { column: 5 }, '1234', '1.2340'],
    ['max(a, 1,234.567) < a', { column: 10 }, '234567', '234.5670'],
    ['(max(a, 2)) < 10,000', { column: 15 }, '10000', '10'],
  ])('a comma within a call stands between its parts: %s', (text, position, whole, decimal) => {
    expect(parseFormula(text, locate).issues).toMatchObject([
      { code: 'number/ambiguous', position, args: { whole, decimal } },
    ]);
  });

  test('as names these words stay free', () => {
    expect(printFormula(read('OR and NOT'))).toBe('OR and NOT');
    expect(printFormula(read('max(1,5)'))).toBe('max(1, 5)');
  });
});
