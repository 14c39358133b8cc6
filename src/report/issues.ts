import { type Issue, messagesIn, type Position, sentence, type Severity } from '../messages/index.ts';
import { harmless } from './harmless.ts';
import { wrap } from './layout.ts';
import { countText } from './numbers.ts';
import type { Style } from './style.ts';
import { textWidth } from './text-width.ts';
import { placeText } from './unit-texts.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];
/** Of a long line only what stands around the fault is shown. */
const LINE_BEFORE = 40;
const LINE_SHOWN = 90;

/**
 * What is wrong with files, for the terminal: errors first, each with its place, its sentence and the line itself, and
 * how many there are.
 */
export function writeIssues(issues: readonly Issue[], style: Style): string {
  if (issues.length === 0) return '';
  const groups = SEVERITIES.map((severity) => issues.filter((found) => found.severity === severity));
  const lines = [...groups.flat().flatMap((found) => issueLines(found, style)), countLine(groups, style)];
  return `${lines.join('\n')}\n`;
}

function issueLines(found: Issue, style: Style): readonly string[] {
  const { lang, paint, width } = style;
  const { severity, position } = found;
  const word = severityPaint(severity, style)(`${messagesIn(lang).report.severities[severity]}:`);
  const place = position === null ? '' : `${paint.bold(`${placeText(position)}:`)} `;
  return [...wrap(`${place}${word} ${harmless(sentence(found, lang))}`, width), ...sourceLines(position, style)];
}

/** The line itself with a mark under the place; nothing where the text is not known. */
function sourceLines(position: Position | null, { paint, width }: Style): readonly string[] {
  if (position?.text === undefined) return [];
  const at = Math.max(0, (position.column ?? 1) - 1);
  const from = at > LINE_BEFORE ? at - LINE_BEFORE : 0;
  const room = Math.min(LINE_SHOWN, Math.max(20, width - 8));
  const shown = harmless(position.text.slice(from, from + room));
  const before = textWidth(harmless(position.text.slice(from, at)));
  const mark = position.column === undefined ? [] : [`    ${' '.repeat(before)}${paint.bad('^')}`];
  return [paint.dim(`    ${shown}`), ...mark];
}

function countLine(
  [errors = [], warnings = [], notes = []]: readonly (readonly Issue[])[],
  { lang, paint }: Style,
): string {
  const words = messagesIn(lang).report;
  const counts = [
    { found: errors, text: words.errorCount },
    { found: warnings, text: words.warningCount },
    { found: notes, text: words.noteCount },
  ];
  return paint.bold(
    counts.flatMap(({ found, text }) => (found.length === 0 ? [] : text(countText(found.length, lang)))).join(', '),
  );
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
