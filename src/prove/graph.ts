import { FAIL, NOT_APPLICABLE, PASS } from '../formula/index.ts';
import { createLeaves, type Leaves } from './leaves.ts';
import type { Decided, Node, Shape } from './node.ts';

/** What a unit comes to: the label of the first condition that holds. */
export interface Verdict {
  readonly id: number;
  /** In order; after one that holds for sure there is none. */
  readonly options: readonly Option[];
}

export interface Option {
  readonly label: string;
  readonly when: Node;
}

/** Makes nodes in their simplest form. */
export interface Graph extends Pick<Leaves, 'state' | 'sign' | 'value' | 'gate' | 'literal'> {
  readonly counts: (of: Node, as: Decided) => Node;
  readonly not: (of: Node) => Node;
  readonly all: (of: readonly Node[]) => Node;
  readonly any: (of: readonly Node[]) => Node;
  readonly atLeast: (count: number, of: readonly Node[]) => Node;
  readonly defined: (undefinedWhen: Node, of: Node) => Node;
  readonly verdict: (options: readonly Option[]) => Verdict;
  /** A node with others put in place of some of its parts; `known` keeps what was replaced, for the next node. */
  readonly replaced: (node: Node, replace: (part: Node) => Node | null, known: Map<number, Node>) => Node;
}

/**
 * A graph of conditions. Every node is made only once and in its simplest form, so what is left of two conditions after some
 * answers is the same node as soon as it is seen to be the same: nothing more needs to be asked of them.
 */
export function createGraph(): Graph {
  const nodes = new Map<string, Node>();
  const verdicts = new Map<string, Verdict>();

  function make(key: string, shape: Shape, mayNotApply: boolean, variables: readonly number[]): Node {
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const made: Node = { ...shape, id: nodes.size, mayNotApply, variables };
    nodes.set(key, made);
    return made;
  }

  const leaves = createLeaves(make);
  const { fails, passes, leftOut, state, sign, value, gate, literal } = leaves;

  function counts(of: Node, as: Decided): Node {
    if (!of.mayNotApply || as === NOT_APPLICABLE) return of;
    if (of === leftOut) return state(as);
    return make(`counts ${as} ${of.id}`, { kind: 'counts', as, of }, false, of.variables);
  }

  function not(of: Node): Node {
    if (of.kind === 'not') return of.of;
    return leaves.opposite(of) ?? make(`not ${of.id}`, { kind: 'not', of }, of.mayNotApply, of.variables);
  }

  /** The worst of the parts (`all`), or the best (`any`), among those that apply. */
  function joined(kind: 'all' | 'any', of: readonly Node[]): Node {
    const [neutral, absorbing] = kind === 'all' ? [passes, fails] : [fails, passes];
    const flat = merged(
      kind,
      of.flatMap((part) => (part.kind === kind ? part.of : [part])),
    );
    if (flat.includes(absorbing)) return absorbing;
    const open = flat.filter((part) => part.kind !== 'state');
    const [only] = open;
    if (only === undefined) return of.length === 0 || flat.includes(neutral) ? neutral : leftOut;
    const rest =
      open.length === 1
        ? only
        : make(`${kind} ${idsOf(open)}`, { kind, of: open }, open.every(mayNotApply), variablesIn(open));
    // Beside a part that is neutral, the rest counts as that where it does not apply.
    return flat.includes(neutral) ? counts(rest, kind === 'all' ? PASS : FAIL) : rest;
  }

  /** Each part once, in order; questions about the same thing become one. */
  function merged(kind: 'all' | 'any', of: readonly Node[]): readonly Node[] {
    const found = new Map<string, Node>();
    for (const part of of) {
      const key =
        part.kind === 'sign' ? `s${part.question}` : part.kind === 'value' ? `v${part.variable}` : `n${part.id}`;
      const other = found.get(key);
      found.set(key, other === undefined ? part : leaves.both(kind, other, part));
    }
    return [...found.values()].sort((a, b) => a.id - b.id);
  }

  function atLeast(count: number, of: readonly Node[]): Node {
    const passed = of.filter((part) => part === passes).length;
    const isDecided = passed > 0 || of.includes(fails);
    const open = of.filter((part) => part.kind !== 'state').sort((a, b) => a.id - b.id);
    const needed = count - passed;
    if (needed <= 0) return passes;
    if (open.length === 0) return isDecided || of.length === 0 ? fails : leftOut;
    const rest = countOf(needed, open);
    // With a part that is decided, too few that pass is too few even where the others do not apply.
    return isDecided ? (open.length < needed ? fails : counts(rest, FAIL)) : rest;
  }

  function countOf(needed: number, open: readonly Node[]): Node {
    if (needed === 1) return joined('any', open);
    if (!open.some(mayNotApply)) {
      if (needed > open.length) return fails;
      if (needed === open.length) return joined('all', open);
    }
    const shape: Shape = { kind: 'at_least', count: needed, of: open };
    return make(`${needed} of ${idsOf(open)}`, shape, open.every(mayNotApply), variablesIn(open));
  }

  function defined(when: Node, of: Node): Node {
    const undefinedWhen = counts(when, FAIL);
    if (undefinedWhen === passes || of === leftOut) return leftOut;
    if (undefinedWhen === fails) return of;
    const shape: Shape = { kind: 'defined', undefinedWhen, of };
    return make(`defined ${undefinedWhen.id} ${of.id}`, shape, true, variablesIn([undefinedWhen, of]));
  }

  function verdict(options: readonly Option[]): Verdict {
    const open: Option[] = [];
    for (const { label, when } of options) {
      const holds = counts(when, FAIL);
      if (holds !== fails) open.push({ label, when: holds });
      if (holds === passes) break;
    }
    const key = open.map(({ label, when }) => `${when.id} ${label}`).join('\n');
    const known = verdicts.get(key) ?? { id: verdicts.size, options: open };
    verdicts.set(key, known);
    return known;
  }

  function replaced(node: Node, replace: (part: Node) => Node | null, known: Map<number, Node>): Node {
    const done = known.get(node.id);
    if (done !== undefined) return done;
    const found = replace(node) ?? rebuilt(node, (part) => replaced(part, replace, known));
    known.set(node.id, found);
    return found;
  }

  function rebuilt(node: Node, inside: (part: Node) => Node): Node {
    switch (node.kind) {
      case 'state':
      case 'sign':
      case 'value':
      case 'gate':
      case 'literal':
        return node;
      case 'counts':
        return counts(inside(node.of), node.as);
      case 'not':
        return not(inside(node.of));
      case 'all':
      case 'any':
        return joined(node.kind, node.of.map(inside));
      case 'at_least':
        return atLeast(node.count, node.of.map(inside));
      case 'defined':
        return defined(inside(node.undefinedWhen), inside(node.of));
      default:
        return node satisfies never;
    }
  }

  return {
    state,
    sign,
    value,
    gate,
    literal,
    counts,
    not,
    all: (of) => joined('all', of),
    any: (of) => joined('any', of),
    atLeast,
    defined,
    verdict,
    replaced,
  };
}

function mayNotApply(node: Node): boolean {
  return node.mayNotApply;
}

function idsOf(nodes: readonly Node[]): string {
  return nodes.map(({ id }) => id).join();
}

function variablesIn(nodes: readonly Node[]): readonly number[] {
  return [...new Set(nodes.flatMap(({ variables }) => variables))].sort((a, b) => a - b);
}
