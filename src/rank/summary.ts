import { type Assessments, UNDETERMINED } from '../assess/index.ts';
import type { Target } from '../criteria/index.ts';
import { yesOrNo } from '../data/index.ts';
import { PASS, UNKNOWN } from '../formula/index.ts';
import { requireAssessments } from '../messages/index.ts';
import { ceilDivide } from '../number/index.ts';
import { requireOnce } from './rank.ts';

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
  /** None where there are no units, or those of several periods. */
  readonly targets: readonly TargetProgress[];
  /** `null` where the data do not say which units registered. */
  readonly registered: Registered | null;
}

/** Of the units that registered to become free of drugs, how many are; and those that are without having registered. */
export interface Registered {
  readonly units: number;
  readonly certified: number;
  /** Registered units whose verdict is open. */
  readonly maybeCertified: number;
  /** Certified units that did not register. */
  readonly certifiedBeside: number;
  /** Units of which the data do not say whether they registered. */
  readonly notStated: number;
}

/** How far a target is reached: `certified` of `units`, where `needed` are needed. */
export interface TargetProgress {
  readonly target: Target;
  /** With the missing ones. */
  readonly units: number;
  /** Units of the registry that are, or may be, among them and have no row: nobody knows whether they are certified. */
  readonly missing: number;
  readonly certified: number;
  /** The least whole number of units that makes the share. */
  readonly needed: number;
  /** How many more units must be certified, were none certified that is open or missing; 0 when it is met. */
  readonly stillNeeded: number;
  /** How many more even were all units certified that are open or missing. */
  readonly stillNeededAtLeast: number;
  /** `null` while the units with missing cells, or the missing units, decide. */
  readonly met: boolean | null;
}

/**
 * Counts classes, certified units and targets over some rows; all rows unless told otherwise. A unit counts once for each
 * period that it has a row of.
 *
 * @param missing How many units without a row targets are to count: of all rows those of the registry, else none.
 * @throws {RangeError} For a row that is not there or comes twice, and a number of missing units that is none.
 * @example summarise(assessments).certified // 1
 */
export function summarise(assessments: Assessments, rows?: readonly number[], missing?: number): Summary {
  requireAssessments(assessments);
  const absent = missing ?? (rows === undefined ? missingOfAll(assessments) : 0);
  const { set } = assessments.program;
  const ids = [...set.classes.keys()];
  const classes = new Map(ids.map((id) => [id, 0]));
  const members = rows ?? Array.from({ length: assessments.dataset.rows }, (_, row) => row);
  let certified = 0;
  let maybeCertified = 0;
  let undetermined = 0;
  if (rows !== undefined) requireOnce(assessments.dataset, [rows], 'counted');
  if (!Number.isSafeInteger(absent) || absent < 0) throw new RangeError(`no number of missing units: ${absent}`);
  for (const row of members) {
    const index = assessments.classes[row] ?? UNDETERMINED;
    const id = ids[index];
    if (id === undefined) undetermined += 1;
    else classes.set(id, (classes.get(id) ?? 0) + 1);
    if (assessments.certified[row] === PASS) certified += 1;
    if (assessments.certified[row] === UNKNOWN) maybeCertified += 1;
  }
  // A target is a share of the units of one period.
  const targets = isOfOnePeriod(assessments, members)
    ? set.targets.map((target) => progress(target, { units: members.length, certified, maybeCertified }, absent))
    : [];
  const registered = registeredAmong(assessments, members);
  const summary = { units: members.length, certified, maybeCertified, undetermined, classes, targets, registered };
  summarised.set(summary, assessments.classes);
  return summary;
}

/** Whose totals a summary is: by the classes that were counted. */
const summarised = new WeakMap<Summary, Assessments['classes']>();

/** Refuses the totals of other units, or of some of them: nobody would see it in the report. @throws {RangeError} */
export function requireSummary({ dataset: { rows }, classes }: Assessments, summary: Summary | null | undefined): void {
  if (!(summary?.classes instanceof Map)) throw new RangeError('no summary: take what `summarise` gives');
  const { units } = summary;
  if (units !== rows) throw new RangeError(`the summary is of ${units} units, the assessments are of ${rows}`);
  if ((summarised.get(summary) ?? classes) !== classes) throw new RangeError('the summary is of other assessments');
}

/** Of all rows, where they are of one period: else there is no target that they count for. */
function missingOfAll({ dataset: { units, absent } }: Assessments): number {
  return absent?.period.filter((period) => period === units.period[0]).length ?? 0;
}

function isOfOnePeriod({ dataset: { units } }: Assessments, rows: readonly number[]): boolean {
  const [first] = rows;
  return first !== undefined && rows.every((row) => units.period[row] === units.period[first]);
}

function registeredAmong({ dataset, certified }: Assessments, rows: readonly number[]): Registered | null {
  const texts = dataset.units.groups.get('registered');
  if (texts === undefined) return null;
  const among = (said: 'yes' | 'no' | null): readonly number[] =>
    rows.filter((row) => yesOrNo(texts[row] ?? null) === said);
  const inState = (members: readonly number[], state: number): number =>
    members.filter((row) => certified[row] === state).length;
  const registered = among('yes');
  return {
    units: registered.length,
    certified: inState(registered, PASS),
    maybeCertified: inState(registered, UNKNOWN),
    certifiedBeside: inState(among('no'), PASS),
    notStated: among(null).length,
  };
}

function progress(
  target: Target,
  { units, certified, maybeCertified }: Pick<Summary, 'units' | 'certified' | 'maybeCertified'>,
  missing: number,
): TargetProgress {
  const { num, den } = target.atLeast;
  const needed = Number(ceilDivide(num * BigInt(units + missing), den));
  const stillNeeded = Math.max(0, needed - certified);
  const stillNeededAtLeast = Math.max(0, stillNeeded - maybeCertified - missing);
  return {
    target,
    units: units + missing,
    missing,
    certified,
    needed,
    stillNeeded,
    stillNeededAtLeast,
    met: stillNeeded === 0 ? true : stillNeededAtLeast > 0 ? false : null,
  };
}
