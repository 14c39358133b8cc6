import { nearTheLine } from '../../explain/index.ts';
import { messagesIn } from '../../messages/index.ts';
import type { ExplanationTexts } from '../words/explanation-texts.ts';
import { section } from './head.ts';
import { wrap } from './layout.ts';
import type { Scored } from '../scored.ts';
import type { Style } from '../style.ts';
import type { UnitTexts } from '../words/unit-texts.ts';
import { nearCountText } from '../words/near-count.ts';
import { type GoalTexts, nearTexts } from '../words/way-texts.ts';

/** The sections of one unit on what would bring it further, and on which lines it is near to. */
export function waySections({ ways, near }: Pick<ExplanationTexts, 'ways' | 'near'>, style: Style): readonly string[] {
  const words = messagesIn(style.lang).report.ways;
  const lines = ways.flatMap((goal) => goalLines(goal, style));
  const nearby = near.flatMap((text) => wrap(text, style.width - 2, '• '));
  return [...section(words.title, lines, style), ...section(words.near, nearby, style)];
}

function goalLines({ heading, ways, remarks }: GoalTexts, style: Style): readonly string[] {
  const lines = [
    ...ways.flatMap((text, index) => wrap(text, style.width - 4, `${index + 1}. `)),
    ...remarks.flatMap((text) => wrap(text, style.width - 4)),
  ];
  return [style.paint.bold(heading), ...lines.map((line) => `  ${line}`)];
}

/** The section of a report of many units that lists those near a line, in the order of the report. */
export function nearSection(
  scored: Scored,
  rows: readonly number[],
  texts: UnitTexts,
  style: Style,
): readonly string[] {
  const { assessments } = scored;
  const words = messagesIn(style.lang).report.ways;
  const near = nearTheLine(assessments, rows);
  const found = rows
    .map((row) => ({ row, changes: nearTexts(near(row), assessments, style.lang) }))
    .filter(({ changes }) => changes.length > 0);
  const count = nearCountText(found.length, scored, style.lang);
  const lines = found.flatMap(({ row, changes }) => [
    ...wrap(`${texts.codeAndName(row)} (${texts.className(row)})`, style.width - 2),
    ...changes.flatMap((text) => wrap(text, style.width - 4, '• ').map((line) => `  ${line}`)),
  ]);
  return section(words.near, [...wrap(count, style.width - 2), ...lines], style);
}
