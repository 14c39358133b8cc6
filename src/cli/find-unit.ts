import { canonicalKey, type Dataset, nearestSpellings, withoutDiacritics } from '../data/index.ts';
import { type Issue, issue } from '../messages/index.ts';

/** The rows about one unit (one for each period), or why there is no such unit. */
export type FoundUnit =
  | { readonly ok: true; readonly rows: readonly number[] }
  | { readonly ok: false; readonly issue: Issue };

/** What may stand before the proper name of a unit. */
const KINDS = 'xã|phường|đặc khu|thị trấn|thôn|tổ dân phố|huyện|quận|thị xã|thành phố|tỉnh';
const KIND = new RegExp(`^(?:${KINDS}|${withoutDiacritics(KINDS)}) `);
const SHORT_KINDS: ReadonlyMap<string, string> = new Map([
  ['p', 'phường'],
  ['x', 'xã'],
  ['tt', 'thị trấn'],
  ['đk', 'đặc khu'],
  ['tx', 'thị xã'],
  ['tp', 'thành phố'],
]);
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
  const names = name.map((text) => (text === null ? null : canonicalKey(text)));
  const wanted = withWholeKind(canonicalKey(asked));
  const isPlain = withoutDiacritics(wanted) === wanted;
  const isNumber = /^\d+$/.test(asked.trim());
  const hasNoKind = !KIND.test(wanted);
  const spellings = (row: number): readonly string[] => {
    const full = names[row] ?? null;
    if (full === null) return [];
    const own = hasNoKind ? [full, withoutKind(full)] : [full];
    return isPlain ? [...own, ...own.map((text) => withoutDiacritics(text))] : own;
  };
  const ways = [
    (row: number): boolean => code[row] === asked.trim(),
    (row: number): boolean => isNumber && withoutZeros(code[row] ?? '') === withoutZeros(asked.trim()),
    (row: number): boolean => names[row] === wanted,
    (row: number): boolean => hasNoKind && names[row]?.replace(KIND, '') === wanted,
    (row: number): boolean => spellings(row).includes(wanted),
    (row: number): boolean =>
      wanted.length >= LEAST_BEGINNING && spellings(row).some((spelling) => spelling.startsWith(wanted)),
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

/** `P. Ba Đình` is `phường ba đình`. */
function withWholeKind(key: string): string {
  return key.replace(/^(\p{L}{1,2})\.\s*/u, (whole, short: string) => {
    const kind = SHORT_KINDS.get(short);
    if (kind === undefined) return whole;
    return `${withoutDiacritics(key) === key ? withoutDiacritics(kind) : kind} `;
  });
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

/** More units than anybody reads through. */
const MOST_LISTED = 12;

function ambiguousUnit({ units: { code, name } }: Dataset, asked: string, rows: readonly number[]): Issue {
  const units = [...new Set(rows.map((row) => `${name[row] ?? ''} (${code[row] ?? ''})`))];
  return issue(
    'usage/ambiguous-unit',
    { units: units.slice(0, MOST_LISTED), more: Math.max(0, units.length - MOST_LISTED) },
    { received: asked },
  );
}

function withoutKind(key: string): string {
  return key.replace(KIND, '');
}
