import type { SignSet, State } from '../formula/index.ts';

/** The states that are known for sure. */
export type Decided = Exclude<State, 1>;

/** What a condition is made of. */
export type Shape =
  | { readonly kind: 'state'; readonly state: Decided }
  /** Whether the sign of a polynomial is among the accepted ones. */
  | { readonly kind: 'sign'; readonly question: number; readonly accept: SignSet }
  /** Whether a choice or boolean is one of so many values. */
  | { readonly kind: 'value'; readonly variable: number; readonly accept: readonly number[]; readonly of: number }
  /** What a gate on the points of a side says. */
  | { readonly kind: 'gate'; readonly side: number; readonly gate: number }
  /** A condition whose states are found apart, by number. */
  | { readonly kind: 'literal'; readonly literal: number }
  /** The state, but not applicable as what it counts for. */
  | { readonly kind: 'counts'; readonly as: Decided; readonly of: Node }
  | { readonly kind: 'not'; readonly of: Node }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Node[] }
  | { readonly kind: 'at_least'; readonly count: number; readonly of: readonly Node[] }
  | { readonly kind: 'defined'; readonly undefinedWhen: Node; readonly of: Node };

/** A condition of which there is only one: two that are written alike, on either side, are the same node. */
export type Node = Shape & {
  readonly id: number;
  /** Whether it can be not applicable. */
  readonly mayNotApply: boolean;
  /** The variables it hangs on, ascending. */
  readonly variables: readonly number[];
};

/** The nodes a node is made of. */
export function partsOfNode(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'state':
    case 'sign':
    case 'value':
    case 'gate':
    case 'literal':
      return [];
    case 'counts':
    case 'not':
      return [node.of];
    case 'all':
    case 'any':
    case 'at_least':
      return node.of;
    case 'defined':
      return [node.undefinedWhen, node.of];
    default:
      return node satisfies never;
  }
}
