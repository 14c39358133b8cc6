import type { CriteriaSet } from '../../criteria/index.ts';
import type { MissingCell } from '../../explain/index.ts';
import { type Lang, messagesIn, type NamedUnit, type Position, unitName } from '../../messages/index.ts';
import { labelOf } from './finding-text.ts';
import { harmless } from '../plain/harmless.ts';
import { countText } from '../plain/numbers.ts';

/** How many units that are absent are named in a sentence, and in a short reason. */
const MOST_NAMED = { full: 20, short: 3 };

/**
 * The missing figures of a unit: those with a place of their own, and before them the units below that have none at all,
 * whose figures are all missing and need not be listed one by one.
 */
export function missingTexts(set: CriteriaSet, cells: readonly MissingCell[], lang: Lang): readonly string[] {
  const [units, placed] = apart(cells);
  return [...absentText(units, lang, MOST_NAMED.full), ...placed.map((cell) => missingText(set, cell, lang))];
}

/** The same in short: without places and offices. */
export function missingLabels(set: CriteriaSet, cells: readonly MissingCell[], lang: Lang): readonly string[] {
  const [units, placed] = apart(cells);
  return [...absentText(units, lang, MOST_NAMED.short), ...placed.map((cell) => missingLabel(set, cell, lang))];
}

/** The units of which all figures are missing that a missing figure is made of, where there are any. */
export function absentUnitsText({ units = [] }: MissingCell, lang: Lang): string | null {
  return absentText(units, lang, MOST_NAMED.full)[0] ?? null;
}

function apart(cells: readonly MissingCell[]): readonly [readonly NamedUnit[], readonly MissingCell[]] {
  const units = cells.find((cell) => cell.units !== undefined)?.units ?? [];
  return [units, cells.filter((cell) => cell.units === undefined || cell.position.line !== undefined)];
}

function absentText(units: readonly NamedUnit[], lang: Lang, most: number): readonly string[] {
  if (units.length === 0) return [];
  const named = units.slice(0, most).map((unit) => harmless(unitName(unit)));
  const others = units.length - named.length;
  const count = (number: number): string => countText(number, lang);
  return [messagesIn(lang).report.absentUnits(named, count(units.length), others === 0 ? null : count(others))];
}

/** Where a missing figure should stand, and whose office owes it: `a.csv:12:5, Công an cấp xã`. */
function missingText(set: CriteriaSet, cell: MissingCell, lang: Lang): string {
  const provider = cell.provider?.[lang];
  const where = [placeText(cell.position), ...(provider === undefined ? [] : [harmless(provider)])].join(', ');
  return `${missingLabel(set, cell, lang)} (${where})`;
}

/** The label of a missing figure, and of which period. */
export function missingLabel(
  set: CriteriaSet,
  { indicator, periodsAgo }: Pick<MissingCell, 'indicator' | 'periodsAgo'>,
  lang: Lang,
): string {
  const label = labelOf(set, indicator, lang);
  return periodsAgo === 0 ? label : messagesIn(lang).report.periodsAgo(label, periodsAgo);
}

/** `file:line:column`, as far as it is known; in a workbook `file:sheet!cell`. */
export function placeText({ file, sheet, cell, line, column }: Position): string {
  if (sheet !== undefined) return `${harmless(file)}:${harmless(sheet)}${line === undefined ? '' : `!${cell ?? line}`}`;
  return [harmless(file), line, column].filter((part) => part !== undefined).join(':');
}
