import type { Position } from '../../messages/index.ts';
import type { HeaderMeanings } from './known-columns.ts';

/** One thing that somebody says of files: what a header means, or that there is a file of some name. */
export interface MapEntry {
  readonly of: 'header' | 'file';
  /** The header, or the name with its `*`, as written. */
  readonly text: string;
  /** The files it is about; `null` for all. */
  readonly pattern: RegExp | null;
  readonly position: Position;
}

/** What headers mean in every file, and in files whose name fits a pattern. */
export interface ColumnMap {
  readonly everywhere: HeaderMeanings;
  readonly files: readonly { readonly pattern: RegExp; readonly meanings: HeaderMeanings }[];
  /** All that it says, with the places where it does. */
  readonly entries?: readonly MapEntry[];
}

/**
 * What the headers of one file mean.
 *
 * @param file Its name or path; a pattern is compared with the last part.
 */
export function meaningsFor(map: ColumnMap, file: string): HeaderMeanings {
  const fitting = map.files.filter(({ pattern }) => fits(pattern, file)).map(({ meanings }) => meanings);
  const all = [map.everywhere, ...fitting];
  return {
    headers: new Map(all.flatMap(({ headers }) => [...headers])),
    ignored: new Set(all.flatMap(({ ignored }) => [...ignored])),
  };
}

/** Whether the last part of a path fits a pattern. */
export function fits(pattern: RegExp, file: string): boolean {
  return pattern.test((file.split(/[/\\]/).at(-1) ?? file).normalize('NFC'));
}
