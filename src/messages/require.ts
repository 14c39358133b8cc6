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
