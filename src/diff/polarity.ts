import { type CriteriaSet, meritOf } from '../criteria/index.ts';
import { BOTH, DOWN, join, type Sign, STILL, UP } from './sign.ts';
import { createUses, type Quantity } from './uses.ts';

/** How each class hangs on each quantity. */
export interface Polarity {
  /** Which way the condition of a class goes when the quantity grows. */
  readonly ofClass: (id: string, quantity: Quantity) => Sign;
  /** Which way the score goes; `STILL` when no order of units looks at it. */
  readonly ofRank: (quantity: Quantity) => Sign;
  /** Whether a unit that comes to fall under a class is better or worse off than in the classes tried after it. */
  readonly meritOfClass: (id: string) => Sign;
}

/** Works out which way the classes of a set go with everything they hang on: through criteria, groups, points and measures. */
export function polarityOf(set: CriteriaSet): Polarity {
  const byClass = new Map(
    [...set.classes.values()].map(({ id, when }) => {
      const uses = createUses(set);
      if (when !== null) uses.followCondition(when, UP);
      return [id, uses] as const;
    }),
  );
  const ranked = createUses(set);
  for (const key of set.rank) if (key.by === 'score') ranked.followScore(key.order === 'high' ? UP : DOWN, false);
  return {
    ofClass: (id, quantity) => {
      if (quantity.kind === 'class') return quantity.class === id ? UP : STILL;
      return byClass.get(id)?.wayOf(quantity) ?? STILL;
    },
    ofRank: ranked.wayOf,
    meritOfClass: (id) => meritOfClass(set, id),
  };
}

/**
 * Whether a unit that comes to fall under a class is better or worse off than in the classes tried after it. A certificate
 * outweighs the order of merit: where the two disagree, nothing can be said; nor of a unit that would be in no
 * class, unless this one certifies.
 */
export function meritOfClass(set: CriteriaSet, id: string): Sign {
  const classes = [...set.classes.values()];
  const merit = meritOf(set);
  const place = classes.findIndex((own) => own.id === id);
  const isLast = !classes.slice(place).some(({ when }) => when === null);
  let sign: Sign = isLast ? (classes[place]?.certifies === true ? UP : BOTH) : STILL;
  for (const [index, later] of classes.entries()) {
    if (index <= place || classes[place] === undefined) continue;
    const own = (merit[place] ?? 0) < (merit[index] ?? 0) ? UP : DOWN;
    sign = join(sign, own);
    if (later.certifies !== classes[place].certifies) sign = join(sign, classes[place].certifies ? UP : DOWN);
  }
  return sign;
}
