import type { CriteriaSet } from '../criteria/index.ts';
import { type Compared, comparisonsIn, type Formula, pointsAsked, printFormula } from '../formula/index.ts';
import { type Issue, issue } from '../messages/index.ts';
import { compare, exactText, multiply, ONE, type Rational, rational, ZERO } from '../number/index.ts';
import type { Subject } from './subject.ts';
import { formulasOf } from './uses.ts';

/** From here to a hundred, a plain number beside a ratio looks like a percentage. */
const LEAST_PERCENTAGE = rational(10n);
const HUNDRED = rational(100n);

type Plain = Extract<Formula, { kind: 'number' }>;

/** Ratios of counts of the same kind compared with 90, where 90 % may be meant. */
export function ratioBeyondOne({ set }: Subject): readonly Issue[] {
  return plainComparisons(set).flatMap(({ other, number }) => {
    const isPercentage = compare(number.value, LEAST_PERCENTAGE) >= 0 && compare(number.value, HUNDRED) <= 0;
    if (!isPercentage || !isRatio(other, set)) return [];
    const args = { ratio: printFormula(other), number: exactText(number.value), percent: percentOf(number.value) };
    return [issue('lint/ratio-beyond-one', args, { position: number.at })];
  });
}

/** Points compared with 0.8, where 80 % may be meant. */
export function pointsBelowOne({ set }: Subject): readonly Issue[] {
  return plainComparisons(set).flatMap(({ other, number }) => {
    const of = pointsOf(other, set);
    const isShare = compare(number.value, ZERO) > 0 && compare(number.value, ONE) < 0;
    if (of === null || !isShare || compare(of, LEAST_PERCENTAGE) < 0) return [];
    const args = {
      points: printFormula(other),
      number: exactText(number.value),
      of: exactText(of),
      percent: percentOf(number.value),
    };
    return [issue('lint/points-below-one', args, { position: number.at })];
  });
}

/** All comparisons with a number that has no percent sign, each once. */
function plainComparisons(set: CriteriaSet): readonly { readonly other: Formula; readonly number: Plain }[] {
  const all = new Set<Compared>(formulasOf(set).flatMap(comparisonsIn));
  return [...all].flatMap(({ left, right }) => {
    if (right.kind === 'number' && !right.percent) return [{ other: left, number: right }];
    return left.kind === 'number' && !left.percent ? [{ other: right, number: left }] : [];
  });
}

/** Whether a number divides a count by another of the same unit. */
function isRatio(formula: Formula, set: CriteriaSet): boolean {
  if (formula.kind === 'name') {
    const measure = set.measures.get(formula.name);
    return measure !== undefined && isRatio(measure.formula, set);
  }
  if (formula.kind !== 'arithmetic' || formula.operator !== '/') return false;
  const [above, below] = [formula.left, formula.right].map((part) =>
    part.kind === 'name' ? set.indicators.get(part.name) : undefined,
  );
  return above?.type === 'count' && below?.type === 'count' && above.unit?.en === below.unit?.en;
}

/** The points that can be earned where a formula asks for those of the sheet or of a criterion. */
function pointsOf(formula: Formula, { score, criteria }: CriteriaSet): Rational | null {
  const asked = pointsAsked(formula);
  if (asked === null) return null;
  if (asked.of !== null) return criteria.get(asked.of)?.points ?? null;
  return score !== null && score.model !== 'count' ? score.of : null;
}

function percentOf(value: Rational): string {
  return exactText(multiply(value, HUNDRED));
}
