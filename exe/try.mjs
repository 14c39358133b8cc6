import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * Tries the single executables: `node exe/try.mjs linux`, or `windows` under wine where there is one. What they say must be
 * what the command line says, byte by byte, in a folder without anything of the project.
 */
const ROOT = join(import.meta.dirname, '..');
const [system = 'linux'] = process.argv.slice(2);
const isForeign = system === 'windows' && process.platform !== 'win32';
const EXECUTABLE = join(import.meta.dirname, 'out', system === 'windows' ? 'xasach-win-x64.exe' : 'xasach-linux-x64');
const COMMANDS = [
  ['--version'],
  ['score', 'communes.csv', '-p', '2025', '-q'],
  ['score', 'communes.csv', '-p', '2025', '-q', '-f', 'json', '--units', 'vn-2025', '--lang', 'en'],
  ['score', 'communes.csv', '-p', '2025', '-q', '-f', 'html'],
  ['explain', '30577', 'communes.csv', '-p', '2025', '-q'],
  ['lint', 'vn-drug-free@2025'],
  ['test', 'vn-drug-free@2025'],
  ['criteria'],
  ['criteria', 'hamlet-drug-free@2025'],
  ['template', '--units', 'vn-2025', '--province', 'An Giang', '-q'],
  ['schema', 'criteria'],
  ['score', 'nowhere.csv'],
];

const folder = mkdtempSync(join(tmpdir(), 'xasach-exe-'));
const env = { ...process.env, WINEPREFIX: join(folder, 'wine'), WINEDEBUG: '-all' };
/** Runs a program with its output in files: a Windows program under wine cannot use the pipes of Linux. */
function run(command, args) {
  const [out, err] = ['out.txt', 'err.txt'].map((name) => join(folder, name));
  const files = [out, err].map((path) => openSync(path, 'w'));
  const { status } = spawnSync(command, args, { cwd: folder, env, stdio: ['ignore', ...files] });
  for (const file of files) closeSync(file);
  return { status, stdout: readFileSync(out), stderr: readFileSync(err) };
}

if (!existsSync(EXECUTABLE)) throw new Error(`${EXECUTABLE} is not there: npm run build:exe`);
if (isForeign) {
  if (run('wine', ['--version']).status !== 0) throw new Error('there is no wine: apt-get install wine64 wine');
  // Node asks for Windows 10.
  execFileSync('wine', ['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'], {
    env,
    stdio: 'ignore',
  });
}
copyFileSync(join(ROOT, 'fixtures', 'report', 'communes.csv'), join(folder, 'communes.csv'));
let failed = 0;
for (const args of COMMANDS) {
  const own = isForeign ? run('wine', [EXECUTABLE, ...args]) : run(EXECUTABLE, args);
  const usual = run(process.execPath, [join(ROOT, 'bin', 'xasach.js'), ...args]);
  const isSame = own.status === usual.status && own.stdout.equals(usual.stdout) && own.stderr.equals(usual.stderr);
  if (!isSame) {
    failed += 1;
    console.error(String(own.stderr).slice(0, 500));
  }
  console.log(`${isSame ? 'same' : 'NOT THE SAME'}  xasach ${args.join(' ')}`);
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed === 0 ? 0 : 1;
