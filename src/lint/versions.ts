import { compareVersions, type CriteriaSet, type Path } from '../criteria/index.ts';
import { type Issue, issue, type IssueDetails, nearestNames } from '../messages/index.ts';
import { criterionPath, placeAt } from './places.ts';
import type { Subject } from './subject.ts';

const DAY = 86_400_000;

/** Criteria and indicators that say they continue one which the version before does not have. */
export function wasUnknown(subject: Subject): readonly Issue[] {
  const earlier = versionBefore(subject);
  const { criteria, indicators } = subject.set;
  const unknown = (id: string, was: string | null, known: ReadonlyMap<string, unknown> | undefined, path: Path) => {
    if (was === null || known?.has(was) === true) return [];
    const nearest = nearestNames(was, [...(known?.keys() ?? [])]);
    const place = placeAt(subject, [...path, 'was'], 'value');
    return [issue('lint/was-unknown', { id, was, earlier: earlier?.id ?? null, nearest }, place)];
  };
  return [
    ...[...criteria.values()].flatMap((one) =>
      unknown(one.id, one.was, earlier?.criteria, criterionPath(one, subject)),
    ),
    ...[...indicators.values()].flatMap(({ id, was }) => unknown(id, was, earlier?.indicators, ['indicators', id])),
  ];
}

/** Days on which another version of the family is in force as well. */
export function versionsOverlap(subject: Subject): readonly Issue[] {
  const { from, to } = subject.set.effective;
  return rivals(subject).flatMap(({ id, effective }) => {
    const isApart = (to !== null && to < effective.from) || (effective.to !== null && effective.to < from);
    const { place, inherited } = placeOfDays(subject);
    return isApart ? [] : [issue('lint/versions-overlap', { other: id, ...effective, inherited }, place)];
  });
}

/** Where a file says when it is in force; one that leaves that to the set it extends is to say it itself. */
function placeOfDays(subject: Subject): { readonly place: IssueDetails; readonly inherited: boolean } {
  const place = placeAt(subject, ['effective']);
  const inherited = place.position?.file !== subject.source.file;
  return { place: inherited ? placeAt(subject, ['version']) : place, inherited };
}

/** Days between the end of the last version that began before and the beginning of this one. */
export function versionsGap(subject: Subject): readonly Issue[] {
  const { from } = subject.set.effective;
  const before = rivals(subject).filter(({ effective }) => effective.from < from);
  const [last] = [...before].sort((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1));
  if (last === undefined || lastDay(last) >= from) return [];
  const start = dayBeside(lastDay(last), 1);
  if (start === from) return [];
  const args = { other: last.id, from: start, to: dayBeside(from, -1) };
  return [issue('lint/versions-gap', args, placeAt(subject, ['effective', 'from'], 'value'))];
}

/** What has no last day ends after all that has one. */
function lastDay({ effective }: CriteriaSet): string {
  return effective.to ?? '9999-12-31';
}

/** The version that took effect last before this one. */
function versionBefore({ set, versions }: Subject): CriteriaSet | undefined {
  const earlier = versions.filter((other) => compareVersions(other, set) < 0);
  return [...earlier].sort((a, b) => compareVersions(b, a))[0];
}

/** Drafts contend with drafts only: they are never chosen where anything else is in force. */
function rivals({ set, versions }: Subject): readonly CriteriaSet[] {
  return versions.filter(({ status }) => (status === 'draft') === (set.status === 'draft'));
}

function dayBeside(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
