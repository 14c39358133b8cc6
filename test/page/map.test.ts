import { describe, expect, test } from 'vitest';
import { areasOfUnits, parseBoundaries, writeScorePage } from '../../src/page/index.ts';
import { scored } from '../report/communes.ts';

const all = scored();
const rows = [...all.ranking.order];
const codes = rows.map((row) => all.assessments.dataset.units.code[row] ?? '');

type Position = readonly [number, number];
/** A square of one degree, the next one to the east of it. */
const square = (place: number): readonly Position[] => [
  [100 + place, 10],
  [101 + place, 10],
  [101 + place, 11],
  [100 + place, 11],
  [100 + place, 10],
];
const polygon = (place: number) => ({ type: 'Polygon', coordinates: [square(place)] });
interface Feature {
  readonly id?: unknown;
  readonly properties?: unknown;
  readonly geometry: unknown;
}
const collection = (features: readonly Feature[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features: features.map((own) => ({ type: 'Feature', ...own })) });
const byCode = (name: string, codeOf: (code: string) => unknown = (code) => code): string =>
  collection(codes.map((code, place) => ({ properties: { [name]: codeOf(code) }, geometry: polygon(place) })));

const areas = (text: string, of = rows) => {
  const parsed = parseBoundaries(text, 'map.geojson');
  return parsed.ok ? areasOfUnits(parsed.value, all, of) : parsed;
};
const pageOf = (text: string): string => {
  const found = areas(text);
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return writeScorePage(all, { lang: 'vi' }, found.value);
};
const drawn = (text: string): readonly string[] => pageOf(text).match(/<path class="k[^>]*"/gu) ?? [];

/** Twice the area of a drawn ring; below 0 where it goes the other way round. */
function turnOf(ring: string): number {
  const places = Array.from(ring.matchAll(/(-?[\d.]+),(-?[\d.]+)/gu), ([, x, y]): Position => [Number(x), Number(y)]);
  return places.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = places[(index + 1) % places.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}

describe('boundaries', () => {
  test.each([
    { name: 'a property', text: byCode('code') },
    { name: 'a property in Vietnamese', text: byCode('Mã xã') },
    { name: 'a property with underscores', text: byCode('MA_XA') },
    { name: 'codes without their leading zeros', text: byCode('ma', (code) => Number(code)) },
    { name: 'ids', text: collection(codes.map((id, place) => ({ id, geometry: polygon(place) }))) },
    {
      name: 'several polygons each',
      text: collection(
        codes.map((code, place) => ({
          properties: { code },
          geometry: { type: 'MultiPolygon', coordinates: [[square(place)], [square(place + 20)]] },
        })),
      ),
    },
    {
      name: 'TopoJSON',
      text: JSON.stringify({
        type: 'Topology',
        objects: {
          communes: {
            type: 'GeometryCollection',
            geometries: codes.map((code, place) => ({ type: 'Polygon', arcs: [[place]], properties: { code } })),
          },
        },
        arcs: codes.map((_, place) => square(place)),
      }),
    },
    { name: 'a byte order mark', text: `\uFEFF${byCode('code')}` },
  ])('are taken by $name', ({ text }) => {
    expect(drawn(text)).toHaveLength(codes.length);
  });

  test.each([
    { text: 'not JSON', code: 'boundaries/not-json' },
    { text: '[]', code: 'boundaries/no-areas' },
    { text: '{"type":"FeatureCollection"}', code: 'boundaries/no-areas' },
    {
      text: '{"type":"Topology","objects":{"a":{"type":"Polygon","arcs":[[7]]}},"arcs":[]}',
      code: 'boundaries/no-areas',
    },
    { text: byCode('name'), code: 'boundaries/no-codes' },
    {
      text: collection([{ id: codes[0], geometry: { type: 'Point', coordinates: [1, 2] } }]),
      code: 'boundaries/bad-outline',
    },
    {
      text: collection([{ id: codes[0], geometry: { type: 'Polygon', coordinates: [[[1, null]]] } }]),
      code: 'boundaries/bad-outline',
    },
    { text: collection([{ id: codes[0], geometry: polygon(0) }]), code: 'boundaries/lacks-units' },
  ])('$code', ({ text, code }) => {
    expect(areas(text).issues.map((found) => found.code)).toEqual([code]);
  });

  test('only the units of the report need one, and those that lack one are named', () => {
    const [first = 0, ...others] = rows;
    const text = collection([{ id: codes[0], geometry: polygon(0) }]);
    expect(areas(text, [first]).ok).toBe(true);
    expect(areas(text).issues[0]?.args).toMatchObject({ lacking: others.length, of: rows.length });
  });

  test('a unit that has none is listed and not drawn', () => {
    const text = collection(codes.map((id, place) => ({ id, geometry: place === 0 ? null : polygon(place) })));
    expect(drawn(text)).toHaveLength(codes.length - 1);
    expect(pageOf(text)).toContain('Các đơn vị không có ranh giới trong tệp:');
  });

  test('a hole is left out whichever way round it goes', () => {
    const hole = square(0).map(([x, y]): Position => [100.25 + (x - 100) / 2, 10.25 + (y - 10) / 2]);
    const holed = (ring: readonly Position[]): string =>
      collection(
        codes.map((id, place) => ({
          id,
          geometry: place === 0 ? { type: 'Polygon', coordinates: [square(0), ring] } : polygon(place),
        })),
      );
    const [path = ''] = drawn(holed(hole));
    expect(path).toBe(drawn(holed(hole.toReversed()))[0]);
    const [outer = 0, inner = 0] = (path.match(/M[^Z]*Z/gu) ?? []).map((ring) => turnOf(ring));
    expect([Math.sign(outer) * Math.sign(inner), Math.round(outer / inner)]).toEqual([-1, -4]);
  });

  test('all features of a unit are drawn, one of them without boundary changes nothing', () => {
    const features = codes.map((id, place) => ({ id, geometry: polygon(place) }));
    const [first] = codes;
    const islands = [{ id: first, geometry: polygon(20) }, ...features, { id: first, geometry: null }];
    expect(drawn(collection(features))[0]?.match(/M/gu)).toHaveLength(1);
    expect(drawn(collection(islands))[0]?.match(/M/gu)).toHaveLength(2);
  });

  test('the way round of a ring does not matter, nor whether it is in degrees or in metres from elsewhere', () => {
    const turned = collection(
      codes.map((id, place) => ({ id, geometry: { type: 'Polygon', coordinates: [square(place).toReversed()] } })),
    );
    const plain = collection(codes.map((id, place) => ({ id, geometry: polygon(place) })));
    const boxes = (text: string): readonly string[] =>
      drawn(text).map((path) => [...new Set(path.match(/-?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?/gu))].toSorted().join(' '));
    expect(boxes(turned)).toEqual(boxes(plain));
    const metres = plain.replaceAll(
      /\[(\d+),(\d+)\]/gu,
      (_, x: string, y: string) => `[${Number(x) * 1000},${Number(y) * 1000}]`,
    );
    expect(drawn(metres)).toHaveLength(codes.length);
  });
});
