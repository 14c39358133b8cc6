import { NEGATIVE, POSITIVE, type SignSet, ZERO_SIGN } from './condition.ts';
import type { Comparison } from './formula.ts';

const ACCEPTED: Readonly<Record<Comparison, SignSet>> = {
  '<': NEGATIVE,
  '<=': NEGATIVE | ZERO_SIGN,
  '==': ZERO_SIGN,
  '!=': NEGATIVE | POSITIVE,
  '>=': ZERO_SIGN | POSITIVE,
  '>': POSITIVE,
};

/** The signs of what is left of a comparison less what is right of it where it holds. */
export function signsOf(operator: Comparison): SignSet {
  return ACCEPTED[operator];
}

/** Whether what lies below (negative), on or above its line compares so. */
export function holds(operator: Comparison, side: number): boolean {
  return (ACCEPTED[operator] & (side < 0 ? NEGATIVE : side > 0 ? POSITIVE : ZERO_SIGN)) !== 0;
}

const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  '<': '>',
  '<=': '>=',
  '==': '==',
  '!=': '!=',
  '>=': '<=',
  '>': '<',
};

/** A comparison with its sides exchanged. */
export function mirroredOf(operator: Comparison): Comparison {
  return MIRRORED[operator];
}

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  '<': '>=',
  '<=': '>',
  '==': '!=',
  '!=': '==',
  '>=': '<',
  '>': '<=',
};

/** The comparison that holds exactly where the other does not. */
export function oppositeOf(operator: Comparison): Comparison {
  return OPPOSITE[operator];
}
