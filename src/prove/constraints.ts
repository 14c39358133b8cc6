import { constantTerm, degree, type Domain, type Polynomial, type Requirement, variablesOf } from '../algebra/index.ts';
import type { Program } from '../assess/index.ts';
import { type Condition, NEGATIVE, partsOf, POSITIVE, type SignSet, ZERO_SIGN } from '../formula/index.ts';
import { ZERO } from '../number/index.ts';

/** What all sound data satisfies. */
export interface Constraints {
  /** The linear part, ready to solve. */
  readonly requirements: readonly Requirement[];
  /** The rest, as conditions that must not fail. */
  readonly rules: readonly Condition[];
  /** The domains of the indicators, and of the variables that take up the slack of `<=` and `>=`. */
  readonly domainOf: (variable: number) => Domain;
}

const FREE: Domain = { whole: false, min: null, max: null };
const SLACK: Domain = { whole: false, min: ZERO, max: null };

/** The checks of severity `error`, and that nothing but zero is divided by zero. */
export function constraintsOf({ set, checks, questions }: Program): Constraints {
  const { variables, polynomials, unsoundDivisions } = questions;
  const strict = checks.filter((_, index) => set.checks[index]?.severity === 'error').flatMap(conjuncts);
  const requirements: Requirement[] = [];
  const rules: Condition[] = [];
  let slacks = 0;
  const domainOf = (variable: number): Domain =>
    variables[variable]?.domain ?? (variable >= variables.length ? SLACK : FREE);
  for (const check of strict) {
    const polynomial = check.kind === 'sign' ? polynomials[check.question] : undefined;
    if (check.kind !== 'sign' || polynomial === undefined || degree(polynomial) > 1) rules.push(check);
    else {
      const isWhole = variablesOf(polynomial).every((variable) => domainOf(variable).whole);
      const found = requirement(polynomial, check.accept, isWhole ? null : variables.length + slacks);
      if (found === null) rules.push(check);
      else requirements.push(found);
      slacks += 1;
    }
  }
  rules.push(...unsoundDivisions.map((of): Condition => ({ kind: 'not', of })));
  return { requirements, rules, domainOf };
}

/**
 * The constraints that share variables with a condition, directly or through others. What they leave out can be met apart,
 * by the data that meets all constraints.
 */
export function constraintsAround(condition: Condition, program: Program, constraints: Constraints): Constraints {
  const first = variablesIn(condition, program);
  if (first === null) return constraints;
  const touched = new Set(first);
  const requirements = constraints.requirements.map((own) => ({ own, variables: variablesOf(own.polynomial) }));
  const rules = constraints.rules.map((own) => ({ own, variables: variablesIn(own, program) ?? [] }));
  const isNear = ({ variables }: { readonly variables: readonly number[] }): boolean =>
    variables.some((variable) => touched.has(variable));
  for (let before = -1; before !== touched.size; ) {
    before = touched.size;
    for (const { variables } of [...requirements, ...rules].filter(isNear))
      for (const one of variables) touched.add(one);
  }
  return {
    requirements: requirements.filter(isNear).map(({ own }) => own),
    rules: rules.filter(isNear).map(({ own }) => own),
    domainOf: constraints.domainOf,
  };
}

/** The variables a condition hangs on; `null` when it asks for points, which hang on all. */
function variablesIn(condition: Condition, program: Program, seen = new Set<number>()): readonly number[] | null {
  switch (condition.kind) {
    case 'sign':
      return variablesOf(program.questions.polynomials[condition.question] ?? []);
    case 'choice':
    case 'boolean':
      return [condition.variable];
    case 'criterion': {
      const inner = program.criteria[condition.criterion];
      if (inner === undefined || seen.has(condition.criterion)) return [];
      seen.add(condition.criterion);
      return variablesIn(inner, program, seen);
    }
    case 'gate':
      return null;
    case 'constant':
    case 'not':
    case 'all':
    case 'any':
    case 'at_least':
    case 'defined': {
      const parts = partsOf(condition).map((part) => variablesIn(part, program, seen));
      return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
    }
    default:
      return condition satisfies never;
  }
}

function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === 'all' ? condition.of.flatMap(conjuncts) : [condition];
}

/**
 * A sign that may be zero, as one requirement: of whole numbers `p <= 0` is `p - 1 < 0`, of others `p + slack = 0`.
 *
 * @param slack The number of a variable that is never negative; `null` for a polynomial that is always whole.
 */
function requirement(polynomial: Polynomial, accept: SignSet, slack: number | null): Requirement | null {
  switch (accept) {
    case NEGATIVE:
      return { polynomial, sign: -1 };
    case ZERO_SIGN:
      return { polynomial, sign: 0 };
    case POSITIVE:
      return { polynomial, sign: 1 };
    case NEGATIVE | ZERO_SIGN:
      return slack === null ? { polynomial: shifted(polynomial, -1n), sign: -1 } : slackened(polynomial, 1n, slack);
    case POSITIVE | ZERO_SIGN:
      return slack === null ? { polynomial: shifted(polynomial, 1n), sign: 1 } : slackened(polynomial, -1n, slack);
    default:
      return null;
  }
}

function shifted(polynomial: Polynomial, by: bigint): Polynomial {
  const rest = polynomial.filter(({ variables }) => variables.length > 0);
  const constant = constantTerm(polynomial) + by;
  return constant === 0n ? rest : [...rest, { coefficient: constant, variables: [] }];
}

function slackened(polynomial: Polynomial, coefficient: bigint, slack: number): Requirement {
  return { polynomial: [...polynomial, { coefficient, variables: [slack] }], sign: 0 };
}
