import type { Result } from '../messages/index.ts';
import type { CriteriaSet } from './criteria-set.ts';
import { parseSource, resolveReadings } from './parse.ts';
import type { Choice, CriteriaSource } from './readings.ts';

/** What is known of a criteria file beside its text. */
export interface ParseCriteriaOptions {
  /** Its name, for messages and results. */
  readonly file?: string | undefined;
  /** The chosen option of each reading; a reading not named has its default. */
  readonly readings?: Choice | undefined;
  /** The set it changes, when it says `extends`. */
  readonly base?: CriteriaSource | null | undefined;
}

/**
 * Parses a criteria file, checks it under every option of its readings, and chooses the readings.
 *
 * @param text The YAML text of one version of one family.
 * @returns The set ready to compile, or every fault of the file in file order, each with its place.
 * @example
 * const parsed = parseCriteria(text);
 * parsed.ok && parsed.value.id; // 'example@1'
 */
export function parseCriteria(
  text: string,
  { file = 'criteria.yaml', readings = {}, base = null }: ParseCriteriaOptions = {},
): Result<CriteriaSet> {
  const source = parseSource(text, file, { base });
  if (!source.ok) return source;
  const set = resolveReadings(source.value, readings);
  return set.ok ? { ...set, issues: [...source.issues, ...set.issues] } : set;
}
