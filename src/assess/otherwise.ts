import { numbersOf } from '../criteria/index.ts';
import { add, min, ZERO } from '../number/index.ts';
import { FAIL, PASS } from '../formula/index.ts';
import type { Assessments } from './assess.ts';
import { type Earned, exactly, type Interval } from './earned.ts';
import { gatedPoints, gateState } from './gates.ts';
import type { Sheet } from './sheet.ts';

/**
 * The states of all gates on points were some criteria otherwise: each that is now met earns all its points, each that is no
 * longer met none, and their groups accordingly.
 *
 * @param otherwise The states to assume, by criterion number: first the one that is changed, then those that refer to it.
 */
export function gatesIf(
  { program, dataset, states, gates, points }: Assessments,
  otherwise: ReadonlyMap<number, Uint8Array>,
): readonly Uint8Array[] {
  const { sheet, questions, set } = program;
  if (sheet === null || gates.length === 0) return gates;
  const groupOf = groupNumbers(sheet);
  const places = numbersOf(set.criteria);
  const changed = gates.map((column) => column.slice());
  // Most gates look at the same points: these are added up once.
  const lookedAt = [...new Set(questions.gates.map(({ of }) => of))].map((of) => ({
    criterion: of === null ? null : (places.get(of) ?? null),
    gates: questions.gates.flatMap((gate, index) => (gate.of === of ? [{ gate, column: changed[index] }] : [])),
  }));
  // What a group earns follows from its parts, unless the group itself is what is assumed to be otherwise.
  const [first] = otherwise.keys();
  const assumed = [...otherwise].filter(([number]) => number === first || sheet.items[number]?.parts.length === 0);
  for (let row = 0; row < dataset.rows; row += 1) {
    const results = [...points(row)];
    let differs = false;
    for (const [number, column] of assumed) {
      const after = column[row];
      if (after === states[number]?.[row] || (after !== PASS && after !== FAIL)) continue;
      differs = replace(sheet, results, number, after === PASS, groupOf) || differs;
    }
    if (!differs) continue;
    for (const { criterion, gates: own } of lookedAt) {
      const found = gatedPoints(sheet, results, criterion);
      for (const { gate, column } of own) if (column !== undefined) column[row] = gateState(gate, found);
    }
  }
  return changed;
}

/** The group of each criterion by number. */
function groupNumbers({ items }: Sheet): ReadonlyMap<number, number> {
  return new Map(items.flatMap(({ parts }, group) => parts.map((part) => [part, group] as const)));
}

/** Puts what a criterion would earn in place of what it earns, and adds its groups up again. */
function replace(
  sheet: Sheet,
  results: (Earned | null)[],
  number: number,
  isMet: boolean,
  groupOf: ReadonlyMap<number, number>,
): boolean {
  const [item, result] = [sheet.items[number], results[number] ?? null];
  if (item === undefined || result === null) return false;
  results[number] = { ...result, earned: exactly(isMet ? item.points : ZERO) };
  for (let group = groupOf.get(number); group !== undefined; group = groupOf.get(group)) {
    const [own, whole] = [sheet.items[group], results[group] ?? null];
    if (own === undefined || whole === null) break;
    const earned = own.parts.flatMap((part) => results[part]?.earned ?? []);
    const sum = (side: keyof Interval) => min(earned.map((part) => part[side]).reduce(add, ZERO), own.cap);
    results[group] = { ...whole, earned: { least: sum('least'), most: sum('most') } };
  }
  return true;
}
