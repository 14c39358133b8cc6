/** Draws whole numbers from 0 up to a limit, the limit left out, each as likely as the others. */
export type Draw = (limit: number) => number;

const WORD = 2 ** 32;

/**
 * Seeded draws, the same on every machine: xorshift32 with the shifts 13, 17, 5 (G. Marsaglia, "Xorshift RNGs", Journal of
 * Statistical Software 8 (14), 2003). Its numbers run from 1 to 2³² − 1; those above the last whole multiple of the limit
 * are drawn again, so that no value is favoured.
 *
 * @param seed A whole number from 1 to 2³² − 1.
 * @throws {RangeError} For a seed that the generator cannot start from.
 */
export function seededDraws(seed: number): Draw {
  if (!Number.isInteger(seed) || seed < 1 || seed >= WORD) throw new RangeError(`no seed: ${seed}`);
  let state = seed;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) - 1;
  };
  return (limit) => {
    const end = WORD - 1 - ((WORD - 1) % limit);
    for (;;) {
      const drawn = next();
      if (drawn < end) return drawn % limit;
    }
  };
}
