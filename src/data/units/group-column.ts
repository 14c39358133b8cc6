import type { CriteriaSet } from '../../criteria/index.ts';
import { MISSING } from '../../formula/index.ts';
import { requireDataset, requireSet, requireText, type Text } from '../../messages/index.ts';
import { canonicalKey, withoutDiacritics } from '../canonical-key.ts';
import { truthOf } from '../columns/boolean-column.ts';
import type { Dataset, Units } from '../dataset.ts';
import { nearestSpellings } from '../nearest.ts';
import { spellingsOf } from '../tables/known-columns.ts';
import { answersYesOrNo, GROUP_COLUMN_IDS, type GroupColumnId, UNIT_COLUMNS } from '../tables/unit-columns.ts';
import { sameProvince } from './unit-name.ts';

/** A column that units can be grouped by: a column about the unit, or a yes-no or choice indicator. */
export interface GroupColumn {
  readonly id: string;
  readonly label: Text;
  readonly of: 'unit' | 'indicator';
  /** What its values are: text as it stands in the data, `yes` and `no`, or the ids of a choice with their labels. */
  readonly values: 'text' | 'boolean' | ReadonlyMap<string, Text>;
}

/** The column that was named, or what could have been meant: no {@link Result}, so whoever asked words the issue. */
export type FoundColumn =
  | { readonly ok: true; readonly column: GroupColumn }
  | {
      readonly ok: false;
      readonly nearest: readonly string[];
      readonly known: readonly string[];
      /** The column about units that was named, which the data lack. */
      readonly lacks: string | null;
    };

/**
 * Finds the column to group units by.
 *
 * @param dataset The data: only columns that it has can be found.
 * @param set What its columns are.
 * @param named An id, a label or another header of the column, with or without diacritics.
 * @example findGroupColumn(dataset, set, 'distrct') // { ok: false, nearest: ['district'], known: ['district'], lacks: null }
 */
export function findGroupColumn(dataset: Dataset, set: CriteriaSet, named: string): FoundColumn {
  requireDataset(dataset);
  requireSet(set);
  requireText(named, 'column');
  const indicators = indicatorColumns(dataset, set);
  const taken = new Set(indicators.map(({ column }) => column.id));
  // A header that an indicator has taken is the indicator's.
  const columns = [...unitColumns(dataset.units).filter(({ column }) => !taken.has(column.id)), ...indicators];
  const found = columnNamed(columns, named);
  if (found !== undefined) return { ok: true, column: found.column };
  const near = nearestSpellings(
    named,
    columns.flatMap(({ spellings }) => spellings),
  );
  const owners = near.flatMap((spelling) => columns.find(({ spellings }) => spellings.includes(spelling)) ?? []);
  return {
    ok: false,
    nearest: [...new Set(owners.map(({ column }) => column.id))],
    known: columns.map(({ column }) => column.id),
    lacks: columnNamed(GROUP_COLUMN_IDS.map(unitColumn), named)?.column.id ?? null,
  };
}

function columnNamed<C extends SpelledColumn>(columns: readonly C[], named: string): C | undefined {
  const key = canonicalKey(named);
  const plain = withoutDiacritics(key);
  return (
    columns.find(({ column }) => column.id === named) ??
    columns.find(({ spellings }) => spellings.some((spelling) => canonicalKey(spelling) === key)) ??
    columns.find(({ spellings }) => spellings.some((spelling) => withoutDiacritics(canonicalKey(spelling)) === plain))
  );
}

interface SpelledColumn {
  readonly column: GroupColumn;
  readonly spellings: readonly string[];
}

function unitColumns({ groups }: Units): readonly SpelledColumn[] {
  return [...groups.keys()].map((id) => {
    const known = GROUP_COLUMN_IDS.find((own) => own === id);
    if (known !== undefined) return unitColumn(known);
    return { column: { id, label: { vi: id, en: id }, of: 'unit', values: 'text' }, spellings: [id] };
  });
}

function unitColumn(id: GroupColumnId) {
  const { label, aliases } = UNIT_COLUMNS[id];
  const values = answersYesOrNo(id) ? 'boolean' : 'text';
  return { column: { id, label, of: 'unit', values }, spellings: spellingsOf({ id, label, aliases }) } as const;
}

function indicatorColumns({ columns }: Dataset, set: CriteriaSet): readonly SpelledColumn[] {
  return [...set.indicators.values()].flatMap((indicator): readonly SpelledColumn[] => {
    const { id, label, values } = indicator;
    const kind = columns.get(id)?.kind;
    if (kind !== 'boolean' && kind !== 'choice') return [];
    const column = { id, label, of: 'indicator', values: kind === 'choice' ? values : 'boolean' } as const;
    return [{ column, spellings: spellingsOf(indicator) }];
  });
}

/**
 * The group of every row.
 *
 * @returns By row the text, `yes` or `no`, or the id of a choice; `null` where the data say nothing. Spellings of one text
 *   are one group under the first of them; districts and communes of one name in several provinces are told apart by it.
 */
export function groupValues(dataset: Dataset, column: GroupColumn): readonly (string | null)[] {
  if (column.of === 'indicator') return indicatorValues(dataset, column);
  const texts = groupTexts(dataset.units, column.id);
  return column.values === 'boolean' ? texts.map((text) => yesOrNo(text) ?? text) : texts;
}

/** The texts of a column about the unit by which units are one group, spelled as {@link groupValues} tells them. */
export function groupTexts({ code, groups }: Units, id: string): readonly (string | null)[] {
  const texts = groups.get(id) ?? code.map(() => null);
  return id === 'district' || id === 'commune' ? withinProvinces(texts, groups.get('province')) : oneSpelling(texts);
}

function indicatorValues({ rows, columns }: Dataset, { id, values }: GroupColumn): readonly (string | null)[] {
  const ids = typeof values === 'string' ? ['no', 'yes'] : [...values.keys()];
  const column = columns.get(id);
  const bytes = column === undefined || column.kind === 'number' ? null : column.values;
  return Array.from({ length: rows }, (_, row) => ids[bytes?.[row] ?? MISSING] ?? null);
}

/** `yes` or `no` as a cell about the unit says it; `null` for anything else. */
export function yesOrNo(text: string | null): 'yes' | 'no' | null {
  const truth = truthOf(text);
  return truth === null ? null : truth === 1 ? 'yes' : 'no';
}

/** Texts with every spelling of one of them replaced by the first. */
export function oneSpelling(texts: readonly (string | null)[]): readonly (string | null)[] {
  const first = new Map<string, string>();
  return texts.map((text) => {
    if (text === null) return null;
    const key = canonicalKey(text);
    const spelling = first.get(key) ?? text;
    first.set(key, spelling);
    return spelling;
  });
}

/** Names with their province after them where several provinces have one. */
function withinProvinces(
  texts: readonly (string | null)[],
  provinces: readonly (string | null)[] | undefined,
): readonly (string | null)[] {
  const names = oneSpelling(texts);
  const owners = provinces === undefined ? names.map(() => null) : oneSpelling(provinces);
  const ownersOf = new Map<string, string[]>();
  for (const [row, name] of names.entries()) {
    const owner = owners[row] ?? null;
    if (name === null || owner === null) continue;
    const others = ownersOf.get(name) ?? [];
    if (!others.some((other) => sameProvince(other, owner))) ownersOf.set(name, [...others, owner]);
  }
  return names.map((name, row) => {
    const owner = owners[row] ?? null;
    const shared = name !== null && (ownersOf.get(name)?.length ?? 0) > 1;
    if (!shared || owner === null) return name;
    return `${name}, ${ownersOf.get(name)?.find((other) => sameProvince(other, owner)) ?? owner}`;
  });
}
