import type { CriteriaSet, Indicator } from '../criteria/index.ts';
import { blankColumn, canonicalKey, type Dataset, gatherFindings, kindOfColumn } from '../data/index.ts';
import { type Column, MISSING } from '../formula/index.ts';
import type { Issue } from '../messages/index.ts';
import { max, min } from '../number/index.ts';
import type { Pair, Sets } from './change.ts';
import { outsideBounds } from './refusals.ts';

/*
 * One table is read once for both sets: with the columns of either, under the names of the revision. What a column then means
 * to a set of its own kind is a view of it.
 */

/**
 * A set with the columns of both, to read data with.
 *
 * @param original What a column is called in the base itself, where it was renamed.
 */
export function readingSet({ base, revision }: Sets, original = (id: string): string => id): CriteriaSet {
  const owners = new Map(
    [...revision.indicators.values()].flatMap((own) => headersOf(own).map((key) => [key, own.id])),
  );
  const indicators = [...revision.indicators.values()].map((own) => {
    const earlier = base.indicators.get(own.id);
    const isFree = (header: string): boolean => !owners.has(canonicalKey(header));
    return earlier === undefined ? own : joined(earlier, own, [original(own.id)], isFree);
  });
  const gone = [...base.indicators.values()].filter(({ id }) => !revision.indicators.has(id));
  // A check of one set is no fault of data that the other takes as they are.
  return { ...revision, indicators: new Map([...indicators, ...gone].map((own) => [own.id, own])), checks: [] };
}

/** An indicator that reads under all its headers and lets through what is sound to either set. */
function joined(
  earlier: Indicator,
  own: Indicator,
  ids: readonly string[],
  isFree: (header: string) => boolean,
): Indicator {
  const headers = [...ids, earlier.label.vi, earlier.label.en, ...earlier.aliases];
  return {
    ...own,
    aliases: [...own.aliases, ...headers.filter(isFree)],
    values: new Map([...earlier.values, ...own.values]),
    min: min(earlier.min, own.min),
    // No bound lies further out than any.
    max: earlier.max === null || own.max === null ? null : max(earlier.max, own.max),
    words: new Map([...(earlier.words ?? []), ...(own.words ?? [])]),
  };
}

function headersOf({ id, label, aliases }: Indicator): readonly string[] {
  return [id, label.vi, label.en, ...aliases].map((header) => canonicalKey(header));
}

/** The table as a set understands it: what is missing or of another kind is unknown to it, choices have their own places. */
export function viewOf(dataset: Dataset, read: CriteriaSet, set: CriteriaSet): Dataset {
  const findings = gatherFindings();
  const columns = new Map(
    [...dataset.columns].flatMap(([name, column]) => {
      const [id = name] = name.split('@');
      const [as, own] = [read.indicators.get(id), set.indicators.get(id)];
      if (as === undefined || own === undefined || as === own) return [[name, column] as const];
      const seen = seenAs(column, as, own);
      if (seen !== null) for (const found of outsideBounds({ column: seen, as, own }, dataset)) findings.add(found);
      return seen === null ? [] : [[name, seen] as const];
    }),
  );
  for (const own of set.indicators.values()) {
    if (own.rollup === null && !columns.has(own.id)) columns.set(own.id, blankColumn(own, dataset.rows));
  }
  return { ...dataset, columns, faults: [...(dataset.faults ?? []), ...findings.list()] };
}

function seenAs(column: Column, as: Indicator, own: Indicator): Column | null {
  if (kindOfColumn(as) !== kindOfColumn(own)) return null;
  if (column.kind !== 'choice') return column;
  const ids = [...own.values.keys()];
  const places = column.ids.map((value) => ids.indexOf(value));
  const values = column.values.map((value) => {
    const place = places[value] ?? -1;
    return place < 0 ? MISSING : place;
  });
  return { kind: 'choice', ids, values };
}

/** The columns that the data lack, as what reading them found says. */
export function columnsMissing(issues: readonly Issue[]): readonly string[] {
  return issues.flatMap((found) =>
    found.code === 'data/missing-columns' || found.code === 'data/left-out'
      ? found.args.columns.map(({ id }) => id)
      : [],
  );
}

/** Of some indicators, those that each set asks for and the other does not, and those that both ask for. */
export function neededBy(
  ids: readonly string[],
  { base, revision }: Sets,
): Pair<readonly string[]> & {
  readonly both: readonly string[];
} {
  const inBase = ids.filter((id) => base.indicators.has(id));
  const inRevision = ids.filter((id) => revision.indicators.has(id));
  const both = new Set(inBase.filter((id) => inRevision.includes(id)));
  const isOfOne = (id: string): boolean => !both.has(id);
  return { base: inBase.filter(isOfOne), revision: inRevision.filter(isOfOne), both: [...both] };
}

/** A set without some of its columns. */
export function withoutColumns(set: CriteriaSet, ids: readonly string[]): CriteriaSet {
  const left = [...set.indicators].filter(([id]) => !ids.includes(id));
  return { ...set, indicators: new Map(left) };
}
