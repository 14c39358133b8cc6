import { type Assessments, UNDETERMINED } from '../assess/index.ts';
import type { Target } from '../criteria/index.ts';
import { PASS, UNKNOWN } from '../formula/index.ts';
import { ceilDivide } from '../number/index.ts';

/** The totals of a result: classes and undetermined add up to the units. */
export interface Summary {
  readonly units: number;
  readonly certified: number;
  /** Units whose verdict, not only their class, is open. */
  readonly maybeCertified: number;
  /** Units whose class is open. */
  readonly undetermined: number;
  /** By class id, in the order of the set; a class without units is 0. */
  readonly classes: ReadonlyMap<string, number>;
  readonly targets: readonly TargetProgress[];
}

/** How far a target is reached: `certified` of `units`, where `needed` are needed. */
export interface TargetProgress {
  readonly target: Target;
  readonly units: number;
  readonly certified: number;
  /** The least whole number of units that makes the share. */
  readonly needed: number;
  /** `null` while the units with missing cells decide. */
  readonly met: boolean | null;
}

/**
 * Counts classes, certified units and targets over some rows; all rows unless told otherwise.
 *
 * @example summarise(assessments).certified // 1
 */
export function summarise(assessments: Assessments, rows?: readonly number[]): Summary {
  const { set } = assessments.program;
  const ids = [...set.classes.keys()];
  const classes = new Map(ids.map((id) => [id, 0]));
  const members = rows ?? Array.from({ length: assessments.dataset.rows }, (_, row) => row);
  let certified = 0;
  let maybeCertified = 0;
  let undetermined = 0;
  for (const row of members) {
    const index = assessments.classes[row] ?? UNDETERMINED;
    const id = ids[index];
    if (id === undefined) undetermined += 1;
    else classes.set(id, (classes.get(id) ?? 0) + 1);
    if (assessments.certified[row] === PASS) certified += 1;
    if (assessments.certified[row] === UNKNOWN) maybeCertified += 1;
  }
  const targets = set.targets.map((target) => progress(target, members.length, certified, maybeCertified));
  return { units: members.length, certified, maybeCertified, undetermined, classes, targets };
}

function progress(target: Target, units: number, certified: number, maybeCertified: number): TargetProgress {
  const { num, den } = target.atLeast;
  const needed = Number(ceilDivide(num * BigInt(units), den));
  const met = certified >= needed ? true : certified + maybeCertified < needed ? false : null;
  return { target, units, certified, needed, met };
}
