import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { firstUndecodableLine } from '../data/index.ts';
import { type Issue, issue, nearestNames, refusal, requireText, type Result } from '../messages/index.ts';

/** The name that stands for standard input. */
export const STDIN = '-';

export const MEGABYTE = 1_000_000;
/** The most a file of data, or a result of them, may hold, in megabytes: more is a wrong file, and would not fit in memory as text. */
export const MOST_DATA = 400;

/** The most a file of criteria, or about units, may hold, in megabytes. */
const MOST_TEXT = 8;

/** Reads a text file; `name` is what messages call it. */
export async function readText(path: string, name = path): Promise<Result<string>> {
  const bytes = await readBytes(path, MOST_TEXT, name);
  return bytes.ok ? decodedText(bytes.value, name) : bytes;
}

/** The text of a file that has to be UTF-8. */
export function decodedText(bytes: Uint8Array, name: string): Result<string> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // UTF-16 of plain letters alone is UTF-8 with zeros in between.
    if (!text.includes('\0')) return { ok: true, value: text, issues: [] };
  } catch {
    // The first line at fault says the same.
  }
  return refusal([issue('file/not-utf8', {}, { position: { file: name, line: firstUndecodableLine(bytes) } })]);
}

/** Reads a file, or standard input, up to a limit, that of data unless told otherwise: also what has no size, such as a pipe, is read in bounded memory. */
export async function readBytes(path: string, megabytes = MOST_DATA, name = path): Promise<Result<Uint8Array>> {
  requireText(path, 'path of a file');
  if (path === STDIN) {
    standardInput ??= gathered(process.stdin, path, { megabytes, name });
    return standardInput;
  }
  const entry = await stat(path).catch(() => null);
  // What a file says of its own size saves reading it, or lets it be read at once; what is no file says nothing.
  if ((entry?.size ?? 0) > megabytes * MEGABYTE) return refusal([tooLarge(megabytes, name)]);
  return entry?.isFile() === true && entry.size > 0
    ? readAtOnce(path, name)
    : gathered(createReadStream(path), path, { megabytes, name });
}

async function readAtOnce(path: string, name: string): Promise<Result<Uint8Array>> {
  try {
    return { ok: true, value: await readFile(path), issues: [] };
  } catch (error) {
    return refusal([await readFault(error, path, name)]);
  }
}

/** Standard input gives its bytes once; who asks again, as for another period of the same data, gets the same. */
let standardInput: Promise<Result<Uint8Array>> | null = null;

async function gathered(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  { megabytes, name }: { readonly megabytes: number; readonly name: string },
): Promise<Result<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > megabytes * MEGABYTE) return refusal([tooLarge(megabytes, name)]);
      chunks.push(chunk);
    }
  } catch (error) {
    return refusal([await readFault(error, path, name)]);
  }
  return { ok: true, value: Buffer.concat(chunks), issues: [] };
}

function tooLarge(megabytes: number, name: string): Issue {
  return issue('file/too-large', { limit: megabytes }, { position: { file: name } });
}

async function readFault(error: unknown, path: string, name: string): Promise<Issue> {
  const details = { position: { file: name } };
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return issue('file/not-found', { nearest: await nearestFiles(path) }, details);
    case 'EISDIR':
      return issue('file/is-folder', {}, details);
    case 'EACCES':
    case 'EPERM':
      return issue('file/no-permission', {}, details);
    default:
      return issue('file/unreadable', { reason: code }, details);
  }
}

async function nearestFiles(path: string): Promise<readonly string[]> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  const near = nearestNames(basename(path), names);
  return folder === '.' ? near : near.map((name) => join(folder, name));
}
