/** What can be chosen of a group: what it costs and what it gains, in whole numbers. */
export interface Choice {
  /** 0 or more. */
  readonly cost: number;
  readonly gain: number;
}

/** How a listing ended: by whoever looked, with all that there is, or because there is too much. */
export type Listing = 'stopped' | 'all' | 'too-much';

/** Costs up to here are looked at, and so many choices of the first groups. */
const MOST_COST = 20_000;
const MOST_PARTWAY = 50_000;
/** So much work on tables is done at most: choices of a group times costs. */
const MOST_WORK = 20_000_000;

/** Choices, the last first. */
type Chain<T> = { readonly choice: T; readonly before: Chain<T> } | null;

/** What is chosen of the groups before one. */
interface Partway<T> {
  readonly group: number;
  readonly cost: number;
  readonly gain: number;
  readonly chosen: Chain<T>;
}

/**
 * Lists how one choice can be taken from each group so that they gain enough together, cheapest first: the multiple-choice
 * knapsack problem (Kellerer, Pferschy and Pisinger, Knapsack Problems, 2004, chapter 11), by dynamic programming over costs
 * and best-first search along its tables.
 *
 * @param groups The choices of each group. A group without any leaves nothing to list.
 * @param enough What all must gain together.
 * @param look Is given the choices, one of each group in their order, and what they cost; `true` ends the listing.
 */
export function chooseInOrder<T extends Choice>(
  groups: readonly (readonly T[])[],
  enough: number,
  look: (chosen: readonly T[], cost: number) => boolean,
): Listing {
  const dearest = groups.reduce((sum, choices) => sum + Math.max(0, ...choices.map(({ cost }) => cost)), 0);
  for (let most = 32; ; most *= 2) {
    const limit = Math.min(most, dearest);
    if (limit > MOST_COST || limit * Math.max(0, ...groups.map((choices) => choices.length)) > MOST_WORK)
      return 'too-much';
    const tables = tablesOf(groups, limit);
    if (limit === dearest) return walk(groups, enough, tables, look);
    if ((tables[0]?.[limit] ?? 0) < enough) continue;
    return walk(groups, enough, tables, look) === 'stopped' ? 'stopped' : 'too-much';
  }
}

/** By group and cost, the most that this and the later groups gain together at no higher cost. */
function tablesOf(groups: readonly (readonly Choice[])[], limit: number): readonly Float64Array[] {
  const tables = [new Float64Array(limit + 1)];
  for (const choices of groups.toReversed()) {
    const [later = new Float64Array(0)] = tables;
    const table = new Float64Array(limit + 1).fill(-Infinity);
    for (const { cost, gain } of choices) {
      for (let at = cost; at <= limit; at += 1) {
        const together = gain + (later[at - cost] ?? -Infinity);
        if (together > (table[at] ?? -Infinity)) table[at] = together;
      }
    }
    tables.unshift(table);
  }
  return tables;
}

/** Takes up what can cost the least in all; of that, what has most groups behind it. */
function walk<T extends Choice>(
  groups: readonly (readonly T[])[],
  enough: number,
  tables: readonly Float64Array[],
  look: (chosen: readonly T[], cost: number) => boolean,
): Listing {
  const limit = (tables[0]?.length ?? 0) - 1;
  const waiting: Partway<T>[][] = Array.from({ length: limit + 1 }, () => []);
  const add = (partway: Partway<T>): void => {
    const least = firstAt(tables[partway.group] ?? new Float64Array(0), enough - partway.gain);
    if (least !== null) waiting[partway.cost + least]?.push(partway);
  };
  add({ group: 0, cost: 0, gain: 0, chosen: null });
  let left = MOST_PARTWAY;
  for (const [cost, level] of waiting.entries()) {
    for (let partway = level.pop(); partway !== undefined; partway = level.pop()) {
      if (left === 0) return 'too-much';
      left -= 1;
      if (partway.group < groups.length) further(groups[partway.group] ?? [], partway).forEach(add);
      else if (look(listed(partway.chosen), cost)) return 'stopped';
    }
  }
  return 'all';
}

/** With each choice of the next group; the last is taken up first: the cheapest. */
function further<T extends Choice>(choices: readonly T[], { group, cost, gain, chosen }: Partway<T>): Partway<T>[] {
  return choices.toReversed().map((choice) => ({
    group: group + 1,
    cost: cost + choice.cost,
    gain: gain + choice.gain,
    chosen: { choice, before: chosen },
  }));
}

/** The first place of a rising table that has enough; `null` where none has. */
function firstAt(table: Float64Array, enough: number): number | null {
  if (!((table.at(-1) ?? -Infinity) >= enough)) return null;
  let [from, to] = [0, table.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((table[middle] ?? -Infinity) >= enough) to = middle;
    else from = middle + 1;
  }
  return from;
}

function listed<T>(chain: Chain<T>): readonly T[] {
  const choices: T[] = [];
  for (let at = chain; at !== null; at = at.before) choices.unshift(at.choice);
  return choices;
}
