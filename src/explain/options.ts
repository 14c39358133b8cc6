import { constantTerm, degree, substitute, variablesOf } from '../algebra/index.ts';
import {
  type Cells,
  createUnit,
  type Program,
  type Unit,
  cellsAt,
  isWithin,
  NOWHERE,
  type Point,
} from '../assess/index.ts';
import { FAIL, UNKNOWN } from '../formula/index.ts';
import {
  add,
  ceilDivide,
  compare,
  divide,
  exactText,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../number/index.ts';
import type { Costs } from './costs.ts';
import type { MoveGroup } from './move-groups.ts';
import { type Move, movedValue, type NumberMove } from './moves.ts';

/** One thing that the moves of a group can come to. */
export interface Option {
  readonly point: Point;
  readonly cost: number;
  /** The points it adds at most to where the unit stands. */
  readonly gain: Rational;
}

/** What the moves of a group can come to. */
export interface Options {
  /** Cheapest first, without those that come to the same as a cheaper one and gain no more. */
  readonly options: readonly Option[];
  /** Whether these are all there are. */
  readonly isAll: boolean;
}

/** How a unit is looked at while its options are listed. */
export interface Outlook {
  readonly program: Program;
  readonly cells: Cells;
  readonly costs: Costs;
  /** The unit as it stands. */
  readonly now: Unit;
  /** What a criterion adds to the points that are asked for. */
  readonly pointsOf: (unit: Unit, criterion: number) => Rational;
  /** The most that such a change of a criterion's points adds to them: what is lost above a cap is not lost. */
  readonly changeOf: (criterion: number, change: Rational) => Rational;
  /** Whether the goal may be reached at a point if all other groups move as they like and earn whatever is asked for. */
  readonly mayReach: (group: MoveGroup, point: Point) => boolean;
}

/** So many options of a group are looked at. */
const MOST_OPTIONS = 10_000;
/** So many steps of a number without an end are looked at where it is open how far they matter. */
const MOST_STEPS = 1000n;

/** One move made so far. */
interface Position {
  readonly move: Move;
  readonly to: Rational | number;
  /** How many steps it takes. */
  readonly count: bigint;
}

/**
 * Lists the options of a group: every step of each of its moves with every step of the others. Each is assessed in what the
 * group acts on; those that break a rule, or after which the goal is out of reach, are left out.
 */
export function optionsOf(group: MoveGroup, outlook: Outlook): Options {
  const { program, cells, costs } = outlook;
  const ranges = group.moves.map((move) => positionsOf(move, program, cells));
  const isProduct = ranges.reduce((count, { positions }) => count * (positions.length + 1), 1) <= MOST_OPTIONS;
  const combined = isProduct
    ? everyCombination(ranges.map(({ positions }) => positions))
    : [[], ...ranges.flatMap(({ positions }) => positions.slice(0, MOST_OPTIONS).map((position) => [position]))];
  const priced = combined
    .map((positions) => ({
      point: pointOf(positions),
      cost: Number(costs.of(new Map(positions.map(({ move, count }) => [move, count])))),
    }))
    .sort((a, b) => a.cost - b.cost);
  return { options: worthwhile(group, priced, outlook), isAll: isProduct && ranges.every(({ isAll }) => isAll) };
}

function worthwhile(
  group: MoveGroup,
  priced: readonly Omit<Option, 'gain'>[],
  { program, cells, now, pointsOf, changeOf, mayReach }: Outlook,
): readonly Option[] {
  const pointsNow = group.criteria.map((criterion) => pointsOf(now, criterion));
  // Where the points of a criterion are asked for as well, more of others is not as good.
  const isAskedApart = program.questions.gates.some(({ of }) => of !== null);
  const apart = (unit: Unit): readonly string[] =>
    isAskedApart ? group.criteria.map((criterion) => exactText(pointsOf(unit, criterion))) : [];
  const alike = new Map<string, Alike | null>();
  for (const { point, cost } of priced) {
    const unit = createUnit(program, cellsAt(cells, point));
    if (group.rules.some((rule) => breaks(unit, rule, point))) continue;
    const states = [...group.criteria.map(unit.criterion), ...group.asked.map(unit.condition)];
    const key = [...states, ...apart(unit)].join();
    const known = alike.get(key);
    if (known === null) continue;
    if (known === undefined && !mayReach(group, point)) {
      alike.set(key, null);
      continue;
    }
    const gain = group.criteria
      .map((criterion, at) => changeOf(criterion, subtract(pointsOf(unit, criterion), pointsNow[at] ?? ZERO)))
      .reduce(add, ZERO);
    const option = { point, cost, gain };
    if (known === undefined) alike.set(key, { options: [option], most: gain });
    else if (compare(gain, known.most) > 0) {
      known.options.push(option);
      known.most = gain;
    } else if (!known.options.some((cheaper) => isAsGood(cheaper, option))) known.options.push(option);
  }
  return [...alike.values()].flatMap((own) => own?.options ?? []).sort((a, b) => a.cost - b.cost);
}

/** Options that come to the same, and the most that one of them gains. */
interface Alike {
  readonly options: Option[];
  most: Rational;
}

/** Whether a cheaper option that comes to the same gains no less, and changes nothing that the other leaves as it is. */
function isAsGood(cheaper: Option, { point, gain }: Option): boolean {
  return compare(cheaper.gain, gain) >= 0 && isWithin(cheaper.point, point);
}

/** Whether a change breaks a rule, or may: what is open without any change is no fault of it. */
function breaks(unit: Unit, rule: MoveGroup['rules'][number], point: Point): boolean {
  const state = unit.condition(rule);
  return state === FAIL || (state === UNKNOWN && point !== NOWHERE);
}

interface Positions {
  readonly positions: readonly Position[];
  /** Whether what lies beyond them comes to the same as the last of them. */
  readonly isAll: boolean;
}

function positionsOf(move: Move, program: Program, cells: Cells): Positions {
  if (move.kind === 'value') return { positions: move.to.map((to) => ({ move, to, count: 1n })), isAll: true };
  const last = move.up ?? lastTurn(move, program, cells);
  const positions = [
    ...steps(move.down ?? MOST_STEPS).map((count) => ({ move, to: movedValue(move, count, 0n), count })),
    ...steps(last ?? MOST_STEPS).map((count) => ({ move, to: movedValue(move, 0n, count), count })),
  ];
  return { positions, isAll: move.down !== null && last !== null };
}

/** The numbers of steps up to a last one, or one more than are looked at. */
function steps(last: bigint): readonly bigint[] {
  const length = last > BigInt(MOST_OPTIONS) ? MOST_OPTIONS + 1 : Number(last);
  return Array.from({ length }, (_, before) => BigInt(before + 1));
}

/** The steps upwards after which nothing that is asked about a number changes any more; `null` where that is not known. */
function lastTurn(move: NumberMove, { questions }: Program, cells: Cells): bigint | null {
  let last = 0n;
  for (const whole of questions.polynomials) {
    if (!variablesOf(whole).includes(move.variable)) continue;
    const open = substitute(whole, (variable) => (variable === move.variable ? null : cells.number(variable)));
    const [term, ...others] = open.filter(({ variables }) => variables.length > 0);
    if (term === undefined) continue;
    if (others.length > 0 || degree(open) > 1) return null;
    const root = rational(-constantTerm(open), term.coefficient);
    const { num, den } = divide(subtract(root, move.from), move.step);
    const beyond = ceilDivide(num, den) + 1n;
    if (beyond > last) last = beyond;
  }
  return last;
}

function everyCombination(ranges: readonly (readonly Position[])[]): readonly (readonly Position[])[] {
  return ranges.reduce<readonly (readonly Position[])[]>(
    (combined, positions) =>
      combined.flatMap((others) => [others, ...positions.map((position) => [...others, position])]),
    [[]],
  );
}

function pointOf(positions: readonly Position[]): Point {
  if (positions.length === 0) return NOWHERE;
  return {
    numbers: new Map(
      positions.flatMap(({ move, to }) => (typeof to === 'number' ? [] : [[move.variable, to] as const])),
    ),
    bytes: new Map(positions.flatMap(({ move, to }) => (typeof to === 'number' ? [[move.variable, to] as const] : []))),
  };
}
