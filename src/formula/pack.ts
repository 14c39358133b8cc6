import { FAIL, NOT_APPLICABLE, PASS, UNKNOWN } from './condition.ts';
import type { Run } from './planes.ts';

// Between planes, which have a bit for each row, and columns, which have a byte.

/** Rows whose bits are in one word of a plane. */
const BLOCK = 32;

/** By byte, 1 where it is one that sets a bit. */
export type ByteSet = Uint8Array;

export function byteSet(includes: (byte: number) => boolean): ByteSet {
  const set = new Uint8Array(256);
  for (const byte of set.keys()) set[byte] = Number(includes(byte));
  return set;
}

/** Sets the bit of every row whose byte is among some; the bits after the last row mean nothing. */
export function pack(bytes: Uint8Array, set: ByteSet, from: number, rows: number, out: Int32Array): void {
  const whole = rows - (rows % BLOCK);
  for (let row = 0; row < whole; row += BLOCK) out[row / BLOCK] = packBlock(bytes, from + row, set);
  if (whole === rows) return;
  const last = new Uint8Array(BLOCK);
  last.set(bytes.subarray(from + whole, from + rows));
  out[whole / BLOCK] = packBlock(last, 0, set);
}

function packBlock(bytes: Uint8Array, at: number, set: ByteSet): number {
  let bits = 0;
  for (let bit = 0; bit < BLOCK; bit += 4) {
    const i = at + bit;
    const first = isIn(set, bytes, i) | (isIn(set, bytes, i + 1) << 1);
    const second = isIn(set, bytes, i + 2) | (isIn(set, bytes, i + 3) << 1);
    bits |= (first | (second << 2)) << bit;
  }
  return bits;
}

function isIn(set: ByteSet, bytes: Uint8Array, i: number): number {
  return set[bytes[i] ?? 0] ?? 0;
}

/** Four bytes to a word, in the order of this machine. */
function wordsOfFour(length: number, byteOf: (index: number, row: number) => number): Int32Array {
  const words = new Int32Array(length);
  new Uint8Array(words.buffer).set(Uint8Array.from({ length: 4 * length }, (_, at) => byteOf(at >>> 2, at & 3)));
  return words;
}

/** By the bits of four rows in `sure`, then in `may`, the states of these rows. */
const STATES = wordsOfFour(256, (index, row) => {
  const [sure, may] = [(index >>> (4 + row)) & 1, (index >>> row) & 1];
  return sure === may ? (sure === 1 ? PASS : FAIL) : sure === 1 ? NOT_APPLICABLE : UNKNOWN;
});

/** Writes the states of all rows, a byte for each. */
export function unpack({ sure, may }: Run, out: Int32Array): void {
  for (let w = 0; w < sure.length; w += 1) {
    const s = sure[w] ?? 0;
    const m = may[w] ?? 0;
    const four = 8 * w;
    out[four] = STATES[((s << 4) & 240) | (m & 15)] ?? 0;
    out[four + 1] = STATES[(s & 240) | ((m >>> 4) & 15)] ?? 0;
    out[four + 2] = STATES[((s >>> 4) & 240) | ((m >>> 8) & 15)] ?? 0;
    out[four + 3] = STATES[((s >>> 8) & 240) | ((m >>> 12) & 15)] ?? 0;
    out[four + 4] = STATES[((s >>> 12) & 240) | ((m >>> 16) & 15)] ?? 0;
    out[four + 5] = STATES[((s >>> 16) & 240) | ((m >>> 20) & 15)] ?? 0;
    out[four + 6] = STATES[((s >>> 20) & 240) | ((m >>> 24) & 15)] ?? 0;
    out[four + 7] = STATES[((s >>> 24) & 240) | (m >>> 28)] ?? 0;
  }
}

/** By the bits of four rows, all bits of the bytes of those that are set. */
const MASKS = wordsOfFour(16, (index, row) => ((index >>> row) & 1 ? 255 : 0));

/** By the states of four rows, two bits each, their bits in `sure`, and above these in `may`. */
const PLANES = Uint8Array.from({ length: 256 }, (_, index) => {
  const states = [index & 3, (index >>> 2) & 3, (index >>> 4) & 3, index >>> 6];
  const bitsOf = (isSet: (state: number) => boolean): number =>
    states.reduce((bits, state, row) => bits | (Number(isSet(state)) << row), 0);
  return (
    bitsOf((state) => state === PASS || state === NOT_APPLICABLE) |
    (bitsOf((state) => state === PASS || state === UNKNOWN) << 4)
  );
});

/** Reads the states of all rows, which stand in a byte each; the bits after the last row mean nothing. */
export function packStates(states: Uint8Array, from: number, rows: number, { sure, may }: Run): void {
  const whole = rows - (rows % BLOCK);
  for (let row = 0; row < whole; row += BLOCK) packBlockOfStates(states, from + row, row / BLOCK, sure, may);
  if (whole === rows) return;
  const last = new Uint8Array(BLOCK);
  last.set(states.subarray(from + whole, from + rows));
  packBlockOfStates(last, 0, whole / BLOCK, sure, may);
}

function packBlockOfStates(states: Uint8Array, at: number, word: number, sure: Int32Array, may: Int32Array): void {
  let holds = 0;
  let mayHold = 0;
  for (let bit = 0; bit < BLOCK; bit += 4) {
    const i = at + bit;
    const low = (states[i] ?? 0) | ((states[i + 1] ?? 0) << 2);
    const planes = PLANES[low | ((states[i + 2] ?? 0) << 4) | ((states[i + 3] ?? 0) << 6)] ?? 0;
    holds |= (planes & 15) << bit;
    mayHold |= (planes >>> 4) << bit;
  }
  sure[word] = holds;
  may[word] = mayHold;
}

/** Sets the bits of a value in the bytes of the rows of a plane, as far as they go, and changes no other. */
export function mark(plane: Int32Array, value: number, out: Int32Array): void {
  const bits = Math.imul(value, 0x01010101);
  for (let four = 0; four < out.length; four += 8) {
    const x = plane[four >>> 3] ?? 0;
    out[four] = (out[four] ?? 0) | (bits & (MASKS[x & 15] ?? 0));
    out[four + 1] = (out[four + 1] ?? 0) | (bits & (MASKS[(x >>> 4) & 15] ?? 0));
    out[four + 2] = (out[four + 2] ?? 0) | (bits & (MASKS[(x >>> 8) & 15] ?? 0));
    out[four + 3] = (out[four + 3] ?? 0) | (bits & (MASKS[(x >>> 12) & 15] ?? 0));
    out[four + 4] = (out[four + 4] ?? 0) | (bits & (MASKS[(x >>> 16) & 15] ?? 0));
    out[four + 5] = (out[four + 5] ?? 0) | (bits & (MASKS[(x >>> 20) & 15] ?? 0));
    out[four + 6] = (out[four + 6] ?? 0) | (bits & (MASKS[(x >>> 24) & 15] ?? 0));
    out[four + 7] = (out[four + 7] ?? 0) | (bits & (MASKS[x >>> 28] ?? 0));
  }
}
