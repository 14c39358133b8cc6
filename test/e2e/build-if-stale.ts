import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const BUILT = join(ROOT, 'dist', 'cli.js');
const CONFIGS = ['tsup', 'library', 'gathered', 'direct-imports', 'quick-start', 'without-powers'];
const SOURCES = ['src', 'criteria', 'package.json', ...CONFIGS.map((name) => `${name}.config.ts`)];

/** Builds the command line before the tests when a source is newer than what was built from it. */
export default function setup(): void {
  const newest = Math.max(...SOURCES.map((source) => changed(join(ROOT, source))));
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs >= newest) return;
  // Parts of earlier builds have other names and would stay.
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  execFileSync('npx', ['--no', 'tsup', '--silent'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}

function changed(path: string): number {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => changed(join(path, name))));
}
