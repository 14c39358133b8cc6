import { numberOf } from '../criteria/index.ts';
import type { Assessments } from '../assess/index.ts';
import { columnsIn, type Formula } from '../formula/index.ts';

/** The cells of a column by row: figures, or bytes of choices, booleans and states. */
export type Cells = Float64Array | Uint8Array;

/** The cells that something of a row hangs on. */
export interface CellsBehind {
  readonly columns: readonly Cells[];
  /** The columns by name, with the decimal places of their figures: where tables differ in it, the same cells are something else. */
  readonly names: string;
}

/**
 * The columns that formulas hang on; `null` where more is known of a cell than its column holds: bounds of a missing
 * figure, or a number too large for a double.
 */
export function cellsBehind(
  { program, dataset, states }: Assessments,
  formulas: readonly Formula[],
): CellsBehind | null {
  if ((dataset.bounds?.size ?? 0) > 0) return null;
  const behind = new Map<Cells, string>();
  for (const name of formulas.flatMap((formula) => columnsIn(formula, program.scope))) {
    const column = dataset.columns.get(name);
    if (column?.kind === 'number' && column.large.size > 0) return null;
    const cells = column?.values ?? states[numberOf(program.set.criteria, name)];
    if (cells !== undefined) behind.set(cells, column?.kind === 'number' ? `${name}:${column.scale}` : name);
  }
  return { columns: [...behind.keys()], names: [...behind.values()].join() };
}

/** How many different rows are kept at most. */
const MOST_KEPT = 4096;
/** How many different rows with small cells are kept of one table. */
const MOST_SMALL = 512;
/** The values of a byte that are kept: states, and most choices. */
const BYTE_VALUES = 4;
/** Figures of which fewer values are told apart are not worth it. */
const FIGURE_VALUES = 4;
/** So many rows show whether a column ever holds a small figure. */
const LOOKED_AT = 64;

/**
 * Keeps what was made of a row for other rows of the table with the same cells, where all of them are small: each such row
 * has a place of its own, found without comparing. For few columns it is many times as fast as {@link keptRows}.
 *
 * @param cells All that `make` looks at.
 */
export function keptBySmallCells<T>({ columns }: CellsBehind, make: (row: number) => T): (row: number) => T {
  const placeOf = placesOf(columns);
  if (placeOf === null) return make;
  const kept: (T | undefined)[] = [];
  return (row) => {
    const place = placeOf(row);
    if (place < 0) return make(row);
    while (kept.length <= place) kept.push(undefined);
    return (kept[place] ??= make(row));
  };
}

/** The place of a row among all whose cells are small, below zero for others; `null` where there is no room for them. */
function placesOf(columns: readonly Cells[]): ((row: number) => number) | null {
  const bytes = columns.filter((column) => column instanceof Uint8Array).length;
  const figures = columns.length - bytes;
  const room = MOST_SMALL / BYTE_VALUES ** bytes;
  const values = figures === 0 ? 1 : Math.floor(room ** (1 / figures));
  if (room < 1 || (figures > 0 && values < FIGURE_VALUES)) return null;
  const digits = columns.map((cells) => ({ cells, values: cells instanceof Uint8Array ? BYTE_VALUES : values }));
  if (!digits.every(isEverSmall)) return null;
  const [first, second, ...more] = digits;
  if (first === undefined) return () => 0;
  if (second === undefined) return (row) => digitAt(first, row);
  if (more.length > 0) return (row) => numberOfDigits(digits, row);
  return (row) => {
    const [high, low] = [digitAt(first, row), digitAt(second, row)];
    return high < 0 || low < 0 ? -1 : high * second.values + low;
  };
}

/** A column whose cells below a number of values are told apart. */
interface Digit {
  readonly cells: Cells;
  readonly values: number;
}

function digitAt({ cells, values }: Digit, row: number): number {
  const cell = cells[row] ?? Number.NaN;
  return cell >= 0 && cell < values ? cell : -1;
}

function numberOfDigits(digits: readonly Digit[], row: number): number {
  let number = 0;
  for (const digit of digits) {
    const value = digitAt(digit, row);
    if (value < 0) return -1;
    number = number * digit.values + value;
  }
  return number;
}

function isEverSmall({ cells, values }: Digit): boolean {
  return cells.length === 0 || cells.subarray(0, LOOKED_AT).some((cell) => cell < values);
}

/** After so many rows it shows whether keeping is worth it. */
const TRIED = 2 * MOST_KEPT;

/**
 * Makes something of each row of a table, or hands out what it made of a row with the same cells.
 *
 * @param cells All that `make` looks at.
 */
export type KeptRows<T> = (cells: CellsBehind, make: (row: number) => T) => (row: number) => T;

/**
 * Keeps what is made of rows, for rows with the same cells of one table after another: of most counts there are few
 * different ones. Each row has one place, by its cells; a row with other cells takes it over. Where most rows differ,
 * nothing more is kept.
 */
export function keptRows<T>(): KeptRows<T> {
  let known: Shelf<T> | null = null;
  return ({ columns, names }, make) => {
    const cells = packed(columns);
    const shelf = (known = fitting(known, `${cells.length}:${names}`, cells));
    return (row) => {
      if (shelf.made > TRIED && shelf.made > shelf.met) return make(row);
      const place = mixed(cells, row) & (shelf.kept.length - 1);
      const before = shelf.kept[place];
      if (before !== undefined && isSame(cells, row, shelf.keys, place)) {
        shelf.met += 1;
        return before;
      }
      shelf.made += 1;
      note(cells, row, shelf.keys, place);
      const thing = make(row);
      shelf.kept[place] = thing;
      return thing;
    };
  };
}

/** What is kept, each with the cells it was made of. */
interface Shelf<T> {
  readonly shape: string;
  readonly keys: readonly Float64Array[];
  readonly kept: (T | undefined)[];
  made: number;
  met: number;
}

/** The same shelf where it was made for such cells and has room enough for so many rows. */
function fitting<T>(known: Shelf<T> | null, shape: string, cells: readonly Cells[]): Shelf<T> {
  const rows = Math.min(cells[0]?.length ?? 0, MOST_KEPT);
  if (known !== null && known.shape === shape && known.kept.length >= rows) return known;
  let places = 1;
  while (places < rows) places *= 2;
  const keys = cells.map(() => new Float64Array(places));
  return { shape, keys, kept: Array.from({ length: places }), made: 0, met: 0 };
}

/** Bytes that fit into a whole number. */
const BYTES = 6;

/** The same cells in fewer columns: bytes, of which there may be many columns, several to a number. */
function packed(columns: readonly Cells[]): readonly Cells[] {
  const bytes = columns.filter((column) => column instanceof Uint8Array);
  if (bytes.length < 2) return columns;
  const numbers: Float64Array[] = [];
  for (let from = 0; from < bytes.length; from += BYTES) {
    const together = new Float64Array(bytes[from]?.length ?? 0);
    for (const column of bytes.slice(from, from + BYTES))
      for (let row = 0; row < together.length; row += 1)
        together[row] = (together[row] ?? 0) * 256 + (column[row] ?? 0);
    numbers.push(together);
  }
  return [...columns.filter((column) => column instanceof Float64Array), ...numbers];
}

/** Mixes the cells of a row to a number. */
function mixed(cells: readonly Cells[], row: number): number {
  let mix = 0;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index]?.[row] ?? 0;
    mix = Math.imul(mix ^ (cell | 0) ^ ((cell / 2 ** 32) | 0), 0x9e3779b1);
  }
  return mix ^ (mix >>> 16);
}

/** Notes the cells of a row at its place. */
function note(cells: readonly Cells[], row: number, keys: readonly Float64Array[], place: number): void {
  for (const [index, key] of keys.entries()) key[place] = cells[index]?.[row] ?? Number.NaN;
}

function isSame(cells: readonly Cells[], row: number, keys: readonly Float64Array[], place: number): boolean {
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index]?.[row] ?? Number.NaN;
    const key = keys[index]?.[place] ?? Number.NaN;
    // A missing cell does not equal itself.
    if (cell !== key && !(Number.isNaN(cell) && Number.isNaN(key))) return false;
  }
  return true;
}
