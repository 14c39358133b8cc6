import { type Decisive, decisiveFinding, type Finding } from '../../explain/index.ts';

/** The part that settles a criterion, and whether the criterion asks for the opposite of it. */
export interface Settled {
  readonly finding: Decisive;
  readonly negated: boolean;
}

/** The one part of a test to show when there is room for one. */
export function settle(finding: Finding): Settled {
  const decisive = decisiveFinding(finding);
  return { finding: decisive, negated: isNegated(finding, decisive) ?? false };
}

/** Whether an odd number of `not` stands around a part; `null` where the part is not found. */
function isNegated(around: Finding, part: Finding): boolean | null {
  if (around === part) return false;
  if (around.kind === 'not') {
    const inner = isNegated(around.of, part);
    return inner === null ? null : !inner;
  }
  if (around.kind !== 'group') return null;
  for (const inner of around.of) {
    const found = isNegated(inner, part);
    if (found !== null) return found;
  }
  return null;
}
