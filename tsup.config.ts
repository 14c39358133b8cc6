import { defineConfig } from 'tsup';
import { withoutPowers } from './without-powers.config.ts';

const shared = {
  format: 'esm',
  target: 'node20',
  platform: 'node',
  splitting: true,
  // Two builds share the folder: the build script empties it.
  clean: false,
  dts: false,
} as const;

// The library leaves its dependencies to whoever installs it.
const library = defineConfig({ ...shared, entry: { index: 'src/index.ts', node: 'src/node.ts' } });

// The command line carries its dependencies with it and loads, command by command, only what it needs.
const commandLine = defineConfig({
  ...shared,
  entry: { cli: 'src/cli/main.ts' },
  noExternal: [/.*/],
  minifySyntax: true,
  esbuildPlugins: [withoutPowers],
  // commander is CommonJS and asks for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as xasachRequire } from 'node:module'; const require = xasachRequire(import.meta.url);",
  },
});

export default [library, commandLine];
