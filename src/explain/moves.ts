import {
  add as addPolynomials,
  constantTerm,
  multiply,
  ONE_POLYNOMIAL,
  type Polynomial,
  scale,
  variablesOf,
  ZERO_POLYNOMIAL,
} from '../algebra/index.ts';
import { type Assessments, type Cells, cellsOf, type Program } from '../assess/index.ts';
import type { Indicator } from '../criteria/index.ts';
import type { CellBounds } from '../data/index.ts';
import { MISSING, numberAt } from '../formula/index.ts';
import { soundHighest } from './sound-highest.ts';
import {
  add,
  decimalPlaces,
  floorDivide,
  integer,
  lcm,
  multiply as times,
  ONE,
  type Rational,
  rational,
  subtract,
} from '../number/index.ts';

/** An indicator of one unit that work on the ground can change, and how far. */
export type Move = NumberMove | ValueMove;

/**
 * A number moves in steps of the finest decimal place that itself, its domain or a threshold it is compared with is written
 * with, at least a whole one (of a percentage, a whole percentage point): so it can come to lie on its line, or one such
 * step beyond. How figures of other units are written says nothing about it.
 */
export interface NumberMove {
  readonly kind: 'number';
  readonly variable: number;
  readonly indicator: Indicator;
  readonly from: Rational;
  readonly step: Rational;
  /** Steps that make one unit: 1 of a count or decimal, one percentage point of a percentage. */
  readonly stepsPerUnit: bigint;
  /** The most steps each way; 0 is a forbidden side, `null` no end. */
  readonly down: bigint | null;
  readonly up: bigint | null;
}

/** A yes or no, or a choice, by the places of its values. */
export interface ValueMove {
  readonly kind: 'value';
  readonly variable: number;
  readonly indicator: Indicator;
  readonly from: number;
  readonly to: readonly number[];
}

/**
 * What can be changed of a unit: the actionable indicators of this period with a known figure, in the declared direction,
 * as far as their domain goes. In the order of the set.
 */
export function movesOf({ program, dataset }: Assessments, row: number): readonly Move[] {
  const cells = cellsOf(program, dataset, row);
  const { variables } = program.questions;
  return [...program.set.indicators.values()].flatMap((indicator) => {
    const variable = variables.findIndex((own) => own.column === indicator.id);
    if (indicator.actionable === null || variable < 0) return [];
    const column = dataset.columns.get(indicator.id);
    if (column === undefined) return [];
    const move =
      column.kind === 'number'
        ? numberMove(indicator, variable, numberAt(column, row), program.questions.polynomials)
        : valueMove(indicator, variable, cells);
    return move === null ? [] : [move];
  });
}

/** A missing figure that work on the ground can bring to where it ends, whatever it is: in its domain, or for the data checks. */
export interface OpenMove {
  readonly variable: number;
  readonly indicator: Indicator;
  /** The ends of a number, or the places of values; none where it has no end that way. */
  readonly ends: readonly (Rational | number)[];
}

/** The missing figures that work on the ground could change. In the order of the set. */
export function openMovesOf(program: Program, cells: Cells): readonly OpenMove[] {
  const { set, questions } = program;
  const { variables } = questions;
  return [...set.indicators.values()].flatMap((indicator) => {
    const variable = variables.findIndex((own) => own.column === indicator.id);
    if (indicator.actionable === null || variable < 0) return [];
    if (cells.number(variable) !== null || cells.byte(variable) !== MISSING) return [];
    return [{ variable, indicator, ends: endsOf(indicator, () => soundHighest(program, cells, variable)) }];
  });
}

/** Where a figure ends: its domain, or where that has no end upwards, the data checks. */
function endsOf(
  { type, values, min, max, actionable }: Indicator,
  highestSound: () => Rational | null,
): readonly (Rational | number)[] {
  const isNumber = type !== 'boolean' && type !== 'choice';
  const last = type === 'boolean' ? 1 : values.size - 1;
  if (!isNumber && actionable === 'both') return Array.from({ length: last + 1 }, (_, place) => place);
  const lowest = isNumber ? min : 0;
  const highest = actionable === 'down' ? null : isNumber ? (max ?? highestSound()) : last;
  return [...(actionable === 'up' ? [] : [lowest]), ...(highest === null ? [] : [highest])];
}

function numberMove(
  indicator: Indicator,
  variable: number,
  from: Rational | null,
  asked: readonly Polynomial[],
): NumberMove | null {
  if (from === null) return null;
  const unitPlaces = indicator.type === 'percent' ? 2 : 0;
  const finest = Math.max(unitPlaces, placesOf(indicator, variable, from, asked));
  const step = rational(1n, 10n ** BigInt(finest));
  const { min, max, actionable } = indicator;
  const down = actionable === 'up' ? 0n : stepsBetween(min, from, step);
  const up = actionable === 'down' ? 0n : max === null ? null : stepsBetween(from, max, step);
  if (down === 0n && up === 0n) return null;
  const stepsPerUnit = 10n ** BigInt(finest - unitPlaces);
  return { kind: 'number', variable, indicator, from, step, stepsPerUnit, down, up };
}

/** The decimal places of a figure, of its domain, and of the thresholds that questions hold it against. */
function placesOf(
  { type, min, max }: Indicator,
  variable: number,
  from: Rational,
  asked: readonly Polynomial[],
): number {
  if (type === 'count') return 0;
  const thresholds = asked.flatMap((polynomial) => {
    const own = polynomial.filter(({ variables }) => variables.includes(variable));
    // A threshold alone is exact; beside other figures, it is what whole ones of them come to.
    const alone = variablesOf(polynomial).length === 1 ? constantTerm(polynomial) : 1n;
    return own.map(({ coefficient }) => rational(alone, coefficient));
  });
  return Math.max(
    ...[from, min, ...(max === null ? [] : [max]), ...thresholds].map((value) => decimalPlaces(value) ?? 0),
  );
}

function stepsBetween(low: Rational, high: Rational, step: Rational): bigint {
  const { num, den } = subtract(high, low);
  return num <= 0n ? 0n : floorDivide(num * step.den, den * step.num);
}

function valueMove(indicator: Indicator, variable: number, cells: Cells): ValueMove | null {
  const from = cells.byte(variable);
  if (from === MISSING) return null;
  const values = indicator.type === 'boolean' ? 2 : indicator.values.size;
  const to = Array.from({ length: values }, (_, value) => value).filter((value) => {
    if (indicator.actionable === 'both') return value !== from;
    return indicator.actionable === 'up' ? value > from : value < from;
  });
  return to.length === 0 ? null : { kind: 'value', variable, indicator, from, to };
}

/** The variable that counts the steps down of a number, and the one that counts those up. */
export function stepVariables({ variable }: NumberMove): { readonly down: number; readonly up: number } {
  return { down: 2 * variable, up: 2 * variable + 1 };
}

/** What a number lies between whichever way it moves. */
export function boundsOfMove(move: NumberMove): CellBounds {
  const { down, up } = move;
  return {
    min: down === null ? null : movedValue(move, down, 0n),
    max: up === null ? null : movedValue(move, 0n, up),
  };
}

/** The value of a number after so many steps. */
export function movedValue({ from, step }: NumberMove, down: bigint, up: bigint): Rational {
  return add(from, times(step, integer(up - down)));
}

/**
 * A polynomial in numbers that move, written in their steps.
 *
 * @returns A polynomial with the same sign everywhere; `null` where it holds a variable that does not move.
 */
export function inSteps(polynomial: Polynomial, moves: ReadonlyMap<number, NumberMove>): Polynomial | null {
  const parts: { readonly of: Polynomial; readonly den: bigint }[] = [];
  for (const { coefficient, variables } of polynomial) {
    let of: Polynomial = scale(ONE_POLYNOMIAL, coefficient);
    let den = 1n;
    for (const variable of variables) {
      const move = moves.get(variable);
      if (move === undefined) return null;
      const written = valueInSteps(move);
      of = multiply(of, written.of);
      den *= written.den;
    }
    parts.push({ of, den });
  }
  const common = parts.reduce((all, { den }) => lcm(all, den), ONE.den);
  return parts.reduce<Polynomial>((sum, { of, den }) => addPolynomials(sum, scale(of, common / den)), ZERO_POLYNOMIAL);
}

/** (from + step × (up − down)) as whole numbers over a common denominator. */
function valueInSteps(move: NumberMove): { readonly of: Polynomial; readonly den: bigint } {
  const den = lcm(move.from.den, move.step.den);
  const { down, up } = stepVariables(move);
  const step = (move.step.num * den) / move.step.den;
  const start = scale(ONE_POLYNOMIAL, (move.from.num * den) / move.from.den);
  const ways: Polynomial = [
    ...(move.down === 0n ? [] : [{ coefficient: -step, variables: [down] }]),
    ...(move.up === 0n ? [] : [{ coefficient: step, variables: [up] }]),
  ];
  return { of: addPolynomials(start, ways), den };
}
