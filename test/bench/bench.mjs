/**
 * Measures xasach against loops written by hand, other rule engines, and the least that Node and csv-parse need.
 *
 *   npm run bench                 everything
 *   npm run bench -- decisions    only the engines; or: growth, files
 *
 * Prints tables and writes `reports/bench.json`. Times depend on the machine; ratios of one run are what counts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';

const HERE = import.meta.dirname;
const REPORT = join(HERE, '..', '..', 'reports', 'bench.json');

/** Each part is loaded after the peers are there. */
const PARTS = {
  decisions: async () => (await import('./decisions.mjs')).measureDecisions(),
  growth: async () => (await import('./growth.mjs')).measureGrowth(),
  files: async () => (await import('./files.mjs')).measureFiles(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((part) => !(part in PARTS));
if (unknown.length > 0) {
  process.stderr.write(`unknown part ${unknown.join(', ')}; known: ${Object.keys(PARTS).join(', ')}\n`);
  process.exitCode = 2;
} else await measure(wanted.length === 0 ? Object.keys(PARTS) : wanted);

/** @param {readonly string[]} parts */
async function measure(parts) {
  installPeers();
  const machine = { node: process.version, cores: availableParallelism(), processor: cpus()[0]?.model ?? '' };
  process.stdout.write(`Node ${machine.node}, ${machine.cores} cores, ${machine.processor}\n`);
  /** @type {Record<string, unknown>} */
  const report = { machine };
  for (const part of parts) report[part] = await PARTS[part]();
  mkdirSync(join(REPORT, '..'), { recursive: true });
  writeFileSync(REPORT, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write('\nWritten: reports/bench.json\n');
}

/** The other engines are no dependencies of the project: they are installed here, once, as the lockfile pins them. */
function installPeers() {
  if (existsSync(join(HERE, 'node_modules', 'json-rules-engine'))) return;
  process.stdout.write('Installing the other engines in test/bench …\n');
  const { status } = spawnSync('npm', ['install', '--no-save', '--silent'], {
    cwd: HERE,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm install in test/bench failed');
}
