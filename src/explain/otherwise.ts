import { type Assessments, classOutcome, criteriaIn, gatesIf, type Program, UNDETERMINED } from '../assess/index.ts';
import { countsAs, meritOf } from '../criteria/index.ts';
import {
  FAIL,
  NOT_APPLICABLE,
  type NumberedCondition,
  opposite,
  rememberedOf,
  runConditions,
  whenAsked,
} from '../formula/index.ts';
import { asState } from './finding.ts';

/** A unit stays where it is, or may stay there for all that is known. */
export const STAYS = 0;
/** It leaves its class for sure. */
const LEAVES = 1;
/** It comes into a better one for sure. */
export const RISES = 2;

/** The classes of every row where something is assumed to be otherwise. */
interface Otherwise {
  /** Their places in the set, or {@link UNDETERMINED}. */
  readonly classes: Uint8Array;
  /** What an undetermined one may be, and whether it may be none. */
  readonly open: (row: number) => { readonly possible: readonly number[]; readonly mayBeNone: boolean };
}

/**
 * The class of a row were one criterion otherwise: met where it is not, or not met where it is.
 *
 * @returns By the place of the criterion in the set and the row, the place of the class or {@link UNDETERMINED}; worked out
 *   for all rows of a criterion at once.
 */
export function classIfOtherwise(assessments: Assessments): (criterion: number, row: number) => number {
  const known = new Map<number, Uint8Array>();
  return (criterion, row) => {
    const classes = known.get(criterion) ?? criterionOtherwise(assessments, criterion).classes;
    known.set(criterion, classes);
    return classes[row] ?? UNDETERMINED;
  };
}

/** Whether each row {@link STAYS}, {@link LEAVES} or {@link RISES} were a criterion otherwise. */
export function movesByCriterion(assessments: Assessments, criterion: number): Uint8Array {
  return movesIn(assessments, criterionOtherwise(assessments, criterion));
}

/** The same were a gate on points otherwise, whatever would be needed for that. */
export function movesByGate(assessments: Assessments, gate: number): Uint8Array {
  const known = new Map(assessments.states.entries());
  const gates = assessments.gates.map((column, number) =>
    number === gate ? column.map((state) => opposite(asState(state))) : column,
  );
  return movesIn(assessments, otherwise(assessments, { known, gates, criteria: [] }));
}

function movesIn({ program, dataset, classes: now }: Assessments, { classes, open }: Otherwise): Uint8Array {
  const merit = meritOf(program.set);
  const moves = new Uint8Array(dataset.rows);
  for (let row = 0; row < moves.length; row += 1) {
    const [current, other] = [now[row] ?? UNDETERMINED, classes[row] ?? UNDETERMINED];
    if (current === UNDETERMINED || other === current) continue;
    const { possible, mayBeNone } = other === UNDETERMINED ? open(row) : { possible: [other], mayBeNone: false };
    if (possible.includes(current)) continue;
    const isBetter = !mayBeNone && possible.every((place) => (merit[place] ?? 0) < (merit[current] ?? 0));
    moves[row] = isBetter ? RISES : LEAVES;
  }
  return moves;
}

/** The classes were one criterion otherwise, with all that refers to it and the points that hang on it. */
function criterionOtherwise(assessments: Assessments, changed: number): Otherwise {
  const { program, dataset, states, gates } = assessments;
  const criteria = affectedIn(program)[changed] ?? [];
  const turned = turnedStates(assessments, changed);
  const known = new Map([...states.entries(), [changed, turned] as const]);
  if (gates.length === 0) return otherwise(assessments, { known, gates, criteria });
  const found = runConditions(program.questions, { known, criteria }, dataset);
  const decided = criteria.map(({ number }, place) => [number, found.criteria[place]?.bytes() ?? turned] as const);
  const changedGates = gatesIf(assessments, new Map([[changed, turned], ...decided]));
  return otherwise(assessments, { known: new Map([...known, ...decided]), gates: changedGates, criteria: [] });
}

interface Assumed {
  readonly known: ReadonlyMap<number, Uint8Array>;
  readonly gates: readonly Uint8Array[];
  readonly criteria: readonly NumberedCondition[];
}

function otherwise({ program, dataset }: Assessments, assumed: Assumed): Otherwise {
  const { questions, classes } = program;
  const states = whenAsked(() => runConditions(questions, { ...assumed, others: classes }, dataset).others);
  return {
    classes: runConditions(questions, { ...assumed, first: classes }, dataset).first,
    open: (row) => classOutcome(classes, (condition) => states()[classes.indexOf(condition)]?.bytes()[row] ?? FAIL),
  };
}

/** One that does not apply is otherwise when it does, and comes out other than what it counts as. */
function turnedStates({ program, states }: Assessments, changed: number): Uint8Array {
  const criterion = [...program.set.criteria.values()][changed];
  const counted = criterion === undefined ? NOT_APPLICABLE : countsAs(criterion);
  return (states[changed] ?? new Uint8Array()).map((state) =>
    opposite(state === NOT_APPLICABLE ? counted : asState(state)),
  );
}

/** By criterion, the others that are decided anew when it comes out otherwise, each after those it refers to. */
const affectedIn = rememberedOf((program: Program): readonly (readonly NumberedCondition[])[] =>
  program.criteria.map((_, changed) => {
    const affected = new Set([changed]);
    const criteria: NumberedCondition[] = [];
    for (const number of program.order) {
      const condition = program.criteria[number];
      if (condition === undefined || !criteriaIn(condition).some((needed) => affected.has(needed))) continue;
      affected.add(number);
      criteria.push({ number, condition });
    }
    return criteria;
  }),
);
