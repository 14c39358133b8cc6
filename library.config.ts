import { build as bundle } from 'esbuild';
import { relative, resolve } from 'node:path';
import type { Options } from 'tsup';

/*
 * For bundlers the library is published file by file, as it is written: they take what an app imports and leave the rest. Of
 * one bundle, the schemas and tables that files make at load would come with every import. Node loads the bundle: it opens
 * ten files instead of hundreds.
 */

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

const ENTRY = 'src/index.ts';

/** Leaves every import of another file of the source as it is, with the name that file has when it is published. */
const asModules: Plugin = {
  name: 'as-modules',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, kind }) =>
      kind === 'entry-point' ? null : { path: path.replace(/\.ts$/, '.js'), external: true },
    );
  },
};

/** Every file that the library reaches, built for itself. */
export async function modules(): Promise<Pick<Options, 'entry' | 'outDir' | 'esbuildPlugins'>> {
  const { metafile } = await bundle({
    entryPoints: [ENTRY],
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outdir: 'dist',
    write: false,
    metafile: true,
  });
  const source = resolve('src');
  const entry = Object.keys(metafile.inputs).map(
    (file) => [relative(source, file).replace(/\.ts$/, ''), file] as const,
  );
  return { entry: Object.fromEntries(entry), outDir: 'dist/modules', esbuildPlugins: [asModules] };
}
