import type { CriteriaSet } from '../../criteria/index.ts';
import type { Lang } from '../../messages/index.ts';
import type { Diffed } from '../diffed.ts';
import { harmless } from '../plain/harmless.ts';

/** The name of a class by its id, as the first of some sets that has it calls it. */
export type ClassName = (id: string, ...sets: readonly CriteriaSet[]) => string;

/** Makes the reader of the names of classes: the label, with the id where two classes of the sets share one label. */
export function classNames({ base, revision }: Pick<Diffed, 'base' | 'revision'>, lang: Lang): ClassName {
  const idsByLabel = new Map<string, Set<string>>();
  for (const { id, label } of [base, revision].flatMap(({ classes }) => [...classes.values()])) {
    idsByLabel.set(label[lang], (idsByLabel.get(label[lang]) ?? new Set()).add(id));
  }
  return (id, ...sets) => {
    const label = sets.flatMap(({ classes }) => classes.get(id)?.label[lang] ?? [])[0] ?? id;
    return harmless((idsByLabel.get(label)?.size ?? 0) > 1 ? `${label} (${id})` : label);
  };
}
