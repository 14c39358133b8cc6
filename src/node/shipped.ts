import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Shipped } from '../criteria/index.ts';
import { readText } from './bytes.ts';

/** What was read, by name and text: of the sets of a family the one that is chosen is asked for once more. */
const known = new Map<string, Promise<Shipped | null>>();

/**
 * What the build made of a criteria file that comes with xasach (see `tsup.config.ts`).
 *
 * @param text The text of the file as it is now.
 * @param name The name of the file.
 * @returns `null` where there is nothing, as in a checkout that was not built, or the file is another than then.
 */
export async function shippedIn(text: string, name: string): Promise<Shipped | null> {
  const key = `${name}\n${text}`;
  const found = known.get(key) ?? readShipped(text, name);
  known.set(key, found);
  return found;
}

async function readShipped(text: string, name: string): Promise<Shipped | null> {
  const pressed = await readText(fileURLToPath(new URL(`criteria/${name}.json`, import.meta.url)));
  if (!pressed.ok) return null;
  const shipped: unknown = JSON.parse(pressed.value);
  return isOf(shipped, createHash('sha256').update(text).digest('hex')) ? shipped : null;
}

/** The build writes nothing else there. */
function isOf(shipped: unknown, sha256: string): shipped is Shipped {
  return typeof shipped === 'object' && shipped !== null && 'sha256' in shipped && shipped.sha256 === sha256;
}
