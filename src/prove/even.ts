import { equal } from '../number/index.ts';
import type { Account, Sum } from './accounts.ts';
import type { Graph } from './graph.ts';
import type { Node } from './node.ts';
import { isEven, type State } from './states.ts';

/** Tells of states that need not be followed further, as both verdicts give the same whatever comes. */
export function createDone(
  graph: Graph,
  accounts: readonly Account[],
): (state: State, isLastToDiffer: boolean) => boolean {
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
