import { variablesOf } from '../algebra/index.ts';
import { equal } from '../number/index.ts';
import type { Accounts, Earner } from './accounts.ts';
import type { Component, Parted } from './components.ts';
import { type EarningOutcome, earningOutcomes } from './contributions.ts';
import { constantOf } from './fraction-range.ts';
import type { Node } from './node.ts';
import { type Joint, renumbered } from './joint.ts';
import { outcomesOf } from './outcomes.ts';
import { isPoint, rangeKey } from './range.ts';
import { literalsIn, type State } from './states.ts';

/** A component with all that it can come to. */
export interface Source {
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
export function sourcesOf(
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
    const found = outcomesOf(joint, component, own.some(hangsOnFigures));
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

/** Whether an earner's points are found in a component. */
function hangsOn(joint: Joint, earner: Earner, { variables }: Component): boolean {
  return variablesBehind(joint, earner).some((variable) => variables.includes(variable));
}

/** The variables that an earner's points are found with: what hangs on none is found with the first of all. */
export function variablesBehind(joint: Joint, earner: Earner): readonly number[] {
  const [own = []] = variablesTogether(joint, { accounts: [], earners: [earner] });
  return own.length === 0 ? [0] : own;
}

/** Whether points are more than steps between conditions. */
function hangsOnFigures({ item }: Earner): boolean {
  return item.pieces.some(({ value }) => constantOf(value) === null);
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

/** The nodes that tell which points are earned. */
export function nodesOf({ accounts, earners }: Accounts): readonly Node[] {
  return [
    ...earners.flatMap(({ pieces, leftOut }) => [...pieces, ...(leftOut === null ? [] : [leftOut])]),
    ...accounts.flatMap(({ sums }) => sums.flatMap((sum) => sum?.leftOut ?? [])),
  ];
}

/** What one criterion earns is found in one component. */
export function variablesTogether(joint: Joint, { earners }: Accounts): readonly (readonly number[])[] {
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
