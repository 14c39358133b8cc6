import { type Issue, type Lang, messagesIn, type Position, type Text, unitName } from '../../messages/index.ts';
import {
  type CheckedData,
  countProblems,
  type FileProblems,
  groupMissing,
  groupProblems,
  missingIssues,
  type OfficeMissing,
  type OfficeProblems,
  type ProblemKind,
  problemsOf,
} from '../results/check-problems.ts';
import { harmless } from '../plain/harmless.ts';
import { countsText, issueLines } from './issues.ts';
import { wrap } from './layout.ts';
import { countText } from '../plain/numbers.ts';
import type { Style } from '../style.ts';

/** How many problems of a kind are told in full, how many further cells are named, and how many units lacking a figure. */
const TOLD = 20;
const CELLS_NAMED = 10;
const UNITS_NAMED = 5;
/** How many units a sentence names. */
const NAMED_IN_SENTENCE = 20;

/**
 * What is wrong with data, for the terminal: by file, by the office that owes the figures, and by kind, with the first
 * cells of each; then the missing figures by office.
 */
export function writeCheckPage(all: CheckedData, style: Style): string {
  const checked = style.isQuiet === true ? errorsOf(all) : all;
  const words = messagesIn(style.lang);
  const files = groupProblems(problemsOf(checked));
  const missing = missingIssues(checked);
  const blocks = files.map((file) => fileLines(file, style));
  if (missing.length > 0) blocks.push(missingLines(groupMissing(missing, checked.set), missing.length, style));
  if (files.length > 0) return pageOf([...blocks, [style.paint.bold(countsOf(files, style.lang))]]);
  // Where only what is left out was found, it cannot be said that nothing was.
  return pageOf(checked.issues.length < all.issues.length ? blocks : [[words.cli.nothingFound], ...blocks]);
}

function pageOf(blocks: readonly (readonly string[])[]): string {
  return blocks.length === 0 ? '' : `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function errorsOf(checked: CheckedData): CheckedData {
  return { ...checked, issues: checked.issues.filter(({ severity }) => severity === 'error') };
}

/** How much is wrong with data, in a few words; `null` where nothing is. */
export function checkCounts(checked: CheckedData, lang: Lang): string | null {
  const files = groupProblems(problemsOf(checked));
  return files.length === 0 ? null : countsOf(files, lang);
}

function countsOf(files: readonly FileProblems[], lang: Lang): string {
  return countsText(countProblems(files.flatMap(({ offices }) => offices.flatMap(({ kinds }) => kinds))), lang);
}

function fileLines({ file, offices }: FileProblems, style: Style): readonly string[] {
  const words = messagesIn(style.lang).report.check;
  const counts = countsText(countProblems(offices.flatMap(({ kinds }) => kinds)), style.lang);
  const title = words.heading(file === null ? words.noFile : harmless(file), counts);
  return [
    style.paint.bold(title),
    ...offices.flatMap((office) => indented(officeLines(office, file !== null, style), '  ')),
  ];
}

function officeLines({ office, kinds }: OfficeProblems, isInFile: boolean, style: Style): readonly string[] {
  const { lang, paint } = style;
  const words = messagesIn(lang).report.check;
  const inner = { ...style, width: style.width - 4 };
  const lines = kinds.flatMap((kind) => kindLines(kind, inner));
  if (!isInFile && office === null) return lines;
  const name = office === null ? words.noOffice : harmless(office[lang]);
  return [paint.bold(words.heading(name, countsText(countProblems(kinds), lang))), ...indented(lines, '  ')];
}

function kindLines({ code, total, problems }: ProblemKind, style: Style): readonly string[] {
  const { lang, width } = style;
  const words = messagesIn(lang).report.check;
  const issues = problems.map(({ issue }) => issue);
  // Issues about the cells of a known column differ by what stands in them; all others are sentences of their own.
  const first = issues[0];
  const isAboutCells = first !== undefined && first.position?.column !== undefined && first.path !== null;
  const told = issues.slice(0, isAboutCells ? 1 : code === 'lineage/merged' ? issues.length : TOLD);
  const lines = told.flatMap((found) => issueLines(found, style));
  for (const found of told) lines.push(...furtherUnits(found, style));
  const more = total - told.length;
  if (more <= 0) return lines;
  const cells = isAboutCells ? issues.slice(1, 1 + CELLS_NAMED).map(cellText) : [];
  const rest =
    cells.length === 0
      ? words.moreOfKind(countText(more, lang))
      : words.moreCells(countText(more, lang), cells, cells.length === more);
  return [...lines, ...wrap(rest, width, '  + ')];
}

/** The units of a registry that are missing and that the sentence no longer names. */
function furtherUnits(found: Issue, { lang, width }: Style): readonly string[] {
  const units = found.code === 'registry/units-missing' ? found.args.units.slice(NAMED_IN_SENTENCE) : [];
  if (units.length === 0) return [];
  const named = units.map((unit) => harmless(unitName(unit)));
  return wrap(messagesIn(lang).report.check.otherUnits(countText(units.length, lang), named), width, '  + ');
}

/** `B12 “x”`; in a text file `12:2 “x”`. */
function cellText({ position, received }: Issue): string {
  const text = received === null || received === '' ? '' : ` “${harmless(received.slice(0, 40))}”`;
  return `${placeInFile(position)}${text}`;
}

function placeInFile(position: Position | null): string {
  return position?.cell ?? [position?.line, position?.column].filter((part) => part !== undefined).join(':');
}

function missingLines(offices: readonly OfficeMissing[], total: number, style: Style): readonly string[] {
  const { lang, paint, width } = style;
  const words = messagesIn(lang).report.check;
  const lines = offices.flatMap(({ office, indicators }) => {
    const count = indicators.reduce((sum, { cells }) => sum + cells.length, 0);
    const name = office === null ? words.noOffice : harmless(office[lang]);
    return [
      `  ${paint.bold(words.heading(name, words.cells(countText(count, lang))))}`,
      ...indicators.flatMap(({ label, cells }) => wrap(missingText(label, cells, style), width, '    ')),
    ];
  });
  return [paint.bold(words.missing(countText(total, lang))), ...lines];
}

function missingText(label: Text, cells: OfficeMissing['indicators'][number]['cells'], { lang }: Style): string {
  const units = cells.slice(0, UNITS_NAMED).map(({ args: { unit, period }, position }) => {
    const place = placeInFile(position);
    return harmless([unitName(unit), period, place === '' ? null : place].filter((part) => part !== null).join(', '));
  });
  const count = countText(cells.length, lang);
  return messagesIn(lang).report.check.missingOf(harmless(label[lang]), count, units, units.length === cells.length);
}

function indented(lines: readonly string[], by: string): readonly string[] {
  return lines.map((line) => by + line);
}
