import { type Issue, issue } from '../messages/index.ts';
import { criterionPath, placeAt } from './places.ts';
import type { Subject } from './subject.ts';
import { citedSources, earnsPoints, usedNames } from './uses.ts';

/** Indicators that no formula and no rank looks at. */
export function unusedIndicator(subject: Subject): readonly Issue[] {
  const used = usedNames(subject);
  return [...subject.set.indicators.keys()].flatMap((id) =>
    used.has(id) ? [] : [issue('lint/unused-indicator', { indicator: id }, placeAt(subject, ['indicators', id]))],
  );
}

/** Measures that no formula and no rank looks at. */
export function unusedMeasure(subject: Subject): readonly Issue[] {
  const used = usedNames(subject);
  return [...subject.set.measures.keys()].flatMap((id) =>
    used.has(id) ? [] : [issue('lint/unused-measure', { measure: id }, placeAt(subject, ['measures', id]))],
  );
}

/** Documents that nothing cites. */
export function unusedSource(subject: Subject): readonly Issue[] {
  const cited = citedSources(subject);
  return [...subject.set.sources.keys()].flatMap((id) =>
    cited.has(id) ? [] : [issue('lint/unused-source', { source: id }, placeAt(subject, ['sources', id]))],
  );
}

/** Criteria on which no class, no other criterion and no points depend. */
export function unusedCriterion(subject: Subject): readonly Issue[] {
  const used = usedNames(subject);
  return [...subject.set.criteria.values()].flatMap((criterion) => {
    const { id, mandatory } = criterion;
    if (used.has(id) || earnsPoints(criterion, subject) || (mandatory && used.has('mandatory'))) return [];
    return [issue('lint/unused-criterion', { criterion: id }, placeAt(subject, criterionPath(criterion, subject)))];
  });
}
