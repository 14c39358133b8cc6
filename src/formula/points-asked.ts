import type { Formula } from './formula.ts';

/** Whose points a number is: those of the whole sheet (`score`) or of a criterion (`points(A)`). */
export interface PointsOf {
  /** The criterion; `null` for the whole sheet. */
  readonly of: string | null;
}

/** Whose points a formula asks for; `null` for any other. */
export function pointsAsked(formula: Formula): PointsOf | null {
  if (formula.kind === 'name') return formula.name === 'score' ? { of: null } : null;
  const [part] = formula.kind === 'call' && formula.name === 'points' ? formula.args : [];
  return part?.kind === 'name' ? { of: part.name } : null;
}
