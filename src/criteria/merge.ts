import { type Issue, issue } from '../messages/index.ts';
import type { Indicator, Merge } from './criteria-set.ts';
import { WORDS } from './keywords.ts';
import { child, entryAt, textOf, type Tree } from './tree.ts';
import { readWord } from './values.ts';

/** The types whose figures a way of merging can carry. */
const FITS: { readonly [By in Merge['by']]: readonly Indicator['type'][] } = {
  sum: ['count', 'decimal'],
  max: ['count', 'decimal', 'percent', 'choice'],
  any: ['boolean'],
};

/** Reads how an indicator merges: a word, or the word with what goes with it. Counts are added unless told otherwise. */
export function readMerge(tree: Tree | null, type: Indicator['type']): Merge | null {
  if (tree === null) return type === 'count' ? { by: 'sum', of: 'things', bounds: false } : null;
  const by = readWord(tree.kind === 'leaf' ? tree : child(tree, 'by'), WORDS.merge, 'sum');
  const bounds = child(tree, 'bounds');
  return {
    by,
    of: readWord(child(tree, 'of'), WORDS.mergeOf, 'things'),
    bounds: bounds?.kind === 'leaf' && bounds.value === true,
  };
}

/** Figures that cannot merge in the way declared: a yes and no is not added, a choice has no sum. */
export function mergeIssues(indicators: Iterable<Indicator>, tree: Tree): readonly Issue[] {
  return [...indicators].flatMap(({ id, type, merge }): readonly Issue[] => {
    if (merge === null || FITS[merge.by].includes(type)) return [];
    const node = entryAt(tree, ['indicators', id, 'merge']);
    const details = {
      position: node?.value.at ?? null,
      path: `indicators.${id}.merge`,
      received: textOf(node?.value ?? null),
    };
    const known = WORDS.merge.filter((by) => FITS[by].includes(type));
    return [issue('criteria/merge-misplaced', { indicator: id, type, merge: merge.by, known }, details)];
  });
}
