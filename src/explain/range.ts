import type { Assessments } from '../assess/index.ts';
import { type Formula, numberAt, observe, valueOfObserved } from '../formula/index.ts';
import { add, divide, equal, type Rational } from '../number/index.ts';

/** What a number that is not known exactly lies between. */
export interface Range {
  readonly min: Rational;
  readonly max: Rational;
}

/** The bounds of a figure, of a sum of figures or of its share of an exact number; `null` for what has no bounds. */
export function rangeOf(assessments: Assessments, formula: Formula, row: number): Range | null {
  const { program, dataset } = assessments;
  const inner = (part: Formula): Range | null => rangeOf(assessments, part, row);
  const exact = observe(formula, program.scope, (name) => {
    const column = dataset.columns.get(name);
    return column?.kind === 'number' ? numberAt(column, row) : null;
  });
  if (typeof exact !== 'string') {
    const value = valueOfObserved(exact);
    return { min: value, max: value };
  }
  if (formula.kind === 'name') {
    const meaning = program.scope.lookup(formula.name);
    if (meaning?.kind === 'measure') return inner(meaning.formula);
    const bounds = dataset.bounds?.get(formula.name)?.get(row);
    return bounds === undefined || bounds.min === null || bounds.max === null
      ? null
      : { min: bounds.min, max: bounds.max };
  }
  if (formula.kind !== 'arithmetic') return null;
  const [left, right] = [inner(formula.left), inner(formula.right)];
  if (left === null || right === null) return null;
  if (formula.operator === '+') return { min: add(left.min, right.min), max: add(left.max, right.max) };
  const isShare = formula.operator === '/' && equal(right.min, right.max) && right.min.num > 0n;
  return isShare ? { min: divide(left.min, right.min), max: divide(left.max, right.min) } : null;
}
