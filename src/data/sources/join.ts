import type { CriteriaSet } from '../../criteria/index.ts';
import type { Column } from '../../formula/index.ts';
import { type Issue, issue, type NamedUnit, type Position } from '../../messages/index.ts';
import { canonicalKey } from '../canonical-key.ts';
import type { Dataset, Units } from '../dataset.ts';
import { type Findings, gatherFindings } from '../findings.ts';
import { remembered } from '../remembered.ts';
import { columnIssues } from '../tables/absent-columns.ts';
import { answersYesOrNo, GROUP_COLUMN_IDS, unitColumnLabel } from '../tables/unit-columns.ts';
import { firstUnits } from '../units/named-units.ts';
import { sameName, sameProvince } from '../units/unit-name.ts';
import { cellText } from './cell-text.ts';
import { joinColumns } from './join-columns.ts';
import { type PlacedRows, placeRows } from './placed-rows.ts';

/**
 * Joins files into one table by unit and period. A cell given twice with different values is an error that names both
 * places; what no file has is missing.
 *
 * @param parts The files, each read as a part.
 * @param set What the columns are.
 * @returns One dataset; a cell's position is that of the file it comes from.
 */
export function joinDatasets(parts: readonly Dataset[], set: CriteriaSet): Dataset {
  const [only] = parts;
  const { told, missing } = columnIssues(parts, set);
  if (only !== undefined && parts.length === 1) return { ...only, issues: [...told, ...missing] };
  const placed = placeRows(parts);
  const findings = gatherFindings();
  const joined: Joining = { parts, set, placed, findings };
  const columns = joinIndicators(joined);
  const units = joinUnits(joined);
  const undecided = parts.flatMap((part) => part.undecided ?? []);
  return {
    rows: placed.rows,
    units,
    columns,
    ...(undecided.length === 0 ? {} : { undecided }),
    inputs: parts.flatMap(({ inputs }) => inputs),
    issues: [...told, ...placed.issues, ...missing, ...findings.list(), ...absentUnits(joined, units)],
    positionOf: (row, indicator) => positionOf(joined, row, indicator),
  };
}

interface Joining {
  readonly parts: readonly Dataset[];
  readonly set: CriteriaSet;
  readonly placed: PlacedRows;
  readonly findings: Findings;
}

/** The file that a part is, or the sheet of it. */
function fileOf({ positionOf: at }: Dataset): Position {
  const { file, sheet } = at(-1, '');
  return { file, ...(sheet === undefined ? {} : { sheet }) };
}

function joinIndicators(joining: Joining): ReadonlyMap<string, Column> {
  const { parts, set, placed } = joining;
  const columns = new Map<string, Column>();
  for (const { id } of set.indicators.values()) {
    const given = parts.flatMap(({ columns: own }, part) => {
      const column = own.get(id);
      const rowOf = placed.rowOf[part];
      return column === undefined || rowOf === undefined ? [] : [{ column, rowOf, part }];
    });
    if (given.length === 0) continue;
    columns.set(
      id,
      joinColumns(given, placed.rows, ({ part, from, row }) => reportConflict(joining, { id, part, from, row })),
    );
  }
  return columns;
}

function reportConflict(
  joining: Joining,
  { id, part, from, row }: { readonly id: string; readonly part: number; readonly from: number; readonly row: number },
): void {
  const { parts, set, placed, findings } = joining;
  const indicator = set.indicators.get(id);
  const first = givers(joining, row, id)[0];
  const [column, before] = [parts[part]?.columns.get(id), first?.dataset.columns.get(id)];
  if (indicator === undefined || first === undefined || column === undefined || before === undefined) return;
  const args = {
    unit: placed.code[row] ?? '',
    indicator: indicator.label,
    other: cellText(before, indicator, first.from) ?? '',
    otherAt: first.dataset.positionOf(first.from, id),
  };
  const position = parts[part]?.positionOf(from, id) ?? null;
  findings.add(issue('join/conflict', args, { position, path: id, received: cellText(column, indicator, from) }));
}

interface Giver {
  readonly dataset: Dataset;
  readonly from: number;
}

/** The files that have a row, in order, with their own row; of an indicator, those in which it is not missing. */
function givers({ parts, set, placed }: Joining, row: number, id: string | null = null): readonly Giver[] {
  const indicator = id === null ? undefined : set.indicators.get(id);
  return parts.flatMap((dataset, part) => {
    const from = placed.from[part]?.[row] ?? -1;
    if (from < 0) return [];
    if (id === null) return [{ dataset, from }];
    const column = dataset.columns.get(id);
    const given = column !== undefined && indicator !== undefined && cellText(column, indicator, from) !== null;
    return given ? [{ dataset, from }] : [];
  });
}

/** The cell that was taken; else the blank one; else the file that would hold it; else the unit's first row. */
function positionOf(joining: Joining, row: number, id: string): Position {
  const rows = givers(joining, row);
  const taken = givers(joining, row, id)[0] ?? rows.find(({ dataset }) => dataset.columns.has(id));
  if (taken !== undefined) return taken.dataset.positionOf(taken.from, id);
  const owner = joining.parts.find(({ columns }) => columns.has(id));
  if (owner !== undefined) return fileOf(owner);
  const [first] = rows;
  return first === undefined ? { file: '' } : first.dataset.positionOf(first.from, id);
}

function joinUnits(joining: Joining): Units {
  const { parts, placed } = joining;
  const given = new Set(parts.flatMap(({ units }) => [...units.groups.keys()]));
  const known = GROUP_COLUMN_IDS.filter((id) => given.delete(id));
  const ids = [...known, ...given];
  const groups = ids.map(
    (id) => [id, joinTexts(joining, id, ({ units }, from) => units.groups.get(id)?.[from] ?? null)] as const,
  );
  return {
    code: placed.code,
    period: placed.period,
    name: joinTexts(joining, 'name', ({ units }, from) => units.name[from] ?? null),
    groups: new Map(groups),
  };
}

/** The first text given of each row; another one is reported. */
function joinTexts(
  joining: Joining,
  id: string,
  textOf: (dataset: Dataset, from: number) => string | null,
): readonly (string | null)[] {
  return joining.placed.code.map((unit, row) => {
    const given = givers(joining, row).flatMap(({ dataset, from }) => {
      const text = textOf(dataset, from);
      return text === null ? [] : [{ text, at: dataset.positionOf(from, id) }];
    });
    const [first, ...others] = given;
    if (first === undefined) return null;
    const other = others.find(({ text }) => !sameText(id, first.text, text));
    if (other !== undefined) {
      const args = { unit, column: unitColumnLabel(id), other: first.text, otherAt: first.at };
      // Of two units under one code the figures would be mixed.
      const severity = id === 'name' || answersYesOrNo(id) ? 'error' : 'warning';
      joining.findings.add(
        issue('join/unit-differs', args, { severity, position: other.at, path: id, received: other.text }),
      );
    }
    return first.text;
  });
}

function sameText(id: string, one: string, other: string): boolean {
  switch (id) {
    case 'name':
    case 'district':
    case 'commune':
      return sameName(one, other);
    case 'province':
      return sameProvince(one, other);
    default:
      return canonicalKey(one) === canonicalKey(other);
  }
}

/** For each file, the units it lacks although it alone has a column they need. */
function absentUnits({ parts, placed }: Joining, { code, name }: Units): readonly Issue[] {
  return parts.flatMap((part, index): readonly Issue[] => {
    if (placed.rowOf[index]?.every((row) => row < 0) === true) return [];
    const lacks = remembered((presence) => {
      const others = parts.filter((_, other) => presence[other] === '1');
      return [...part.columns.keys()].some((id) => !others.some(({ columns }) => columns.has(id)));
    });
    const absent: NamedUnit[] = [];
    code.forEach((unit, row) => {
      const presence = placed.from.map((from) => ((from[row] ?? -1) >= 0 ? '1' : '0')).join('');
      if (presence[index] === '0' && lacks(presence)) absent.push({ code: unit, name: name[row] ?? null });
    });
    const once = [...new Map(absent.map((unit) => [unit.code, unit])).values()];
    if (once.length === 0) return [];
    return [issue('join/units-absent', firstUnits(once), { severity: 'warning', position: fileOf(part) })];
  });
}
