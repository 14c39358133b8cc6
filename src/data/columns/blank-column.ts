import type { Indicator } from '../../criteria/index.ts';
import { blankNumbers, type Column, MISSING } from '../../formula/index.ts';

/** A column in which every figure is missing. */
export function blankColumn(indicator: Indicator, rows: number): Column {
  const kind = kindOfColumn(indicator);
  if (kind === 'number') return blankNumbers(rows);
  const values = new Uint8Array(rows).fill(MISSING);
  return kind === 'choice' ? { kind, ids: [...indicator.values.keys()], values } : { kind, values };
}

/** How the figures of an indicator are kept. */
export function kindOfColumn({ type }: Indicator): Column['kind'] {
  return type === 'boolean' || type === 'choice' ? type : 'number';
}
