import { canonicalKey, type Dataset, nearestSpellings } from '../data/index.ts';
import { type Issue, issue } from '../messages/index.ts';

/** The rows about one unit (one for each period), or why there is no such unit. */
export type FoundUnit =
  | { readonly ok: true; readonly rows: readonly number[] }
  | { readonly ok: false; readonly issue: Issue };

/** What may stand before the proper name of a unit. */
const KIND = /^(xã|phường|đặc khu|thị trấn|thôn|tổ dân phố|huyện|quận|thị xã|thành phố|tỉnh) /;

/**
 * Finds a unit by its code, else by its name: in full, else without the word for its kind.
 *
 * @param asked What was typed.
 */
export function findUnit(dataset: Dataset, asked: string): FoundUnit {
  const { code, name } = dataset.units;
  const rows = [...code.keys()];
  const names = name.map((text) => (text === null ? null : canonicalKey(text)));
  const wanted = canonicalKey(asked);
  const hasNoKind = !KIND.test(wanted);
  const ways = [
    (row: number): boolean => code[row] === asked.trim(),
    (row: number): boolean => names[row] === wanted,
    (row: number): boolean => hasNoKind && names[row]?.replace(KIND, '') === wanted,
  ];
  const found = ways.map((way) => rows.filter(way)).find((hits) => hits.length > 0) ?? [];
  const codes = [...new Set(found.map((row) => code[row] ?? ''))];
  if (codes.length === 1) return { ok: true, rows: found };
  return { ok: false, issue: codes.length === 0 ? unknownUnit(dataset, asked) : ambiguousUnit(dataset, asked, found) };
}

function unknownUnit({ units: { code, name } }: Dataset, asked: string): Issue {
  const spellings = new Map<string, string>();
  for (const [row, full] of name.entries()) {
    if (full === null) continue;
    const described = `${full} (${code[row] ?? ''})`;
    spellings.set(full, described);
    spellings.set(withoutKind(canonicalKey(full)), described);
  }
  const near = nearestSpellings(asked, [...spellings.keys(), ...code]).map((text) => spellings.get(text) ?? text);
  return issue('usage/unknown-unit', { nearest: [...new Set(near)] }, { received: asked });
}

function ambiguousUnit({ units: { code, name } }: Dataset, asked: string, rows: readonly number[]): Issue {
  const units = [...new Set(rows.map((row) => `${name[row] ?? ''} (${code[row] ?? ''})`))];
  return issue('usage/ambiguous-unit', { units }, { received: asked });
}

function withoutKind(key: string): string {
  return key.replace(KIND, '');
}
