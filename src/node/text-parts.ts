import { type FileHandle, open, stat } from 'node:fs/promises';
import { decodeUnicode } from '../data/index.ts';
import { MEGABYTE, MOST_DATA } from './bytes.ts';

/** A part of a text file: whole lines. */
export interface TextPart {
  readonly text: string;
  readonly isLast: boolean;
  /** How much of the file has been read with it, from 0 to 1. */
  readonly share: number;
}

/** A text file that is read part by part, as often as is asked. */
export interface TextFile {
  /**
   * Reads the file from its beginning.
   *
   * @yields Its parts; `null` in place of one that is no UTF-8 text of lines, and then no more.
   */
  readonly parts: () => AsyncGenerator<TextPart | null>;
  /** Whether the file is still the one that was opened, and was not written to. */
  readonly isUnchanged: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** How many bytes of a file are read at a time. With 128 KiB a million rows took an eighth more memory. */
const PART = 48 * 1024;
/** A line, or lines within quotes, may go over so many parts. */
const MOST_PARTS = 64;
const LINE_FEED = 0x0a;
const QUOTE = 0x22;
const MARK = Buffer.from('\uFEFF');

/**
 * Opens a text file of at least so many bytes.
 *
 * @param part How many bytes are read at a time.
 * @returns `null` for a smaller file, one that is too large for data, and for what is no file or cannot be opened.
 */
export async function openLargeText(path: string, bytes: number, part = PART): Promise<TextFile | null> {
  // A pipe that was opened and closed again would have lost its writer.
  const before = await stat(path).catch(() => null);
  if (before === null || !before.isFile() || before.size < bytes || isTooLarge(before.size)) return null;
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  return {
    parts: () => partsOf(file, before.size, part),
    isUnchanged: async () => {
      const now = await file.stat();
      return now.size === before.size && now.mtimeMs === before.mtimeMs;
    },
    close: () => file.close(),
  };
}

function isTooLarge(bytes: number): boolean {
  return bytes > MOST_DATA * MEGABYTE;
}

async function* partsOf(file: FileHandle, size: number, part: number): AsyncGenerator<TextPart | null> {
  let buffer: Buffer = Buffer.alloc(2 * part);
  let held = 0;
  let isFirst = true;
  for (let at = 0, isLast = false; !isLast; ) {
    const { bytesRead } = await file.read(buffer, held, Math.min(part, buffer.length - held), at);
    at += bytesRead;
    isLast = at >= size || bytesRead === 0;
    const filled = held + bytesRead;
    const end = isLast ? filled : endOfLines(buffer.subarray(0, filled));
    if (end === 0 && filled < MOST_PARTS * part && !isLast) {
      if (filled === buffer.length) buffer = grown(buffer);
      held = filled;
      continue;
    }
    const text = end === 0 ? null : decoded(buffer.subarray(0, end), isFirst);
    yield text === null ? null : { text, isLast, share: isLast ? 1 : at / size };
    if (text === null) return;
    buffer.copyWithin(0, end, filled);
    held = filled - end;
    isFirst = false;
  }
}

/** The same bytes with as much room again. */
function grown(buffer: Buffer): Buffer {
  return Buffer.concat([buffer], 2 * buffer.length);
}

/** Past the last line feed that stands outside quotes; 0 where there is none. */
function endOfLines(bytes: Buffer): number {
  let quotes = 0;
  for (let at = bytes.indexOf(QUOTE); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) quotes += 1;
  for (let at = bytes.length - 1; at >= 0; at -= 1) {
    if (bytes[at] === QUOTE) quotes -= 1;
    else if (bytes[at] === LINE_FEED && quotes % 2 === 0) return at + 1;
  }
  return 0;
}

/** The text of some lines; `null` where they are no UTF-8, or no text. */
function decoded(bytes: Buffer, isFirst: boolean): string | null {
  // A byte order mark is one only at the beginning of the file.
  if (!isFirst && bytes.subarray(0, MARK.length).equals(MARK)) return null;
  const text = decodeUnicode('', bytes, 'utf-8');
  return text?.ok === true ? text.value : null;
}
