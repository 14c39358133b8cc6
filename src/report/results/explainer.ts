import type { Assessments } from '../../assess/index.ts';
import { requireRow } from '../../data/index.ts';
import { type Ranking, rank, requireRanking } from '../../rank/index.ts';
import { markOf, unitBars } from '../certification.ts';
import { type AssessmentResult, assessmentReader } from './assessment-result.ts';

/**
 * Makes the explainer of assessed units: what came out for a unit, and for each criterion what was observed, what is
 * required, how far the unit is from the line, and the clause.
 *
 * @param assessments The assessed units.
 * @param ranking Their order, where it is at hand.
 * @returns For each row its assessment as `xasach/result@1` carries it, worked out when asked for, and marked where nobody
 *   may certify the unit by it: criteria that are no law, or were not in force then. Numbers are exact decimals.
 * @throws {RangeError} For a row that is not there, and the order of other units.
 * @example explainer(assessments)(1).criteria[0]?.observed // '0.0024'
 */
export function explainer(
  assessments: Assessments,
  ranking: Ranking = rank(assessments),
): (row: number) => AssessmentResult {
  requireRanking(assessments, ranking);
  const read = assessmentReader(assessments, ranking, null);
  const barsAt = unitBars({ assessments, provenance: { period: null } });
  return (row) => {
    requireRow(assessments.dataset, row);
    return { ...read(row), ...markOf(barsAt(row)) };
  };
}
