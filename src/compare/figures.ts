import { type Assessments, indicatorsIn } from '../assess/index.ts';
import type { Figure } from '../explain/index.ts';
import { columnName, MISSING, numberAt } from '../formula/index.ts';
import { equal } from '../number/index.ts';

/** A figure that is not the same on two sides; `null` is missing. */
export interface FigureChange {
  readonly indicator: string;
  /** How many periods before the unit's own. */
  readonly periodsAgo: number;
  readonly before: Figure | null;
  readonly after: Figure | null;
  /** Whether the set before asks for it at all: else it is not missing there. */
  readonly usedBefore: boolean;
}

/** A row of some assessments. */
export interface RowOf {
  readonly assessments: Assessments;
  readonly row: number;
}

/**
 * The figures a criterion asks about that differ between two rows.
 *
 * @param criterion The place of the criterion in the set of the row after.
 * @param indicatorBefore What an indicator is called in the set of the row before; `null` where it is new.
 * @returns In the order of the set.
 */
export function figureChanges(
  before: RowOf,
  after: RowOf,
  criterion: number,
  indicatorBefore: (id: string) => string | null,
): readonly FigureChange[] {
  const { program } = after.assessments;
  const asked = new Set(indicatorsIn(program, program.criteria[criterion]));
  return [...program.set.indicators.keys()].flatMap((indicator) => {
    if (!asked.has(indicator)) return [];
    const periods = program.questions.variables.filter((variable) => variable.indicator.id === indicator);
    const ago = [...new Set(periods.map(({ periodsAgo }) => periodsAgo))].sort((a, b) => a - b);
    return ago.flatMap((periodsAgo): readonly FigureChange[] => {
      const idBefore = indicatorBefore(indicator);
      const usedBefore = idBefore !== null && before.assessments.program.set.indicators.has(idBefore);
      const old = idBefore === null ? null : figureIn(before, idBefore, periodsAgo);
      const now = figureIn(after, indicator, periodsAgo);
      return isSameFigure(old, now) ? [] : [{ indicator, periodsAgo, before: old, after: now, usedBefore }];
    });
  });
}

/** A figure of a row; `null` where it is missing. */
function figureIn({ assessments, row }: RowOf, indicator: string, periodsAgo = 0): Figure | null {
  const column = assessments.dataset.columns.get(columnName(indicator, periodsAgo));
  if (column === undefined) return null;
  if (column.kind === 'number') {
    const value = numberAt(column, row);
    return value === null ? null : { kind: 'number', value };
  }
  const place = column.values[row] ?? MISSING;
  if (place === MISSING) return null;
  if (column.kind === 'boolean') return { kind: 'boolean', value: place === 1 };
  return {
    kind: 'choice',
    id: [...(assessments.program.set.indicators.get(indicator)?.values.keys() ?? [])][place] ?? '',
  };
}

function isSameFigure(a: Figure | null, b: Figure | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'number') return b.kind === 'number' && equal(a.value, b.value);
  if (a.kind === 'boolean') return b.kind === 'boolean' && a.value === b.value;
  return b.kind === 'choice' && a.id === b.id;
}

/** The rows in which two sets of data for the same rows have a different figure of their own period. */
export function rowsWithOtherFigures(before: Assessments, after: Assessments): readonly number[] {
  const indicators = [...after.program.set.indicators.keys()].filter(
    (id) => before.dataset.columns.get(id) !== after.dataset.columns.get(id),
  );
  const differs = (row: number): boolean =>
    indicators.some(
      (id) => !isSameFigure(figureIn({ assessments: before, row }, id), figureIn({ assessments: after, row }, id)),
    );
  return Array.from({ length: after.dataset.rows }, (_, row) => row).filter(differs);
}
