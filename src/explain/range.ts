import { type Assessments, boundsInRow, boundsWithin, compilerOf, type Program } from '../assess/index.ts';
import { type Condition, type Formula, type NumberBounds, numberBounds, rememberedOfPair } from '../formula/index.ts';
import { max, type Rational, ZERO } from '../number/index.ts';

/** What a number that is not known exactly lies between; `null` is no bound, and one of them there is. */
export interface Range {
  readonly min: Rational | null;
  readonly max: Rational | null;
}

/**
 * What a number lies between though figures of it are missing; `null` where that says nothing.
 *
 * @param isDecided Whether a comparison of it is decided all the same: then what the set declares of the missing figures
 *   counts as well, and a bound on one side alone. Else only what the data says of them.
 */
export function rangeOf(assessments: Assessments, formula: Formula, row: number, isDecided: boolean): Range | null {
  const { program, dataset } = assessments;
  const sound = (found: NumberBounds): Range | null => withinChecks(rangeWithin(found), program, formula);
  const byData = numberBounds(formula, program.scope, boundsInRow(dataset, row));
  if (!byData.mayBeUndefined && byData.least !== null && byData.most !== null) return sound(byData);
  return isDecided ? sound(numberBounds(formula, program.scope, boundsWithin(dataset, program.set, row))) : null;
}

/** A range without what lies below zero, where a data check rules that out: parts do not come to more than their whole. */
function withinChecks(range: Range | null, program: Program, formula: Formula): Range | null {
  if (range === null || range.min === null || range.min.num >= 0n || (range.max !== null && range.max.num < 0n))
    return range;
  return isNotNegative(program, formula) ? { ...range, min: max(range.min, ZERO) } : range;
}

/** Whether a check that is an error says of the same difference that it is not below zero. */
const isNotNegative = rememberedOfPair(({ set, scope }: Program, formula: Formula): boolean => {
  const compiler = compilerOf(set, scope);
  const own = compiler.condition({
    kind: 'compare',
    operator: '>=',
    left: formula,
    right: { kind: 'number', value: ZERO, percent: false, at: formula.at },
    at: formula.at,
  });
  return set.checks.some(({ rule, severity }) => severity === 'error' && implies(compiler.condition(rule), own));
});

function implies(one: Condition, other: Condition): boolean {
  if (one.kind !== 'sign' || other.kind !== 'sign' || one.question !== other.question) return false;
  return (one.accept & ~other.accept) === 0;
}

function rangeWithin({ least, most, mayBeUndefined }: NumberBounds): Range | null {
  return mayBeUndefined || (least === null && most === null) ? null : { min: least, max: most };
}
