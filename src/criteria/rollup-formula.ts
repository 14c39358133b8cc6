import type { Formula } from '../formula/index.ts';
import type { Indicator } from './criteria-set.ts';

/** How a figure is made from the units below; `share` is kept as two counts, so that it stays an exact ratio. */
export type RollupFunction = 'sum' | 'min' | 'max' | 'count' | 'share' | 'any' | 'all';

/** A roll-up read from its formula. */
export interface Rollup {
  readonly function: RollupFunction;
  /** A number for sum, min and max; else a condition. */
  readonly of: Formula;
  /** Of a sum: which units below count, all of them where it is `null`. */
  readonly where: Formula | null;
}

/** What a roll-up asks of the units below. */
export function rollupFormulas({ of, where }: Rollup): readonly Formula[] {
  return where === null ? [of] : [of, where];
}

/** The two counts of a share: how many units below satisfy it, and how many there are. */
export function shareColumns(id: string): { readonly count: string; readonly units: string } {
  return { count: `${id}#count`, units: `${id}#units` };
}

/** The share that a column is one of the two counts of; `null` of any other column. */
export function shareOfColumn(column: string): { readonly id: string; readonly part: 'count' | 'units' } | null {
  const [id = '', part] = column.split('#');
  return part === 'count' || part === 'units' ? { id, part } : null;
}

/** The roll-up of an indicator, `null` when it has none or its formula is none. */
export function rollupOf({ rollup }: Indicator): Rollup | null {
  if (rollup?.kind !== 'call') return null;
  const name = asFunction(rollup.name);
  const [of, where = null, ...others] = rollup.args;
  const isOdd = others.length > 0 || (where !== null && name !== 'sum');
  return name === null || of === undefined || isOdd ? null : { function: name, of, where };
}

function asFunction(name: string): RollupFunction | null {
  switch (name) {
    case 'sum':
    case 'min':
    case 'max':
    case 'count':
    case 'share':
    case 'any':
    case 'all':
      return name;
    default:
      return null;
  }
}
