import type { CriteriaSet, Tree } from '../criteria/index.ts';
import { requireSet } from '../messages/index.ts';
import { align } from './align.ts';
import type { Change, Pair, Sets } from './change.ts';
import { compareCriteria } from './compare-criteria.ts';
import { compareSection } from './compare-section.ts';
import { createContext } from './context.ts';
import { type Crosswalk, crosswalk } from './crosswalk.ts';
import { CHECKS, INDICATORS, MEASURES } from './data-sections.ts';
import type { Planned } from './planned.ts';
import { withReadingDirections } from './reading-directions.ts';
import { renamesIn } from './renames.ts';
import { CLASSES, READINGS, REMARKS, SET, SOURCES, TARGETS } from './set-sections.ts';

/** The trees of the two files, as far as they are at hand: with them, changes point at values and not only at nodes. */
export type Trees = Pair<Tree | null>;

/** Two sets compared, with how to make each change alone. */
export interface Comparison {
  /** Both under the names of the revision. */
  readonly sets: Sets;
  /** The same with each criterion under the id it has in its own set. */
  readonly named: Sets;
  /** What a node is called in the base itself. */
  readonly original: (id: string) => string;
  readonly walk: Crosswalk;
  readonly planned: readonly Planned[];
}

const NO_TREES: Trees = { base: null, revision: null };

/**
 * What changed between two criteria sets with their readings chosen.
 *
 * @param base The earlier set.
 * @param revision The later one.
 * @param trees The files as trees, for the places of values.
 * @throws {RangeError} For what is no criteria set.
 * @returns One change for each thing that differs, by section of the file.
 * @example diff(set, set) // []
 */
export function diff(base: CriteriaSet, revision: CriteriaSet, trees: Trees = NO_TREES): readonly Change[] {
  return compareSets({ base, revision }, trees).planned.map(({ change }) => change);
}

/** The same with the links between nodes, and how to make each change alone. */
export function compareSets(given: Sets, trees: Trees = NO_TREES): Comparison {
  for (const set of [given.base, given.revision]) requireSet(set);
  const walk = crosswalk(given);
  const { sets, named, original } = align(given, walk);
  const files = {
    base: { set: given.base, tree: trees.base },
    revision: { set: given.revision, tree: trees.revision },
  };
  const context = createContext(sets, files, original);
  const planned = [
    ...compareSection(SET, context),
    ...compareSection(CLASSES, context),
    ...compareCriteria(context, walk),
    ...compareSection(MEASURES, context),
    ...renamesIn(INDICATORS, 'indicator-renamed', walk.indicators, context),
    ...compareSection(INDICATORS, context),
    ...compareSection(CHECKS, context),
    ...compareSection(READINGS, context),
    ...compareSection(TARGETS, context),
    ...compareSection(REMARKS, context),
    ...compareSection(SOURCES, context),
  ];
  const changes = withReadingDirections(
    planned.map(({ change }) => change),
    given,
  );
  return {
    sets,
    named,
    original,
    walk,
    planned: planned.map((own, place) => ({ ...own, change: changes[place] ?? own.change })),
  };
}
