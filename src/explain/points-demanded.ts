import type { Program } from '../assess/index.ts';
import { type Condition, type Gate, partsOf } from '../formula/index.ts';
import { compare } from '../number/index.ts';

/** Points of the whole sheet that a goal cannot be reached without. */
export type Demand = Pick<Gate, 'bound' | 'share'>;

/**
 * The points that every class of a goal asks for, the least of them where they ask for different ones.
 *
 * @param goal Places of classes in the set.
 * @returns `null` where one asks for none, where they are not held against the same, or where more points could do harm.
 */
export function pointsDemanded({ classes, questions, sheet }: Program, goal: ReadonlySet<number>): Demand | null {
  const last = Math.max(...goal);
  const before = classes.slice(0, last + 1);
  const asks = (place: number): boolean => goal.has(place);
  if (sheet?.model !== 'points') return null;
  if (!before.every((condition, place) => (asks(place) ? isRising(condition) : !hasGate(condition)))) return null;
  const demands = [...goal].map((place) => strictest(classes[place]));
  const [first, ...others] = demands;
  return others.reduce<Demand | null>((weakest, own) => {
    if (weakest === null || own === null || weakest.share !== own.share) return null;
    return compare(own.bound, weakest.bound) < 0 ? own : weakest;
  }, first ?? null);

  function hasGate(condition: Condition): boolean {
    return condition.kind === 'gate' || partsOf(condition).some(hasGate);
  }

  /** Whether more points never break a condition. */
  function isRising(condition: Condition): boolean {
    switch (condition.kind) {
      case 'gate': {
        const operator = questions.gates[condition.gate]?.operator;
        return operator === '>=' || operator === '>';
      }
      case 'all':
      case 'any':
      case 'at_least':
        return condition.of.every(isRising);
      default:
        return !hasGate(condition);
    }
  }

  /** The most points that a condition does not hold without. */
  function strictest(condition: Condition | undefined): Demand | null {
    if (condition?.kind === 'gate') {
      const gate = questions.gates[condition.gate];
      return gate?.of === null ? gate : null;
    }
    if (condition?.kind !== 'all') return null;
    return condition.of.reduce<Demand | null>((most, part) => {
      const own = strictest(part);
      return most === null || (own !== null && own.share === most.share && compare(own.bound, most.bound) > 0)
        ? own
        : most;
    }, null);
  }
}
