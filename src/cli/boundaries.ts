import { basename } from 'node:path';
import type { Result } from '../messages/index.ts';
import { decodedText, readBytes } from '../node/index.ts';
import type { UnitMap } from '../page/index.ts';
import { rowsOf, type Scored } from '../report/index.ts';
import type { Request } from './request.ts';

/** The most a file of boundaries may hold, in megabytes. */
const MOST = 100;

/** The areas of the units of a report; `null` where no boundaries were given. */
export async function unitMap({ options }: Request, scored: Scored): Promise<Result<UnitMap | null>> {
  const { boundaries: path } = options;
  if (path === null) return { ok: true, value: null, issues: [] };
  const bytes = await readBytes(path, MOST);
  const text = bytes.ok ? decodedText(bytes.value, path) : bytes;
  if (!text.ok) return text;
  const { areasOfUnits, parseBoundaries } = await import('../page/index.ts');
  const boundaries = parseBoundaries(text.value, path);
  if (!boundaries.ok) return boundaries;
  const found = areasOfUnits(boundaries.value, scored, rowsOf(scored));
  return found.ok ? { ...found, value: { ...found.value, file: basename(path) } } : found;
}
