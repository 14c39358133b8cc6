import type { Cite, CriteriaSet } from '../../criteria/index.ts';
import type { Lang } from '../../messages/index.ts';
import { harmless } from '../plain/harmless.ts';

/** An ambiguous clause and the answer that a set was applied with. */
export interface AppliedReading {
  readonly id: string;
  readonly question: string;
  /** The id of the chosen option. */
  readonly chosen: string;
  /** Its label. */
  readonly answer: string;
  readonly cite: Cite | null;
}

/** The readings of a set as they were chosen. */
export function appliedReadings({ readings, chosen }: CriteriaSet, lang: Lang): readonly AppliedReading[] {
  return [...readings.values()].map(({ id, question, options, cite, default: usual }) => {
    const option = chosen[id] ?? usual;
    const answer = harmless(options.get(option)?.label[lang] ?? option);
    return { id, question: harmless(question[lang]), chosen: option, answer, cite };
  });
}
