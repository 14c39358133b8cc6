import type { CriteriaSet } from '../criteria/index.ts';
import { type Issue, requireSource } from '../messages/index.ts';
import { RULES } from './rules.ts';
import { createSubject, type LintContext } from './subject.ts';

/**
 * Reads a set that loads as a lawyer and an engineer would: what is in it but not sound.
 *
 * @param set The set, under one choice of its readings.
 * @param context The file it came from, and the sets around it.
 * @returns Everything found, in file order.
 * @throws {RangeError} For what is no set, and for a context without its file.
 * @example lintSet(set, { source, versions: [], above: [], hasCases: null }).map(({ code }) => code) // []
 */
export function lintSet(set: CriteriaSet, context: LintContext): readonly Issue[] {
  requireSource(context?.source);
  const subject = createSubject(set, context);
  const found = RULES.flatMap(({ check, severity }) => check(subject).map((one): Issue => ({ ...one, severity })));
  return found.sort(
    ({ position: a }, { position: b }) => (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0),
  );
}
