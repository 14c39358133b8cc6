export { type CatalogEntry, catalogEntry, choose, type Chosen } from './catalog.ts';
export type * from './criteria-set.ts';
export type { Header } from './header.ts';
export { meritOf } from './merit.ts';
export { type Choice, type CriteriaSource, parseCriteria, resolveReadings } from './parse.ts';
export { isInForce, type Period, periodOf, type Validity, validityIssues } from './period.ts';
export { criteriaJsonSchema } from './schema.ts';
export { scopeOf } from './scope.ts';
