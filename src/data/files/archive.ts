import { Unzip, UnzipInflate, unzipSync, UnzipPassThrough } from 'fflate';

/** What a zip archive may inflate to, in bytes: a workbook of the whole country is a hundredth of it. */
export const INFLATED_LIMIT = 200_000_000;
const MOST_ENTRIES = 10_000;
/** How much is inflated at a time: a slice inflates to a thousand times its size at most. */
const SLICE = 16_384;

/** Why an archive was not unpacked. */
export type ArchiveFault = 'no-zip' | 'broken' | 'too-large';

export type Unpacked =
  | { readonly ok: true; readonly parts: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly fault: ArchiveFault };

/**
 * Unpacks some parts of a zip archive in bounded memory: what it declares is checked first, and what it inflates to as it
 * comes, for an archive may declare anything.
 *
 * @param wanted Whether a part is needed.
 */
export function unpack(archive: Uint8Array, wanted: (name: string) => boolean): Unpacked {
  const declared = declaredSize(archive, wanted);
  if (declared === null) return { ok: false, fault: 'no-zip' };
  if (declared > INFLATED_LIMIT) return { ok: false, fault: 'too-large' };
  const parts = new Map<string, Uint8Array>();
  let size = 0;
  let fault: ArchiveFault | null = null;
  const hasFault = (): boolean => fault !== null;
  const unzip = new Unzip((file) => {
    if (!wanted(file.name) || parts.has(file.name)) return;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, isLast) => {
      if (error !== null) fault = 'broken';
      else if ((size += chunk.length) > INFLATED_LIMIT) fault = 'too-large';
      else chunks.push(chunk);
      if (isLast && fault === null) parts.set(file.name, joined(chunks));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  try {
    for (let at = 0; at < archive.length; at += SLICE) {
      unzip.push(archive.subarray(at, at + SLICE), at + SLICE >= archive.length);
      if (hasFault()) break;
    }
  } catch {
    fault ??= 'broken';
  }
  return fault === null ? { ok: true, parts } : { ok: false, fault };
}

/** What the wanted parts are declared to inflate to; `null` when the bytes are no zip archive. */
function declaredSize(archive: Uint8Array, wanted: (name: string) => boolean): number | null {
  let size = 0;
  let entries = 0;
  try {
    unzipSync(archive, {
      filter: ({ name, originalSize }) => {
        entries += 1;
        if (wanted(name)) size += originalSize;
        return false;
      },
    });
  } catch {
    return null;
  }
  return entries > MOST_ENTRIES ? Infinity : size;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
