import { extent } from 'd3-array';
import { geoPath, type GeoPermissibleObjects, geoTransform } from 'd3-geo';
import { PASS, UNKNOWN } from '../formula/index.ts';
import { countText, verdictWords } from '../report/index.ts';
import type { Area, Ring, UnitMap } from './boundaries.ts';
import { html } from './html.ts';
import { OPEN_COLOUR, type PageContext } from './page-context.ts';
import type { PageSection } from './shell.ts';

const WIDTH = 1000;
const HIGHEST = 1200;
/** Points of an outline that are nearer to each other than this are drawn as one. */
const FINEST = 0.8;
/** The least room, in drawn units squared, in which a sign is put. */
const ROOM_FOR_SIGN = 260;

/** The units on a map of the user's own boundaries, in the colours of their classes. */
export function mapSection(context: PageContext, { file, areas }: UnitMap): PageSection {
  const { scored, set, lang, page, report, colours, nameOf, texts, rows, idOf } = context;
  const drawn = [...areas].flatMap(([row, { outline }]) =>
    outline === null ? [] : [{ row, shape: shapeOf(outline) }],
  );
  const outside = rows.filter((row) => areas.get(row)?.outline === null);
  const { path, height } = projected(drawn.map(({ shape }) => shape));
  const shapes = drawn.map(
    ({ row, shape }) =>
      html`<path class="${context.colourOf(row)}" d="${path(shape) ?? ''}"><title>${nameOf(row)}: ${texts.className(row)}</title></path>\n`,
  );
  const signs = drawn.flatMap(({ row, shape }) => {
    const state = scored.assessments.certified[row];
    const sign = state === PASS ? '✓' : state === UNKNOWN ? '?' : null;
    if (sign === null || path.area(shape) < ROOM_FOR_SIGN) return [];
    const [x, y] = path.centroid(shape);
    return [html`<text x="${Math.round(x)}" y="${Math.round(y) + 6}">${sign}</text>`];
  });
  const legend = [
    ...[...set.classes.values()].map(({ id, label }) => ({
      colour: colours.get(id) ?? OPEN_COLOUR,
      label: label[lang],
    })),
    { colour: OPEN_COLOUR, label: report.undetermined },
  ].map(({ colour, label }) => html`<li><span class="class ${colour}">${label}</span></li>`);
  const without = outside.map((row) => html`<li><a href="#${idOf(row)}">${nameOf(row)}</a></li>`);
  const body = html`<ul class="legend">${legend}</ul>
<svg class="map" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${page.mapPicture(countText(drawn.length, lang), verdictWords(scored, lang).certified)}">${shapes}<g class="signs">${signs}</g></svg>
${without.length === 0 ? null : html`<p>${page.withoutBoundary}</p>\n<ul class="inline">${without}</ul>`}<p class="place">${page.boundariesFrom(file)}</p>`;
  return { id: 'map', title: page.map, body };
}

function shapeOf(outline: NonNullable<Area['outline']>): GeoPermissibleObjects {
  return {
    type: 'MultiPolygon',
    coordinates: outline.map((polygon) => polygon.map((ring, place) => wound(ring, place > 0).map(([x, y]) => [x, y]))),
  };
}

/** A ring that goes round one way, a hole the other way: only so is a hole left out where the shape is filled and measured. */
function wound(ring: Ring, isHole: boolean): Ring {
  const twice = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return twice < 0 === isHole ? ring : ring.toReversed();
}

/** A plane projection that fits all shapes: degrees are narrowed by the cosine of their latitude, metres stay as they are. */
function projected(shapes: readonly GeoPermissibleObjects[]) {
  const plain = geoPath();
  const corners = shapes.map((shape) => planeBounds(shape));
  const [west = 0, east = 1] = extent(corners.flatMap(([[left], [right]]) => [left, right]));
  const [south = 0, north = 1] = extent(corners.flatMap(([[, low], [, high]]) => [low, high]));
  const isDegrees = Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90 && Math.abs(north) <= 90;
  const narrow = isDegrees ? Math.cos((((south + north) / 2) * Math.PI) / 180) : 1;
  const [across, up] = [(east - west) * narrow || 1, north - south || 1];
  const scale = Math.min(WIDTH / across, HIGHEST / up);
  const left = (WIDTH - across * scale) / 2;
  let last: readonly [number, number] | null = null;
  const projection = geoTransform({
    lineStart() {
      last = null;
      this.stream.lineStart();
    },
    point(x, y) {
      const place = [left + (x - west) * narrow * scale, (north - y) * scale] as const;
      if (last !== null && Math.hypot(place[0] - last[0], place[1] - last[1]) < FINEST) return;
      last = place;
      this.stream.point(place[0], place[1]);
    },
  });
  return { path: plain.projection(projection).digits(1), height: Math.ceil(up * scale) };
}

/** The bounds of a shape on the plane its coordinates are given in. */
function planeBounds(shape: GeoPermissibleObjects) {
  return geoPath(geoTransform({})).bounds(shape);
}
