import { readContent, scopeOf } from '../criteria/index.ts';
import { namesIn, printFormula } from '../formula/index.ts';
import { type Issue, issue } from '../messages/index.ts';
import { placeAt } from './places.ts';
import type { Subject } from './subject.ts';

/** Data checks of the set that this one extends which its own list leaves out, although all that they name is still there. */
export function checksDropped(subject: Subject): readonly Issue[] {
  const { tree, base } = subject.source;
  if (base === null) return [];
  const own = readContent(tree, []);
  // No list at all says that all checks are taken out.
  if (own.checks.length === 0) return [];
  const { lookup } = scopeOf(own);
  const kept = new Set(own.checks.map(({ rule }) => printFormula(rule)));
  const gone = readContent(base.tree, []).checks.filter(
    ({ rule }) => !kept.has(printFormula(rule)) && namesIn(rule).every((name) => lookup(name) !== null),
  );
  if (gone.length === 0) return [];
  const args = { base: base.header.id, rules: gone.map(({ rule }) => printFormula(rule)) };
  return [issue('lint/checks-dropped', args, placeAt(subject, ['checks']))];
}
