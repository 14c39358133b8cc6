import type { NumberColumn } from '../../formula/index.ts';
import { putScaled, type ScaledNumbers } from '../scaled.ts';

/** Collects exact decimals row by row. */
export interface DecimalColumn {
  /**
   * @param decimal A plain decimal: `-12.5`.
   * @param percent Whether the value is a hundredth of it.
   */
  readonly put: (row: number, decimal: string, percent: boolean) => void;
  /** A whole number, not negative, that a double holds exactly. */
  readonly putWhole: (row: number, value: number) => void;
  /** The column at the smallest scale that holds every value. */
  readonly finish: () => NumberColumn;
}

/** A double holds every integer of this many digits. */
const SAFE_DIGITS = 15;

/** A column of missing numbers, to be filled. */
export function decimalColumn(rows: number): DecimalColumn {
  const digits = new Float64Array(rows).fill(Number.NaN);
  const places = new Uint8Array(rows);
  const large = new Map<number, bigint>();
  let scale = 0;
  return {
    put(row, decimal, percent) {
      const point = decimal.indexOf('.');
      const text = point === -1 ? decimal : decimal.slice(0, point) + decimal.slice(point + 1);
      const decimals = (point === -1 ? 0 : text.length - point) + (percent ? 2 : 0);
      places[row] = decimals;
      scale = Math.max(scale, decimals);
      if (text.length <= SAFE_DIGITS)
        digits[row] = Number(text) + 0; // + 0 turns −0 into 0
      else putScaled({ values: digits, large }, row, BigInt(text));
    },
    putWhole(row, value) {
      digits[row] = value;
    },
    finish() {
      if (scale > 0) rescale({ scale, values: digits, large }, places);
      return { kind: 'number', scale, values: digits, large };
    },
  };
}

function rescale({ scale, values, large }: ScaledNumbers, places: Uint8Array): void {
  for (const [row, value] of values.entries()) {
    const shift = scale - (places[row] ?? 0);
    if (shift === 0 || Number.isNaN(value)) continue;
    const scaled = value * 10 ** shift;
    if (shift <= SAFE_DIGITS && Number.isSafeInteger(scaled)) values[row] = scaled;
    else putScaled({ values, large }, row, (large.get(row) ?? BigInt(value)) * 10n ** BigInt(shift));
  }
}
