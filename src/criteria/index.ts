export { WORDS } from './keywords.ts';
export { type CatalogEntry, choose, type Chosen, isPath } from './catalog.ts';
export { withChoiceIds } from './choice-labels.ts';
export { catalogEntry, statedId } from './catalog-entry.ts';
export type * from './criteria-set.ts';
export { formIssues } from './faults.ts';
export { withoutFollowUps } from './follow-ups.ts';
export { FORMS, isDay } from './forms.ts';
export { askedInFull, fullPoints, reaches } from './full-points.ts';
export type { Header } from './header.ts';
export { type Lineage, lineageOf, type Link, pairIn } from './lineage.ts';
export { meritOf } from './merit.ts';
export {
  type ExtendedSet,
  extendedSet,
  layOverlay,
  type ParseOptions,
  parseShipped,
  parseSource,
  resolveReadings,
} from './parse.ts';
export { parseCriteria, type ParseCriteriaOptions } from './parse-criteria.ts';
export { idAt, numberOf, numbersOf } from './numbering.ts';
export { compareVersions } from './version-order.ts';
export { dayOutsideValidity, isPeriodId, type Period, periodOf, type Validity, validityIssues } from './period.ts';
export { criteriaJsonSchema } from './schema.ts';
export { rollupIssues, rollupScope } from './rollup.ts';
export { rollupFormulas, type Rollup, rollupOf, shareColumns, shareOfColumn } from './rollup-formula.ts';
export { classScopeOf, countsAs, scopeOf } from './scope.ts';
export {
  type Branch,
  child,
  entriesOf,
  type Entry,
  entryAt,
  entryOf,
  itemsOf,
  type Leaf,
  type List,
  pathText,
  received,
  textOf,
  type Path,
  type Plain,
  type Tree,
} from './tree.ts';
export { type Choice, type CriteriaSource, resolvedTree, unknownReading } from './readings.ts';
export { readContent } from './read.ts';
export { roundingOf } from './score-rounding.ts';
export { sha256, sha256Hex } from './sha256.ts';
export { pressSource, resolveShipped, type Shipped, shippedSource } from './shipped.ts';
export type { Touched } from './overlay.ts';
export { readCite, readRational, readWords } from './values.ts';
export { isWhole } from './whole-numbers.ts';
export { readYaml } from './yaml.ts';
