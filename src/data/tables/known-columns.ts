import type { CriteriaSet } from '../../criteria/index.ts';
import type { Text } from '../../messages/index.ts';
import { canonicalKey, withoutDiacritics } from '../canonical-key.ts';
import type { Quantity } from './measuring-units.ts';
import { UNIT_COLUMN_IDS, UNIT_COLUMNS } from './unit-columns.ts';

/** A column that a data file for a criteria set may have. */
export interface KnownColumn {
  readonly id: string;
  readonly label: Text;
  readonly aliases: readonly string[];
  readonly required: boolean;
  /** What the figures of an indicator are; `null` for a column about the unit. */
  readonly quantity: Quantity | null;
}

/** What is worked out of a set once, however often a file asks. */
const columnsOf = new WeakMap<CriteriaSet, readonly KnownColumn[]>();
const spelt = new WeakMap<readonly KnownColumn[], ReadonlyMap<string, KnownColumn>>();

/** The indicators of a set and the columns about the unit; an indicator keeps its id against a unit column. */
export function knownColumns(set: CriteriaSet): readonly KnownColumn[] {
  const columns = columnsOf.get(set) ?? columnsFor(set);
  columnsOf.set(set, columns);
  return columns;
}

function columnsFor(set: CriteriaSet): readonly KnownColumn[] {
  const indicators = [...set.indicators.values()].map((indicator) => ({
    id: indicator.id,
    label: indicator.label,
    aliases: indicator.aliases,
    required: true,
    quantity: indicator,
  }));
  // Only hamlets lie in communes; elsewhere `Commune` heads the names of the units.
  const unit = UNIT_COLUMN_IDS.filter(
    (id) => !set.indicators.has(id) && (id !== 'commune' || set.unit === 'hamlet'),
  ).map((id) => ({
    id,
    ...UNIT_COLUMNS[id],
    required: id === 'code',
    quantity: null,
  }));
  return [...indicators, ...unit];
}

/** Every way to write the header of a column. */
export function spellingsOf(column: Pick<KnownColumn, 'id' | 'label' | 'aliases'>): readonly string[] {
  return [column.id, column.label.vi, column.label.en, ...column.aliases];
}

/** What the headers of a file mean, beyond ids, labels and aliases. Headers are canonical keys. */
export interface HeaderMeanings {
  readonly headers: ReadonlyMap<string, string>;
  readonly ignored: ReadonlySet<string>;
  /** A column about the unit that no set knows and that is asked for all the same, to group units by. */
  readonly asked?: string | null;
}

/** Whether a header is that of the column asked for, with or without diacritics. */
export function isAsked(header: string, { asked = null }: HeaderMeanings): boolean {
  const plain = (text: string): string => withoutDiacritics(canonicalKey(text));
  return asked !== null && plain(header) === plain(asked);
}

/** Headers mean what their ids, labels and aliases say. */
export const NO_MEANINGS: HeaderMeanings = { headers: new Map(), ignored: new Set() };

/**
 * The column that each header means, by canonical key; a column map wins over an id, an id over a label, and a label over
 * an alias.
 */
export function columnsByKey(
  columns: readonly KnownColumn[],
  meanings: HeaderMeanings = NO_MEANINGS,
): ReadonlyMap<string, KnownColumn> {
  const own = spelt.get(columns) ?? bySpelling(columns);
  spelt.set(columns, own);
  const mapped = [...meanings.headers].flatMap(([key, id]) => {
    const column = columns.find((known) => known.id === id);
    return column === undefined ? [] : [[key, column] as const];
  });
  return mapped.length === 0 ? own : new Map([...own, ...mapped]);
}

/** An id wins over a label, a label over an alias, and all of them over what is left of others without diacritics. */
function bySpelling(columns: readonly KnownColumn[]): ReadonlyMap<string, KnownColumn> {
  const byKey = new Map<string, KnownColumn>();
  const claim = (spelling: string, column: KnownColumn): void => {
    for (const key of headerKeys(spelling)) if (key !== '' && !byKey.has(key)) byKey.set(key, column);
  };
  for (const column of columns) claim(column.id, column);
  for (const column of columns) for (const label of [column.label.vi, column.label.en]) claim(label, column);
  for (const column of columns) for (const alias of column.aliases) claim(alias, column);
  const plain = [...plainSpellings(byKey)].filter(([key]) => !byKey.has(key) && !OTHER_WORDS.has(key));
  return new Map([...byKey, ...plain]);
}

/** Without diacritics a word of its own: beside `Nữ`, `Nam` is no year. */
const OTHER_WORDS: ReadonlySet<string> = new Set(['nam']);

/** The column of each spelling that was left without its diacritics, where it can be of one column alone. */
function plainSpellings(byKey: ReadonlyMap<string, KnownColumn>): ReadonlyMap<string, KnownColumn> {
  const meant = new Map<string, KnownColumn | null>();
  for (const [key, column] of byKey) {
    const plain = withoutDiacritics(key);
    meant.set(plain, (meant.get(plain) ?? column) === column ? column : null);
  }
  return new Map([...meant].flatMap(([key, column]) => (column === null ? [] : [[key, column] as const])));
}

/** A header as written and without what stands in parentheses at its end: `Diện tích (m²)` is `diện tích`. */
function headerKeys(header: string): readonly string[] {
  const { key, bare } = parted(canonicalKey(header));
  return bare === key ? [key] : [key, bare];
}

/** A key and what is left of it without what stands in parentheses at its end. */
export function parted(key: string): { readonly key: string; readonly bare: string; readonly added: string } {
  const [, bare = key, added = ''] = /^(.*?)\s*\(([^()]*)\)$/.exec(key) ?? [];
  return { key, bare, added };
}
