import { type Requirement, variablesOf } from '../algebra/index.ts';
import { united } from '../algebra/index.ts';
import { grouped } from '../data/index.ts';
import { type Node, partsOfNode } from './node.ts';
import type { Joint } from './joint.ts';
import { type Constraints, constraintsFrom } from './rules.ts';

/** Figures that hang together, through a question or a rule; what is found of them holds whatever the others are. */
export interface Component {
  readonly variables: readonly number[];
  /** The conditions whose states are to be found, by number; of other components' numbers there is none. */
  readonly literals: ReadonlyMap<number, Node>;
  readonly constraints: Constraints;
}

/** Conditions taken apart into components. */
export interface Parted {
  readonly components: readonly Component[];
  /** A condition over literals instead of questions. */
  readonly overLiterals: (node: Node) => Node;
}

/**
 * Takes conditions apart: the largest parts of them that hang on one component each become literals.
 *
 * @param roots The conditions.
 * @param bound Groups of variables that are to stay together.
 */
export function partInto(joint: Joint, roots: readonly Node[], bound: readonly (readonly number[])[] = []): Parted {
  const { graph, rules, polynomials } = joint;
  const constraints = constraintsFrom(rules, { ...joint, count: joint.variables.length });
  const find = united(joint.variables.length, [
    ...[...questionsIn([...roots, ...rules])].map((question) => variablesOf(polynomials[question] ?? [])),
    ...rules.map(({ variables }) => variables),
    ...bound,
  ]);
  const literals = new Map<number, { readonly number: number; readonly node: Node }>();
  const known = new Map<number, Node>();
  const asLiteral = (node: Node): Node | null => {
    const [first] = node.variables;
    if (first === undefined || node.variables.some((variable) => find(variable) !== find(first))) return null;
    // A gate also hangs on points.
    if (hasGate(node)) return null;
    const literal = literals.get(node.id) ?? { number: literals.size, node };
    literals.set(node.id, literal);
    return graph.literal(literal.number, node);
  };
  for (const root of roots) graph.replaced(root, asLiteral, known);
  const components = [...grouped(joint.variables.keys(), find)].map(([root, variables]): Component => {
    const isOwn = (variable: number | undefined): boolean => variable !== undefined && find(variable) === root;
    const own = [...literals.values()].filter(({ node }) => isOwn(node.variables[0]));
    return {
      variables,
      literals: new Map(own.map(({ number, node }) => [number, node])),
      constraints: {
        requirements: constraints.requirements.filter((one) => isOwn(firstVariable(one))),
        // A rule that no data keeps hangs on no figure any more.
        rules: constraints.rules.filter((rule) => isOwn(rule.variables[0] ?? 0)),
        domainOf: constraints.domainOf,
      },
    };
  });
  return { components, overLiterals: (node) => graph.replaced(node, asLiteral, known) };
}

function firstVariable({ polynomial }: Requirement): number | undefined {
  return variablesOf(polynomial)[0];
}

/** The polynomials that conditions ask about. */
function questionsIn(nodes: readonly Node[]): ReadonlySet<number> {
  const found = new Set<number>();
  const seen = new Set<number>();
  const visit = (node: Node): void => {
    if (seen.has(node.id)) return;
    seen.add(node.id);
    if (node.kind === 'sign') found.add(node.question);
    partsOfNode(node).forEach(visit);
  };
  nodes.forEach(visit);
  return found;
}

function hasGate(node: Node): boolean {
  return node.kind === 'gate' || partsOfNode(node).some(hasGate);
}
