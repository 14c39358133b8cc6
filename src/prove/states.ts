import { PASS } from '../formula/index.ts';
import { compare, ZERO } from '../number/index.ts';
import type { Account } from './accounts.ts';
import { type Closing, closingsOf } from './closing.ts';
import type { EarningOutcome } from './contributions.ts';
import type { Graph, Verdict } from './graph.ts';
import { type Node, partsOfNode } from './node.ts';
import type { Entry, Ledger } from './ledger.ts';
import { isPoint, point, type Range, united } from './range.ts';

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

export type Balances = readonly (Entry | null)[];

/** What is shared by all states that are followed. */
export interface Followed {
  readonly graph: Graph;
  readonly ledger: Ledger;
}

/** A step that leads from one state to another, and the points just after it. */
export type Step = { readonly from: State; readonly to: Balances } & (
  | { readonly kind: 'outcome'; readonly outcome: EarningOutcome }
  | { readonly kind: 'close'; readonly account: Account; readonly closing: Closing }
);

/** As many steps that lead to the very same are kept. */
const MOST_STEPS = 3;

/** The states after each of some states comes to an outcome. */
export function afterOutcome(
  { graph, ledger }: Followed,
  states: readonly State[],
  outcome: EarningOutcome,
): readonly State[] {
  const known = new Map<number, Node>();
  const put = (node: Node): Node =>
    graph.replaced(
      node,
      (part) => (part.kind === 'literal' ? (outcome.states.get(part.literal) ?? null) : null),
      known,
    );
  const verdictAfter = verdictReplacer(graph, put);
  const adders = new Map([...outcome.contributions].map(([account, brought]) => [account, ledger.adder(brought)]));
  return states.map((from) => {
    const to = from.balances.map((entry, account) => (entry && adders.get(account)?.(entry)) ?? entry);
    return {
      verdicts: from.verdicts.map(verdictAfter),
      balances: to,
      leftOut: from.leftOut.map((nodes) => nodes.map((node) => node && put(node))),
      steps: [{ kind: 'outcome', from, outcome, to }],
    };
  });
}

/** The states after an account closes: its points go on to the next, and the gates on it are told. */
export function afterClosing(
  { graph, ledger }: Followed,
  states: readonly State[],
  account: Account,
): readonly State[] {
  const ways = new Map<string, readonly Way[]>();
  return states.flatMap((from) => {
    const entry = from.balances[account.number] ?? null;
    if (entry === null) return [from];
    const leftOut = from.leftOut[account.number]?.map((node) => node?.kind === 'state' && node.state === PASS) ?? [];
    const key = `${entry.id} ${leftOut.join()}`;
    const found = ways.get(key) ?? closingsOf(account, entry, leftOut).map((closing) => wayOf(graph, ledger, closing));
    ways.set(key, found);
    return found.map(({ closing, add, told }): State => {
      const to = from.balances.map((other, number) => {
        if (number === account.number) return null;
        return number === account.parent && other !== null ? add(other) : other;
      });
      return {
        verdicts: from.verdicts.map(told),
        balances: to,
        leftOut: from.leftOut,
        steps: [{ kind: 'close', from, account, closing, to }],
      };
    });
  });
}

/** A way in which an account closes, ready to be followed from many states. */
interface Way {
  readonly closing: Closing;
  readonly add: (entry: Entry) => Entry;
  readonly told: (verdict: Verdict) => Verdict;
}

function wayOf(graph: Graph, ledger: Ledger, closing: Closing): Way {
  const put = (part: Node): Node | null => {
    if (part.kind !== 'gate') return null;
    const found = closing.gates.find(({ side, gate }) => side === part.side && gate === part.gate);
    return found === undefined ? null : graph.state(found.state);
  };
  const known = new Map<number, Node>();
  return {
    closing,
    add: ledger.adder(closing.brings),
    told: verdictReplacer(graph, (node) => graph.replaced(node, put, known)),
  };
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
export function merged({ ledger }: Followed, states: readonly State[]): readonly State[] {
  const open = states[0]?.balances ?? [];
  return open.reduce<readonly State[]>(
    (left, entry, account) => (entry === null ? left : mergedIn(ledger, left, account)),
    oneOfEach(states),
  );
}

function oneOfEach(states: readonly State[]): readonly State[] {
  const found = new Map<string, { readonly state: State; readonly steps: Step[] }>();
  for (const state of states) {
    const key = keyWithout(state, -1);
    const other = found.get(key);
    if (other === undefined) found.set(key, { state, steps: [...state.steps] });
    else other.steps.push(...state.steps);
  }
  return [...found.values()].map(({ state, steps }) => ({ ...state, steps: steps.length > 1 ? bestOf(steps) : steps }));
}

/** First the steps whose figures were found. */
function bestOf(steps: readonly Step[]): readonly Step[] {
  const isFound = (step: Step): boolean => step.kind === 'close' || step.outcome.values !== null;
  return [...steps.filter(isFound), ...steps.filter((step) => !isFound(step))].slice(0, MOST_STEPS);
}

function mergedIn(ledger: Ledger, states: readonly State[], account: number): readonly State[] {
  const groups = new Map<string, State[]>();
  for (const state of states) {
    const key = keyWithout(state, account);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [state]);
    else group.push(state);
  }
  return [...groups.values()].flatMap((group) => (group.length === 1 ? group : joinedIn(ledger, group, account)));
}

/** States that differ only in the first set's points in one account, joined where these leave no gap. */
function joinedIn(ledger: Ledger, group: readonly State[], account: number): readonly State[] {
  const sorted = group.toSorted((a, b) => {
    const [one, two] = [baseOf(a, account), baseOf(b, account)];
    return compare(one.low, two.low) || Number(one.lowOpen) - Number(two.lowOpen);
  });
  const joined: { readonly state: State; base: Range; readonly steps: Step[] }[] = [];
  for (const state of sorted) {
    const base = baseOf(state, account);
    const last = joined.at(-1);
    const whole = last === undefined ? null : united(last.base, base);
    if (last === undefined || whole === null) joined.push({ state, base, steps: [...state.steps] });
    else {
      last.base = whole;
      last.steps.push(...state.steps);
    }
  }
  return joined.map(({ state, base, steps }) => ({
    ...state,
    steps,
    balances: state.balances.map((entry, number) =>
      entry !== null && number === account ? ledger.entry({ ...entry, base }) : entry,
    ),
  }));
}

function baseOf({ balances }: State, account: number): Range {
  return balances[account]?.base ?? point(ZERO);
}

/** All that a state leaves to be told, but the first set's points in one account. */
function keyWithout({ verdicts, balances, leftOut }: State, account: number): string {
  let key = '';
  for (const { id } of verdicts) key += `${id},`;
  for (const nodes of leftOut) for (const node of nodes) key += node === null ? '|' : `|${node.id}`;
  for (const [number, entry] of balances.entries()) {
    if (entry === null) key += ';';
    else key += number === account ? `;~${entry.shape}` : `;${entry.id}`;
  }
  return key;
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
