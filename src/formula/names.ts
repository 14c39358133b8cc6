import type { Formula } from './formula.ts';

/** Two numbers, or a choice and a value, compared. */
export type Compared = Extract<Formula, { kind: 'compare' }>;

/** The comparisons that a condition is made of, one by one as they stand. */
export function comparisonsIn(formula: Formula): readonly Compared[] {
  switch (formula.kind) {
    case 'compare':
      return [formula];
    case 'not':
      return comparisonsIn(formula.operand);
    case 'all':
    case 'any':
    case 'at_least':
      return formula.of.flatMap(comparisonsIn);
    case 'number':
    case 'name':
    case 'negate':
    case 'arithmetic':
    case 'in':
    case 'call':
      return [];
  }
}

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

/** The names in a formula, one by one as they stand. */
export function namesIn(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case 'number':
      return [];
    case 'name':
      return [formula.name];
    case 'negate':
    case 'not':
      return namesIn(formula.operand);
    case 'arithmetic':
    case 'compare':
      return [...namesIn(formula.left), ...namesIn(formula.right)];
    case 'in':
      return namesIn(formula.operand);
    case 'call':
      return formula.args.flatMap(namesIn);
    case 'all':
    case 'any':
    case 'at_least':
      return formula.of.flatMap(namesIn);
  }
}

/**
 * How many levels of a formula stand within each other; a name or a number is one.
 *
 * @param depthOfName The levels of what a name stands for.
 */
export function nestingOf(formula: Formula, depthOfName: (name: string) => number): number {
  const deepest = (parts: readonly Formula[]): number =>
    1 + parts.reduce((most, part) => Math.max(most, nestingOf(part, depthOfName)), 0);
  switch (formula.kind) {
    case 'number':
      return 1;
    case 'name':
      return depthOfName(formula.name);
    case 'negate':
    case 'not':
    case 'in':
      return deepest([formula.operand]);
    case 'arithmetic':
    case 'compare':
      return deepest([formula.left, formula.right]);
    case 'call':
      return deepest(formula.args);
    case 'all':
    case 'any':
    case 'at_least':
      return deepest(formula.of);
  }
}
