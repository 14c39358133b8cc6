import { type Issue, issue } from '../messages/index.ts';
import { criterionPath, placeAt } from './places.ts';
import type { Subject } from './subject.ts';

/** Points of a set that adds none up: nobody would ever see them. */
export function idlePoints(subject: Subject): readonly Issue[] {
  const { score, criteria } = subject.set;
  if (score !== null && score.model !== 'count') return [];
  return [...criteria.values()].flatMap((criterion) =>
    criterion.points === null
      ? []
      : [
          issue(
            'lint/idle-points',
            { criterion: criterion.id, counts: score !== null },
            placeAt(subject, [...criterionPath(criterion, subject), 'points']),
          ),
        ],
  );
}
