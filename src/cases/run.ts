import type { Assessments } from '../assess/index.ts';
import { hasError, type Issue } from '../messages/index.ts';
import type { Case, Cases, Expectation } from './cases.ts';
import { figuresOf } from './figures.ts';
import { type Found, judge } from './judge.ts';
import { requireCases } from './require.ts';
import { type CompiledSets, compiledSets, type Sets } from './sets.ts';

/** What became of a case. */
export interface CaseResult {
  readonly case: Case;
  /** Whether everything expected came out. */
  readonly passed: boolean;
  /** What did not come out as expected. */
  readonly differences: readonly Difference[];
  /** Why it could not be run: faults of its figures. */
  readonly issues: readonly Issue[];
  /** The case as assessed, in row 0; `null` when it could not be run. */
  readonly assessments: Assessments | null;
}

/** Something expected that did not come out. */
export interface Difference extends Found {
  readonly expectation: Expectation;
}

/**
 * Runs cases.
 *
 * @param cases Cases that fit the sets (see {@link checkCases}).
 * @param sets The criteria, and those below them.
 * @returns A result for each case, in the order of the file.
 * @throws {RangeError} For what are no cases, and for what are no criteria files.
 * @example runCases(cases, sets).map(({ differences }) => differences.length) // [0]
 */
export function runCases(cases: Cases, sets: Sets): readonly CaseResult[] {
  requireCases(cases);
  const compiled = compiledSets(sets);
  return cases.cases.map((own) => runCase(own, cases.file, compiled));
}

function runCase(own: Case, file: string, sets: CompiledSets): CaseResult {
  const compiled = sets.under(own.readings);
  if (!('own' in compiled)) return notRun(own, compiled);
  const figures = figuresOf(own, file, compiled);
  if ('issues' in figures) return notRun(own, figures.issues);
  const assessments = compiled.own.assess(figures.dataset);
  if (hasError(assessments.issues)) {
    return notRun(
      own,
      assessments.issues.map((found) => ({ ...found, position: placeOf(own, found.path) })),
    );
  }
  const differences = own.expected.flatMap((expectation) => {
    const found = judge(assessments, expectation);
    return found.agrees ? [] : [{ expectation, ...found }];
  });
  return { case: own, passed: differences.length === 0, differences, issues: [], assessments };
}

/** Where a case itself gives a figure; else where it begins. */
function placeOf({ given, own, at }: Case, indicator: string | null): Case['at'] {
  const isOwn = indicator !== null && own.has(indicator);
  const figure = given.kind === 'data' && isOwn ? given.data.get(indicator) : undefined;
  return figure?.at ?? at;
}

function notRun(own: Case, issues: readonly Issue[]): CaseResult {
  return { case: own, passed: false, differences: [], issues, assessments: null };
}
