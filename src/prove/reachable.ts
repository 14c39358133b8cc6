import { variablesOf } from '../algebra/index.ts';
import { equal } from '../number/index.ts';
import { type Account, type Accounts, accountsFor, type Earner, type Sum } from './accounts.ts';
import { NO_POINTS } from './closing.ts';
import { type Component, type Parted, partInto } from './components.ts';
import { type EarningOutcome, earningOutcomes } from './contributions.ts';
import type { Graph, Node, Verdict } from './graph.ts';
import { type Joint, renumbered } from './joint.ts';
import { outcomesOf } from './outcomes.ts';
import { isPoint, rangeKey } from './range.ts';
import { afterClosing, afterOutcome, isEven, literalsIn, merged, type State } from './states.ts';

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
}

/** With more states than this at once the search is cut short. */
const MOST_STATES = 20_000;

/**
 * Finds which labels several verdicts can give together, over all sound data.
 *
 * The figures fall into components that have nothing to do with each other. What each component can come to, and what points it
 * brings, is found first; then the components are gone through one by one, and of all that came to the same so far only one
 * state is kept. Points are kept as ranges, never too narrow: what no state leads to is not possible.
 *
 * @param verdicts The verdicts, one or two; where there are two, units are left out of account as soon as both give the same.
 */
export function reachable(joint: Joint, verdicts: readonly Verdict[]): Reachable {
  const { graph } = joint;
  const roots = verdicts.flatMap(({ options }) => options.map(({ when }) => when));
  const accounts = accountsFor(joint, roots);
  const parted = partInto(joint, [...roots, ...nodesOf(accounts)], variablesTogether(joint, accounts));
  const start = startOf(graph, verdicts, accounts, parted);
  const { sources, complete: isWhole } = sourcesOf(joint, start, accounts, parted);
  const done = createDone(graph, accounts.accounts);
  let states: readonly State[] = [start];
  for (const [index, source] of sources.entries()) {
    const before = sources.slice(0, index + 1).map(({ component }) => component);
    const isLastToDiffer = sources.slice(index + 1).every(({ differs }) => !differs);
    states = after(graph, states, source);
    for (const account of closable(accounts, before, states[0])) states = merged(closed(graph, states, account));
    states = states.filter((state) => !done(state, isLastToDiffer));
    if (states.length > MOST_STATES) return { ends: [], complete: false };
  }
  const settled = states.filter((state) => state.verdicts.every(isSettled));
  return {
    ends: settled.map((state) => ({
      labels: state.verdicts.map(({ options: [first] }) => first?.label ?? null),
      state,
    })),
    complete: isWhole && settled.length === states.length,
  };
}

function after(graph: Graph, states: readonly State[], { outcomes }: Source): readonly State[] {
  return merged(outcomes.flatMap((outcome) => afterOutcome(graph, states, outcome)));
}

function closed(graph: Graph, states: readonly State[], account: Account): readonly State[] {
  return states.flatMap((state) => afterClosing(graph, state, account));
}

function isSettled({ options: [first] }: Verdict): boolean {
  return first === undefined || first.when.kind === 'state';
}

/** The nodes that tell which points are earned. */
function nodesOf({ accounts, earners }: Accounts): readonly Node[] {
  return [
    ...earners.flatMap(({ pieces, leftOut }) => [...pieces, ...(leftOut === null ? [] : [leftOut])]),
    ...accounts.flatMap(({ sums }) => sums.flatMap((sum) => sum?.leftOut ?? [])),
  ];
}

/** What one criterion earns is found in one component. */
function variablesTogether(joint: Joint, { earners }: Accounts): readonly (readonly number[])[] {
  return earners.map((earner) => [
    ...nodesOf({ accounts: [], earners: [earner] }).flatMap(({ variables }) => variables),
    ...variablesInPoints(joint, earner),
  ]);
}

function variablesInPoints({ sides }: Joint, { side, item }: Earner): readonly number[] {
  const numberOf = sides[side]?.numberOf;
  if (numberOf === undefined) return [];
  return item.pieces.flatMap(({ value: { num, den } }) =>
    [num, den].flatMap((polynomial) => variablesOf(renumbered(polynomial, numberOf))),
  );
}

function startOf(graph: Graph, verdicts: readonly Verdict[], { accounts }: Accounts, { overLiterals }: Parted): State {
  return {
    verdicts: verdicts.map(({ options }) =>
      graph.verdict(options.map(({ label, when }) => ({ label, when: overLiterals(when) }))),
    ),
    balances: accounts.map(() => NO_POINTS),
    leftOut: accounts.map(({ sums }) => sums.map((sum) => (sum?.leftOut ? overLiterals(sum.leftOut) : null))),
    steps: [],
  };
}

/** A component with all that it can come to. */
interface Source {
  readonly component: Component;
  readonly outcomes: readonly EarningOutcome[];
  /** Whether the verdicts can come to differ by it. */
  readonly differs: boolean;
  /** The first account that it brings points into, past all where there is none. */
  readonly account: number;
}

/**
 * The components in the order in which they are gone through: those that bring points by their accounts, and first those in
 * which the verdicts differ. Where nothing has differed after these, nothing more needs to be asked.
 */
function sourcesOf(
  joint: Joint,
  start: State,
  accounts: Accounts,
  { components, overLiterals }: Parted,
): { readonly sources: readonly Source[]; readonly complete: boolean } {
  let complete = true;
  const used = start.verdicts.map(({ options }) => literalsIn(options.map(({ when }) => when)));
  const needed = literalsIn([
    ...start.verdicts.flatMap(({ options }) => options.map(({ when }) => when)),
    ...start.leftOut.flatMap((nodes) => nodes.flatMap((node) => node ?? [])),
  ]);
  const sources = components.map((component): Source => {
    const own = accounts.earners.filter((earner) => hangsOn(joint, earner, component));
    const found = outcomesOf(joint, component, own.length > 0);
    if (!found.complete) complete = false;
    const outcomes = alikeOnce(
      found.outcomes.flatMap((outcome) => earningOutcomes(joint, outcome, own, overLiterals)),
      needed,
    );
    const isOneSided = [...component.literals.keys()].some(
      (literal) => needed.has(literal) && !used.every((side) => side.has(literal)),
    );
    return {
      component,
      outcomes,
      differs: isOneSided || outcomes.some(bringsUnevenly),
      account: Math.min(...own.map(({ account }) => account), accounts.accounts.length),
    };
  });
  const rank = ({ account, differs }: Source): number =>
    account < accounts.accounts.length ? account : differs ? -1 : account;
  return {
    sources: sources.toSorted((a, b) => rank(a) - rank(b) || Number(b.differs) - Number(a.differs)),
    complete,
  };
}

/** Whether an earner's points are found in a component; what hangs on nothing goes with the first. */
function hangsOn(joint: Joint, earner: Earner, { variables }: Component): boolean {
  const [first = 0] = variablesTogether(joint, { accounts: [], earners: [earner] })[0] ?? [];
  return variables.includes(first);
}

function bringsUnevenly({ contributions }: EarningOutcome): boolean {
  return [...contributions.values()].some(
    ({ above, available: [one, two] }) => !isPoint(above) || above.low.num !== 0n || !equal(one, two),
  );
}

/** Outcomes of which no two bring the same points and leave the same conditions. */
function alikeOnce(outcomes: readonly EarningOutcome[], needed: ReadonlySet<number>): readonly EarningOutcome[] {
  const found = new Map<string, EarningOutcome>();
  for (const outcome of outcomes) {
    const states = [...outcome.states].filter(([literal]) => needed.has(literal));
    const points = [...outcome.contributions].map(
      ([account, { base, above, available }]) =>
        `${account} ${rangeKey(base)} ${rangeKey(above)} ${available.map(({ num, den }) => `${num}/${den}`).join()}`,
    );
    const key = [...states.map(([literal, { id }]) => `${literal}:${id}`), ...points].join('|');
    const other = found.get(key);
    if (other === undefined || (other.values === null && outcome.values !== null)) found.set(key, outcome);
  }
  return [...found.values()];
}

/** The accounts that nothing more goes into once some components are gone through. */
function closable(
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
      isTold(nodesOf({ accounts: [], earners: own })) &&
      isTold(sums.flatMap((sum) => sum?.leftOut ?? [])) &&
      inside.every((other) => !isOpen(other.number) || closing.has(other.number));
    if (isOpen(number) && isReady) closing.add(number);
  }
  return accounts.filter(({ number }) => closing.has(number));
}

/** Tells of states that need not be followed further, as both verdicts give the same whatever comes. */
function createDone(graph: Graph, accounts: readonly Account[]): (state: State, isLastToDiffer: boolean) => boolean {
  const alike = accounts.map(({ sums: [one, two] }) => isAlike(one ?? null, two ?? null));
  const twins = new Map(accounts.flatMap(({ sums: [one, two] }) => twinGates(one ?? null, two ?? null)));
  const asFirst = (part: Node): Node | null => {
    const twin = part.kind === 'gate' && part.side === 1 ? twins.get(part.gate) : undefined;
    return twin === undefined ? null : graph.gate(0, twin);
  };
  return (state, isLastToDiffer) => {
    const [first, second] = state.verdicts;
    if (first === undefined || second === undefined) return false;
    if (first.id === second.id) return true;
    if (!isLastToDiffer || !isEven(state)) return false;
    if (!state.balances.every((balance, account) => balance === null || alike[account] === true)) return false;
    const known = new Map<number, Node>();
    const options = second.options.map(({ label, when }) => ({ label, when: graph.replaced(when, asFirst, known) }));
    return graph.verdict(options).id === first.id;
  };
}

/** Whether two sums close alike when the same points are in both. */
function isAlike(one: Sum | null, two: Sum | null): boolean {
  if (one === null || two === null) return false;
  if (one.sheet.model !== two.sheet.model || !equal(one.sheet.of, two.sheet.of)) return false;
  if (one.leftOut !== two.leftOut) return false;
  const [a, b] = [one.item, two.item];
  if (a === null || b === null) return a === b;
  return (
    equal(a.cap, b.cap) &&
    equal(a.points, b.points) &&
    equal(a.weight, b.weight) &&
    a.bonus === b.bonus &&
    a.notApplicable === b.notApplicable
  );
}

/** Gates of the second set that ask the same of the same sum as one of the first. */
function twinGates(one: Sum | null, two: Sum | null): readonly (readonly [second: number, first: number])[] {
  if (one === null || two === null || !isRoundedAlike(one, two)) return [];
  return two.gates.flatMap(({ number, gate }) => {
    const twin = one.gates.find(
      ({ gate: other }) =>
        other.operator === gate.operator && other.share === gate.share && equal(other.bound, gate.bound),
    );
    return twin === undefined ? [] : [[number, twin.number] as const];
  });
}

function isRoundedAlike({ item, sheet: { round: a } }: Sum, { sheet: { round: b } }: Sum): boolean {
  if (item !== null || a === b) return true;
  return a !== null && b !== null && a.mode === b.mode && equal(a.to, b.to);
}
