import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawCommunes } from './communes.mjs';
import { ratio, timeInTurn } from './rounds.mjs';
import { printTable } from './table.mjs';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '..', '..');
const COMMUNES = 3321;
const START_ROUNDS = 15;
const MANY = 1_000_000;
const FILE_ROUNDS = 3;
const MEGABYTE = 1_000_000;

/** What must hold: of time, `most` times as long as the other; of memory, so many megabytes. */
const TARGETS = [
  { id: 'score', than: 'node', most: 2 },
  { id: 'big-csv', than: 'parse', most: 1.3, megabytes: 200 },
  { id: 'big-ndjson', than: 'parse', most: 1.3, megabytes: 200 },
];

/** The command line from its start to its end, against the least that must be done. */
export async function measureFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'xasach-bench-'));
  try {
    const small = join(folder, 'communes.csv');
    const big = join(folder, 'many.csv');
    writeFile(small, COMMUNES);
    writeFile(big, MANY);
    const output = join(folder, 'out');
    const starts = await measure(
      [
        program('node', 'node -e 0', ['-e', '0']),
        program('score', `score ${COMMUNES.toLocaleString('en')} communes, to the terminal`, xasach(small)),
        program('score-csv', 'the same, CSV', xasach(small, 'csv', output)),
        program('score-json', 'the same, JSON', xasach(small, 'json', output)),
      ],
      START_ROUNDS,
    );
    const many = await measure(
      [
        program('parse', 'csv-parse alone, rows counted', [join(HERE, 'bare-parse.mjs'), big]),
        program('big-csv', `score ${MANY.toLocaleString('en')} rows, CSV`, xasach(big, 'csv', output)),
        program('big-ndjson', 'the same, NDJSON', xasach(big, 'ndjson', output)),
      ],
      FILE_ROUNDS,
    );
    return report([...starts, ...many], statSync(big).size);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @typedef {import('./rounds.mjs').Timing & Readonly<{ megabytes: number }>} Measured */

/** @param {readonly Measured[]} measured @param {number} bytes */
function report(measured, bytes) {
  const byId = new Map(measured.map((one) => [one.id, one]));
  printTable(
    `From start to end (the big file has ${(bytes / MEGABYTE).toFixed(0)} MB)`,
    ['', 'median ms', 'least', 'most', 'peak MB'],
    measured.map(({ label, median, least, most, megabytes }) => [
      label,
      ...[median, least, most, megabytes].map((value) => value.toFixed(0)),
    ]),
  );
  const targets = TARGETS.flatMap(({ id, than, most, megabytes }) => {
    const [one, other] = [byId.get(id), byId.get(than)];
    if (one === undefined || other === undefined) throw new RangeError('a target names nothing measured');
    const times = ratio(one, other);
    const time = { target: `${id} ≤ ${most} × ${than}`, measured: times.toFixed(2), reached: times <= most };
    if (megabytes === undefined) return [time];
    const peak = one.megabytes;
    return [time, { target: `${id} ≤ ${megabytes} MB`, measured: peak.toFixed(0), reached: peak <= megabytes }];
  });
  printTable(
    'Targets',
    ['', 'measured', ''],
    targets.map((target) => [target.target, target.measured, target.reached ? 'reached' : 'NOT reached']),
  );
  return { measured, targets };
}

/** @param {readonly ReturnType<typeof program>[]} programs @param {number} rounds @returns {Promise<readonly Measured[]>} */
async function measure(programs, rounds) {
  const timings = await timeInTurn(programs, rounds);
  return timings.map((timing, index) => ({ ...timing, megabytes: programs[index]?.peak() ?? Number.NaN }));
}

/** @param {string} id @param {string} label @param {readonly string[]} args */
function program(id, label, args) {
  return { id, label, rows: 1, run: () => run(args), peak: () => peakMegabytes(args) };
}

/**
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} env
 */
function run(args, env = {}) {
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
}

/** The most memory a program held, which it is made to say itself in a run of its own. @param {readonly string[]} args */
function peakMegabytes(args) {
  const folder = mkdtempSync(join(tmpdir(), 'xasach-peak-'));
  const said = join(folder, 'peak');
  try {
    run(['--require', join(HERE, 'say-peak.cjs'), ...args], { XASACH_BENCH_PEAK: said });
    return (Number(readFileSync(said, 'utf8')) * 1024) / MEGABYTE;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file @param {string | null} format @param {string | null} output */
function xasach(file, format = null, output = null) {
  const shape = format === null || output === null ? [] : ['--format', format, '--output', `${output}.${format}`];
  return [join(ROOT, 'bin', 'xasach.js'), 'score', file, '--period', '2025', '--quiet', ...shape];
}

/** Writes communes drawn by lot, in pieces: the whole need not fit in memory. @param {string} path @param {number} count */
function writeFile(path, count) {
  const handle = openSync(path, 'w');
  const piece = 50_000;
  for (let from = 0; from < count; from += piece) {
    const communes = drawCommunes(Math.min(piece, count - from), from);
    const [first] = communes;
    if (from === 0 && first !== undefined) writeSync(handle, `${Object.keys(first).join(',')}\n`);
    writeSync(handle, communes.map((commune) => `${Object.values(commune).join(',')}\n`).join(''));
  }
  closeSync(handle);
}
