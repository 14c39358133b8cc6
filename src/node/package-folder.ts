import { access, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Result } from '../messages/index.ts';
import { readText } from './bytes.ts';

/** Marks the folder of the built-in criteria. */
const MARKER = join('criteria', 'criteria.schema.json');

/** The folder of the built-in criteria: beside `src` in a checkout, beside `dist` in a package. */
export async function criteriaFolder(): Promise<string | null> {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    if (await exists(join(folder, MARKER))) return realpath(join(folder, dirname(MARKER)));
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}

/** The text of a file in a folder; `null` when a symbolic link leads out of the folder. */
export async function textInside(folder: string, name: string): Promise<Result<string> | null> {
  const real = await realpath(join(folder, name));
  return real.startsWith(folder + sep) ? readText(real, name) : null;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
