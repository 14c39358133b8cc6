export { type Acceptance, type Accepted, acceptanceOf, parseAccepted } from './accepted.ts';
export type * from './change.ts';
export { changes, type Comparison, compareSets, type Trees } from './changes.ts';
export { type Attribution, type HeldUnit, type UnitAttribution } from './attribution.ts';
export { type Impact, impactOf, type ImpactTask } from './impact.ts';
export { type Proofs, proofsOf } from './proofs.ts';
export { neededBy, readingSet, viewOf, withoutColumns } from './joint-data.ts';
export { type Crosswalk, crosswalk, type Link, type Proposal } from './crosswalk.ts';
export { CHANGE_IDS, type Concerns, KINDS, type Level } from './kinds.ts';
