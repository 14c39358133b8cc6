import { grouped } from '../../data/index.ts';
import {
  type Issue,
  issue,
  type Lang,
  messagesIn,
  type Position,
  sentenceLines,
  type Severity,
} from '../../messages/index.ts';
import { harmless } from '../plain/harmless.ts';
import { faultsIn, kindOfIssue } from '../results/issue-kind.ts';
import { wrap } from './layout.ts';
import { countText } from '../plain/numbers.ts';
import type { Style } from '../style.ts';
import { textWidth } from '../plain/text-width.ts';
import { placeText } from '../words/missing-text.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];
/** Of a long line only what stands around the fault is shown. */
const LINE_BEFORE = 40;
const LINE_SHOWN = 90;

/**
 * What is wrong with files, for the terminal: errors first, each with its place, its sentence and the line itself, and
 * how many there are.
 *
 * @param most How many of one kind are told; of the others only the number.
 */
export function writeIssues(issues: readonly Issue[], style: Style, most = Number.POSITIVE_INFINITY): string {
  if (issues.length === 0) return '';
  const told = withMergesCounted(issues);
  const groups = SEVERITIES.map((severity) => inFileOrder(told.filter((found) => found.severity === severity)));
  const lines = [...toldLines(groups.flat(), style, most), countLine(groups, style)];
  return `${lines.join('\n')}\n`;
}

/** The first issues of each kind, and behind the last of them how many more there are. */
function toldLines(issues: readonly Issue[], style: Style, most: number): readonly string[] {
  const kinds = [...grouped(issues, kindOfIssue).values()].map((alike) => {
    const told = alike.filter(({ code }) => code !== 'data/more-of-the-same').slice(0, most);
    return { told, more: faultsIn(alike) - told.length };
  });
  const told = new Set(kinds.flatMap((kind) => kind.told));
  const moreBehind = new Map(kinds.map((kind) => [kind.told.at(-1), kind.more]));
  return issues.flatMap((found) => {
    const more = moreBehind.get(found) ?? 0;
    return [...(told.has(found) ? issueLines(found, style) : []), ...(more > 0 ? moreLines(more, style) : [])];
  });
}

function moreLines(more: number, { lang, width }: Style): readonly string[] {
  return wrap(messagesIn(lang).report.check.moreOfKind(countText(more, lang)), width, '  + ');
}

/** File after file as they come, each from its first line on; what lies in no file, or at no line, stays where it is. */
function inFileOrder(issues: readonly Issue[]): readonly Issue[] {
  const files = [...new Set(issues.map(({ position }) => position?.file))];
  const place = ({ position }: Issue): readonly number[] => [
    files.indexOf(position?.file),
    position?.line ?? 0,
    position?.column ?? 0,
  ];
  return issues.toSorted((one, other) => {
    const [own, others] = [place(one), place(other)];
    return own.map((part, index) => part - (others[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });
}

/** The former units that the data lack of what a unit was made from: none of their figures were carried. */
function absentFormerUnits(found: Issue): readonly string[] {
  return found.code === 'lineage/units-absent' ? found.args.units.map(({ code }) => formerKey(found, code)) : [];
}

function formerKey(
  { args, position }: Extract<Issue, { code: `lineage/${'merged' | 'units-absent'}` }>,
  code: string,
): string {
  return [args.unit.code, position?.file, position?.line, code].join('\n');
}

/** One line for all units that were merged: a province has hundreds. */
function withMergesCounted(issues: readonly Issue[]): readonly Issue[] {
  const merged = issues.flatMap((found) => (found.code === 'lineage/merged' ? [found] : []));
  if (merged.length === 0) return issues;
  const absent = new Set(issues.flatMap(absentFormerUnits));
  const former = new Set(
    merged.flatMap((found) =>
      found.args.from.flatMap(({ code }) => (absent.has(formerKey(found, code)) ? [] : [code])),
    ),
  );
  const counted = issue('lineage/merged-units', { units: merged.length, former: former.size }, { severity: 'note' });
  return [...issues.filter(({ code }) => code !== 'lineage/merged'), counted];
}

/** The place, the sentence and the line of one issue. */
export function issueLines(found: Issue, style: Style): readonly string[] {
  const { lang, paint, width } = style;
  const { severity, position } = found;
  const word = severityPaint(severity, style)(`${messagesIn(lang).report.severities[severity]}:`);
  const place = position === null ? '' : `${paint.bold(`${placeText(position)}:`)} `;
  const [first = '', ...further] = sentenceLines(found, lang).map((line) => harmless(line));
  return [
    ...wrap(`${place}${word} ${first}`, width),
    ...further.flatMap((line) => wrap(line.trimStart(), width, line.startsWith(' ') ? '    ' : '  ')),
    ...sourceLines(position, style),
  ];
}

/** The line itself with a mark under the place; nothing where the text is not known. */
function sourceLines(position: Position | null, { paint, width }: Style): readonly string[] {
  if (position?.text === undefined) return [];
  const at = Math.max(0, (position.column ?? 1) - 1);
  const from = at > LINE_BEFORE ? at - LINE_BEFORE : 0;
  const cut = from > 0 ? '…' : '';
  const room = Math.min(LINE_SHOWN, Math.max(20, width - 8)) - cut.length;
  const shown = cut + harmless(position.text.slice(from, from + room));
  const before = textWidth(cut + harmless(position.text.slice(from, at)));
  const mark = position.column === undefined ? [] : [`    ${' '.repeat(before)}${paint.bad('^')}`];
  return [paint.dim(`    ${shown}`), ...mark];
}

function countLine(
  [errors = [], warnings = [], notes = []]: readonly (readonly Issue[])[],
  { lang, paint }: Style,
): string {
  const counts = { error: faultsIn(errors), warning: faultsIn(warnings), note: faultsIn(notes) };
  return paint.bold(countsText(counts, lang));
}

/** How many issues there are of each severity, without those of which there is none. */
export function countsText({ error, warning, note }: Readonly<Record<Severity, number>>, lang: Lang): string {
  const words = messagesIn(lang).report;
  const counts = [
    { count: error, text: words.errorCount },
    { count: warning, text: words.warningCount },
    { count: note, text: words.noteCount },
  ];
  return counts.flatMap(({ count, text }) => (count === 0 ? [] : text(countText(count, lang)))).join(', ');
}

function severityPaint(severity: Severity, { paint }: Style): (text: string) => string {
  switch (severity) {
    case 'error':
      return paint.bad;
    case 'warning':
      return paint.warn;
    case 'note':
      return paint.dim;
  }
}
