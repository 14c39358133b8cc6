import { type CriteriaSet, type Criterion, fullPoints } from '../../criteria/index.ts';
import { namesIn } from '../../formula/index.ts';
import type { Lang } from '../../messages/index.ts';
import { harmless } from '../plain/harmless.ts';
import { clauseText } from './cite-text.ts';

/** A reason as a table shows it, cut or whole, and the criteria that it gives. */
export interface ShownReason {
  readonly text: string;
  readonly criteria: readonly string[];
}

/** A criterion that a table names. */
export interface NamedCriterion {
  readonly id: string;
  readonly title: string;
  readonly clause: string | null;
}

/** The criteria whose ids stand in reasons, those that other criteria refer to among them, in the order of the set. */
export function namedCriteria(set: CriteriaSet, shown: readonly ShownReason[], lang: Lang): readonly NamedCriterion[] {
  const found = new Set<string>();
  const within = new Map([...set.criteria].map(([id, criterion]) => [id, [id, ...criteriaIn(criterion, set)]]));
  for (const { text, criteria } of shown) {
    const words = new Set(text.split(/[^\p{L}\p{M}\p{N}._-]+/u));
    for (const id of criteria.flatMap((given) => within.get(given) ?? [])) if (words.has(id)) found.add(id);
  }
  return [...set.criteria.values()]
    .filter(({ id }) => found.has(id))
    .map(({ id, title, cite }) => ({
      id,
      title: harmless(title[lang]),
      clause: cite === null ? null : clauseText(cite, set, lang),
    }));
}

function criteriaIn(criterion: Criterion, set: CriteriaSet): readonly string[] {
  return criterion.rule.kind === 'group' ? [] : namesIn(fullPoints(criterion)).filter((name) => set.criteria.has(name));
}
