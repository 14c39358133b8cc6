/** Unites numbers that stand in one group: the answer tells of each the least of those it hangs together with. */
export function united(count: number, groups: readonly (readonly number[])[]): (number: number) => number {
  const parents = Array.from({ length: count }, (_, number) => number);
  const find = (number: number): number => {
    let at = number;
    for (let up = parents[at]; up !== undefined && up !== at; up = parents[at]) at = up;
    return at;
  };
  for (const [first, ...others] of groups) {
    if (first === undefined) continue;
    for (const other of others) {
      const [one, two] = [find(first), find(other)];
      parents[Math.max(one, two)] = Math.min(one, two);
    }
  }
  return find;
}
