/** So many rows are sorted by putting each in its place. */
const RUN = 8;

/**
 * Sorts row numbers; rows that are level stay as they stand. A typed array's own sort takes twenty bytes a row besides, this
 * one four, and of a million rows that counts.
 *
 * @param compare Negative where the first comes before the second.
 */
export function sortRows(rows: Uint32Array, compare: (a: number, b: number) => number): void {
  for (let from = 0; from < rows.length; from += RUN) sortRun(rows, from, Math.min(from + RUN, rows.length), compare);
  let source = rows;
  let target: Uint32Array = new Uint32Array(rows.length);
  for (let width = RUN; width < rows.length; width *= 2) {
    for (let from = 0; from < rows.length; from += 2 * width) merge(source, target, from, width, compare);
    [source, target] = [target, source];
  }
  if (source !== rows) rows.set(source);
}

function sortRun(rows: Uint32Array, from: number, to: number, compare: (a: number, b: number) => number): void {
  for (let next = from + 1; next < to; next += 1) {
    const row = rows[next] ?? 0;
    let at = next;
    for (; at > from && compare(rows[at - 1] ?? 0, row) > 0; at -= 1) rows[at] = rows[at - 1] ?? 0;
    rows[at] = row;
  }
}

/** Merges two sorted runs of one width that stand beside each other. */
function merge(
  source: Uint32Array,
  target: Uint32Array,
  from: number,
  width: number,
  compare: (a: number, b: number) => number,
): void {
  const middle = Math.min(from + width, source.length);
  const end = Math.min(from + 2 * width, source.length);
  let [left, right] = [from, middle];
  for (let at = from; at < end; at += 1) {
    const [one, other] = [source[left] ?? 0, source[right] ?? 0];
    const isLeft = right >= end || (left < middle && compare(one, other) <= 0);
    target[at] = isLeft ? one : other;
    if (isLeft) left += 1;
    else right += 1;
  }
}
