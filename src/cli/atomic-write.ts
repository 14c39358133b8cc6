import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { access, constants, realpath, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Issue, issue, type IssueArgs } from '../messages/index.ts';
import { isInPieces, type Output, OutputBroken } from './output.ts';

/**
 * Writes a file whole or not at all: into a temporary file of the same folder, onto the disk, then under its name.
 *
 * @returns `null`, or why nothing was written.
 */
export async function writeWhole(path: string, output: Output): Promise<Issue | null> {
  try {
    const target = await realpath(path).catch(() => path);
    const existing = await stat(target).catch(() => null);
    // A device or pipe (/dev/null) is written to; putting a file in its place would destroy it.
    const isFile = existing === null || existing.isFile();
    const mode = existing?.mode ?? 0o666;
    // To replace a file only its folder is asked: whoever made it read-only would not be.
    if (existing !== null) await access(target, constants.W_OK);
    if (!isFile) await writeFile(target, output);
    else if (isInPieces(output)) await replaceInPieces(target, output, mode);
    else replace(target, output, mode);
    return null;
  } catch (error) {
    return error instanceof OutputBroken ? error.issue : writeFault(error, path);
  }
}

/** Whether two paths lead to the same file. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => stat(path).catch(() => null)));
  return a?.isFile() === true && b?.isFile() === true && a.ino === b.ino && a.dev === b.dev;
}

/** Signals on which a process ends: it ends a little later, so that no part of a file stays behind. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** All at once, so that a signal finds the file not begun or whole; a process that is killed leaves the old one. */
function replace(target: string, text: string | Uint8Array, mode: number): void {
  const release = holdSignals();
  const begun = beginBeside(target, mode);
  try {
    writeFileSync(begun.file(), text);
    begun.finish();
  } catch (error) {
    begun.abandon();
    throw error;
  } finally {
    release();
  }
}

/** Piece by piece; a signal takes away what there is so far. */
async function replaceInPieces(target: string, pieces: AsyncIterable<string>, mode: number): Promise<void> {
  const begun = beginBeside(target, mode);
  const release = holdSignals(begun.abandon);
  try {
    const file = begun.file();
    for await (const piece of pieces) writeFileSync(file, piece);
    begun.finish();
  } catch (error) {
    begun.abandon();
    throw error;
  } finally {
    release();
  }
}

/** A file in the making, in the folder of the one that it is to replace. */
interface Unfinished {
  /** Opens it when it is first asked for. */
  readonly file: () => number;
  /** Puts it onto the disk and in the place of the other. */
  readonly finish: () => void;
  /** Takes it away. */
  readonly abandon: () => void;
}

function beginBeside(target: string, mode: number): Unfinished {
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  let opened: number | null = null;
  const close = (): void => {
    if (opened !== null) closeSync(opened);
    opened = null;
  };
  return {
    file: () => (opened ??= openSync(temporary, 'wx', mode)),
    finish() {
      if (opened !== null) ontoDisk(opened);
      close();
      renameSync(temporary, target);
    },
    abandon() {
      close();
      rmSync(temporary, { force: true });
    },
  };
}

/** Node's permission model has no fsync: there the system writes the file out when it will. */
function ontoDisk(file: number): void {
  try {
    fsyncSync(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_ACCESS_DENIED')) throw error;
  }
}

/**
 * Keeps signals from ending the process until it is asked to go on, or, in a job that others can come between, until what
 * is unfinished was taken away; one that came ends it then.
 */
function holdSignals(takeAway: () => void = () => {}): () => void {
  const end = (signal: NodeJS.Signals): void => {
    stop();
    takeAway();
    process.kill(process.pid, signal);
  };
  const stop = (): void => {
    for (const signal of ENDING) process.off(signal, end);
  };
  for (const signal of ENDING) process.on(signal, end);
  // A signal that came meanwhile is told in the next round of events.
  return () => void setImmediate(() => setImmediate(stop));
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
