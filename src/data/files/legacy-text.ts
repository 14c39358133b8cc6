import { issue, type Result } from '../../messages/index.ts';
import { ENCODING_NAMES, LEGACY_ENCODINGS, type LegacyEncoding } from './encoding.ts';
import { decodeCodePage } from './legacy-code-pages.ts';
import { PLACE_WORDS } from './place-words.ts';
import { isBuiltLikeWord, isSyllable } from './syllables.ts';

// Encodings of one byte a character. The bytes of one are letters in the others too, so only the words tell.

/** How many bytes with letters beyond ASCII are enough to tell by. */
const SAMPLE_BYTES = 65_536;
const LINE_FEED = 0x0a;
/** Share of the words that must be Vietnamese, and how far ahead of the others the best encoding must be. */
const LEAST = 0.75;
const AHEAD = 0.1;
/** Share of the words that must be built like words where somebody has said what the encoding is. */
const MOST = 0.6;
/** Words that stand in headers: they settle what the shape of syllables leaves open. */
const COMMON = new Set(
  `mã tên đơn vị số người nghiện ma túy tội phạm vụ việc án bản dân tổng cộng tỷ lệ diện tích điểm tụ không địa bàn kỳ năm
   loại hình được quản lý kế hoạch hồ sơ cai sử dụng trái phép chất đã chưa`.split(/\s+/),
);
/** Words before the names of units: in most rows of a table, and so twice as good a sign. */
const BEFORE_NAMES = new Set(['xã', 'phường', 'đặc', 'thị', 'trấn', 'tỉnh', 'huyện', 'thành', 'phố']);

/**
 * Decodes text of one byte a character.
 *
 * @param file The file's name, for positions.
 * @param forced The encoding, when somebody has said which.
 * @returns The text composed (NFC), with a note that names the encoding; an error where the words are not Vietnamese in
 *   any encoding, or in more than one, and where they make no sense in the one that was named.
 */
export function decodeLegacy(file: string, bytes: Uint8Array, forced: LegacyEncoding | null): Result<string> {
  const sample = linesBeyondAscii(bytes);
  const encoding = forced ?? likeliest(sample.bytes);
  const position = { file, line: sample.firstLine };
  if (encoding === null) {
    const tried = LEGACY_ENCODINGS.map((each) => ENCODING_NAMES[each]);
    return { ok: false, issues: [issue('data/unknown-encoding', { tried }, { position })] };
  }
  const name = ENCODING_NAMES[encoding];
  if (isNonsense(sample.bytes, encoding)) {
    return { ok: false, issues: [issue('data/undecodable', { encoding: name }, { position })] };
  }
  const note = issue('data/encoding', { encoding: name }, { severity: 'note', position: { file } });
  return { ok: true, value: decodeCodePage(bytes, encoding), issues: [note] };
}

/**
 * Whether text makes no sense in an encoding: names may come from any language, but most words are built like words, and in
 * no other encoding are they Vietnamese.
 */
function isNonsense(sample: Uint8Array, encoding: LegacyEncoding): boolean {
  const { syllables, words } = wordScore(decodeCodePage(sample, encoding));
  if (syllables >= LEAST) return false;
  const others = LEGACY_ENCODINGS.filter((other) => other !== encoding);
  return words < MOST || others.some((other) => wordScore(decodeCodePage(sample, other)).syllables >= LEAST);
}

/** Whether the words of a text that have letters beyond ASCII are Vietnamese, or most of them. */
export function isVietnamese(text: string): boolean {
  return wordScore(text).syllables >= LEAST;
}

/** The encoding in which bytes are Vietnamese; `null` where there is none, or more than one. */
export function likeliest(sample: Uint8Array): LegacyEncoding | null {
  const ranked = LEGACY_ENCODINGS.map((encoding) => ({
    encoding,
    ...wordScore(decodeCodePage(sample, encoding)),
  })).sort((a, b) => b.syllables + b.common - (a.syllables + a.common));
  const [best, next] = ranked;
  if (best === undefined || next === undefined || best.syllables < LEAST) return null;
  return best.syllables + best.common - (next.syllables + next.common) < AHEAD ? null : best.encoding;
}

interface WordScore {
  /** The share that are Vietnamese, or words of official names. */
  readonly syllables: number;
  /** The share that are built like words at all. */
  readonly words: number;
  /** How common they are. */
  readonly common: number;
}

/** Weighs the words with a letter beyond ASCII. */
function wordScore(text: string): WordScore {
  const words = text
    .split(/[\0-@[-`{-\u007f\u00a0\u2013\u2014\u2018-\u201d\u2026]+/)
    .filter((word) => /[^a-z]/i.test(word));
  if (words.length === 0) return { syllables: 1, words: 1, common: 0 };
  const share = (isCounted: (word: string) => boolean): number => words.filter(isCounted).length / words.length;
  return {
    syllables: share((word) => isSyllable(word) || PLACE_WORDS.has(word.toLowerCase())),
    words: share(isBuiltLikeWord),
    common: words.reduce((sum, word) => sum + weightOf(word.toLowerCase()), 0) / words.length,
  };
}

function weightOf(word: string): number {
  if (BEFORE_NAMES.has(word)) return 2;
  return COMMON.has(word) ? 1 : 0;
}

function linesBeyondAscii(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly firstLine: number } {
  const sample: number[] = [];
  let firstLine: number | null = null;
  let line = 1;
  for (let start = 0; start < bytes.length && sample.length < SAMPLE_BYTES; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start);
    const next = end === -1 ? bytes.length : end + 1;
    const one = bytes.subarray(start, Math.min(next, start + SAMPLE_BYTES));
    if (one.some((byte) => byte > 0x7f)) {
      firstLine ??= line;
      sample.push(...one.subarray(0, SAMPLE_BYTES - sample.length));
    }
    start = next;
  }
  return { bytes: Uint8Array.from(sample), firstLine: firstLine ?? 1 };
}
