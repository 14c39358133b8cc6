import { decimalPlaces, exactText, rational } from '../../number/index.ts';
import type { Registered, Summary, TargetProgress } from '../../rank/index.ts';
import { citeText } from './criterion-result.ts';

/** Totals of all units or of a group, as JSON carries them. */
export interface SummaryResult {
  readonly units: number;
  readonly certified: number;
  readonly undetermined: number;
  readonly classes: Readonly<Record<string, number>>;
  /** By class, its part of all units: `18/142`. */
  readonly shares: Readonly<Record<string, string>>;
  readonly targets: readonly TargetResult[];
  /** Units whose verdict missing figures leave open. */
  readonly maybeCertified: number;
  /** Only of data that say which units registered. */
  readonly registered?: Registered;
}

export interface TargetResult {
  readonly until: number;
  readonly share: 'certified';
  readonly atLeast: string;
  readonly certified: number;
  readonly units: number;
  /** How many of the units are of the registry only, without a row; where there are any. */
  readonly missing?: number;
  readonly needed: number;
  readonly stillNeeded: number;
  /** How many more even were all units certified that are open or missing. */
  readonly stillNeededAtLeast: number;
  readonly met: boolean | null;
  readonly cite: string | null;
}

/** The totals as a result carries them. */
export function summaryResult(summary: Summary): SummaryResult {
  const { units, certified, maybeCertified, undetermined, classes, targets, registered } = summary;
  return {
    units,
    certified,
    undetermined,
    classes: Object.fromEntries(classes),
    shares: units === 0 ? {} : Object.fromEntries([...classes].map(([id, count]) => [id, shareOf(count, units)])),
    targets: targets.map((progress) => targetResult(progress)),
    maybeCertified,
    ...(registered === null ? {} : { registered }),
  };
}

/** A decimal, or the quotient as it came about. */
function shareOf(count: number, units: number): string {
  const share = rational(BigInt(count), BigInt(units));
  return decimalPlaces(share) === null ? `${count}/${units}` : exactText(share);
}

function targetResult({
  target,
  units,
  missing,
  certified,
  needed,
  stillNeeded,
  stillNeededAtLeast,
  met,
}: TargetProgress): TargetResult {
  const { until, share, atLeast, cite } = target;
  return {
    until,
    share,
    atLeast: exactText(atLeast),
    certified,
    units,
    ...(missing === 0 ? {} : { missing }),
    needed,
    stillNeeded,
    stillNeededAtLeast,
    met,
    cite: citeText(cite),
  };
}
