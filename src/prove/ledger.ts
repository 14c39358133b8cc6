import { type Balance, together } from './closing.ts';
import { rangeKey } from './range.ts';

/** A balance of which there is only one, so that equal ones are told by number. */
export interface Entry extends Balance {
  readonly id: number;
  /** The same for balances that differ only in the points of the first set. */
  readonly shape: number;
}

/** Keeps balances: many states have the same. */
export interface Ledger {
  readonly entry: (balance: Balance) => Entry;
  /** Adds one balance to others, each sum once. */
  readonly adder: (brought: Balance) => (entry: Entry) => Entry;
}

export function createLedger(): Ledger {
  const entries = new Map<string, Entry>();
  const shapes = new Map<string, number>();

  function entry(balance: Balance): Entry {
    const shapeKey = `${rangeKey(balance.above)} ${balance.available.map(({ num, den }) => `${num}/${den}`).join(' ')}`;
    const shape = shapes.get(shapeKey) ?? shapes.size;
    shapes.set(shapeKey, shape);
    const key = `${shape} ${rangeKey(balance.base)}`;
    const { base, above, available } = balance;
    const found = entries.get(key) ?? { base, above, available, id: entries.size, shape };
    entries.set(key, found);
    return found;
  }

  function adder(brought: Balance): (before: Entry) => Entry {
    const known = new Map<number, Entry>();
    return (before) => {
      const after = known.get(before.id) ?? entry(together(before, brought));
      known.set(before.id, after);
      return after;
    };
  }

  return { entry, adder };
}
