import {
  add as addPolynomials,
  multiply,
  ONE_POLYNOMIAL,
  type Polynomial,
  scale,
  ZERO_POLYNOMIAL,
} from '../algebra/index.ts';
import { type Assessments, type Cells, cellsOf, type Program } from '../assess/index.ts';
import type { Indicator } from '../criteria/index.ts';
import type { CellBounds } from '../data/index.ts';
import { MISSING, numberAt } from '../formula/index.ts';
import {
  add,
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
 * A number moves in steps of the finest place it is written with, at least a whole one (of a percentage, a whole
 * percentage point): nobody can aim at more decimals than the figure has.
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
        ? numberMove(indicator, variable, numberAt(column, row), column.scale)
        : valueMove(indicator, variable, cells);
    return move === null ? [] : [move];
  });
}

/** Whether a figure that work on the ground could change is missing. */
export function hasOpenMove(program: Program, cells: Cells): boolean {
  return program.questions.variables.some(({ column }, variable) => {
    const actionable = program.set.indicators.get(column)?.actionable ?? null;
    return actionable !== null && cells.number(variable) === null && cells.byte(variable) === MISSING;
  });
}

function numberMove(indicator: Indicator, variable: number, from: Rational | null, places: number): NumberMove | null {
  if (from === null) return null;
  const unitPlaces = indicator.type === 'percent' ? 2 : 0;
  const finest = Math.max(places, unitPlaces);
  const step = rational(1n, 10n ** BigInt(finest));
  const { min, max, actionable } = indicator;
  const down = actionable === 'up' ? 0n : stepsBetween(min, from, step);
  const up = actionable === 'down' ? 0n : max === null ? null : stepsBetween(from, max, step);
  if (down === 0n && up === 0n) return null;
  const stepsPerUnit = 10n ** BigInt(finest - unitPlaces);
  return { kind: 'number', variable, indicator, from, step, stepsPerUnit, down, up };
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
