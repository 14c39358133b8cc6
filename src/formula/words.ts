import { FAIL, NOT_APPLICABLE, PASS, type State, UNKNOWN } from './condition.ts';

/**
 * States of a run of rows, four of them in a word of 32 bits, so that one operation decides four rows.
 *
 * A byte holds two bits: 1 when the condition may still hold, 2 when it holds for sure. Fail is 0, unknown 1, pass 3, and
 * the fourth value, 2, is not applicable. All of several conditions is then their bitwise and, any of them their or, and a
 * negation swaps the two bits and inverts them.
 */
export interface Run {
  readonly words: Int32Array;
  /** The same memory by row. */
  readonly bytes: Uint8Array;
}

/** Of every byte of a word its lowest bit. */
const LOW = 0x01010101;

/** Memory for a run of so many rows. */
export function createRun(rows: number): Run {
  const words = new Int32Array(wordsFor(rows));
  return { words, bytes: new Uint8Array(words.buffer) };
}

/** How many words hold so many rows. */
export function wordsFor(rows: number): number {
  return (rows + 3) >>> 2;
}

/** By state, its bits in a byte. */
const BITS: Readonly<Record<State, number>> = { [FAIL]: 0, [UNKNOWN]: 1, [PASS]: 3, [NOT_APPLICABLE]: 2 };

/** The bits of a state. */
export function bitsOf(state: State): number {
  return BITS[state];
}

/** Gives every row one state. */
export function fillRun(out: Int32Array, count: number, state: State): void {
  out.fill(LOW * BITS[state], 0, count);
}

/** States as they are elsewhere (0, 1, 2, 3) to their bits, or back: it is its own inverse. */
export function swapCodes(from: Int32Array, count: number, out: Int32Array): void {
  const low = LOW;
  for (let w = 0; w < count; w += 1) {
    const x = from[w] ?? 0;
    out[w] = x ^ ((x >>> 1) & low);
  }
}

/** Rows that fail pass, and the other way round. */
export function negate(run: Int32Array, count: number): void {
  const low = LOW;
  for (let w = 0; w < count; w += 1) {
    const x = ~(run[w] ?? 0);
    run[w] = ((x >>> 1) & low) | ((x & low) << 1);
  }
}

/** Every state as it is, but not applicable as what it counts for. */
export function countingAs(from: Int32Array, count: number, whenNotApplicable: State, out: Int32Array): void {
  const low = LOW;
  const change = BITS[NOT_APPLICABLE] ^ BITS[whenNotApplicable];
  if (change === 0) return out.set(from.subarray(0, count));
  for (let w = 0; w < count; w += 1) {
    const x = from[w] ?? 0;
    out[w] = x ^ ((~x & (x >>> 1) & low) * change);
  }
}

/** All of two, where both apply in every row. */
export function andRun(out: Int32Array, part: Int32Array, count: number): void {
  for (let w = 0; w < count; w += 1) out[w] = (out[w] ?? 0) & (part[w] ?? 0);
}

/** Any of two, where both apply in every row. */
export function orRun(out: Int32Array, part: Int32Array, count: number): void {
  for (let w = 0; w < count; w += 1) out[w] = (out[w] ?? 0) | (part[w] ?? 0);
}

/** All of two; what does not apply leaves the count. */
export function andApplicable(out: Int32Array, part: Int32Array, count: number): void {
  for (let w = 0; w < count; w += 1) {
    const x = out[w] ?? 0;
    const y = part[w] ?? 0;
    out[w] = apart(notApplying(x), y, notApplying(y), x, x & y);
  }
}

/** Any of two; what does not apply leaves the count. */
export function orApplicable(out: Int32Array, part: Int32Array, count: number): void {
  for (let w = 0; w < count; w += 1) {
    const x = out[w] ?? 0;
    const y = part[w] ?? 0;
    out[w] = apart(notApplying(x), y, notApplying(y), x, x | y);
  }
}

/** Both bits of every byte that is not applicable. */
function notApplying(x: number): number {
  const low = ~x & (x >>> 1) & LOW;
  return low | (low << 1);
}

/** Where the first does not apply the second, where the second does not the first, elsewhere both joined. */
function apart(firstOut: number, second: number, secondOut: number, first: number, joined: number): number {
  return (firstOut & second) | (~firstOut & ((secondOut & first) | (~secondOut & joined)));
}

/** Not applicable where `undefinedWhen` passes, unknown where it is unknown, elsewhere as it was. */
export function definedUnless(out: Int32Array, undefinedWhen: Int32Array, count: number): void {
  const low = LOW;
  for (let w = 0; w < count; w += 1) {
    const u = undefinedWhen[w] ?? 0;
    const pass = u & (u >>> 1) & low;
    const open = u & ~(u >>> 1) & low;
    const kept = ~(pass | open) & low;
    out[w] = ((out[w] ?? 0) & (kept | (kept << 1))) | (pass << 1) | open;
  }
}

/** How many of several conditions pass for sure, and how many still may, byte by byte. */
export interface Counts {
  readonly passed: Int32Array;
  readonly possible: Int32Array;
}

/** The most conditions that are counted in bytes: one bit is kept free to compare. */
export const MOST_COUNTED = 127;

/** Counts one more condition. */
export function countRun({ passed, possible }: Counts, part: Int32Array, count: number): void {
  const low = LOW;
  for (let w = 0; w < count; w += 1) {
    const x = part[w] ?? 0;
    passed[w] = (passed[w] ?? 0) + (x & (x >>> 1) & low);
    possible[w] = (possible[w] ?? 0) + (x & low);
  }
}

/** Notes in which rows a condition is decided, by the lowest bit of a byte; the others mean nothing. */
export function noteDecided(decided: Int32Array, part: Int32Array, count: number): void {
  for (let w = 0; w < count; w += 1) {
    const x = part[w] ?? 0;
    decided[w] = (decided[w] ?? 0) | ~(x ^ (x >>> 1));
  }
}

/** What added to a count of parts sets the highest bit of a byte that is enough. */
function reachOf(needed: number, parts: number): number {
  return needed > parts ? 0 : LOW * (128 - needed);
}

/**
 * The state of "at least so many of the counted", all of which apply.
 *
 * @param parts How many were counted: at least as many as are needed, at most {@link MOST_COUNTED}.
 */
export function atLeastCounted(
  needed: number,
  parts: number,
  { passed, possible }: Counts,
  count: number,
  out: Int32Array,
): void {
  const low = LOW;
  const reach = reachOf(needed, parts);
  for (let w = 0; w < count; w += 1) {
    const enough = (((passed[w] ?? 0) + reach) >>> 6) & (low << 1);
    out[w] = enough | ((((possible[w] ?? 0) + reach) >>> 7) & low);
  }
}

/** The same where some may not apply: while none is decided, the open ones may yet all turn out not to apply. */
export function atLeastApplicable(
  needed: number,
  parts: number,
  { passed, possible, decided }: Counts & { readonly decided: Int32Array },
  count: number,
  out: Int32Array,
): void {
  const low = LOW;
  const reach = reachOf(needed, parts);
  for (let w = 0; w < count; w += 1) {
    const may = possible[w] ?? 0;
    const enough = (((passed[w] ?? 0) + reach) >>> 7) & low;
    const mayBeEnough = ((may + reach) >>> 7) & low;
    const open = ((may + low * 127) >>> 7) & low;
    const undecided = ~(decided[w] ?? 0) & low;
    const none = undecided & ~open & ~enough;
    out[w] = (enough * 3) | (~enough & ~none & (mayBeEnough | undecided)) | (none << 1);
  }
}

/** A sign as bits of a byte: 1 not positive, 2 not negative; 3 is zero and 0 unknown. */
export const NOT_POSITIVE = 1;
export const NOT_NEGATIVE = 2;

/**
 * Whether signs are among the accepted ones. Each set has a loop of its own: this is where most of the time goes.
 *
 * @param accept Of negative, zero and positive, as bits 1, 2 and 4.
 */
export function acceptSigns(signs: Int32Array, count: number, accept: number, out: Int32Array): void {
  const low = LOW;
  const high = low << 1;
  // In each word x, the lowest bit of a byte says not positive, the one above it not negative.
  switch (accept) {
    case 1:
      for (let w = 0; w < count; w += 1) {
        const x = signs[w] ?? 0;
        out[w] = ((x << 1) & ~x & high) | (~(x >>> 1) & low);
      }
      return;
    case 2:
      for (let w = 0; w < count; w += 1) {
        const x = signs[w] ?? 0;
        out[w] = ((x << 1) & x & high) | (~(x ^ (x >>> 1)) & low);
      }
      return;
    case 3:
      for (let w = 0; w < count; w += 1) {
        const x = signs[w] ?? 0;
        out[w] = ((x << 1) & high) | ((x | ~(x >>> 1)) & low);
      }
      return;
    case 4:
      for (let w = 0; w < count; w += 1) {
        const x = signs[w] ?? 0;
        out[w] = (x & ~(x << 1) & high) | (~x & low);
      }
      return;
    case 5:
      for (let w = 0; w < count; w += 1) {
        const x = signs[w] ?? 0;
        out[w] = ((x ^ (x << 1)) & high) | (~(x & (x >>> 1)) & low);
      }
      return;
    case 6:
      for (let w = 0; w < count; w += 1) {
        const x = signs[w] ?? 0;
        out[w] = (x & high) | ((~x | (x >>> 1)) & low);
      }
      return;
    default:
      throw new RangeError(`no question is asked for the signs ${accept}`);
  }
}

/** Looks the bits of every row up by the byte of its cell. */
export function lookUp(cells: Uint8Array, rows: number, bits: Uint8Array, out: Uint8Array): void {
  for (let i = 0; i < rows; i += 1) out[i] = bits[cells[i] ?? 0] ?? 1;
}

/**
 * Puts the place of a condition where it passes and no condition before it passed or was open.
 *
 * @param open The lowest bit of every byte that is still without a place.
 * @param places By row; it must have begun with 255 in every byte.
 */
export function placeFirst(part: Int32Array, place: number, open: Int32Array, count: number, places: Int32Array): void {
  for (let w = 0; w < count; w += 1) {
    const x = part[w] ?? 0;
    const left = open[w] ?? 0;
    const hit = x & (x >>> 1) & left;
    places[w] = ((places[w] ?? 0) & ~((hit << 8) - hit)) | (hit * place);
    open[w] = left & ~x;
  }
}

/** Begins a search for first places. */
export function beginPlaces(open: Int32Array, places: Int32Array, count: number): void {
  open.fill(LOW, 0, count);
  places.fill(-1, 0, count);
}
