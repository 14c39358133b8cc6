import Fraction from 'fraction.js';
import { type Assessor, compile } from '../../src/assess/index.ts';
import { parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { FAIL, NOT_APPLICABLE, PASS } from '../../src/formula/index.ts';
import type { Rational } from '../../src/number/index.ts';

/** Compiles a sound set under its defaults. */
export function assessorFor(text: string): Assessor {
  const source = parseSource(text, 'drawn.yaml');
  if (!source.ok) throw new Error(`${JSON.stringify(source.issues, null, 1)}\n${text}`);
  const set = resolveReadings(source.value, {});
  if (!set.ok) throw new Error(JSON.stringify(set.issues, null, 1));
  return compile(set.value);
}

export const fractionOf = ({ num, den }: Rational): Fraction => new Fraction(num, den);

export function stateText(state: number | undefined): string {
  return state === PASS ? 'pass' : state === FAIL ? 'fail' : state === NOT_APPLICABLE ? 'not-applicable' : 'unknown';
}
