import type { Assessments } from '../assess/index.ts';
import { type CriteriaSet, dayOutsideValidity, type Status } from '../criteria/index.ts';
import type { Impact } from '../diff/index.ts';
import type { Provenance, Scored } from './scored.ts';

/** What keeps a result from certifying anybody. */
export type Bar =
  | { readonly kind: 'supposed-figures'; readonly suppositions: readonly string[] }
  | { readonly kind: 'changed-rules'; readonly set: string; readonly overlays: readonly string[] }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'not-in-force-then'; readonly set: string; readonly day: string; readonly period: string }
  /** An earlier result that says so and not why. */
  | { readonly kind: 'recorded' };

/** What of a result says whether it may certify. */
export type Certifying = Pick<Scored, 'assessments' | 'compared'> & {
  readonly provenance: Pick<Provenance, 'period' | 'files'>;
};

/** Whether a result may certify: its criteria are unchanged and in force, also when its period ended, and its figures real. */
export function mayCertify(result: Certifying): boolean {
  return barsOf(result).length === 0;
}

/** Everything that keeps a result as a whole from certifying, for every format to say; nothing else decides it. */
export function barsOf(result: Certifying): readonly Bar[] {
  const { provenance, assessments } = result;
  return barsWithin(result, [...new Set([provenance.period, ...assessments.dataset.units.period])]);
}

/** Makes the reader of what keeps one unit from being certified: where units name a period each, its own decides. */
export function unitBars(result: Certifying): (row: number) => readonly Bar[] {
  const { provenance, assessments } = result;
  const { period } = assessments.dataset.units;
  const known = new Map<string | null, readonly Bar[]>();
  return (row) => {
    const own = period[row] ?? provenance.period;
    const bars = known.get(own) ?? barsWithin(result, [own]);
    known.set(own, bars);
    return bars;
  };
}

function barsWithin(result: Certifying, periods: readonly (string | null)[]): readonly Bar[] {
  const sets = setsOf(result);
  const unofficial = sets.flatMap((set) => statusBar(set) ?? []);
  return [...suppositionsOf(result), ...unofficial.slice(0, 1), ...barsOfPeriods(periods, sets).slice(0, 1)];
}

/** What keeps the results of two sets on the same data from certifying, by the set. */
export function barsOfImpact({ before, after, period }: Impact): {
  readonly base: readonly Bar[];
  readonly revision: readonly Bar[];
} {
  const barsIn = (assessments: Assessments): readonly Bar[] => barsOf({ assessments, provenance: { period } });
  return { base: barsIn(before), revision: barsIn(after) };
}

/** How results say that something keeps them, or one of their units, from certifying. */
export function markOf(bars: readonly Bar[]): { readonly notForCertification?: true } {
  return bars.length === 0 ? {} : { notForCertification: true };
}

/** That a set is not in force by its own word; `null` where it is. */
export function statusBar({ status }: Pick<CriteriaSet, 'status'>): Extract<Bar, { kind: 'status' }> | null {
  return status === 'in-force' ? null : { kind: 'status', status };
}

/** The set of a result and those by which the units below were assessed. */
function setsOf({ assessments: { program, dataset } }: Certifying): readonly CriteriaSet[] {
  return [program.set, ...(dataset.below ?? [])];
}

/** A what-if, on figures or on rules. */
function suppositionsOf({ assessments, provenance, compared }: Certifying): readonly Bar[] {
  const held = compared?.with;
  const overlays = (provenance.files ?? []).flatMap(({ option, name }) => (option === 'overlay' ? [name] : []));
  return [
    ...(held?.kind === 'real-figures' ? [{ kind: 'supposed-figures', suppositions: held.suppositions } as const] : []),
    ...(overlays.length === 0 ? [] : [{ kind: 'changed-rules', set: assessments.program.set.id, overlays } as const]),
  ];
}

/** A period belongs to the set that is in force at its end. */
function barsOfPeriods(periods: readonly (string | null)[], sets: readonly CriteriaSet[]): readonly Bar[] {
  return sets.flatMap((set) =>
    periods.flatMap((period) => {
      const day = period === null ? null : dayOutsideValidity(set, period);
      return period === null || day === null ? [] : [{ kind: 'not-in-force-then', set: set.id, day, period } as const];
    }),
  );
}
