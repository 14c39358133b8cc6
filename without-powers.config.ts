import { readFile } from 'node:fs/promises';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/*
 * Packages can do what xasach never does: make code from text, start programs and threads. None of it is needed, so the
 * command line does not carry it; a test looks for it in what is built.
 */
const POWERS: readonly (readonly [file: RegExp, power: string, instead: string])[] = [
  [
    /[\\/]zod[\\/]v4[\\/]core[\\/]\w+\.js$/,
    'const F = Function;',
    'const F = class { constructor() { throw new TypeError(); } };',
  ],
  [/[\\/]commander[\\/]lib[\\/]command\.js$/, "require('node:child_process')", '{}'],
  [/[\\/]fflate[\\/]esm[\\/]index\.mjs$/, "require('worker_threads')", '{}'],
  // Without threads, what is large is packed and unpacked as what is small.
  [/[\\/]fflate[\\/]esm[\\/]index\.mjs$/, 'size < 160000', 'true'],
  [/[\\/]fflate[\\/]esm[\\/]index\.mjs$/, 'sz < 320000', 'true'],
];

/** Leaves out of packages what would make code from text or start programs and threads. */
export const withoutPowers: Plugin = {
  name: 'without-powers',
  setup(build) {
    for (const file of new Set(POWERS.map(([{ source }]) => source))) {
      build.onLoad({ filter: new RegExp(file) }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const own = POWERS.filter(([{ source }]) => source === file);
        const contents = own.reduce((kept, [, power, instead]) => kept.replaceAll(power, instead), text);
        return { contents, loader: 'js' };
      });
    }
  },
};
