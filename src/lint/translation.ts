import { entriesOf, itemsOf, type Path, pathText, textOf, type Tree } from '../criteria/index.ts';
import { type Issue, issue } from '../messages/index.ts';
import type { Subject } from './subject.ts';

/** Keys whose value a person reads. */
const WORDS: ReadonlySet<string | number> = new Set(['label', 'title', 'message', 'question', 'provider', 'unit']);
/** Keys whose values are texts, one and all. */
const LISTS_OF_WORDS: ReadonlySet<string | number> = new Set(['values', 'notes', 'missing']);
/** Keys below which there are formulas: a named part of a condition may be called `title`. */
const FORMULAS: ReadonlySet<string> = new Set([
  'test',
  'when',
  'applies_when',
  'rule',
  'on',
  'deduct',
  'formula',
  'rollup',
]);
/** A symbol such as m² is the same in both languages. */
const LONGEST_SYMBOL = 3;

/** Texts written once that stand for both languages. */
export function missingTranslation({ source }: Subject): readonly Issue[] {
  return singleTexts(source.tree, []);
}

function singleTexts(tree: Tree, path: Path): readonly Issue[] {
  const text = textOf(tree);
  if (text !== null) {
    if (!isWords(path) || text.length <= LONGEST_SYMBOL) return [];
    return [
      issue('lint/missing-translation', {}, { position: tree.at, path: pathText(path), received: text.slice(0, 80) }),
    ];
  }
  return [
    ...itemsOf(tree).flatMap((item, index) => singleTexts(item, [...path, index])),
    ...entriesOf(tree).flatMap(([key, { value }]) => (FORMULAS.has(key) ? [] : singleTexts(value, [...path, key]))),
  ];
}

function isWords(path: Path): boolean {
  const [key, parent] = [path.at(-1) ?? '', path.at(-2) ?? ''];
  // The level of the units of a set is no text.
  if (key === 'unit') return path.length > 1;
  return WORDS.has(key) || LISTS_OF_WORDS.has(parent);
}
