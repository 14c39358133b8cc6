import { type Issue, issue, type IssueArgs, type Result } from '../messages/index.ts';

/** What a file that is no text looks like. */
type BinaryKind = IssueArgs['data/binary']['looksLike'];

const SIGNATURES: readonly (readonly [BinaryKind, readonly number[]])[] = [
  ['xlsx', [0x50, 0x4b, 0x03, 0x04]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];
const LINE_FEED = 0x0a;

/**
 * Bytes to text: UTF-8 with or without a byte order mark, composed (NFC).
 *
 * @param file The file's name, for positions.
 * @returns The text without the mark, or the one issue that says what the bytes are instead.
 */
export function decodeText(file: string, bytes: Uint8Array): Result<string> {
  const found = notText(file, bytes);
  if (found !== null) return { ok: false, issues: [found] };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, value: text.normalize('NFC'), issues: [] };
  } catch {
    const line = firstUndecodableLine(bytes);
    return { ok: false, issues: [issue('data/not-utf8', { looksLike: null }, { position: { file, line } })] };
  }
}

function notText(file: string, bytes: Uint8Array): Issue | null {
  const position = { file };
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    return issue('data/not-utf8', { looksLike: 'UTF-16' }, { position: { file, line: 1 } });
  }
  const known = SIGNATURES.find(([, signature]) => startsWith(bytes, signature));
  if (known !== undefined) return issue('data/binary', { looksLike: known[0] }, { position });
  return bytes.includes(0) ? issue('data/binary', { looksLike: 'unknown' }, { position }) : null;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** A line feed is never part of a longer UTF-8 character, so every line can be tried alone. */
function firstUndecodableLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start);
    const next = end === -1 ? bytes.length : end + 1;
    try {
      decoder.decode(bytes.subarray(start, next));
    } catch {
      return line;
    }
    start = next;
  }
  return line;
}
