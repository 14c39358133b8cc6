import { requireFormula } from '../messages/index.ts';
import { exactText, integer, multiply, unmistakable } from '../number/index.ts';
import type { Formula } from './formula.ts';

/** How tightly each kind of formula binds; a looser one inside a tighter one needs brackets. */
const LOOSEST = 0;
const TIGHTEST = 7;

/**
 * Writes a formula as text that a criteria file reads back to the same formula; `all` or `any` of one part is that part.
 * `at_least`, and `all` or `any` of nothing, have no text form in the language and are written as calls for people to read.
 *
 * @throws {RangeError} For what is no formula.
 * @example printFormula(formula) // 'addicts / people < 0.1%'
 */
export function printFormula(formula: Formula): string {
  requireFormula(formula);
  return print(formula, LOOSEST);
}

function print(formula: Formula, around: number): string {
  const only = onlyPart(formula);
  if (only !== undefined) return print(only, around);
  const own = strength(formula);
  const text = body(formula, own);
  return own < around ? `(${text})` : text;
}

function body(formula: Formula, own: number): string {
  switch (formula.kind) {
    case 'number':
      return formula.percent
        ? `${exactText(multiply(formula.value, integer(100)))}%`
        : unmistakable(exactText(formula.value));
    case 'name':
      return formula.name;
    case 'negate':
      return `-${print(formula.operand, own)}`;
    case 'not':
      return `not ${print(formula.operand, own)}`;
    case 'arithmetic':
      return `${print(formula.left, own)} ${formula.operator} ${print(formula.right, own + 1)}`;
    case 'compare':
      return `${print(formula.left, own + 1)} ${formula.operator} ${print(formula.right, own + 1)}`;
    case 'in':
      return `${print(formula.operand, own + 1)} in [${formula.values.map((value) => value.name).join(', ')}]`;
    case 'call':
      return `${formula.name}(${formula.args.map(printFormula).join(', ')})`;
    case 'at_least':
      return `at_least(${[formula.count, ...formula.of.map(printFormula)].join(', ')})`;
    case 'all':
    case 'any':
      return joined(formula, own);
  }
}

/** The part that stands alone in `all` or `any`. */
function onlyPart(formula: Formula): Formula | undefined {
  const isAlone = (formula.kind === 'all' || formula.kind === 'any') && formula.of.length === 1;
  return isAlone ? formula.of[0] : undefined;
}

function joined(formula: Formula & { kind: 'all' | 'any' }, own: number): string {
  if (formula.of.length === 0) return `${formula.kind}()`;
  return formula.of.map((part) => print(part, own + 1)).join(formula.kind === 'all' ? ' and ' : ' or ');
}

function strength(formula: Formula): number {
  switch (formula.kind) {
    case 'any':
      return formula.of.length === 0 ? TIGHTEST : 0;
    case 'all':
      return formula.of.length === 0 ? TIGHTEST : 1;
    case 'not':
      return 2;
    case 'compare':
    case 'in':
      return 3;
    case 'arithmetic':
      return formula.operator === '+' || formula.operator === '-' ? 4 : 5;
    case 'negate':
      return 6;
    case 'number':
    case 'name':
    case 'call':
    case 'at_least':
      return TIGHTEST;
  }
}
