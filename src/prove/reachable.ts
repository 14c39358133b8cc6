import { type Component, partInto } from './components.ts';
import { type Graph, type Node, partsOfNode, type Verdict } from './graph.ts';
import type { Joint } from './joint.ts';
import { type Outcome, outcomesOf } from './outcomes.ts';

/** What units can come to in all sets at once. */
export interface Reachable {
  readonly ends: readonly End[];
  /** Whether there is nothing else; `false` where the search was cut short. */
  readonly complete: boolean;
}

/** Labels, one by verdict, that a unit can have together. */
export interface End {
  /** `null` where nothing holds. */
  readonly labels: readonly (string | null)[];
  /** An outcome of each component that leads to it, together. */
  readonly outcomes: readonly Outcome[];
  /** Whether figures were found for every one of them. */
  readonly certain: boolean;
}

/** What is left to be told after some components. */
interface State {
  readonly verdicts: readonly Verdict[];
  readonly outcomes: readonly Outcome[];
  readonly certain: boolean;
}

/** With more states than this at once the search is cut short. */
const MOST_STATES = 20_000;

/**
 * Finds which labels several verdicts can give together, over all sound data.
 *
 * The figures fall into components that have nothing to do with each other. What each component can come to is found first;
 * then the components are gone through one by one, and of all that came to the same so far only one is kept.
 *
 * @param verdicts The verdicts, of one set or several.
 * @param isDone What nobody asks further about: told from what is left of the verdicts.
 */
export function reachable(
  joint: Joint,
  verdicts: readonly Verdict[],
  isDone: (verdicts: readonly Verdict[]) => boolean,
): Reachable {
  const { graph } = joint;
  const roots = verdicts.flatMap(({ options }) => options.map(({ when }) => when));
  const { components, overLiterals } = partInto(joint, roots);
  const start = verdicts.map(({ options }) =>
    graph.verdict(options.map(({ label, when }) => ({ label, when: overLiterals(when) }))),
  );
  let complete = true;
  let states: readonly State[] = [{ verdicts: start, outcomes: [], certain: true }];
  for (const component of inOrder(components, start)) {
    const found = outcomesOf(joint, component);
    if (!found.complete) complete = false;
    states = after(graph, found.outcomes, states).filter((state) => !isDone(state.verdicts));
    if (states.length > MOST_STATES) return { ends: [], complete: false };
  }
  // What hangs on points is left open.
  const settled = states.filter((state) => state.verdicts.every(isSettled));
  return {
    ends: settled.map(({ verdicts: left, outcomes, certain }) => ({
      labels: left.map(({ options: [first] }) => first?.label ?? null),
      outcomes,
      certain,
    })),
    complete: complete && settled.length === states.length,
  };
}

function isSettled({ options: [first] }: Verdict): boolean {
  return first === undefined || first.when.kind === 'state';
}

/** Every state with every outcome of a component put into it. */
function after(graph: Graph, outcomes: readonly Outcome[], states: readonly State[]): readonly State[] {
  return distinct(
    outcomes.flatMap((outcome) => {
      const advance = advancer(graph, outcome);
      return states.map((state) => advance(state));
    }),
  );
}

/** Puts an outcome into what is left of the verdicts. */
function advancer(graph: Graph, outcome: Outcome): (state: State) => State {
  const known = new Map<number, Node>();
  const answer = (part: Node): Node | null =>
    part.kind === 'literal' ? (outcome.states.get(part.literal) ?? null) : null;
  const verdicts = new Map<number, Verdict>();
  const left = (verdict: Verdict): Verdict => {
    const made =
      verdicts.get(verdict.id) ??
      graph.verdict(verdict.options.map(({ label, when }) => ({ label, when: graph.replaced(when, answer, known) })));
    verdicts.set(verdict.id, made);
    return made;
  };
  return (state) => ({
    verdicts: state.verdicts.map(left),
    outcomes: [...state.outcomes, outcome],
    certain: state.certain && outcome.values !== null,
  });
}

/** One of all states with the same left to be told: one whose figures are found, if there is such a one. */
function distinct(states: readonly State[]): readonly State[] {
  const found = new Map<string, State>();
  for (const state of states) {
    const key = state.verdicts.map(({ id }) => id).join();
    const other = found.get(key);
    if (other === undefined || (!other.certain && state.certain)) found.set(key, state);
  }
  return [...found.values()];
}

/** First the components in which the verdicts differ: where they come to the same there, nothing more needs to be asked. */
function inOrder(components: readonly Component[], verdicts: readonly Verdict[]): readonly Component[] {
  const used = verdicts.map((verdict) => literalsIn(verdict));
  const differs = ({ literals }: Component): boolean =>
    [...literals.keys()].some((literal) => !used.every((own) => own.has(literal)));
  return [...components.filter(differs), ...components.filter((component) => !differs(component))];
}

function literalsIn({ options }: Verdict): ReadonlySet<number> {
  const found = new Set<number>();
  const seen = new Set<number>();
  const visit = (node: Node): void => {
    if (seen.has(node.id)) return;
    seen.add(node.id);
    if (node.kind === 'literal') found.add(node.literal);
    partsOfNode(node).forEach(visit);
  };
  for (const { when } of options) visit(when);
  return found;
}
