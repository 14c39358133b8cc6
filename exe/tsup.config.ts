import { join } from 'node:path';
import { defineConfig, type Options } from 'tsup';
import { withoutPowers } from '../without-powers.config.ts';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

const INSTEAD: Readonly<Record<string, string>> = { 'node:fs': 'fs.mjs', 'node:fs/promises': 'fs-promises.mjs' };

/** Lets xasach itself read what stands inside the executable; packages and these files see the disk. */
const embeddedFiles: Plugin = {
  name: 'embedded-files',
  setup(build) {
    build.onResolve({ filter: /^node:fs(?:\/promises)?$/ }, ({ path, importer }) =>
      /[\\/]src[\\/](?:node|cli)[\\/]/.test(importer) ? { path: join(import.meta.dirname, INSTEAD[path] ?? '') } : null,
    );
  },
};

/** The whole command line in one file, for a single executable. */
export default defineConfig({
  entry: { xasach: 'src/cli/main.ts' },
  outDir: 'exe/out',
  format: 'cjs',
  target: 'node22',
  platform: 'node',
  splitting: false,
  clean: false,
  dts: false,
  noExternal: [/.*/],
  minifySyntax: true,
  removeNodeProtocol: false,
  esbuildPlugins: [embeddedFiles, withoutPowers],
  define: { 'import.meta.url': 'xasachUrl' },
  banner: {
    js: [
      "const xasachUrl = process.platform === 'win32' ? 'file:///X:/__xasach__/dist/cli.js' : 'file:///__xasach__/dist/cli.js';",
    ].join('\n'),
  },
});
