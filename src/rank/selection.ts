import { idAt } from '../criteria/index.ts';
import { type Assessments, UNDETERMINED } from '../assess/index.ts';
import { FAIL, PASS } from '../formula/index.ts';
import type { Ranking } from './rank.ts';

/** Which units are shown; totals are not touched by it. */
export interface Selection {
  /** Verdicts, `undetermined`, or class ids; any of them will do. Empty is every unit. */
  readonly only: readonly string[];
  /** How many of the first places; units that share one take up one each, unless ties are dense. `null` is all. */
  readonly top: number | null;
}

/** What units can be selected by beside the ids of classes. */
export const VERDICTS = ['certified', 'not-certified', 'undetermined'] as const;

/**
 * The units of a selection.
 *
 * @param ranking Whose first places count: of all units, or of each group.
 * @param parts The rows of each ranking: those of each period or group. A row that is in none is not selected.
 * @returns Rows in the order of the ranking; units that share the last place are all there.
 */
export function selectUnits(
  assessments: Assessments,
  ranking: Ranking,
  parts: readonly (readonly number[])[],
  { only, top }: Selection,
): readonly number[] {
  const isWanted = (row: number): boolean => only.length === 0 || only.some((word) => fits(assessments, row, word));
  const shareOne = assessments.program.set.ties === 'dense';
  const partOf = new Map(parts.flatMap((rows, part) => rows.map((row) => [row, part] as const)));
  const shown = new Map<number, Shown>();
  return ranking.order.filter((row) => {
    const part = partOf.get(row);
    if (part === undefined || !isWanted(row)) return false;
    const { count, last } = shown.get(part) ?? { count: 0, last: -1 };
    const isLevel = ranking.from[last] === ranking.from[row] && ranking.to[last] === ranking.to[row];
    if (top !== null && count >= top && !isLevel) return false;
    shown.set(part, { count: isLevel && shareOne ? count : count + 1, last: row });
    return true;
  });
}

/** The units of a part that are selected so far: how many places they take up, and the last of them. */
interface Shown {
  readonly count: number;
  readonly last: number;
}

function fits({ program, classes, certified }: Assessments, row: number, word: string): boolean {
  switch (word) {
    case 'certified':
      return certified[row] === PASS;
    case 'not-certified':
      return certified[row] === FAIL;
    case 'undetermined':
      return classes[row] === UNDETERMINED;
    default:
      return idAt(program.set.classes, classes[row] ?? UNDETERMINED) === word;
  }
}
