import { type Formula, PASS, runConditions, type Scope, type StateColumn, type Table } from '../formula/index.ts';
import type { Assessments } from './assess.ts';
import { compilerOf, indicatorsIn } from './program.ts';
import type { UnsoundDivision } from './soundness.ts';

/** What a condition comes to in each of some assessed units. */
export interface UnitStates {
  readonly states: StateColumn;
  /** Where it divides something by nothing: there its state means nothing. */
  readonly unsound: readonly UnsoundDivision[];
}

/**
 * Evaluates a condition that is not of the set itself over its assessed units.
 *
 * @param formula A condition that was found sound for the scope.
 * @param scope What its names mean.
 * @param table The figures, and whatever else the names ask for.
 */
export function unitStates(
  { program, states }: Pick<Assessments, 'program' | 'states'>,
  formula: Formula,
  scope: Scope,
  table: Table,
): UnitStates {
  const compiler = compilerOf(program.set, scope);
  const condition = compiler.condition(formula);
  const questions = compiler.questions();
  const divisions = questions.unsoundDivisions;
  const work = { known: new Map(states.entries()), criteria: [], others: [condition, ...divisions] };
  const [own, ...divided] = runConditions(questions, work, table).others;
  if (own === undefined) throw new RangeError('a condition has states');
  return {
    states: own,
    unsound: divided.flatMap((column, place) => {
      const indicators = indicatorsIn({ questions, criteria: program.criteria }, divisions[place]);
      return column.rowsWith(PASS).map((row) => ({ row, indicators }));
    }),
  };
}
