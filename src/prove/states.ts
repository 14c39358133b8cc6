import { PASS } from '../formula/index.ts';
import { compare, ZERO } from '../number/index.ts';
import type { Account } from './accounts.ts';
import { type Balance, type Closing, closingsOf, together } from './closing.ts';
import type { EarningOutcome } from './contributions.ts';
import { type Graph, type Node, partsOfNode, type Verdict } from './graph.ts';
import { isPoint, point, type Range, rangeKey, united } from './range.ts';

/** What is left to be told after some steps. */
export interface State {
  readonly verdicts: readonly Verdict[];
  /** By account, the points so far; `null` once it is closed. */
  readonly balances: Balances;
  /** By account and set, whether a group does not apply; `null` where it always does. */
  readonly leftOut: readonly (readonly (Node | null)[])[];
  /** The steps that lead here. */
  readonly steps: readonly Step[];
}

export type Balances = readonly (Balance | null)[];

/** A step that leads from one state to another, and the points just after it. */
export type Step = { readonly from: State; readonly to: Balances } & (
  | { readonly kind: 'outcome'; readonly outcome: EarningOutcome }
  | { readonly kind: 'close'; readonly account: Account; readonly closing: Closing }
);

/** As many steps that lead to the very same are kept. */
const MOST_STEPS = 3;

/** The states after each of some states comes to an outcome. */
export function afterOutcome(graph: Graph, states: readonly State[], outcome: EarningOutcome): readonly State[] {
  const known = new Map<number, Node>();
  const put = (node: Node): Node =>
    graph.replaced(
      node,
      (part) => (part.kind === 'literal' ? (outcome.states.get(part.literal) ?? null) : null),
      known,
    );
  const verdicts = verdictReplacer(graph, put);
  return states.map((from) => {
    const to = from.balances.map((balance, account) => {
      const contribution = outcome.contributions.get(account);
      return balance === null || contribution === undefined ? balance : together(balance, contribution);
    });
    return {
      verdicts: from.verdicts.map(verdicts),
      balances: to,
      leftOut: from.leftOut.map((nodes) => nodes.map((node) => node && put(node))),
      steps: [{ kind: 'outcome', from, outcome, to }],
    };
  });
}

/** The states after an account closes: its points go on to the next, and the gates on it are told. */
export function afterClosing(graph: Graph, from: State, account: Account): readonly State[] {
  const balance = from.balances[account.number] ?? null;
  if (balance === null) return [from];
  const leftOut = from.leftOut[account.number]?.map((node) => node?.kind === 'state' && node.state === PASS) ?? [];
  return closingsOf(account, balance, leftOut).map((closing) => {
    const to = from.balances.map((other, number) => {
      if (number === account.number) return null;
      return number === account.parent && other !== null ? together(other, closing.brings) : other;
    });
    const put = (part: Node): Node | null => {
      if (part.kind !== 'gate') return null;
      const told = closing.gates.find(({ side, gate }) => side === part.side && gate === part.gate);
      return told === undefined ? null : graph.state(told.state);
    };
    const known = new Map<number, Node>();
    return {
      verdicts: from.verdicts.map(verdictReplacer(graph, (node) => graph.replaced(node, put, known))),
      balances: to,
      leftOut: from.leftOut,
      steps: [{ kind: 'close', from, account, closing, to }],
    };
  });
}

function verdictReplacer(graph: Graph, put: (node: Node) => Node): (verdict: Verdict) => Verdict {
  const made = new Map<number, Verdict>();
  return (verdict) => {
    const found =
      made.get(verdict.id) ?? graph.verdict(verdict.options.map(({ label, when }) => ({ label, when: put(when) })));
    made.set(verdict.id, found);
    return found;
  };
}

/** States of which no two leave the same to be told: points that differ only in one account and leave no gap are one range. */
export function merged(states: readonly State[]): readonly State[] {
  const accounts = states[0]?.balances.length ?? 0;
  let left = oneOfEach(states);
  for (let account = 0; account < accounts; account += 1) left = mergedIn(left, account);
  return left;
}

function oneOfEach(states: readonly State[]): readonly State[] {
  const found = new Map<string, State>();
  for (const state of states) {
    const key = keyWithout(state, -1);
    const other = found.get(key);
    if (other === undefined) found.set(key, state);
    else found.set(key, { ...other, steps: bestOf([...other.steps, ...state.steps]) });
  }
  return [...found.values()];
}

/** First the steps whose figures were found. */
function bestOf(steps: readonly Step[]): readonly Step[] {
  const isFound = (step: Step): boolean => step.kind === 'close' || step.outcome.values !== null;
  return [...steps.filter(isFound), ...steps.filter((step) => !isFound(step))].slice(0, MOST_STEPS);
}

function mergedIn(states: readonly State[], account: number): readonly State[] {
  const groups = new Map<string, State[]>();
  for (const state of states) {
    const key = keyWithout(state, account);
    groups.set(key, [...(groups.get(key) ?? []), state]);
  }
  return [...groups.values()].flatMap((group) => (group.length === 1 ? group : joinedIn(group, account)));
}

/** States that differ only in the first set's points in one account, joined where these leave no gap. */
function joinedIn(group: readonly State[], account: number): readonly State[] {
  const sorted = group.toSorted((a, b) => {
    const [one, two] = [baseOf(a, account), baseOf(b, account)];
    return compare(one.low, two.low) || Number(one.lowOpen) - Number(two.lowOpen);
  });
  const joined: State[] = [];
  for (const state of sorted) {
    const last = joined.at(-1);
    const whole = last === undefined ? null : united(baseOf(last, account), baseOf(state, account));
    if (last === undefined || whole === null) joined.push(state);
    else joined[joined.length - 1] = { ...withBase(last, account, whole), steps: [...last.steps, ...state.steps] };
  }
  return joined;
}

function baseOf({ balances }: State, account: number): Range {
  return balances[account]?.base ?? point(ZERO);
}

function withBase(state: State, account: number, base: Range): State {
  return {
    ...state,
    balances: state.balances.map((balance, number) =>
      balance !== null && number === account ? { ...balance, base } : balance,
    ),
  };
}

/** All that a state leaves to be told, but the first set's points in one account. */
function keyWithout({ verdicts, balances, leftOut }: State, account: number): string {
  return [
    verdicts.map(({ id }) => id).join(),
    ...leftOut.map((nodes) => nodes.map((node) => node?.id ?? '').join()),
    ...balances.map((balance, number) => {
      if (balance === null) return '';
      const { base, above, available } = balance;
      const shown = available.map(({ num, den }) => `${num}/${den}`).join();
      return `${number === account ? '' : rangeKey(base)} ${rangeKey(above)} ${shown}`;
    }),
  ].join('|');
}

/** Whether two sets have earned alike and can earn alike in all open accounts. */
export function isEven({ balances }: State): boolean {
  return balances.every((balance) => {
    if (balance === null) return true;
    const { above, available } = balance;
    const [one, two] = available;
    return isPoint(above) && above.low.num === 0n && one.num * two.den === two.num * one.den;
  });
}

/** The literals that are left in nodes. */
export function literalsIn(nodes: readonly Node[]): ReadonlySet<number> {
  const found = new Set<number>();
  const seen = new Set<number>();
  const visit = (node: Node): void => {
    if (seen.has(node.id)) return;
    seen.add(node.id);
    if (node.kind === 'literal') found.add(node.literal);
    partsOfNode(node).forEach(visit);
  };
  nodes.forEach(visit);
  return found;
}
