import * as disk from 'node:fs';
import { Readable } from 'node:stream';
import { absent, embeddedAt } from './embedded.mjs';

/** Reads a file from inside the executable, or from the disk. */
export function createReadStream(path, options) {
  const found = embeddedAt(path);
  if (found === null) return disk.createReadStream(path, options);
  if (found?.kind === 'file') return Readable.from([found.bytes]);
  return new Readable({ read: (stream) => void stream, construct: (done) => done(absent(path)) });
}

export const { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } = disk;
