import { type CriteriaSet, scopeOf, numbersOf, withChoiceIds } from '../criteria/index.ts';
import { type EarlierColumn, withHistory } from '../data/index.ts';
import {
  checkFormula,
  createCompiler,
  earlierIn,
  type Formula,
  parseFormula,
  PASS,
  runConditions,
  UNKNOWN,
} from '../formula/index.ts';
import type { Result } from '../messages/index.ts';
import type { Assessments } from './assess.ts';
import { domainOf } from './program.ts';

/** The rows a condition holds in, and those whose missing figures leave it open. */
export interface Selection {
  readonly rows: readonly number[];
  readonly open: readonly number[];
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
  const [first, ...rest] = withChoiceIds(issues, set.indicators);
  return first === undefined ? parsed : { ok: false, issues: [first, ...rest] };
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
export function rowsWhere({ program, dataset: given, states }: Assessments, formula: Formula): Selection {
  const dataset = withHistory(given, earlierInWhere(program.set, formula));
  const numbers = numbersOf(program.set.criteria);
  const compiler = createCompiler({
    scope: scopeOf(program.set),
    domainOf: (id) => domainOf(program.set, id),
    criterionNumber: (id) => numbers.get(id) ?? -1,
  });
  const condition = compiler.condition(formula);
  const known = new Map(states.entries());
  const { others } = runConditions(compiler.questions(), { known, criteria: [], others: [condition] }, dataset);
  return { rows: others[0]?.rowsWith(PASS) ?? [], open: others[0]?.rowsWith(UNKNOWN) ?? [] };
}
