import { type Issue, issue, type IssueArgs, type Result } from '../../messages/index.ts';
import { ENCODING_NAMES, type Encoding, isLegacy } from './encoding.ts';

/** What a file that is no text looks like. */
type BinaryKind = IssueArgs['data/binary']['looksLike'];

const SIGNATURES: readonly (readonly [BinaryKind, readonly number[]])[] = [
  ['xlsx', [0x50, 0x4b, 0x03, 0x04]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];
const LINE_FEED = 0x0a;
/** What Vietnamese text is made of, composed or not. */
const LATIN = /[\p{Script=Latin}\p{Mn}\p{N}\p{P}\p{S}\s]+/gu;
/** More would not fit into one string. */
const MEGABYTES = 400;
const MEGABYTE = 1_000_000;
/** How much of a file without a byte order mark is looked at for the zero bytes of UTF-16. */
const HEAD_BYTES = 4096;

/**
 * Bytes to text, as far as they are Unicode: UTF-8, UTF-16 with or without a byte order mark; composed (NFC).
 *
 * @param file The file's name, for positions.
 * @param forced The encoding, when somebody has said which.
 * @returns The text without the mark, with a note when it was not UTF-8; or what the bytes are instead; `null` when they
 *   are text of another encoding.
 */
export function decodeUnicode(file: string, bytes: Uint8Array, forced: Encoding | null = null): Result<string> | null {
  if (bytes.length > MEGABYTES * MEGABYTE) {
    return failure(issue('file/too-large', { limit: MEGABYTES }, { position: { file } }));
  }
  const known = SIGNATURES.find(([, signature]) => startsWith(bytes, signature));
  if (known !== undefined) return failure(issue('data/binary', { looksLike: known[0] }, { position: { file } }));
  if (isHtml(bytes)) return failure(issue('data/binary', { looksLike: 'html' }, { position: { file } }));
  if (forced !== null && isLegacy(forced)) return null;
  const wide = forced ?? wideEncoding(bytes);
  if (wide !== null && wide !== 'utf-8') return decodeWide(file, bytes, wide);
  if (bytes.includes(0)) return failure(issue('data/binary', { looksLike: 'unknown' }, { position: { file } }));
  const text = decodeStrictly(bytes, 'utf-8');
  if (text !== null) return { ok: true, value: text, issues: [] };
  return forced === 'utf-8' ? failure(notUtf8(file, bytes)) : null;
}

const HTML = /^\uFEFF?\s*(?:<!--[^]*?-->\s*)?<(?:!doctype html|html|head|meta|body|table)[\s>]/i;

/** Whether a file is a page of the web: what many systems hand out as a workbook. */
export function isHtml(bytes: Uint8Array): boolean {
  return HTML.test(new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)));
}

/** Says that a file is not UTF-8, and from which line on. */
function notUtf8(file: string, bytes: Uint8Array): Issue {
  return issue('data/not-utf8', { looksLike: null }, { position: { file, line: firstUndecodableLine(bytes) } });
}

function decodeWide(file: string, bytes: Uint8Array, wide: Encoding): Result<string> {
  const encoding = ENCODING_NAMES[wide];
  const text = decodeStrictly(bytes, wide);
  if (text === null || text.includes('\0') || isForeign(text)) {
    return failure(issue('data/undecodable', { encoding }, { position: { file, line: 1 } }));
  }
  return {
    ok: true,
    value: text,
    issues: [issue('data/encoding', { encoding }, { severity: 'note', position: { file } })],
  };
}

/** Text read with the wrong width or order of bytes is mostly Chinese. */
function isForeign(text: string): boolean {
  const head = text.slice(0, HEAD_BYTES);
  return head.replace(LATIN, '').length * 5 > head.length;
}

/** UTF-16 by its mark, or because every other byte of plain letters is zero. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const head = bytes.subarray(0, HEAD_BYTES);
  const zeros = [0, 0];
  for (let place = head.indexOf(0); place !== -1; place = head.indexOf(0, place + 1))
    zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = head.length / 8;
  if (odd > many && even * 10 < odd) return 'utf-16le';
  return even > many && odd * 10 < even ? 'utf-16be' : null;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).normalize('NFC');
  } catch {
    return null;
  }
}

function failure(found: Issue): Result<never> {
  return { ok: false, issues: [found] };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** The first line that is not UTF-8, or the last: a line feed is never part of a longer character, so each is tried alone. */
export function firstUndecodableLine(bytes: Uint8Array): number {
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
