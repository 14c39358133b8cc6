import { compare, type Rational } from '../number/index.ts';
import type { Finding } from './finding.ts';

/** A part of a test that settles it, never a group that one of its own parts settles. */
export type Decisive = Exclude<Finding, { kind: 'not' }>;

/**
 * The part of a test that settles its state: the one to show when there is room for one. Of parts that all hold, the one
 * nearest its line; of a count (at least 3 of 5) the count itself.
 */
export function decisiveFinding(finding: Finding): Decisive {
  if (finding.kind === 'not') return decisiveFinding(finding.of);
  if (finding.kind !== 'group') return finding;
  if (!finding.all && finding.needed > 1 && finding.needed < finding.of.length) return finding;
  const settling = finding.of.filter(({ state }) => state === finding.state).map(decisiveFinding);
  const [first = finding, ...rest] = settling;
  return rest.reduce((nearest, other) => (isNearer(other, nearest) ? other : nearest), first);
}

function isNearer(one: Decisive, other: Decisive): boolean {
  const distance = distanceOf(one);
  const otherDistance = distanceOf(other);
  if (distance === null || otherDistance === null) return distance !== null;
  return compare(distance, otherDistance) < 0;
}

function distanceOf(finding: Decisive): Rational | null {
  if (finding.kind !== 'comparison' || finding.margin === null) return null;
  const { num, den } = finding.margin;
  return { num: num < 0n ? -num : num, den };
}
