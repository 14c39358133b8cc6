import { type Criterion, entryAt, type Path, pathText, received } from '../criteria/index.ts';
import type { IssueDetails } from '../messages/index.ts';
import type { Subject } from './subject.ts';

/** Where an issue stands: at the key or the value of a node, or at the start of the file where the node is missing. */
export function placeAt({ source }: Subject, path: Path, at: 'key' | 'value' = 'key'): IssueDetails {
  const found = entryAt(source.tree, path);
  if (found === null) return { position: source.tree.at, path: pathText(path) };
  const position = at === 'key' ? found.key : found.value.at;
  return { position, path: pathText(path), received: at === 'key' ? null : received(found.value) };
}

/** The path of a criterion, through the groups it is a part of. */
export function criterionPath(criterion: Criterion, subject: Pick<Subject, 'set'>): Path {
  const group = criterion.group === null ? undefined : subject.set.criteria.get(criterion.group);
  return group === undefined ? ['criteria', criterion.id] : [...criterionPath(group, subject), 'parts', criterion.id];
}
