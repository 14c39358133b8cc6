export { type Decisive, decisiveFinding } from './decisive.ts';
export { decidingCriteria } from './deciding.ts';
export { asState, type ComparisonFinding, type Finding, findingOf } from './finding.ts';
export { type MissingCell, missingCells } from './missing.ts';
