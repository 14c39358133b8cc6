import { type Domain, type Polynomial, reachWithin, scale, substitute } from '../algebra/index.ts';
import { type Cells, type Program, rulesOf } from '../assess/index.ts';
import { type Condition, mirrored, POSITIVE, ZERO_SIGN } from '../formula/index.ts';
import { divide, floorDivide, integer, min, negate, ONE, type Rational, rational, subtract } from '../number/index.ts';

/** A polynomial in a figure and others that sound data never has above zero, nor at zero where it is to be less. */
interface Limit {
  readonly polynomial: Polynomial;
  readonly isStrict: boolean;
}

/**
 * The highest that a missing figure can be in sound data, where the data checks say so of it with the figures that are
 * known: a part is no more than the whole leaves it. `null` where they set no end.
 */
export function soundHighest(program: Program, cells: Cells, variable: number): Rational | null {
  const domainOf = (own: number): Domain =>
    program.questions.variables[own]?.domain ?? { whole: false, min: null, max: null };
  const { whole } = domainOf(variable);
  const ends = rulesOf(program)
    .flatMap((rule) => limitsIn(rule, program))
    .flatMap(({ polynomial, isStrict }): readonly Rational[] => {
      const known = substitute(polynomial, cells.number);
      const [own, second] = known.filter(({ variables }) => variables.includes(variable));
      if (own === undefined || second !== undefined || own.variables.length > 1 || own.coefficient < 0n) return [];
      const rest = known.filter((term) => term !== own);
      const { least } = reachWithin(rest, domainOf);
      // What comes ever nearer to a line has no end.
      if (least === null || (isStrict && !whole)) return [];
      const end = divide(negate(least), rational(own.coefficient));
      return [whole ? lastWhole(end, isStrict) : end];
    });
  return ends.length === 0 ? null : ends.reduce(min);
}

/** The last whole number up to an end, or before it. */
function lastWhole(end: Rational, isStrict: boolean): Rational {
  const last = integer(floorDivide(end.num, end.den));
  return isStrict && end.den === 1n ? subtract(last, ONE) : last;
}

/** The limits that a rule sets outright; what holds only beside something else sets none. */
function limitsIn(rule: Condition, program: Program): readonly Limit[] {
  if (rule.kind === 'all') return rule.of.flatMap((part) => limitsIn(part, program));
  const polynomial = rule.kind === 'sign' ? program.questions.polynomials[rule.question] : undefined;
  if (rule.kind !== 'sign' || polynomial === undefined) return [];
  const sides = [
    { polynomial, accept: rule.accept },
    { polynomial: scale(polynomial, -1n), accept: mirrored(rule.accept) },
  ];
  return sides
    .filter(({ accept }) => (accept & POSITIVE) === 0)
    .map((side) => ({ polynomial: side.polynomial, isStrict: (side.accept & ZERO_SIGN) === 0 }));
}
