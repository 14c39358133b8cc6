import { type Assessments, indicatorsIn } from '../assess/index.ts';
import { MISSING } from '../formula/index.ts';
import type { Position } from '../messages/index.ts';

/** A cell that the criteria need and the data lacks. */
export interface MissingCell {
  readonly indicator: string;
  /** Where the figure should stand. */
  readonly position: Position;
}

/**
 * The missing cells of a unit among the indicators that its classes, criteria and points ask about.
 *
 * @returns For each row, in the order of the set's indicators.
 */
export function missingCells(assessments: Assessments): (row: number) => readonly MissingCell[] {
  const { program, dataset } = assessments;
  const conditions = [...program.criteria, ...program.classes];
  const needed = new Set(conditions.flatMap((condition) => indicatorsIn(program, condition)));
  const ids = [...program.set.indicators.keys()].filter((id) => needed.has(id));
  return (row) =>
    ids
      .filter((id) => isMissing(assessments, id, row))
      .map((indicator) => ({ indicator, position: dataset.positionOf(row, indicator) }));
}

function isMissing(assessments: Assessments, indicator: string, row: number): boolean {
  const column = assessments.dataset.columns.get(indicator);
  if (column === undefined) return true;
  return column.kind === 'number' ? Number.isNaN(column.values[row] ?? Number.NaN) : column.values[row] === MISSING;
}
