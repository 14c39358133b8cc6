/**
 * `npm run mutation -- ROOM [SHARE]`: how many small changes of a room's code its tests notice. Not part of `npm test`: it
 * takes from minutes to hours. `rooms.json` says what is changed, and whose tests must notice: the room's own, or the
 * quick ones among them where those that hold it against an oracle would take days. With a SHARE such as 0.3 only so much
 * of the code is changed, drawn by lot in whole declarations, always the same ones for the same code (see sample.mjs). The
 * report is printed, and written to `reports/mutation/ROOM.json`.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { sampleOf } from './sample.mjs';

const rooms = JSON.parse(readFileSync(new URL('rooms.json', import.meta.url), 'utf8'));
const [room = '', share = '1'] = process.argv.slice(2);
if (!Object.hasOwn(rooms, room) || !(Number(share) > 0)) {
  console.error(`npm run mutation -- ${Object.keys(rooms).join('|')} [share, as 0.3]`);
  process.exitCode = 2;
} else {
  const files = readdirSync(`src/${room}`).filter((name) => name.endsWith('.ts'));
  const mutate = sampleOf(
    files.map((name) => `src/${room}/${name}`),
    Number(share),
  );
  const env = { ...process.env, MUTATED_ROOM: room, MUTATED_CODE: mutate.join(',') };
  const { status } = spawnSync('npx', ['--no', 'stryker', 'run', 'test/mutation/stryker.config.mjs'], {
    env,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
