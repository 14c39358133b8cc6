import type { CriteriaSet } from '../criteria/index.ts';
import type { Text } from '../messages/index.ts';
import type { Pair, Sets } from './change.ts';
import { changeOf, type Context, pathOf, subjectOf, valueOf } from './context.ts';
import type { Effect } from './effects.ts';
import type { Facet, Section, Whole } from './facet.ts';
import type { Edit, Planned } from './planned.ts';
import { plainOrNull } from './shown.ts';
import { opposite } from './sign.ts';

/** Nodes that are told in another way. */
export interface Told {
  readonly base: ReadonlySet<string>;
  readonly revision: ReadonlySet<string>;
}

const NOTHING: Told = { base: new Set(), revision: new Set() };

/** Compares one section of two sets: what came, what went, and every facet of what stayed. */
export function compareSection<N>(section: Section<N>, context: Context, told: Told = NOTHING): readonly Planned[] {
  const nodes = section.nodes(context.sets);
  const { whole } = section;
  const stayed = [...nodes.revision].flatMap(([id, revision]) => {
    const base = nodes.base.get(id);
    if (base === undefined || told.revision.has(id) || told.base.has(id)) return [];
    return section.facets.flatMap((facet) => compareFacet(section, facet, id, { base, revision }, context));
  });
  if (whole === null) return stayed;
  const came = [...nodes.revision].filter(([id]) => !nodes.base.has(id) && !told.revision.has(id));
  const went = [...nodes.base].filter(([id]) => !nodes.revision.has(id) && !told.base.has(id));
  return [
    ...came.map(([id, node]) => comingOf({ section, whole }, [[id, node]], context)),
    ...went.map(([id, node]) => goingOf({ section, whole }, [[id, node]], context)),
    ...stayed,
  ];
}

function compareFacet<N>(
  section: Section<N>,
  facet: Facet<N>,
  id: string,
  nodes: Pair<N>,
  context: Context,
): readonly Planned[] {
  const { sets } = context;
  const [before, after] = [facet.text(nodes.base, nodes), facet.text(nodes.revision, nodes)];
  if (isSame(before, after)) return [];
  const keyIn = (node: N): string => (typeof facet.key === 'string' ? facet.key : facet.key(node));
  const place = (side: 'base' | 'revision') =>
    context.placeOf(section, side, { id, node: nodes[side] }, keyIn(nodes[side]));
  const choose = facet.id;
  const change = changeOf(
    {
      id: typeof choose === 'string' ? choose : (direction) => choose(nodes, direction),
      path: pathOf(section, id, keyIn(nodes.revision)),
      subject: subjectOf(section, [id], nodes.revision),
      before: valueOf(facet.text(context.asWritten(section, nodes.base), nodes), place('base')),
      after: valueOf(after, place('revision')),
      cite: section.cite(nodes.revision) ?? section.cite(nodes.base),
      office: facet.office?.(nodes.revision) ?? null,
      effects: facet.effects?.(nodes, sets) ?? [],
      inWords: facet.inWords === undefined ? null : wordsOf(facet.inWords, nodes),
      written: facet.written === undefined ? { base: before, revision: after } : writtenOf(facet.written, nodes),
    },
    context,
  );
  return [{ change, edit: facetEdit(section, facet, id, nodes, context) }];
}

/** What all that differs between a node and the one that continues it does. */
export function changedEffects<N>({ facets }: Section<N>, nodes: Pair<N>, sets: Sets): readonly Effect[] {
  return facets
    .filter(({ text }) => !isSame(text(nodes.base, nodes), text(nodes.revision, nodes)))
    .flatMap(({ effects }) => effects?.(nodes, sets) ?? []);
}

function wordsOf<N>(inWords: (node: N) => Text, { base, revision }: Pair<N>): Pair<Text> {
  return { base: inWords(base), revision: inWords(revision) };
}

function writtenOf<N>(written: (node: N) => string | null, { base, revision }: Pair<N>): Pair<Text | null> {
  return { base: plainOrNull(written(base)), revision: plainOrNull(written(revision)) };
}

function isSame(before: Text | null, after: Text | null): boolean {
  return before?.vi === after?.vi && before?.en === after?.en;
}

function facetEdit<N>(
  section: Section<N>,
  { take, names, vocabulary }: Facet<N>,
  id: string,
  nodes: Pair<N>,
  { sets }: Context,
): Edit | null {
  if (take === undefined) return null;
  const words = vocabulary?.(nodes);
  return {
    apply: (set) => {
      const current = section.nodes({ base: set, revision: sets.revision }).base.get(id);
      return current === undefined ? set : section.put(set, id, take(current, nodes.revision), current);
    },
    // What names more values needs them there, and what named the fewer goes first.
    adds: words === 'wider' ? [id] : [],
    removes: words === 'narrower' ? [id] : [],
    uses: names?.(nodes.revision) ?? [],
    leaves: names?.(nodes.base) ?? [],
    retypes: words === 'other' ? [id] : [],
    ties: [],
  };
}

interface WholeSection<N> {
  readonly section: Section<N>;
  readonly whole: Whole<N>;
}

type Nodes<N> = readonly (readonly [string, N])[];

/** Nodes that came together, the first of them in front. */
export function comingOf<N>({ section, whole }: WholeSection<N>, nodes: Nodes<N>, context: Context): Planned {
  const change = changeOf({ ...wholeDraft({ section, whole }, nodes, 'revision', context), id: whole.added }, context);
  const { counts } = whole;
  if (counts === null) return { change, edit: null };
  return {
    change,
    edit: {
      apply: (set) => nodes.reduce((next, [id, node]) => section.put(next, id, node, null), set),
      adds: nodes.flatMap(([id]) => counts.known(id)),
      removes: [],
      uses: nodes.flatMap(([, node]) => counts.names(node)),
      leaves: [],
      retypes: [],
      ties: [],
    },
  };
}

/** Nodes that went together. */
export function goingOf<N>({ section, whole }: WholeSection<N>, nodes: Nodes<N>, context: Context): Planned {
  const change = changeOf({ ...wholeDraft({ section, whole }, nodes, 'base', context), id: whole.removed }, context);
  const { counts } = whole;
  if (counts === null) return { change, edit: null };
  return {
    change,
    edit: {
      apply: (set) => nodes.reduce((next, own) => removed(section, next, own, context.sets.revision), set),
      adds: [],
      removes: nodes.flatMap(([id]) => counts.known(id)),
      uses: [],
      leaves: nodes.flatMap(([, node]) => counts.names(node)),
      retypes: [],
      ties: [],
    },
  };
}

/** What is known by what it says may have come to be known in another way: it is taken out itself where it is still there. */
function removed<N>(
  section: Section<N>,
  set: CriteriaSet,
  [id, node]: readonly [string, N],
  revision: CriteriaSet,
): CriteriaSet {
  const nodes = section.nodes({ base: set, revision }).base;
  const current = [...nodes.values()].includes(node) ? node : nodes.get(id);
  return current === undefined ? set : section.put(set, id, null, current);
}

function wholeDraft<N>(
  { section, whole }: WholeSection<N>,
  nodes: Nodes<N>,
  side: 'base' | 'revision',
  context: Context,
) {
  const [first] = nodes;
  if (first === undefined) throw new RangeError('nothing came or went');
  const [id, node] = first;
  const own = side === 'base' ? context.asWritten(section, node) : node;
  const value = valueOf(whole.text(own), context.placeOf(section, side, { id, node }, ''));
  const words = whole.inWords?.(own) ?? null;
  return {
    path: pathOf(section, id, ''),
    subject: subjectOf(
      section,
      nodes.map(([name]) => (side === 'base' ? context.original(name) : name)),
      node,
    ),
    before: side === 'base' ? value : null,
    after: side === 'revision' ? value : null,
    inWords:
      words === null ? null : { base: onlyIf(side === 'base', words), revision: onlyIf(side === 'revision', words) },
    written: {
      base: onlyIf(side === 'base', whole.text(node)),
      revision: onlyIf(side === 'revision', whole.text(node)),
    },
    cite: section.cite(node),
    office: whole.office?.(node) ?? null,
    effects: nodes.flatMap(([, own]) => wholeEffects(whole, own, side, context.sets)),
  };
}

/** What a node does that comes, or goes. */
export function wholeEffects<N>(
  { effects }: Whole<N>,
  node: N,
  side: 'base' | 'revision',
  sets: Sets,
): readonly Effect[] {
  return (effects?.(node, sets) ?? []).map((effect) => onSide(effect, side));
}

function onlyIf<T>(holds: boolean, value: T): T | null {
  return holds ? value : null;
}

/** What comes acts in the revision alone; what goes acts in the base, the other way round. */
function onSide(effect: Effect, side: 'base' | 'revision'): Effect {
  const way = side === 'base' ? opposite(effect.way) : effect.way;
  if (!('before' in effect)) return { way };
  const quantity = effect.after ?? effect.before;
  return side === 'base' ? { before: quantity, after: null, way } : { before: null, after: quantity, way };
}
