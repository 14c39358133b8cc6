import { type Comparison, type Formula, mirroredOf, printFormula } from '../formula/index.ts';
import { add, compare, divide, multiply, negate, type Rational, subtract, ZERO } from '../number/index.ts';
import { DOWN, type Sign, STILL, BOTH, UP } from './sign.ts';

/*
 * What can be seen from two conditions alone, without knowing what their names stand for: enough for a shifted line, a part
 * more or less, another number of parts. What cannot be seen stays open; over all data only a proof decides.
 */

/** How a condition goes from one form to another: `UP` when it holds wherever it held before, `DOWN` the other way round. */
export function widening(before: Formula, after: Formula): Sign {
  const [grows, shrinks] = [implies(before, after), implies(after, before)];
  if (grows && shrinks) return STILL;
  return grows ? UP : shrinks ? DOWN : BOTH;
}

/** Whether one condition can be seen to hold wherever another does. */
export function implies(given: Formula, wanted: Formula): boolean {
  if (printFormula(given) === printFormula(wanted)) return true;
  if (given.kind === 'any') return given.of.every((part) => implies(part, wanted));
  if (wanted.kind === 'all') return wanted.of.every((part) => implies(given, part));
  if (given.kind === 'not' && wanted.kind === 'not') return implies(wanted.operand, given.operand);
  if (given.kind === 'compare' && wanted.kind === 'compare' && comparisonImplies(given, wanted)) return true;
  if (given.kind === 'in' && wanted.kind === 'in' && choiceImplies(given, wanted)) return true;
  if (given.kind === 'all' && given.of.some((part) => implies(part, wanted))) return true;
  if (wanted.kind === 'any' && wanted.of.some((part) => implies(given, part))) return true;
  return countImplies(given, wanted);
}

type Compare = Extract<Formula, { kind: 'compare' }>;
type In = Extract<Formula, { kind: 'in' }>;

function choiceImplies(given: In, wanted: In): boolean {
  const allowed = new Set(wanted.values.map(({ name }) => name));
  return (
    printFormula(given.operand) === printFormula(wanted.operand) && given.values.every(({ name }) => allowed.has(name))
  );
}

/** So many of these parts: all and any are of the same kind. */
interface Count {
  readonly least: number;
  readonly of: readonly Formula[];
}

function countOf(formula: Formula): Count | null {
  switch (formula.kind) {
    case 'all':
      return { least: formula.of.length, of: formula.of };
    case 'any':
      return { least: 1, of: formula.of };
    case 'at_least':
      return { least: formula.count, of: formula.of };
    default:
      return null;
  }
}

/** At least so many parts hold; each stands for a part of its own of the other count, but for those that are left out. */
function countImplies(given: Formula, wanted: Formula): boolean {
  const [from, to] = [countOf(given), countOf(wanted)];
  if (from === null || to === null) return false;
  const free = new Set(to.of);
  let lost = 0;
  for (const part of from.of) {
    const match = [...free].find((other) => implies(part, other));
    if (match === undefined) lost += 1;
    else free.delete(match);
  }
  return from.least - lost >= to.least;
}

/** A number held against a line that is known. */
interface Line {
  readonly of: string;
  readonly operator: Comparison;
  readonly at: Rational;
}

function comparisonImplies(given: Compare, wanted: Compare): boolean {
  const [from, to] = [lineOf(given), lineOf(wanted)];
  return from !== null && to !== null && from.of === to.of && lineImplies(from, to);
}

function lineOf({ operator, left, right }: Compare): Line | null {
  const [low, high] = [constantOf(left), constantOf(right)];
  if (high !== null && low === null) return { of: sided(left, right), operator, at: high };
  if (low !== null && high === null) return { of: sided(right, left), operator: mirroredOf(operator), at: low };
  return null;
}

/** Points are held against a share or a number of points: the two are not to be mixed up. */
function sided(of: Formula, line: Formula): string {
  return line.kind === 'number' && line.percent ? `${printFormula(of)} %` : printFormula(of);
}

function lineImplies(from: Line, to: Line): boolean {
  const side = compare(from.at, to.at);
  switch (to.operator) {
    case '<':
      return from.operator === '<' ? side <= 0 : (from.operator === '<=' || from.operator === '==') && side < 0;
    case '<=':
      return (from.operator === '<' || from.operator === '<=' || from.operator === '==') && side <= 0;
    case '>':
      return from.operator === '>' ? side >= 0 : (from.operator === '>=' || from.operator === '==') && side > 0;
    case '>=':
      return (from.operator === '>' || from.operator === '>=' || from.operator === '==') && side >= 0;
    case '==':
      return from.operator === '==' && side === 0;
    case '!=':
      return excludes(from, side);
  }
}

/** Whether a value beside the line of the other condition is ruled out. */
function excludes({ operator }: Line, side: -1 | 0 | 1): boolean {
  switch (operator) {
    case '<':
      return side <= 0;
    case '<=':
      return side < 0;
    case '>':
      return side >= 0;
    case '>=':
      return side > 0;
    case '==':
      return side !== 0;
    case '!=':
      return side === 0;
  }
}

/** The value of a formula without names; `null` when it has some. */
export function constantOf(formula: Formula): Rational | null {
  switch (formula.kind) {
    case 'number':
      return formula.value;
    case 'negate': {
      const value = constantOf(formula.operand);
      return value === null ? null : negate(value);
    }
    case 'arithmetic': {
      const [left, right] = [constantOf(formula.left), constantOf(formula.right)];
      return left === null || right === null ? null : calculate(formula.operator, left, right);
    }
    default:
      return null;
  }
}

function calculate(operator: '+' | '-' | '*' | '/', left: Rational, right: Rational): Rational | null {
  switch (operator) {
    case '+':
      return add(left, right);
    case '-':
      return subtract(left, right);
    case '*':
      return multiply(left, right);
    case '/':
      return compare(right, ZERO) === 0 ? null : divide(left, right);
  }
}

/** Whether two conditions differ in nothing but numbers and the signs of comparisons: a line was shifted. */
export function isSameShape(before: Formula, after: Formula): boolean {
  return shapeOf(before) === shapeOf(after);
}

function shapeOf(formula: Formula): string {
  switch (formula.kind) {
    case 'number':
      return '#';
    case 'name':
      return formula.name;
    case 'negate':
    case 'not':
      return `${formula.kind} (${shapeOf(formula.operand)})`;
    case 'in':
      return printFormula(formula);
    case 'arithmetic':
      return `(${shapeOf(formula.left)} ${formula.operator} ${shapeOf(formula.right)})`;
    case 'compare':
      return `(${shapeOf(formula.left)} ? ${shapeOf(formula.right)})`;
    case 'call':
      return `${formula.name}(${formula.args.map(shapeOf).join(', ')})`;
    case 'at_least':
      return `at_least(${[formula.count, ...formula.of.map(shapeOf)].join(', ')})`;
    case 'all':
    case 'any':
      return `${formula.kind}(${formula.of.map(shapeOf).join(', ')})`;
  }
}
