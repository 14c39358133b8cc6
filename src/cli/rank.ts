import { writeRanking } from '../report/index.ts';
import { assessFiles, failed, filesOf, objects } from './assessment.ts';
import type { Outcome, Request } from './request.ts';
import { render } from './score.ts';

/** `xasach rank`: the units in order, with equal places. A JSON result keeps the order of the data, as the contract says. */
export async function rank(request: Request): Promise<Outcome> {
  const assessed = await assessFiles(request);
  if (!assessed.ok) return failed(assessed.issues);
  const { format, style, options } = request;
  const scored =
    format === 'json'
      ? assessed.value
      : { ...assessed.value, rows: (assessed.value.groups ?? assessed.value).ranking.order };
  return {
    output: format === 'table' ? writeRanking(scored, style) : await render(scored, request),
    issues: assessed.issues,
    objected: objects(options.failOn, scored),
    read: filesOf(request),
  };
}
