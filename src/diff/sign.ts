/** Which way something goes: not at all, up, down, or both ways. Two bits, so that signs join and multiply exactly. */
export type Sign = 0 | 1 | 2 | 3;

export const STILL: Sign = 0;
export const UP: Sign = 1;
export const DOWN: Sign = 2;
export const BOTH: Sign = 3;

/** The way of a comparison: `UP` where what comes after is more. */
export function signOf(order: number): Sign {
  if (order === 0) return STILL;
  return order > 0 ? UP : DOWN;
}

/** Either of two ways, or both. */
export function join(a: Sign, b: Sign): Sign {
  return SIGNS[a | b] ?? BOTH;
}

/** What two ways have in common. */
export function common(a: Sign, b: Sign): Sign {
  return SIGNS[a & b] ?? STILL;
}

/** The way of what runs along with, or against, something else. */
export function times(a: Sign, b: Sign): Sign {
  if (a === STILL || b === STILL) return STILL;
  if (a === BOTH || b === BOTH) return BOTH;
  return a === b ? UP : DOWN;
}

/** The opposite way. */
export function opposite(a: Sign): Sign {
  return times(a, DOWN);
}

/** The join of many. */
export function joinAll(signs: Iterable<Sign>): Sign {
  let all: Sign = STILL;
  for (const sign of signs) all = join(all, sign);
  return all;
}

const SIGNS: readonly Sign[] = [STILL, UP, DOWN, BOTH];
