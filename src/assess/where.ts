import { type CriteriaSet, scopeOf, withChoiceIds } from '../criteria/index.ts';
import { type EarlierColumn, withHistory } from '../data/index.ts';
import { checkFormula, earlierIn, type Formula, parseFormula, PASS, UNKNOWN } from '../formula/index.ts';
import { refusal, type Result } from '../messages/index.ts';
import type { Assessments } from './assess.ts';
import type { UnsoundDivision } from './soundness.ts';
import { unitStates } from './unit-states.ts';

/** The rows a condition holds in, and those in which nobody can say. */
export interface Selection {
  readonly rows: readonly number[];
  /** The rows that missing figures leave open. */
  readonly open: readonly number[];
  /** The rows in which it divides something by nothing. */
  readonly unsound: readonly UnsoundDivision[];
}

/**
 * Reads a condition on units: over the indicators, measures and criteria of a set, as its own formulas are written.
 *
 * @param text The condition, such as `use_points > 0 and not F.1`.
 * @param file What messages call its source.
 */
export function readWhere(text: string, set: CriteriaSet, file: string): Result<Formula> {
  const parsed = parseFormula(text, (offset) => ({ file, line: 1, column: offset + 1, text }));
  const issues = parsed.ok ? checkFormula(parsed.value, scopeOf(set), 'condition') : parsed.issues;
  return issues.length === 0 ? parsed : refusal(withChoiceIds(issues, set.indicators));
}

/** The columns of earlier periods that a condition on units of a set asks for. */
export function earlierInWhere(set: CriteriaSet, formula: Formula): readonly EarlierColumn[] {
  return earlierIn(formula, scopeOf(set));
}

/**
 * The rows of assessed units in which a condition holds.
 *
 * @param assessments Where rows of earlier periods were taken out, with what {@link earlierInWhere} asks of them.
 * @param formula A condition that {@link readWhere} found sound for the same set.
 */
export function rowsWhere(assessments: Assessments, formula: Formula): Selection {
  const { set } = assessments.program;
  const dataset = withHistory(assessments.dataset, earlierInWhere(set, formula));
  const { states, unsound } = unitStates(assessments, formula, scopeOf(set), dataset);
  const divided = new Set(unsound.map(({ row }) => row));
  const sound = (rows: readonly number[]): readonly number[] => rows.filter((row) => !divided.has(row));
  return { rows: sound(states.rowsWith(PASS)), open: sound(states.rowsWith(UNKNOWN)), unsound };
}
