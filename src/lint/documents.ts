import type { Criterion } from '../criteria/index.ts';
import { type Issue, issue } from '../messages/index.ts';
import { criterionPath, placeAt } from './places.ts';
import type { Subject } from './subject.ts';

/** Criteria that do not say which clause they come from, and whose group does not either. A group only gathers its parts. */
export function missingCite(subject: Subject): readonly Issue[] {
  return [...subject.set.criteria.values()].flatMap((criterion) =>
    criterion.rule.kind === 'group' || isCited(criterion, subject)
      ? []
      : [issue('lint/missing-cite', { criterion: criterion.id }, placeAt(subject, criterionPath(criterion, subject)))],
  );
}

function isCited({ cite, group }: Criterion, subject: Subject): boolean {
  const above = group === null ? undefined : subject.set.criteria.get(group);
  return cite !== null || (above !== undefined && isCited(above, subject));
}

/** Targets that do not say where they come from. */
export function targetWithoutCite(subject: Subject): readonly Issue[] {
  return subject.set.targets.flatMap(({ until, cite }, index) =>
    cite !== null ? [] : [issue('lint/target-without-cite', { until }, placeAt(subject, ['targets', index]))],
  );
}

/** Figures of the data that no office is named for. */
export function missingProvider(subject: Subject): readonly Issue[] {
  return [...subject.set.indicators.values()].flatMap(({ id, provider, rollup }) =>
    provider !== null || rollup !== null
      ? []
      : [issue('lint/missing-provider', { indicator: id }, placeAt(subject, ['indicators', id]))],
  );
}

/** A partial set that does not say what it lacks. */
export function partialWithoutMissing(subject: Subject): readonly Issue[] {
  const { status, missing } = subject.set;
  if (status !== 'partial' || missing.length > 0) return [];
  return [issue('lint/partial-without-missing', {}, placeAt(subject, ['status'], 'value'))];
}

/** A set that certifies and is not tested. */
export function inForceWithoutCases(subject: Subject): readonly Issue[] {
  const { status, id } = subject.set;
  if (status !== 'in-force' || subject.hasCases !== false) return [];
  return [issue('lint/in-force-without-cases', { set: id }, placeAt(subject, ['status'], 'value'))];
}

/** A retired set without a last day. */
export function retiredWithoutEnd(subject: Subject): readonly Issue[] {
  const { status, effective } = subject.set;
  if (status !== 'retired' || effective.to !== null) return [];
  return [issue('lint/retired-without-end', {}, placeAt(subject, ['effective']))];
}
