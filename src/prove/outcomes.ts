import {
  degree,
  type Domain,
  evaluate,
  type Fraction,
  type Polynomial,
  polynomialKey,
  type Requirement,
  solve,
} from '../algebra/index.ts';
import { FAIL, PASS } from '../formula/index.ts';
import {
  ceilDivide,
  compare,
  divide,
  floorDivide,
  integer,
  isInteger,
  type Rational,
  sign as signOf,
  ZERO,
} from '../number/index.ts';
import type { Component } from './components.ts';
import { type Node, partsOfNode } from './node.ts';
import type { Joint } from './joint.ts';

/** The values of some figures: exact numbers, and the places of choices and booleans. */
export interface Values {
  readonly numbers: ReadonlyMap<number, Rational>;
  readonly bytes: ReadonlyMap<number, number>;
}

/** Answers to questions about the figures of a component. */
export interface Answers {
  readonly component: Component;
  /** The linear answers. */
  readonly requirements: readonly Requirement[];
  /** Answers about products of figures: whether they can be given together is not decided. */
  readonly products: readonly Requirement[];
  /** The places of choices and booleans. */
  readonly bytes: ReadonlyMap<number, number>;
}

/** What the figures of a component can come to together. */
export interface Outcome extends Answers {
  /** The states of the component's literals, by number. */
  readonly states: ReadonlyMap<number, Node>;
  /** Figures that come to it; `null` where none were found, and it may not be possible. */
  readonly values: Values | null;
  /** Whether it stands for these figures alone. */
  readonly isPoint: boolean;
  /** Points that hang on the figures: other figures that come to the same leave them as they are. */
  readonly held: readonly Fraction[];
}

/** All that a component can come to. */
export interface Outcomes {
  readonly outcomes: readonly Outcome[];
  /** Whether there is nothing else; `false` when the search was cut short. */
  readonly complete: boolean;
}

/** After so many questions the search is cut short. */
const MOST_STEPS = 4000;
/** As many values of figures are tried one by one where questions are about products. */
const MOST_POINTS = 20_000;

const SIGNS = [-1, 0, 1] as const;

/**
 * Finds all that the figures of a component can come to, by splitting on its questions: the sign of a polynomial, the value of
 * a choice. An answer is followed only while values exist that give all answers so far and keep the rules, which is decided
 * exactly for linear questions.
 *
 * @param keepsRegions Whether figures that differ in an answer are told apart even where all literals have the same states.
 */
export function outcomesOf(joint: Joint, component: Component, keepsRegions = false): Outcomes {
  const { graph, polynomials } = joint;
  const { constraints, literals } = component;
  const asksProducts = [...literals.values(), ...constraints.rules].some((node) => asksProduct(node, polynomials));
  // Points that hang on figures take every value between two only where the figures are free enough.
  const points = asksProducts || keepsRegions ? pointsOf(joint, component) : null;
  if (points !== null) return tried(joint, component, points, keepsRegions);

  const numbers = [...literals.keys()];
  const found = new Map<string, Outcome>();
  let steps = 0;

  /** @param open The rules, then the literals, as far as they are still open. */
  function follow(open: readonly Node[], requirements: readonly Requirement[], products: readonly Requirement[]): void {
    steps += 1;
    if (steps > MOST_STEPS || open.slice(0, constraints.rules.length).some(hasFailed)) return;
    const atom = open.map(firstAtom).find((one) => one !== null) ?? null;
    if (atom === null) return settle(open, requirements, products);
    if (atom.kind === 'value') splitValue(atom, open, requirements, products);
    else splitSign(atom.question, open, requirements, products);
  }

  const bytes = new Map<number, number>();
  function splitValue(
    { variable, of }: Node & { kind: 'value' },
    open: readonly Node[],
    requirements: readonly Requirement[],
    products: readonly Requirement[],
  ): void {
    for (let place = 0; place < of; place += 1) {
      const known = new Map<number, Node>();
      const answer = (part: Node): Node | null =>
        part.kind === 'value' && part.variable === variable
          ? graph.state(part.accept.includes(place) ? PASS : FAIL)
          : null;
      bytes.set(variable, place);
      follow(
        open.map((node) => graph.replaced(node, answer, known)),
        requirements,
        products,
      );
      bytes.delete(variable);
    }
  }

  function splitSign(
    question: number,
    open: readonly Node[],
    requirements: readonly Requirement[],
    products: readonly Requirement[],
  ): void {
    const polynomial = polynomials[question] ?? [];
    const isLinear = degree(polynomial) <= 1;
    for (const sign of SIGNS) {
      const answers = isLinear ? [...requirements, { polynomial, sign }] : requirements;
      if (isLinear && solve([...constraints.requirements, ...answers], constraints.domainOf).kind === 'no') continue;
      const known = new Map<number, Node>();
      const answer = (part: Node): Node | null =>
        part.kind === 'sign' && part.question === question ? graph.state(accepts(part.accept, sign)) : null;
      follow(
        open.map((node) => graph.replaced(node, answer, known)),
        answers,
        isLinear ? products : [...products, { polynomial, sign }],
      );
    }
  }

  function settle(open: readonly Node[], requirements: readonly Requirement[], products: readonly Requirement[]): void {
    const states = new Map(open.slice(constraints.rules.length).map((state, index) => [numbers[index] ?? -1, state]));
    const key = stateKey(states) + (keepsRegions ? answersKey(requirements) : '');
    if ((found.get(key)?.values ?? null) !== null) return;
    const answers: Answers = { component, requirements, products, bytes: new Map(bytes) };
    const values = valuesFor(joint, answers);
    if (values !== 'no') found.set(key, { ...answers, states, values, isPoint: false, held: [] });
  }

  follow([...constraints.rules, ...literals.values()], [], []);
  return { outcomes: [...found.values()], complete: steps <= MOST_STEPS };
}

/** The states of the literals at each of some points, which are all there are. */
function tried(joint: Joint, component: Component, points: readonly Values[], keepsAll: boolean): Outcomes {
  const found = new Map<string, Outcome>();
  for (const values of points) {
    const states = statesAt(joint, component, values);
    const key = states === null ? '' : keepsAll ? `${found.size}` : stateKey(states);
    if (states !== null && !found.has(key))
      found.set(key, {
        component,
        states,
        requirements: [],
        products: [],
        bytes: values.bytes,
        values,
        isPoint: true,
        held: [],
      });
  }
  return { outcomes: [...found.values()], complete: true };
}

/**
 * Figures that give some answers.
 *
 * @returns `null` where none were found, `no` where there are none.
 */
export function valuesFor(joint: Joint, { component, requirements, products, bytes }: Answers): Values | null | 'no' {
  const { constraints, variables } = component;
  const solution = solve([...constraints.requirements, ...requirements], constraints.domainOf);
  if (solution.kind !== 'yes') return solution.kind === 'no' ? 'no' : null;
  const valueOf = (variable: number): Rational =>
    solution.values.get(variable) ?? nearestToZero(constraints.domainOf(variable));
  if (!products.every(({ polynomial, sign }) => signOf(evaluate(polynomial, valueOf)) === sign)) return null;
  return {
    numbers: new Map(
      variables.filter((variable) => isNumber(joint, variable)).map((variable) => [variable, valueOf(variable)]),
    ),
    bytes: new Map(variables.map((variable) => [variable, bytes.get(variable) ?? 0])),
  };
}

function answersKey(requirements: readonly Requirement[]): string {
  return requirements.map(({ polynomial, sign }) => `${sign}:${polynomialKey(polynomial)}`).join();
}

/** The same text for the same states of the same literals. */
export function stateKey(states: ReadonlyMap<number, Node>): string {
  return [...states].map(([number, { id }]) => `${number}:${id}`).join();
}

/** The states of a component's literals for some figures; `null` where no sound data has such figures. */
export function statesAt(
  joint: Joint,
  { literals, constraints, variables }: Component,
  { numbers, bytes }: Values,
): ReadonlyMap<number, Node> | null {
  const { graph, polynomials } = joint;
  const valueOf = (variable: number): Rational => numbers.get(variable) ?? ZERO;
  const answer = (part: Node): Node | null => {
    if (part.kind === 'value') return graph.state(part.accept.includes(bytes.get(part.variable) ?? 0) ? PASS : FAIL);
    if (part.kind !== 'sign') return null;
    return graph.state(accepts(part.accept, signOf(evaluate(polynomials[part.question] ?? [], valueOf))));
  };
  const known = new Map<number, Node>();
  const stateOf = (node: Node): Node => graph.replaced(node, answer, known);
  const isAllowed = variables.every((variable) => {
    const value = numbers.get(variable);
    return value === undefined || allows(constraints.domainOf(variable), value);
  });
  if (
    !isAllowed ||
    joint.rules
      .filter((rule) => isWithin(rule, variables))
      .map(stateOf)
      .some(hasFailed)
  )
    return null;
  return new Map([...literals].map(([number, node]) => [number, stateOf(node)]));
}

/** The value of points for some figures. */
export function valueAt({ num, den }: Fraction, { numbers }: Values): Rational {
  const valueOf = (variable: number): Rational => numbers.get(variable) ?? ZERO;
  const below = evaluate(den, valueOf);
  return below.num === 0n ? ZERO : divide(evaluate(num, valueOf), below);
}

function isWithin(rule: Node, variables: readonly number[]): boolean {
  const [first] = rule.variables;
  return first === undefined || variables.includes(first);
}

function allows({ whole, min, max }: Domain, value: Rational): boolean {
  if (whole && !isInteger(value)) return false;
  return (min === null || compare(min, value) <= 0) && (max === null || compare(value, max) <= 0);
}

/** All values that the figures of a component can have; `null` when they are too many, or not only whole numbers. */
function pointsOf(joint: Joint, { variables, constraints }: Component): readonly Values[] | null {
  let points: readonly Values[] = [{ numbers: new Map(), bytes: new Map() }];
  for (const variable of variables) {
    const own = joint.variables[variable];
    const { whole, min, max } = constraints.domainOf(variable);
    const counts = isNumber(joint, variable);
    if (counts && (!whole || min === null || max === null)) return null;
    const from = counts && min !== null ? ceilDivide(min.num, min.den) : 0n;
    const to =
      counts && max !== null
        ? floorDivide(max.num, max.den)
        : own?.kind === 'boolean'
          ? 1n
          : BigInt((own?.values.length ?? 1) - 1);
    if (BigInt(points.length) * (to - from + 1n) > MOST_POINTS) return null;
    const places = Array.from({ length: Number(to - from) + 1 }, (_, step) => from + BigInt(step));
    points = points.flatMap(({ numbers, bytes }) =>
      places.map((place) =>
        counts
          ? { numbers: new Map([...numbers, [variable, integer(place)]]), bytes }
          : { numbers, bytes: new Map([...bytes, [variable, Number(place)]]) },
      ),
    );
  }
  return points;
}

function asksProduct(node: Node, polynomials: readonly Polynomial[]): boolean {
  if (node.kind === 'sign') return degree(polynomials[node.question] ?? []) > 1;
  return partsOfNode(node).some((part) => asksProduct(part, polynomials));
}

/** The first question that a condition asks. */
function firstAtom(node: Node): (Node & { kind: 'sign' | 'value' }) | null {
  if (node.kind === 'sign' || node.kind === 'value') return node;
  for (const part of partsOfNode(node)) {
    const atom = firstAtom(part);
    if (atom !== null) return atom;
  }
  return null;
}

function hasFailed(node: Node): boolean {
  return node.kind === 'state' && node.state === FAIL;
}

function accepts(accept: number, sign: -1 | 0 | 1): typeof PASS | typeof FAIL {
  return (accept & (1 << (sign + 1))) === 0 ? FAIL : PASS;
}

function isNumber({ variables }: Joint, variable: number): boolean {
  const kind = variables[variable]?.kind;
  return kind === 'number' || kind === 'share';
}

/** A value of a figure that nothing is asked of: nothing, or what is nearest to it. */
function nearestToZero({ whole, min, max }: Domain): Rational {
  if (min !== null && min.num > 0n) return whole ? integer(ceilDivide(min.num, min.den)) : min;
  if (max !== null && max.num < 0n) return whole ? integer(floorDivide(max.num, max.den)) : max;
  return ZERO;
}
