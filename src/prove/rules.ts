import { constantTerm, degree, type Domain, type Polynomial, type Requirement, variablesOf } from '../algebra/index.ts';
import { NEGATIVE, POSITIVE, type SignSet, ZERO_SIGN } from '../formula/index.ts';
import { ZERO } from '../number/index.ts';
import type { Node } from './node.ts';

/** What all sound data satisfies. */
export interface Constraints {
  /** The linear part, ready to solve. */
  readonly requirements: readonly Requirement[];
  /** The rest, as conditions that must not fail. */
  readonly rules: readonly Node[];
  /** The domains of the figures, and of the variables that take up the slack of `<=` and `>=`. */
  readonly domainOf: (variable: number) => Domain;
}

/** What is known of the variables and polynomials that rules speak of. */
export interface Figures {
  readonly polynomials: readonly Polynomial[];
  readonly domainOf: (variable: number) => Domain;
  /** How many variables there are: slack is numbered from here on. */
  readonly count: number;
}

const SLACK: Domain = { whole: false, min: ZERO, max: null };

/** Splits rules into those that can be solved as they are and the rest. */
export function constraintsFrom(rules: readonly Node[], { polynomials, domainOf, count }: Figures): Constraints {
  const requirements: Requirement[] = [];
  const rest: Node[] = [];
  let slacks = 0;
  for (const rule of rules.flatMap(conjuncts)) {
    const polynomial = rule.kind === 'sign' ? polynomials[rule.question] : undefined;
    if (rule.kind !== 'sign' || polynomial === undefined || degree(polynomial) > 1) rest.push(rule);
    else {
      const isWhole = variablesOf(polynomial).every((variable) => domainOf(variable).whole);
      const found = requirement(polynomial, rule.accept, isWhole ? null : count + slacks);
      if (found === null) rest.push(rule);
      else requirements.push(found);
      slacks += 1;
    }
  }
  return { requirements, rules: rest, domainOf: (variable) => (variable >= count ? SLACK : domainOf(variable)) };
}

function conjuncts(rule: Node): readonly Node[] {
  return rule.kind === 'all' ? rule.of.flatMap(conjuncts) : [rule];
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
