export {
  type AssessmentResult,
  dueRemarks,
  type MissingResult,
  type ScoreResultOfUnit,
  type UnitResult,
} from './assessment-result.ts';
export { writeTestJson } from './case-json.ts';
export { type Tested, writeTestReport } from './case-report.ts';
export { writeCheckPage } from './check-page.ts';
export type { CheckedData } from './check-problems.ts';
export { writeCheckCsv, writeCheckJson } from './check-rows.ts';
export { writeCheckWorkbook } from './check-workbook.ts';
export { citation, clauseText } from './cite-text.ts';
export { criterionReason, turnText } from './criterion-reason.ts';
export { depthOf } from './criterion-rule.ts';
export { testFinding } from './criterion-test.ts';
export { writeCriteriaList } from './criteria-list.ts';
export { writeCriteriaPage } from './criteria-page.ts';
export type { CriterionResult } from './criterion-result.ts';
export { type CsvStyle, csvWriter, writeCsv } from './csv.ts';
export { dayText, validityText } from './days.ts';
export { explainer } from './explainer.ts';
export { type Diffed, isAcrossFamilies } from './diffed.ts';
export { type ChangeText, changeText } from './diff-change.ts';
export { type ImpactTexts, impactTexts } from './impact-texts.ts';
export { limitTexts, proofTexts } from './proof-lines.ts';
export { wordDiff, type WordPart } from './word-diff.ts';
export { writeDiffMarkdown } from './diff-markdown.ts';
export { writeDiffJson } from './diff-json.ts';
export { diffJsonSchema } from './diff-schema.ts';
export { countsText, writeDiffTable } from './diff-table.ts';
export { writeExplanation } from './explanation.ts';
export { type EvidenceLine, wholeEvidence } from './finding-text.ts';
export { harmless, harmlessJson } from './harmless.ts';
export {
  comparisonTexts,
  type ComparisonTexts,
  type MatrixTexts,
  type MoveTexts,
  readingTexts,
  type ReadingTexts,
} from './comparison-texts.ts';
export { chosenText, factsText, hasVerdict, markTexts, shareWords, verdictWords } from './head-texts.ts';
export { writeIssues } from './issues.ts';
export { writeIssuesJson } from './issues-json.ts';
export { writeJson } from './json.ts';
export { type Column, shorten } from './layout.ts';
export { writeMarkdown } from './markdown.ts';
export { ndjsonWriter, writeNdjson } from './ndjson.ts';
export { countText } from './numbers.ts';
export { criterionPoints, gateText, stepText } from './points-text.ts';
export { writeRanking } from './ranking.ts';
export { resultJsonSchema, resultSchema } from './result-schema.ts';
export type { GroupRank, GroupResult, GroupsResult } from './groups-result.ts';
export { groupColumns, groupColumnsOfUnits } from './group-lines.ts';
export { robustnessColumns, robustnessTexts } from './robustness-lines.ts';
export type { RobustnessResult } from './robustness-result.ts';
export { type FurtherTotals, type ScoreResult, scoreResult } from './result.ts';
export { writeResultWorkbook } from './result-workbook.ts';
export { shareText } from './share-text.ts';
export type { SummaryResult, TargetResult } from './summary-result.ts';
export {
  type Compared,
  type ComparedWith,
  type Provenance,
  type RecordedFile,
  rowsOf,
  type Scored,
  type WriteReport,
} from './scored.ts';
export { type EarlierResult, readEarlierResult } from './earlier-result.ts';
export { type Paint, PLAIN, type Style } from './style.ts';
export { registeredText, selectionText, targetText } from './summary-lines.ts';
export { type TemplateSpec, type UnitColumn, writeTemplateCsv, writeTemplateWorkbook } from './template.ts';
export { writeTable } from './table.ts';
export { tells } from './costly.ts';
export { missingByOffice } from './missing-by-office.ts';
export {
  type Difference,
  resultDifference,
  type Verification,
  writeVerification,
  writeVerificationJson,
} from './verification.ts';
export { missingLabel, missingText, placeText } from './missing-text.ts';
export { type UnitTexts, unitTexts } from './unit-texts.ts';
export { type GoalTexts, nearTexts, nearWords, wayTexts } from './way-lines.ts';
export { writeWitnessCsv } from './witness-csv.ts';
export type { ChangeResult, FurtherResult, NearResult, WaysResult } from './way-result.ts';
