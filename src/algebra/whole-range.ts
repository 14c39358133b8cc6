/** The whole numbers from `from` to `to`; `null` is no end. */
export interface WholeRange {
  readonly from: bigint | null;
  readonly to: bigint | null;
}

/** The number of a range that is nearest to zero. */
export function nearestToZero({ from, to }: WholeRange): bigint {
  if (from !== null && from > 0n) return from;
  return to !== null && to < 0n ? to : 0n;
}

/** The lesser of two ends; one that is missing does not count. */
export function least(a: bigint | null, b: bigint): bigint;
export function least(a: bigint | null, b: bigint | null): bigint | null;
export function least(a: bigint | null, b: bigint | null): bigint | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** The greater of two ends; one that is missing does not count. */
export function greatest(a: bigint | null, b: bigint): bigint;
export function greatest(a: bigint | null, b: bigint | null): bigint | null;
export function greatest(a: bigint | null, b: bigint | null): bigint | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
