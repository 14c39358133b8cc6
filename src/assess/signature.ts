import {
  constantTerm,
  degree,
  type Domain,
  isAllowed,
  liesBetween,
  substitute,
  variablesOf,
  type Zero,
  zeroOf,
} from '../algebra/index.ts';
import { MISSING } from '../formula/index.ts';
import { compare, equal, type Rational } from '../number/index.ts';
import type { Program } from './program.ts';
import { type Cells, domainsOf } from './unit.ts';

/**
 * What the search for candidates sees of a unit: units with the same text have the same candidates.
 *
 * It says of every question the sign that the known cells give, or in which orders the signs of the questions about one
 * missing cell can stand together as that cell runs through its values.
 *
 * @returns `null` where a question joins two missing cells or is not linear, or where points hang on the figures themselves.
 */
export function signatureOf(program: Program, cells: Cells): string | null {
  if (program.sheet !== null) return null;
  const { polynomials, variables } = program.questions;
  const lines = new Map<number, Zero[]>();
  const signs: string[] = [];
  for (const whole of polynomials) {
    const left = substitute(whole, cells.number);
    const [missing, second] = variablesOf(left);
    if (second !== undefined || degree(left) > 1) return null;
    signs.push(missing === undefined ? signText(constantTerm(left)) : `x${missing}`);
    if (missing !== undefined) lines.set(missing, [...(lines.get(missing) ?? []), zeroOf(left)]);
  }
  const domainOf = domainsOf(program, cells);
  const orders = [...lines].map(([variable, own]) => `x${variable}:${ordersOf(own, domainOf(variable)).join('|')}`);
  const bytes = variables.map((_, variable) => {
    const byte = cells.byte(variable);
    return byte === MISSING ? '' : String(byte);
  });
  return [...signs, ...orders, ...bytes].join(' ');
}

function signText(value: bigint): string {
  if (value === 0n) return '0';
  return value > 0n ? '+' : '-';
}

/** The signs of all lines, for every stretch between their zeros, and every zero, that the cell can lie in. */
function ordersOf(lines: readonly Zero[], domain: Domain): readonly string[] {
  const zeros = lines
    .map(({ zero }) => zero)
    .toSorted(compare)
    .filter((zero, index, all) => index === 0 || !equal(zero, all[index - 1] ?? zero));
  const orders: string[] = [];
  for (let index = 0; index <= zeros.length; index += 1) {
    const [below, above] = [zeros[index - 1] ?? null, zeros[index] ?? null];
    if (liesBetween(below, above, domain)) orders.push(signsIn(lines, below, above));
    if (above !== null && isAllowed(above, domain)) orders.push(signsIn(lines, above, above));
  }
  return orders;
}

/** The signs of lines at a value (`below` and `above` the same) or anywhere between two neighbouring zeros. */
function signsIn(lines: readonly Zero[], below: Rational | null, above: Rational | null): string {
  const isPoint = below !== null && above !== null && equal(below, above);
  return lines
    .map(({ zero, grows }) => {
      if (isPoint && equal(zero, below)) return '0';
      const isAbove = below !== null && compare(below, zero) >= 0;
      return isAbove === grows ? '+' : '-';
    })
    .join('');
}
