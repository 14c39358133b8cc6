import { entriesOf, itemsOf, type Path, textOf, type Tree } from '../criteria/index.ts';
import { type Issue, issue } from '../messages/index.ts';
import { placeAt } from './places.ts';
import type { Subject } from './subject.ts';

/** A clause whose article begins with a Latin D: it is not shown in words, as those that begin with Đ are. */
const LATIN = /^\S+\s+(D(\d.*))$/u;

/** Clauses written with D in place of Đ, the letter of “Điều”. */
export function clauseForm(subject: Subject): readonly Issue[] {
  return citesBelow(subject.source.tree, []).flatMap(({ path, text }) => {
    const [, clause, rest] = LATIN.exec(text.trim()) ?? [];
    if (clause === undefined || rest === undefined) return [];
    return [issue('lint/clause-form', { clause, write: `Đ${rest}` }, placeAt(subject, path, 'value'))];
  });
}

function citesBelow(tree: Tree, path: Path): readonly { readonly path: Path; readonly text: string }[] {
  const own = entriesOf(tree).flatMap(([key, { value }]) => {
    const text = key === 'cite' ? textOf(value) : null;
    return text === null ? citesBelow(value, [...path, key]) : [{ path: [...path, key], text }];
  });
  return [...own, ...itemsOf(tree).flatMap((item, index) => citesBelow(item, [...path, index]))];
}
