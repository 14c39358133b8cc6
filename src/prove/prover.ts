import type { Program } from '../assess/index.ts';
import { idAt } from '../criteria/index.ts';
import { type Condition, FAIL, PASS, whenAsked } from '../formula/index.ts';
import { partInto } from './components.ts';
import type { Option, Verdict } from './graph.ts';
import { classLabel, joinPrograms } from './joint.ts';
import { outcomesOf } from './outcomes.ts';
import { createSearch, type End, WIDTHS } from './reachable.ts';
import { tracesOf } from './trace.ts';
import { classOfWitness, criterionStateOf, type Witness, witnessOf } from './witness.ts';

/** Whether data leads somewhere: `yes` and `no` are proved. */
export type Reach = 'yes' | 'no' | 'unproved';

/** Whether a criterion can be met, and whether it can be not met. */
export interface CriterionReach {
  readonly passes: Reach;
  readonly fails: Reach;
}

/** Proves what sound data can lead to; each question is answered once. */
export interface Prover {
  /** Whether any data satisfies the checks. */
  readonly sound: () => Reach;
  /** Whether data can be of the class at this place. */
  readonly reachesClass: (place: number) => Reach;
  /** Whether data can be of no class. */
  readonly reachesNoClass: () => Reach;
  readonly criterion: (number: number) => CriterionReach;
  readonly holds: (condition: Condition) => Reach;
}

/** A proof looks at every criterion and question: of a very large set only so many are tried. */
const MOST_WORK = 5_000_000;

const MET = 'met';
const MISSED = 'missed';

/**
 * A prover for one program. What is proved is proved for all data: the domains of the indicators and the checks of
 * severity `error` bound it, nothing else does. Figures rolled up from units below count as if they were free.
 */
export function createProver(program: Program): Prover {
  const joint = joinPrograms([program]);
  const { graph } = joint;
  const [side] = joint.sides;
  let spent = 0;

  /** Which labels can be reached; those whose figures, assessed, do not come to it are left open. */
  function reachOf(verdict: Verdict, agrees: (witness: Witness, label: string | null) => boolean) {
    spent += program.criteria.length + program.questions.polynomials.length;
    if (spent > MOST_WORK) return () => 'unproved' as const;
    const search = createSearch(joint, [verdict]);
    const found = WIDTHS.map((width) => whenAsked(() => search(width)));
    const isShown = (end: End): boolean => {
      for (const outcomes of tracesOf(joint, end)) {
        const witness = witnessOf(joint, outcomes);
        if (witness !== null && agrees(witness, end.labels[0] ?? null)) return true;
      }
      return false;
    };
    return (label: string | null): Reach => {
      if (!mayHave(verdict, label)) return 'no';
      for (const within of found) {
        const { ends, complete } = within();
        const own = ends.filter(({ labels }) => (labels[0] ?? null) === label);
        if (own.some(isShown)) return 'yes';
        if (complete) return own.length === 0 ? 'no' : 'unproved';
      }
      return 'unproved';
    };
  }

  const classes = whenAsked(() =>
    reachOf(side?.verdict ?? graph.verdict([]), (witness, label) => {
      const id = classOfWitness(program, 0, witness);
      return (typeof id === 'string' ? labelOf(id) : id) === label;
    }),
  );
  const criteria = new Map<number, CriterionReach>();

  function labelOf(id: string): string {
    return classLabel(id, program.set.classes.get(id)?.certifies === true);
  }

  function criterion(number: number): CriterionReach {
    const node = side?.criteria[number] ?? graph.state(FAIL);
    const options: readonly Option[] = [
      { label: MET, when: graph.counts(node, FAIL) },
      { label: MISSED, when: graph.not(graph.counts(node, PASS)) },
    ];
    const reach = reachOf(graph.verdict(options), (witness, label) => {
      const state = criterionStateOf(program, 0, witness, number);
      return label === MET ? state === PASS : state === FAIL;
    });
    return { passes: reach(MET), fails: reach(MISSED) };
  }

  function holds(condition: Condition): Reach {
    const when = side === undefined ? graph.state(FAIL) : side.nodeOf(condition);
    // What holds is not asked of the engine again: only conditions of pieces are looked at, and these are exact.
    return reachOf(graph.verdict([{ label: MET, when }]), () => true)(MET);
  }

  return {
    sound: whenAsked(() => soundness(joint)),
    reachesClass: (place) => {
      const id = idAt(program.set.classes, place);
      return id === null ? 'no' : classes()(labelOf(id));
    },
    reachesNoClass: () => classes()(null),
    criterion: (number) => {
      const found = criteria.get(number) ?? criterion(number);
      criteria.set(number, found);
      return found;
    },
    holds,
  };
}

/** Whether a verdict can come to a label as it is written: to none, where no condition always holds. */
function mayHave({ options }: Verdict, label: string | null): boolean {
  const last = options.at(-1)?.when;
  return label === null ? last?.kind !== 'state' : options.some((option) => option.label === label);
}

/** Whether some data keeps all rules. */
function soundness(joint: ReturnType<typeof joinPrograms>): Reach {
  const reaches = partInto(joint, []).components.map((component): Reach => {
    const { outcomes, complete } = outcomesOf(joint, component);
    if (outcomes.some(({ values }) => values !== null)) return 'yes';
    return outcomes.length === 0 && complete ? 'no' : 'unproved';
  });
  return reaches.includes('no') ? 'no' : reaches.includes('unproved') ? 'unproved' : 'yes';
}
