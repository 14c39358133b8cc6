import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Issue, issue, type IssueArgs } from '../messages/index.ts';

/**
 * Writes a file whole or not at all: into a temporary file of the same folder, onto the disk, then under its name.
 *
 * @returns `null`, or why nothing was written.
 */
export async function writeWhole(path: string, text: string | Uint8Array): Promise<Issue | null> {
  try {
    const target = await realpath(path).catch(() => path);
    const existing = await stat(target).catch(() => null);
    // A device or pipe (/dev/null) is written to; putting a file in its place would destroy it.
    if (existing === null || existing.isFile()) await replace(target, text, existing?.mode ?? 0o666);
    else await writeFile(target, text);
    return null;
  } catch (error) {
    return writeFault(error, path);
  }
}

/** Whether two paths lead to the same file. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => stat(path).catch(() => null)));
  return a?.isFile() === true && b?.isFile() === true && a.ino === b.ino && a.dev === b.dev;
}

async function replace(target: string, text: string | Uint8Array, mode: number): Promise<void> {
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Why a write failed, as something to tell the user. */
export function writeFault(error: unknown, path: string): Issue {
  const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return issue('file/not-writable', { reason: reasonOf(detail), detail }, { position: { file: path } });
}

function reasonOf(code: string): IssueArgs['file/not-writable']['reason'] {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no-folder';
    case 'EISDIR':
      return 'is-folder';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'no-permission';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'no-space';
    default:
      return 'other';
  }
}
