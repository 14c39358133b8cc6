/*
 * One contender in a process of its own, so that none meets the memory and the compiled code of another. Decides all communes
 * whenever it is asked to, and tells how many milliseconds that took.
 */
import { CONTENDERS } from './contenders.mjs';

const run = CONTENDERS[process.argv[2] ?? '']?.create();
if (run === undefined) throw new Error('to be started by decisions.mjs');

async function answer() {
  const start = performance.now();
  await run();
  process.send?.(performance.now() - start);
}

process.on('message', () => void answer());
process.on('disconnect', () => process.exit());
