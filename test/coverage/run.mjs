/*
 * The lines of `src` that the tests run, wherever they run them: in the tests' own process and in the command line they
 * start, but not in the browser. `npm run coverage` prints them room by room and ends with 1 below what is asked for; tests named
 * after `--` are run alone.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mergeProcessCovs } from '@bcoe/v8-coverage';
import { convert } from 'ast-v8-to-istanbul';
import coverageOf from 'istanbul-lib-coverage';
import { parseAstAsync } from 'vitest/node';

const ASKED = 95;
const ROOT = join(import.meta.dirname, '..', '..');
const SOURCE = join(ROOT, 'src');
const BUILT = join(ROOT, 'dist');

const folder = mkdtempSync(join(tmpdir(), 'xasach-coverage-'));
try {
  build('test/coverage/tsup.config.ts');
  const havePassed = run(
    'vitest/vitest.mjs',
    'run',
    '--config',
    'test/coverage/vitest.config.ts',
    ...process.argv.slice(2),
  );
  const lines = inProcess(JSON.parse(readFileSync(join(folder, 'coverage-final.json'), 'utf8')));
  // What a failed test ran counts, too.
  for (const script of scriptsOf(folder)) addRun(lines, await linesRun(script));
  const all = print(lines);
  if (!havePassed) console.log('Some tests failed: see above.');
  process.exitCode = havePassed && all >= ASKED ? 0 : 1;
} finally {
  // As everybody builds it; what was run is read by then.
  build('tsup.config.ts');
  rmSync(folder, { recursive: true, force: true });
}

/** Runs a program of a package; tells whether it succeeded. */
function run(program, ...args) {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, XASACH_COVERAGE: folder },
  });
  return status === 0;
}

function build(config) {
  rmSync(BUILT, { recursive: true, force: true });
  if (!run('tsup/dist/cli-default.js', '--silent', '--config', config)) throw new Error(`${config} does not build`);
}

/** What the tests' own process ran: for each file of the source, each line that can be run and whether it was. */
function inProcess(json) {
  return new Map(
    Object.entries(json).map(([file, data]) => [
      file,
      new Map(Object.entries(coverageOf.createFileCoverage(data).getLineCoverage())),
    ]),
  );
}

/** What the processes that tests started ran of each file of the build, all of them together. */
function scriptsOf(covered) {
  let together = { result: [] };
  const names = readdirSync(covered).filter((name) => /^coverage-\d+-\d+-\d+\.json$/u.test(name));
  for (let from = 0; from < names.length; from += 50) {
    const some = names.slice(from, from + 50).map((name) => ({ result: resultOf(join(covered, name)) }));
    together = mergeProcessCovs([together, ...some]);
  }
  return together.result;
}

/** Of a process that was killed half way there is nothing to be read. */
function resultOf(path) {
  try {
    const { result } = JSON.parse(readFileSync(path, 'utf8'));
    return result.filter(({ url }) => url.startsWith(`file://${BUILT}${sep}`));
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

async function linesRun(script) {
  const path = fileURLToPath(script.url);
  const code = readFileSync(path, 'utf8');
  const sourceMap = JSON.parse(readFileSync(`${path}.map`, 'utf8'));
  const json = await convert({ ast: parseAstAsync(code), code, wrapperLength: 0, coverage: script, sourceMap });
  return inProcess(json);
}

/** A line counts as run where one of them ran it; what can be run is what the tests' own process says. */
function addRun(lines, more) {
  for (const [file, run] of more)
    for (const [line, times] of run)
      if (times > 0 && lines.get(file)?.get(line) === 0) lines.get(file).set(line, times);
}

function print(lines) {
  const rooms = new Map();
  const missed = [];
  for (const [file, run] of lines) {
    const name = relative(SOURCE, file).split(sep).join('/');
    const room = name.includes('/') ? name.split('/')[0] : 'src';
    const counts = [...run.values()];
    for (const key of [room, 'all']) {
      const [hit, of] = rooms.get(key) ?? [0, 0];
      rooms.set(key, [hit + counts.filter((times) => times > 0).length, of + counts.length]);
    }
    const open = [...run].flatMap(([line, times]) => (times === 0 ? [line] : []));
    if (open.length > 0) missed.push([open.length, `${name}: ${open.join(' ')}`]);
  }
  for (const [, text] of missed.sort(([a], [b]) => b - a)) console.log(text);
  const percent = ([hit, of]) => (100 * hit) / of;
  for (const [room, counts] of [...rooms].sort())
    console.log(`${room.padEnd(12)} ${percent(counts).toFixed(1).padStart(5)} %  ${counts.join(' of ')}`);
  return percent(rooms.get('all'));
}
