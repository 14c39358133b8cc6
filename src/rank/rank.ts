import type { Assessments } from '../assess/index.ts';
import { type Dataset, requireRow, type Units } from '../data/index.ts';
import { requireAssessments, requireList } from '../messages/index.ts';
import { keysOf } from './keys.ts';
import { piecesOf } from './pieces.ts';
import { place } from './places.ts';

/** The order of the units of each period or group, best first. */
export interface Ranking {
  /** First and last place each row can take, from 1; equal unless missing cells leave it open. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** How many units stand in the same ranking as each row. */
  readonly of: Int32Array;
  /** Row numbers in order: by period or group, place and code. */
  readonly order: readonly number[];
}

/**
 * Ranks units as their criteria set declares: equal on all keys is an equal place (`competition` 1-2-2-4, `dense` 1-2-2-3),
 * or told apart by code (`ordinal` 1-2-3-4).
 *
 * A unit whose class or keys are open is not ranked by guess: it gets the interval of places it could take, and so do the
 * units it could pass. A unit that has no value on a key, whatever is missing (0 of 0 people), stands behind those that
 * have one. Names and locale have no part in it.
 *
 * @param parts The rows that are ranked among each other; the rows of one period unless told otherwise.
 * @returns The places; rows that stand in no part have place 0 of 0.
 * @throws {RangeError} For a row that is not there, or that stands in the parts twice.
 * @example [...rank(assessments).from] // [1, 2]
 */
export function rank(assessments: Assessments, parts?: readonly (readonly number[])[]): Ranking {
  requireAssessments(assessments);
  const { units } = assessments.dataset;
  if (parts !== undefined) requireOnce(assessments.dataset, parts, 'ranked');
  const among = parts ?? rowsByPeriod(units);
  const places = placesAmong(assessments, among);
  const { from, to } = places;
  const code = (row: number): string => units.code[row] ?? '';
  const order = among.flatMap((members) =>
    members.toSorted(
      (a, b) => (from[a] ?? 0) - (from[b] ?? 0) || (to[a] ?? 0) - (to[b] ?? 0) || compareText(code(a), code(b)),
    ),
  );
  const ranking = { ...places, order };
  ranked.set(ranking, assessments.classes);
  return ranking;
}

/** The places of a ranking, whose order nobody asks for. */
export function placesAmong(
  assessments: Assessments,
  parts: readonly (readonly number[])[],
): Pick<Ranking, 'from' | 'to' | 'of'> {
  const { rows } = assessments.dataset;
  const from = new Int32Array(rows);
  const to = new Int32Array(rows);
  const of = new Int32Array(rows);
  const { ties } = assessments.program.set;
  const keys = keysOf(assessments).columns.map((key) => ({
    ...key,
    best: piecesOf(key.best),
    worst: piecesOf(key.worst),
  }));
  for (const members of parts) {
    place({ members: Uint32Array.from(members), keys, ties }, { from, to });
    for (const row of members) of[row] = members.length;
  }
  return { from, to, of };
}

/** Refuses rows that are not there, and those that come twice. @throws {RangeError} */
export function requireOnce(dataset: Dataset, parts: readonly (readonly number[])[], done: string): void {
  requireList(parts, 'parts');
  const seen = new Uint8Array(dataset.rows);
  for (const members of parts) {
    requireList(members, 'rows');
    for (const row of members) {
      requireRow(dataset, row);
      if (seen[row] === 1) throw new RangeError(`row ${row} is to be ${done} twice`);
      seen[row] = 1;
    }
  }
}

/** Whose order a ranking is: by the classes that were ranked. One that was put together of parts is not among them. */
const ranked = new WeakMap<Ranking, Assessments['classes']>();

/** Refuses the order of other units: their places would pass for those of the assessed. @throws {RangeError} */
export function requireRanking(assessments: Assessments, ranking: Ranking | null | undefined): void {
  requireAssessments(assessments);
  const { dataset, classes } = assessments;
  if (!(ranking?.of instanceof Int32Array)) throw new RangeError('no ranking: take what `rank` gives');
  const { length } = ranking.of;
  if (length !== dataset.rows)
    throw new RangeError(`the ranking is of ${length} rows, the assessments are of ${dataset.rows}`);
  if ((ranked.get(ranking) ?? classes) !== classes) throw new RangeError('the ranking is of other assessments');
}

/** The rows of each period, in the order of the periods. */
export function rowsByPeriod({ period: periods }: Units): readonly (readonly number[])[] {
  const groups = new Map<string | null, number[]>();
  for (const [row, period] of periods.entries()) {
    const group = groups.get(period);
    if (group === undefined) groups.set(period, [row]);
    else group.push(row);
  }
  return [...groups].toSorted(([a], [b]) => compareText(a ?? '', b ?? '')).map(([, members]) => members);
}

/** By code units, the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
