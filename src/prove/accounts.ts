import type { Item, Sheet } from '../assess/index.ts';
import { FAIL, type Gate, PASS } from '../formula/index.ts';
import { add, compare, type Rational, ZERO } from '../number/index.ts';
import { type Node, partsOfNode } from './node.ts';
import type { Joint, Side } from './joint.ts';

/**
 * A sum of points that something hangs on: of a sheet, of a group whose own sum matters, or of a criterion that a gate looks
 * at. The same sum of two sets is one account, so that what both add alike is told apart from what they add differently.
 */
export interface Account {
  readonly number: number;
  /** By set; `null` where a set has no such sum. */
  readonly sums: readonly (Sum | null)[];
  /** The account that the sum goes into; `null` for a whole sheet, or where nothing hangs on that. */
  readonly parent: number | null;
}

/** The sum of one set. */
export interface Sum {
  readonly sheet: Sheet;
  /** The group or criterion; `null` for the whole sheet. */
  readonly item: Item | null;
  /** Whether it does not apply; `null` where it always does. */
  readonly leftOut: Node | null;
  readonly gates: readonly { readonly number: number; readonly gate: Gate }[];
}

/** A criterion that earns points, and the account they go to. */
export interface Earner {
  readonly side: number;
  readonly account: number;
  readonly item: Item;
  /** When each of its pieces holds, in their order. */
  readonly pieces: readonly Node[];
  /** Whether it does not apply; `null` where it always does. */
  readonly leftOut: Node | null;
  /** Whether it counts by its weight in the account. */
  readonly weighted: boolean;
  /** Whether it is earned on top of what can be earned in the account. */
  readonly onTop: boolean;
}

/** What the points of the sets are made of, as far as conditions hang on it. */
export interface Accounts {
  /** Each after those that go into it. */
  readonly accounts: readonly Account[];
  readonly earners: readonly Earner[];
}

/** An account on its way: found by its key in each set. */
interface Draft {
  readonly key: string;
  readonly parent: string | null;
  readonly sums: (Sum | null)[];
}

/**
 * The accounts that conditions hang on.
 *
 * @param roots The conditions.
 */
export function accountsFor(joint: Joint, roots: readonly Node[]): Accounts {
  const gates = gatesIn(roots);
  const drafts = new Map<string, Draft>();
  const earners: (Omit<Earner, 'account'> & { readonly key: string })[] = [];
  const own = ownSums(joint, gates);
  for (const [side, { program }] of joint.sides.entries()) {
    const { sheet } = program;
    const asked = gates.filter((gate) => gate.side === side);
    if (sheet !== null && asked.length > 0) gather(joint, side, sheet, { asked, own, drafts, earners });
  }
  const ordered = [...drafts.values()].sort((a, b) => depth(b.key) - depth(a.key));
  const numbers = new Map(ordered.map(({ key }, number) => [key, number]));
  return {
    accounts: ordered.map(({ parent, sums }, number) => ({
      number,
      sums,
      parent: parent === null ? null : (numbers.get(parent) ?? null),
    })),
    earners: earners.map(({ key, ...earner }) => ({ ...earner, account: numbers.get(key) ?? -1 })),
  };
}

interface AskedGate {
  readonly side: number;
  readonly gate: number;
}

/** The gates that conditions hang on, each once. */
function gatesIn(roots: readonly Node[]): readonly AskedGate[] {
  const found = new Map<number, AskedGate>();
  const seen = new Set<number>();
  const visit = (node: Node): void => {
    if (seen.has(node.id)) return;
    seen.add(node.id);
    if (node.kind === 'gate') found.set(node.id, { side: node.side, gate: node.gate });
    partsOfNode(node).forEach(visit);
  };
  roots.forEach(visit);
  return [...found.values()];
}

/** The criteria that need a sum of their own in some set: a gate looks at them, or they may earn more than they count for. */
function ownSums(joint: Joint, gates: readonly AskedGate[]): ReadonlySet<string> {
  return new Set(
    joint.sides.flatMap(({ program, names }, side) => {
      const gated = new Set(
        gates.filter((gate) => gate.side === side).map(({ gate }) => program.questions.gates[gate]?.of ?? null),
      );
      return (program.sheet?.items ?? []).flatMap((item, number) => {
        const isGroup = item.parts.length > 0;
        const isWeighed = isGroup && program.sheet?.model === 'weighted' && program.sheet.top.includes(number);
        const needed =
          gated.has(number) || isWeighed || (isGroup && (item.mayBeLeftOut || mayPassCap(program.sheet, item)));
        return needed ? [names[number] ?? ''] : [];
      });
    }),
  );
}

/** Whether the parts of a group can earn or count for more than the group does. */
function mayPassCap(sheet: Sheet | null, { parts, cap }: Item): boolean {
  const most = parts.map((part) => sheet?.items[part]).map((item) => (item === undefined ? ZERO : mostOf(item)));
  return compare(most.reduce(add, ZERO), cap) > 0;
}

function mostOf({ parts, cap, points }: Item): Rational {
  return parts.length > 0 ? cap : points;
}

interface Gathering {
  readonly asked: readonly AskedGate[];
  readonly own: ReadonlySet<string>;
  readonly drafts: Map<string, Draft>;
  readonly earners: (Omit<Earner, 'account'> & { readonly key: string })[];
}

/** Adds the sums of one set that gates hang on. */
function gather(joint: Joint, side: number, sheet: Sheet, { asked, own, drafts, earners }: Gathering): void {
  const joined = joint.sides[side];
  if (joined === undefined) return;
  const { program, names } = joined;
  const gatesOf = (of: number | null): Sum['gates'] =>
    asked.flatMap(({ gate: number }) => {
      const gate = program.questions.gates[number];
      return gate === undefined || gate.of !== of ? [] : [{ number, gate }];
    });

  function open(key: string, parent: string | null, sum: Sum): void {
    const draft = drafts.get(key) ?? { key, parent, sums: joint.sides.map(() => null) };
    draft.sums[side] = sum;
    drafts.set(key, draft);
  }

  /** @param key The account around the criterion; `null` where nothing hangs on that. */
  function enter(number: number, key: string | null): void {
    const item = sheet.items[number];
    if (item === undefined || joined === undefined) return;
    const name = names[number] ?? '';
    const leftOut = item.mayBeLeftOut ? leftOutNode(joint, joined, number) : null;
    const isOwn = own.has(name) && (key !== null || hangsOn(number));
    const inside = isOwn ? `${key ?? ''}/${name}` : key;
    if (isOwn && inside !== null) {
      // What a criterion without parts earns tells already that it does not apply.
      const isGroup = item.parts.length > 0;
      open(inside, key, { sheet, item, leftOut: isGroup ? leftOut : null, gates: gatesOf(number) });
    }
    for (const part of item.parts) enter(part, inside);
    if (item.parts.length > 0 || item.pieces.length === 0 || inside === null) return;
    const weighted = sheet.model === 'weighted' && inside === TOTAL && sheet.top.includes(number);
    const pieces = item.pieces.map(({ when }) => joined.nodeOf(when));
    earners.push({ side, key: inside, item, leftOut, weighted, onTop: item.bonus && !isOwn, pieces });
  }

  function hangsOn(number: number): boolean {
    return asked.some(({ gate }) => program.questions.gates[gate]?.of === number);
  }

  const total = gatesOf(null);
  if (total.length > 0) open(TOTAL, null, { sheet, item: null, leftOut: null, gates: total });
  for (const number of sheet.top) enter(number, total.length > 0 ? TOTAL : null);
}

const TOTAL = '*';

/** Whether a criterion does not apply: counted as met it is met, counted as not met it is not. */
function leftOutNode({ graph }: Joint, { criteria }: Side, number: number): Node {
  const node = criteria[number];
  if (node === undefined) return graph.state(FAIL);
  return graph.all([graph.counts(node, PASS), graph.not(graph.counts(node, FAIL))]);
}

function depth(key: string): number {
  return key.split('/').length;
}

/** What points count for in their account. */
export function weightOf({ item, weighted, onTop }: Earner): Rational {
  if (weighted) return item.weight;
  return onTop ? ZERO : item.points;
}
