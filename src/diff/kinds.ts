import type { ChangeId } from '../messages/index.ts';
import type { Direction } from './change.ts';

/** How much a change asks of its readers: `major` can move a unit, `notice` needs somebody to act, `info` is good to know. */
export type Level = 'major' | 'notice' | 'info';

/** Who has to do with a change: the units assessed, the offices that report, the authority that applies the set, its readers. */
export type Concerns = 'units' | 'offices' | 'authority' | 'readers';

/** What sets one kind of change apart. */
interface Kind {
  readonly level: Level;
  readonly concerns: Concerns;
  /** The kind of the same change seen from the other side. */
  readonly swapped: ChangeId;
}

const units = (swapped: ChangeId): Kind => ({ level: 'major', concerns: 'units', swapped });
const offices = (swapped: ChangeId): Kind => ({ level: 'notice', concerns: 'offices', swapped });
const authority = (swapped: ChangeId): Kind => ({ level: 'notice', concerns: 'authority', swapped });
const readers = (swapped: ChangeId): Kind => ({ level: 'info', concerns: 'readers', swapped });

/**
 * Every kind of change. Scripts and lists of accepted changes name these ids: one is never renamed, and none disappears.
 */
export const KINDS: Readonly<Record<ChangeId, Kind>> = {
  // what a criterion asks for
  'threshold-tightened': units('threshold-loosened'),
  'threshold-loosened': units('threshold-tightened'),
  'threshold-changed': units('threshold-changed'),
  'test-changed': units('test-changed'),
  'bands-changed': units('bands-changed'),
  'deduction-changed': units('deduction-changed'),
  'criterion-added': units('criterion-removed'),
  'criterion-removed': units('criterion-added'),
  'criterion-renamed': readers('criterion-renamed'),
  'criterion-split': units('criterion-merged'),
  'criterion-merged': units('criterion-split'),
  'criterion-regrouped': units('criterion-regrouped'),
  'mandatory-added': units('mandatory-removed'),
  'mandatory-removed': units('mandatory-added'),
  'applies-when-changed': units('applies-when-changed'),
  'not-applicable-policy-changed': units('not-applicable-policy-changed'),
  // points
  'points-moved': units('points-moved'),
  'points-changed': units('points-changed'),
  'bonus-changed': units('bonus-changed'),
  'cap-changed': units('cap-changed'),
  'weight-changed': units('weight-changed'),
  'score-model-changed': units('score-model-changed'),
  'rounding-changed': units('rounding-changed'),
  // classes
  'class-added': units('class-removed'),
  'class-removed': units('class-added'),
  'class-rule-changed': units('class-rule-changed'),
  'class-order-changed': units('class-order-changed'),
  'certifies-changed': units('certifies-changed'),
  // numbers
  'measure-added': readers('measure-removed'),
  'measure-removed': readers('measure-added'),
  'measure-changed': units('measure-changed'),
  // data
  'indicator-added': offices('indicator-removed'),
  'indicator-removed': offices('indicator-added'),
  'indicator-renamed': offices('indicator-renamed'),
  'indicator-changed': offices('indicator-changed'),
  'provider-changed': offices('provider-changed'),
  'check-added': offices('check-removed'),
  'check-removed': offices('check-added'),
  'check-changed': offices('check-changed'),
  // what the set is and how it is applied
  'effective-changed': authority('effective-changed'),
  'status-changed': authority('status-changed'),
  'period-changed': authority('period-changed'),
  'unit-level-changed': authority('unit-level-changed'),
  'lower-set-changed': authority('lower-set-changed'),
  'reviewed-changed': readers('reviewed-changed'),
  'rank-changed': authority('rank-changed'),
  'ties-changed': authority('ties-changed'),
  'target-added': authority('target-removed'),
  'target-removed': authority('target-added'),
  'target-changed': authority('target-changed'),
  'reading-added': authority('reading-removed'),
  'reading-removed': authority('reading-added'),
  'reading-changed': authority('reading-changed'),
  // texts
  'remark-added': readers('remark-removed'),
  'remark-removed': readers('remark-added'),
  'remark-changed': readers('remark-changed'),
  'source-added': readers('source-removed'),
  'source-removed': readers('source-added'),
  'source-changed': readers('source-changed'),
  'cite-changed': readers('cite-changed'),
  'wording-only': readers('wording-only'),
};

/** Every kind of change, in the order in which they are listed. */
export const CHANGE_IDS: readonly ChangeId[] = Object.keys(KINDS).filter((id): id is ChangeId =>
  Object.hasOwn(KINDS, id),
);

/** Every direction, in the order in which changes are told. */
export const DIRECTIONS: readonly Direction[] = ['stricter', 'looser', 'either', 'none'];

/** Every level, the most pressing first. */
export const LEVELS: readonly Level[] = ['major', 'notice', 'info'];

/** What moves nobody needs no more than a look. */
export function levelOf(level: Level, direction: Direction): Level {
  return level === 'major' && direction === 'none' ? 'notice' : level;
}
