import type { CriteriaSet } from '../criteria/index.ts';
import type { ClassEffect, Direction, Pair, Sets } from './change.ts';
import { type Polarity, polarityOf } from './polarity.ts';
import type { Quantity } from './uses.ts';
import { BOTH, DOWN, join, type Sign, STILL, times, UP } from './sign.ts';

/** What a change does to something that classes hang on. */
export type Effect =
  /** The quantity grows or shrinks; `null` on the side where there is no such thing. */
  | { readonly before: Quantity | null; readonly after: Quantity | null; readonly way: Sign }
  /** Units come out better or worse whatever the classes ask. */
  | { readonly way: Sign };

/** What effects come to for the units. */
export interface Outcome {
  readonly direction: Direction;
  readonly classes: readonly ClassEffect[];
}

/** Judges effects by the way in which the classes of both sets hang on what they change. */
export function createJudge(sets: Sets): (effects: readonly Effect[]) => Outcome {
  const polarities: Pair<Polarity> = { base: polarityOf(sets.base), revision: polarityOf(sets.revision) };
  return (effects) => {
    const classes = new Map<string, Sign>();
    let direct: Sign = STILL;
    let order: Sign = STILL;
    for (const effect of effects) {
      if (!('before' in effect)) {
        direct = join(direct, effect.way);
        continue;
      }
      for (const side of ['base', 'revision'] as const) {
        const quantity = side === 'base' ? effect.before : effect.after;
        if (quantity === null) continue;
        direct = join(direct, onClasses(sets[side], polarities[side], quantity, effect.way, classes));
        order = join(order, times(polarities[side].ofRank(quantity), effect.way));
      }
    }
    // Points that only order the units still put them further up or down, in a class that may be another.
    return { direction: directionOf(join(direct, order)), classes: classEffects(classes) };
  };
}

function onClasses(
  set: CriteriaSet,
  polarity: Polarity,
  quantity: Quantity,
  way: Sign,
  classes: Map<string, Sign>,
): Sign {
  let sign: Sign = STILL;
  for (const id of set.classes.keys()) {
    const own = times(polarity.ofClass(id, quantity), way);
    if (own === STILL) continue;
    classes.set(id, join(classes.get(id) ?? STILL, own));
    sign = join(sign, times(own, polarity.meritOfClass(id)));
  }
  return sign;
}

/** Signs of conditions as effects. */
export function classEffects(classes: Iterable<readonly [string, Sign]>): readonly ClassEffect[] {
  return [...classes].map(([id, sign]) => ({
    class: id,
    effect: sign === UP ? 'wider' : sign === DOWN ? 'narrower' : 'either',
  }));
}

/** More units in better classes is looser. */
export function directionOf(sign: Sign): Direction {
  if (sign === STILL) return 'none';
  if (sign === UP) return 'looser';
  return sign === DOWN ? 'stricter' : 'either';
}

/** The way that a direction stands for. */
export function signOfDirection(direction: Direction): Sign {
  if (direction === 'none') return STILL;
  return direction === 'either' ? BOTH : direction === 'looser' ? UP : DOWN;
}

/** The way that the effect on a condition stands for. */
export function signOfEffect(effect: ClassEffect['effect']): Sign {
  return effect === 'either' ? BOTH : effect === 'wider' ? UP : DOWN;
}
