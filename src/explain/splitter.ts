import { degree, type Polynomial, variablesOf } from '../algebra/index.ts';
import type { Unit } from '../assess/index.ts';
import type { Branch, Moving } from './branch.ts';
import { inSteps, stepVariables } from './moves.ts';
import { narrowed, type Range, type Region, settledIn, splitAt } from './region.ts';

const SIGNS = [-1, 0, 1] as const;

/** So many questions about missing figures are answered at most to find one about what moves. */
const MOST_ANSWERS = 100;

/** What is open in one search. */
export interface Opened {
  readonly moving: Moving;
  /** Whether figures are missing beside what moves. */
  readonly hasMissing: boolean;
  /** Is told of every question that is looked for where figures are missing. */
  readonly asked: () => void;
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
  { moving, hasMissing, asked }: Opened,
): (branch: Branch) => readonly Branch[] | null {
  const { numbers, values } = moving;
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

  /**
   * Where figures are missing, the next question may be about them. They stay unknown, so whichever way they answer it, what
   * is asked next about what moves is asked here: also of numbers that a question joins with them, step by step.
   */
  function aboutMoves(region: Region): Parts {
    const joined = new Set<number>();
    let left = MOST_ANSWERS;
    const next = (): Parts => {
      asked();
      const open = unit.classQuestion();
      if (open === null || left === 0) return null;
      left -= 1;
      const own = open.kind === 'sign' ? bySign(open.polynomial, region) : byValue(open.variable, region);
      if (own !== null) return own;
      if (open.kind === 'byte')
        return firstOf(
          Array.from({ length: open.values }, (_, value) => value),
          (value, then) => unit.answerByte(open.variable, value, then),
          next,
        );
      for (const move of variablesOf(open.polynomial).flatMap((v) => numbers.get(v) ?? []))
        for (const variable of Object.values(stepVariables(move))) joined.add(variable);
      return firstOf(SIGNS, (sign, then) => unit.answerSign(open.polynomial, sign, then), next);
    };
    return next() ?? byStep([...joined], region) ?? (left === 0 ? byStep([...region.ranges.keys()], region) : null);
  }

  function partsOf({ region }: Branch): Parts {
    if (hasMissing) return aboutMoves(region);
    const open = unit.openQuestion();
    const parts =
      open === null ? null : open.kind === 'sign' ? bySign(open.polynomial, region) : byValue(open.variable, region);
    if (parts !== null) return parts;
    // Everything is answered: what is left is to find steps that give the answers.
    return byStep(
      region.linear.flatMap(({ polynomial }) => variablesOf(polynomial)),
      region,
    );
  }

  return (branch) =>
    partsOf(branch)?.map(({ answers, region }) => ({ answers: [...branch.answers, ...answers], region })) ?? null;
}

/** What is found under the first of some answers under which something is. */
function firstOf<T>(
  [first, ...rest]: readonly T[],
  give: (answer: T, then: () => void) => void,
  find: () => Parts,
): Parts {
  if (first === undefined) return null;
  const found: Parts[] = [];
  give(first, () => void found.push(find()));
  return found[0] ?? firstOf(rest, give, find);
}

/** The variables of the terms in which several are multiplied. */
function crossing(polynomial: Polynomial): readonly number[] {
  return polynomial.flatMap(({ variables }) => (variables.length > 1 ? variables : []));
}

function isShorter(one: Range | undefined, other: Range | undefined): boolean {
  if (one === undefined || one.to === null) return false;
  return other === undefined || other.to === null || one.to - one.from < other.to - other.from;
}
