import type { CriteriaSet } from '../../criteria/index.ts';
import type { Gap } from '../../data/index.ts';
import { isUnsettled, type MissingCell } from '../../explain/index.ts';
import { capital, type Lang, messagesIn, type NamedUnit, type Position, unitName } from '../../messages/index.ts';
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

/** The figures of former units that are there and yet do not settle those of a unit: a sentence for each reason. */
export function unsettledTexts(set: CriteriaSet, cells: readonly MissingCell[], lang: Lang): readonly string[] {
  return unsettled(cells, lang, (cell) => `${missingLabel(set, cell, lang)} (${placesText(cell, lang)})`).map(capital);
}

/** What leaves a unit open, as a phrase: in full, or in short without places and offices. */
export function missingPhrase(
  set: CriteriaSet,
  cells: readonly MissingCell[],
  lang: Lang,
  length: 'full' | 'short',
): string {
  const label = (cell: MissingCell): string => missingLabel(set, cell, lang);
  const [units, placed] = apart(cells);
  const lacking =
    length === 'full'
      ? missingTexts(set, cells, lang)
      : [...absentText(units, lang, MOST_NAMED.short), ...placed.map(label)];
  const told = lacking.length === 0 ? [] : [messagesIn(lang).report.missingCells(lacking)];
  return [...told, ...unsettled(cells, lang, label)].join('; ');
}

/** Where the cells of a missing figure stand, each with what is to be said of it. */
export function missingPlaces(
  cell: MissingCell,
  lang: Lang,
): readonly { readonly position: Position; readonly note: string | null }[] {
  const { cells = [], position, units = [] } = cell;
  const noted = cells.map((gap) => ({ position: gap.position, note: gapText(gap, lang) }));
  if (units.length === 0) return noted.length === 0 ? [{ position, note: null }] : noted;
  return [{ position: { file: position.file }, note: absentUnitsText(cell, lang) }, ...noted];
}

/** In a few words where a figure is missing: the units below that have none; of one that does not settle it, why. */
export function missingPlaceText(cell: MissingCell, lang: Lang): string {
  const [reason] = unsettled([cell], lang, ({ position }) => placeText(position));
  return reason ?? absentUnitsText(cell, lang) ?? placesText(cell, lang);
}

/** The units of which all figures are missing that a missing figure is made of, where there are any. */
function absentUnitsText({ units = [] }: MissingCell, lang: Lang): string | null {
  return absentText(units, lang, MOST_NAMED.full)[0] ?? null;
}

/** The units below that have no figure at all, and the figures that are lacking beside theirs. */
function apart(cells: readonly MissingCell[]): readonly [readonly NamedUnit[], readonly MissingCell[]] {
  const units = cells.find((cell) => cell.units !== undefined)?.units ?? [];
  const placed = cells.filter((cell) => cell.units === undefined || cell.position.line !== undefined);
  return [units, placed.filter((cell) => !isUnsettled(cell))];
}

/** Figures that are there and yet settle nothing, by what is to be said of them. */
function unsettled(cells: readonly MissingCell[], lang: Lang, write: (cell: MissingCell) => string): readonly string[] {
  const reasonOf = ({ cells: gaps = [] }: MissingCell): string => {
    const of = [...new Set(gaps.map(({ unit }) => harmless(unitName(unit))))];
    return messagesIn(lang).report.unsettledBy[gaps[0]?.because ?? 'part'](of);
  };
  const told = cells.filter(isUnsettled).map((cell) => ({ reason: reasonOf(cell), text: write(cell) }));
  const reasons = [...new Set(told.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const own = told.filter((other) => other.reason === reason);
    return `${reason}: ${own.map(({ text }) => text).join('; ')}`;
  });
}

/** Whose cell it is that leaves a figure open, and why it does where it holds a figure. */
function gapText({ unit, because }: Gap, lang: Lang): string {
  const name = harmless(unitName(unit));
  return because === undefined ? name : messagesIn(lang).report.unsettledBy[because]([name]);
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
  const where = [placesText(cell, lang), ...(provider === undefined ? [] : [harmless(provider)])].join(', ');
  return `${missingLabel(set, cell, lang)} (${where})`;
}

/** Where a missing figure stands: its first cell, and how many more there are. */
function placesText({ position, cells = [] }: MissingCell, lang: Lang): string {
  const place = placeText(position);
  return cells.length < 2 ? place : messagesIn(lang).report.moreCells(place, countText(cells.length - 1, lang));
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
