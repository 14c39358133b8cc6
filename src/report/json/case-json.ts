import type { CaseCoverage, CaseResult, Difference } from '../../cases/index.ts';
import { type Position, sentence, type Lang } from '../../messages/index.ts';
import type { Tested } from '../tested.ts';
import { citeText, criterionResult } from '../results/criterion-result.ts';
import { harmlessJson } from '../plain/harmless.ts';

/** The format of what `xasach test -f json` writes; what it holds is only ever added to. */
const TEST_FORMAT = 'xasach/test@1';

/**
 * Runs of cases as JSON: counts, every failure with its evidence, and the thresholds that lack a case.
 *
 * @param version The version of xasach.
 * @param lang The language of the sentences about cases that could not be run.
 */
export function writeTestJson(tested: readonly Tested[], version: string, lang: Lang): string {
  const files = tested.map((own) => fileResult(own, lang));
  const total = (key: 'passed' | 'failed'): number => files.reduce((sum, file) => sum + file[key], 0);
  const engine = { name: 'xasach', version };
  const result = { format: TEST_FORMAT, engine, passed: total('passed'), failed: total('failed'), files };
  return `${harmlessJson(JSON.stringify(result, null, 2))}\n`;
}

function fileResult({ source, cases, results, coverage }: Tested, lang: Lang) {
  const { id, status } = source.header;
  const failures = results.filter(({ passed }) => !passed);
  return {
    criteria: { id, status, sha256: source.sha256 },
    file: cases.file,
    passed: results.length - failures.length,
    failed: failures.length,
    failures: failures.map((result) => failureResult(result, lang)),
    thresholds: coverage.length,
    gaps: coverage.filter(({ missing }) => missing.length > 0).map(gapResult),
  };
}

function failureResult(result: CaseResult, lang: Lang) {
  const { name, cite, readings, at } = result.case;
  return {
    name,
    cite: citeText(cite),
    readings: Object.fromEntries(readings.map(({ reading, option }) => [reading.name, option.name])),
    ...placeOf(at),
    differences: result.differences.map((difference) => differenceResult(difference, result)),
    issues: result.issues.map((found) => ({ ...found, message: sentence(found, lang) })),
  };
}

function differenceResult({ expectation, expected, found, deciding }: Difference, { assessments }: CaseResult) {
  const criterion = 'criterion' in expectation ? expectation.criterion.name : null;
  const all = [...(assessments?.program.set.criteria.values() ?? [])];
  const evidence = deciding.flatMap((id) => {
    const number = all.findIndex((own) => own.id === id);
    const own = all[number];
    return assessments === null || own === undefined
      ? []
      : [criterionResult(assessments, { criterion: own, number, row: 0 })];
  });
  return { of: expectation.of, criterion, expected, found, ...placeOf(expectation.at), deciding: evidence };
}

function gapResult({ threshold, readings, cases, missing }: CaseCoverage) {
  const { of, text, at } = threshold;
  return { of, comparison: text, ...placeOf(at), readings, cases, missing };
}

function placeOf({ line, column }: Position) {
  return { line: line ?? null, column: column ?? null };
}
