import { idAt, numberOf } from '../criteria/index.ts';
import { createUnit, type Program, type Unit } from '../assess/index.ts';
import { MISSING, NOT_APPLICABLE, PASS, UNKNOWN } from '../formula/index.ts';
import { compare, equal, integer, type Rational, rational, round, ZERO } from '../number/index.ts';
import type { JointVariable } from './joint-variables.ts';
import type { Joint } from './joint.ts';
import { type Outcome, stateKey, statesAt, valueAt, type Values } from './outcomes.ts';

/** Figures of a commune that shows something: all that the sets ask for, so that it can be assessed under each of them. */
export interface Witness {
  readonly figures: readonly Figure[];
}

/** One figure of a witness. */
export interface Figure {
  /** The indicator in each set, the earlier first; `null` where the set does not ask for it. */
  readonly indicators: readonly (string | null)[];
  readonly periodsAgo: number;
  /** An exact number, the id of a choice, or whether something is so. */
  readonly value: Rational | string | boolean;
}

/**
 * The figures that outcomes of all components give together, made as plain as the outcomes allow.
 *
 * @returns `null` where some component has none.
 */
export function witnessOf(joint: Joint, outcomes: readonly Outcome[]): Witness | null {
  const values = gathered(outcomes.map((outcome) => plainValues(joint, outcome)));
  return values === null
    ? null
    : {
        figures: joint.variables
          .map((variable, number) => figureOf(variable, number, values))
          .sort((a, b) => placeOf(joint, a) - placeOf(joint, b) || a.periodsAgo - b.periodsAgo),
      };
}

/** The class that a set gives a witness, by id; `null` where no class holds, `undefined` where that is open or unsound. */
export function classOfWitness(program: Program, side: number, witness: Witness): string | null | undefined {
  const { classes, unsound } = unitOf(program, side, witness).outcome();
  if (unsound || classes.length > 1) return undefined;
  return idAt(program.set.classes, classes[0] ?? -1);
}

/** Whether a witness meets a criterion, which counts as its set says where it does not apply. */
export function criterionOfWitness(program: Program, side: number, witness: Witness, id: string): boolean | undefined {
  const state = criterionStateOf(program, side, witness, numberOf(program.set.criteria, id));
  if (state === NOT_APPLICABLE) return program.set.criteria.get(id)?.notApplicable === 'pass';
  return state === null || state === UNKNOWN ? undefined : state === PASS;
}

/** The state of a criterion by number; `null` where the figures are not sound. */
export function criterionStateOf(program: Program, side: number, witness: Witness, number: number): number | null {
  const unit = unitOf(program, side, witness);
  return unit.outcome().unsound ? null : unit.criterion(number);
}

function unitOf(program: Program, side: number, { figures }: Witness): Unit {
  const { variables } = program.questions;
  const valueOf = (variable: number): Figure['value'] | undefined =>
    figures.find(
      ({ indicators, periodsAgo }) =>
        indicators[side] === variables[variable]?.indicator.id && periodsAgo === variables[variable]?.periodsAgo,
    )?.value;
  return createUnit(program, {
    bounds: () => null,
    number: (variable) => {
      const value = valueOf(variable);
      return typeof value === 'object' ? value : null;
    },
    byte: (variable) => {
      const value = valueOf(variable);
      if (typeof value === 'boolean') return Number(value);
      return typeof value === 'string' ? (variables[variable]?.indicator.values.indexOf(value) ?? MISSING) : MISSING;
    },
  });
}

function figureOf({ indicators, periodsAgo, kind, values }: JointVariable, number: number, found: Values): Figure {
  const byte = found.bytes.get(number) ?? 0;
  switch (kind) {
    case 'number':
    case 'share':
      return { indicators, periodsAgo, value: found.numbers.get(number) ?? ZERO };
    case 'boolean':
      return { indicators, periodsAgo, value: byte === 1 };
    case 'choice':
      return { indicators, periodsAgo, value: values[byte] ?? '' };
    default:
      return kind satisfies never;
  }
}

/** Figures stand in the order of the first set that has them: shares beside what they are shares of. */
function placeOf({ sides }: Joint, { indicators }: Figure): number {
  let before = 0;
  for (const [side, { program }] of sides.entries()) {
    const id = indicators[side] ?? null;
    if (id !== null) return before + numberOf(program.set.indicators, id);
    before += program.set.indicators.size;
  }
  return before;
}

function gathered(parts: readonly (Values | null)[]): Values | null {
  const numbers = new Map<number, Rational>();
  const bytes = new Map<number, number>();
  for (const part of parts) {
    if (part === null) return null;
    for (const [variable, value] of part.numbers) numbers.set(variable, value);
    for (const [variable, byte] of part.bytes) bytes.set(variable, byte);
  }
  return { numbers, bytes };
}

/** Values that come to the same with rounder numbers: a witness is read by people. */
function plainValues(joint: Joint, { component, states, values, held }: Outcome): Values | null {
  if (values === null) return null;
  const wanted = stateKey(states);
  let plain = values;
  for (const [variable, value] of values.numbers) {
    for (const candidate of rounder(value, joint.domainOf(variable).min)) {
      if (equal(candidate, value)) break;
      const next = { ...plain, numbers: new Map([...plain.numbers, [variable, candidate]]) };
      const found = statesAt(joint, component, next);
      const keepsPoints = held.every((points) => equal(valueAt(points, next), valueAt(points, values)));
      if (found === null || stateKey(found) !== wanted || !keepsPoints) continue;
      plain = next;
      break;
    }
  }
  return plain;
}

/** From a thousand down to a ten-thousandth. */
const STEPS = [3, 2, 1, 0, -1, -2, -3, -4].map((power) =>
  rational(10n ** BigInt(Math.max(0, power)), 10n ** BigInt(Math.max(0, -power))),
);
const SMALL = [0, 1, 2, 3, 5, 10].map(integer);
/** What is never nothing, such as people, is better shown as many. */
const MANY = [1000, 100, 10].map(integer);

/** Numbers that read more easily than a value, the plainest first; none is far from it but the small ones. */
function rounder(value: Rational, min: Rational | null): readonly Rational[] {
  const near = STEPS.filter((step) => compare(step, value) <= 0).flatMap((step) => [
    round(value, step, 'down'),
    round(value, step, 'up'),
  ]);
  return [...(min !== null && min.num > 0n ? MANY : SMALL), ...near];
}
