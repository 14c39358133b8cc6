import { degree, type Polynomial, polynomialKey, primitive, substitute, variablesOf } from '../algebra/index.ts';
import type { Cells, Program, Unit } from '../assess/index.ts';
import type { Answer, Branch, Moving } from './branch.ts';
import { inSteps, stepVariables } from './moves.ts';
import { narrowed, type Range, type Region, settledIn, splitAt } from './region.ts';

const SIGNS = [-1, 0, 1] as const;

/** What is open in one search. */
export interface Opened {
  readonly program: Program;
  /** What moves is missing in them. */
  readonly cells: Cells;
  readonly moving: Moving;
  readonly hasMissing: boolean;
}

/** The parts of a branch, each with what it answers beyond the branch; `null` where nothing that moves is left to ask about. */
type Parts = readonly Branch[] | null;

/**
 * Makes what splits branches, each by its next open question: by the sign of a linear polynomial or the value of a choice. A
 * number in a question that is not linear is fixed to its first step or moved on from it.
 *
 * @param unit The unit, to which the answers of a branch are given while it is split.
 * @returns For a branch the narrower ones that it comes to; `null` where nothing that moves is left to ask about.
 */
export function createSplitter(
  unit: Unit,
  { program, cells, moving, hasMissing }: Opened,
): (branch: Branch) => readonly Branch[] | null {
  const { numbers, values } = moving;
  // With missing cells the next question may be about them: then any question about what moves will do.
  const asked = hasMissing
    ? program.questions.polynomials.map((whole) => primitive(substitute(whole, cells.number)).polynomial)
    : [];

  function bySign(polynomial: Polynomial, region: Region): Parts {
    const steps = inSteps(polynomial, numbers);
    if (steps === null) return null;
    const left = settledIn(region, steps);
    if (degree(left) > 1) return byStep(crossing(left), region);
    return SIGNS.flatMap((sign) => {
      const narrower = narrowed(region, left, sign);
      return narrower === null ? [] : [{ answers: [{ kind: 'sign', polynomial, sign }], region: narrower }];
    });
  }

  function byValue(variable: number, region: Region): Parts {
    const move = values.get(variable);
    if (move === undefined) return null;
    return [move.from, ...move.to].map((value) => ({ answers: [{ kind: 'byte', variable, value }], region }));
  }

  function byStep(candidates: readonly number[], region: Region): Parts {
    const open = candidates.filter((v) => region.ranges.get(v)?.from !== region.ranges.get(v)?.to);
    const [first, ...rest] = open;
    if (first === undefined) return null;
    const chosen = rest.reduce(
      (best, v) => (isShorter(region.ranges.get(v), region.ranges.get(best)) ? v : best),
      first,
    );
    return splitAt(region, chosen).map((part) => ({ answers: [], region: part }));
  }

  function aboutMoves(answers: readonly Answer[], region: Region): Parts {
    const answered = new Set(
      answers.map((answer) => (answer.kind === 'sign' ? polynomialKey(answer.polynomial) : answer.variable)),
    );
    const isOpen = (polynomial: Polynomial): boolean =>
      degree(polynomial) > 0 && !answered.has(polynomialKey(polynomial));
    const own = asked.find((polynomial) => isOpen(polynomial) && variablesOf(polynomial).every((v) => numbers.has(v)));
    if (own !== undefined) return bySign(own, region);
    const value = [...values.keys()].find((variable) => !answered.has(variable));
    if (value !== undefined) return byValue(value, region);
    const mixed = asked
      .filter(isOpen)
      .flatMap((polynomial) => variablesOf(polynomial).flatMap((v) => numbers.get(v) ?? []));
    return byStep(
      mixed.flatMap((move) => Object.values(stepVariables(move))),
      region,
    );
  }

  function partsOf({ answers, region }: Branch): Parts {
    const open = unit.openQuestion();
    const parts =
      open === null ? null : open.kind === 'sign' ? bySign(open.polynomial, region) : byValue(open.variable, region);
    if (parts !== null) return parts;
    if (hasMissing) return aboutMoves(answers, region);
    // Everything is answered: what is left is to find steps that give the answers.
    return byStep(
      region.linear.flatMap(({ polynomial }) => variablesOf(polynomial)),
      region,
    );
  }

  return (branch) =>
    partsOf(branch)?.map(({ answers, region }) => ({ answers: [...branch.answers, ...answers], region })) ?? null;
}

/** The variables of the terms in which several are multiplied. */
function crossing(polynomial: Polynomial): readonly number[] {
  return polynomial.flatMap(({ variables }) => (variables.length > 1 ? variables : []));
}

function isShorter(one: Range | undefined, other: Range | undefined): boolean {
  if (one === undefined || one.to === null) return false;
  return other === undefined || other.to === null || one.to - one.from < other.to - other.from;
}
