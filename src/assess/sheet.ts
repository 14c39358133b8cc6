import { addFractions, constant, constantValue, type Fraction, multiplyFractions } from '../algebra/index.ts';
import {
  askedInFull,
  type CriteriaSet,
  type Criterion,
  reaches,
  type Rounding,
  type Step,
  numbersOf,
} from '../criteria/index.ts';
import type { Compiler, Condition, Formula } from '../formula/index.ts';
import { compare, divide, max, min, multiply, type Rational, subtract, ZERO } from '../number/index.ts';
import { mayNotApply } from './may-not-apply.ts';

/** The points of a criteria set, compiled. */
export interface Sheet {
  readonly model: 'points' | 'weighted';
  readonly of: Rational;
  readonly round: Rounding | null;
  /** By criterion number. */
  readonly items: readonly Item[];
  /** The numbers of the criteria outside groups that have points. */
  readonly top: readonly number[];
}

/** What a criterion earns. */
export interface Item {
  readonly points: Rational;
  readonly bonus: boolean;
  readonly weight: Rational;
  readonly notApplicable: Criterion['notApplicable'];
  /** Whether there is data to which it does not apply. */
  readonly mayBeLeftOut: boolean;
  /** The parts of a group of which any that applies shows that it does; none where it says itself when it applies. */
  readonly appliesWith: readonly number[];
  /** One of them holds where the criterion applies; empty for a group or a criterion without points. */
  readonly pieces: readonly Piece[];
  /** The parts of a group by number, and the most it earns. */
  readonly parts: readonly number[];
  readonly cap: Rational;
}

/** The most a criterion can earn without a bonus: what it counts for where it does not apply and is not left out. */
export function worthOf({ points, cap }: Pick<Item, 'points' | 'cap'>): Rational {
  return min(points, cap);
}

/** Points under a condition: a number that may hang on indicators, always between `least` and `most`. */
export interface Piece {
  readonly when: Condition;
  readonly value: Fraction;
  readonly least: Rational;
  readonly most: Rational;
}

/**
 * Compiles the points of a set; `null` when it has no points.
 *
 * @param met When each criterion is met, by number.
 */
export function compileSheet(set: CriteriaSet, met: readonly Condition[], compiler: Compiler): Sheet | null {
  if (set.score === null || set.score.model === 'count') return null;
  const numbers = numbersOf(set.criteria);
  const items = [...set.criteria.values()].map((criterion, number) => ({
    ...compileItem(criterion, numbers, compiler),
    mayBeLeftOut: mayNotApply(number, met),
  }));
  const top = [...set.criteria.values()].flatMap(({ id, group, points }) =>
    group === null && points !== null ? (numbers.get(id) ?? []) : [],
  );
  return { model: set.score.model, of: set.score.of, round: set.score.round, items, top };
}

function compileItem(
  criterion: Criterion,
  numbers: ReadonlyMap<string, number>,
  compiler: Compiler,
): Omit<Item, 'mayBeLeftOut'> {
  const { rule, bonus, notApplicable } = criterion;
  const points = criterion.points ?? ZERO;
  const numbered = (ids: readonly string[]): readonly number[] => ids.flatMap((id) => numbers.get(id) ?? []);
  return {
    points,
    bonus,
    notApplicable,
    weight: criterion.weight ?? ZERO,
    pieces: criterion.points === null ? [] : piecesOf(criterion, points, compiler),
    parts: rule.kind === 'group' ? numbered(rule.parts) : [],
    appliesWith: rule.kind === 'group' && criterion.appliesWhen === null ? numbered(askedInFull(rule)) : [],
    cap: rule.kind === 'group' ? (rule.cap ?? points) : points,
  };
}

function piecesOf(criterion: Criterion, points: Rational, compiler: Compiler): readonly Piece[] {
  const { rule } = criterion;
  switch (rule.kind) {
    case 'test': {
      const holds = compiler.condition(rule.test);
      return [level(holds, points), level({ kind: 'not', of: holds }, ZERO)];
    }
    case 'bands':
      return bandPieces(rule.on, rule.bands, criterion, compiler);
    case 'scale':
      return scalePieces(rule.on, rule.steps, criterion, compiler);
    case 'deduct':
      return deductPieces(rule, points, compiler);
    case 'group':
      return [];
  }
}

/** From the first band that is reached on, its points; below the last one none. */
function bandPieces(on: Formula, bands: readonly Step[], criterion: Criterion, compiler: Compiler): readonly Piece[] {
  const reached = bands.map((band) => compiler.condition(reaches(on, band, '>=', criterion.at)));
  const missed = (count: number): readonly Condition[] => reached.slice(0, count).map((of) => ({ kind: 'not', of }));
  return [
    ...bands.map((band, index) => {
      const own = reached[index];
      return level({ kind: 'all', of: [...missed(index), ...(own === undefined ? [] : [own])] }, band.points);
    }),
    level({ kind: 'all', of: missed(bands.length) }, ZERO),
  ];
}

/** Level below the first step and from the last on; a straight line between two steps. */
function scalePieces(on: Formula, steps: readonly Step[], criterion: Criterion, compiler: Compiler): readonly Piece[] {
  const reached = steps.map((step) => compiler.condition(reaches(on, step, '>=', criterion.at)));
  const { cases } = compiler.number(on);
  const isIn = (index: number): Condition => {
    const [from, to] = [reached[index], reached[index + 1]];
    const below: readonly Condition[] = to === undefined ? [] : [{ kind: 'not', of: to }];
    return { kind: 'all', of: [...(from === undefined ? [] : [from]), ...below] };
  };
  const lines = steps.slice(1).flatMap((to, index) => {
    const from = steps[index] ?? to;
    return cases.map(({ when, value }) => line({ kind: 'all', of: [isIn(index), when] }, value, from, to));
  });
  const ends = [level(isIn(-1), steps[0]?.points ?? ZERO), level(isIn(steps.length - 1), steps.at(-1)?.points ?? ZERO)];
  return [...ends, ...lines];
}

function line(when: Condition, on: Fraction, from: Step, to: Step): Piece {
  const slope = divide(subtract(to.points, from.points), subtract(to.at, from.at));
  const start = subtract(from.points, multiply(slope, from.at));
  const value = addFractions(constant(start), multiplyFractions(constant(slope), on));
  return { when, value, ...between(from.points, to.points) };
}

/** max(floor, points − max(0, min(most, each × per))), by the cases of that formula. */
function deductPieces(
  rule: Extract<Criterion['rule'], { kind: 'deduct' }>,
  points: Rational,
  compiler: Compiler,
): readonly Piece[] {
  const { at } = rule.per;
  const literal = (value: Rational): Formula => ({ kind: 'number', value, percent: false, at });
  const whole: Formula = { kind: 'arithmetic', operator: '*', left: literal(rule.each), right: rule.per, at };
  const less: Formula =
    rule.most === null ? whole : { kind: 'call', name: 'min', args: [literal(rule.most), whole], at };
  const sound: Formula = { kind: 'call', name: 'max', args: [literal(ZERO), less], at };
  const left: Formula = { kind: 'arithmetic', operator: '-', left: literal(points), right: sound, at };
  const { cases } = compiler.number({ kind: 'call', name: 'max', args: [literal(rule.floor), left], at });
  const least = rule.most === null ? rule.floor : max(rule.floor, subtract(points, rule.most));
  // Where no more than `most` is deducted the floor may lie out of reach: that case never comes.
  const comes = (value: Fraction): boolean => compare(constantValue(value) ?? least, least) >= 0;
  return cases.filter(({ value }) => comes(value)).map(({ when, value }) => ({ when, value, least, most: points }));
}

function level(when: Condition, points: Rational): Piece {
  return { when, value: constant(points), least: points, most: points };
}

function between(a: Rational, b: Rational): { readonly least: Rational; readonly most: Rational } {
  return subtract(a, b).num <= 0n ? { least: a, most: b } : { least: b, most: a };
}
