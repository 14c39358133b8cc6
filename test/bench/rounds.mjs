/**
 * Something to be timed.
 * @typedef {object} Contender
 * @property {string} id
 * @property {string} label
 * @property {number} rows How many rows one run takes; times are scaled to the most rows of all.
 * @property {() => unknown} run May be asynchronous; a number it gives is the time it took, by its own clock.
 */

/**
 * What came out, in milliseconds for all rows.
 * @typedef {Readonly<{ id: string, label: string, rows: number, median: number, least: number, most: number, times: readonly number[] }>} Timing
 */

const WARMING = 2;

/**
 * Times contenders in turn, round by round, so that what else the machine does meets all of them.
 *
 * @param {readonly Contender[]} contenders
 * @param {number} rounds Timed rounds; a few more go before them to warm up.
 * @returns {Promise<readonly Timing[]>}
 */
export async function timeInTurn(contenders, rounds) {
  const most = Math.max(...contenders.map(({ rows }) => rows));
  const times = contenders.map(() => /** @type {number[]} */ ([]));
  for (let round = -WARMING; round < rounds; round += 1) {
    for (const [index, { rows, run }] of contenders.entries()) {
      const start = performance.now();
      const own = await run();
      const time = typeof own === 'number' ? own : performance.now() - start;
      if (round >= 0) times[index]?.push((time * most) / rows);
    }
  }
  return contenders.map(({ id, label, rows }, index) => timing({ id, label, rows }, times[index] ?? []));
}

/**
 * @param {Readonly<{ id: string, label: string, rows: number }>} of
 * @param {readonly number[]} times
 * @returns {Timing}
 */
function timing(of, times) {
  return { ...of, median: median(times), least: Math.min(...times), most: Math.max(...times), times };
}

/**
 * How many times as long one took as another: the median over the rounds.
 *
 * @param {Timing} one
 * @param {Timing} other
 */
export function ratio(one, other) {
  return median(one.times.map((time, round) => time / (other.times[round] ?? Number.NaN)));
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1 + (sorted.length % 2)], sorted[middle]];
  return (low + high) / 2;
}
