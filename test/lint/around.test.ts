import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lintSet } from '../../src/lint/index.ts';
import { createLintLoader } from '../../src/node.ts';

const text = readFileSync(new URL('../../criteria/vn-drug-free-2025.yaml', import.meta.url), 'utf8');
const ended = text
  .replace('status: in-force', 'status: retired')
  .replace('from: "2025-08-24"', 'from: "2025-08-24", to: "2026-12-14"');
const next = text.replace('version: "2025"', 'version: "2026"').replace('from: "2025-08-24"', 'from: "2026-12-15"');

/** The codes about versions when a file is linted, with others named beside it. */
async function versionCodes(path: string, named: readonly string[]): Promise<readonly string[]> {
  const loaded = await createLintLoader(named).load(path, {});
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues[0]));
  const found = lintSet(loaded.value.set, loaded.value.context);
  return found.map(({ code }) => code).filter((code) => code.startsWith('lint/versions-'));
}

test('a file beside the one that is linted, or named with it, stands for the built-in set with its id', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xasach-around-'));
  const [own, other] = [join(folder, 'own'), join(folder, 'other')];
  for (const path of [own, other]) mkdirSync(path);
  writeFileSync(join(own, 'a.yaml'), ended);
  for (const path of [own, other]) writeFileSync(join(path, 'b.yaml'), next);
  expect(await versionCodes(join(own, 'b.yaml'), [])).toEqual([]);
  expect(await versionCodes(join(other, 'b.yaml'), [])).toEqual(['lint/versions-overlap']);
  expect(await versionCodes(join(other, 'b.yaml'), [join(own, 'a.yaml')])).toEqual([]);
});

test('a set that has the days of the one it extends is told so in its own file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xasach-around-'));
  const path = join(folder, 'ours.yaml');
  writeFileSync(path, 'extends: vn-drug-free@2025\nfamily: vn-drug-free\nversion: "2025-ours"\nstatus: in-force\n');
  const loaded = await createLintLoader([]).load(path, {});
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues[0]));
  const found = lintSet(loaded.value.set, loaded.value.context).filter(({ code }) => code === 'lint/versions-overlap');
  expect(found).toMatchObject([
    { args: { other: 'vn-drug-free@2025', inherited: true }, position: { file: path, line: 3 } },
  ]);
});
