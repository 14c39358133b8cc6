import type { UnitMap } from '../page/index.ts';
import {
  type Scored,
  writeJson,
  writeMarkdown,
  writeNdjson,
  writeResultWorkbook,
  writeTable,
} from '../report/index.ts';
import { assessFiles, failed, filesOf, objects } from './assessment.ts';
import { unitMap } from './boundaries.ts';
import type { Format } from './options.ts';
import { withSelection } from './selection.ts';
import type { Outcome, Request } from './request.ts';

/** Forms in which units stand in order of rank. */
const RANKED: readonly Format[] = ['table', 'md', 'xlsx'];

/** Forms of one line a unit, which large files can be written in part by part. */
const LINE_BY_LINE: readonly Format[] = ['csv', 'ndjson'];

/** What is worked out of every unit only when asked, as it takes its time. */
const FURTHER = ['ways', 'near'] as const;

/** `xasach score`: class, points, verdict and rank of every unit. */
export async function score(request: Request): Promise<Outcome> {
  const large = LINE_BY_LINE.includes(request.format)
    ? await (await import('./score-large.ts')).scoreLarge(request)
    : null;
  if (large !== null) return large;
  const scored = await assessFiles(request);
  if (!scored.ok) return failed(scored.issues);
  const { options, format } = request;
  // In the table and on pages for people, units stand in order of rank.
  const selected = withSelection(scored.value, options, RANKED.includes(format));
  if (!selected.ok) return failed(selected.issues);
  const map = await unitMap(request, selected.value);
  if (!map.ok) return failed(map.issues);
  const further = FURTHER.filter((what) => options[what]);
  const shown: Scored = further.length === 0 ? selected.value : { ...selected.value, further: new Set(further) };
  return {
    output: await render(shown, request, map.value),
    issues: scored.issues,
    objected: objects(options.failOn, scored.value.assessments, scored.value.provenance.issues, scored.value.rows),
    read: filesOf(request),
  };
}

/** A result in the form that was asked for. */
export async function render(
  scored: Scored,
  { format, style, options }: Request,
  map: UnitMap | null = null,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'table':
      return writeTable(scored, style);
    case 'csv':
      return (await import('./csv-report.ts')).writeCsv(scored, { ...style, excel: options.excel });
    case 'json':
      return writeJson(scored, style);
    case 'ndjson':
      return writeNdjson(scored, style);
    case 'md':
      return writeMarkdown(scored, style);
    case 'html':
      return (await import('../page/index.ts')).writeScorePage(scored, style, map);
    case 'xlsx':
      return writeResultWorkbook(scored, style.lang);
    default:
      return format satisfies never;
  }
}
