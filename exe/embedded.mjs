import { getAsset, getRawAsset } from 'node:sea';
import { posix } from 'node:path';

/*
 * The criteria and registries inside a single executable. They stand under a folder that is on no disk; everything else is
 * read from the disk.
 */
const ROOT = '/__xasach__/';
const names = JSON.parse(getAsset('index.json', 'utf8'));

/** The name of what stands at a path inside; `null` for a path outside. */
function nameAt(path) {
  const plain = posix.normalize(
    String(path)
      .replaceAll('\\', '/')
      .replace(/^[A-Za-z]:/, ''),
  );
  return plain.startsWith(ROOT) ? plain.slice(ROOT.length).replace(/\/$/, '') : null;
}

/** What stands at a path: bytes of a file, names in a folder, `undefined` where nothing does; `null` outside. */
export function embeddedAt(path) {
  const name = nameAt(path);
  if (name === null) return null;
  if (names.includes(name)) return { kind: 'file', bytes: new Uint8Array(getRawAsset(name)) };
  const inside = names
    .filter((own) => own.startsWith(`${name}/`))
    .map((own) => own.slice(name.length + 1).split('/')[0]);
  return inside.length > 0 ? { kind: 'folder', names: [...new Set(inside)] } : undefined;
}

/** The fault that a file system tells of a path where nothing stands. */
export function absent(path) {
  return Object.assign(new Error(`ENOENT: no such file or directory, '${path}'`), { code: 'ENOENT' });
}
