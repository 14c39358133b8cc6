/**
 * The public API: criteria and data in; classes, verdicts, reasons and ranks out. Synchronous and pure, for Node, a page
 * and a worker alike. What can go wrong with files is returned as issues; exceptions are mistakes of the programmer.
 *
 * @packageDocumentation
 */

// Criteria
export {
  type CatalogEntry,
  catalogEntry,
  type Check,
  type Choice,
  choose,
  type Chosen,
  type Cite,
  type Class,
  type CriteriaSet,
  type CriteriaSource,
  type Criterion,
  criteriaJsonSchema,
  type ExtendedSet,
  extendedSet,
  type Header,
  type Indicator,
  type IsoDate,
  type Measure,
  type Merge,
  parseCriteria,
  type ParseCriteriaOptions,
  parseSource,
  type Period,
  periodOf,
  type RankKey,
  type Reading,
  type ReadingOption,
  type Remark,
  resolveReadings,
  type Rounding,
  type Rule,
  type ScoreModel,
  type Source,
  type Status,
  type Step,
  type Target,
  type UnitLevel,
  type Validity,
  validityIssues,
} from './criteria/index.ts';
// Data
export {
  assemble,
  canonicalKey,
  type CellBounds,
  type ColumnMap,
  type DataFile,
  type Dataset,
  datasetFromRows,
  type Encoding,
  type FileOptions,
  findGroupColumn,
  type FoundColumn,
  type GroupColumn,
  type Input,
  type NumberStyle,
  parseColumnMap,
  parseRegistry,
  type ReadOptions,
  type Registry,
  readCsv,
  readDataset,
  rowsOfPeriod,
  suppose,
  type Supposition,
  type Units,
} from './data/index.ts';
// Assessment
export {
  assess,
  type Assessments,
  type Assessor,
  compile,
  type Earned,
  type Interval,
  type Program,
  type Score,
  UNDETERMINED,
} from './assess/index.ts';
export {
  type Arithmetic,
  FAIL,
  type Formula,
  NOT_APPLICABLE,
  PASS,
  printFormula,
  type State,
  UNKNOWN,
} from './formula/index.ts';
// Order and totals
export {
  type Group,
  groupBy,
  type Grouping,
  type Ranking,
  rank,
  type PlaceRange,
  type Registered,
  robustness,
  type Robustness,
  type SamplingRule,
  type Summary,
  summarise,
  type TargetProgress,
  type UnitRobustness,
} from './rank/index.ts';
// Reasons
export {
  type BlockedCriterion,
  type Change,
  decidingCriteria,
  type Figure,
  type Finding,
  findingOf,
  type MissingCell,
  missingCells,
  type NearChange,
  nearTheLine,
  type NoWay,
  type Way,
  type WayGoal,
  type Ways,
  waysToPass,
} from './explain/index.ts';
// Two assessments side by side
export {
  compareAssessments,
  type CompareOptions,
  compareReadings,
  type CriterionChange,
  type CriterionOutcome,
  type DecidingChange,
  type FigureChange,
  type Matrix,
  type PairBy,
  type ReadingVariant,
  type Side,
  type SideBySide,
  type SideOptions,
  type SideSet,
  type SideUnit,
  type Slot,
  type UnitPair,
  type VerdictChange,
} from './compare/index.ts';
// Two criteria sets, and what the change comes to on data
export {
  type Attribution,
  type Change as CriteriaChange,
  type ClassEffect,
  diff,
  type Direction,
  type HeldUnit,
  impact,
  type Impact,
  type Subject,
  type UnitAttribution,
  type Value as ChangeValue,
} from './diff/index.ts';
// Lint and cases
export { type LintContext, lintSet } from './lint/index.ts';
export {
  type Case,
  type CaseCoverage,
  type CaseResult,
  type Cases,
  checkCases,
  parseCases,
  runCases,
  type Sets,
  thresholdCoverage,
} from './cases/index.ts';
// Reports
export {
  type AssessmentResult,
  type CriterionResult,
  type CsvStyle,
  explainer,
  type Paint,
  PLAIN,
  type Provenance,
  resultJsonSchema,
  type Scored,
  type ScoreResult,
  scoreResult,
  type Style,
  type SummaryResult,
  type GroupsResult,
  writeCsv,
  writeExplanation,
  writeJson,
  writeNdjson,
  writeRanking,
  writeTable,
  type WriteReport,
} from './report/index.ts';
// Messages
export type * from './messages/index.ts';
export { hasError, issue, messagesIn, sentence } from './messages/index.ts';
export { exactText, parseDecimal, type Rational } from './number/index.ts';
