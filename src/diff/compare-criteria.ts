import type { Criterion } from '../criteria/index.ts';
import { compareSection, comingOf, goingOf, type Told } from './compare-section.ts';
import type { Context } from './context.ts';
import { CRITERIA } from './criterion-section.ts';
import type { Crosswalk } from './crosswalk.ts';
import { withMovedPoints } from './moved-points.ts';
import type { Planned } from './planned.ts';
import { partedOf } from './parted.ts';
import { renamesIn } from './renames.ts';

/** Compares the criteria; what was split, merged or renamed, whole groups, and points that moved are told as such. */
export function compareCriteria(context: Context, { criteria }: Crosswalk): readonly Planned[] {
  const parted = criteria.filter(({ base, revision }) => base.length !== 1 || revision.length !== 1);
  const told: Told = {
    base: new Set(parted.flatMap(({ base }) => base)),
    revision: new Set(parted.flatMap(({ revision }) => revision)),
  };
  const groups = wholeGroups(context, told);
  const rest = compareSection(CRITERIA, context, {
    base: new Set([...told.base, ...groups.told.base]),
    revision: new Set([...told.revision, ...groups.told.revision]),
  });
  return [
    ...renamesIn(CRITERIA, 'criterion-renamed', criteria, context),
    ...parted.map((link) => partedOf(link, context)),
    ...groups.planned,
    ...withMovedPoints(rest, context),
  ];
}

/** Groups that come or go with their parts: without them they would be nothing. */
function wholeGroups(context: Context, told: Told): { readonly planned: readonly Planned[]; readonly told: Told } {
  const { whole } = CRITERIA;
  const { base, revision } = context.sets;
  if (whole === null) return { planned: [], told };
  const came = groupsOnlyIn(revision.criteria, base.criteria, told.revision);
  const went = groupsOnlyIn(base.criteria, revision.criteria, told.base);
  return {
    planned: [
      ...came.map((nodes) => comingOf({ section: CRITERIA, whole }, nodes, context)),
      ...went.map((nodes) => goingOf({ section: CRITERIA, whole }, nodes, context)),
    ],
    told: { base: idsOf(went), revision: idsOf(came) },
  };
}

type Nodes = ReadonlyMap<string, Criterion>;
type Family = readonly (readonly [string, Criterion])[];

/** Each outermost group that the other set has not, with all the parts that it has not either. */
function groupsOnlyIn(own: Nodes, other: Nodes, told: ReadonlySet<string>): readonly Family[] {
  const isFresh = (id: string | null): boolean => id !== null && own.has(id) && !other.has(id) && !told.has(id);
  const tops = [...own.values()].filter(
    ({ id, rule, group }) => rule.kind === 'group' && isFresh(id) && !isFresh(group),
  );
  return tops.map((top) => [[top.id, top], ...partsOf(top, own).filter(([id]) => isFresh(id))]);
}

function partsOf({ rule }: Criterion, nodes: Nodes): Family {
  if (rule.kind !== 'group') return [];
  const parts = rule.parts.flatMap((id) => nodes.get(id) ?? []);
  return parts.flatMap((part): Family => [[part.id, part], ...partsOf(part, nodes)]);
}

function idsOf(families: readonly Family[]): ReadonlySet<string> {
  return new Set(families.flatMap((family) => family.map(([id]) => id)));
}
