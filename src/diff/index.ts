export { type Acceptance, type Accepted, acceptanceOf, parseAccepted } from './accepted.ts';
export type * from './change.ts';
export { changes, type Comparison, compareSets, type Trees } from './changes.ts';
export { type Crosswalk, crosswalk, type Link, type Proposal } from './crosswalk.ts';
export { CHANGE_IDS, type Concerns, KINDS, type Level } from './kinds.ts';
