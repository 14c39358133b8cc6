/** Codes that were seen before, in as few bytes as can be. */
export interface Seen {
  /**
   * Notes a code within a period.
   *
   * @returns Whether it may have been noted before: surely where it was, and once in very many times where it was not.
   */
  readonly before: (code: string, period: string) => boolean;
}

/** Codes that differ in so many last digits only share a page, where each takes one bit. */
const DIGITS = 4;
const ENDS_IN_DIGITS = /\d{4}$/;
const PAGE = 10 ** DIGITS / 8;
/** Codes that are so far apart that they would need more pages are remembered one by one. */
const MOST_PAGES = 2000;

/** Remembers the codes of a country's units in a bit each, and any others in about sixteen bytes each. */
export function createSeen(): Seen {
  const pages = new Map<number, Uint8Array>();
  const others = createMarks();

  function pageOf(mark: number): Uint8Array | null {
    const known = pages.get(mark);
    if (known !== undefined || pages.size >= MOST_PAGES) return known ?? null;
    const page = new Uint8Array(PAGE);
    pages.set(mark, page);
    return page;
  }

  return {
    before(code, period) {
      const page = ENDS_IN_DIGITS.test(code) ? pageOf(markOf(`${code.slice(0, -DIGITS)}\n${period}`)) : null;
      return page === null ? others.before(markOf(`${code}\n${period}`)) : isSet(page, Number(code.slice(-DIGITS)));
    },
  };
}

/** Sets a bit; tells whether it was set. */
function isSet(page: Uint8Array, place: number): boolean {
  const [at, bit] = [place >>> 3, 1 << (place & 7)];
  const byte = page[at] ?? 0;
  page[at] = byte | bit;
  return (byte & bit) !== 0;
}

/** Half of the places stay free, so that few are tried for each mark. */
const FULL = 0.5;

/** Numbers above 0 that were seen before. */
function createMarks(): { readonly before: (mark: number) => boolean } {
  let places = new Float64Array(1024);
  let count = 0;

  /** 0 is a free place. */
  function placeOf(table: Float64Array, mark: number): number {
    const last = table.length - 1;
    let place = mark & last;
    while (table[place] !== 0 && table[place] !== mark) place = (place + 1) & last;
    return place;
  }

  function grow(): void {
    const wider = new Float64Array(2 * places.length);
    for (const mark of places) if (mark !== 0) wider[placeOf(wider, mark)] = mark;
    places = wider;
  }

  return {
    before(mark) {
      const place = placeOf(places, mark);
      if (places[place] === mark) return true;
      places[place] = mark;
      count += 1;
      if (count > FULL * places.length) grow();
      return false;
    },
  };
}

/** A number of 52 bits for a text: two 32-bit hashes (FNV-1a with different starts and primes), never 0. */
function markOf(text: string): number {
  let [a, b] = [0x811c9dc5, 0x9747b28c];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return (a >>> 0) * 2 ** 20 + ((b >>> 0) % 2 ** 20) + 1;
}
