import type { CriteriaSet } from '../../criteria/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';
import { countText } from '../plain/numbers.ts';
import type { Scored } from '../scored.ts';
import { appliedReadings } from '../words/applied-readings.ts';
import { code, escapeMarkdown } from './markdown-text.ts';

/** The readings that were chosen, each question with its answer. */
export function readingLines(set: CriteriaSet, lang: Lang): readonly string[] {
  const words = messagesIn(lang).report;
  return appliedReadings(set, lang).map(
    ({ id, question, chosen, answer }) =>
      `- ${escapeMarkdown(`${question} ${words.reading(answer)}`)} (${code(`${id}=${chosen}`)})`,
  );
}

/** What made a result: the program, the criteria, what was asked for, the data. */
export function originLines({ assessments, provenance }: Scored, lang: Lang): readonly string[] {
  const { set } = assessments.program;
  const words = messagesIn(lang).report;
  const { origin } = words.sheets;
  return [
    `- ${origin.engine}: xasach ${provenance.version}`,
    `- ${origin.criteria}: ${code(set.id)} (${words.statuses[set.status]}), SHA-256 ${code(set.sha256)}`,
    ...Object.entries(provenance.options).map(([name, value]) => `- ${origin.option}: ${code(`--${name} ${value}`)}`),
    ...assessments.dataset.inputs.map(
      ({ name, sha256, rows }) =>
        `- ${origin.input}: ${code(name)} (${origin.rows.toLowerCase()}: ${countText(rows, lang)}), SHA-256 ${code(sha256)}`,
    ),
  ];
}
