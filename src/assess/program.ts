import { type CriteriaSet, scopeOf } from '../criteria/index.ts';
import { type Condition, createCompiler, type Formula, partsOf, type Questions, type Scope } from '../formula/index.ts';
import { ZERO } from '../number/index.ts';

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
  /** The numbers of the criteria that count for the score; empty without a score. */
  readonly scored: readonly number[];
}

const ALWAYS: Condition = { kind: 'constant', holds: true };

/** Compiles a criteria set that was parsed without errors. */
export function compileProgram(set: CriteriaSet): Program {
  const ids = [...set.criteria.keys()];
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const scope = scopeOf(set);
  const compiler = createCompiler({
    scope,
    domainOf: (id) => {
      const indicator = set.indicators.get(id);
      return { whole: indicator?.type === 'count', min: indicator ? indicator.min : ZERO, max: indicator?.max ?? null };
    },
    criterionNumber: (id) => numbers.get(id) ?? -1,
  });
  const criteria = [...set.criteria.values()].map((criterion) => compiler.condition(criterion.test));
  const conditionOf = (when: Formula | null): Condition => (when === null ? ALWAYS : compiler.condition(when));
  return {
    set,
    scope,
    criteria,
    order: dependencyOrder(criteria),
    classes: [...set.classes.values()].map((entry) => conditionOf(entry.when)),
    checks: set.checks.map((check) => compiler.condition(check.rule)),
    remarks: set.remarks.map((remark) => compiler.condition(remark.when)),
    scored: set.score === null ? [] : set.score.of.flatMap((id) => numbers.get(id) ?? []),
    questions: compiler.questions(),
  };
}

/** The criteria a condition refers to, directly. */
export function criteriaIn(condition: Condition): readonly number[] {
  return condition.kind === 'criterion' ? [condition.criterion] : partsOf(condition).flatMap(criteriaIn);
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
