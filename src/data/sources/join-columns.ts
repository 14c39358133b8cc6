import { type Column, MISSING, type NumberColumn } from '../../formula/index.ts';
import { missingNumbers, numberColumn, putScaled, scaledAt } from '../scaled.ts';

/** One file's column of an indicator, and the joined row of each of its rows; −1 where it has none. */
export interface ColumnPart {
  readonly column: Column;
  readonly rowOf: Int32Array;
  /** The place of the file among the files. */
  readonly part: number;
}

/** A cell that differs from the one an earlier file gave for the same row. */
export interface Difference {
  readonly part: number;
  readonly from: number;
  readonly row: number;
}

/**
 * Joins the columns of one indicator. Of a cell given twice the first is kept.
 *
 * @param rows How many rows the joined table has.
 * @param differ Told of every cell that is given again with another value.
 */
export function joinColumns(parts: readonly ColumnPart[], rows: number, differ: (found: Difference) => void): Column {
  const numbers = parts.flatMap(({ column, ...part }) => (column.kind === 'number' ? [{ ...part, column }] : []));
  if (numbers.length > 0) return joinNumbers(numbers, rows, differ);
  const values = new Uint8Array(rows).fill(MISSING);
  for (const { column, rowOf, part } of parts) {
    for (const [from, row] of rowOf.entries()) {
      const value = column.values[from] ?? MISSING;
      if (row < 0 || value === MISSING) continue;
      if (values[row] === MISSING) values[row] = value;
      else if (values[row] !== value) differ({ part, from, row });
    }
  }
  const [choice] = parts.flatMap(({ column }) => (column.kind === 'choice' ? [column] : []));
  return choice === undefined ? { kind: 'boolean', values } : { ...choice, values };
}

type NumberPart = ColumnPart & { readonly column: NumberColumn };

function joinNumbers(parts: readonly NumberPart[], rows: number, differ: (found: Difference) => void): NumberColumn {
  const joined = missingNumbers(rows, Math.max(...parts.map(({ column }) => column.scale)));
  for (const { column, rowOf, part } of parts) {
    const power = 10n ** BigInt(joined.scale - column.scale);
    for (const [from, row] of rowOf.entries()) {
      const given = row < 0 ? null : scaledAt(column, from);
      if (given === null) continue;
      const value = given * power;
      const before = scaledAt(joined, row);
      if (before === null) putScaled(joined, row, value);
      else if (before !== value) differ({ part, from, row });
    }
  }
  return numberColumn(joined);
}
