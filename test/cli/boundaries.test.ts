import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { unitMap } from '../../src/cli/boundaries.ts';
import { readOptions } from '../../src/cli/options.ts';
import { PLAIN } from '../../src/report/index.ts';
import { scored } from '../report/communes.ts';

const folder = mkdtempSync(join(tmpdir(), 'xasach-map-'));
afterAll(() => rmSync(folder, { recursive: true }));

const all = scored();
const SQUARE = {
  type: 'Polygon',
  coordinates: [
    [
      [100, 10],
      [101, 10],
      [101, 11],
      [100, 10],
    ],
  ],
};
const features = all.assessments.dataset.units.code.map((code) => ({
  type: 'Feature',
  properties: { code },
  geometry: SQUARE,
}));
const collection = (of: readonly unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features: of });

/** The map of the communes with what a file holds; `null` for a file that is not there. */
async function mapOf(text: string | null, name = 'xa.geojson') {
  const path = join(folder, name);
  if (text !== null) writeFileSync(path, text);
  const options = readOptions({ map: [path] });
  if (!options.ok) throw new Error(options.issues[0].code);
  const none = {
    files: [],
    unit: [],
    set: [],
    schema: [],
    tested: [],
    linted: [],
    result: [],
    inputs: [],
    base: [],
    revision: [],
    shell: [],
  };
  return unitMap(
    { arguments: none, options: options.value, format: 'html', style: { lang: 'en', width: 100, paint: PLAIN } },
    all,
  );
}

test('a file of boundaries becomes the areas of the units, under its own name', async () => {
  const found = await mapOf(collection(features));
  expect(found.ok && [found.value?.file, found.value?.areas.size]).toEqual(['xa.geojson', features.length]);
});

test('without boundaries there is no map', async () => {
  expect(await mapOf('{}', 'columns.yaml')).toEqual({ ok: true, value: null, issues: [] });
});

test.each([
  ['is not there', null, 'file/not-found'],
  ['is no JSON', 'code,name', 'boundaries/not-json'],
  ['lacks a unit', collection(features.slice(1)), 'boundaries/lacks-units'],
])('a file that %s is refused', async (what, text, code) => {
  const found = await mapOf(text, `${what.replaceAll(' ', '-')}.geojson`);
  expect(found.ok || found.issues.map((own) => own.code)).toEqual([code]);
});
