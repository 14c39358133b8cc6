import { type Assessments, cellsOf, compile, createUnit, UNDETERMINED } from '../assess/index.ts';
import type { Indicator } from '../criteria/index.ts';
import { type Dataset, missingNumbers, numberColumn, putNumber, requireRow, selectRows } from '../data/index.ts';
import { type NumberColumn, numberAt } from '../formula/index.ts';
import { requireAssessments, requireList } from '../messages/index.ts';
import { add, finitePlaces, max, min, type Rational, rational } from '../number/index.ts';

/** A change of one figure by one unit that moves a unit to another class. */
export interface NearChange {
  readonly indicator: string;
  readonly from: Rational;
  readonly to: Rational;
  /** The class it moves to. */
  readonly class: string;
}

/** One column moved by one, and what becomes of the rows. */
interface Shifted {
  readonly indicator: Indicator;
  readonly before: NumberColumn;
  readonly after: NumberColumn;
  readonly assessments: Assessments;
}

/**
 * Finds the units near a line: those that one indicator alone would move to another class if it were one unit less or
 * more. One unit is 1 of a count, 1 of a decimal's own unit, one percentage point of a percentage; where the domain ends
 * sooner, the step ends there. All numbers of the data count, not only those that can be acted on. Rows whose class is
 * open, and steps that break a data check or leave the class open, are left out.
 *
 * The table is assessed twice for each of its numbers: on a sheet of points with missing figures that is many seconds for a
 * hundred rows. What answers requests had better leave it to a worker.
 *
 * @param rows The rows to look at; worked out for all of them at once.
 * @returns For each of these rows its changes in the order of the set, the one downwards first; for any other a `RangeError`.
 * @throws {RangeError} For a row that is not there.
 * @example nearTheLine(assessments, [0, 1])(1) // []
 */
export function nearTheLine(assessments: Assessments, rows: readonly number[]): (row: number) => readonly NearChange[] {
  requireAssessments(assessments);
  const { program, dataset, classes } = assessments;
  requireList(rows, 'rows');
  for (const row of rows) requireRow(dataset, row);
  const asked = new Set(rows);
  const decided = rows.filter((row) => classes[row] !== UNDETERMINED);
  const picked = selectRows(dataset, decided);
  const places = new Map(decided.map((row, place) => [row, place]));
  const ids = [...program.set.classes.keys()];
  const shifts = decided.length === 0 ? [] : shiftsOf(assessments, picked);
  return (row) => {
    const place = places.get(row);
    if (place === undefined && !asked.has(row)) throw new RangeError(`row ${row} is none of those to look at`);
    if (place === undefined) return [];
    return shifts.flatMap((shift) => {
      const found = shift.assessments.classes[place] ?? UNDETERMINED;
      const [from, to] = [numberAt(shift.before, place), numberAt(shift.after, place)];
      if (found === UNDETERMINED || found === classes[row] || from === null || to === null) return [];
      const cells = cellsOf(program, shift.assessments.dataset, place);
      if (createUnit(program, cells).outcome().unsound) return [];
      return [{ indicator: shift.indicator.id, from, to, class: ids[found] ?? '' }];
    });
  };
}

function shiftsOf({ program }: Assessments, dataset: Dataset): readonly Shifted[] {
  const assessor = compile(program.set);
  const asked = new Set(program.questions.variables.map(({ column }) => column));
  return [...program.set.indicators.values()].flatMap((indicator) => {
    const before = dataset.columns.get(indicator.id);
    if (before?.kind !== 'number' || !asked.has(indicator.id)) return [];
    return ([-1n, 1n] as const).map((by) => {
      const after = shifted(before, dataset.rows, indicator, by);
      const columns = new Map([...dataset.columns, [indicator.id, after]]);
      return { indicator, before, after, assessments: assessor.assess({ ...dataset, columns }) };
    });
  });
}

/** The column with every figure one unit less or more, as far as its domain goes. */
function shifted(
  column: NumberColumn,
  rows: number,
  { type, min: least, max: most }: Indicator,
  by: 1n | -1n,
): NumberColumn {
  const unitPlaces = type === 'percent' ? 2 : 0;
  const scale = Math.max(column.scale, unitPlaces, finitePlaces(least), most === null ? 0 : finitePlaces(most));
  const unit = rational(by, 10n ** BigInt(unitPlaces));
  const numbers = missingNumbers(rows, scale);
  for (let row = 0; row < rows; row += 1) {
    const value = numberAt(column, row);
    if (value === null) continue;
    const moved = add(value, unit);
    const kept = by < 0n ? max(moved, least) : most === null ? moved : min(moved, most);
    putNumber(numbers, row, kept);
  }
  return numberColumn(numbers);
}
