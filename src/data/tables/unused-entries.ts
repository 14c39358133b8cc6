import { type Issue, issue } from '../../messages/index.ts';
import { canonicalKey } from '../canonical-key.ts';
import type { Dataset } from '../dataset.ts';
import { nearestSpellings } from '../nearest.ts';
import { type ColumnMap, fits, type MapEntry } from './header-meanings.ts';
import { parted } from './known-columns.ts';

/** Warns of what a column map says of headers that no file has, and of files that are not there. */
export function unusedEntries({ entries = [] }: ColumnMap, parts: readonly Dataset[]): readonly Issue[] {
  // Of a file that could not be read nobody knows the headers.
  if (parts.some(({ headers }) => headers === undefined)) return [];
  const files = parts.map(({ headers = [], positionOf: at }) => ({ name: at(-1, '').file, headers }));
  return entries.flatMap((entry): readonly Issue[] => {
    const about = files.filter(({ name }) => entry.pattern === null || fits(entry.pattern, name));
    const details = { severity: 'warning', position: entry.position, received: entry.text } as const;
    if (entry.of === 'file') return about.length > 0 ? [] : [issue('map/unused-file', {}, details)];
    const headers = about.flatMap((file) => file.headers);
    // That no such file is there is told already.
    if (about.length === 0 || headers.some((header) => isOf(entry, header))) return [];
    return [issue('map/unused-header', { nearest: nearestSpellings(entry.text, headers) }, details)];
  });
}

function isOf({ text }: MapEntry, header: string): boolean {
  const { key, bare } = parted(canonicalKey(header));
  return [key, bare].includes(canonicalKey(text));
}
