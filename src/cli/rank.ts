import { writeRanking } from '../report/index.ts';
import { assessFiles, failed, filesOf, objects } from './assessment.ts';
import { unitMap } from './boundaries.ts';
import type { Outcome, Request } from './request.ts';
import { withSelection } from './selection.ts';
import { render } from './score.ts';

/** `xasach rank`: the units in order, with equal places. A JSON result keeps the order of the data, as the contract says. */
export async function rank(request: Request): Promise<Outcome> {
  const assessed = await assessFiles(request);
  if (!assessed.ok) return failed(assessed.issues);
  const { format, style, options } = request;
  const selected = withSelection(assessed.value, options, format !== 'json');
  if (!selected.ok) return failed(selected.issues);
  const scored = selected.value;
  const map = await unitMap(request, scored);
  if (!map.ok) return failed(map.issues);
  return {
    output: format === 'table' ? writeRanking(scored, style) : await render(scored, request, map.value),
    issues: assessed.issues,
    objected: objects(options.failOn, assessed.value.assessments, assessed.value.provenance.issues),
    read: filesOf(request),
  };
}
