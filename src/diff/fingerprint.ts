import { sha256Hex } from '../criteria/index.ts';
import type { Change } from './change.ts';

/** Long enough that two changes of a set do not share one, short enough to be copied by hand. */
const DIGITS = 12;

/** What a change is by its content: it stays the same when lines are moved about or written another way. */
export function fingerprintOf({ id, path, before, after }: Pick<Change, 'id' | 'path' | 'before' | 'after'>): string {
  const texts = [before, after].map((value) => (value === null ? null : [value.text.vi, value.text.en]));
  return sha256Hex(JSON.stringify([id, path, ...texts])).slice(0, DIGITS);
}
