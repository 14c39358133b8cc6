import { type Assessments, compile, UNDETERMINED } from '../../src/assess/index.ts';
import type { CriteriaSet } from '../../src/criteria/index.ts';
import type { Dataset } from '../../src/data/index.ts';
import { PASS } from '../../src/formula/index.ts';
import type { Direction } from '../../src/prove/index.ts';

/** What assessing all rows shows, over those that both sets call sound. */
export function triedDirections(
  base: CriteriaSet,
  revision: CriteriaSet,
  grid: Dataset,
): Readonly<Record<string, Direction>> {
  const [before, after] = [assessed(base, grid), assessed(revision, grid)];
  const found: Record<string, Direction> = {};
  for (const id of new Set([...base.classes.keys(), ...revision.classes.keys(), 'certified'])) {
    let [loses, gains] = [false, false];
    for (let row = 0; row < grid.rows; row += 1) {
      if (before.broken.has(row) || after.broken.has(row)) continue;
      const [had, has] = [before.has(row, id), after.has(row, id)];
      if (had && !has) loses = true;
      if (!had && has) gains = true;
    }
    found[id] = loses ? (gains ? 'neither' : 'stricter') : gains ? 'looser' : 'same';
  }
  return found;
}

/** The rows that are not sound, and the class of the others. */
function assessed(set: CriteriaSet, grid: Dataset) {
  const assessments = compile(set).assess(grid);
  const ids = [...set.classes.keys()];
  return {
    broken: unsound(assessments),
    has: (row: number, id: string): boolean =>
      id === 'certified' ? assessments.certified[row] === PASS : ids[assessments.classes[row] ?? UNDETERMINED] === id,
  };
}

/** The rows that are no data that can be: they break a check, or divide by zero. */
export function unsound({ issues }: Pick<Assessments, 'issues'>): ReadonlySet<number> {
  return new Set(
    issues.flatMap(({ severity, code, position }) =>
      severity === 'error' && code !== 'criteria/no-class-holds' ? [(position?.line ?? 0) - 1] : [],
    ),
  );
}

const LOSES: readonly Direction[] = ['stricter', 'neither'];
const GAINS: readonly Direction[] = ['looser', 'neither'];

/** Whether all that some rows show is also proved: there may be data beyond them. */
export function covers(
  proved: Readonly<Record<string, Direction>>,
  tried: Readonly<Record<string, Direction>>,
): boolean {
  return Object.entries(tried).every(([id, direction]) => {
    const own = proved[id];
    const has = (of: readonly Direction[], one: Direction | undefined): boolean =>
      one !== undefined && of.includes(one);
    return (
      own === 'unproved' || ((!has(LOSES, direction) || has(LOSES, own)) && (!has(GAINS, direction) || has(GAINS, own)))
    );
  });
}
