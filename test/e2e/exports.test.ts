import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
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

test('what is published has all that stands with the criteria, cases too: `xasach test ID` runs them', () => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const published = new Set([...stdout.matchAll(/"path": "(criteria\/[^"]+)"/gu)].map(([, path]) => path));
  const there = readdirSync(join(ROOT, 'criteria'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(ROOT, join(parentPath, name)));
  expect(there.filter((path) => path.endsWith('.cases.yaml')).length).toBeGreaterThan(5);
  expect(there.filter((path) => !published.has(path))).toEqual([]);
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
