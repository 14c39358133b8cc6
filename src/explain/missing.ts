import { type Assessments, indicatorsIn } from '../assess/index.ts';
import { isMissing, requireRow } from '../data/index.ts';
import { MISSING } from '../formula/index.ts';
import type { Position } from '../messages/index.ts';

/** A cell that the criteria need and the data lacks. */
export interface MissingCell {
  readonly indicator: string;
  /** How many periods earlier than the unit's own. */
  readonly periodsAgo: number;
  /** Where the figure should stand. */
  readonly position: Position;
}

/**
 * The missing cells of a unit among the indicators that its classes, criteria and points ask about, of earlier periods last.
 *
 * @returns For each row, in the order of the set's indicators.
 * @throws {RangeError} When asked for a row that is not there.
 * @example missingCells(assessments)(0) // []
 */
export function missingCells(assessments: Assessments): (row: number) => readonly MissingCell[] {
  const { program, dataset } = assessments;
  const conditions = [...program.criteria, ...program.classes];
  const needed = new Set(conditions.flatMap((condition) => indicatorsIn(program, condition)));
  // Most columns lack nothing.
  const lacks = (column: string): boolean => hasGaps(assessments, column);
  const ids = [...program.set.indicators.keys()].filter((id) => needed.has(id) && lacks(id));
  const earlier = program.questions.variables.filter(
    ({ periodsAgo, indicator, column }) => periodsAgo > 0 && needed.has(indicator.id) && lacks(column),
  );
  const cellsOf = (row: number): readonly MissingCell[] => [
    ...ids
      .filter((id) => isMissing(dataset, id, row))
      .map((indicator) => ({ indicator, periodsAgo: 0, position: dataset.positionOf(row, indicator) })),
    ...earlier
      .filter(({ column }) => isMissing(dataset, column, row))
      .map(({ indicator, periodsAgo, column }) => ({
        indicator: indicator.id,
        periodsAgo,
        position: dataset.positionOf(row, column),
      })),
  ];
  return (row) => {
    requireRow(dataset, row);
    return cellsOf(row);
  };
}

function hasGaps({ dataset }: Assessments, name: string): boolean {
  const column = dataset.columns.get(name);
  if (column === undefined) return true;
  return column.kind === 'number' ? column.values.includes(Number.NaN) : column.values.includes(MISSING);
}
