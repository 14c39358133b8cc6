import {
  type Cells,
  createUnit,
  findCandidates,
  indicatorsIn,
  type Outcome,
  type Program,
  rulesOf,
} from '../assess/index.ts';
import { ALWAYS, type Condition } from '../formula/index.ts';
import { cellsAt, type Point, pointKey } from './point.ts';

/** Where a unit stands, as far as ways go. */
type Standing = Pick<Outcome, 'classes' | 'mayBeNone' | 'unsound'>;

/** Tells of one unit which changes of its figures reach a goal. */
export interface Judge {
  /** The classes the changed unit can have; `null` where it breaks a data check or the goal is not sure. */
  readonly classesAt: (point: Point) => readonly number[] | null;
  /** What the changed unit comes to, its missing figures left open. */
  readonly outcomeAt: (point: Point) => Outcome;
  /** A unit that may be in no class at all has not reached one. */
  readonly isReached: (standing: Standing) => boolean;
  /** Whether some change was turned down that the unit may yet be free to make: then none is known to be the cheapest. */
  readonly isDoubted: () => boolean;
}

/** What a change is judged by. */
interface Judged {
  readonly program: Program;
  readonly cells: Cells;
  /** Places of the classes to reach. */
  readonly goal: ReadonlySet<number>;
  /** Whether some figures are missing: they stay unknown to the end, and the goal counts only whatever they are. */
  readonly hasMissing: boolean;
}

/** Makes the judge of one unit; what was asked once is remembered. */
export function createJudge({ program, cells, goal, hasMissing }: Judged): Judge {
  const known = new Map<string, readonly number[] | null>();
  const rules = rulesOf(program);
  let isDoubted = false;

  function classesAt(point: Point): readonly number[] | null {
    const key = pointKey(point);
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = hasMissing ? whatever(point) : outcomeAt(point);
    const classes = isReached(found) ? found.classes : null;
    known.set(key, classes);
    return classes;
  }

  function outcomeAt(point: Point): Outcome {
    return createUnit(program, cellsAt(cells, point)).outcome();
  }

  /**
   * Where figures are missing, the checks on what changes must hold whatever they are: else the way may not be open. Where
   * they hold for some figures only as it is, those for which they break after it may be none the unit can have.
   */
  function whatever(point: Point): Standing {
    const moved = cellsAt(cells, point);
    const changed = [...point.numbers.keys(), ...point.bytes.keys()].map(
      (variable) => program.questions.variables[variable]?.indicator.id,
    );
    const touched = rules.filter((rule) => indicatorsIn(program, rule).some((id) => changed.includes(id)));
    if (holdWhatever(program, touched, moved)) return { ...findCandidates(program, moved), unsound: false };
    isDoubted ||= !holdWhatever(program, touched, cells);
    return { classes: [], mayBeNone: true, unsound: true };
  }

  function isReached({ classes, mayBeNone, unsound }: Standing): boolean {
    return !unsound && !mayBeNone && classes.length > 0 && classes.every((place) => goal.has(place));
  }

  return { classesAt, outcomeAt, isReached, isDoubted: () => isDoubted };
}

/** Whether rules hold whatever the missing figures are. */
function holdWhatever(program: Program, rules: readonly Condition[], cells: Cells): boolean {
  if (rules.length === 0) return true;
  const asked = {
    ...program,
    classes: [{ kind: 'all', of: rules }, ALWAYS],
    checks: [],
    counted: [],
    sheet: null,
  } as const;
  return createUnit(asked, cells).outcome().classes.join() === '0';
}
