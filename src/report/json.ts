import { harmlessJson } from './harmless.ts';
import { scoreResult } from './result.ts';
import { rowsOf, type WriteReport } from './scored.ts';
import { furtherReader } from './way-result.ts';

/**
 * The whole result as JSON, two spaces deep; it says the same in every language.
 *
 * @example JSON.parse(writeJson(scored, style)).summary.certified // 1
 */
export const writeJson: WriteReport = (scored) => {
  const { assessments, ranking, summary, provenance } = scored;
  const all = scoreResult(assessments, ranking, summary, provenance, scored);
  const further = furtherReader(scored);
  const result = {
    ...all,
    assessments: rowsOf(scored).flatMap((row) => {
      const own = all.assessments[row];
      return own === undefined ? [] : [{ ...own, ...further(row) }];
    }),
  };
  return `${harmlessJson(JSON.stringify(result, null, 2))}\n`;
};
