import { type Requirement, solve, valueMeeting } from '../algebra/index.ts';
import { add, type Rational, ZERO } from '../number/index.ts';
import type { Given, Outlook } from './answers.ts';
import type { Interval } from './earned.ts';
import type { OpenPart } from './open-parts.ts';
import type { Point } from './point.ts';
import type { OfCriterion } from './known-unit.ts';

/** Values of the missing cells of a part. */
export interface Filling {
  readonly point: Point;
  /** What its criteria earn together, and what they could. */
  readonly earned: Rational;
  readonly available: Rational;
}

/**
 * Values of all missing cells of a part that give some answers, and meet some requirements beside.
 *
 * @param end Which end of what the criteria may earn is earned.
 */
export function fillingOf(
  { variables }: OpenPart,
  { requirements, bytes }: Given,
  beside: readonly Requirement[],
  criteria: readonly OfCriterion[],
  end: keyof Interval,
  { program, domainOf }: Outlook,
): Filling | 'no' | 'maybe' {
  const solution = solve([...requirements, ...beside], domainOf);
  if (solution.kind !== 'yes') return solution.kind;
  const isByte = (variable: number): boolean => {
    const type = program.questions.variables[variable]?.indicator.type;
    return type === 'choice' || type === 'boolean';
  };
  const numbers = new Map<number, Rational>();
  for (const variable of variables.filter((own) => !isByte(own))) {
    const value = solution.values.get(variable) ?? valueMeeting([], domainOf(variable));
    if (value === null) return 'no';
    numbers.set(variable, value);
  }
  const places = variables.filter(isByte).map((variable) => [variable, bytes.get(variable) ?? 0] as const);
  return {
    point: { numbers, bytes: new Map(places) },
    earned: sumOf(
      criteria.map((own) => own.earned?.earned),
      end,
    ),
    available: sumOf(
      criteria.map((own) => own.earned?.available),
      'most',
    ),
  };
}

function sumOf(intervals: readonly (Interval | undefined)[], end: keyof Interval): Rational {
  return intervals.reduce((sum, own) => (own === undefined ? sum : add(sum, own[end])), ZERO);
}
