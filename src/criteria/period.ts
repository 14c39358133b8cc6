import { type Issue, issue, requireText, type Result } from '../messages/index.ts';
import type { CriteriaSet, IsoDate } from './criteria-set.ts';
import { FORMS } from './forms.ts';

/** A period of assessment: its id and its first and last day. */
export interface Period {
  readonly id: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What of a set says when it holds. */
export type Validity = Pick<CriteriaSet, 'id' | 'effective' | 'reviewed' | 'period'>;

/**
 * The days of a period under the rule of a set.
 *
 * @param set The set, or its catalog entry.
 * @param id The period: a year.
 * @throws {RangeError} For what is neither a set nor an entry, and for a period that is no text.
 * @example
 * const period = periodOf(set, '2025');
 * period.ok && period.value; // { id: '2025', from: '2025-01-01', to: '2025-12-31' }
 */
export function periodOf(set: Pick<Validity, 'period'>, id: string): Result<Period> {
  requireValidity(set);
  requireText(id, 'period');
  if (!isPeriodId(id)) return { ok: false, issues: [issue('period/unknown-form', {}, { received: id })] };
  const { from, to } = set.period;
  const year = from > to ? String(Number(id) - 1).padStart(4, '0') : id;
  return { ok: true, value: { id, from: `${year}-${from}`, to: `${id}-${to}` }, issues: [] };
}

/** What else a program without types can hand over would be compared by days that it has not. */
function requireValidity(set: { readonly period?: { readonly from?: unknown } } | null | undefined): void {
  if (typeof set?.period?.from !== 'string')
    throw new RangeError(
      'no criteria set: take `value` of a result, `set` of what was loaded, or an entry of a catalog',
    );
}

function requireDays(period: { readonly to?: unknown } | null | undefined): void {
  if (typeof period?.to !== 'string') throw new RangeError('no period: take `value` of what `periodOf` gives');
}

/** Whether a text names a period: those of all sets are years. */
export function isPeriodId(id: string): boolean {
  return FORMS.year.test(id) && Number(id) !== 0;
}

/** Whether a set is in force on a day. */
export function isInForce({ effective: { from, to } }: Validity, day: IsoDate): boolean {
  return from <= day && (to === null || day <= to);
}

/** The last day of a period, where a set is not in force on it; `null` where it is, and of what is no period. */
export function dayOutsideValidity(set: Validity, id: string): IsoDate | null {
  const period = periodOf(set, id);
  return !period.ok || isInForce(set, period.value.to) ? null : period.value.to;
}

/**
 * What should be known before a set is applied to a period.
 *
 * @param set The set, or its catalog entry.
 * @param period The period, or `null` when none was given.
 * @returns Warnings; none of them forbids the use.
 * @throws {RangeError} For what is neither a set nor an entry, and for a period that `periodOf` did not give, such as `'2025'`.
 * @example validityIssues(set, null).map(({ code }) => code) // ['period/validity-not-checked']
 */
export function validityIssues(set: Validity, period: Period | null): readonly Issue[] {
  requireValidity(set);
  if (period === null) return [issue('period/validity-not-checked', { set: set.id }, { severity: 'warning' })];
  requireDays(period);
  const { id, effective, reviewed } = set;
  const found: Issue[] = [];
  if (!isInForce(set, period.to))
    found.push(
      issue('period/outside-validity', { set: id, period: period.id, to: period.to }, { severity: 'warning' }),
    );
  else if (period.from < effective.from) {
    found.push(
      issue(
        'period/begins-before-effective',
        { set: id, period: period.id, from: period.from, effective: effective.from },
        { severity: 'warning' },
      ),
    );
  }
  if (reviewed !== null && yearAfter(reviewed) < period.to) {
    found.push(
      issue('period/review-old', { set: id, period: period.id, reviewed, to: period.to }, { severity: 'warning' }),
    );
  }
  return found;
}

/** The same day a year later; of 29 February the text `…-02-29`, which still sorts right. */
function yearAfter(day: IsoDate): IsoDate {
  return String(Number(day.slice(0, 4)) + 1).padStart(4, '0') + day.slice(4);
}
