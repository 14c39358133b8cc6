import {
  type Domain,
  groupsOf,
  isPossibleAlone,
  type Polynomial,
  type Requirement,
  solve,
  variablesOf,
} from '../algebra/index.ts';
import { SIGNS } from '../formula/index.ts';
import type { Open } from './open-question.ts';
import type { Program } from './program.ts';
import type { Unit } from './unit.ts';

/** What is asked of the missing cells by the answers so far. */
export interface Given {
  readonly requirements: readonly Requirement[];
  /** The choices and booleans, by variable. */
  readonly bytes: ReadonlyMap<number, number>;
}

/** Nothing is asked yet. */
export const NOTHING_GIVEN: Given = { requirements: [], bytes: new Map() };

/** An answer to a question about missing cells. */
export interface Answer {
  /** What is asked of the missing cells so far, the answer among it. */
  readonly given: Given;
  readonly give: (then: () => void) => void;
}

/** How a unit is looked at. */
export interface Outlook {
  readonly program: Program;
  readonly unit: Unit;
  readonly domainOf: (variable: number) => Domain;
  readonly answersTo: (open: Open, given: Given) => readonly Answer[];
}

/**
 * The answers to questions about the missing cells of a unit: those beside which values of the cells may exist that give all
 * answers so far.
 */
export function answersIn(unit: Unit, domainOf: Outlook['domainOf']): Outlook['answersTo'] {
  return (open, given) => {
    if (open.kind === 'sign') return signsOf(open.polynomial, given);
    return Array.from({ length: open.values }, (_, value) => ({
      given: { ...given, bytes: new Map([...given.bytes, [open.variable, value]]) },
      give: (then) => unit.answerByte(open.variable, value, then),
    }));
  };

  function signsOf(polynomial: Polynomial, { requirements, bytes }: Given): readonly Answer[] {
    // What shares no cell with the question was found possible before, and stays so.
    const cells = variablesOf(polynomial);
    const near = groupsOf(requirements)
      .filter(({ variables }) => cells.some((cell) => variables.has(cell)))
      .flatMap(({ members }) => members);
    return SIGNS.map((sign) => ({ polynomial, sign }))
      .filter((answer) => mayBe([...near, answer]))
      .map((answer) => ({
        given: { requirements: [...requirements, answer], bytes },
        give: (then) => unit.answerSign(polynomial, answer.sign, then),
      }));
  }

  /** Whether values may exist that meet requirements which hang together. */
  function mayBe(requirements: readonly Requirement[]): boolean {
    const [cell, second] = new Set(requirements.flatMap(({ polynomial }) => variablesOf(polynomial)));
    if (cell !== undefined && second === undefined) return isPossibleAlone(requirements, domainOf(cell));
    return solve(requirements, domainOf).kind !== 'no';
  }
}
