import type { GoalTexts } from '../words/way-texts.ts';
import { escapeMarkdown, list } from './markdown-text.ts';

/** What would bring a unit to a goal, as an item of a list with the ways under it, and what holds of them. */
export function goalLines({ heading, ways, remarks }: GoalTexts): readonly string[] {
  return [
    `- ${escapeMarkdown(heading)}`,
    ...ways.map((way, index) => `  ${index + 1}. ${escapeMarkdown(way)}`),
    ...list(remarks).map((line) => `  ${line}`),
  ];
}
