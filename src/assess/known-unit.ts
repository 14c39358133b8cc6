import { type Facts, type State, stateIn, UNKNOWN } from '../formula/index.ts';
import type { Rational } from '../number/index.ts';
import { type Earned, earnedAlone, earnedWith, type Known } from './earned.ts';
import { gatedPoints, gateState } from './gates.ts';
import type { Program } from './program.ts';
import { countScore, sheetScore } from './score.ts';
import { type Outcome, standingIn } from './standing.ts';

/** What is known of a criterion without parts. */
export interface OfCriterion {
  readonly state: State;
  /** `null` where it is left out or has no points. */
  readonly earned: Earned | null;
}

/** A unit of whose criteria more is known than it tells by itself. */
export interface KnownUnit {
  readonly criterion: (number: number) => State;
  /** What each criterion earns, by number; empty without points. */
  readonly points: () => readonly (Earned | null)[];
  /** @param aboveAtMost By gate, how far the points lie above its bound at most. */
  readonly outcome: (aboveAtMost: ReadonlyMap<number, Rational>) => Outcome;
}

/** What a unit tells by itself. */
interface Told {
  readonly facts: Facts;
  readonly known: Known;
}

/** @param more What more is known, of criteria without parts. */
export function knownUnit(program: Program, { facts, known }: Told, more: ReadonlyMap<number, OfCriterion>): KnownUnit {
  const { questions, criteria, counted, sheet } = program;

  function criterion(number: number): State {
    const own = more.get(number);
    if (own !== undefined) return own.state;
    const condition = criteria[number];
    const state = facts.criterion(number);
    // It may refer to others of which more is known.
    return state === UNKNOWN && condition !== undefined ? stateIn(condition, { ...facts, criterion }) : state;
  }

  function points(): readonly (Earned | null)[] {
    if (sheet === null) return [];
    return earnedWith(sheet, criterion, (item, number) => {
      const own = more.get(number);
      return own === undefined ? earnedAlone(item, number, known) : own.earned;
    });
  }

  function outcome(aboveAtMost: ReadonlyMap<number, Rational>): Outcome {
    const results = points();
    const gate = (number: number): State => {
      const asked = questions.gates[number];
      if (asked === undefined || sheet === null) return UNKNOWN;
      return gateState(asked, gatedPoints(sheet, results, asked.of), aboveAtMost.get(number));
    };
    const score = sheet === null ? countScore(counted, criterion) : sheetScore(sheet, results);
    return { ...standingIn(program, { ...facts, criterion, gate }), score };
  }

  return { criterion, points, outcome };
}
