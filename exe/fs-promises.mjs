import * as disk from 'node:fs/promises';
import { absent, embeddedAt } from './embedded.mjs';

/** Answers for what stands inside the executable, and asks the disk for all else. */
async function answered(path, inside, outside) {
  const found = embeddedAt(path);
  if (found === null) return outside();
  if (found === undefined) throw absent(path);
  return inside(found);
}

export const access = (path, mode) =>
  answered(
    path,
    () => null,
    () => disk.access(path, mode),
  );
export const readdir = (path) =>
  answered(
    path,
    (found) => found.names ?? [],
    () => disk.readdir(path),
  );
export const readFile = (path) =>
  answered(
    path,
    ({ bytes }) => bytes,
    () => disk.readFile(path),
  );
export const realpath = (path) =>
  answered(
    path,
    () => path,
    () => disk.realpath(path),
  );
export const stat = (path) =>
  answered(
    path,
    ({ kind, bytes }) => ({
      size: bytes?.length ?? 0,
      isFile: () => kind === 'file',
      isDirectory: () => kind === 'folder',
    }),
    () => disk.stat(path),
  );
// Large data and results stand on the disk alone.
export const { constants, open, writeFile } = disk;
