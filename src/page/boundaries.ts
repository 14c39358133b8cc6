import type { Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { canonicalKey, UNIT_COLUMNS } from '../data/index.ts';
import { isRecord, type Issue, issue, type Result, unitName } from '../messages/index.ts';
import { harmless, readJson, type Scored } from '../report/index.ts';

/** The outlines of units: rings of positions, each the eastward and the northward coordinate. */
export type Outline = readonly (readonly Ring[])[];
export type Ring = readonly (readonly [number, number])[];

/** One area of a file of boundaries. */
export interface Area {
  readonly code: string;
  /** `null` for a unit that is known to have none. */
  readonly outline: Outline | null;
}

/** A file of boundaries that a user gave. */
export interface Boundaries {
  readonly file: string;
  readonly areas: readonly Area[];
}

/** Names of the property with the code of a unit, beside the headers that a data file may have. */
const CODE_NAMES = ['code', 'ma', 'ma xa', 'maxa', 'ma dvhc', 'ma don vi', 'commune code', 'unit code', 'ward code'];
const KNOWN_NAMES: ReadonlySet<string> = new Set(
  [...CODE_NAMES, UNIT_COLUMNS.code.label.vi, UNIT_COLUMNS.code.label.en, ...UNIT_COLUMNS.code.aliases].map(
    canonicalKey,
  ),
);

/**
 * Reads boundaries: GeoJSON (RFC 7946) or TopoJSON, each area with the code of its unit as a property or as its id.
 *
 * @param text The file as text.
 * @param file Its name, for messages.
 */
export function parseBoundaries(text: string, file: string): Result<Boundaries> {
  const fault = (found: Issue): Result<Boundaries> => ({ ok: false, issues: [found] });
  const position = { file };
  const json = readJson(text, file);
  if (!json.ok) return fault(issue('boundaries/not-json', {}, { position: json.position }));
  const features = featuresIn(json.value);
  if (features === null) return fault(issue('boundaries/no-areas', {}, { position }));
  const outlines = new Map<string, Outline | null>();
  for (const { code, geometry } of features) {
    if (code === null) continue;
    const outline = geometry === null ? null : outlineOf(geometry);
    if (outline === undefined) return fault(issue('boundaries/bad-outline', {}, { position, received: code }));
    // A unit of several islands may be as many features.
    const before = outlines.get(code) ?? null;
    outlines.set(code, before === null || outline === null ? (before ?? outline) : [...before, ...outline]);
  }
  const areas = [...outlines].map(([code, outline]): Area => ({ code, outline }));
  if (areas.length === 0) return fault(issue('boundaries/no-codes', { known: ['code', 'ma', 'ma_xa'] }, { position }));
  return { ok: true, value: { file, areas }, issues: [] };
}

/** The areas of the units of a report, and the file they are from. */
export interface UnitMap {
  readonly file: string;
  readonly areas: ReadonlyMap<number, Area>;
}

/** How many units without boundaries a message names. */
const MOST_NAMED = 20;

/**
 * The areas of the units of a report; a code agrees with or without its leading zeros.
 *
 * @param rows The rows that need one.
 * @returns Each row with its area; or the units that the file lacks. One that has no boundary stands in it with a `null` geometry.
 */
export function areasOfUnits(
  { file, areas }: Boundaries,
  { assessments }: Scored,
  rows: readonly number[],
): Result<UnitMap> {
  const exact = new Map(areas.map((area) => [area.code, area]));
  const loose = new Map(areas.map((area) => [bare(area.code), area]));
  const { code, name } = assessments.dataset.units;
  const found = new Map(
    rows.flatMap((row) => {
      const own = code[row] ?? '';
      const area = exact.get(own) ?? loose.get(bare(own));
      return area === undefined ? [] : [[row, area] as const];
    }),
  );
  const lacking = rows.filter((row) => !found.has(row));
  if (lacking.length === 0) return { ok: true, value: { file, areas: found }, issues: [] };
  const units = lacking
    .slice(0, MOST_NAMED)
    .map((row) => harmless(unitName({ code: code[row] ?? '', name: name[row] ?? null })));
  const args = { units, lacking: lacking.length, of: rows.length };
  return { ok: false, issues: [issue('boundaries/lacks-units', args, { position: { file } })] };
}

function bare(code: string): string {
  return /^\d+$/u.test(code) ? code.replace(/^0+(?=\d)/u, '') : code;
}

interface CodedGeometry {
  readonly code: string | null;
  readonly geometry: unknown;
}

/** All features with their codes; `null` where the text holds none. */
function featuresIn(json: unknown): readonly CodedGeometry[] | null {
  if (!isRecord(json)) return null;
  if (isTopology(json)) return featuresOfTopology(json);
  if (json['type'] === 'Feature') return [coded(json)];
  if (json['type'] !== 'FeatureCollection' || !Array.isArray(json['features'])) return null;
  return json['features'].filter(isRecord).map(coded);
}

function featuresOfTopology(topology: Topology): readonly CodedGeometry[] | null {
  try {
    return Object.values(topology.objects).flatMap((object) => {
      const found = feature(topology, object);
      const features = 'features' in found ? found.features : [found];
      return features.map(
        ({ id, properties, geometry }: { id?: unknown; properties: unknown; geometry: Geometry | null }) =>
          coded({ id, properties, geometry }),
      );
    });
  } catch {
    // Arcs that are named and are not there.
    return null;
  }
}

function coded({ id, properties, geometry }: Readonly<Record<string, unknown>>): CodedGeometry {
  const named = Object.entries(isRecord(properties) ? properties : {}).find(([name]) =>
    KNOWN_NAMES.has(canonicalKey(name)),
  );
  const code = named?.[1] ?? id;
  const text = typeof code === 'number' || typeof code === 'string' ? String(code).trim() : '';
  return { code: text === '' ? null : text, geometry: geometry ?? null };
}

/** The rings of a polygon or of several; `undefined` for what is none. */
function outlineOf(geometry: unknown): Outline | undefined {
  if (!isRecord(geometry)) return undefined;
  const { type, coordinates } = geometry;
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined;
  return isOutline(polygons) ? polygons : undefined;
}

function isOutline(value: unknown): value is Outline {
  return isListOf(value, (polygon) => isListOf(polygon, (ring) => isListOf(ring, isPlace)));
}

function isPlace(value: unknown): boolean {
  return Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isItem(item));
}

function isTopology(value: object): value is Topology {
  return (
    'type' in value &&
    value.type === 'Topology' &&
    'objects' in value &&
    isRecord(value.objects) &&
    'arcs' in value &&
    Array.isArray(value.arcs)
  );
}
