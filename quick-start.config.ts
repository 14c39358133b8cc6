import { readFile } from 'node:fs/promises';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** What a file of a package that makes one function does at load, done when the function is first called. */
function whenCalled(text: string): string {
  const imports = [...text.matchAll(/^import .*$/gmu)].map(([line]) => line);
  const body = text.replaceAll(/^import .*$/gmu, '').replace(/export default function (\w+)/u, 'return function $1');
  return `${imports.join('\n')}
let made = null;
function make() {${body}}
export default (...args) => (made ??= make())(...args);`;
}

/** The same hash, made by Node: it is many times as fast, above all before code is warm. */
const SHA256 = `import { createHash } from 'node:crypto';
export const sha256 = (bytes) => createHash('sha256').update(bytes).digest();`;

/** Files of packages that cost every run of the command line what few runs need. */
const COSTLY: readonly (readonly [file: RegExp, instead: (text: string) => string])[] = [
  // It asks for every emoji there is, and nearly all texts are known to be narrow without it.
  [/[\\/]string-width[\\/]index\.js$/, whenCalled],
  [/[\\/]@noble[\\/]hashes[\\/]esm[\\/]sha2\.js$/, () => SHA256],
];

/** Packages that carry Node's `Buffer` with them for browsers, which is more than what they are used for. */
const FOR_BROWSERS = /^(csv-parse|csv-stringify)\/browser\/esm\/sync$/;

/** Keeps packages from making the start of the command line slow; what they answer stays the same. */
export const quickStart: Plugin = {
  name: 'quick-start',
  setup(build) {
    build.onResolve({ filter: FOR_BROWSERS }, ({ path, kind, resolveDir }) =>
      build.resolve(path.replace('/browser/esm', ''), { kind, resolveDir }),
    );
    for (const [file, instead] of COSTLY)
      build.onLoad({ filter: file }, async ({ path }) => ({
        contents: instead(await readFile(path, 'utf8')),
        loader: 'js',
      }));
  },
};
