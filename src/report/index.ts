export {
  type AssessmentResult,
  type GateResult,
  type GapResult,
  type MissingResult,
  type ScoreResultOfUnit,
  type UnitResult,
} from './results/assessment-result.ts';
export { writeTestJson } from './json/case-json.ts';
export { writeTestReport } from './terminal/case-report.ts';
export { STATE_MARKS } from './words/state-marks.ts';
export type { Tested } from './tested.ts';
export { checkCounts, writeCheckPage } from './terminal/check-page.ts';
export type { CheckedData } from './results/check-problems.ts';
export { writeCheckCsv, writeCheckJson } from './csv/check-rows.ts';
export { writeCheckWorkbook } from './workbook/check-workbook.ts';
export { appliedReadings } from './words/applied-readings.ts';
export { citation, clauseText } from './words/cite-text.ts';
export { criterionReason } from './words/criterion-reason.ts';
export { depthOf } from './words/criterion-rule.ts';
export { writeCriteriaList } from './terminal/criteria-list.ts';
export { writeCriteriaPage } from './terminal/criteria-page.ts';
export type { CriterionResult } from './results/criterion-result.ts';
export { type CsvStyle, csvWriter, writeCsv } from './csv/csv.ts';
export { dayText, validityText } from './plain/days.ts';
export { explainer } from './results/explainer.ts';
export { diffReadingTexts } from './words/diff-readings.ts';
export { type Diffed, isAcrossFamilies } from './diffed.ts';
export { type ChangeText, changeText } from './words/diff-change.ts';
export { type ImpactTexts, impactTexts } from './words/impact-texts.ts';
export { limitTexts, proofTexts } from './words/proof-texts.ts';
export { wordDiff, type WordPart } from './plain/word-diff.ts';
export { writeDiffMarkdown } from './markdown/diff-markdown.ts';
export { writeDiffJson } from './json/diff-json.ts';
export { diffJsonSchema } from './json/diff-schema.ts';
export { countsText } from './words/diff-counts.ts';
export { writeDiffTable } from './terminal/diff-table.ts';
export { writeExplanation } from './terminal/explanation.ts';
export { writeExplanationMarkdown } from './markdown/explanation-markdown.ts';
export { type EvidenceLine } from './words/finding-text.ts';
export { harmless } from './plain/harmless.ts';
export {
  comparisonTexts,
  type ComparisonTexts,
  type MatrixTexts,
  type MoveTexts,
  noVariantText,
  readingTexts,
  type ReadingTexts,
} from './words/comparison-texts.ts';
export {
  factsText,
  hasVerdict,
  impactMarkTexts,
  markTexts,
  shareWords,
  verdictReader,
  verdictWords,
} from './words/head-texts.ts';
export { writeIssues } from './terminal/issues.ts';
export { readJson } from './json/json-fault.ts';
export { readContent } from './json/recorded-content.ts';
export { writeIssuesJson } from './json/issues-json.ts';
export { writeJson } from './json/json.ts';
export { type Column, shorten } from './terminal/layout.ts';
export { writeMarkdown } from './markdown/markdown.ts';
export { ndjsonWriter, writeNdjson } from './json/ndjson.ts';
export { countText } from './plain/numbers.ts';
export { criterionPoints } from './words/points-text.ts';
export { writeRanking } from './terminal/ranking.ts';
export { resultJsonSchema, resultSchema } from './json/result-schema.ts';
export type { GroupRank, GroupResult, GroupsResult } from './results/groups-result.ts';
export { groupColumnsOfUnits, groupTable } from './terminal/group-lines.ts';
export { robustnessColumns, robustnessTexts } from './terminal/robustness-lines.ts';
export type { RobustnessResult } from './results/robustness-result.ts';
export { type FurtherTotals, RESULT_FORMAT, type ScoreResult, scoreResult } from './results/result.ts';
export { writeResultWorkbook } from './workbook/result-workbook.ts';
export type { SummaryResult, TargetResult } from './results/summary-result.ts';
export {
  type ChosenUnits,
  type Compared,
  type ComparedWith,
  type Provenance,
  type RecordedFile,
  rowsOf,
  type Scored,
  type WriteReport,
} from './scored.ts';
export { type Bar, barsOf } from './certification.ts';
export { type AskedUnits, type EarlierResult, readEarlierResult } from './json/earlier-result.ts';
export { type Paint, PLAIN, type Style } from './style.ts';
export { nearCountText } from './words/near-count.ts';
export { groupWord } from './words/group-text.ts';
export { shownTexts } from './words/shown-texts.ts';
export { summaryTexts, type VerdictShare } from './words/summary-texts.ts';
export { registeredText } from './words/target-text.ts';
export { type TemplateSpec, type UnitColumn, writeTemplateCsv, writeTemplateWorkbook } from './workbook/template.ts';
export { writeTable } from './terminal/table.ts';
export { tells } from './costly.ts';
export { missingByOffice } from './words/missing-by-office.ts';
export {
  type Difference,
  resultDifference,
  type Verification,
  writeVerification,
  writeVerificationJson,
} from './terminal/verification.ts';
export { placesOfNames } from './words/places-of-names.ts';
export { missingLabel, missingPlaceText, placeText } from './words/missing-text.ts';
export { unusualTies } from './words/ties-text.ts';
export { type UnitTexts, unitTexts } from './words/unit-texts.ts';
export { type GoalTexts, nearTexts, nearWords, wayTexts } from './words/way-texts.ts';
export { writeWitnessCsv } from './csv/witness-csv.ts';
export type { ChangeResult, FurtherResult, NearResult, WaysResult } from './results/way-result.ts';
export { explanationReader, type FurtherTexts } from './words/explanation-texts.ts';
export { unitComparisonReader, type UnitComparisonTexts } from './words/unit-comparison-texts.ts';
export type { ReasonTexts, WhyTexts } from './words/why-texts.ts';
