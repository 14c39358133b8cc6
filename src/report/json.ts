import { besideReader, comparisonResult } from './comparison-result.ts';
import { harmlessJson } from './harmless.ts';
import { scoreResult } from './result.ts';
import { isSupposed, rowsOf, type WriteReport } from './scored.ts';
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
  const beside = besideReader(scored);
  const { summary: totals, assessments: units, issues, ...head } = all;
  const result = {
    ...head,
    ...(isSupposed(scored) ? { notForCertification: true } : {}),
    summary: totals,
    ...comparisonResult(scored),
    assessments: rowsOf(scored).flatMap((row) => {
      const own = units[row];
      return own === undefined ? [] : [{ ...own, ...beside(row), ...further(row) }];
    }),
    issues,
  };
  return `${harmlessJson(JSON.stringify(result, null, 2))}\n`;
};
