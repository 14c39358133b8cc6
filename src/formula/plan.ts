import { MISSING } from './columns.ts';
import type { Questions } from './questions.ts';
import { ANY_SIGN, type Condition, NEGATIVE, NOT_APPLICABLE, POSITIVE, type State, ZERO_SIGN } from './condition.ts';
import { byteSet, type ByteSet, pack, packStates } from './pack.ts';
import {
  allOf,
  anyOf,
  atLeast,
  countingAs,
  createRun,
  definedUnless,
  isTwoValued,
  negate,
  type Run,
} from './planes.ts';
import { hasGaps } from './ranges.ts';
import { createSigns, type Figures } from './signs.ts';
import { once } from './remembered.ts';
import type { Step, Steps } from './steps.ts';

/** What conditions ask for. */
export interface Sources extends Figures {
  readonly questions: Questions;
  /** The conditions of criteria that are to be decided. */
  readonly conditionOf: (criterion: number) => Condition | undefined;
  /** States of criteria and of gates on points that are decided already. */
  readonly known: (criterion: number) => Uint8Array | undefined;
  readonly gate: (gate: number) => Uint8Array | undefined;
}

/**
 * Plans how conditions are evaluated in Kleene's three-valued logic, in which parts that are not applicable leave the count.
 * Conditions that come down to the same are evaluated once, and not at all where the columns tell beforehand.
 *
 * @param steps Where the steps are added.
 * @returns Where the states of a condition are found after the steps.
 */
export function createPlan(
  { questions, conditionOf, known, gate, ...figures }: Sources,
  steps: Steps,
): (condition: Condition) => Run {
  const { columnOf } = figures;
  const signs = createSigns(figures, steps);
  const runs = once<string, Run>();
  const criteria = once<number, Run>();
  const numbers = new Map<Run, number>();

  /** The one run of what is made in the same way of the same runs. */
  function made(how: string, of: readonly Run[], twoValued: boolean, stepInto: (out: Run) => Step): Run {
    const parts = of.map((run) => {
      const number = numbers.get(run) ?? numbers.size;
      numbers.set(run, number);
      return number;
    });
    return runs(`${how} ${parts.join()}`, () => {
      const out = createRun(steps.longest, twoValued);
      steps.add(stepInto(out));
      return out;
    });
  }

  function runOf(condition: Condition): Run {
    switch (condition.kind) {
      case 'constant':
        return condition.holds ? steps.always : steps.never;
      case 'sign':
        return runs(`sign ${condition.question} ${condition.accept}`, () => sign(condition.question, condition.accept));
      case 'choice':
      case 'boolean':
        return choice(condition);
      case 'criterion':
        return counting(
          criteria(condition.criterion, () => criterion(condition.criterion)),
          condition.whenNotApplicable,
        );
      case 'gate':
        return given(`gate ${condition.gate}`, gate(condition.gate));
      case 'not':
        return not(runOf(condition.of));
      case 'all':
        return all(condition.of.map(runOf));
      case 'any':
        return any(condition.of.map(runOf));
      case 'at_least':
        return enough(condition.count, condition.of.map(runOf));
      case 'defined':
        return defined(runOf(condition.undefinedWhen), runOf(condition.of));
      default:
        return condition satisfies never;
    }
  }

  /** A sign is one of two or three that lie side by side, or it is all but one of these. */
  function sign(question: number, accept: number): Run {
    const polynomial = questions.polynomials[question] ?? [];
    switch (accept) {
      case ZERO_SIGN | POSITIVE:
        return signs(polynomial, 'zero');
      case POSITIVE:
        return signs(polynomial, 'more');
      case ZERO_SIGN:
        return all([signs(polynomial, 'zero'), not(signs(polynomial, 'more'))]);
      case NEGATIVE:
      case NEGATIVE | ZERO_SIGN:
      case NEGATIVE | POSITIVE:
        return not(sign(question, ANY_SIGN ^ accept));
      default:
        throw new RangeError(`no question is asked for the signs ${accept}`);
    }
  }

  function choice(condition: Condition & { kind: 'choice' | 'boolean' }): Run {
    const { variable } = condition;
    const column = columnOf(variable);
    if (column === undefined || column.kind === 'number') return steps.unknown;
    const accept = condition.kind === 'choice' ? condition.accept : [1];
    return made(`${condition.kind} ${variable} ${accept.join()}`, [], !hasGaps(column), (out) => {
      const isMissing = (byte: number): boolean => (column.kind === 'choice' ? byte === MISSING : byte > 1);
      const values = byteSet((byte) => accept.includes(byte));
      return packing(
        column.values,
        values,
        byteSet((byte) => accept.includes(byte) || isMissing(byte)),
        out,
      );
    });
  }

  function criterion(number: number): Run {
    const condition = conditionOf(number);
    return condition === undefined ? given(`criterion ${number}`, known(number)) : runOf(condition);
  }

  function given(what: string, states: Uint8Array | undefined): Run {
    if (states === undefined) return steps.unknown;
    return made(what, [], false, (out) => (from, rows) => packStates(states, from, rows, out));
  }

  function counting(of: Run, whenNotApplicable: State): Run {
    if (isTwoValued(of) || whenNotApplicable === NOT_APPLICABLE) return of;
    return made(`counting as ${whenNotApplicable}`, [of], false, (out) => () => countingAs(of, whenNotApplicable, out));
  }

  function not(of: Run): Run {
    if (of === steps.always) return steps.never;
    if (of === steps.never) return steps.always;
    return made('not', [of], isTwoValued(of), (out) => () => negate(of, out));
  }

  function all(of: readonly Run[]): Run {
    return of.includes(steps.never) ? steps.never : joined('all', of, steps.always, allOf);
  }

  function any(of: readonly Run[]): Run {
    return of.includes(steps.always) ? steps.always : joined('any', of, steps.never, anyOf);
  }

  /** Parts that change nothing are left out, but not beside one that may not apply: alone it would count otherwise. */
  function joined(how: string, of: readonly Run[], neutral: Run, join: typeof allOf): Run {
    const twoValued = of.every(isTwoValued);
    const [first, ...rest] = twoValued ? of.filter((part) => part !== neutral) : of;
    if (first === undefined) return neutral;
    if (rest.length === 0) return first;
    return made(how, [first, ...rest], twoValued, (out) => () => join([first, ...rest], out));
  }

  function enough(needed: number, of: readonly Run[]): Run {
    if (needed <= 0) return steps.always;
    if (of.length === 0) return steps.never;
    return made(`at least ${needed}`, of, of.every(isTwoValued), (out) => atLeast(needed, of, out));
  }

  function defined(undefinedWhen: Run, of: Run): Run {
    if (undefinedWhen === steps.never) return of;
    return made('defined', [undefinedWhen, of], false, (out) => () => definedUnless(undefinedWhen, of, out));
  }

  return runOf;
}

function packing(bytes: Uint8Array, sure: ByteSet, may: ByteSet, out: Run): Step {
  return (from, rows) => {
    pack(bytes, sure, from, rows, out.sure);
    if (!isTwoValued(out)) pack(bytes, may, from, rows, out.may);
  };
}
