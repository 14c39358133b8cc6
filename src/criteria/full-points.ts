import type { Formula } from '../formula/index.ts';
import { compare, ZERO } from '../number/index.ts';
import type { Criterion, Step } from './criteria-set.ts';

/**
 * The condition under which a criterion is met: its test, or that it earns all its points; a group is met with all parts.
 *
 * @example bands of `treated / addicts` from 95 % on // treated / addicts >= 95%
 */
export function fullPoints({ rule, at }: Criterion): Formula {
  switch (rule.kind) {
    case 'test':
      return rule.test;
    case 'bands':
      return reaches(rule.on, rule.bands[0], '>=', at);
    case 'scale': {
      const [first] = rule.steps;
      const last = rule.steps.at(-1);
      const isRising = first !== undefined && last !== undefined && compare(first.points, last.points) <= 0;
      return isRising ? reaches(rule.on, last, '>=', at) : reaches(rule.on, first, '<=', at);
    }
    case 'deduct':
      return reaches(rule.per, { at: ZERO, percent: false, points: ZERO }, '<=', at);
    case 'group':
      return { kind: 'all', of: rule.parts.map((name) => ({ kind: 'name', name, at })), at };
  }
}

/** A number compared with the value of a step. */
export function reaches(on: Formula, step: Step | undefined, operator: '>=' | '<=', at: Criterion['at']): Formula {
  const right: Formula = { kind: 'number', value: step?.at ?? ZERO, percent: step?.percent ?? false, at: on.at };
  return { kind: 'compare', operator, left: on, right, at };
}
