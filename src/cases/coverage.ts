import type { Assessments } from '../assess/index.ts';
import type { Choice } from '../criteria/index.ts';
import { requireList } from '../messages/index.ts';
import type { ChosenReading } from './cases.ts';
import { canReach, knowsNumber, numberSide, type Trial } from './number-sides.ts';
import { canEarn, knowsPoints, pointsSide } from './points-sides.ts';
import type { CaseResult } from './run.ts';
import { type Compiled, compiledSets, type Sets } from './sets.ts';
import { type Side, SIDES } from './side.ts';
import { type Threshold, thresholdKey, thresholdsOf } from './thresholds.ts';
import { unitSteps } from './unit-steps.ts';

/** How well cases try a threshold. */
export interface CaseCoverage {
  readonly threshold: Threshold;
  /** The options under which it first occurs, where that is not under the defaults. */
  readonly readings: Choice;
  /** How many cases stand just under it, on it and just over it. */
  readonly cases: Readonly<Record<Side, number>>;
  /** The sides on which a case is wanting. */
  readonly missing: readonly Side[];
}

/**
 * Which thresholds of a set cases try, just under, exactly on and just over the line.
 *
 * A case stands **just under** a threshold when its margin (the number less its line, of a ratio in units of the numerator)
 * is below zero by no more than one step, **at** it when the margin is zero, **just over** it when the margin is above zero
 * by no more than one step. A step is the least by which the margin moves, in that case, when one of the figures it is made
 * of moves by its own smallest step: by 1 for a count, by one unit of the last decimal that occurs in the cases, or in the line
 * it is compared with, for a decimal or percentage. Of a ratio only the figures of the numerator move.
 *
 * A side is asked for only where some case could stand there if one of those figures were another, allowed by the bounds of
 * its indicator and by the data checks: nothing lies under `x > 0` when `x` counts, and 24.995 people are never exactly
 * reached. A threshold about which no case has figures lacks all three.
 *
 * For points in the condition of a class a step is the least by which one criterion under it, or the declared rounding,
 * moves them; a side is asked for where points can lie there when all criteria apply.
 *
 * A threshold counts once wherever it stands in the same criterion, under whichever readings; a case tries it when it is
 * there under the case's own readings. Readings are looked at by themselves: every option beside the defaults of the others.
 *
 * @param results The cases as run against the same sets.
 * @returns In the order of the set: first the thresholds under the defaults, then those that only an option brings.
 * @throws {RangeError} For results that are no list, and for what are no criteria files.
 * @example thresholdCoverage(runCases(cases, sets), sets).length // 1
 */
export function thresholdCoverage(results: readonly CaseResult[], sets: Sets): readonly CaseCoverage[] {
  requireList(results, 'results of cases');
  const compiled = compiledSets(sets);
  const trials = trialsOf(results, (readings) => compiled.under(readings));
  return allThresholds(sets, (readings) => compiled.under(readings)).map(({ threshold, readings, key }) =>
    coverageOf(
      threshold,
      readings,
      trials.filter((trial) => trial.keys.has(key)),
    ),
  );
}

type Under = (readings: readonly ChosenReading[]) => ReturnType<ReturnType<typeof compiledSets>['under']>;

/** A case and the thresholds there are under its readings. */
interface Tried extends Trial {
  readonly keys: ReadonlySet<string>;
}

function trialsOf(results: readonly CaseResult[], under: Under): readonly Tried[] {
  const unitOf = unitSteps(results.flatMap(({ assessments }) => assessments ?? []));
  const keysOf = new Map<Assessments['program']['set'], ReadonlySet<string>>();
  return results.flatMap(({ case: { readings }, assessments }) => {
    const sets = under(readings);
    if (assessments === null || !isCompiled(sets)) return [];
    const { set } = sets.own.program;
    const keys = keysOf.get(set) ?? new Set(thresholdsOf(set).map(thresholdKey));
    keysOf.set(set, keys);
    return [{ assessments, assessor: sets.own, unitOf, keys }];
  });
}

interface Listed {
  readonly threshold: Threshold;
  readonly readings: Choice;
  readonly key: string;
}

/** The thresholds under the defaults, then what each other option adds. */
function allThresholds({ source }: Sets, under: Under): readonly Listed[] {
  const others = [...source.readings.values()].flatMap(({ id, options, default: first }): readonly Choice[] =>
    [...options.keys()].filter((option) => option !== first).map((option) => ({ [id]: option })),
  );
  const listed = new Map<string, Listed>();
  for (const readings of [{}, ...others]) {
    const sets = under(chosen(readings));
    if (!isCompiled(sets)) continue;
    for (const threshold of thresholdsOf(sets.own.program.set)) {
      const key = thresholdKey(threshold);
      if (!listed.has(key)) listed.set(key, { threshold, readings, key });
    }
  }
  return [...listed.values()];
}

/** A choice that no file makes. */
function chosen(choice: Choice): readonly ChosenReading[] {
  const at = { file: '' };
  return Object.entries(choice).map(([reading, option]) => ({
    reading: { name: reading, at },
    option: { name: option, at },
  }));
}

function isCompiled(sets: ReturnType<Under>): sets is Compiled {
  return 'own' in sets;
}

function coverageOf(threshold: Threshold, readings: Choice, trials: readonly Tried[]): CaseCoverage {
  const stood = trials.map((trial) => sideFor(threshold, trial));
  const count = (side: Side): number => stood.filter((found) => found === side).length;
  const cases = { under: count('under'), at: count('at'), over: count('over') };
  const isUnknown = !trials.some((trial) => knows(threshold, trial));
  const missing = SIDES.filter((side) => cases[side] === 0 && (isUnknown || isAskedFor(threshold, side, trials)));
  return { threshold, readings, cases, missing };
}

function sideFor(threshold: Threshold, trial: Tried): Side | null {
  return threshold.kind === 'number' ? numberSide(threshold, trial) : pointsSide(threshold, trial.assessments);
}

function knows(threshold: Threshold, trial: Tried): boolean {
  return threshold.kind === 'number' ? knowsNumber(threshold, trial) : knowsPoints(threshold, trial.assessments);
}

function isAskedFor(threshold: Threshold, side: Side, trials: readonly Tried[]): boolean {
  if (threshold.kind === 'number') return trials.some((trial) => canReach(threshold, side, trial));
  return trials.some(({ assessments }) => canEarn(threshold, side, assessments.program.set));
}
