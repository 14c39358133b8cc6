import type { Assessments } from '../../assess/index.ts';
import { halves, outcomeReader } from '../results/assessment-result.ts';
import { besideReader } from '../results/comparison-result.ts';
import { criterionResult } from '../results/criterion-result.ts';
import { groupRankOf } from '../results/groups-result.ts';
import { harmlessJson } from '../plain/harmless.ts';
import { keptTexts } from '../words/kept-text.ts';
import { markOf, unitBars } from '../certification.ts';
import { requireOwn, rowsOf, type Scored, type WriteReport } from '../scored.ts';
import { furtherReader } from '../results/way-result.ts';

/**
 * One assessment a line, in the order of the data; every line is JSON by itself.
 *
 * @throws {RangeError} For what was not scored, and an order or totals of other units.
 * @example writeNdjson(scored, style).trim().split('\n').length // 2
 */
export const writeNdjson: WriteReport = (scored) => {
  const line = ndjsonWriter(scored);
  return rowsOf(scored).map(line).join('');
};

/** Makes the lines of {@link writeNdjson} one by one. */
export function ndjsonWriter(scored: Scored): (row: number) => string {
  requireOwn(scored);
  const { assessments, ranking, provenance, groups, robustness } = scored;
  const read = outcomeReader(assessments, ranking, provenance.period);
  const criteria = criteriaJson(assessments);
  const further = furtherReader(scored);
  const beside = besideReader(scored);
  const supposed = scored.compared?.with.kind === 'real-figures' ? { supposed: scored.compared.with.suppositions } : {};
  const barsAt = unitBars(scored);
  return (row) => {
    const [head, tail] = halves(read(row));
    const placed = {
      ...(groups === undefined ? {} : { groupRank: groupRankOf(groups, row) }),
      ...(robustness === undefined ? {} : { robustness: robustness.of(row) }),
    };
    const rest = { ...tail, ...placed, ...beside(row), ...further(row), ...supposed, ...markOf(barsAt(row)) };
    return `${json(head).slice(0, -1)},"criteria":[${criteria(row)}],${json(rest).slice(1)}\n`;
  };
}

const keptJson = keptTexts();

/** All criteria of a row: their evidence is most of a line, and that of many rows is the same. */
function criteriaJson(assessments: Assessments): (row: number) => string {
  const writers = [...assessments.program.set.criteria.values()].map((criterion, number) =>
    keptJson(assessments, criterion, (row) => json(criterionResult(assessments, { criterion, number, row }))),
  );
  return (row) => writers.map((write) => write(row)).join();
}

function json(value: object): string {
  return harmlessJson(JSON.stringify(value));
}
