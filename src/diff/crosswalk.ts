import type { Criterion, Indicator } from '../criteria/index.ts';
import { ruleText } from './shown.ts';
import type { Sets } from './change.ts';

/** Nodes of the base and those of the revision that continue them: one of each unless split or merged. */
export interface Link {
  readonly base: readonly string[];
  readonly revision: readonly string[];
}

/** What one node is called in the base and in the revision; nothing where it was split or merged. */
export function pairIn({ base, revision }: Link): readonly (readonly [base: string, revision: string])[] {
  const [[from, ...others], [to, ...more]] = [base, revision];
  return from === undefined || to === undefined || others.length + more.length > 0 ? [] : [[from, to]];
}

/** A node that is gone and one that is new which say the same: likely a rename that nobody declared. */
export interface Proposal {
  readonly kind: 'criterion' | 'indicator';
  readonly base: string;
  readonly revision: string;
}

/** Which node of one set continues which of the other. */
export interface Crosswalk {
  /** Everything that is in both, by id or by a declared `was`. */
  readonly criteria: readonly Link[];
  readonly indicators: readonly Link[];
  readonly proposals: readonly Proposal[];
}

/** Links the nodes of two sets: by id, and by `was` on either side. Likely renames are proposed, never assumed. */
export function crosswalk({ base, revision }: Sets): Crosswalk {
  const criteria = linksOf(base.criteria, revision.criteria);
  const indicators = linksOf(base.indicators, revision.indicators);
  const proposals = [
    ...proposed('criterion', base.criteria, revision.criteria, criteria, criterionKey),
    ...proposed('indicator', base.indicators, revision.indicators, indicators, indicatorKey),
  ];
  return { criteria, indicators, proposals };
}

interface Node {
  readonly id: string;
  readonly was: string | null;
}

type Nodes = ReadonlyMap<string, Node>;

function linksOf(base: Nodes, revision: Nodes): readonly Link[] {
  const edges = [
    ...[...revision.values()].flatMap((node) => earlierOf(node, base)),
    // Seen from the newer set, its own `was` tells what it came from.
    ...[...base.values()].flatMap(({ id, was }) =>
      was !== null && !revision.has(id) && revision.has(was) ? [{ base: id, revision: was }] : [],
    ),
  ];
  return components(edges).map((link) => ({
    base: inFileOrder(link.base, base),
    revision: inFileOrder(link.revision, revision),
  }));
}

function inFileOrder(ids: readonly string[], nodes: Nodes): readonly string[] {
  return [...nodes.keys()].filter((id) => ids.includes(id));
}

interface Edge {
  readonly base: string;
  readonly revision: string;
}

/** A declared `was` counts before the same id, unless the base declares the same: then it tells of an earlier change. */
function earlierOf({ id, was }: Node, base: Nodes): readonly Edge[] {
  const same = base.get(id);
  const declared = was !== null && was !== id && base.has(was) && same?.was !== was;
  if (declared) return [{ base: was, revision: id }];
  return same === undefined ? [] : [{ base: id, revision: id }];
}

function components(edges: readonly Edge[]): readonly Link[] {
  const links: { base: Set<string>; revision: Set<string> }[] = [];
  for (const edge of edges) {
    const touching = links.filter((link) => link.base.has(edge.base) || link.revision.has(edge.revision));
    const joined = { base: new Set([edge.base]), revision: new Set([edge.revision]) };
    for (const link of touching) {
      for (const id of link.base) joined.base.add(id);
      for (const id of link.revision) joined.revision.add(id);
      links.splice(links.indexOf(link), 1);
    }
    links.push(joined);
  }
  return links.map((link) => ({ base: [...link.base], revision: [...link.revision] }));
}

function proposed<N extends Node>(
  kind: Proposal['kind'],
  base: ReadonlyMap<string, N>,
  revision: ReadonlyMap<string, N>,
  links: readonly Link[],
  keyOf: (node: N) => string,
): readonly Proposal[] {
  const linked = {
    base: new Set(links.flatMap((link) => link.base)),
    revision: new Set(links.flatMap((link) => link.revision)),
  };
  const gone = [...base.values()].filter(({ id }) => !linked.base.has(id));
  const fresh = [...revision.values()].filter(({ id }) => !linked.revision.has(id));
  return gone.flatMap((node) => {
    const alike = fresh.filter((other) => keyOf(other) === keyOf(node));
    const rivals = gone.filter((other) => keyOf(other) === keyOf(node));
    // Where several say the same, none of them is the likely one.
    const [only] = alike;
    return alike.length === 1 && rivals.length === 1 && only !== undefined
      ? [{ kind, base: node.id, revision: only.id }]
      : [];
  });
}

function criterionKey(criterion: Criterion): string {
  return JSON.stringify([ruleText(criterion), criterion.cite]);
}

function indicatorKey({ type, label, values }: Indicator): string {
  return JSON.stringify([type, label.vi, label.en, [...values.keys()]]);
}
