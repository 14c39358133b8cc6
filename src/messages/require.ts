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
  if (!(set?.criteria instanceof Map))
    throw new RangeError('no criteria set: take `value` of a result, `set` of what was loaded');
}
