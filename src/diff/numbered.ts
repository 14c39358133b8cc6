/** Nodes that have no id, by what they say; of those that say the same, all but the first have a number. */
export function numbered<N>(nodes: readonly N[], keyOf: (node: N) => string): ReadonlyMap<string, N> {
  const counts = new Map<string, number>();
  return new Map(
    nodes.map((own) => {
      const key = keyOf(own);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return [count === 1 ? key : `${key} #${count}`, own] as const;
    }),
  );
}
