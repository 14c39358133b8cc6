/** Texts that were seen before, in a few bytes each. */
export interface Seen {
  /**
   * Notes a text.
   *
   * @returns Whether it may have been noted before: surely where it was, and once in very many times where it was not.
   */
  readonly before: (text: string) => boolean;
}

/** Half of the places stay free, so that few are tried for each text. */
const FULL = 0.5;

/** Remembers texts by a number of 52 bits made of each. */
export function createSeen(): Seen {
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
    before(text) {
      const mark = markOf(text);
      const place = placeOf(places, mark);
      if (places[place] === mark) return true;
      places[place] = mark;
      count += 1;
      if (count > FULL * places.length) grow();
      return false;
    },
  };
}

/** Two 32-bit hashes (FNV-1a with different starts and primes) as one number that is never 0. */
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
