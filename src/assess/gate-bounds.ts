import { type Gate, NOT_APPLICABLE } from '../formula/index.ts';
import { add, compare, divide, integer, max, multiply, type Rational, subtract, ZERO } from '../number/index.ts';
import { type Earned, mayBeLeftOut, NOTHING } from './earned.ts';
import type { Listed } from './endings.ts';
import type { Program } from './program.ts';
import type { Sheet } from './sheet.ts';
import type { Unit } from './unit.ts';

/**
 * How far the points that a gate looks at can lie above the share of what can be earned that it asks for, by gate. What is
 * earned and what can be earned hang together: what does not apply leaves both.
 *
 * @param listed Parts that hang on no cell of each other.
 * @returns Nothing for gates that ask for no share, or where what can be earned is not simply added up.
 */
export function mostAboveShares(
  { sheet, questions }: Program,
  listed: readonly Listed[],
  unit: Unit,
): ReadonlyMap<number, Rational> {
  if (sheet === null) return new Map();
  return new Map(
    questions.gates.flatMap((gate, number) => {
      const leaves = gate.share ? leavesUnder(sheet, gate.of, unit) : null;
      return leaves === null ? [] : [[number, mostAbove(sheet, gate, leaves, listed, unit)] as const];
    }),
  );
}

function mostAbove(sheet: Sheet, { of, bound }: Gate, leaves: Leaves, listed: readonly Listed[], unit: Unit): Rational {
  const aboveOf = (number: number, points: Earned | null): Rational => {
    const leaf = leaves.get(number);
    if (leaf === undefined || points === null) return ZERO;
    const { least } = leaf.isBonus ? NOTHING : points.available;
    const above = subtract(points.earned.most, multiply(bound, least));
    return leaf.mayBeLeftOut ? max(above, ZERO) : above;
  };
  const among = new Set(listed.flatMap(({ part }) => part.criteria));
  const apart = [...leaves.keys()]
    .filter((number) => !among.has(number))
    .map((number) => aboveOf(number, unit.earned(number)));
  const together = listed.map(({ part, endings }) =>
    endings
      .map(({ criteria }) =>
        part.criteria.map((number, at) => aboveOf(number, criteria[at]?.earned ?? null)).reduce(add, ZERO),
      )
      .reduce<Rational | null>((most, own) => (most === null ? own : max(most, own)), null),
  );
  const most = [...apart, ...together.map((own) => own ?? ZERO)].reduce(add, ZERO);
  return of === null ? add(most, roundedUpBy(sheet)) : most;
}

/** How much more the rounded total can be than the total. */
function roundedUpBy({ round }: Sheet): Rational {
  if (round === null || round.mode === 'down') return ZERO;
  return round.mode === 'up' ? round.to : divide(round.to, integer(2n));
}

/** A criterion without parts. */
interface Leaf {
  /** Whether a group that it stands in may be left out with it. */
  readonly mayBeLeftOut: boolean;
  /** Whether it is a bonus, or stands in one. */
  readonly isBonus: boolean;
}

type Leaves = ReadonlyMap<number, Leaf>;

/**
 * The criteria without parts of a group, or of the sheet, without those whose group does not apply; `null` where what they
 * could earn is not added up to what it could.
 */
function leavesUnder(sheet: Sheet, group: number | null, unit: Unit): Leaves | null {
  if (sheet.model !== 'points') return null;
  const leaves = new Map<number, Leaf>();
  /** The most that can be earned of a criterion; `null` where that of its parts is not added up. */
  const visit = (number: number, above: Leaf): Rational | null => {
    const item = sheet.items[number];
    if (item === undefined) return null;
    const isBonus = above.isBonus || item.bonus;
    if (item.parts.length === 0) {
      leaves.set(number, { ...above, isBonus });
      return isBonus ? ZERO : item.points;
    }
    if (item.mayBeLeftOut && item.notApplicable !== 'exclude') return null;
    const state = unit.criterion(number);
    if (state === NOT_APPLICABLE) return ZERO;
    const own: Leaf = { mayBeLeftOut: above.mayBeLeftOut || mayBeLeftOut(item, state, unit.criterion), isBonus };
    let all = ZERO;
    for (const part of item.parts) {
      const most = visit(part, own);
      if (most === null) return null;
      all = add(all, most);
    }
    return compare(all, item.cap) > 0 ? null : all;
  };
  const roots = group === null ? sheet.top : [group];
  return roots.every((root) => visit(root, { mayBeLeftOut: false, isBonus: false }) !== null) ? leaves : null;
}
