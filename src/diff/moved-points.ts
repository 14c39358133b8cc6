import type { Criterion } from '../criteria/index.ts';
import { add, exactText, type Rational, subtract, ZERO } from '../number/index.ts';
import type { Text } from '../messages/index.ts';
import { changeOf, type Context } from './context.ts';
import { CRITERIA, grows } from './criterion-section.ts';
import type { Planned } from './planned.ts';
import { plainText } from './shown.ts';
import { BOTH } from './sign.ts';

/** A criterion whose points changed. */
interface Shift {
  readonly planned: Planned;
  readonly before: Criterion;
  readonly after: Criterion;
  readonly by: Rational;
}

/**
 * Tells points that some criteria lose and others gain as one change: first within a group, then across groups. What does
 * not come out even was not moved.
 */
export function withMovedPoints(planned: readonly Planned[], context: Context): readonly Planned[] {
  const shifts = planned.flatMap((own) => shiftOf(own, context));
  const groups = [...new Set(shifts.map(({ after }) => after.group))];
  const inGroups = groups.map((group) => shifts.filter(({ after }) => after.group === group)).filter(isEven);
  const told = new Set(inGroups.flat());
  const rest = shifts.filter((shift) => !told.has(shift));
  const moved = isEven(rest) ? [...inGroups, rest] : inGroups;
  const gone = new Set(moved.flat().map((shift) => shift.planned));
  return [...moved.map((own) => movedOf(own, context)), ...planned.filter((own) => !gone.has(own))].map((own) =>
    tied(own, planned),
  );
}

function shiftOf(planned: Planned, { sets }: Context): readonly Shift[] {
  const [id = ''] = planned.change.subject.ids;
  const [before, after] = [sets.base.criteria.get(id), sets.revision.criteria.get(id)];
  if (planned.change.id !== 'points-changed' || before === undefined || after === undefined) return [];
  // A bonus is on top: its points come from nowhere.
  if (before.bonus || after.bonus || before.points === null || after.points === null) return [];
  return [{ planned, before, after, by: subtract(after.points, before.points) }];
}

function isEven(shifts: readonly Shift[]): boolean {
  return shifts.length > 1 && shifts.reduce((sum, { by }) => add(sum, by), ZERO).num === 0n;
}

function movedOf(shifts: readonly Shift[], context: Context): Planned {
  const ids = shifts.map(({ after }) => after.id);
  const [base, revision] = [shifts.map(({ before }) => before), shifts.map(({ after }) => after)];
  const told = (side: 'before' | 'after', criteria: readonly Criterion[]) => ({
    text: pointsText(criteria),
    at: shifts[0]?.planned.change[side]?.at ?? null,
  });
  const change = changeOf(
    {
      id: 'points-moved',
      path: shifts.map(({ planned }) => planned.change.path).join(', '),
      subject: { kind: 'criterion', ids, label: null },
      before: told(
        'before',
        base.map((own) => context.asWritten(CRITERIA, own)),
      ),
      after: told('after', revision),
      written: { base: pointsText(base), revision: pointsText(revision) },
      cite: null,
      office: null,
      effects: ids.map((id) => grows('points', id, BOTH)),
    },
    context,
  );
  return {
    change,
    edit: {
      apply: (set) => shifts.reduce((next, { planned }) => planned.edit?.apply(next) ?? next, set),
      adds: [],
      removes: [],
      uses: [],
      leaves: [],
      retypes: [],
      ties: [],
    },
  };
}

function pointsText(criteria: readonly Criterion[]): Text {
  return plainText(criteria.map(({ id, points }) => `${id}: ${exactText(points ?? ZERO)}`).join('; '));
}

/** The best step of a criterion earns its points: bands and points change only together. */
function tied(planned: Planned, all: readonly Planned[]): Planned {
  const { change, edit } = planned;
  if (edit === null) return planned;
  const steps = change.subject.ids.filter((id) => {
    const own = all.filter((other) => other.change.subject.ids.includes(id)).map(({ change: { path } }) => path);
    return own.includes(`criteria.${id}.points`) && own.some((path) => STEPS.has(path.slice(`criteria.${id}.`.length)));
  });
  const isPart = change.path.includes('.points') || STEPS.has(change.path.split('.').at(-1) ?? '');
  return isPart ? { change, edit: { ...edit, ties: steps.map((id) => `steps ${id}`) } } : planned;
}

const STEPS: ReadonlySet<string> = new Set(['bands', 'scale']);
