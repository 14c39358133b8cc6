import { readFileSync } from 'node:fs';

/** The same draw for the same code. */
const SEED = 2025;

/**
 * A part of a room's code, drawn by lot: whole top-level declarations, until they make up the share of its lines.
 *
 * @param {readonly string[]} files
 * @param {number} share Above 0, at most 1.
 * @returns {string[]} Line ranges as Stryker reads them: `src/number/decimal.ts:3-17`.
 */
export function sampleOf(files, share) {
  const blocks = files.flatMap((file) => blocksOf(file));
  const lines = blocks.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const random = generator(SEED);
  const drawn = [];
  let taken = 0;
  for (const block of blocks.map((own) => ({ own, at: random() })).sort((a, b) => a.at - b.at)) {
    if (taken >= share * lines) break;
    drawn.push(block.own);
    taken += block.own.to - block.own.from + 1;
  }
  return drawn.map(({ file, from, to }) => `${file}:${from}-${to}`).sort();
}

/** Runs of lines that begin at the margin after a blank line. */
function blocksOf(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const starts = lines.flatMap((line, index) => (/^\S/.test(line) && (lines[index - 1] ?? '') === '' ? [index] : []));
  return starts.map((start, index) => ({ file, from: start + 1, to: starts[index + 1] ?? lines.length }));
}

/** Park and Miller's minimal standard generator. */
function generator(seed) {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
