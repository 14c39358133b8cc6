import type { UnitMap } from '../page/index.ts';
import {
  type Scored,
  writeJson,
  writeMarkdown,
  writeNdjson,
  type WriteReport,
  writeResultWorkbook,
} from '../report/index.ts';
import { assessFiles, failed, filesOf, objects } from './assessment.ts';
import { unitMap } from './boundaries.ts';
import { withSelection } from './selection.ts';
import type { Outcome, Request } from './request.ts';

/** What a command makes of many units in its own way. */
interface Way {
  /** Writes the report for a terminal. */
  readonly writeTable: WriteReport;
  /** Whether units stand in order of rank, else in that of the data. */
  readonly isRanked: boolean;
}

/** What is worked out of every unit only when asked, as it takes its time. */
const FURTHER = ['ways', 'near'] as const;

/** Assesses the files and reports the units that were asked for; `--fail-on` is about those that `--where` chose. */
export async function reportUnits(request: Request, { writeTable, isRanked }: Way): Promise<Outcome> {
  const assessed = await assessFiles(request);
  if (!assessed.ok) return failed(assessed.issues);
  const { options } = request;
  const selected = withSelection(assessed.value, options, isRanked);
  if (!selected.ok) return failed(selected.issues);
  const map = await unitMap(request, selected.value);
  if (!map.ok) return failed(map.issues);
  const further = FURTHER.filter((what) => options[what]);
  const shown: Scored = further.length === 0 ? selected.value : { ...selected.value, further: new Set(further) };
  const { assessments, provenance, rows } = assessed.value;
  return {
    output: await render(shown, request, writeTable, map.value),
    issues: assessed.issues,
    objected: objects(options.failOn, assessments, provenance.issues, rows),
    read: filesOf(request),
  };
}

/** A result in the form that was asked for. */
async function render(
  scored: Scored,
  { format, style, options }: Request,
  writeTable: WriteReport,
  map: UnitMap | null,
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
