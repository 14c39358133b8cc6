import { harmlessJson } from './harmless.ts';
import { scoreResult } from './result.ts';
import { rowsOf, type WriteReport } from './scored.ts';

/** The whole result as JSON, two spaces deep; it says the same in every language. */
export const writeJson: WriteReport = (scored) => {
  const { assessments, ranking, summary, provenance } = scored;
  const all = scoreResult(assessments, ranking, summary, provenance);
  const result = { ...all, assessments: rowsOf(scored).flatMap((row) => all.assessments[row] ?? []) };
  return `${harmlessJson(JSON.stringify(result, null, 2))}\n`;
};
