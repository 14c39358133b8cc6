import { withoutDiacritics } from '../canonical-key.ts';
import { isPlain, withoutUnitPrefix } from './unit-name.ts';

/** The full word for what can stand before the name of a commune, as it stands in keys. */
const UNIT_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    xã: ['xa', 'x'],
    phường: ['phuong', 'p'],
    'thị trấn': ['thi tran', 'tt'],
    'đặc khu': ['dac khu', 'đk', 'dk'],
  }).flatMap(([word, others]) => [word, ...others].map((spelling) => [spelling, word] as const)),
);
/** What stands before the name of a unit above or below communes. */
const OTHER_PREFIX =
  /^(?:(?:thôn|tổ dân phố|huyện|quận|thị xã|thành phố|tỉnh|thon|to dan pho|huyen|quan|thi xa|thanh pho|tinh)\s+|(?:tdp|h|q|tx|tp|t)\.\s*)/;
/** The full word for what is shortened before any unit. */
const WHOLE_WORDS: ReadonlyMap<string, string> = new Map([
  ...UNIT_WORDS,
  ['tdp', 'tổ dân phố'],
  ['h', 'huyện'],
  ['q', 'quận'],
  ['tx', 'thị xã'],
  ['tp', 'thành phố'],
  ['t', 'tỉnh'],
]);

/** A key without the word for any kind of unit before it, that of a hamlet, a district or a province too. */
export function withoutKind(key: string): string {
  const bare = withoutUnitPrefix(key);
  return bare === key ? key.replace(OTHER_PREFIX, '') : bare;
}

/**
 * A key with the word for its kind in full.
 *
 * @example withWholeKind('p. ba đình') // 'phường ba đình'
 * @example withWholeKind('p. ba dinh') // 'phuong ba dinh'
 */
export function withWholeKind(key: string): string {
  const bare = withoutKind(key);
  const word = WHOLE_WORDS.get(prefixOf(key, bare));
  if (word === undefined) return key;
  return `${isPlain(key) ? withoutDiacritics(word) : word} ${bare}`;
}

/** What kind of unit a key says it is: `xã`, `phường`, `thị trấn`, `đặc khu`; `null` where it does not say. */
export function unitWordOf(key: string): string | null {
  return UNIT_WORDS.get(prefixOf(key, withoutUnitPrefix(key))) ?? null;
}

/** The word that stands before the bare name, without its point. */
function prefixOf(key: string, bare: string): string {
  return key
    .slice(0, key.length - bare.length)
    .replace('.', '')
    .trim();
}
