import { type Issue, issue } from '../messages/index.ts';
import { compare, exactText } from '../number/index.ts';
import { criterionPath, placeAt } from './places.ts';
import type { Subject } from './subject.ts';

/** Deductions that never deduct anything: they leave all points at the least, or take none for each. */
export function idleDeduction(subject: Subject): readonly Issue[] {
  return [...subject.set.criteria.values()].flatMap((criterion) => {
    const { id, rule, points } = criterion;
    if (rule.kind !== 'deduct' || points === null) return [];
    const isFloor = compare(rule.floor, points) >= 0;
    const key = isFloor ? 'floor' : rule.each.num === 0n ? 'each' : rule.most?.num === 0n ? 'most' : null;
    if (key === null) return [];
    const args = { criterion: id, points: exactText(points), floor: exactText(isFloor ? rule.floor : points) };
    const path = [...criterionPath(criterion, subject), 'deduct', key];
    return [issue('lint/idle-deduction', args, placeAt(subject, path, 'value'))];
  });
}
