export { type Decisive, decisiveFinding } from './decisive.ts';
export { decidingCriteria } from './deciding.ts';
export { asState, type ComparisonFinding, type Finding, findingOf, observedIn } from './finding.ts';
export { decidingGates, type GateFinding } from './gates.ts';
export { type MissingCell, missingCells } from './missing.ts';
