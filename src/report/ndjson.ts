import { assessmentReader } from './assessment-result.ts';
import { besideReader } from './comparison-result.ts';
import { groupRankOf } from './groups-result.ts';
import { harmlessJson } from './harmless.ts';
import { certificationMark } from './result.ts';
import { isSupposed, rowsOf, type Scored, type WriteReport } from './scored.ts';
import { furtherReader } from './way-result.ts';

/**
 * One assessment a line, in the order of the data; every line is JSON by itself.
 *
 * @example writeNdjson(scored, style).trim().split('\n').length // 2
 */
export const writeNdjson: WriteReport = (scored) => rowsOf(scored).map(ndjsonWriter(scored)).join('');

/** Makes the lines of {@link writeNdjson} one by one. */
export function ndjsonWriter(scored: Scored): (row: number) => string {
  const { assessments, ranking, provenance, groups, robustness } = scored;
  const read = assessmentReader(assessments, ranking, provenance.period);
  const further = furtherReader(scored);
  const beside = besideReader(scored);
  const supposed = scored.compared?.with.kind === 'real-figures' ? { supposed: scored.compared.with.suppositions } : {};
  const mark = {
    ...supposed,
    ...(isSupposed(scored) ? { notForCertification: true } : certificationMark(assessments.program.set.status)),
  };
  return (row) => {
    const placed = {
      ...(groups === undefined ? {} : { groupRank: groupRankOf(groups, row) }),
      ...(robustness === undefined ? {} : { robustness: robustness.of(row) }),
    };
    return `${harmlessJson(JSON.stringify({ ...read(row), ...placed, ...beside(row), ...further(row), ...mark }))}\n`;
  };
}
