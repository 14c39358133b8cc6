/*
 * One contender in a process of its own, so that none meets the memory and the compiled code of another. Decides all communes
 * whenever it is asked to, and tells how many milliseconds that took.
 */
import { CONTENDERS } from './contenders.mjs';

const run = CONTENDERS[process.argv[2] ?? '']?.create();
if (run === undefined || process.send === undefined) throw new Error('to be started by decisions.mjs');
const { send } = process;

process.on('message', async () => {
  const start = performance.now();
  await run();
  send.call(process, performance.now() - start);
});
process.on('disconnect', () => process.exit());
