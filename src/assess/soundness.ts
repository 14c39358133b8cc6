import type { Check } from '../criteria/index.ts';
import type { Dataset } from '../data/index.ts';
import { FAIL, PASS, printFormula, type StateColumn, UNKNOWN } from '../formula/index.ts';
import { hasError, issue, type Issue } from '../messages/index.ts';
import type { Candidates } from './candidates.ts';
import { indicatorsIn, type Program } from './program.ts';

/**
 * Rows that no sound reality can have: those that break a data check, divide something by nothing, or leave no sound
 * value for their missing cells.
 *
 * @param states The states of the checks, then of the unsound divisions, by row.
 */
export function unsoundRows(
  program: Program,
  dataset: Dataset,
  states: readonly StateColumn[],
  searched: ReadonlyMap<number, Candidates>,
): readonly Issue[] {
  const issues: Issue[] = [];
  const checks = states.slice(0, program.checks.length).flatMap((column) => column.rowsWith(FAIL));
  const divisions = states.slice(program.checks.length).flatMap((column) => column.rowsWith(PASS));
  const suspects = [...new Set([...checks, ...divisions, ...searched.keys()])].sort((a, b) => a - b);
  for (const row of suspects) {
    const before = issues.length;
    for (const [index, check] of program.set.checks.entries()) {
      if (states[index]?.bytes()[row] === FAIL) issues.push(brokenCheck(program, dataset, row, index, check));
    }
    for (const [index, division] of program.questions.unsoundDivisions.entries()) {
      if (states[program.checks.length + index]?.bytes()[row] === PASS)
        issues.push(divisionByZero(dataset, { row, indicators: indicatorsIn(program, division) }));
    }
    const found = searched.get(row);
    const isTold = hasError(issues.slice(before));
    if (found?.sound === false && !isTold) issues.push(noSoundFilling(dataset, row));
    else if (found?.sound === true && found.classes.length === 0) issues.push(noClass(program, dataset, row));
  }
  return issues;
}

/** Rows of which missing cells leave open whether they can be: a check that rules them out, or a division by nothing. */
export function uncheckedRows({ set, checks }: Program, states: readonly StateColumn[]): readonly number[] {
  const ruling = states.filter((_, index) => index >= checks.length || set.checks[index]?.severity === 'error');
  return ruling.flatMap((column) => column.rowsWith(UNKNOWN));
}

function brokenCheck(program: Program, dataset: Dataset, row: number, index: number, check: Check): Issue {
  const indicators = indicatorsIn(program, program.checks[index]);
  return issue(
    'data/check-failed',
    { unit: dataset.units.code[row] ?? '', message: check.message, rule: printFormula(check.rule) },
    { severity: check.severity, position: dataset.positionOf(row, indicators[0] ?? ''), path: indicators[0] ?? null },
  );
}

/** That something is divided by nothing, which no sound figures do. */
export function divisionByZero(dataset: Dataset, { row, indicators }: UnsoundDivision): Issue {
  return issue(
    'data/division-by-zero',
    { unit: dataset.units.code[row] ?? '', indicators },
    { position: dataset.positionOf(row, indicators[0] ?? ''), path: indicators[0] ?? null },
  );
}

function noSoundFilling(dataset: Dataset, row: number): Issue {
  const args = { unit: dataset.units.code[row] ?? '' };
  return issue('data/no-sound-filling', args, { position: dataset.positionOf(row, '') });
}

function noClass({ set }: Program, dataset: Dataset, row: number): Issue {
  const args = { unit: dataset.units.code[row] ?? '', set: set.id };
  return issue('criteria/no-class-holds', args, { position: dataset.positionOf(row, '') });
}

/** A row in which something is divided by nothing, and the indicators that do so. */
export interface UnsoundDivision {
  readonly row: number;
  readonly indicators: readonly string[];
}
