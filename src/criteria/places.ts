import type { Position } from '../messages/index.ts';

/** From offsets of a text to the places a person finds in the file. */
export interface Places {
  readonly source: string;
  readonly at: (offset: number) => Position;
}

/** The places of a text; lines end as YAML ends them, by LF or CRLF. */
export function createPlaces(source: string, file: string): Places {
  const lines = source.split('\n');
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.length + 1;
  }
  const at = (offset: number): Position => {
    const index = lastAtOrBelow(starts, offset);
    const line = lines[index] ?? '';
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    return { file, line: index + 1, column: offset - (starts[index] ?? 0) + 1, text };
  };
  return { source, at };
}

function lastAtOrBelow(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * From offsets of a scalar's value to places. Folding and indentation change white space only, so the n-th visible
 * character of the value is the n-th of its source.
 *
 * @param value The value of the scalar.
 * @param start Where its content begins in the source, after a quote or a block header.
 * @param end Where its content ends.
 */
export function locateWithin(places: Places, value: string, start: number, end: number): (offset: number) => Position {
  let shown: readonly number[] | null = null;
  return (offset) => {
    shown ??= visibleIn(places.source, start, end);
    const before = visibleIn(value, 0, offset).length;
    if (offset < value.length) return places.at(shown[before] ?? end);
    return places.at((shown[before - 1] ?? start - 1) + 1);
  };
}

/** The offsets of all characters between two offsets that are not white space. */
function visibleIn(text: string, start: number, end: number): readonly number[] {
  const offsets: number[] = [];
  for (let index = start; index < end; index += 1) if (!WHITE.has(text.charAt(index))) offsets.push(index);
  return offsets;
}

const WHITE: ReadonlySet<string> = new Set([' ', '\t', '\n', '\r']);
