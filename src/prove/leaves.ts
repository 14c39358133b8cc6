import { ANY_SIGN, FAIL, NOT_APPLICABLE, PASS, type SignSet } from '../formula/index.ts';
import type { Decided, Node, Shape } from './node.ts';

/** The nodes that are made of no others, in their simplest form. */
export interface Leaves {
  readonly fails: Node;
  readonly passes: Node;
  readonly leftOut: Node;
  readonly state: (state: Decided) => Node;
  readonly sign: (question: number, accept: SignSet, variables: readonly number[]) => Node;
  readonly value: (variable: number, accept: readonly number[], of: number) => Node;
  readonly gate: (side: number, gate: number) => Node;
  /** @param of The condition that it stands for. */
  readonly literal: (literal: number, of: Node) => Node;
  /** The leaf that holds where another does not; `null` of a node that is none of those that can be turned round. */
  readonly opposite: (of: Node) => Node | null;
  /** What two nodes about the same thing come to together. */
  readonly both: (kind: 'all' | 'any', one: Node, other: Node) => Node;
}

/** Makes a node, or gives the one with the same key that was made before. */
export type Make = (key: string, shape: Shape, mayNotApply: boolean, variables: readonly number[]) => Node;

/** The leaves of a graph. */
export function createLeaves(make: Make): Leaves {
  const state = (own: Decided): Node => make(`${own}`, { kind: 'state', state: own }, own === NOT_APPLICABLE, []);
  const [fails, passes, leftOut] = [state(FAIL), state(PASS), state(NOT_APPLICABLE)];

  function sign(question: number, accept: SignSet, variables: readonly number[]): Node {
    if (accept === 0) return fails;
    if (accept === ANY_SIGN) return passes;
    return make(`sign ${question} ${accept}`, { kind: 'sign', question, accept }, false, variables);
  }

  function value(variable: number, accept: readonly number[], of: number): Node {
    const places = [...new Set(accept)].sort((a, b) => a - b);
    if (places.length === 0) return fails;
    if (places.length === of) return passes;
    return make(`value ${variable} ${places.join()}`, { kind: 'value', variable, accept: places, of }, false, [
      variable,
    ]);
  }

  function opposite(of: Node): Node | null {
    switch (of.kind) {
      case 'state':
        return of === leftOut ? of : of === passes ? fails : passes;
      case 'sign':
        return sign(of.question, ANY_SIGN & ~of.accept, of.variables);
      case 'value':
        return value(of.variable, othersThan(of.accept, of.of), of.of);
      default:
        return null;
    }
  }

  function both(kind: 'all' | 'any', one: Node, other: Node): Node {
    if (one.kind === 'sign' && other.kind === 'sign') {
      const accept = kind === 'all' ? one.accept & other.accept : one.accept | other.accept;
      return sign(one.question, accept, one.variables);
    }
    if (one.kind === 'value' && other.kind === 'value') {
      const accept =
        kind === 'all' ? one.accept.filter((place) => other.accept.includes(place)) : [...one.accept, ...other.accept];
      return value(one.variable, accept, one.of);
    }
    // The same node twice, or parts of which two already leave nothing open.
    return one;
  }

  return {
    fails,
    passes,
    leftOut,
    state,
    sign,
    value,
    gate: (side, gate) => make(`gate ${side} ${gate}`, { kind: 'gate', side, gate }, true, []),
    // Each search numbers its own: the same number may stand for another condition in another.
    literal: (literal, { id, mayNotApply, variables }) =>
      make(`literal ${literal} ${id}`, { kind: 'literal', literal }, mayNotApply, variables),
    opposite,
    both,
  };
}

function othersThan(accept: readonly number[], of: number): readonly number[] {
  return Array.from({ length: of }, (_, place) => place).filter((place) => !accept.includes(place));
}
