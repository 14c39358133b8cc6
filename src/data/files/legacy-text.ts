import { issue, type Result } from '../../messages/index.ts';
import { ENCODING_NAMES, LEGACY_ENCODINGS, type LegacyEncoding } from './encoding.ts';
import { decodeCodePage } from './legacy-code-pages.ts';
import { isSyllable } from './syllables.ts';

// Encodings of one byte a character. The bytes of one are letters in the others too, so only the words tell.

/** How many bytes with letters beyond ASCII are enough to tell by. */
const SAMPLE_BYTES = 65_536;
const LINE_FEED = 0x0a;
/** Share of the words that must be Vietnamese, and how far ahead of the others the best encoding must be. */
const LEAST = 0.75;
const AHEAD = 0.1;
/** Words that stand in headers and names: they settle what the shape of syllables leaves open. */
const COMMON = new Set(
  `xã phường đặc khu thị trấn tỉnh huyện thành phố mã tên đơn vị số người nghiện ma túy tội phạm vụ việc án bản dân tổng cộng
   tỷ lệ diện tích điểm tụ hộ có không địa bàn kỳ năm loại hình được quản lý kế hoạch hồ sơ cai sử dụng trái phép chất đã chưa`.split(
    /\s+/,
  ),
);

/**
 * Decodes text of one byte a character.
 *
 * @param file The file's name, for positions.
 * @param forced The encoding, when somebody has said which.
 * @returns The text composed (NFC), with a note that names the encoding; an error where the words are not Vietnamese in
 *   any encoding, or in more than one.
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
  if (wordScore(decodeCodePage(sample.bytes, encoding)).syllables < LEAST) {
    return { ok: false, issues: [issue('data/undecodable', { encoding: name }, { position })] };
  }
  const note = issue('data/encoding', { encoding: name }, { severity: 'note', position: { file } });
  return { ok: true, value: decodeCodePage(bytes, encoding), issues: [note] };
}

function likeliest(sample: Uint8Array): LegacyEncoding | null {
  const ranked = LEGACY_ENCODINGS.map((encoding) => ({
    encoding,
    ...wordScore(decodeCodePage(sample, encoding)),
  })).sort((a, b) => b.syllables + b.common - (a.syllables + a.common));
  const [best, next] = ranked;
  if (best === undefined || next === undefined || best.syllables < LEAST) return null;
  return best.syllables + best.common - (next.syllables + next.common) < AHEAD ? null : best.encoding;
}

/** Of the words with a letter beyond ASCII: the share that are syllables, and that are common words. */
function wordScore(text: string): { readonly syllables: number; readonly common: number } {
  let words = 0;
  let syllables = 0;
  let common = 0;
  for (const word of text.split(/[\0-@[-`{-\u007f\u00a0\u2013\u2014\u2018-\u201d\u2026]+/)) {
    if (!/[^a-z]/i.test(word)) continue;
    words += 1;
    if (isSyllable(word)) syllables += 1;
    if (COMMON.has(word.toLowerCase())) common += 1;
  }
  return words === 0 ? { syllables: 1, common: 0 } : { syllables: syllables / words, common: common / words };
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
