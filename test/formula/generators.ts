import fc from 'fast-check';
import type { Arithmetic, Comparison, Formula, Name } from '../../src/formula/index.ts';
import { rational } from '../../src/number/index.ts';
import { locate } from './read.ts';

const at = locate(0);

const COMPARISONS: readonly Comparison[] = ['<', '<=', '==', '!=', '>=', '>'];
const ARITHMETIC: readonly Arithmetic[] = ['+', '-', '*', '/'];

function name(id: string): Name {
  return { kind: 'name', name: id, at };
}

/** Numbers as they can be written: a decimal, or a percentage with a finite decimal. */
const literal: fc.Arbitrary<Formula> = fc
  .tuple(fc.bigInt({ min: 0n, max: 400n }), fc.constantFrom(1n, 1n, 2n, 10n, 1000n), fc.boolean())
  .map(([num, den, percent]) => ({ kind: 'number', value: rational(num, percent ? den * 100n : den), percent, at }));

function compare(number: fc.Arbitrary<Formula>): fc.Arbitrary<Formula> {
  return fc
    .tuple(fc.constantFrom(...COMPARISONS), number, number)
    .map(([operator, left, right]) => ({ kind: 'compare', operator, left, right, at }));
}

function arithmetic(number: fc.Arbitrary<Formula>, operators: readonly Arithmetic[]): fc.Arbitrary<Formula> {
  return fc
    .tuple(fc.constantFrom(...operators), number, number)
    .map(([operator, left, right]) => ({ kind: 'arithmetic', operator, left, right, at }));
}

function call(number: fc.Arbitrary<Formula>): fc.Arbitrary<Formula> {
  return fc.oneof(
    number.map((arg): Formula => ({ kind: 'call', name: 'abs', args: [arg], at })),
    fc
      .tuple(fc.constantFrom('min', 'max'), fc.array(number, { minLength: 2, maxLength: 3 }))
      .map(([id, args]): Formula => ({ kind: 'call', name: id, args, at })),
  );
}

/** The number of an earlier period, or the sum of some. */
function earlier(number: fc.Arbitrary<Formula>): fc.Arbitrary<Formula> {
  return fc.tuple(fc.integer({ min: 0, max: 3 }), number).map(([periods, part]): Formula => {
    if (periods === 0) return { kind: 'call', name: 'prev', args: [part], at };
    const count: Formula = { kind: 'number', value: rational(BigInt(periods)), percent: false, at };
    return { kind: 'call', name: 'last', args: [count, part], at };
  });
}

function joined(part: fc.Arbitrary<Formula>): fc.Arbitrary<Formula> {
  return fc
    .tuple(fc.constantFrom('all' as const, 'any' as const), fc.array(part, { minLength: 2, maxLength: 4 }))
    .map(([kind, of]) => ({ kind, of, at }));
}

function inverted(part: fc.Arbitrary<Formula>): fc.Arbitrary<Formula> {
  return part.map((operand) => ({ kind: 'not', operand, at }));
}

function negated(number: fc.Arbitrary<Formula>): fc.Arbitrary<Formula> {
  return number.map((operand) => ({ kind: 'negate', operand, at }));
}

function member(operand: fc.Arbitrary<Formula>, values: readonly string[]): fc.Arbitrary<Formula> {
  return fc
    .tuple(operand, fc.subarray([...values], { minLength: 1 }))
    .map(([tested, chosen]) => ({ kind: 'in', operand: tested, values: chosen.map(name), at }));
}

const someName = fc.constantFrom('a', 'I.b', 'F.1', 'not_x', 'tỉ_lệ').map(name);

/** Any formula that can be written, sound or not. */
export const anyFormula: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>((tie) => {
  const inner = tie('formula');
  return {
    formula: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(someName, literal),
      compare(inner),
      arithmetic(inner, ARITHMETIC),
      negated(inner),
      inverted(inner),
      joined(inner),
      call(inner),
      earlier(inner),
      member(inner, ['none', 'intra', 'inter']),
    ),
  };
}).formula;

/** The names that sound formulas are made of. */
export interface Vocabulary {
  readonly numbers: readonly string[];
  readonly booleans: readonly string[];
  readonly criteria: readonly string[];
  readonly choice: string;
  readonly choices: readonly string[];
}

/** A sound number; divisions, min, max and abs are made rarer, for they multiply. */
function soundNumber(words: Vocabulary): fc.Arbitrary<Formula> {
  const leaf = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...words.numbers).map(name) },
    { weight: 2, arbitrary: literal },
  );
  const simple = fc.oneof({ weight: 2, arbitrary: leaf }, { weight: 3, arbitrary: arithmetic(leaf, ARITHMETIC) });
  return fc.oneof(
    { weight: 3, arbitrary: simple },
    { weight: 3, arbitrary: arithmetic(simple, ARITHMETIC) },
    { weight: 1, arbitrary: call(simple) },
    { weight: 1, arbitrary: negated(simple) },
    { weight: 1, arbitrary: earlier(simple) },
    { weight: 1, arbitrary: arithmetic(fc.oneof(simple, call(leaf)), ARITHMETIC) },
  );
}

/** A comparison of two sound numbers. */
export function soundComparison(words: Vocabulary): fc.Arbitrary<Formula & { kind: 'compare' }> {
  const number = soundNumber(words);
  return fc
    .tuple(fc.constantFrom(...COMPARISONS), number, number)
    .map(([operator, left, right]) => ({ kind: 'compare', operator, left, right, at }));
}

/** A sound condition from the whole language, `at_least` included. */
export function soundCondition(words: Vocabulary): fc.Arbitrary<Formula> {
  const choice = fc
    .tuple(fc.constantFrom('==' as const, '!=' as const), fc.constantFrom(...words.choices))
    .map(
      ([operator, value]): Formula => ({ kind: 'compare', operator, left: name(words.choice), right: name(value), at }),
    );
  const question = fc.oneof(
    { weight: 4, arbitrary: soundComparison(words) },
    { weight: 1, arbitrary: fc.constantFrom(...words.booleans, ...words.criteria).map(name) },
    { weight: 1, arbitrary: choice },
    { weight: 1, arbitrary: member(fc.constant(name(words.choice)), words.choices) },
  );
  const counted = (part: fc.Arbitrary<Formula>): fc.Arbitrary<Formula> =>
    fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.array(part, { minLength: 1, maxLength: 4 }))
      .map(([count, of]) => ({ kind: 'at_least', count, of, at }));
  const group = (part: fc.Arbitrary<Formula>): fc.Arbitrary<Formula> =>
    fc.oneof(joined(part), inverted(part), counted(part));
  return fc.oneof(question, group(question), group(fc.oneof(question, group(question))));
}
