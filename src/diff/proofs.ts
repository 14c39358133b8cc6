import { compile } from '../assess/index.ts';
import type { CriteriaSet } from '../criteria/index.ts';
import {
  type ClassProofs,
  createPairProver,
  type Moves,
  type PairProver,
  type Proof,
  proveClasses,
} from '../prove/index.ts';
import type { Change, ClassEffect, Direction, Sets } from './change.ts';
import type { Comparison } from './changes.ts';
import { classEffects, directionOf, signOfDirection, signOfEffect } from './effects.ts';
import { thresholdChange } from './criterion-section.ts';
import { createHybrids, type Hybrids } from './hybrid.ts';
import { provedOrder } from './order-proofs.ts';
import { levelOf } from './kinds.ts';
import type { Planned } from './planned.ts';
import { withReadingDirections } from './reading-directions.ts';
import { meritLines } from './merit-lines.ts';
import { common, DOWN, join, type Sign, STILL, UP } from './sign.ts';

/** What is proved of a revision, over all possible data. */
export interface Proofs {
  /** What becomes of every class, and of the certificate. */
  readonly classes: ClassProofs;
  /** By change, made alone or once what it needs is made. Changes of which nothing could be proved are left out. */
  readonly alone: ReadonlyMap<number, ProvedChange>;
}

/** What is known of a change once it was proved. */
export interface ProvedChange {
  readonly direction: Direction;
  /** `derived` where something of the direction could not be proved, and stays as it was read off the formulas. */
  readonly basis: Change['basis'];
  /** The classes whose conditions it changes. */
  readonly classes: readonly ClassEffect[];
}

/** So many changes are proved one by one. */
const MOST_CHANGES = 24;

/**
 * Proves what a revision does to the classes, and which way each change goes that others need not be made with.
 *
 * @param given The sets as they were read.
 */
export function proofsOf(given: Sets, { sets, planned }: Comparison): Proofs {
  const classes = proveClasses(compile(given.base).program, compile(given.revision).program);
  const hybrids = createHybrids(sets, planned);
  const proved = new Map<number, ProvedChange>();
  for (const { place, needed } of provable(hybrids, planned).slice(0, MOST_CHANGES)) {
    const own = planned[place];
    const pair = { base: hybrids.make(needed), revision: hybrids.make(hybrids.closed([place])) };
    const found = own && provedChange(pair, own.change, sets);
    if (found) proved.set(place, found);
  }
  return { classes, alone: proved };
}

/** A change, and those that it cannot be without. */
interface Step {
  readonly place: number;
  readonly needed: readonly number[];
}

/** The changes that can be made by themselves once what they need is made; last those that nothing seems to hang on. */
function provable({ effective, closed }: Hybrids, planned: readonly Planned[]): readonly Step[] {
  const steps = effective
    .map((place) => ({ place, needed: closed([place]).filter((other) => other !== place) }))
    .filter(({ place, needed }) => !closed(needed).includes(place));
  const isIdle = ({ place }: Step): boolean => planned[place]?.change.direction === 'none';
  return [...steps.filter((step) => !isIdle(step)), ...steps.filter(isIdle)];
}

function provedChange(pair: Sets, { subject, classes, direction }: Change, whole: Sets): ProvedChange | null {
  const moves = movesOf(pair, whole);
  if (moves.losing === 'unproved' && moves.gaining === 'unproved') return null;
  const readOff = signOfDirection(direction);
  const way = wayOf(moves, readOff);
  const isDecided = moves.losing !== 'unproved' && moves.gaining !== 'unproved';
  if (direction === 'none' && way === STILL) return null;
  const order = provedOrder(pair, subject);
  return {
    direction: directionOf(join(way, order ?? readOff)),
    basis: isDecided && order !== null ? 'proved' : 'derived',
    // Where no unit comes to another class, none comes to meet the condition of one that decides.
    classes: isDecided && way === STILL ? [] : conditionsOf(pair, classes, common(way, readOff) !== way),
  };
}

/** Whether some units go down, and some up. */
interface MovesShown {
  readonly losing: Moves['kind'];
  readonly gaining: Moves['kind'];
}

/** Each way as it is proved; what is not proved of it stays as it was read off. */
function wayOf({ losing, gaining }: MovesShown, readOff: Sign): Sign {
  return join(sideOf(losing, DOWN, readOff), sideOf(gaining, UP, readOff));
}

function sideOf(moves: Moves['kind'], side: Sign, readOff: Sign): Sign {
  if (moves === 'unproved') return common(side, readOff);
  return moves === 'yes' ? side : STILL;
}

/**
 * What is proved of the condition of each class. Points take their time: where classes ask for them, what was read off to go
 * one way is left, unless what was read off is refuted.
 */
function conditionsOf(sets: Sets, classes: readonly ClassEffect[], isRefuted: boolean): readonly ClassEffect[] {
  const isCostly = [sets.base, sets.revision].some(asksForPoints);
  return classes.flatMap((own) => {
    const { class: id, effect } = own;
    if (isCostly && !isRefuted && effect !== 'either') return [own];
    const { losing, gaining } = conditionOf(sets, id);
    const way = wayOf({ losing: losing.kind, gaining: gaining.kind }, signOfEffect(effect));
    return classEffects(way === STILL ? [] : [[id, way]]);
  });
}

/** What becomes of those who meet the condition of a class, as if there were no other. */
function conditionOf({ base, revision }: Sets, id: string): Proof {
  const seen = (set: CriteriaSet): CriteriaSet => ({
    ...set,
    classes: new Map([...set.classes].filter(([own]) => own === id)),
  });
  return proverOf({ base: seen(base), revision: seen(revision) }).anyOf(new Set([id]));
}

function proverOf({ base, revision }: Sets): PairProver {
  return createPairProver(compile(base).program, compile(revision).program);
}

/**
 * The changes with what is proved of them in place of what was read off the formulas.
 *
 * @param given The sets as they were read.
 */
export function provedChanges(given: Sets, { planned }: Comparison, { alone }: Proofs): readonly Change[] {
  const changes = planned.map(({ change }, place) => withProof(change, alone.get(place)));
  return withReadingDirections(changes, given);
}

function withProof(change: Change, proved: ProvedChange | undefined): Change {
  if (proved === undefined) return change;
  const { id, level } = change;
  return {
    ...change,
    ...proved,
    id: isThreshold(id) ? thresholdChange(proved.direction) : id,
    level: levelOf(level, proved.direction),
  };
}

function isThreshold(id: Change['id']): boolean {
  return id === 'threshold-tightened' || id === 'threshold-loosened' || id === 'threshold-changed';
}

/** Which ways units go, seen from every line between better and worse classes, and from the certificate. */
function movesOf(pair: Sets, whole: Sets): MovesShown {
  const prover = proverOf(pair);
  const lines = meritLines(whole, pair).map(({ classes, above }) => {
    const { losing, gaining } = prover.anyOf(classes);
    return above ? { losing, gaining } : { losing: gaining, gaining: losing };
  });
  const proofs = [prover.classes().certified, ...lines];
  return {
    losing: oneOf(proofs.map(({ losing }) => losing.kind)),
    gaining: oneOf(proofs.map(({ gaining }) => gaining.kind)),
  };
}

function oneOf(moves: readonly Moves['kind'][]): Moves['kind'] {
  if (moves.includes('yes')) return 'yes';
  return moves.includes('unproved') ? 'unproved' : 'no';
}

function asksForPoints(set: CriteriaSet): boolean {
  return compile(set).program.questions.gates.length > 0;
}
