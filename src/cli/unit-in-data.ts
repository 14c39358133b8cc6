import {
  type Dataset,
  isPlain,
  nameKey,
  nearestSpellings,
  withoutDiacritics,
  withoutKind,
  withWholeKind,
} from '../data/index.ts';
import { type Issue, issue, unitName } from '../messages/index.ts';

/** The rows about one unit (one for each period), or why there is no such unit. */
export type FoundUnit =
  | { readonly ok: true; readonly rows: readonly number[] }
  | { readonly ok: false; readonly issue: Issue };

/** A beginning of fewer letters says nothing. */
const LEAST_BEGINNING = 3;

/**
 * Finds a unit by its code, with or without the zeros in front, else by its name: in full, without the word for its kind,
 * without diacritics where none were typed (`ba dinh`), else by the beginning of its name.
 *
 * @param asked What was typed.
 */
export function findUnit(dataset: Dataset, asked: string): FoundUnit {
  const { code, name } = dataset.units;
  const rows = [...code.keys()];
  const typed = nameKey(asked);
  const wanted = [...new Set([typed, withWholeKind(typed)])];
  const plain = isPlain(withoutKind(typed)) ? wanted.map(withoutDiacritics) : [];
  const isNumber = /^\d+$/.test(asked.trim());
  const names = name.map((text) => (text === null ? null : withWholeKind(nameKey(text))));
  const spellings = (row: number): readonly string[] => {
    const full = names[row] ?? null;
    return full === null ? [] : [full, withoutKind(full)];
  };
  const plainSpellings = (row: number): readonly string[] =>
    plain.length === 0 ? [] : spellings(row).map(withoutDiacritics);
  const ways = [
    (row: number): boolean => code[row] === asked.trim(),
    (row: number): boolean => isNumber && withoutZeros(code[row] ?? '') === withoutZeros(asked.trim()),
    (row: number): boolean => wanted.some((key) => names[row] === key),
    (row: number): boolean => wanted.some((key) => spellings(row).includes(key)),
    (row: number): boolean => plain.some((key) => plainSpellings(row).includes(key)),
    (row: number): boolean => begins(spellings(row), wanted) || begins(plainSpellings(row), plain),
  ];
  const found = ways.map((way) => rows.filter(way)).find((hits) => hits.length > 0) ?? [];
  const codes = [...new Set(found.map((row) => code[row] ?? ''))];
  if (codes.length === 1) return { ok: true, rows: found };
  return { ok: false, issue: codes.length === 0 ? unknownUnit(dataset, asked) : ambiguousUnit(dataset, asked, found) };
}

/** `00004` is often typed as 4. */
function withoutZeros(code: string): string {
  return code.replace(/^0+(?=\d)/, '');
}

function begins(spellings: readonly string[], keys: readonly string[]): boolean {
  return keys.some((key) => key.length >= LEAST_BEGINNING && spellings.some((spelling) => spelling.startsWith(key)));
}

function unknownUnit({ units: { code, name } }: Dataset, asked: string): Issue {
  const spellings = new Map<string, string>();
  for (const [row, full] of name.entries()) {
    if (full === null) continue;
    const described = unitName({ code: code[row] ?? '', name: full });
    spellings.set(full, described);
    spellings.set(withoutKind(nameKey(full)), described);
  }
  const near = nearestSpellings(asked, [...spellings.keys(), ...code]).map((text) => spellings.get(text) ?? text);
  return issue('usage/unknown-unit', { nearest: [...new Set(near)] }, { received: asked });
}

/** More units than anybody reads through. */
const MOST_LISTED = 12;

function ambiguousUnit({ units: { code, name } }: Dataset, asked: string, rows: readonly number[]): Issue {
  const units = [...new Set(rows.map((row) => unitName({ code: code[row] ?? '', name: name[row] ?? null })))];
  return issue(
    'usage/ambiguous-unit',
    { units: units.slice(0, MOST_LISTED), more: Math.max(0, units.length - MOST_LISTED) },
    { received: asked },
  );
}
