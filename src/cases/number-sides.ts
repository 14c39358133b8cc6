import type { Assessments, Assessor } from '../assess/index.ts';
import type { CriteriaSet } from '../criteria/index.ts';
import { columnOfNumbers, type Dataset } from '../data/index.ts';
import type { Scope } from '../formula/index.ts';
import { hasError } from '../messages/index.ts';
import {
  add,
  compare,
  finitePlaces,
  integer,
  multiply,
  type Rational,
  rational,
  sign,
  subtract,
  ZERO,
} from '../number/index.ts';
import { figureIn, marginOf, movingColumns, type NumberThreshold } from './margin.ts';
import { magnitude, movesTo, type Side, sideOf, smaller } from './side.ts';
import { indicatorOf } from './unit-steps.ts';

/** A case as assessed, with what it takes to assess it again with another figure. */
export interface Trial {
  readonly assessments: Assessments;
  readonly assessor: Assessor;
  /** The smallest step of a column's figures. */
  readonly unitOf: (set: CriteriaSet, column: string) => Rational;
}

/** How a case stands to the line of a number. */
interface Standing {
  readonly margin: Rational;
  readonly side: Side | null;
}

/** Where a case stands by a threshold: just under, on or just over it; `null` is further away or unknown. */
export function numberSide(threshold: NumberThreshold, trial: Trial): Side | null {
  return standingOf(threshold, trial, trial.assessments.dataset.columns)?.side ?? null;
}

/** Whether a case knows where it stands by a threshold. */
export function knowsNumber(threshold: NumberThreshold, trial: Trial): boolean {
  return standingOf(threshold, trial, trial.assessments.dataset.columns) !== null;
}

/**
 * Whether a case could be moved to a side of a threshold by one of its figures alone: to a value its indicator allows, and
 * without breaking a data check.
 */
export function canReach(threshold: NumberThreshold, side: Side, trial: Trial): boolean {
  const { assessments } = trial;
  const { set, scope } = assessments.program;
  const { columns } = assessments.dataset;
  const standing = standingOf(threshold, trial, columns);
  if (standing === null) return false;
  return movingColumns(threshold, scope).some((column) => {
    const [value, unit] = [figureIn(columns, column), unitIn(threshold, trial, column)];
    const move = moveOf(threshold, scope, columns, column, unit);
    const moves = move === null ? null : movesTo(side, standing.margin, move);
    if (value === null || moves === null) return false;
    const moved = add(value, multiply(integer(moves), unit));
    if (!isAllowed(set, column, moved, columns)) return false;
    const reached = standingOf(threshold, trial, withFigure(columns, column, moved));
    return reached?.side === side && isSound(trial, column, moved);
  });
}

type Columns = Dataset['columns'];

function withFigure(columns: Columns, name: string, value: Rational): Columns {
  return new Map(columns).set(name, columnOfNumbers([value]));
}

function standingOf(threshold: NumberThreshold, trial: Trial, columns: Columns): Standing | null {
  const { scope } = trial.assessments.program;
  const margin = marginOf(threshold, scope, columns);
  if (margin === null) return null;
  const step = movingColumns(threshold, scope).reduce<Rational | null>((least, column) => {
    const move = moveOf(threshold, scope, columns, column, unitIn(threshold, trial, column));
    return move === null ? least : smaller(least, magnitude(move));
  }, null);
  return { margin, side: step === null ? null : sideOf(margin, step) };
}

/** The step of a figure; one compared with a decimal moves at least as finely as that is written. */
function unitIn({ left, right }: NumberThreshold, { assessments, unitOf }: Trial, column: string): Rational {
  const { set } = assessments.program;
  const unit = unitOf(set, column);
  const isItself = left.kind === 'name' && set.indicators.get(left.name)?.id === column;
  const places = right.kind === 'number' && isItself ? finitePlaces(right.value) : 0;
  return set.indicators.get(column)?.type === 'count' ? unit : smaller(unit, rational(1n, 10n ** BigInt(places)));
}

/** What one step of a column's figure adds to the margin; `null` where it adds nothing or cannot be told. */
function moveOf(
  threshold: NumberThreshold,
  scope: Scope,
  columns: Columns,
  column: string,
  unit: Rational,
): Rational | null {
  const value = figureIn(columns, column);
  const before = marginOf(threshold, scope, columns);
  if (value === null || before === null) return null;
  const after = marginOf(threshold, scope, withFigure(columns, column, add(value, unit)));
  const move = after === null ? ZERO : subtract(after, before);
  return sign(move) === 0 ? null : move;
}

/** Whether an indicator can have a value; of a share, no more units than there are. */
function isAllowed(set: CriteriaSet, column: string, value: Rational, columns: Columns): boolean {
  const indicator = set.indicators.get(indicatorOf(column));
  const least = indicator?.min ?? ZERO;
  const most = column.endsWith('#count')
    ? figureIn(columns, column.replace(/count$/, 'units'))
    : (indicator?.max ?? null);
  return compare(value, least) >= 0 && (most === null || compare(value, most) <= 0);
}

/** Whether the case with another figure satisfies the data checks. */
function isSound({ assessments, assessor }: Trial, name: string, value: Rational): boolean {
  const { dataset } = assessments;
  const columns = withFigure(dataset.columns, name, value);
  return !hasError(assessor.assess({ ...dataset, columns }).issues);
}
