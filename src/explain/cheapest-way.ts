import { degree, type Polynomial, polynomialKey, primitive, substitute, variablesOf } from '../algebra/index.ts';
import {
  type Cells,
  createUnit,
  findCandidates,
  indicatorsIn,
  type Outcome,
  type Program,
  rulesOf,
  type Unit,
} from '../assess/index.ts';
import { ALWAYS, type Condition, MISSING } from '../formula/index.ts';
import type { Rational } from '../number/index.ts';
import { inSteps, type Move, movedValue, type NumberMove, stepVariables, type ValueMove } from './moves.ts';
import { reducedWay } from './reduced-way.ts';
import {
  type Cheapest,
  costAtStart,
  createPricer,
  narrowed,
  type Range,
  type Region,
  settledIn,
  splitAt,
} from './region.ts';

/** Where a unit stands, as far as ways go. */
type Standing = Pick<Outcome, 'classes' | 'mayBeNone' | 'unsound'>;

/** A unit, what may be moved of it, and the classes it is to reach. */
export interface Problem {
  readonly program: Program;
  readonly cells: Cells;
  readonly moves: readonly Move[];
  /** Places of classes in the set. */
  readonly goal: ReadonlySet<number>;
}

/** New values by variable: of numbers, and of choices by place. Only what differs. */
export interface Point {
  readonly numbers: ReadonlyMap<number, Rational>;
  readonly bytes: ReadonlyMap<number, number>;
}

/** The cheapest way under some conditions, or not `exact`, a small one; `none` is proved, `unknown` is that the search gave up. */
export type Sought =
  | {
      readonly kind: 'way';
      readonly point: Point;
      readonly cost: bigint;
      readonly classes: readonly number[];
      readonly exact: boolean;
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

export interface WaySearch {
  /** The cheapest way that leaves some variables as they are. */
  readonly cheapest: (unmoved: ReadonlySet<number>) => Sought;
  /** How much one unit of a number, or one choice, costs in the unit of costs. */
  readonly costOfUnit: bigint;
}

type Answer =
  | { readonly kind: 'sign'; readonly polynomial: Polynomial; readonly sign: -1 | 0 | 1 }
  | { readonly kind: 'byte'; readonly variable: number; readonly value: number };

/** Answers given so far, the steps they leave, and the cheapest of those: at first only a bound of what they cost. */
interface Branch {
  readonly answers: readonly Answer[];
  readonly region: Region;
  readonly bound: bigint;
  readonly price: Cheapest | null;
}

/** Branches looked at before the search gives up, all searches of a unit together; fewer where each takes longer. */
const MOST_BRANCHES = 2000;
const MOST_BRANCHES_OF_SHEETS = 300;
const MOST_BRANCHES_WITH_MISSING = 300;

/** Ways that are sought by taking back, once the search has given up. */
const MOST_REDUCTIONS = 12;

const SIGNS = [-1, 0, 1] as const;

/**
 * Makes the search for the cheapest way of one unit.
 *
 * What moves counts as unknown. Branches are taken up by the least cost of their steps (best first): when the unit with
 * those steps reaches the goal, no branch can hold anything cheaper. Else the branch is split by the answers to the next
 * open question: signs of linear polynomials, values of choices; a number in a question that is not linear is fixed to
 * its first step or moved on from it. Branches in which the goal is out of reach whatever is still open are dropped.
 *
 * Missing cells stay unknown to the end: a way counts only if it reaches the goal whatever they are.
 */
export function createWaySearch({ program, cells: own, moves, goal }: Problem): WaySearch {
  const cells = remembered(own, program.questions.variables.length);
  const costOfUnit = moves.reduce(
    (most, move) => (move.kind === 'number' && move.stepsPerUnit > most ? move.stepsPerUnit : most),
    1n,
  );
  const weights = new Map<number, bigint>();
  for (const move of moves) {
    if (move.kind === 'value') continue;
    const { down, up } = stepVariables(move);
    const weight = costOfUnit / move.stepsPerUnit;
    weights.set(down, weight).set(up, weight);
  }
  const weightOf = (variable: number): bigint => weights.get(variable) ?? 0n;
  const priceOf = createPricer(weightOf);
  const judged = new Map<string, readonly number[] | null>();
  const { variables } = program.questions;
  const hasMissing = variables.some((_, v) => cells.number(v) === null && cells.byte(v) === MISSING);
  const rules = rulesOf(program);
  const mostBranches = hasMissing
    ? MOST_BRANCHES_WITH_MISSING
    : program.sheet === null
      ? MOST_BRANCHES
      : MOST_BRANCHES_OF_SHEETS;
  let branches = 0;
  let reductions = 0;
  let isDoubted = false;

  /** The classes a unit with these values can have; `null` where it breaks a data check or the goal is not sure. */
  function judge(point: Point): readonly number[] | null {
    const key = [...point.numbers, ...point.bytes]
      .map(([v, value]) => `${v}:${typeof value === 'number' ? value : `${value.num}/${value.den}`}`)
      .join();
    const known = judged.get(key);
    if (known !== undefined) return known;
    const found = hasMissing ? withMissing(point) : createUnit(program, cellsAt(cells, point)).outcome();
    const reached = isReached(found) ? found.classes : null;
    judged.set(key, reached);
    return reached;
  }

  /**
   * Where figures are missing, the checks on what changes must hold whatever they are: else the way may not be open. Where
   * they hold for some figures only as it is, those for which they break after it may be none the unit can have.
   */
  function withMissing(point: Point): Standing {
    const moved = cellsAt(cells, point);
    const changed = [...point.numbers.keys(), ...point.bytes.keys()].map(
      (v) => program.questions.variables[v]?.indicator.id,
    );
    const touched = rules.filter((rule) => indicatorsIn(program, rule).some((id) => changed.includes(id)));
    if (holdsWhatever(touched, moved)) return { ...findCandidates(program, moved), unsound: false };
    isDoubted ||= !holdsWhatever(touched, cells);
    return { classes: [], mayBeNone: true, unsound: true };
  }

  /** Whether rules hold whatever the missing figures are. */
  function holdsWhatever(of: readonly Condition[], among: Cells): boolean {
    if (of.length === 0) return true;
    const asked = { ...program, classes: [{ kind: 'all', of }, ALWAYS], checks: [], counted: [], sheet: null } as const;
    return createUnit(asked, among).outcome().classes.join() === '0';
  }

  /** A unit that may be in no class at all has not reached one. */
  function isReached({ classes, mayBeNone, unsound }: Standing): boolean {
    return !unsound && !mayBeNone && classes.length > 0 && classes.every((place) => goal.has(place));
  }

  /** A small way where the cheapest takes too long to find. */
  function reduced(moving: readonly Move[]): Sought {
    reductions += 1;
    if (hasMissing || reductions > MOST_REDUCTIONS) return { kind: 'unknown' };
    const outcomeAt = (point: Point): Outcome => createUnit(program, cellsAt(cells, point)).outcome();
    const costOf = (moved: ReadonlyMap<Move, bigint>): bigint =>
      [...moved].reduce(
        (sum, [move, steps]) =>
          sum + (move.kind === 'value' ? costOfUnit : (magnitude(steps) * costOfUnit) / move.stepsPerUnit),
        0n,
      );
    const found = reducedWay(moving, costOf, outcomeAt, isReached);
    if (found === null) return { kind: 'unknown' };
    const classes = judge(found.point);
    return classes === null
      ? { kind: 'unknown' }
      : { kind: 'way', point: found.point, cost: found.cost, classes, exact: false };
  }

  function cheapest(unmoved: ReadonlySet<number>): Sought {
    const moving = moves.filter(({ variable }) => !unmoved.has(variable));
    const numbers = new Map(moving.flatMap((move) => (move.kind === 'number' ? [[move.variable, move] as const] : [])));
    const values = new Map(moving.flatMap((move) => (move.kind === 'value' ? [[move.variable, move] as const] : [])));
    const open = {
      ...cells,
      number: (v: number) => (numbers.has(v) ? null : cells.number(v)),
      byte: (v: number) => (values.has(v) ? MISSING : cells.byte(v)),
    };
    const splitter = createSplitter({ program, cells: open, numbers, values, hasMissing });
    const unit = createUnit(program, open);
    const waiting: Branch[] = [];
    const enqueue = (branch: Branch): void => {
      // Of branches with the same bound, the latest is nearest its end.
      const place = waiting.findIndex((other) => branch.bound <= other.bound);
      waiting.splice(place < 0 ? waiting.length : place, 0, branch);
    };
    const costOfAnswers = (answers: readonly Answer[]): bigint =>
      answers.reduce((sum, answer) => (isChange(answer, values) ? sum + costOfUnit : sum), 0n);
    const split = ({ answers, region, bound }: Branch): void => {
      const parts = splitter(unit, answers, region);
      if (parts === null) isComplete = false;
      for (const part of parts ?? []) {
        const all = [...answers, ...part.answers];
        const atStart = costAtStart(part.region, weightOf) + costOfAnswers(all);
        enqueue({ answers: all, region: part.region, bound: atStart > bound ? atStart : bound, price: null });
      }
    };
    /** The way at the cheapest steps of a branch, if they reach the goal; else the branch is split. */
    const follow = (branch: Branch): Sought | null => {
      const { classes: possible, unsound } = unit.outcome();
      if (unsound || !possible.some((place) => goal.has(place))) return null;
      const steps = branch.price?.steps ?? null;
      const point = steps === null ? null : pointAt(branch, steps, numbers, values);
      const classes = point === null ? null : judge(point);
      if (point !== null && classes !== null)
        return { kind: 'way', point, cost: branch.bound, classes, exact: !isDoubted };
      split(branch);
      return null;
    };
    let isComplete = true;
    enqueue({ answers: [], region: { ranges: rangesOf(numbers), linear: [] }, bound: 0n, price: null });
    for (let branch = waiting.shift(); branch !== undefined; branch = waiting.shift()) {
      if (branch.price === null) {
        const price = priceOf(branch.region);
        if (price === null) continue;
        const cost = price.cost + costOfAnswers(branch.answers);
        branch = { ...branch, price, bound: cost > branch.bound ? cost : branch.bound };
        if (cost > (waiting[0]?.bound ?? cost)) {
          enqueue(branch);
          continue;
        }
      }
      branches += 1;
      if (branches > mostBranches) return reduced(moving);
      const current = branch;
      const found = given(unit, branch.answers, () => follow(current));
      if (found !== null) return found;
    }
    return isComplete && !isDoubted ? { kind: 'none' } : { kind: 'unknown' };
  }

  return { cheapest, costOfUnit };
}

/** The parts of a branch: further answers, and the steps they leave. */
type Part = Pick<Branch, 'answers' | 'region'>;

/** What is open in one search. */
interface Opened {
  readonly program: Program;
  readonly cells: Cells;
  readonly numbers: ReadonlyMap<number, NumberMove>;
  readonly values: ReadonlyMap<number, ValueMove>;
  readonly hasMissing: boolean;
}

/** Splits branches; `null` where nothing that moves is left to ask about. */
function createSplitter({ program, cells, numbers, values, hasMissing }: Opened) {
  const { questions } = program;
  // With missing cells the next question may be about them: then any question about what moves will do.
  const asked = hasMissing
    ? questions.polynomials.map((whole) => primitive(substitute(whole, cells.number)).polynomial)
    : [];

  function bySign(polynomial: Polynomial, region: Region): readonly Part[] | null {
    const steps = inSteps(polynomial, numbers);
    if (steps === null) return null;
    const left = settledIn(region, steps);
    if (degree(left) > 1) return byStep(crossing(left), region);
    return SIGNS.flatMap((sign) => {
      const narrower = narrowed(region, left, sign);
      return narrower === null ? [] : [{ answers: [{ kind: 'sign', polynomial, sign }], region: narrower }];
    });
  }

  function byValue(variable: number, region: Region): readonly Part[] | null {
    const move = values.get(variable);
    if (move === undefined) return null;
    return [move.from, ...move.to].map((value) => ({ answers: [{ kind: 'byte', variable, value }], region }));
  }

  function byStep(candidates: readonly number[], region: Region): readonly Part[] | null {
    const open = candidates.filter((v) => region.ranges.get(v)?.from !== region.ranges.get(v)?.to);
    const [first, ...rest] = open;
    if (first === undefined) return null;
    const chosen = rest.reduce(
      (best, v) => (isShorter(region.ranges.get(v), region.ranges.get(best)) ? v : best),
      first,
    );
    return splitAt(region, chosen).map((part) => ({ answers: [], region: part }));
  }

  function aboutMoves(answers: readonly Answer[], region: Region): readonly Part[] | null {
    const answered = new Set(
      answers.map((answer) => (answer.kind === 'sign' ? polynomialKey(answer.polynomial) : answer.variable)),
    );
    const isOpen = (polynomial: Polynomial): boolean =>
      degree(polynomial) > 0 && !answered.has(polynomialKey(polynomial));
    const own = asked.find((polynomial) => isOpen(polynomial) && variablesOf(polynomial).every((v) => numbers.has(v)));
    if (own !== undefined) return bySign(own, region);
    const value = [...values.keys()].find((variable) => !answered.has(variable));
    if (value !== undefined) return byValue(value, region);
    const mixed = asked
      .filter(isOpen)
      .flatMap((polynomial) => variablesOf(polynomial).flatMap((v) => numbers.get(v) ?? []));
    return byStep(
      mixed.flatMap((move) => Object.values(stepVariables(move))),
      region,
    );
  }

  return (unit: Unit, answers: readonly Answer[], region: Region): readonly Part[] | null => {
    const open = unit.openQuestion();
    const parts =
      open === null ? null : open.kind === 'sign' ? bySign(open.polynomial, region) : byValue(open.variable, region);
    if (parts !== null) return parts;
    if (hasMissing) return aboutMoves(answers, region);
    // Everything is answered: what is left is to find steps that give the answers.
    return byStep(
      region.linear.flatMap(({ polynomial }) => variablesOf(polynomial)),
      region,
    );
  };
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** The variables of the terms in which several are multiplied. */
function crossing(polynomial: Polynomial): readonly number[] {
  return polynomial.flatMap(({ variables }) => (variables.length > 1 ? variables : []));
}

function isShorter(one: Range | undefined, other: Range | undefined): boolean {
  if (one === undefined || one.to === null) return false;
  return other === undefined || other.to === null || one.to - one.from < other.to - other.from;
}

function rangesOf(numbers: ReadonlyMap<number, NumberMove>): ReadonlyMap<number, Range> {
  const ranges = new Map<number, Range>();
  for (const move of numbers.values()) {
    const { down, up } = stepVariables(move);
    if (move.down !== 0n) ranges.set(down, { from: 0n, to: move.down });
    if (move.up !== 0n) ranges.set(up, { from: 0n, to: move.up });
  }
  return ranges;
}

/** The values at the cheapest steps of a branch: choices that are not asked about stay. */
function pointAt(
  { answers }: Branch,
  steps: ReadonlyMap<number, bigint>,
  numbers: ReadonlyMap<number, NumberMove>,
  values: ReadonlyMap<number, ValueMove>,
): Point {
  const moved = [...numbers.values()].flatMap((move) => {
    const { down, up } = stepVariables(move);
    const [less, more] = [steps.get(down) ?? 0n, steps.get(up) ?? 0n];
    return less === more ? [] : [[move.variable, movedValue(move, less, more)] as const];
  });
  const chosen = answers.flatMap((answer) =>
    answer.kind === 'byte' && isChange(answer, values) ? [[answer.variable, answer.value] as const] : [],
  );
  return { numbers: new Map(moved), bytes: new Map(chosen.sort(([a], [b]) => a - b)) };
}

function isChange(answer: Answer, values: ReadonlyMap<number, ValueMove>): boolean {
  return answer.kind === 'byte' && values.get(answer.variable)?.from !== answer.value;
}

/** The cells of a unit with some of them changed. */
function cellsAt(cells: Cells, { numbers, bytes }: Point): Cells {
  return {
    number: (variable) => numbers.get(variable) ?? cells.number(variable),
    byte: (variable) => bytes.get(variable) ?? cells.byte(variable),
    bounds: cells.bounds,
  };
}

/** Works something out while answers are given. */
function given<T>(unit: Unit, [first, ...rest]: readonly Answer[], work: () => T): T {
  if (first === undefined) return work();
  const results: T[] = [];
  const next = (): void => void results.push(given(unit, rest, work));
  if (first.kind === 'sign') unit.answerSign(first.polynomial, first.sign, next);
  else unit.answerByte(first.variable, first.value, next);
  const [result] = results;
  if (results.length === 0 || result === undefined) throw new RangeError('an answer was given without doing anything');
  return result;
}

/** The same cells, each read once. */
function remembered(cells: Cells, variables: number): Cells {
  const all = Array.from({ length: variables }, (_, variable) => ({
    number: cells.number(variable),
    byte: cells.byte(variable),
  }));
  return { number: (v) => all[v]?.number ?? null, byte: (v) => all[v]?.byte ?? MISSING, bounds: cells.bounds };
}
