import type { Account, Accounts } from './accounts.ts';
import { accountsFor } from './accounts.ts';
import { NO_POINTS } from './closing.ts';
import { type Component, type Parted, partInto } from './components.ts';
import { createDone } from './even.ts';
import type { Verdict } from './graph.ts';
import type { Node } from './node.ts';
import type { Joint } from './joint.ts';
import { createLedger } from './ledger.ts';
import type { Outcome } from './outcomes.ts';
import { nodesOf, type Source, sourcesOf, variablesBehind, variablesTogether } from './sources.ts';
import { afterClosing, afterOutcome, type Followed, merged, type State } from './states.ts';

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
  readonly state: State;
  /** An outcome of each component that was not gone through, as nothing hangs on it any more. */
  readonly others: readonly Outcome[];
}

/**
 * How many states are followed at once: a few first, which mostly show already what moves, then as many as are bearable. Where
 * there are more, a part of them is followed, and nothing is said of the rest.
 */
export const WIDTHS = [400, 20_000] as const;

/**
 * A search for the labels that several verdicts can give together, over all sound data.
 *
 * The figures fall into components that have nothing to do with each other. What each component can come to, and what points it
 * brings, is found first; then the components are gone through one by one, and of all that came to the same so far only one
 * state is kept. Points are kept as ranges, never too narrow: what no state leads to is not possible.
 *
 * @param verdicts The verdicts, one or two; where there are two, units are left out of account as soon as both give the same.
 * @returns What is found when so many states at the most are followed at once.
 */
export function createSearch(joint: Joint, verdicts: readonly Verdict[]): (width: number) => Reachable {
  const { graph } = joint;
  const roots = verdicts.flatMap(({ options }) => options.map(({ when }) => when));
  const accounts = accountsFor(joint, roots);
  const parted = partInto(joint, [...roots, ...nodesOf(accounts)], variablesTogether(joint, accounts));
  const followed = { graph, ledger: createLedger() };
  const start = startOf(followed, verdicts, accounts, parted);
  const { sources, complete: isWhole } = sourcesOf(joint, start, accounts, parted);
  const isDone = createDone(graph, accounts.accounts);

  return (width) => {
    let complete = isWhole;
    let states: readonly State[] = [start];
    const ends = createEnds();
    for (const [index, source] of sources.entries()) {
      const before = sources.slice(0, index + 1).map(({ component }) => component);
      const isLastToDiffer = sources.slice(index + 1).every(({ differs }) => !differs);
      states = after(followed, states, source);
      for (const account of closable(joint, accounts, before, states[0])) {
        states = merged(followed, afterClosing(followed, states, account));
      }
      const open = states.filter((state) => !isDone(state, isLastToDiffer));
      for (const state of open.filter(isSettled)) ends.add(state, sources.slice(index + 1));
      states = thinned(
        open.filter((state) => !isSettled(state)),
        width,
      );
      if (states.length < open.filter((state) => !isSettled(state)).length) complete = false;
    }
    // What hangs on no figure at all is settled from the beginning.
    if (sources.length === 0 && isSettled(start)) ends.add(start, []);
    const canBe = sources.every(({ outcomes }) => outcomes.length > 0);
    return { ends: canBe ? ends.all() : [], complete: complete && states.every(isSettled) };
  };
}

/** As many ends with the same labels are kept. */
const MOST_ENDS = 8;

/** Of outcomes that do not matter the one with the most figures that are nothing. */
function plainest(outcomes: readonly Outcome[]): Outcome | undefined {
  const weight = ({ values }: Outcome): number => {
    if (values === null) return Number.POSITIVE_INFINITY;
    const places = [...values.bytes].filter(([variable, place]) => place !== 0 && !values.numbers.has(variable));
    return [...values.numbers.values()].filter(({ num }) => num !== 0n).length + places.length;
  };
  return outcomes.toSorted((a, b) => weight(a) - weight(b))[0];
}

/** Collects ends: of what comes after, any outcome will do. */
function createEnds() {
  const found = new Map<string, End[]>();
  return {
    add(state: State, rest: readonly Source[]): void {
      const labels = state.verdicts.map(({ options: [first] }) => first?.label ?? null);
      const key = labels.map((label) => label ?? '').join('\n');
      const own = found.get(key) ?? [];
      found.set(key, own);
      if (own.length >= MOST_ENDS) return;
      const others = rest.flatMap(({ outcomes }) => plainest(outcomes) ?? []);
      own.push({ labels, state, others });
    },
    all: (): readonly End[] => [...found.values()].flat(),
  };
}

/** So many of the states at the most, from all along their order. */
function thinned(states: readonly State[], width: number): readonly State[] {
  if (states.length <= width) return states;
  return Array.from({ length: width }, (_, place) => states[Math.floor((place * states.length) / width)]).flatMap(
    (state) => state ?? [],
  );
}

function after(followed: Followed, states: readonly State[], { outcomes }: Source): readonly State[] {
  return merged(
    followed,
    outcomes.flatMap((outcome) => afterOutcome(followed, states, outcome)),
  );
}

function isSettled({ verdicts }: State): boolean {
  return verdicts.every(({ options: [first] }) => first === undefined || first.when.kind === 'state');
}

function startOf(
  { graph, ledger }: Followed,
  verdicts: readonly Verdict[],
  { accounts }: Accounts,
  { overLiterals }: Parted,
): State {
  return {
    verdicts: verdicts.map(({ options }) =>
      graph.verdict(options.map(({ label, when }) => ({ label, when: overLiterals(when) }))),
    ),
    balances: accounts.map(() => ledger.entry(NO_POINTS)),
    leftOut: accounts.map(({ sums }) => sums.map((sum) => (sum?.leftOut ? overLiterals(sum.leftOut) : null))),
    steps: [],
  };
}

/** The accounts that nothing more goes into once some components are gone through. */
function closable(
  joint: Joint,
  { accounts, earners }: Accounts,
  components: readonly Component[],
  state: State | undefined,
): readonly Account[] {
  const known = new Set(components.flatMap(({ variables }) => variables));
  const isTold = (nodes: readonly Node[]): boolean =>
    nodes.every(({ variables }) => variables.every((variable) => known.has(variable)));
  const isOpen = (account: number): boolean => state !== undefined && state.balances[account] !== null;
  const closing = new Set<number>();
  // Deepest first: a group closes before what it goes into.
  for (const { number, sums } of accounts) {
    const own = earners.filter(({ account }) => account === number);
    const inside = accounts.filter(({ parent }) => parent === number);
    const isReady =
      own.every((earner) => variablesBehind(joint, earner).every((variable) => known.has(variable))) &&
      isTold(sums.flatMap((sum) => sum?.leftOut ?? [])) &&
      inside.every((other) => !isOpen(other.number) || closing.has(other.number));
    if (isOpen(number) && isReady) closing.add(number);
  }
  return accounts.filter(({ number }) => closing.has(number));
}
