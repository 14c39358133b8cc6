import { compile } from '../assess/index.ts';
import type { CriteriaSet } from '../criteria/index.ts';
import { createPairProver } from '../prove/index.ts';
import type { Sets, Subject } from './change.ts';
import { rankOfCommon } from './set-sections.ts';
import { rankText } from './shown.ts';
import { polarityOf } from './polarity.ts';
import type { Quantity } from './uses.ts';
import { DOWN, join, type Sign, STILL, UP } from './sign.ts';

/**
 * Which way units go in the order that points give them, over all possible data; `null` where that is not proved.
 *
 * @param sets The base, and the base with one change made.
 * @param subject What the change is about.
 */
export function provedOrder(sets: Sets, subject: Subject): Sign | null {
  // Another order is no matter of points.
  if (rankText(rankOfCommon(sets.base, sets)) !== rankText(rankOfCommon(sets.revision, sets))) return null;
  if (![sets.base, sets.revision].some((set) => isOrderedBy(set, subject))) return STILL;
  const counted = new Set(countedIn(sets.base));
  // Points are sums of many parts: seldom can it be proved which way they go. Nor do criteria that stay as they are say
  // anything of the points where others are counted.
  if (counted.size === 0 || !hasSame(counted, countedIn(sets.revision))) return null;
  const prover = createPairProver(compile(sets.base).program, compile(sets.revision).program);
  let way: Sign = STILL;
  for (const id of counted) {
    const proof = prover.criterion(id);
    if (proof === null || proof.direction === 'unproved') return null;
    if (proof.losing.kind === 'yes') way = join(way, DOWN);
    if (proof.gaining.kind === 'yes') way = join(way, UP);
  }
  return way;
}

function countedIn({ score }: CriteriaSet): readonly string[] {
  return score?.model === 'count' ? score.of : [];
}

function hasSame(counted: ReadonlySet<string>, others: readonly string[]): boolean {
  return counted.size === new Set(others).size && others.every((id) => counted.has(id));
}

/** Whether the order of units can hang on something. */
function isOrderedBy(set: CriteriaSet, { kind, ids }: Subject): boolean {
  if (kind === 'class') return false;
  const { ofRank } = polarityOf(set);
  if (ids.length === 0) return ofRank({ kind: 'score' }) !== STILL;
  const quantities = ids.flatMap((id): readonly Quantity[] =>
    kind === 'criterion'
      ? [
          { kind: 'state', criterion: id },
          { kind: 'points', criterion: id },
          { kind: 'available', criterion: id },
        ]
      : [{ kind: 'number', name: id }],
  );
  return quantities.some((quantity) => ofRank(quantity) !== STILL);
}
