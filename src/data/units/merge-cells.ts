import type { Indicator } from '../../criteria/index.ts';
import { type Column, MISSING, type NumberColumn } from '../../formula/index.ts';
import { rational } from '../../number/index.ts';
import type { CellBounds } from '../dataset.ts';
import { missingNumbers, numberColumn, putScaled, scaledAt } from '../scaled.ts';

/** What one former unit brings: its row, or −1 where it has none, and how much of the figure in question. */
export interface Share {
  readonly row: number;
  readonly extent: 'whole' | 'part';
}

/** A merged column, and by row what bounds its missing cells. */
export interface Merged {
  readonly column: Column;
  readonly bounds: ReadonlyMap<number, CellBounds>;
}

/** What a merged cell lies between, as scaled integers: equal ends are a known cell, `null` is one of which nothing is known. */
type Range = { readonly min: bigint; readonly max: bigint } | null;

/**
 * Merges the figures of former units as their indicator says.
 *
 * @param shares For each row of today, what it is made of.
 */
export function mergeColumn(column: Column, indicator: Indicator, shares: readonly (readonly Share[])[]): Merged {
  return column.kind === 'number'
    ? mergeNumbers(column, indicator, shares)
    : { column: mergeBytes(column, indicator, shares), bounds: new Map() };
}

function mergeNumbers(column: NumberColumn, { merge }: Indicator, shares: readonly (readonly Share[])[]): Merged {
  const values = missingNumbers(shares.length, column.scale);
  const bounds = new Map<number, CellBounds>();
  const power = 10n ** BigInt(column.scale);
  shares.forEach((parts, row) => {
    const range = rangeOf(column, merge, parts);
    if (range === null) return;
    if (range.min === range.max) putScaled(values, row, range.min);
    else bounds.set(row, { min: rational(range.min, power), max: rational(range.max, power) });
  });
  return { column: numberColumn(values), bounds };
}

function rangeOf(column: NumberColumn, merge: Indicator['merge'], parts: readonly Share[]): Range {
  const [only] = parts;
  const cells = parts.map(({ row, extent }) => ({ extent, value: row < 0 ? null : scaledAt(column, row) }));
  const known = cells.flatMap(({ extent, value }) => (value === null ? [] : [{ extent, value }]));
  if (known.length < cells.length || only === undefined) return null;
  if (parts.length === 1 && only.extent === 'whole') return point(known[0]?.value);
  if (merge === null || (!merge.bounds && parts.some(({ extent }) => extent === 'part'))) return null;
  const whole = known.filter(({ extent }) => extent === 'whole').map(({ value }) => value);
  const part = known.filter(({ extent }) => extent === 'part').map(({ value }) => value);
  switch (merge.by) {
    case 'sum':
      return {
        min: sum([...whole, ...part.filter((value) => value < 0n)]),
        max: sum([...whole, ...part.filter((value) => value > 0n)]),
      };
    case 'max': {
      const least = highest(whole);
      const most = highest([...whole, ...part]);
      return least === null || most === null ? null : { min: least, max: most };
    }
    case 'any':
      return null;
    default:
      return merge.by satisfies never;
  }
}

function point(value: bigint | undefined): Range {
  return value === undefined ? null : { min: value, max: value };
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

function highest(values: readonly bigint[]): bigint | null {
  return values.reduce<bigint | null>((top, value) => (top === null || value > top ? value : top), null);
}

type ByteColumn = Exclude<Column, NumberColumn>;

/** The places of choices and of no and yes are ordered, and the highest wins. */
function mergeBytes(column: ByteColumn, indicator: Indicator, shares: readonly (readonly Share[])[]): ByteColumn {
  const top = column.kind === 'boolean' ? 1 : indicator.values.size - 1;
  const values = Uint8Array.from(shares, (parts) => {
    const cells = parts.map(({ row, extent }) => ({
      extent,
      value: row < 0 ? MISSING : (column.values[row] ?? MISSING),
    }));
    const [only] = cells;
    if (cells.length === 1 && only?.extent === 'whole') return only.value;
    return indicator.merge === null ? MISSING : highestByte(cells, top, indicator.merge.bounds);
  });
  return { ...column, values };
}

function highestByte(
  cells: readonly { readonly extent: Share['extent']; readonly value: number }[],
  top: number,
  bounds: boolean,
): number {
  const known = cells.filter(({ value }) => value !== MISSING);
  const whole = Math.max(-1, ...known.filter(({ extent }) => extent === 'whole').map(({ value }) => value));
  if (whole === top) return top;
  if (known.length < cells.length) return MISSING;
  const part = Math.max(-1, ...known.filter(({ extent }) => extent === 'part').map(({ value }) => value));
  if (part === -1) return whole === -1 ? MISSING : whole;
  // A part of a unit has no more than the unit: at the lowest value, and at or below that of a whole unit, it adds nothing.
  return bounds && (part === 0 || part <= whole) ? Math.max(whole, part) : MISSING;
}
