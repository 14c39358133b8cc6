import type { Assessments } from '../assess/index.ts';
import type { RankKey } from '../criteria/index.ts';
import { type Formula, numberAt, observe, valueOfObserved } from '../formula/index.ts';
import { compare, integer, type Rational } from '../number/index.ts';

/**
 * Where a unit stands on every key of the order, smaller is better: at best and at worst. Both are the same unless cells
 * are missing; `null` is beyond every value, on the side where it stands.
 */
export interface Standing {
  readonly best: readonly (Rational | null)[];
  readonly worst: readonly (Rational | null)[];
}

/** One key at its best and worst. */
interface KeyRange {
  readonly best: Rational | null;
  readonly worst: Rational | null;
}

const ANYTHING: KeyRange = { best: null, worst: null };

/** The standing of a row under the order that its criteria set declares. */
export function standingOf(assessments: Assessments, row: number): Standing {
  const ranges = assessments.program.set.rank.map((key) => rangeOf(assessments, key, row));
  return { best: ranges.map(({ best }) => best), worst: ranges.map(({ worst }) => worst) };
}

/** Negative when the first standing is better. `null` is better than everything at best, and worse than everything at worst. */
export function compareKeys(
  a: readonly (Rational | null)[],
  b: readonly (Rational | null)[],
  sides: { readonly a: 'best' | 'worst'; readonly b: 'best' | 'worst' },
): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null;
    const order = compareKey(left, right, sides);
    if (order !== 0) return order;
  }
  return 0;
}

function compareKey(
  left: Rational | null,
  right: Rational | null,
  sides: { readonly a: 'best' | 'worst'; readonly b: 'best' | 'worst' },
): number {
  const beyond = (side: 'best' | 'worst'): number => (side === 'best' ? -1 : 1);
  if (left === null) return right === null ? beyond(sides.a) - beyond(sides.b) : beyond(sides.a);
  return right === null ? -beyond(sides.b) : compare(left, right);
}

function rangeOf(assessments: Assessments, key: RankKey, row: number): KeyRange {
  switch (key.by) {
    case 'class':
      return classRange(assessments, key.best, row);
    case 'score': {
      const score = assessments.score(row);
      if (score === null) return ANYTHING;
      return oriented({ best: score.min, worst: score.max }, key.order);
    }
    case 'measure':
    case 'indicator':
      return numberRange(assessments, key, row);
  }
}

function classRange(assessments: Assessments, best: readonly string[], row: number): KeyRange {
  const ids = [...assessments.program.set.classes.keys()];
  const places = assessments.candidates(row).classes.map((index) => best.indexOf(ids[index] ?? ''));
  if (places.length === 0) return ANYTHING;
  return { best: integer(Math.min(...places)), worst: integer(Math.max(...places)) };
}

function numberRange(assessments: Assessments, key: RankKey & { by: 'measure' | 'indicator' }, row: number): KeyRange {
  const { scope } = assessments.program;
  const name: Formula = { kind: 'name', name: key.id, at: { file: '' } };
  const found = observe(name, scope, (id) => {
    const column = assessments.dataset.columns.get(id);
    return column?.kind === 'number' ? numberAt(column, row) : null;
  });
  if (typeof found === 'string') return ANYTHING;
  const value = valueOfObserved(found);
  return oriented({ best: value, worst: value }, key.order);
}

/** Turns values of which the lowest stands first into keys of which the smallest is best. */
function oriented({ best: low, worst: high }: { best: Rational; worst: Rational }, order: 'low' | 'high'): KeyRange {
  const minus = (value: Rational): Rational => ({ num: -value.num, den: value.den });
  return order === 'low' ? { best: low, worst: high } : { best: minus(high), worst: minus(low) };
}
