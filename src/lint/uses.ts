import { type CriteriaSet, type Criterion, fullPoints } from '../criteria/index.ts';
import { namesIn, type Formula } from '../formula/index.ts';
import type { Subject } from './subject.ts';

/** Every name that formulas, points and ranks use, under any option of the readings, and in the sets that roll this one up. */
export function usedNames({ set, variants, above }: Subject): ReadonlySet<string> {
  const own = [set, ...variants.map((variant) => variant.set)].flatMap(namesUsed);
  const below = above.flatMap(({ indicators }) => [...indicators.values()].flatMap(({ rollup }) => namesOf(rollup)));
  return new Set([...own, ...below]);
}

/** All formulas of a set that data is put in. */
export function formulasOf({ measures, checks, criteria, classes, remarks }: CriteriaSet): readonly Formula[] {
  const formulas: readonly (Formula | null)[] = [
    ...[...measures.values()].map(({ formula }) => formula),
    ...checks.map(({ rule }) => rule),
    ...[...criteria.values()].flatMap((criterion) => [fullPoints(criterion), criterion.appliesWhen]),
    ...[...classes.values()].map(({ when }) => when),
    ...remarks.map(({ when }) => when),
  ];
  return formulas.filter((formula) => formula !== null);
}

function namesUsed(set: CriteriaSet): readonly string[] {
  const { score, rank } = set;
  return [
    ...formulasOf(set).flatMap(namesOf),
    ...(score?.model === 'count' ? score.of : []),
    ...rank.flatMap((key) => (key.by === 'measure' || key.by === 'indicator' ? [key.id] : [])),
  ];
}

function namesOf(formula: Formula | null): readonly string[] {
  return formula === null ? [] : namesIn(formula);
}

/** The ids of documents that clauses are cited of, under any option of the readings. */
export function citedSources({ set, variants }: Subject): ReadonlySet<string> {
  return new Set(
    [set, ...variants.map((variant) => variant.set)].flatMap((one) =>
      [
        ...one.criteria.values(),
        ...one.classes.values(),
        ...one.readings.values(),
        ...one.remarks,
        ...one.targets,
      ].flatMap(({ cite }) => (cite === null ? [] : [cite.source])),
    ),
  );
}

/** Whether a criterion earns points in the total. */
export function earnsPoints({ points }: Criterion, { set }: Subject): boolean {
  return points !== null && set.score !== null && set.score.model !== 'count';
}
