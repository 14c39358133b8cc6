import { add, min, type Rational } from '../number/index.ts';
import { FAIL, PASS, UNKNOWN } from '../formula/index.ts';
import type { Assessments } from './assess.ts';
import { type Earned, groupEarned, type Interval, NOTHING } from './earned.ts';
import { gatedPoints, gateState } from './gates.ts';
import type { Item, Sheet } from './sheet.ts';

/**
 * The states of all gates on points were some criteria otherwise: each that is now met earns all its points, each that is no
 * longer met none, and their groups accordingly, where they apply.
 *
 * @param otherwise The states to assume, by criterion number: first the one that is changed, then those that refer to it.
 */
export function gatesIf(
  { program, dataset, states, gates, points }: Assessments,
  otherwise: ReadonlyMap<number, Uint8Array>,
): readonly Uint8Array[] {
  const { sheet, questions } = program;
  if (sheet === null || gates.length === 0) return gates;
  const groupOf = groupNumbers(sheet);
  const changed = gates.map((column) => column.slice());
  // Most gates look at the same points: these are added up once.
  const lookedAt = [...new Set(questions.gates.map(({ of }) => of))].map((of) => ({
    of,
    gates: questions.gates.flatMap((gate, index) => (gate.of === of ? [{ gate, column: changed[index] }] : [])),
  }));
  // What a group earns follows from its parts, unless the group itself is what is assumed to be otherwise.
  const [first] = otherwise.keys();
  const assumed = [...otherwise].filter(([number]) => number === first || sheet.items[number]?.parts.length === 0);
  for (let row = 0; row < dataset.rows; row += 1) {
    const results = [...points(row)];
    const stateOf = (number: number): number => (otherwise.get(number) ?? states[number])?.[row] ?? UNKNOWN;
    let differs = false;
    for (const [number, column] of assumed) {
      const after = column[row];
      if (after === states[number]?.[row] || (after !== PASS && after !== FAIL)) continue;
      differs = replace(sheet, results, number, { groupOf, stateOf }) || differs;
    }
    if (!differs) continue;
    for (const { of, gates: own } of lookedAt) {
      const found = gatedPoints(sheet, results, of);
      for (const { gate, column } of own) if (column !== undefined) column[row] = gateState(gate, found);
    }
  }
  return changed;
}

/** The group of each criterion by number. */
function groupNumbers({ items }: Sheet): ReadonlyMap<number, number> {
  return new Map(items.flatMap(({ parts }, group) => parts.map((part) => [part, group] as const)));
}

/** What surrounds a criterion: its group, and the states once something is otherwise. */
interface Around {
  readonly groupOf: ReadonlyMap<number, number>;
  readonly stateOf: (number: number) => number;
}

/** Puts what a criterion would earn in place of what it earns, and adds its groups up again. */
function replace(sheet: Sheet, results: (Earned | null)[], number: number, { groupOf, stateOf }: Around): boolean {
  const result = resultIf(sheet, number, stateOf, results);
  if (result === null) return false;
  results[number] = result;
  for (let group = groupOf.get(number); group !== undefined; group = groupOf.get(group)) {
    results[group] = groupEarned(sheet, group, stateOf, results);
  }
  return true;
}

/** What a criterion earns that is met or not: all it can, which of a group is at most its cap, or nothing. */
function resultIf(
  sheet: Sheet,
  number: number,
  stateOf: Around['stateOf'],
  results: readonly (Earned | null)[],
): Earned | null {
  const item = sheet.items[number];
  const before = results[number] ?? null;
  if (item === undefined) return null;
  const whole = item.parts.length === 0 ? before : (groupEarned(sheet, number, stateOf, results) ?? before);
  if (whole === null) return null;
  return { ...whole, earned: stateOf(number) === PASS ? allOf(sheet, item, whole, results) : NOTHING };
}

/** All that a criterion can earn; the bonus of its parts counts as it is. */
function allOf(
  sheet: Sheet,
  { parts, cap }: Item,
  { available }: Earned,
  results: readonly (Earned | null)[],
): Interval {
  const bonus = parts.flatMap((part) => (sheet.items[part]?.bonus === true ? (results[part]?.earned ?? []) : []));
  const sum = (side: keyof Interval): Rational => min(bonus.map((own) => own[side]).reduce(add, available[side]), cap);
  return { least: sum('least'), most: sum('most') };
}
