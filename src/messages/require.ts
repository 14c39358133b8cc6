/*
 * What only a program without types can hand over, and would get an answer to another question for.
 */

/** Refuses a word that is none of those there are. @throws {RangeError} */
export function requireOneOf<T extends string>(words: readonly T[], word: T, what: string): void {
  if (!words.includes(word)) throw new RangeError(`no ${what}: ${word}`);
}

/** Refuses a value that is no text, such as the number 2025. @throws {RangeError} */
export function requireText(value: unknown, what: string): void {
  if (typeof value !== 'string') throw new RangeError(`no ${what}: the ${typeof value} ${String(value)}`);
}

/** Refuses what is no list, such as a text, whose letters would be taken one by one. @throws {RangeError} */
export function requireList(value: unknown, what: string): void {
  if (!Array.isArray(value)) throw new RangeError(`no list of ${what}: ${String(value)}`);
}

/** Refuses what a set is still to be taken out of: a result, or what was loaded. @throws {RangeError} */
export function requireSet(set: { readonly criteria: unknown } | null | undefined): void {
  requireMap(set?.criteria, 'no criteria set: take `value` of a result, `set` of what was loaded');
}

/** Refuses what is no criteria file with its readings open. @throws {RangeError} */
export function requireSource(source: { readonly tree?: unknown } | null | undefined): void {
  if (typeof source?.tree !== 'object')
    throw new RangeError('no criteria file: take `value` of what `parseSource` gives');
}

/** Refuses what is no data, such as the promise of it. @throws {RangeError} */
export function requireDataset(dataset: { readonly columns?: unknown } | null | undefined): void {
  requireMap(dataset?.columns, 'no data: take what `readCsv` gives');
}

/** Refuses what assessments are still to be taken out of. @throws {RangeError} */
export function requireAssessments(
  assessments: { readonly dataset?: { readonly columns?: unknown } } | null | undefined,
): void {
  requireMap(assessments?.dataset?.columns, 'no assessments: take `value` of what `assess` gives');
}

/** Refuses what is no formula, such as the text of one, or the condition of a class that has none. @throws {RangeError} */
export function requireFormula(formula: { readonly kind?: unknown } | null | undefined): void {
  if (typeof formula?.kind !== 'string') throw new RangeError('no formula: take `test` of a criterion');
}

/** Each is known by a map that what is mistaken for it has not. */
function requireMap(part: unknown, told: string): void {
  if (!(part instanceof Map)) throw new RangeError(told);
}
