import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { defineConfig } from 'tsup';
import { parseSource, pressSource } from './src/criteria/index.ts';
import { SCHEMAS, schemaText } from './src/cli/schema.ts';
import { isCriteriaFile } from './src/node/criteria-file.ts';
import { gathered } from './gathered.config.ts';
import { modules } from './library.config.ts';
import { quickStart } from './quick-start.config.ts';
import { withoutPowers } from './without-powers.config.ts';

const shared = {
  format: 'esm',
  target: 'node20',
  platform: 'node',
  // Several builds share the folder: the build script empties it.
  clean: false,
  dts: false,
} as const;

// The library leaves its dependencies to whoever installs it.
const library = defineConfig({ ...shared, entry: { index: 'src/index.ts', node: 'src/node.ts' }, splitting: true });
const libraryForBundlers = defineConfig({ ...shared, ...(await modules()), splitting: false });

// The criteria that come with xasach are read now, so that no run has to read YAML for them.
function pressCriteria(): void {
  mkdirSync('dist/criteria', { recursive: true });
  for (const name of readdirSync('criteria').filter(isCriteriaFile)) {
    const text = readFileSync(`criteria/${name}`, 'utf8');
    const source = parseSource(text, name);
    if (!source.ok) throw new Error(`criteria/${name}: ${JSON.stringify(source.issues[0])}`);
    const pressed = pressSource(source.value, text);
    if (pressed !== null) writeFileSync(`dist/criteria/${name}.json`, JSON.stringify(pressed));
  }
}

/** For editors and validators that do not run xasach: `xasach/schema/result.json`. */
function writeSchemas(): void {
  mkdirSync('dist/schema', { recursive: true });
  for (const [name, make] of Object.entries(SCHEMAS)) writeFileSync(`dist/schema/${name}.json`, schemaText(make()));
}

// The command line carries its dependencies with it and loads, command by command, only what it needs.
const commandLine = defineConfig({
  ...shared,
  entry: { cli: 'src/cli/main.ts' },
  splitting: true,
  noExternal: [/.*/],
  esbuildPlugins: [...(await gathered()), withoutPowers, quickStart],
  minifySyntax: true,
  // Less to read at every start; names stay for those who look into a fault.
  minifyWhitespace: true,
  onSuccess: async () => {
    pressCriteria();
    writeSchemas();
  },
  // commander is CommonJS and asks for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as xasachRequire } from 'node:module'; const require = xasachRequire(import.meta.url);",
  },
});

export default [library, libraryForBundlers, commandLine];
