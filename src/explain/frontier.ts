import { type Answer, type Branch, isChange, type Moving } from './branch.ts';
import type { Costs } from './costs.ts';
import { type Cheapest, costAtStart, type Region } from './region.ts';

/** A branch whose turn has come: no branch that waits holds anything cheaper than its `cost`. */
export interface Reached extends Branch {
  readonly cost: bigint;
  /** Its cheapest steps; `null` where only their cost could be bounded. */
  readonly steps: Cheapest['steps'];
}

/** The branches that wait, by the least they can cost. */
export interface Frontier {
  /** @param atLeast What the branch costs at least, as far as its origin tells. */
  readonly add: (branch: Branch, atLeast: bigint) => void;
  readonly next: () => Reached | null;
}

interface Waiting extends Branch {
  /** A bound below its cost; once `price` stands, its cost. */
  readonly bound: bigint;
  readonly price: Cheapest | null;
}

/** Makes an empty frontier. What a branch costs exactly is worked out only when its turn comes. */
export function createFrontier(priceOf: (region: Region) => Cheapest | null, costs: Costs, moving: Moving): Frontier {
  const waiting: Waiting[] = [];
  const costOfAnswers = (answers: readonly Answer[]): bigint =>
    answers.reduce((sum, answer) => (isChange(answer, moving) ? sum + costs.ofUnit : sum), 0n);

  function enqueue(branch: Waiting): void {
    // Of branches with the same bound, the latest is nearest its end.
    const place = waiting.findIndex((other) => branch.bound <= other.bound);
    waiting.splice(place < 0 ? waiting.length : place, 0, branch);
  }

  /** `null` where no steps are left. */
  function priced(branch: Waiting): Waiting | null {
    const price = priceOf(branch.region);
    return price === null
      ? null
      : { ...branch, price, bound: greater(price.cost + costOfAnswers(branch.answers), branch.bound) };
  }

  return {
    add({ answers, region }, atLeast) {
      const atStart = costAtStart(region, costs.ofStep) + costOfAnswers(answers);
      enqueue({ answers, region, bound: greater(atStart, atLeast), price: null });
    },
    next() {
      for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) {
        const branch = first.price === null ? priced(first) : first;
        if (branch === null) continue;
        if (branch.bound <= (waiting[0]?.bound ?? branch.bound)) {
          return {
            answers: branch.answers,
            region: branch.region,
            cost: branch.bound,
            steps: branch.price?.steps ?? null,
          };
        }
        enqueue(branch);
      }
      return null;
    },
  };
}

function greater(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}
