import { type Scored, writeExplanation, writeJson } from '../report/index.ts';
import { assessFiles, failed, filesOf, objects } from './assessment.ts';
import type { Outcome, Request } from './request.ts';
import { findUnit } from './unit-in-data.ts';

/** `xasach explain`: one unit in full, once for each of its periods. */
export async function explain(request: Request): Promise<Outcome> {
  const [asked = ''] = request.arguments.unit;
  const scored = await assessFiles(request);
  if (!scored.ok) return failed(scored.issues);
  const unit = findUnit(scored.value.assessments.dataset, asked);
  if (!unit.ok) return failed([unit.issue]);
  const { style } = request;
  const pages = unit.rows.map((row) => writeExplanation(scored.value, row, style));
  return {
    output:
      request.format === 'json'
        ? writeJson({ ...about(scored.value, asked), rows: unit.rows, further: new Set(['ways', 'near']) }, style)
        : pages.join('\n'),
    issues: scored.issues,
    objected: objects(request.options.failOn, scored.value.assessments, scored.value.provenance.issues, unit.rows),
    read: filesOf(request),
  };
}

/** A result says which unit was asked for. */
function about(scored: Scored, unit: string): Scored {
  const { provenance } = scored;
  return { ...scored, provenance: { ...provenance, options: { ...provenance.options, unit } } };
}
