import { build as bundle, type Plugin } from 'esbuild';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { directImports, exportsOf } from './direct-imports.config.ts';

/*
 * A bundle that is split by what each command needs falls into a file for every set of commands that share something: sixty
 * files for one run, and to open a file takes Node as long as to read a thousand lines. What nearly every run loads is
 * therefore gathered in a few files, whoever else needs a part of it.
 */

/** Each file with what it is loaded for: itself and all it imports, as far as no earlier file has it. */
const GATHERED: readonly (readonly [name: string, roots: readonly string[]])[] = [
  ['start', ['src/cli/command-line.ts', 'src/cli/streams.ts', 'src/cli/language.ts', 'src/cli/exit-code.ts']],
  ['assessing', ['score', 'csv-report', 'paint', 'deliver', 'tell'].map((name) => `src/cli/${name}.ts`)],
];

/** A file of the bundle, and how it calls what its sources export. */
interface Part {
  readonly name: string;
  readonly exported: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Gathers what nearly every run loads, and makes files import each other directly. */
export async function gathered(): Promise<readonly Plugin[]> {
  const parts = await gather();
  const partOf = (path: string): Part | undefined => parts.find(({ exported }) => exported.has(path));
  const gatheredParts: Plugin = {
    name: 'gathered',
    setup(build) {
      const entries = parts.map(({ name }) => [name, `part:${name}`] as const);
      Object.assign(build.initialOptions.entryPoints ?? {}, Object.fromEntries(entries));
      build.onResolve({ filter: /^part:/ }, ({ path, kind }) => ({
        path: kind === 'entry-point' ? path : `./${path.slice('part:'.length)}.js`,
        namespace: 'part',
        external: kind !== 'entry-point',
      }));
      build.onLoad({ filter: /./, namespace: 'part' }, ({ path }) => ({
        contents: parts.flatMap((part) => (path === `part:${part.name}` ? [face(part)] : [])).join(''),
        resolveDir: resolve('.'),
      }));
      build.onResolve({ filter: /^\..*\.ts$/ }, ({ path, importer, kind }) => {
        const source = join(dirname(importer), path);
        const part = kind === 'dynamic-import' ? partOf(source) : undefined;
        return part === undefined ? null : { path: `./${whole(part, source)}`, external: true };
      });
    },
  };
  const direct = directImports((importer, { file, name }) => {
    const part = partOf(file);
    const own = part === partOf(importer) ? undefined : part?.exported.get(file)?.get(name);
    return part === undefined || own === undefined ? null : { from: `part:${part.name}`, name: own };
  });
  return [gatheredParts, direct];
}

async function gather(): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const [name, roots] of GATHERED) {
    const earlier = new Set(parts.flatMap(({ exported }) => [...exported.keys()]));
    const sources = (await reachedFrom(roots)).filter((path) => !earlier.has(path));
    parts.push({ name, exported: exportedNames(sources) });
  }
  return parts;
}

/** The sources that are loaded with some files. */
async function reachedFrom(roots: readonly string[]): Promise<readonly string[]> {
  const { metafile } = await bundle({
    entryPoints: [...roots],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outdir: 'dist',
    write: false,
    metafile: true,
    plugins: [directImports()],
  });
  const reached = new Set(
    Object.entries(metafile.outputs).flatMap(([path, { entryPoint = '' }]) =>
      roots.includes(entryPoint) ? [path] : [],
    ),
  );
  for (const path of reached)
    for (const { path: other, kind } of metafile.outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && other in metafile.outputs) reached.add(other);
  const inputs = [...reached].flatMap((path) => Object.keys(metafile.outputs[path]?.inputs ?? {}));
  // What a file is loaded for stands first: it keeps its names.
  return [...new Set([...roots, ...inputs])].map((path) => resolve(path));
}

/** Names are kept, but for those that several sources use for different things. */
function exportedNames(sources: readonly string[]): Part['exported'] {
  const owners = new Map<string, string>();
  return new Map(
    sources.map((path) => [
      path,
      new Map(
        [...exportsOf(path)].map(([name, origin]) => {
          const owner = `${origin.file} ${origin.name}`;
          const own = (owners.get(name) ?? owner) === owner ? name : `${name}$${sources.indexOf(origin.file)}`;
          owners.set(own, owner);
          return [name, own];
        }),
      ),
    ]),
  );
}

function face({ exported }: Part): string {
  const statements = new Map(
    [...exported].flatMap(([path, names]) => {
      const from = relative('.', path).split(sep).join('/');
      return [...names].map(([name, own]) => [own, `export { ${name} as ${own} } from './${from}';`] as const);
    }),
  );
  return [...statements.values()].join('\n');
}

/** The file of a part that is loaded for one of its sources, which has to be called there as it calls itself. */
function whole({ name, exported }: Part, path: string): string {
  for (const [own, here] of exported.get(path) ?? [])
    if (own !== here) throw new Error(`${relative('.', path)} shares the name ${own} with another file`);
  return `${name}.js`;
}
