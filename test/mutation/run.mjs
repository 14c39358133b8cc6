/**
 * `npm run mutation -- ROOM`: how many small changes of a room's code its tests notice. Not part of `npm test`: it takes
 * from minutes to an hour. `rooms.json` says what is changed, and whose tests must notice: the room's own, and those that
 * hold it against an oracle. The report is printed, and written to `reports/mutation/ROOM.json`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const rooms = JSON.parse(readFileSync(new URL('rooms.json', import.meta.url), 'utf8'));
const [room = '', ...options] = process.argv.slice(2);
if (!Object.hasOwn(rooms, room)) {
  console.error(`npm run mutation -- ${Object.keys(rooms).join('|')}`);
  process.exitCode = 2;
} else {
  const env = { ...process.env, MUTATED_ROOM: room };
  const { status } = spawnSync('npx', ['--no', 'stryker', 'run', 'test/mutation/stryker.config.mjs', ...options], {
    env,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
