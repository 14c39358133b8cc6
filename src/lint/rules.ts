import type { Issue, IssueCode, Severity } from '../messages/index.ts';
import { bandsGap, bandsOverlap } from './bands.ts';
import { checksDropped } from './checks.ts';
import { clauseForm } from './clauses.ts';
import { actionablePeriod, headerCollision } from './columns.ts';
import { idleDeduction } from './deductions.ts';
import { dividesByZero } from './divisions.ts';
import {
  inForceWithoutCases,
  missingCite,
  missingProvider,
  partialWithoutMissing,
  retiredWithoutEnd,
  targetWithoutCite,
} from './documents.ts';
import { idlePoints } from './idle-points.ts';
import { missingRank, rankPartial, rankWithoutClass } from './ranking.ts';
import {
  bandUnreachable,
  checksContradict,
  classUnreachable,
  neverFails,
  neverPasses,
  noClass,
  unproved,
} from './reachability.ts';
import { idleOption } from './readings.ts';
import { pointsBelowOne, ratioBeyondOne } from './shares.ts';
import type { Subject } from './subject.ts';
import { missingTranslation } from './translation.ts';
import { unusedCriterion, unusedIndicator, unusedMeasure, unusedSource } from './unused.ts';
import { versionsGap, versionsOverlap, wasUnknown } from './versions.ts';

/** The code of a rule: its name for ever. */
export type LintCode = Extract<IssueCode, `lint/${string}`>;

/** A rule of lint. Its page is the section of `criteria/README.md` with its code as the heading. */
export interface LintRule {
  readonly code: LintCode;
  readonly severity: Severity;
  readonly check: (subject: Subject) => readonly Issue[];
}

/** All rules, in the order of their pages. */
export const RULES: readonly LintRule[] = [
  { code: 'lint/unused-indicator', severity: 'warning', check: unusedIndicator },
  { code: 'lint/unused-measure', severity: 'warning', check: unusedMeasure },
  { code: 'lint/unused-source', severity: 'warning', check: unusedSource },
  { code: 'lint/unused-criterion', severity: 'warning', check: unusedCriterion },
  { code: 'lint/idle-option', severity: 'warning', check: idleOption },
  { code: 'lint/bands-gap', severity: 'warning', check: bandsGap },
  { code: 'lint/bands-overlap', severity: 'warning', check: bandsOverlap },
  { code: 'lint/band-unreachable', severity: 'warning', check: bandUnreachable },
  { code: 'lint/idle-deduction', severity: 'warning', check: idleDeduction },
  { code: 'lint/idle-points', severity: 'warning', check: idlePoints },
  { code: 'lint/ratio-beyond-one', severity: 'note', check: ratioBeyondOne },
  { code: 'lint/points-below-one', severity: 'warning', check: pointsBelowOne },
  { code: 'lint/divides-by-zero', severity: 'error', check: dividesByZero },
  { code: 'lint/checks-contradict', severity: 'error', check: checksContradict },
  { code: 'lint/checks-dropped', severity: 'note', check: checksDropped },
  { code: 'lint/class-unreachable', severity: 'error', check: classUnreachable },
  { code: 'lint/no-class', severity: 'warning', check: noClass },
  { code: 'lint/never-passes', severity: 'error', check: neverPasses },
  { code: 'lint/never-fails', severity: 'warning', check: neverFails },
  { code: 'lint/unproved', severity: 'note', check: unproved },
  { code: 'lint/missing-cite', severity: 'warning', check: missingCite },
  { code: 'lint/clause-form', severity: 'warning', check: clauseForm },
  { code: 'lint/target-without-cite', severity: 'warning', check: targetWithoutCite },
  { code: 'lint/missing-translation', severity: 'warning', check: missingTranslation },
  { code: 'lint/missing-provider', severity: 'warning', check: missingProvider },
  { code: 'lint/partial-without-missing', severity: 'warning', check: partialWithoutMissing },
  { code: 'lint/in-force-without-cases', severity: 'warning', check: inForceWithoutCases },
  { code: 'lint/retired-without-end', severity: 'error', check: retiredWithoutEnd },
  { code: 'lint/was-unknown', severity: 'error', check: wasUnknown },
  { code: 'lint/versions-overlap', severity: 'error', check: versionsOverlap },
  { code: 'lint/versions-gap', severity: 'warning', check: versionsGap },
  { code: 'lint/actionable-period', severity: 'note', check: actionablePeriod },
  { code: 'lint/header-collision', severity: 'error', check: headerCollision },
  { code: 'lint/missing-rank', severity: 'warning', check: missingRank },
  { code: 'lint/rank-without-class', severity: 'warning', check: rankWithoutClass },
  { code: 'lint/rank-partial', severity: 'warning', check: rankPartial },
];
