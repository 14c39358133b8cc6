import { build, type Metafile } from 'esbuild';
import { describe, expect, test } from 'vitest';

/*
 * What the engine weighs. The ceilings are what it weighs today and a little more: growth has to be wanted.
 */

/** What an app that has rows of its own never needs. */
const FOREIGN = [
  /^node_modules\/(zod|yaml|csv-parse|csv-stringify|fflate|d3-)/u,
  /^src\/(report|page|explain|rank|lint|cases|diff|prove|compare|node|cli)\//u,
  /^src\/data\/(csv|workbook|legacy-text|decode|column-map|registry)\.ts$/u,
  /^src\/criteria\/(yaml|schema|parse|faults)\.ts$/u,
  /^src\/messages\/(vi|en)\.ts$/u,
];

/** The bytes of an app that imports these names and nothing else, and the files it carries. */
async function bundleOf(names: string): Promise<{ readonly bytes: number; readonly files: readonly string[] }> {
  const { metafile } = await build({
    stdin: { contents: `export { ${names} } from './src/index.ts';`, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    metafile: true,
    write: false,
    outfile: 'app.js',
  });
  return carried(metafile);
}

function carried({ outputs }: Metafile): { readonly bytes: number; readonly files: readonly string[] } {
  const [output] = Object.values(outputs);
  if (output === undefined) throw new Error('nothing was bundled');
  const files = Object.entries(output.inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : []));
  return { bytes: output.bytes, files };
}

describe('an app that bundles', () => {
  test.each([
    ['compile', 61_000],
    ['compile, assess', 92_500],
  ])('%s carries neither CSV, YAML, zod, reports nor sentences', async (names, most) => {
    const { bytes, files } = await bundleOf(names);
    expect(files.filter((file) => FOREIGN.some((form) => form.test(file)))).toEqual([]);
    expect(files).toContain('src/assess/assess.ts');
    expect(bytes).toBeLessThanOrEqual(most);
  });

  test('a report carries sentences: the test can tell', async () => {
    const { files } = await bundleOf('writeCsv');
    expect(files.some((file) => FOREIGN.some((form) => form.test(file)))).toBe(true);
  });
});
