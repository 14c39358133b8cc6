import { NOT_APPLICABLE, PASS, type State, UNKNOWN } from './condition.ts';

/**
 * States of a run of rows as two planes of bits, 32 rows to a word, so that one operation decides 32 rows.
 *
 * The bit of a row in `may` says that the condition may still hold, the one in `sure` that it holds for sure. Pass has both,
 * fail none, unknown only the first, and only the second says not applicable. Where every row passes or fails both are the
 * same array: then half the work is enough.
 */
export interface Run {
  readonly sure: Int32Array;
  readonly may: Int32Array;
}

/** How many words have a bit for each of so many rows. */
export function wordsFor(rows: number): number {
  return (rows + 31) >>> 5;
}

/** Memory for the states of so many rows. */
export function createRun(rows: number, isTwoValued: boolean): Run {
  const sure = new Int32Array(wordsFor(rows));
  return { sure, may: isTwoValued ? sure : new Int32Array(wordsFor(rows)) };
}

/** Whether every row passes or fails. */
export function isTwoValued({ sure, may }: Run): boolean {
  return sure === may;
}

/** Rows that fail pass, and the other way round. */
export function negate({ sure, may }: Run, out: Run): void {
  complement(may, out.sure);
  if (!isTwoValued(out)) complement(sure, out.may);
}

/** The rows that are not in a plane. */
export function complement(plane: Int32Array, out: Int32Array): void {
  for (let w = 0; w < out.length; w += 1) out[w] = ~(plane[w] ?? 0);
}

/** Every state as it is, but not applicable as what it counts for. */
export function countingAs({ sure, may }: Run, whenNotApplicable: State, out: Run): void {
  const mayHold = whenNotApplicable === PASS || whenNotApplicable === UNKNOWN ? -1 : 0;
  const holds = whenNotApplicable === PASS || whenNotApplicable === NOT_APPLICABLE ? -1 : 0;
  for (let w = 0; w < out.sure.length; w += 1) {
    const leftOut = notApplying(sure[w] ?? 0, may[w] ?? 0);
    out.sure[w] = (sure[w] ?? 0) & (~leftOut | holds);
    out.may[w] = (may[w] ?? 0) | (leftOut & mayHold);
  }
}

function notApplying(sure: number, may: number): number {
  return sure & ~may;
}

/** All of several; what does not apply leaves the count. */
export function allOf([first, ...rest]: readonly [Run, ...Run[]], out: Run): void {
  copy(first, out);
  for (const part of rest) {
    if (isTwoValued(out)) intersect(out.sure, part.sure);
    else allOfTwo(out, part);
  }
}

/** Any of several; what does not apply leaves the count. */
export function anyOf([first, ...rest]: readonly [Run, ...Run[]], out: Run): void {
  copy(first, out);
  for (const part of rest) {
    if (isTwoValued(out)) unite(out.sure, part.sure);
    else anyOfTwo(out, part);
  }
}

function copy({ sure, may }: Run, out: Run): void {
  out.sure.set(sure);
  if (!isTwoValued(out)) out.may.set(may);
}

function intersect(out: Int32Array, part: Int32Array): void {
  for (let w = 0; w < out.length; w += 1) out[w] = (out[w] ?? 0) & (part[w] ?? 0);
}

/** Adds the rows of another plane. */
export function unite(out: Int32Array, part: Int32Array): void {
  for (let w = 0; w < out.length; w += 1) out[w] = (out[w] ?? 0) | (part[w] ?? 0);
}

/** What does not apply counts as if it passed, unless neither does. */
function allOfTwo(out: Run, part: Run): void {
  for (let w = 0; w < out.sure.length; w += 1) {
    const sure = out.sure[w] ?? 0;
    const may = out.may[w] ?? 0;
    const partSure = part.sure[w] ?? 0;
    const partMay = part.may[w] ?? 0;
    const leftOut = notApplying(sure, may);
    const partLeftOut = notApplying(partSure, partMay);
    out.sure[w] = sure & partSure;
    out.may[w] = (may | leftOut) & (partMay | partLeftOut) & ~(leftOut & partLeftOut);
  }
}

/** What does not apply counts as if it failed, unless neither does. */
function anyOfTwo(out: Run, part: Run): void {
  for (let w = 0; w < out.sure.length; w += 1) {
    const sure = out.sure[w] ?? 0;
    const may = out.may[w] ?? 0;
    const partSure = part.sure[w] ?? 0;
    const partMay = part.may[w] ?? 0;
    out.sure[w] = (sure & may) | (partSure & partMay) | (notApplying(sure, may) & notApplying(partSure, partMay));
    out.may[w] = may | partMay;
  }
}

/** Not applicable where `undefinedWhen` passes, unknown where it is unknown, elsewhere as it was. */
export function definedUnless(undefinedWhen: Run, of: Run, out: Run): void {
  for (let w = 0; w < out.sure.length; w += 1) {
    const pass = undefinedWhen.sure[w] ?? 0;
    const open = undefinedWhen.may[w] ?? 0;
    out.sure[w] = ((of.sure[w] ?? 0) & ~open) | (pass & open);
    out.may[w] = ((of.may[w] ?? 0) & ~open) | (open & ~pass);
  }
}

/**
 * Counts for each row how often its bit was set: the binary digits of the counts, each in a plane of its own. They begin so
 * far above zero that the highest digit is set as soon as there are enough.
 */
interface Counter {
  readonly begin: () => void;
  readonly add: (plane: Int32Array) => void;
  /** The rows with enough. */
  readonly enough: Int32Array;
}

/** @param most How many planes are added at most. */
function createCounter(needed: number, most: number, words: number): Counter {
  let highest = 0;
  while (2 ** highest < Math.max(needed, most - needed + 1)) highest += 1;
  const first = 2 ** highest - needed;
  const digits = new Int32Array((highest + 1) * words);
  return {
    begin() {
      for (let digit = 0; digit <= highest; digit += 1)
        digits.fill(-((first >> digit) & 1), digit * words, (digit + 1) * words);
    },
    add(plane) {
      for (let w = 0; w < words; w += 1) {
        // Where no row carries any more, higher digits stay: what is added costs the same however many there are.
        let carried = plane[w] ?? 0;
        for (let at = w; carried !== 0; at += words) {
          const digit = digits[at] ?? 0;
          digits[at] = digit ^ carried;
          carried &= digit;
        }
      }
    },
    enough: digits.subarray(highest * words),
  };
}

/**
 * Finds the rows in which at least so many of some parts hold.
 *
 * @param needed At least 1.
 * @param parts Their states; where some may not apply and none of them is decided, the open ones may yet all not apply.
 * @returns What to do whenever the parts were worked out anew.
 */
export function atLeast(needed: number, parts: readonly Run[], out: Run): () => void {
  const words = out.sure.length;
  // More than all of them is never reached, by however much; so the digits stay few.
  const counted = Math.min(needed, parts.length + 1);
  const passed = createCounter(counted, parts.length, words);
  if (isTwoValued(out)) {
    return () => {
      passed.begin();
      for (const { sure } of parts) passed.add(sure);
      out.sure.set(passed.enough);
    };
  }
  const possible = createCounter(counted, parts.length, words);
  const [passing, undecided, open] = [new Int32Array(words), new Int32Array(words), new Int32Array(words)];
  return () => {
    passed.begin();
    possible.begin();
    undecided.fill(-1);
    open.fill(0);
    for (const { sure, may } of parts) {
      passing.set(sure);
      intersect(passing, may);
      passed.add(passing);
      possible.add(may);
      unite(open, may);
      for (let w = 0; w < words; w += 1) undecided[w] = (undecided[w] ?? 0) & ((sure[w] ?? 0) ^ (may[w] ?? 0));
    }
    for (let w = 0; w < words; w += 1) {
      out.sure[w] = (passed.enough[w] ?? 0) | ((undecided[w] ?? 0) & ~(open[w] ?? 0));
      out.may[w] = (possible.enough[w] ?? 0) | ((undecided[w] ?? 0) & (open[w] ?? 0));
    }
  };
}

/** In which rows a first condition is still sought, and in which it was found. */
export interface Search {
  readonly open: Int32Array;
  readonly found: Int32Array;
}

/** Finds the rows where a condition passes and no condition before it passed or was open. */
export function findFirst({ sure, may }: Run, { open, found }: Search, out: Int32Array): void {
  for (let w = 0; w < out.length; w += 1) {
    const mayHold = may[w] ?? 0;
    const left = open[w] ?? 0;
    const hits = (sure[w] ?? 0) & mayHold & left;
    out[w] = hits;
    open[w] = left & ~mayHold;
    found[w] = (found[w] ?? 0) | hits;
  }
}

/** The first row from one on whose bit is set; beyond all rows where there is none. */
export function nextIn(plane: Int32Array, from: number): number {
  let word = from >>> 5;
  let bits = (plane[word] ?? 0) & (-1 << (from & 31));
  while (bits === 0) {
    word += 1;
    if (word >= plane.length) return 32 * plane.length;
    bits = plane[word] ?? 0;
  }
  return 32 * word + 31 - Math.clz32(bits & -bits);
}

export function setBit(plane: Int32Array, row: number): void {
  plane[row >>> 5] = (plane[row >>> 5] ?? 0) | (1 << (row & 31));
}

export function clearBit(plane: Int32Array, row: number): void {
  plane[row >>> 5] = (plane[row >>> 5] ?? 0) & ~(1 << (row & 31));
}
