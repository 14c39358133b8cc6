import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');
export const BIN = join(ROOT, 'bin', 'xasach.js');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs the command line as a user does, from the folder of the project unless told otherwise. */
export function xasach(args: readonly string[], { input = '', env = {}, cwd = ROOT }: Surroundings = {}): Ran {
  const { PATH } = process.env;
  const ran = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { PATH, ...env },
    maxBuffer: 100_000_000,
  });
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr };
}
