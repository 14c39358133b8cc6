import type { HeaderMeanings } from './known-columns.ts';

/** What headers mean in every file, and in files whose name fits a pattern. */
export interface ColumnMap {
  readonly everywhere: HeaderMeanings;
  readonly files: readonly { readonly pattern: RegExp; readonly meanings: HeaderMeanings }[];
}

/**
 * What the headers of one file mean.
 *
 * @param file Its name or path; a pattern is compared with the last part.
 */
export function meaningsFor(map: ColumnMap, file: string): HeaderMeanings {
  const name = (file.split(/[/\\]/).at(-1) ?? file).normalize('NFC');
  const fitting = map.files.filter(({ pattern }) => pattern.test(name)).map(({ meanings }) => meanings);
  const all = [map.everywhere, ...fitting];
  return {
    headers: new Map(all.flatMap(({ headers }) => [...headers])),
    ignored: new Set(all.flatMap(({ ignored }) => [...ignored])),
  };
}
