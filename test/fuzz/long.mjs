import { spawnSync } from 'node:child_process';

/*
 * The fuzz tests for longer, with other nonsense each time: `npm run fuzz [-- RUNS [SEED]]`. A failure names its seed.
 */
const [runs = '3000', seed = String(Math.trunc(Math.random() * 2 ** 31))] = process.argv.slice(2);
console.log(`FUZZ_RUNS=${runs} FUZZ_SEED=${seed}`);
const args = ['--no', 'vitest', 'run', '--project', 'rooms', 'test/fuzz', '--testTimeout=86400000'];
const env = { ...process.env, FUZZ_RUNS: runs, FUZZ_SEED: seed };
const { status } = spawnSync('npx', args, { env, stdio: 'inherit', shell: process.platform === 'win32' });
process.exitCode = status ?? 1;
