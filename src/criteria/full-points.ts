import type { Formula } from '../formula/index.ts';
import type { Position } from '../messages/index.ts';
import { equal, type Rational, ZERO } from '../number/index.ts';
import type { Criterion, Rule, Step } from './criteria-set.ts';

/**
 * The condition under which a criterion is met: its test, or that it earns all its points; a group is met with all its
 * parts that are no bonus.
 *
 * @example bands of `treated / addicts` from 95 % on // treated / addicts >= 95%
 */
export function fullPoints({ rule, points, at }: Criterion): Formula {
  switch (rule.kind) {
    case 'test':
      return rule.test;
    case 'bands':
      return bandsInFull(rule, points, at);
    case 'scale':
      return scaleInFull(rule, points, at);
    case 'deduct':
      return reaches(rule.per, { at: ZERO, percent: false, points: ZERO }, '<=', at);
    case 'group':
      return groupInFull(askedInFull(rule), at);
  }
}

/** The parts that a group is met with. */
export function askedInFull({ required, parts }: Extract<Rule, { kind: 'group' }>): readonly string[] {
  return required.length > 0 ? required : parts;
}

/** From the lowest band with all the points on, and below the band above them where the points fall again. */
function bandsInFull({ on, bands }: Extract<Rule, { kind: 'bands' }>, points: Rational | null, at: Position): Formula {
  const { first, last } = stepsInFull(bands, points);
  const from = reaches(on, bands[last], '>=', at);
  if (first === 0) return from;
  const above: Formula = { kind: 'not', operand: reaches(on, bands[first - 1], '>=', at), at };
  return { kind: 'all', of: [from, above], at };
}

function groupInFull(parts: readonly string[], at: Position): Formula {
  return { kind: 'all', of: parts.map((name) => ({ kind: 'name', name, at })), at };
}

/** From the first step with all the points on, or up to the last one: points run one way, and are level on either side. */
function scaleInFull({ on, steps }: Extract<Rule, { kind: 'scale' }>, points: Rational | null, at: Position): Formula {
  const { first, last } = stepsInFull(steps, points);
  const [from, to] = [reaches(on, steps[first], '>=', at), reaches(on, steps[last], '<=', at)];
  if (first > 0) return from;
  return last < steps.length - 1 ? to : { kind: 'any', of: [reaches(on, steps[0], '<=', at), from], at };
}

/** Where the steps with all the points begin and end; they stand side by side. */
function stepsInFull(
  steps: readonly Step[],
  points: Rational | null,
): { readonly first: number; readonly last: number } {
  const isFull = (step: Step): boolean => points !== null && equal(step.points, points);
  return { first: Math.max(0, steps.findIndex(isFull)), last: Math.max(0, steps.findLastIndex(isFull)) };
}

/** A number compared with the value of a step. */
export function reaches(on: Formula, step: Step | undefined, operator: '>=' | '<=', at: Criterion['at']): Formula {
  const right: Formula = { kind: 'number', value: step?.at ?? ZERO, percent: step?.percent ?? false, at: on.at };
  return { kind: 'compare', operator, left: on, right, at };
}
