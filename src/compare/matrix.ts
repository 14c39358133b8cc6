import type { Side, SideUnit } from './side.ts';

/** Where a unit stands on one side: in a class, undetermined, or not there at all. */
export type Slot =
  | { readonly kind: 'class'; readonly id: string }
  | { readonly kind: 'undetermined' }
  | { readonly kind: 'absent' };

/** How many units went from where to where: every unit of either side stands in exactly one cell. */
export interface Matrix {
  /** Where units stood before: the classes of that side in order, undetermined, absent. */
  readonly rows: readonly Slot[];
  /** Where they stand after. */
  readonly columns: readonly Slot[];
  /** `counts[row][column]`. */
  readonly counts: readonly (readonly number[])[];
  /** The sums of the rows, of the columns, and of all cells. */
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  readonly total: number;
}

/** A unit on both sides; `null` where it is not there. */
export type Pair = { readonly before: SideUnit | null; readonly after: SideUnit | null };

const UNDETERMINED: Slot = { kind: 'undetermined' };
const ABSENT: Slot = { kind: 'absent' };

/** Where a unit stands. */
export function slotOf(unit: SideUnit | null): Slot {
  if (unit === null) return ABSENT;
  return unit.class === null ? UNDETERMINED : { kind: 'class', id: unit.class };
}

/** Whether two units stand in the same place. */
export function isSameSlot(a: Slot, b: Slot): boolean {
  return keyOf(a) === keyOf(b);
}

/** Counts the pairs by where they stand before and after. */
export function matrixOf(before: Side['set'], after: Side['set'], pairs: readonly Pair[]): Matrix {
  const from = slotsOf(before);
  const to = slotsOf(after);
  const rowAt = new Map(from.map((slot, index) => [keyOf(slot), index]));
  const columnAt = new Map(to.map((slot, index) => [keyOf(slot), index]));
  const counts = from.map(() => to.map(() => 0));
  for (const pair of pairs) {
    const row = counts[rowAt.get(keyOf(slotOf(pair.before))) ?? -1];
    const column = columnAt.get(keyOf(slotOf(pair.after))) ?? -1;
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, count) => all + count, 0);
  const rowTotals = counts.map(sum);
  return {
    rows: from,
    columns: to,
    counts,
    rowTotals,
    columnTotals: to.map((_, column) => sum(counts.map((row) => row[column] ?? 0))),
    total: sum(rowTotals),
  };
}

function slotsOf({ classes }: Side['set']): readonly Slot[] {
  return [...classes.map((id): Slot => ({ kind: 'class', id })), UNDETERMINED, ABSENT];
}

/** Ids of classes have no blank. */
function keyOf(slot: Slot): string {
  return slot.kind === 'class' ? slot.id : ` ${slot.kind}`;
}
