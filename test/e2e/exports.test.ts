import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SCHEMAS, schemaText } from '../../src/cli/schema.ts';
import { ROOT } from './run-xasach.ts';

/** Where Node finds what an app imports of the package: from within it, by its own name. */
function resolved(specifier: string): string {
  const { stdout } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `process.stdout.write(import.meta.resolve('${specifier}'))`],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return fileURLToPath(stdout);
}

test.each(Object.entries(SCHEMAS))('the package carries the schema of %s', (name, make) => {
  expect(readFileSync(resolved(`xasach/schema/${name}.json`), 'utf8')).toBe(schemaText(make()));
});

test.each(['vn-drug-free-2025.yaml', 'criteria.schema.json'])('the package carries criteria/%s', (name) => {
  expect(readFileSync(resolved(`xasach/criteria/${name}`), 'utf8').length).toBeGreaterThan(1000);
});

test('Node and bundlers are given the same names', () => {
  const names = (condition: string): string =>
    spawnSync(
      process.execPath,
      ['--input-type=module', '-e', `console.log(Object.keys(await import('${condition}')).sort().join())`],
      { cwd: ROOT, encoding: 'utf8' },
    ).stdout.trim();
  expect(names('xasach').split(',').length).toBeGreaterThan(50);
  expect(names('./dist/modules/index.js')).toBe(names('xasach'));
});
