import type { Assessments } from '../assess/index.ts';
import { type Criterion, fullPoints, numberOf } from '../criteria/index.ts';
import { cellsBehind, keptByCells } from '../explain/index.ts';
import { UNKNOWN } from '../formula/index.ts';

/**
 * Keeps what is written about a criterion of a row for rows with the same cells. Not of an open one, which names the places
 * of missing cells, nor of a group, whose points hang on those of its parts.
 */
export function keptText(
  assessments: Assessments,
  criterion: Criterion,
  write: (row: number) => string,
): (row: number) => string {
  const states = assessments.states[numberOf(assessments.program.set.criteria, criterion.id)];
  const { appliesWhen } = criterion;
  const cells = cellsBehind(assessments, [fullPoints(criterion), ...(appliesWhen === null ? [] : [appliesWhen])]);
  if (cells === null || states === undefined || criterion.rule.kind === 'group') return write;
  let kept: ((row: number) => string) | null = null;
  return (row) => {
    if (states[row] === UNKNOWN) return write(row);
    kept ??= keptByCells([...cells, states], write);
    return kept(row);
  };
}
