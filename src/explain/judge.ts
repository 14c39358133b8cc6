import { substitute } from '../algebra/index.ts';
import {
  type Candidates,
  type Cells,
  createUnit,
  findClasses,
  indicatorsIn,
  type Outcome,
  type Program,
  rulesOf,
  type Standing,
  cellsAt,
  joined,
  type Point,
  pointKey,
} from '../assess/index.ts';
import { ALWAYS, type Condition, NEVER } from '../formula/index.ts';

/** Tells of one unit which changes of its figures reach a goal. */
export interface Judge {
  /** The classes the changed unit can have; `null` where it breaks a data check or the goal is not sure. */
  readonly classesAt: (point: Point) => readonly number[] | null;
  /** What the changed unit comes to, its missing figures left open. */
  readonly outcomeAt: (point: Point) => Outcome;
  /** A unit that may be in no class at all has not reached one. */
  readonly isReached: (standing: Standing) => boolean;
  /** Whether some change was turned down without proof that it is not certain: then none is known to be the cheapest. */
  readonly isDoubted: () => boolean;
}

/** What a change is judged by. */
interface Judged {
  readonly program: Program;
  readonly cells: Cells;
  /** What is changed in any case, beside what is asked about. */
  readonly settled: Point;
  /** Places of the classes to reach. */
  readonly goal: ReadonlySet<number>;
  /** Whether some figures are missing: they stay unknown to the end, and the goal counts only whatever they are. */
  readonly hasMissing: boolean;
}

/** Makes the judge of one unit; what was asked once is remembered. */
export function createJudge({ program, cells, settled, goal, hasMissing }: Judged): Judge {
  const known = new Map<string, readonly number[] | null>();
  let isDoubted = false;

  function classesAt(moved: Point): readonly number[] | null {
    const point = joined(settled, moved);
    const key = pointKey(point);
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = hasMissing ? whatever(point) : outcomeAt(point);
    const classes = isReached(found) ? found.classes : null;
    known.set(key, classes);
    return classes;
  }

  function outcomeAt(moved: Point): Outcome {
    return createUnit(program, cellsAt(cells, joined(settled, moved))).outcome();
  }

  /**
   * Where figures are missing, a change is certain only if two things hold. With every filling of them that is allowed after
   * it the goal is reached: that is what assessing the changed figures says as well. And no filling that is allowed as it
   * is breaks a check after it: where one does, a figure that nobody knows would have to change too, and the change alone
   * may not be open. So lowering a part below the unknown whole it is held against is certain, and raising it is not.
   */
  function whatever(point: Point): Standing {
    const found = findClasses(program, cellsAt(cells, point));
    const standing = { ...found, unsound: false };
    const broken = isReached(standing) ? breaking(program, cells, point) : null;
    const isSure = broken === null ? found.exact || !found.sound : broken.exact;
    if (broken !== null && !broken.classes.includes(BREAKS)) return standing;
    isDoubted ||= !isSure;
    return { classes: [], mayBeNone: true, unsound: true };
  }

  function isReached({ classes, mayBeNone, unsound }: Standing): boolean {
    return !unsound && !mayBeNone && classes.length > 0 && classes.every((place) => goal.has(place));
  }

  return { classesAt, outcomeAt, isReached, isDoubted: () => isDoubted };
}

/** The place of what breaks a check. */
const BREAKS = 0;

/** Whether some filling that the rules allow breaks one of them after a change: then {@link BREAKS} is among the classes. */
function breaking(program: Program, cells: Cells, { numbers, bytes }: Point): Pick<Candidates, 'classes' | 'exact'> {
  const { questions, criteria } = program;
  const changed = [...numbers.keys(), ...bytes.keys()].map((variable) => questions.variables[variable]?.indicator.id);
  const touched = rulesOf(program).filter((rule) => indicatorsIn(program, rule).some((id) => changed.includes(id)));
  if (touched.length === 0) return { classes: [], exact: true };
  // Every question once more as it is after the change, beside those as it is.
  const further = questions.polynomials.map((whole) => substitute(whole, (variable) => numbers.get(variable) ?? null));
  const after = afterwards({ questions: questions.polynomials.length, criteria: criteria.length, bytes });
  const breaks: Condition = { kind: 'any', of: [...touched.map((rule) => not(after(rule))), NEVER] };
  return findClasses(
    {
      ...program,
      questions: { ...questions, polynomials: [...questions.polynomials, ...further] },
      criteria: [...criteria, ...criteria.map(after)],
      classes: [breaks, ALWAYS],
      counted: [],
      sheet: null,
    },
    cells,
  );
}

/** Makes of a condition the one that asks the same after a change: of the questions and criteria that follow so many others. */
function afterwards(past: {
  readonly questions: number;
  readonly criteria: number;
  readonly bytes: Point['bytes'];
}): (condition: Condition) => Condition {
  const after = (condition: Condition): Condition => {
    switch (condition.kind) {
      case 'sign':
        return { ...condition, question: condition.question + past.questions };
      case 'criterion':
        return { ...condition, criterion: condition.criterion + past.criteria };
      case 'choice':
      case 'boolean': {
        const place = past.bytes.get(condition.variable);
        if (place === undefined) return condition;
        return {
          kind: 'constant',
          holds: condition.kind === 'boolean' ? place === 1 : condition.accept.includes(place),
        };
      }
      case 'not':
        return not(after(condition.of));
      case 'all':
      case 'any':
      case 'at_least':
        return { ...condition, of: condition.of.map(after) };
      case 'defined':
        return { ...condition, undefinedWhen: after(condition.undefinedWhen), of: after(condition.of) };
      case 'constant':
      case 'gate':
        return condition;
    }
  };
  return after;
}

function not(of: Condition): Condition {
  return { kind: 'not', of };
}
