import { selectRows } from '../data/index.ts';
import { type Column, type Formula, MISSING, PASS, type Scope, type Table, UNKNOWN } from '../formula/index.ts';
import type { Assessments } from './assess.ts';
import type { UnsoundDivision } from './soundness.ts';
import { UNDETERMINED } from './undetermined.ts';
import { unitStates } from './unit-states.ts';

/** What a condition comes to in each of the units below, by row. */
export interface StatesBelow {
  readonly states: Uint8Array;
  /** Where it divides something by nothing: there its state means nothing. */
  readonly unsound: readonly UnsoundDivision[];
}

/**
 * Evaluates a condition of a set above over the units below, which may ask for their classes, and whether they are certified.
 * Where a class is open, it holds what holds whichever of its candidates the class is.
 *
 * @param scope What its names mean.
 */
export function statesBelow(lower: Assessments, scope: Scope, formula: Formula): StatesBelow {
  const { dataset, program, classes, certified } = lower;
  const results = { classes, certified };
  const { states, unsound } = unitStates(lower, formula, scope, withResults(dataset, program, results));
  const open = states.rowsWith(UNKNOWN).filter((row) => classes[row] === UNDETERMINED);
  const bytes = states.bytes().slice();
  for (const [row, state] of settledByClass(lower, scope, formula, open)) bytes[row] = state;
  return { states: bytes, unsound };
}

/** The rows in which a condition comes to the same whichever of its candidates the class is. */
function settledByClass(
  { dataset, program, states, candidates }: Assessments,
  scope: Scope,
  formula: Formula,
  rows: readonly number[],
): ReadonlyMap<number, number> {
  const cases = rows.flatMap((row) => {
    const { classes, mayBeNone } = candidates(row);
    return mayBeNone ? [] : classes.map((own) => ({ row, own }));
  });
  if (cases.length === 0) return new Map();
  const certifies = [...program.set.classes.values()].map((entry) => entry.certifies);
  const results = {
    classes: Uint8Array.from(cases, ({ own }) => own),
    certified: Uint8Array.from(cases, ({ own }) => (certifies[own] === true ? PASS : 0)),
  };
  const ofCases = states.map((column) => Uint8Array.from(cases, ({ row }) => column[row] ?? UNKNOWN));
  const chosen = selectRows(
    dataset,
    cases.map(({ row }) => row),
  );
  const table = withResults(chosen, program, results);
  const found = unitStates({ program, states: ofCases }, formula, scope, table).states.bytes();
  const settled = new Map<number, number>();
  for (const [place, { row }] of cases.entries()) {
    const state = found[place] ?? UNKNOWN;
    settled.set(row, (settled.get(row) ?? state) === state ? state : UNKNOWN);
  }
  return settled;
}

/** A table with the results of its units as columns. */
function withResults(
  { rows, columns, bounds }: Table,
  { set }: Assessments['program'],
  { classes, certified }: Pick<Assessments, 'classes' | 'certified'>,
): Table {
  const own = classes.map((index) => (index === UNDETERMINED ? MISSING : index));
  return {
    rows,
    columns: new Map<string, Column>(columns)
      .set('class', { kind: 'choice', ids: [...set.classes.keys()], values: own })
      .set('certified', { kind: 'boolean', values: certified.map(byteOfState) }),
    ...(bounds === undefined ? {} : { bounds }),
  };
}

function byteOfState(state: number): number {
  return state === PASS ? 1 : state === UNKNOWN ? MISSING : 0;
}
