import { stat } from 'node:fs/promises';
import { type Issue, issue } from '../messages/index.ts';
import { isSameFile, writeFault, writeWhole } from './atomic-write.ts';
import { isInPieces, type Output, OutputBroken } from './output.ts';
import type { Outcome } from './request.ts';
import { type Stream, write } from './streams.ts';

/**
 * Puts a result on standard output or into a file, which is written whole or not at all.
 *
 * @param keeps The files that were read: none of them is overwritten; and whether no file at all is.
 * @returns `null`, or why nothing was written.
 */
export async function deliverTo(
  target: Stream | string,
  output: Output,
  { read, isToFillIn = false }: Pick<Outcome, 'read' | 'isToFillIn'>,
): Promise<Issue | null> {
  if (typeof target === 'string') {
    if (await overwrites(target, read)) return issue('usage/output-is-input', {}, { received: target });
    if (isToFillIn && (await hasContent(target))) return issue('usage/output-exists', {}, { received: target });
    return writeWhole(target, output);
  }
  try {
    if (!isInPieces(output)) await write(target, output);
    else await writePieces(target, output);
    return null;
  } catch (error) {
    return error instanceof OutputBroken ? error.issue : writeFault(error, '-');
  }
}

/** Piece by piece, until the reader has gone away. */
async function writePieces(stream: Stream, pieces: AsyncIterable<string>): Promise<void> {
  for await (const piece of pieces) if (!(await write(stream, piece))) return;
}

async function hasContent(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true && found.size > 0;
}

async function overwrites(target: string, read: readonly string[]): Promise<boolean> {
  const same = await Promise.all(read.map((path) => isSameFile(path, target)));
  return same.includes(true);
}
