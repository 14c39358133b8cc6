import { lineageOf, numberOf } from '../criteria/index.ts';
import type { Program } from '../assess/index.ts';
import { FAIL, PASS } from '../formula/index.ts';
import type { Verdict } from './graph.ts';
import { indicatorOf } from './joint-variables.ts';
import { type Node, partsOfNode } from './node.ts';
import { classLabel, type Joint, joinPrograms } from './joint.ts';
import { createSearch, type End, type Reachable, WIDTHS } from './reachable.ts';
import { tracesOf } from './trace.ts';
import { classOfWitness, criterionOfWitness, type Witness, witnessOf } from './witness.ts';

/**
 * What a revision does, over all possible data: `same` units, `stricter` (fewer), `looser` (more), or `neither`: some lose it
 * and others gain it. `unproved` where the proof is out of reach.
 */
export type Direction = 'same' | 'stricter' | 'looser' | 'neither' | 'unproved';

/** Whether some unit moves: proved with a witness, ruled out for all data, or out of reach. */
export type Moves =
  | { readonly kind: 'yes'; readonly witness: Witness }
  | { readonly kind: 'no' }
  | { readonly kind: 'unproved' };

/** What a revision does to those who had something: a class, the certificate, a criterion that is met. */
export interface Proof {
  readonly direction: Direction;
  /** Units that have it under the base and not under the revision. */
  readonly losing: Moves;
  /** Units that have it under the revision and not under the base. */
  readonly gaining: Moves;
}

/** What a revision does to the classes. */
export interface ClassProofs {
  /** By class id: those of the base in order, then those that only the revision has. */
  readonly classes: ReadonlyMap<string, Proof>;
  readonly certified: Proof;
  /** What limits the proofs. */
  readonly limits: Limits;
}

/** What was taken for granted. */
export interface Limits {
  /** Indicators that the sets take for different kinds of figures: no data fits both, and nothing is proved. */
  readonly clashes: readonly string[];
  /** Indicators that may be less in one set than in the other: only data that both allow is looked at. */
  readonly narrowed: readonly string[];
  /** Indicators that the sets roll up in different ways: where a class asks for one, that some unit moves is not proved. */
  readonly apart: readonly string[];
  /** Whether figures are rolled up from units below: they count as free, so a witness may have no units below it. */
  readonly rolledUp: boolean;
}

/** Proves what a revision does; what several questions share is worked out once. */
export interface PairProver {
  readonly limits: Limits;
  /** For every class, and for the certificate. */
  readonly classes: () => ClassProofs;
  /** What becomes of those who are in one of some classes. */
  readonly anyOf: (ids: ReadonlySet<string>) => Proof;
  /**
   * Whether each unit that meets a criterion still meets it, and the reverse. Where the criterion does not apply, it counts as
   * its set says; left out, it is not met.
   *
   * @param id The criterion in the revision.
   * @param baseId The criterion in the base: the same, or the one that it `was`.
   * @returns `null` where one of the sets has no such criterion.
   */
  readonly criterion: (id: string, baseId?: string) => Proof | null;
}

/**
 * A prover for two sets, over all data that both of them call sound.
 *
 * @param base The earlier set, compiled.
 * @param revision The later set, compiled.
 */
export function createPairProver(base: Program, revision: Program): PairProver {
  const joint = joinPrograms([base, revision]);
  const { graph } = joint;
  const limits = limitsOf(joint);
  const prove = proverOf(
    joint,
    joint.sides.map(({ verdict }) => verdict),
    (side, witness) => labelOfWitness(joint, side, witness),
  );
  const anyOf = (ids: ReadonlySet<string>): Proof => prove((label) => label !== null && ids.has(label.slice(1)));

  function classes(): ClassProofs {
    const ids = [...new Set([...base.set.classes.keys(), ...revision.set.classes.keys()])];
    return {
      classes: new Map(ids.map((id) => [id, anyOf(new Set([id]))])),
      certified: prove((label) => label?.startsWith('+') === true),
      limits,
    };
  }

  const { continued } = lineageOf(base.set.criteria, revision.set.criteria);

  function criterion(id: string, baseId = continued(id) ?? ''): Proof | null {
    const met = [baseId, id].map((own, side) => metNode(joint, side, own));
    if (met.includes(null)) return null;
    const verdicts = met.map((when) => graph.verdict(when === null ? [] : [{ label: MET, when }]));
    const stateOf = (side: number, witness: Witness): string | null | undefined => {
      const { program } = joint.sides[side] ?? {};
      const found = program && criterionOfWitness(program, side, witness, side === 0 ? baseId : id);
      return found === undefined ? undefined : found ? MET : null;
    };
    return proverOf(joint, verdicts, stateOf)((label) => label === MET);
  }

  return { limits, classes, anyOf, criterion };
}

/**
 * Decides for every class whether each unit that had it still has it, and the reverse, over all data that both sets call sound.
 *
 * @param base The earlier set, compiled.
 * @param revision The later set, compiled.
 * @example proveClasses(compile(base).program, compile(revision).program).certified.direction // 'stricter'
 */
export function proveClasses(base: Program, revision: Program): ClassProofs {
  return createPairProver(base, revision).classes();
}

const MET = 'met';
/** As many witnesses of one end are tried: where points are ranges, some may not show what they are to. */
const MOST_TRIES = 20;

/** When a criterion is met, counting as its set says where it does not apply. */
function metNode({ graph, sides }: Joint, side: number, id: string): Node | null {
  const { program, criteria } = sides[side] ?? {};
  const number = program === undefined ? -1 : numberOf(program.set.criteria, id);
  const node = criteria?.[number];
  const policy = program?.set.criteria.get(id)?.notApplicable;
  return node === undefined ? null : graph.counts(node, policy === 'pass' ? PASS : FAIL);
}

function limitsOf({ clashes, narrowed, apart, sides }: Joint): Limits {
  return { clashes, narrowed, apart, rolledUp: sides.some(({ program }) => program.set.from !== null) };
}

/** Proves of units that have something, told from the label, whether they still have it. */
function proverOf(
  joint: Joint,
  verdicts: readonly Verdict[],
  assess: (side: number, witness: Witness) => string | null | undefined,
): (has: (label: string | null) => boolean) => Proof {
  const found = new Map<number, Reachable>();
  let search: ((width: number) => Reachable) | null = null;
  const within = (width: number): Reachable => {
    search ??= joint.clashes.length > 0 ? () => NOTHING_FOUND : createSearch(joint, verdicts);
    const own = found.get(width) ?? search(width);
    found.set(width, own);
    return own;
  };
  const witnesses = new Map<End, Witness | null>();
  /** A witness of an end that comes to what it is to show when it is assessed. */
  const confirmed = (end: End): Witness | null => {
    const known = witnesses.get(end);
    if (known !== undefined) return known;
    const witness = firstOf(tracesOf(joint, end), (outcomes) => {
      const one = witnessOf(joint, outcomes);
      return one !== null && end.labels.every((label, side) => assess(side, one) === label) ? one : null;
    });
    witnesses.set(end, witness);
    return witness;
  };
  const movesWithin = ({ ends, complete }: Reachable, isMove: (end: End) => boolean, isReal: boolean): Moves => {
    const own = ends
      .filter(isMove)
      // A unit that some class takes in both sets shows it better than one that is left over.
      .sort((a, b) => Number(a.labels.includes(null)) - Number(b.labels.includes(null)));
    const witness = isReal ? firstOf(own, confirmed) : null;
    if (witness !== null) return { kind: 'yes', witness };
    return own.length === 0 && complete ? { kind: 'no' } : { kind: 'unproved' };
  };
  const moves = (isMove: (end: End) => boolean, isReal: boolean): Moves => {
    for (const width of WIDTHS) {
      const reached = within(width);
      const own = movesWithin(reached, isMove, isReal);
      if (own.kind !== 'unproved' || reached.complete) return own;
    }
    return { kind: 'unproved' };
  };
  return (has) => {
    const isMove = (from: number, to: number) => (end: End) =>
      has(end.labels[from] ?? null) && !has(end.labels[to] ?? null);
    // Two figures that are rolled up in different ways may never stand side by side as a witness has them.
    const isReal = !verdicts.some((verdict) => hangsOnApart(joint, verdict, has));
    return proofOf(moves(isMove(0, 1), isReal), moves(isMove(1, 0), isReal));
  };
}

/** Whether it hangs on a figure that the sets roll up in different ways whether a unit has something. */
function hangsOnApart(
  { apart, variables }: Joint,
  { options }: Verdict,
  has: (label: string | null) => boolean,
): boolean {
  if (apart.length === 0) return false;
  const isApart = (variable: number): boolean =>
    variables[variable]?.indicators.some((id) => id !== null && apart.includes(indicatorOf(id))) === true;
  const hangs = (node: Node): boolean =>
    node.kind === 'gate' || node.variables.some(isApart) || partsOfNode(node).some(hangs);
  const last = options.findLastIndex(({ label }) => has(label));
  return options.slice(0, last + 1).some(({ when }) => hangs(when));
}

const NOTHING_FOUND: Reachable = { ends: [], complete: false };

/** The first that something makes of some things; `null` when it makes nothing of the first few. */
function firstOf<T, R>(things: Iterable<T>, make: (thing: T) => R | null): R | null {
  let tries = 0;
  for (const thing of things) {
    const made = make(thing);
    tries += 1;
    if (made !== null || tries >= MOST_TRIES) return made;
  }
  return null;
}

/** The label of the class that a set gives a witness; `undefined` where that is open. */
function labelOfWitness({ sides }: Joint, side: number, witness: Witness): string | null | undefined {
  const { program } = sides[side] ?? {};
  if (program === undefined) return undefined;
  const id = classOfWitness(program, side, witness);
  return typeof id === 'string' ? classLabel(id, program.set.classes.get(id)?.certifies === true) : id;
}

function proofOf(losing: Moves, gaining: Moves): Proof {
  return { direction: directionOf(losing.kind, gaining.kind), losing, gaining };
}

function directionOf(losing: Moves['kind'], gaining: Moves['kind']): Direction {
  if (losing === 'unproved' || gaining === 'unproved') return 'unproved';
  if (losing === 'yes') return gaining === 'yes' ? 'neither' : 'stricter';
  return gaining === 'yes' ? 'looser' : 'same';
}
