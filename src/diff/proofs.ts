import { compile } from '../assess/index.ts';
import { type CriteriaSet, meritOf } from '../criteria/index.ts';
import { type ClassProofs, type Proof, proveClasses } from '../prove/index.ts';
import type { Change, ClassEffect, Direction, Sets } from './change.ts';
import type { Comparison } from './changes.ts';
import { classEffects, directionOf } from './effects.ts';
import { thresholdChange } from './criterion-section.ts';
import { createHybrids } from './hybrid.ts';
import { provedOrder } from './order-proofs.ts';
import { levelOf } from './kinds.ts';
import { mergedOrder } from './set-sections.ts';
import { DOWN, join, type Sign, STILL, UP } from './sign.ts';

/** What is proved of a revision, over all possible data. */
export interface Proofs {
  /** What becomes of every class, and of the certificate. */
  readonly classes: ClassProofs;
  /** By change, made alone. Changes of which nothing could be proved are left out. */
  readonly alone: ReadonlyMap<number, ProvedChange>;
}

/** What is proved of a change. */
export interface ProvedChange {
  /** `null` where it is proved only that no unit comes to another class, and points may still order them otherwise. */
  readonly direction: Direction | null;
  /** The classes whose conditions it changes. */
  readonly classes: readonly ClassEffect[];
}

/** So many changes are proved one by one. */
const MOST_CHANGES = 24;

/**
 * Proves what a revision does to the classes, and which way each change goes that can be made alone.
 *
 * @param given The sets as they were read.
 */
export function proofsOf(given: Sets, { sets, planned }: Comparison): Proofs {
  const classes = proveClasses(compile(given.base).program, compile(given.revision).program);
  const hybrids = createHybrids(sets, planned);
  const alone = hybrids.effective.filter(
    (place) => planned[place]?.change.direction !== 'none' && hybrids.closed([place]).length === 1,
  );
  const proved = new Map<number, ProvedChange>();
  for (const place of alone.slice(0, MOST_CHANGES)) {
    const own = planned[place];
    const found = own && provedChange({ base: sets.base, revision: hybrids.make([place]) }, own.change);
    if (found) proved.set(place, found);
  }
  return { classes, alone: proved };
}

function provedChange(sets: Sets, { subject, classes }: Change): ProvedChange | null {
  const way = provedWay(sets);
  if (way === null) return null;
  const order = provedOrder(sets, subject);
  // Where no unit comes to another class, none comes to meet the condition of one that decides.
  if (way === STILL) return { direction: order === null ? null : directionOf(order), classes: [] };
  return { direction: directionOf(join(way, order ?? STILL)), classes: conditionsOf(sets, classes) };
}

/** What is proved of the condition of each class; what cannot be proved stays as it was read off. */
function conditionsOf(sets: Sets, classes: readonly ClassEffect[]): readonly ClassEffect[] {
  return classes.flatMap((own) => {
    const { direction, losing, gaining } = conditionOf(sets, own.class);
    if (direction === 'unproved') return [own];
    const way = join(losing.kind === 'yes' ? DOWN : STILL, gaining.kind === 'yes' ? UP : STILL);
    return classEffects(way === STILL ? [] : [[own.class, way]]);
  });
}

/** What becomes of those who meet the condition of a class, as if there were no other. */
function conditionOf({ base, revision }: Sets, id: string): Proof {
  const seen = (set: CriteriaSet): CriteriaSet => {
    const own = set.classes.get(id);
    return { ...set, classes: new Map(own === undefined ? [] : [[id, { ...own, certifies: true }]]) };
  };
  return proveClasses(compile(seen(base)).program, compile(seen(revision)).program).certified;
}

/** A change with what is proved of it in place of what was read off the formulas. */
export function withProof(change: Change, proved: ProvedChange | undefined): Change {
  if (proved === undefined) return change;
  const { classes } = proved;
  if (proved.direction === null) return { ...change, classes };
  const { direction } = proved;
  const { id, level } = change;
  return {
    ...change,
    id: isThreshold(id) ? thresholdChange(direction) : id,
    direction,
    basis: 'proved',
    classes,
    level: levelOf(level, direction),
  };
}

function isThreshold(id: Change['id']): boolean {
  return id === 'threshold-tightened' || id === 'threshold-loosened' || id === 'threshold-changed';
}

/** Which way units go, seen from every line between better and worse classes; `null` where that is out of reach. */
function provedWay(sets: Sets): Sign | null {
  // Points are sums of many parts: what they come to is proved of whole sets, and seldom.
  if ([sets.base, sets.revision].some(asksForPoints)) return null;
  const order = mergedOrder(bestFirst(sets.revision), bestFirst(sets.base));
  const lines = order.slice(0, -1).map((_, index) => new Set(order.slice(0, index + 1)));
  let way: Sign = STILL;
  for (const better of [null, ...lines]) {
    const proof = certificateOf(sets, better);
    if (proof.direction === 'unproved') return null;
    if (proof.losing.kind === 'yes') way = join(way, DOWN);
    if (proof.gaining.kind === 'yes') way = join(way, UP);
  }
  return way;
}

function asksForPoints(set: CriteriaSet): boolean {
  return compile(set).program.questions.gates.length > 0;
}

function bestFirst(set: CriteriaSet): readonly string[] {
  const merit = meritOf(set);
  return [...set.classes.keys()]
    .map((id, place) => ({ id, merit: merit[place] ?? place }))
    .sort((a, b) => a.merit - b.merit)
    .map(({ id }) => id);
}

/** What becomes of those in the better classes, as if these were the ones that certify; of the certificate itself. */
function certificateOf({ base, revision }: Sets, better: ReadonlySet<string> | null): Proof {
  const seen = (set: CriteriaSet): CriteriaSet =>
    better === null
      ? set
      : { ...set, classes: new Map([...set.classes].map(([id, own]) => [id, { ...own, certifies: better.has(id) }])) };
  return proveClasses(compile(seen(base)).program, compile(seen(revision)).program).certified;
}
