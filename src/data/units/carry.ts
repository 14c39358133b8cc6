import type { CriteriaSet, Indicator } from '../../criteria/index.ts';
import type { Column } from '../../formula/index.ts';
import { type Issue, issue, type NamedUnit, type Position } from '../../messages/index.ts';
import { canonicalKey } from '../canonical-key.ts';
import type { CellBounds, Dataset, Gap, Units } from '../dataset.ts';
import { isMissing } from '../is-missing.ts';
import { unitColumnLabel } from '../tables/unit-columns.ts';
import type { FormerUnits } from './former-units.ts';
import type { Descent, Lineage } from './lineage.ts';
import { mergeColumn, type Share } from './merge-cells.ts';
import { firstUnits } from './named-units.ts';
import { unitInPeriod } from './unit-in-period.ts';

/** Columns about a unit that say where and what it was: units of today lie in other provinces, and in no district. */
const FORMER_GROUPS: readonly string[] = ['province', 'type', 'district', 'commune'];

/** Whether a column about units holds for the unit of today where it holds for all that it was made from. */
function isLasting(id: string): boolean {
  return !FORMER_GROUPS.includes(id);
}

/** A unit of today in one period, and the rows of those it was made from: of one that was there already, its own. */
interface Heir {
  readonly code: string;
  readonly period: string | null;
  readonly sources: readonly Source[];
  /** Its own row; `null` where its figures were carried to it. */
  readonly own: number | null;
}

interface Source {
  readonly descent: Descent;
  /** −1 where the data lack the former unit. */
  readonly row: number;
}

/**
 * Carries figures of former units to the units of today. What merges is listed in notes; a figure that a divided unit
 * leaves open is missing, with bounds where its indicator allows them.
 *
 * @param dataset Rows of former units, already identified, and of units of today.
 * @param today The periods of the latter: their rows stay as they are.
 * @param set How indicators merge.
 * @returns One row for each unit of today that any of the former units went into.
 */
export function carryForward(
  dataset: Dataset,
  { lineage, today }: { readonly lineage: Lineage; readonly today: FormerUnits['today'] },
  set: CriteriaSet,
): Dataset {
  const heirs = heirsOf(dataset, lineage, today);
  const gapsOf = gapReader(dataset, heirs, { lineage, set });
  const columns = new Map<string, Column>();
  const bounds = new Map<string, ReadonlyMap<number, CellBounds>>();
  for (const [id, column] of dataset.columns) {
    const indicator = set.indicators.get(id);
    if (indicator === undefined) continue;
    const merged = mergeColumn(
      column,
      indicator,
      heirs.map(({ sources }) => sharesOf(sources, indicator)),
    );
    columns.set(id, merged.column);
    if (merged.bounds.size > 0) bounds.set(id, merged.bounds);
  }
  return {
    rows: heirs.length,
    units: unitsOf(dataset.units, heirs, lineage),
    columns,
    ...(bounds.size === 0 ? {} : { bounds }),
    ...(dataset.undecided === undefined ? {} : { undecided: dataset.undecided }),
    inputs: dataset.inputs,
    issues: [
      ...dataset.issues,
      ...unmergeable(dataset, set),
      ...divided(dataset, heirs, lineage),
      ...tellings(dataset, heirs, lineage),
    ],
    positionOf: (row, id) => {
      const isOpen = columns.has(id) && isMissing({ columns }, id, row);
      return isOpen ? openAt(dataset, heirs[row], id, gapsOf(row, id)) : dataset.positionOf(firstRow(heirs[row]), id);
    },
    gapsOf,
  };
}

function heirsOf({ units }: Dataset, lineage: Lineage, today: FormerUnits['today']): readonly Heir[] {
  const rows = new Map<string, number>();
  units.code.forEach((code, row) => rows.set(unitInPeriod(code, units.period[row] ?? null), row));
  const heirs = new Map<string, Heir>();
  units.code.forEach((old, row) => {
    const period = units.period[row] ?? null;
    if (today.has(period)) {
      const descent: Descent = { old, new: old, portion: 'whole', people: 'whole' };
      heirs.set(unitInPeriod(old, period), { code: old, period, sources: [{ descent, row }], own: row });
      return;
    }
    for (const { new: code } of lineage.successors.get(old) ?? []) {
      if (heirs.has(unitInPeriod(code, period))) continue;
      const sources = (lineage.predecessors.get(code) ?? []).map((descent) => ({
        descent,
        row: rows.get(unitInPeriod(descent.old, period)) ?? -1,
      }));
      heirs.set(unitInPeriod(code, period), { code, period, sources, own: null });
    }
  });
  return [...heirs.values()];
}

/** What the former units bring to a figure: where all the people of a unit went elsewhere, nothing to a figure of people. */
function sharesOf(sources: readonly Source[], { merge }: Indicator): readonly Share[] {
  return sources.flatMap(({ descent, row }): readonly Share[] => {
    const extent = merge?.of === 'people' ? descent.people : descent.portion;
    if (extent === 'none') return [];
    return [{ row, extent: extent === 'whole' ? 'whole' : 'part' }];
  });
}

/**
 * Makes the reader of what leaves a carried figure open: the former units without it; where all have one, those that were
 * divided, or, where nobody says how such figures merge, all of them.
 */
function gapReader(
  dataset: Dataset,
  heirs: readonly Heir[],
  { lineage, set }: { readonly lineage: Lineage; readonly set: CriteriaSet },
): (row: number, id: string) => readonly Gap[] {
  const { code, name } = dataset.units;
  const gapAt = (row: number, id: string, because?: Gap['because']): Gap => ({
    position: dataset.positionOf(row, id),
    unit: { code: code[row] ?? '', name: name[row] ?? lineage.oldNames.get(code[row] ?? '') ?? null },
    ...(because === undefined ? {} : { because }),
  });
  return (row, id) => {
    const indicator = set.indicators.get(id);
    const heir = heirs[row];
    if (indicator === undefined || heir === undefined || heir.own !== null || !dataset.columns.has(id)) return [];
    const shares = sharesOf(heir.sources, indicator);
    const blank = shares.filter((share) => share.row >= 0 && isMissing(dataset, id, share.row));
    if (blank.length > 0 || shares.some((share) => share.row < 0)) return blank.map((share) => gapAt(share.row, id));
    const parts = shares.filter(({ extent }) => extent === 'part');
    return parts.length > 0
      ? parts.map((share) => gapAt(share.row, id, 'part'))
      : shares.map((share) => gapAt(share.row, id, 'not-mergeable'));
  };
}

/** Where a carried figure is open: the first cell that leaves it so; without a row, the file. */
function openAt(dataset: Dataset, heir: Heir | undefined, id: string, [gap]: readonly Gap[]): Position {
  if (gap !== undefined) return gap.position;
  const first = dataset.positionOf(firstRow(heir), id);
  return heir?.sources.some(({ row }) => row < 0) === true ? { file: first.file } : first;
}

function firstRow(heir: Heir | undefined): number {
  return heir?.sources.find(({ row }) => row >= 0)?.row ?? 0;
}

function unitsOf(units: Units, heirs: readonly Heir[], { newNames }: Lineage): Units {
  const hasOwn = heirs.some(({ own }) => own !== null);
  const groups = [...units.groups].filter(([id]) => hasOwn || isLasting(id));
  return {
    code: heirs.map(({ code }) => code),
    name: heirs.map(({ code, own }) => (own === null ? newNames.get(code) : units.name[own]) ?? null),
    period: heirs.map(({ period }) => period),
    groups: new Map(
      groups.map(([id, texts]) => [
        id,
        heirs.map(({ sources, own }) => {
          if (own === null && !isLasting(id)) return null;
          return agreed(sources.map(({ row }) => texts[row] ?? null));
        }),
      ]),
    ),
  };
}

/** The columns in which the former units of some unit of today differ: there it has none. */
function divided({ units }: Dataset, heirs: readonly Heir[], { newNames }: Lineage): readonly Issue[] {
  return [...units.groups].flatMap(([id, texts]): readonly Issue[] => {
    const odd = heirs.filter(({ sources }) => {
      const given = sources.flatMap(({ row }) => texts[row] ?? []);
      return isLasting(id) && given.length > 0 && agreed(given) === null;
    });
    if (odd.length === 0) return [];
    const named = odd.map(({ code }) => ({ code, name: newNames.get(code) ?? null }));
    return [
      issue('lineage/group-differs', { column: unitColumnLabel(id), ...firstUnits(named) }, { severity: 'warning' }),
    ];
  });
}

function agreed(texts: readonly (string | null)[]): string | null {
  const [first = null] = texts;
  const one = first === null ? null : canonicalKey(first);
  return texts.every((text) => text !== null && canonicalKey(text) === one) ? first : null;
}

function unmergeable({ columns }: Dataset, set: CriteriaSet): readonly Issue[] {
  const open = [...set.indicators.values()].filter(({ id, merge }) => merge === null && columns.has(id));
  const indicators = open.map(({ label }) => label);
  return indicators.length === 0 ? [] : [issue('lineage/not-mergeable', { indicators }, { severity: 'warning' })];
}

/** What each unit of today was made from, and which of those the data lack. */
function tellings(dataset: Dataset, heirs: readonly Heir[], lineage: Lineage): readonly Issue[] {
  return heirs.flatMap((heir): readonly Issue[] => {
    const unit = { code: heir.code, name: lineage.newNames.get(heir.code) ?? null };
    const position = dataset.positionOf(firstRow(heir), 'code');
    const named = ({
      descent: { old, portion },
      row,
    }: Source): NamedUnit & { readonly portion: Descent['portion'] } => {
      return { code: old, name: dataset.units.name[row] ?? lineage.oldNames.get(old) ?? null, portion };
    };
    const from = heir.sources.map(named);
    const absent = heir.sources.filter(({ row }) => row < 0).map(named);
    const merged = issue('lineage/merged', { unit, from }, { severity: 'note', position });
    if (absent.length === 0) return from.length === 1 && from[0]?.portion === 'whole' ? [] : [merged];
    return [merged, issue('lineage/units-absent', { unit, ...firstUnits(absent) }, { severity: 'warning', position })];
  });
}
