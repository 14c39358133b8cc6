import { type Domain, type Polynomial, polynomialKey, primitive, scale, variablesOf } from '../algebra/index.ts';
import type { Program } from '../assess/index.ts';
import { type Condition, FAIL, mirrored, NOT_APPLICABLE, PASS, type SignSet } from '../formula/index.ts';
import { createGraph, type Graph, type Verdict } from './graph.ts';
import type { Decided, Node } from './node.ts';
import { firstIds, joinVariables, type JointVariable, type JointVariables } from './joint-variables.ts';

/** Several criteria sets over the same data: what they ask is asked once. */
export interface Joint extends JointVariables {
  readonly graph: Graph;
  readonly sides: readonly Side[];
  /** The polynomials that are asked about, in the joint variables. */
  readonly polynomials: readonly Polynomial[];
  /** What fails on no sound data, by the checks of all sets. */
  readonly rules: readonly Node[];
  readonly domainOf: (variable: number) => Domain;
}

/** One of the sets, over the joint variables. */
export interface Side {
  readonly program: Program;
  /** What each criterion is called in the first set, by number. */
  readonly names: readonly string[];
  /** When each criterion is met, by number. */
  readonly criteria: readonly Node[];
  /** The class, labelled by {@link classLabel}. */
  readonly verdict: Verdict;
  readonly nodeOf: (condition: Condition) => Node;
  /** The joint number of a variable of the set. */
  readonly numberOf: (variable: number) => number;
}

const FREE: Domain = { whole: false, min: null, max: null };

/**
 * Puts compiled sets over one numbering of variables and questions.
 *
 * @param programs The sets, the earlier first; or one alone.
 */
export function joinPrograms(programs: readonly Program[]): Joint {
  const graph = createGraph();
  const joined = joinVariables(programs);
  const questions = createQuestions();
  const sides = programs.map((program, side) => {
    const numbers = joined.numbers[side] ?? [];
    const names = [...program.set.criteria.keys()].map(firstIds(programs, side, 'criteria'));
    return { ...sideOf(program, { graph, variables: joined.variables, numbers, questions, side }), names };
  });
  const rules = sides.flatMap(({ program, nodeOf }) => [
    ...program.checks.filter((_, index) => program.set.checks[index]?.severity === 'error').map(nodeOf),
    ...program.questions.unsoundDivisions.map((of) => graph.not(nodeOf(of))),
  ]);
  return {
    ...joined,
    graph,
    sides,
    polynomials: questions.polynomials,
    rules: [...new Set(rules)],
    domainOf: (variable) => joined.variables[variable]?.domain ?? FREE,
  };
}

/** How a class is told apart from others, by id and by what it certifies. */
export function classLabel(id: string, certifies: boolean): string {
  return `${certifies ? '+' : '-'}${id}`;
}

/** The joint polynomials, each once. */
interface SharedQuestions {
  readonly polynomials: readonly Polynomial[];
  readonly numberOf: (polynomial: Polynomial) => number;
}

function createQuestions(): SharedQuestions {
  const polynomials: Polynomial[] = [];
  const numbers = new Map<string, number>();
  return {
    polynomials,
    numberOf(polynomial) {
      const key = polynomialKey(polynomial);
      const number = numbers.get(key) ?? polynomials.push(polynomial) - 1;
      numbers.set(key, number);
      return number;
    },
  };
}

interface SideContext {
  readonly graph: Graph;
  readonly variables: readonly JointVariable[];
  /** The joint number of each of the set's variables. */
  readonly numbers: readonly number[];
  readonly questions: SharedQuestions;
  readonly side: number;
}

function sideOf(program: Program, { graph, variables, numbers, questions, side }: SideContext): Omit<Side, 'names'> {
  const criteria: Node[] = [];
  const numberOf = (variable: number): number => numbers[variable] ?? variable;

  function nodeOf(condition: Condition): Node {
    switch (condition.kind) {
      case 'constant':
        return graph.state(condition.holds ? PASS : FAIL);
      case 'sign':
        return signNode(program.questions.polynomials[condition.question] ?? [], condition.accept);
      case 'choice':
        return choiceNode(condition.variable, condition.accept);
      case 'boolean':
        return graph.value(numberOf(condition.variable), [1], 2);
      case 'criterion':
        return graph.counts(criterionNode(condition.criterion), decided(condition.whenNotApplicable));
      case 'gate':
        return graph.gate(side, condition.gate);
      case 'not':
        return graph.not(nodeOf(condition.of));
      case 'all':
        return graph.all(condition.of.map(nodeOf));
      case 'any':
        return graph.any(condition.of.map(nodeOf));
      case 'at_least':
        return graph.atLeast(condition.count, condition.of.map(nodeOf));
      case 'defined':
        return graph.defined(nodeOf(condition.undefinedWhen), nodeOf(condition.of));
      default:
        return condition satisfies never;
    }
  }

  /** Renumbered, a polynomial may begin with another term, and so be flipped. */
  function signNode(own: Polynomial, accept: SignSet): Node {
    const { polynomial, flipped } = primitive(renumbered(own, numberOf));
    return graph.sign(questions.numberOf(polynomial), flipped ? mirrored(accept) : accept, variablesOf(polynomial));
  }

  function choiceNode(variable: number, accept: readonly number[]): Node {
    const own = program.questions.variables[variable]?.indicator.values ?? [];
    const number = numberOf(variable);
    const values = variables[number]?.values ?? [];
    const places = accept.map((place) => values.indexOf(own[place] ?? '')).filter((place) => place >= 0);
    return graph.value(number, places, values.length);
  }

  function criterionNode(number: number): Node {
    const condition = program.criteria[number];
    const known = criteria[number];
    if (known !== undefined || condition === undefined) return known ?? graph.state(FAIL);
    const made = nodeOf(condition);
    criteria[number] = made;
    return made;
  }

  for (const number of program.order) criterionNode(number);
  const options = [...program.set.classes.values()].flatMap(({ id, certifies }, place) => {
    const condition = program.classes[place];
    return condition === undefined ? [] : [{ label: classLabel(id, certifies), when: nodeOf(condition) }];
  });
  return { program, criteria, verdict: graph.verdict(options), nodeOf, numberOf };
}

/** The same polynomial in other variables, its terms in order. */
export function renumbered(polynomial: Polynomial, numberOf: (variable: number) => number): Polynomial {
  const terms = polynomial.map(({ coefficient, variables }) => ({
    coefficient,
    variables: variables.map(numberOf).sort((a, b) => a - b),
  }));
  return scale(terms, 1n);
}

function decided(state: number): Decided {
  return state === PASS ? PASS : state === NOT_APPLICABLE ? NOT_APPLICABLE : FAIL;
}
