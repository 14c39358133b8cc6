import { type Accepted, parseAccepted } from '../diff/index.ts';
import type { Result } from '../messages/index.ts';
import { readText } from './bytes.ts';

/**
 * Loads a file of accepted changes.
 *
 * @param path A YAML file with a list `accepted` of fingerprints, each with a `reason` and the last day, `until`.
 * @throws {RangeError} For a path that is no text.
 * @example
 * const accepted = await loadAccepted('fixtures/accepted.yaml');
 * accepted.ok && accepted.value.map(({ until }) => until); // ['2025-12-31']
 */
export async function loadAccepted(path: string): Promise<Result<readonly Accepted[]>> {
  const text = await readText(path, path);
  return text.ok ? parseAccepted(text.value, path) : text;
}
