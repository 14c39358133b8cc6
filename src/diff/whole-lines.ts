import { type CriteriaSet, isWhole } from '../criteria/index.ts';
import { type Comparison, type Formula, mirroredOf } from '../formula/index.ts';
import type { Position } from '../messages/index.ts';
import { ceilDivide, floorDivide, type Rational, rational } from '../number/index.ts';
import type { Pair } from './change.ts';
import { constantOf } from './implication.ts';
import { isNeverNegative } from './number-signs.ts';

/*
 * Over whole numbers, more than 1 and 2 or more are the same line. Written in one way only, lines that are the same can be
 * seen to be.
 */

/** A condition with every line that a whole number is held against written as `>=` or `<=` a whole number. */
export function withWholeLines(formula: Formula, sets: Pair<CriteriaSet>): Formula {
  const inside = (part: Formula): Formula => withWholeLines(part, sets);
  switch (formula.kind) {
    case 'compare':
      return wholeLine(formula, sets) ?? bothSides(formula, sets) ?? formula;
    case 'not':
      return { ...formula, operand: inside(formula.operand) };
    case 'all':
    case 'any':
    case 'at_least':
      return { ...formula, of: formula.of.map(inside) };
    default:
      return formula;
  }
}

/** On a line is neither above nor below it, and beside it is one of the two: written so, lines of each kind can be compared. */
function bothSides(formula: Compare, sets: Pair<CriteriaSet>): Formula | null {
  const { operator, left, right, at } = formula;
  if ((operator !== '==' && operator !== '!=') || (constantOf(left) === null) === (constantOf(right) === null))
    return null;
  const [low, high] = operator === '==' ? (['>=', '<='] as const) : (['<', '>'] as const);
  const of = [low, high].map((side) => withWholeLines({ ...formula, operator: side }, sets));
  return { kind: operator === '==' ? 'all' : 'any', of, at };
}

type Compare = Extract<Formula, { kind: 'compare' }>;

function wholeLine({ operator, left, right, at }: Compare, sets: Pair<CriteriaSet>): Formula | null {
  const [low, high] = [constantOf(left), constantOf(right)];
  if (high !== null && low === null) return settled({ of: left, operator, line: high, at }, sets);
  return low !== null && high === null
    ? settled({ of: right, operator: mirroredOf(operator), line: low, at }, sets)
    : null;
}

/** A number held against a line. */
interface Held {
  readonly of: Formula;
  readonly operator: Comparison;
  readonly line: Rational;
  readonly at: Position;
}

function settled({ of, operator, line, at }: Held, { base, revision }: Pair<CriteriaSet>): Formula | null {
  if (!isWhole(of, base) || !isWhole(of, revision)) return null;
  const own = settledLine(operator, line, isNeverNegative(of, base) && isNeverNegative(of, revision));
  if (own === null) return null;
  const right = { kind: 'number', value: rational(own.at), percent: false, at } as const;
  return { kind: 'compare', operator: own.operator, left: of, right, at };
}

interface Line {
  readonly operator: Comparison;
  readonly at: bigint;
}

function settledLine(operator: Comparison, { num, den }: Rational, isNatural: boolean): Line | null {
  switch (operator) {
    case '>':
      return { operator: '>=', at: floorDivide(num, den) + 1n };
    case '>=':
      return { operator: '>=', at: ceilDivide(num, den) };
    case '<':
      return { operator: '<=', at: ceilDivide(num, den) - 1n };
    case '<=':
      return { operator: '<=', at: floorDivide(num, den) };
    case '==':
      return isNatural && num === 0n ? { operator: '<=', at: 0n } : null;
    case '!=':
      return isNatural && num === 0n ? { operator: '>=', at: 1n } : null;
  }
}
