import { type Domain, variablesOf } from '../algebra/index.ts';
import { classScopeOf, type CriteriaSet, type Criterion, fullPoints, numberOf } from '../criteria/index.ts';
import {
  ALWAYS,
  type Compiler,
  type Condition,
  createCompiler,
  type Formula,
  NEVER,
  partsOf,
  type Questions,
  rememberedOf,
  type Scope,
} from '../formula/index.ts';
import { ONE, ZERO } from '../number/index.ts';
import { type Counted, countedCriteria } from './score.ts';
import { compileSheet, type Sheet } from './sheet.ts';

/** A criteria set made ready to run: every formula compiled once, over shared questions. */
export interface Program {
  readonly set: CriteriaSet;
  readonly scope: Scope;
  readonly questions: Questions;
  /** By number: the place of the criterion in the set. */
  readonly criteria: readonly Condition[];
  /** The numbers of the criteria, each after those it refers to. */
  readonly order: readonly number[];
  readonly classes: readonly Condition[];
  /** The rules sound data satisfies, in the order of the set. */
  readonly checks: readonly Condition[];
  readonly remarks: readonly Condition[];
  /** The criteria that are counted; empty in other models. */
  readonly counted: readonly Counted[];
  /** The points; `null` without or when criteria are only counted. */
  readonly sheet: Sheet | null;
}

/** A compiler for formulas over the figures of a set, with its numbers of criteria. */
export function compilerOf(set: CriteriaSet, scope: Scope): Compiler {
  return createCompiler({
    scope,
    domainOf: (id) => domainOf(set, id),
    criterionNumber: (id) => numberOf(set.criteria, id),
  });
}

/** Compiles a criteria set that was parsed without errors. */
export function compileProgram(set: CriteriaSet): Program {
  const scope = classScopeOf(set);
  const compiler = compilerOf(set, scope);
  const criteria = [...set.criteria.values()].map((criterion) => metCondition(criterion, compiler));
  for (const measure of rankedMeasures(set)) compiler.number(measure);
  const conditionOf = (when: Formula | null): Condition => (when === null ? ALWAYS : compiler.condition(when));
  return {
    set,
    scope,
    criteria,
    order: dependencyOrder(criteria),
    classes: [...set.classes.values()].map((entry) => conditionOf(entry.when)),
    checks: set.checks.map((check) => compiler.condition(check.rule)),
    remarks: set.remarks.map((remark) => compiler.condition(remark.when)),
    counted: countedCriteria(set, criteria),
    sheet: compileSheet(set, criteria, compiler),
    questions: compiler.questions(),
  };
}

/** The measures that units are ordered by: they too must divide by nothing that is zero. */
function rankedMeasures({ rank, measures }: CriteriaSet): readonly Formula[] {
  return rank.flatMap((key) => (key.by === 'measure' ? (measures.get(key.id)?.formula ?? []) : []));
}

/** What must hold of a unit that can be: the checks that are errors, and that nothing is divided by what must not be zero. */
export const rulesOf = rememberedOf(({ set, checks, questions }: Program): readonly Condition[] => {
  // What only warns of strange data does not rule it out.
  const strict = checks.filter((_, index) => set.checks[index]?.severity === 'error');
  return [...strict, ...questions.unsoundDivisions.map((of): Condition => ({ kind: 'not', of }))];
});

/** What a column may hold. The two counts of a share are whole, and there is at least one unit below. */
export function domainOf({ indicators }: CriteriaSet, id: string): Domain {
  const indicator = indicators.get(id);
  if (indicator === undefined) return { whole: true, min: id.endsWith('#units') ? ONE : ZERO, max: null };
  return { whole: indicator.type === 'count', min: indicator.min, max: indicator.max };
}

/** When a criterion is met: not applicable where it does not apply. */
function metCondition(criterion: Criterion, compiler: Compiler): Condition {
  const met = compiler.condition(fullPoints(criterion));
  if (criterion.appliesWhen === null) return met;
  // Beside what never holds, a condition that divides nothing by nothing does not hold either.
  const applies: Condition = { kind: 'any', of: [compiler.condition(criterion.appliesWhen), NEVER] };
  return { kind: 'defined', undefinedWhen: { kind: 'not', of: applies }, of: met };
}

/** When a group of criteria does not apply by what it says itself; `null` where it always does. */
export function notApplyingWhen({ criteria }: Pick<Program, 'criteria'>, group: number): Condition | null {
  const condition = criteria[group];
  return condition?.kind === 'defined' ? condition.undefinedWhen : null;
}

/** The criteria a condition refers to, directly. */
export function criteriaIn(condition: Condition): readonly number[] {
  return condition.kind === 'criterion' ? [condition.criterion] : partsOf(condition).flatMap(criteriaIn);
}

/** The variables a condition asks about, directly and through the criteria that it refers to. */
export function variablesIn(
  program: Pick<Program, 'questions' | 'criteria'>,
  condition: Condition | undefined,
): ReadonlySet<number> {
  const found = new Set<number>();
  const visit = (one: Condition | undefined): void => {
    if (one === undefined) return;
    if (one.kind === 'sign')
      for (const variable of variablesOf(program.questions.polynomials[one.question] ?? [])) found.add(variable);
    if (one.kind === 'choice' || one.kind === 'boolean') found.add(one.variable);
    if (one.kind === 'criterion') visit(program.criteria[one.criterion]);
    partsOf(one).forEach(visit);
  };
  visit(condition);
  return found;
}

/** The indicators a condition asks about. */
export function indicatorsIn(
  program: Pick<Program, 'questions' | 'criteria'>,
  condition: Condition | undefined,
): readonly string[] {
  const { variables } = program.questions;
  const ids = [...variablesIn(program, condition)].flatMap((variable) => variables[variable]?.indicator.id ?? []);
  return [...new Set(ids)];
}

function dependencyOrder(criteria: readonly Condition[]): readonly number[] {
  const order: number[] = [];
  const visited = new Set<number>();
  const visit = (number: number): void => {
    const condition = criteria[number];
    if (condition === undefined || visited.has(number)) return;
    visited.add(number);
    for (const needed of criteriaIn(condition)) visit(needed);
    order.push(number);
  };
  for (const number of criteria.keys()) visit(number);
  return order;
}
