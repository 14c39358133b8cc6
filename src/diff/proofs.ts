import { compile } from '../assess/index.ts';
import { type CriteriaSet, meritOf } from '../criteria/index.ts';
import { type ClassProofs, type Proof, proveClasses } from '../prove/index.ts';
import type { Direction, Sets } from './change.ts';
import type { Comparison } from './changes.ts';
import { directionOf } from './effects.ts';
import { createHybrids } from './hybrid.ts';
import { mergedOrder } from './set-sections.ts';
import { DOWN, join, type Sign, STILL, UP } from './sign.ts';

/** What is proved of a revision, over all possible data. */
export interface Proofs {
  /** What becomes of every class, and of the certificate. */
  readonly classes: ClassProofs;
  /** By change: the way in which it alone takes the units. Changes of which nothing could be proved are left out. */
  readonly directions: ReadonlyMap<number, Direction>;
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
  const directions = new Map<number, Direction>();
  for (const place of alone.slice(0, MOST_CHANGES)) {
    const way = provedWay({ base: sets.base, revision: hybrids.make([place]) });
    if (way !== null) directions.set(place, directionOf(way));
  }
  return { classes, directions };
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
