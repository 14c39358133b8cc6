/** Nodes of one set and those of another that continue them: one of each unless split or merged. */
export interface Link {
  readonly base: readonly string[];
  readonly revision: readonly string[];
}

/** What one node is called in the base and in the revision; nothing where it was split or merged. */
export function pairIn({ base, revision }: Link): readonly (readonly [base: string, revision: string])[] {
  const [[from, ...others], [to, ...more]] = [base, revision];
  return from === undefined || to === undefined || others.length + more.length > 0 ? [] : [[from, to]];
}

/** Which nodes of one set go on in another. */
export interface Lineage {
  /** Everything that is in both, in the order of the revision. */
  readonly links: readonly Link[];
  /** The node of the base that one of the revision continues, alone or as one of several; `null` where it is new. */
  readonly continued: (id: string) => string | null;
  /** The node of the base that one of the revision still is: no two are the same one. */
  readonly same: (id: string) => string | null;
}

interface Node {
  readonly id: string;
  readonly was: string | null;
}

type Nodes = ReadonlyMap<string, Node>;

/** What continues what: by id, and by `was` on either side. */
export function lineageOf(base: Nodes, revision: Nodes): Lineage {
  const links = linksOf(base, revision);
  const byId = new Map(links.flatMap((link) => link.revision.map((id) => [id, link] as const)));
  const same = (id: string): string | null => {
    const link = byId.get(id);
    if (link?.base.includes(id) === true && link.base.length + link.revision.length > 2) return id;
    const [pair] = link === undefined ? [] : pairIn(link);
    return pair?.[0] ?? null;
  };
  const continued = (id: string): string | null => same(id) ?? byId.get(id)?.base[0] ?? null;
  return { links, same: ofColumn(same), continued: ofColumn(continued) };
}

/** The counts of a share go where their share goes. */
function ofColumn(idOf: (id: string) => string | null): (column: string) => string | null {
  return (column) => {
    const [id = column, count] = column.split('#');
    const found = idOf(id);
    return found === null || count === undefined ? found : `${found}#${count}`;
  };
}

interface Edge {
  readonly base: string;
  readonly revision: string;
}

function linksOf(base: Nodes, revision: Nodes): readonly Link[] {
  const edges = [
    ...[...revision.values()].flatMap((node) => earlierOf(node, base)),
    // Seen from the newer set, its own `was` tells what it came from.
    ...[...base.values()].flatMap(({ id, was }) =>
      was !== null && !revision.has(id) && revision.has(was) ? [{ base: id, revision: was }] : [],
    ),
  ];
  const earlier = groupedBy(edges, (edge) => edge.revision);
  const later = groupedBy(edges, (edge) => edge.base);
  const linked = new Set<string>();
  return [...revision.keys()].flatMap((start) => {
    if (linked.has(start) || !earlier.has(start)) return [];
    const link = { base: new Set<string>(), revision: new Set([start]) };
    // What is added on the way is visited as well.
    for (const id of link.revision) {
      linked.add(id);
      for (const edge of earlier.get(id) ?? []) {
        link.base.add(edge.base);
        for (const other of later.get(edge.base) ?? []) link.revision.add(other.revision);
      }
    }
    return [{ base: inFileOrder(link.base, base), revision: inFileOrder(link.revision, revision) }];
  });
}

function groupedBy(edges: readonly Edge[], end: (edge: Edge) => string): ReadonlyMap<string, readonly Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) groups.set(end(edge), [...(groups.get(end(edge)) ?? []), edge]);
  return groups;
}

function inFileOrder(ids: ReadonlySet<string>, nodes: Nodes): readonly string[] {
  return ids.size === 1 ? [...ids] : [...nodes.keys()].filter((id) => ids.has(id));
}

/** A declared `was` counts before the same id, unless the base declares the same: then it tells of an earlier change. */
function earlierOf({ id, was }: Node, base: Nodes): readonly Edge[] {
  const same = base.get(id);
  const declared = was !== null && was !== id && base.has(was) && same?.was !== was;
  if (declared) return [{ base: was, revision: id }];
  return same === undefined ? [] : [{ base: id, revision: id }];
}
