import { build, type Metafile } from 'esbuild';
import { describe, expect, test } from 'vitest';

/*
 * What the engine weighs. The ceilings are what it weighs today and a little more: growth has to be wanted.
 */

/** All that an app with a dataset of its own may carry: no reading, YAML, zod, reports nor sentences. */
const ENGINE = [
  /^dist\/modules\/(number|algebra|formula|assess)\//u,
  /^dist\/modules\/criteria\/(full-points|numbering|rollup-formula|scope)\.js$/u,
  /^dist\/modules\/data\/(canonical-key|group-by|columns\/blank-column|rows\/[a-z-]+|units\/unit-(in-period|name))\.js$/u,
  /^dist\/modules\/messages\/(index|issue|require)\.js$/u,
];
/** What objects are read with as well: no CSV, no workbooks, no registry. */
const READING_OF_OBJECTS = [
  /^dist\/modules\/criteria\/(forms|period)\.js$/u,
  /^dist\/modules\/data\/(columns|reading|tables)\/(?!read-csv|read-table|part-reader)[a-z-]+\.js$/u,
  /^dist\/modules\/data\/(files\/date-text|units\/(group-column|mend-codes|mended-code|units)|[a-z-]+)\.js$/u,
  /^dist\/modules\/messages\/(is-record|nearest|refusal)\.js$/u,
  /^node_modules\/fastest-levenshtein\//u,
];

/** The bytes of an app that imports these names and nothing else, and the files it carries. */
async function bundleOf(names: string): Promise<{ readonly bytes: number; readonly files: readonly string[] }> {
  const { metafile, warnings } = await build({
    stdin: { contents: `export { ${names} } from 'xasach';`, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    metafile: true,
    write: false,
    outfile: 'app.js',
  });
  // Whoever bundles it reads them every time.
  expect(warnings.map(({ text }) => text)).toEqual([]);
  return carried(metafile);
}

function carried({ outputs }: Metafile): { readonly bytes: number; readonly files: readonly string[] } {
  const [output] = Object.values(outputs);
  if (output === undefined) throw new Error('nothing was bundled');
  const files = Object.entries(output.inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : []));
  return { bytes: output.bytes, files };
}

function othersThan(needed: readonly RegExp[], files: readonly string[]): readonly string[] {
  return files.filter((file) => !needed.some((form) => form.test(file)));
}

describe('an app that bundles', () => {
  test.each([
    ['compile', 85_500, ENGINE],
    ['compile, assess', 125_500, [...ENGINE, ...READING_OF_OBJECTS]],
  ])('%s carries nothing that it does not need', async (names, most, needed) => {
    const { bytes, files } = await bundleOf(names);
    expect(othersThan(needed, files)).toEqual([]);
    expect(files).toContain('dist/modules/assess/assess.js');
    expect(bytes).toBeLessThanOrEqual(most);
  });

  test('a report carries sentences: the test can tell', async () => {
    const { files } = await bundleOf('writeCsv');
    expect(othersThan([...ENGINE, ...READING_OF_OBJECTS], files)).toContain('dist/modules/messages/vi-report.js');
  });
});
