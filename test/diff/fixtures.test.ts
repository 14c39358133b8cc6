import { describe, expect, test } from 'vitest';
import { CHANGE_IDS, type Change, diff, type Direction, KINDS } from '../../src/diff/index.ts';
import type { ChangeId } from '../../src/messages/index.ts';
import { type ReadSet, setAt } from './read.ts';

/** What each pair of fixtures shows: where, which way, and what cannot but change with it. */
interface Expected {
  readonly path: string;
  readonly direction: Direction;
  /** The path seen from the other side, where that is another. */
  readonly swappedPath?: string;
  readonly also?: readonly ChangeId[];
}

const EXPECTED: Readonly<Record<ChangeId, Expected>> = {
  'threshold-tightened': { path: 'criteria.M.2.test', direction: 'stricter' },
  'threshold-loosened': { path: 'criteria.A.2.bands', direction: 'looser' },
  'threshold-changed': { path: 'criteria.A.2.bands', direction: 'either' },
  'test-changed': { path: 'criteria.A.1.test', direction: 'stricter' },
  'bands-changed': { path: 'criteria.A.2.bands', direction: 'looser' },
  'deduction-changed': { path: 'criteria.B.deduct', direction: 'stricter' },
  'criterion-added': { path: 'criteria.A.3', direction: 'looser' },
  'criterion-removed': { path: 'criteria.M.4', direction: 'looser' },
  'criterion-renamed': { path: 'criteria.M.5', direction: 'none', swappedPath: 'criteria.M.2' },
  'criterion-split': { path: 'criteria.A.1', direction: 'looser' },
  'criterion-merged': { path: 'criteria.A.1', direction: 'stricter' },
  'criterion-regrouped': { path: 'criteria.A.2.group', direction: 'either' },
  'mandatory-added': { path: 'criteria.M.3.mandatory', direction: 'stricter' },
  'mandatory-removed': { path: 'criteria.M.1.mandatory', direction: 'looser' },
  'applies-when-changed': { path: 'criteria.B.applies_when', direction: 'stricter' },
  'not-applicable-policy-changed': { path: 'criteria.B.not_applicable', direction: 'stricter' },
  'points-moved': { path: 'criteria.A.1.points, criteria.D.1.points', direction: 'either' },
  'points-changed': { path: 'criteria.A.3.points', direction: 'looser' },
  'bonus-changed': { path: 'criteria.A.3.bonus', direction: 'either', also: ['score-model-changed'] },
  'cap-changed': { path: 'criteria.A.cap', direction: 'stricter' },
  'weight-changed': { path: 'criteria.A.weight', direction: 'either' },
  'score-model-changed': {
    path: 'score',
    direction: 'either',
    also: ['weight-changed', 'weight-changed', 'weight-changed'],
  },
  'rounding-changed': { path: 'score.round', direction: 'stricter' },
  'class-added': { path: 'classes.fair', direction: 'looser' },
  'class-removed': { path: 'classes.fair', direction: 'stricter' },
  'class-rule-changed': { path: 'classes.fair.when', direction: 'stricter' },
  'class-order-changed': { path: 'classes', direction: 'either' },
  'certifies-changed': { path: 'classes.fair.certifies', direction: 'looser' },
  'measure-added': { path: 'measures.double', direction: 'none' },
  'measure-removed': { path: 'measures.double', direction: 'none' },
  'measure-changed': { path: 'measures.rate.formula', direction: 'stricter' },
  'indicator-added': { path: 'indicators.schools', direction: 'none' },
  'indicator-removed': { path: 'indicators.schools', direction: 'none' },
  'indicator-renamed': { path: 'indicators.leaflets', direction: 'none', swappedPath: 'indicators.clips' },
  'indicator-changed': { path: 'indicators.users.measured', direction: 'either' },
  'provider-changed': { path: 'indicators.people.provider', direction: 'none' },
  'check-added': { path: 'checks.cases <= 1000', direction: 'none' },
  'check-removed': { path: 'checks.cases <= 1000', direction: 'none' },
  'check-changed': { path: 'checks.users <= people', direction: 'none' },
  'effective-changed': { path: 'effective', direction: 'none' },
  'status-changed': { path: 'status', direction: 'none' },
  'period-changed': { path: 'period', direction: 'either' },
  'unit-level-changed': { path: 'unit', direction: 'none' },
  'lower-set-changed': { path: 'from', direction: 'either' },
  'reviewed-changed': { path: 'reviewed', direction: 'none' },
  'rank-changed': { path: 'rank', direction: 'either' },
  'ties-changed': { path: 'ties', direction: 'looser' },
  'target-added': { path: 'targets.2025', direction: 'stricter' },
  'target-removed': { path: 'targets.2025', direction: 'looser' },
  'target-changed': { path: 'targets.2030', direction: 'stricter' },
  'reading-added': { path: 'readings.count', direction: 'none' },
  'reading-removed': { path: 'readings.count', direction: 'none' },
  'reading-changed': { path: 'readings.limit.default', direction: 'looser', also: ['threshold-loosened'] },
  'remark-added': { path: 'remarks.plan', direction: 'none' },
  'remark-removed': { path: 'remarks.plan', direction: 'none' },
  'remark-changed': { path: 'remarks.model', direction: 'none' },
  'source-added': { path: 'sources.plan', direction: 'none' },
  'source-removed': { path: 'sources.plan', direction: 'none' },
  'source-changed': { path: 'sources.rule', direction: 'none' },
  'cite-changed': { path: 'criteria.M.2.cite', direction: 'none' },
  'wording-only': { path: 'criteria.M.2.title', direction: 'none' },
};

const OPPOSITE: Readonly<Record<Direction, Direction>> = {
  stricter: 'looser',
  looser: 'stricter',
  either: 'either',
  none: 'none',
};

function pairOf(id: ChangeId): { readonly base: ReadSet; readonly revision: ReadSet } {
  return { base: setAt(`fixtures/diff/${id}_base.yaml`), revision: setAt(`fixtures/diff/${id}_revision.yaml`) };
}

function told(base: ReadSet, revision: ReadSet): readonly Change[] {
  return diff(base.set, revision.set, { base: base.tree, revision: revision.tree });
}

const sorted = (ids: readonly ChangeId[]): readonly ChangeId[] => ids.toSorted();

test('every kind of change has a pair of fixtures', () => {
  expect(Object.keys(EXPECTED).toSorted()).toEqual([...CHANGE_IDS].toSorted());
});

describe.each(CHANGE_IDS)('%s', (id) => {
  const { path, direction, swappedPath = path, also = [] } = EXPECTED[id];

  test('is told, where it is and which way it goes, and nothing else', () => {
    const { base, revision } = pairOf(id);
    const found = told(base, revision);
    expect(sorted(found.map((change) => change.id))).toEqual(sorted([id, ...also]));
    expect(found.find((change) => change.id === id)).toMatchObject({ path, direction });
  });

  test('is the opposite when the sets are swapped', () => {
    const { base, revision } = pairOf(id);
    const found = told(revision, base);
    const swapped = KINDS[id].swapped;
    expect(sorted(found.map((change) => change.id))).toEqual(
      sorted([swapped, ...also.map((own) => KINDS[own].swapped)]),
    );
    const change = found.find((own) => own.id === swapped);
    expect(change).toMatchObject({ path: swappedPath, direction: OPPOSITE[direction] });
  });

  test('shows the old and the new value with their places', () => {
    const { base, revision } = pairOf(id);
    const change = told(base, revision).find((own) => own.id === id);
    const back = told(revision, base).find((own) => own.id === KINDS[id].swapped);
    expect(change?.before?.text).toEqual(back?.after?.text);
    expect(change?.after?.text).toEqual(back?.before?.text);
    expect([change?.before, change?.after].some((value) => value !== null)).toBe(true);
    for (const value of [change?.before, change?.after]) {
      if (value) expect(value.at?.line ?? (value.at === null ? 0 : -1)).toBeGreaterThanOrEqual(0);
    }
  });
});
