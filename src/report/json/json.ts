import type { AssessmentResult } from '../results/assessment-result.ts';
import { besideReader, comparisonResult } from '../results/comparison-result.ts';
import { criterionSentences } from '../words/criterion-reason.ts';
import type { CriterionResult } from '../results/criterion-result.ts';
import { harmlessJson } from '../plain/harmless.ts';
import { scoreResult } from '../results/result.ts';
import { requireOwn, rowsOf, type Scored, type WriteReport } from '../scored.ts';
import { furtherReader } from '../results/way-result.ts';

/**
 * The whole result as JSON, two spaces deep; it says the same in every language.
 *
 * @throws {RangeError} For what was not scored, and an order or totals of other units.
 * @example JSON.parse(writeJson(scored, style)).summary.certified // 1
 */
export const writeJson: WriteReport = (scored) => {
  requireOwn(scored);
  const { assessments, ranking, summary, provenance } = scored;
  const all = scoreResult(assessments, ranking, summary, provenance, scored);
  const further = furtherReader(scored);
  const beside = besideReader(scored);
  const reasoned = reasonReader(scored);
  const { summary: totals, assessments: units, issues, ...head } = all;
  const result = {
    ...head,
    summary: totals,
    ...comparisonResult(scored),
    assessments: rowsOf(scored).flatMap((row, index) => {
      const own = units[index];
      return own === undefined ? [] : [{ ...own, criteria: reasoned(own, row), ...beside(row), ...further(row) }];
    }),
    issues,
  };
  return `${harmlessJson(JSON.stringify(result, null, 2))}\n`;
};

/** The criteria of a unit, with a sentence each where the ways to pass are told too. */
function reasonReader({
  assessments,
  further,
}: Scored): (own: AssessmentResult, row: number) => readonly CriterionResult[] {
  if (further?.has('ways') !== true) return ({ criteria }) => criteria;
  const { criteria } = assessments.program.set;
  const [vi, en] = [criterionSentences(assessments, 'vi'), criterionSentences(assessments, 'en')];
  return (own, row) =>
    own.criteria.map((result) => {
      const criterion = criteria.get(result.id);
      return criterion === undefined
        ? result
        : { ...result, reason: { vi: vi(criterion, row), en: en(criterion, row) } };
    });
}
