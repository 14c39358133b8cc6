import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { statedId } from '../criteria/index.ts';
import { issue, refusal, type Result } from '../messages/index.ts';
import { readText } from './bytes.ts';
import { isCriteriaFile } from './criteria-file.ts';

/** The name a file of criteria has by custom: `family-version.yaml`. */
export function fileNameOf(id: string): string {
  return `${id.replace('@', '-')}.yaml`;
}

/**
 * Finds the other file of a folder that holds a set: the one with its name, or else the one whose header says so.
 *
 * @param path A file of the folder, which is looked at last.
 * @param id `family@version`.
 * @returns The name of the file; `null` where there is none; an issue where there are several.
 */
export async function fileBeside(path: string, id: string): Promise<Result<string | null>> {
  const folder = dirname(path);
  const own = basename(path);
  const names: readonly string[] = await readdir(folder).catch(() => []);
  // A file of git history, or one that comes with xasach, is named but does not stand there.
  if (!names.includes(own)) return found(null);
  const others = names.filter((name) => isCriteriaFile(name) && name !== own).toSorted();
  const byName = fileNameOf(id);
  if (others.includes(byName) && (await holds(join(folder, byName), id))) return found(byName);
  const files: string[] = [];
  for (const name of others) if (await holds(join(folder, name), id)) files.push(name);
  return files.length > 1 ? refusal([issue('criteria/set-twice', { id, files })]) : found(files[0] ?? null);
}

/** Whether the header of a file says that it is the set; what cannot be read is not. */
async function holds(path: string, id: string): Promise<boolean> {
  const text = await readText(path);
  return text.ok && statedId(text.value, path) === id;
}

function found(name: string | null): Result<string | null> {
  return { ok: true, value: name, issues: [] };
}
