import { writeTable } from '../report/index.ts';
import type { Format } from './options.ts';
import { reportUnits } from './report-units.ts';
import type { Outcome, Request } from './request.ts';

/** Forms for people, in which units stand in order of rank. */
const RANKED: readonly Format[] = ['table', 'md', 'xlsx'];

/** Forms of one line a unit, which large files can be written in part by part. */
const LINE_BY_LINE: readonly Format[] = ['csv', 'ndjson'];

/** `xasach score`: class, points, verdict and rank of every unit. */
export async function score(request: Request): Promise<Outcome> {
  const { format } = request;
  const large = LINE_BY_LINE.includes(format) ? await (await import('./score-large.ts')).scoreLarge(request) : null;
  return large ?? reportUnits(request, { writeTable, isRanked: RANKED.includes(format) });
}
