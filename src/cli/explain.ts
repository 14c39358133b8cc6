import { rowsOf, type Scored, writeExplanation, writeExplanationMarkdown, writeJson } from '../report/index.ts';
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
  return {
    output: await render({ ...scored.value, rows: unit.rows }, request),
    issues: scored.issues,
    objected: objects(request.options.failOn, scored.value.assessments, scored.value.provenance.issues, unit.rows),
    read: filesOf(request),
  };
}

/** The unit in the form that was asked for. */
async function render(scored: Scored, { format, style }: Request): Promise<string> {
  switch (format) {
    case 'json':
      return writeJson({ ...scored, further: new Set(['ways', 'near']) }, style);
    case 'html':
      return (await import('../page/index.ts')).writeUnitPage(scored, style);
    default: {
      const write = format === 'md' ? writeExplanationMarkdown : writeExplanation;
      return rowsOf(scored)
        .map((row) => write(scored, row, style))
        .join('\n');
    }
  }
}
