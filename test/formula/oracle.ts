/** Conditions row by row, as semantics.md tells it: on fraction.js, with nothing of the engine but the formula's tree. */

import Fraction from 'fraction.js';
import { FAIL, type Formula, type Meaning, type Scope } from '../../src/formula/index.ts';

export type OracleState = 'fail' | 'unknown' | 'pass' | 'not-applicable';

/** The cells of one row; `null` is missing. */
export interface OracleRow {
  readonly number: (id: string, periodsAgo: number) => Fraction | null;
  readonly boolean: (id: string) => boolean | null;
  readonly choice: (id: string) => string | null;
  readonly criterion: (id: string) => OracleState;
}

/** A number, or why there is none: nothing divided by nothing, something divided by nothing, a missing cell. */
export type OracleNumber = Fraction | 'undefined' | 'unsound' | 'missing';

/** Thrown where something is divided by nothing: such a row is no sound data and has no state. */
export class UnsoundRow extends Error {}

export function stateOf(formula: Formula, scope: Scope, row: OracleRow): OracleState {
  switch (formula.kind) {
    case 'name': {
      const meaning = scope.lookup(formula.name);
      if (meaning?.kind === 'criterion') {
        const state = row.criterion(formula.name);
        return state === 'not-applicable' && meaning.whenNotApplicable === FAIL ? 'fail' : state;
      }
      return ofBoolean(row.boolean(formula.name));
    }
    case 'in': {
      if (formula.operand.kind !== 'name') throw new Error('a choice is a name');
      const value = row.choice(formula.operand.name);
      return ofBoolean(value === null ? null : formula.values.some(({ name }) => name === value));
    }
    case 'compare':
      return compared(formula, scope, row);
    case 'not': {
      const state = stateOf(formula.operand, scope, row);
      return state === 'pass' ? 'fail' : state === 'fail' ? 'pass' : state;
    }
    case 'all':
    case 'any':
    case 'at_least':
      return counted(
        formula,
        formula.of.map((part) => stateOf(part, scope, row)),
      );
    default:
      throw new Error(`${formula.kind} is no condition`);
  }
}

/** All, any and at_least are one question: do enough of the parts that apply pass? */
function counted(formula: Formula & { of: readonly Formula[] }, parts: readonly OracleState[]): OracleState {
  const applying = parts.filter((state) => state !== 'not-applicable');
  if (applying.length === 0) return 'not-applicable';
  const passed = applying.filter((state) => state === 'pass').length;
  const failed = applying.filter((state) => state === 'fail').length;
  if (formula.kind === 'all') return failed > 0 ? 'fail' : passed === applying.length ? 'pass' : 'unknown';
  const needed = formula.kind === 'any' ? 1 : formula.kind === 'at_least' ? formula.count : Number.NaN;
  if (passed >= needed) return 'pass';
  if (applying.length - failed >= needed) return 'unknown';
  // Where nothing is decided yet, the unknown parts may all turn out not to apply.
  return passed + failed > 0 ? 'fail' : 'unknown';
}

function compared(formula: Formula & { kind: 'compare' }, scope: Scope, row: OracleRow): OracleState {
  const { left, operator, right } = formula;
  if (left.kind === 'name' && right.kind === 'name' && isChoice(scope.lookup(left.name))) {
    const value = row.choice(left.name);
    return ofBoolean(value === null ? null : (value === right.name) === (operator === '=='));
  }
  const [a, b] = [numberOf(left, scope, row), numberOf(right, scope, row)];
  const reason = worst(a, b);
  if (reason === 'unsound') throw new UnsoundRow();
  if (reason !== null) return reason === 'undefined' ? 'not-applicable' : 'unknown';
  if (typeof a === 'string' || typeof b === 'string') throw new TypeError('two numbers are left');
  const order = a.compare(b);
  const holds = {
    '<': order < 0,
    '<=': order <= 0,
    '==': order === 0,
    '!=': order !== 0,
    '>=': order >= 0,
    '>': order > 0,
  };
  return ofBoolean(holds[operator]);
}

export function numberOf(formula: Formula, scope: Scope, row: OracleRow, ago = 0): OracleNumber {
  const part = (inner: Formula, earlier = 0): OracleNumber => numberOf(inner, scope, row, ago + earlier);
  switch (formula.kind) {
    case 'number':
      return new Fraction(formula.value.num, formula.value.den);
    case 'name': {
      const meaning = scope.lookup(formula.name);
      return meaning?.kind === 'measure' ? part(meaning.formula) : (row.number(formula.name, ago) ?? 'missing');
    }
    case 'negate':
      return joined([part(formula.operand)], ([x]) => x.neg());
    case 'arithmetic':
      return joined([part(formula.left), part(formula.right)], ([x, y = x]) => {
        switch (formula.operator) {
          case '+':
            return x.add(y);
          case '-':
            return x.sub(y);
          case '*':
            return x.mul(y);
          case '/':
            return y.equals(0) ? (x.equals(0) ? 'undefined' : 'unsound') : x.div(y);
        }
      });
    case 'call': {
      const [first, second] = formula.args;
      if (formula.name === 'prev' && first !== undefined) return part(first, 1);
      if (formula.name === 'last' && first?.kind === 'number' && second !== undefined) {
        const periods = Array.from({ length: Number(first.value.num) }, (_, earlier) => part(second, earlier));
        return joined(periods, ([x, ...rest]) => rest.reduce((sum, y) => sum.add(y), x));
      }
      return joined(
        formula.args.map((arg) => part(arg)),
        ([x, ...rest]) => {
          if (formula.name === 'abs') return x.abs();
          return rest.reduce((best, y) => ((formula.name === 'max' ? y.gt(best) : y.lt(best)) ? y : best), x);
        },
      );
    }
    default:
      throw new Error(`${formula.kind} is no number`);
  }
}

function joined(
  parts: readonly OracleNumber[],
  apply: (numbers: readonly [Fraction, ...Fraction[]]) => OracleNumber,
): OracleNumber {
  const reason = worst(...parts);
  if (reason !== null) return reason;
  const [first, ...rest] = parts.filter((part) => typeof part !== 'string');
  return first === undefined ? 'missing' : apply([first, ...rest]);
}

/** What is unsound stays so whatever else is; what is undefined stays so whatever is missing. */
function worst(...parts: readonly OracleNumber[]): 'unsound' | 'undefined' | 'missing' | null {
  return (['unsound', 'undefined', 'missing'] as const).find((reason) => parts.includes(reason)) ?? null;
}

function isChoice(meaning: Meaning | null): boolean {
  return meaning?.kind === 'indicator' && meaning.indicator.type === 'choice';
}

function ofBoolean(value: boolean | null): OracleState {
  return value === null ? 'unknown' : value ? 'pass' : 'fail';
}
