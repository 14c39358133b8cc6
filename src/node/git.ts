import { execFile } from 'node:child_process';
import { issue, refusal, type Result } from '../messages/index.ts';
import { decodedText } from './bytes.ts';

/** The most a criteria file may hold, in bytes. */
const MOST_BYTES = 8_000_000;

/** A file as it stood at a revision of the git repository around the current folder. */
export interface Recorded {
  readonly revision: string;
  readonly path: string;
}

/** Reads `REVISION:path`; `null` when a request is no such thing. */
export function recordedIn(request: string): Recorded | null {
  const [, revision = '', path = ''] = /^([^:]+):(.+\.ya?ml)$/i.exec(request) ?? [];
  // A single letter before the colon is a drive.
  return path === '' || /^[a-z]$/i.test(revision) ? null : { revision, path };
}

/**
 * The text of one file in git history. git is asked for nothing but this file: it is run without a shell, fetches nothing
 * and applies no filter of the repository.
 */
export async function recordedText({ revision, path }: Recorded): Promise<Result<string>> {
  const details = { position: { file: `${revision}:${path}` } };
  const inside = await git(['rev-parse', '--is-inside-work-tree', '--is-bare-repository']);
  if (inside === 'absent') return refusal([issue('git/not-available', {}, details)]);
  if (inside === null) return refusal([issue('git/no-repository', {}, details)]);
  const commit = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  const hash = commit instanceof Uint8Array ? new TextDecoder().decode(commit).trim() : '';
  if (!/^[0-9a-f]{40,64}$/.test(hash)) return refusal([issue('git/unknown-revision', { revision }, details)]);
  // From the top of the repository, or from this folder.
  const text =
    (await git(['cat-file', 'blob', `${hash}:${path}`])) ?? (await git(['cat-file', 'blob', `${hash}:./${path}`]));
  if (text === null || text === 'absent') return refusal([issue('git/unknown-path', { revision, path }, details)]);
  return decodedText(text, `${revision}:${path}`);
}

/** What git answers; `null` when it says no, `absent` when there is no git. */
async function git(args: readonly string[]): Promise<Uint8Array | 'absent' | null> {
  const env = {
    ...process.env,
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
  };
  return new Promise((resolve) => {
    try {
      execFile(
        'git',
        [...args],
        { env, encoding: 'buffer', maxBuffer: MOST_BYTES, windowsHide: true },
        (error, stdout) => {
          if (error === null) resolve(stdout);
          else resolve(error.code === 'ENOENT' ? 'absent' : null);
        },
      );
    } catch {
      // Node's permission model lets no program be started.
      resolve('absent');
    }
  });
}
