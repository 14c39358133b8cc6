export {
  type Assessments,
  type Assessor,
  compile,
  type Score,
  UNDETERMINED,
} from './assess/index.ts';
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
export {
  compareAssessments,
  type CompareOptions,
  type DecidingChange,
  type Matrix,
  type SideBySide,
  type UnitPair,
  type VerdictChange,
} from './compare/index.ts';
export {
  type CatalogEntry,
  catalogEntry,
  type Choice,
  choose,
  type CriteriaSet,
  type CriteriaSource,
  criteriaJsonSchema,
  parseCriteria,
  type Period,
  periodOf,
  resolveReadings,
  validityIssues,
} from './criteria/index.ts';
export {
  canonicalKey,
  type DataFile,
  type Dataset,
  datasetFromRows,
  type Input,
  readCsv,
  type Units,
} from './data/index.ts';
export { decidingCriteria, type Finding, findingOf, type MissingCell, missingCells } from './explain/index.ts';
export { FAIL, NOT_APPLICABLE, PASS, type State, UNKNOWN } from './formula/index.ts';
export {
  hasError,
  type Issue,
  type IssueCode,
  type Lang,
  type Position,
  type Result,
  sentence,
  type Severity,
  type Text,
} from './messages/index.ts';
export { type Rational } from './number/index.ts';
export { type Ranking, rank, type Summary, summarise, type TargetProgress } from './rank/index.ts';
