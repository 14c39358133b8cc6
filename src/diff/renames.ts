import { type Link, pairIn } from '../criteria/index.ts';
import type { ChangeId } from '../messages/index.ts';
import { changeOf, type Context, pathOf, subjectOf, valueOf } from './context.ts';
import type { Section } from './facet.ts';
import type { Planned } from './planned.ts';
import { plainText } from './shown.ts';

/** What goes on under another id: told once, and no change of the formulas that name it. */
export function renamesIn<N>(
  section: Section<N>,
  id: ChangeId,
  links: readonly Link[],
  context: Context,
): readonly Planned[] {
  const nodes = section.nodes(context.sets);
  return links.flatMap(pairIn).flatMap(([from, to]) => {
    const [before, after] = [nodes.base.get(to), nodes.revision.get(to)];
    if (from === to || before === undefined || after === undefined) return [];
    const change = changeOf(
      {
        id,
        path: pathOf(section, to, ''),
        subject: subjectOf(section, [to], after),
        before: valueOf(plainText(from), context.placeOf(section, 'base', { id: to, node: before }, '')),
        after: valueOf(plainText(to), context.placeOf(section, 'revision', { id: to, node: after }, '')),
        cite: section.cite(after),
        office: null,
        effects: [],
      },
      context,
    );
    return [{ change, edit: null }];
  });
}
