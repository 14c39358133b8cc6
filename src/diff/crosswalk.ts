import { type Class, type Criterion, type Indicator, lineageOf, type Link } from '../criteria/index.ts';
import { conditionText, ruleText } from './shown.ts';
import type { Sets } from './change.ts';

/** A node that is gone and one that is new which say the same: likely a rename that nobody declared. */
export interface Proposal {
  readonly kind: 'criterion' | 'indicator' | 'class';
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
  const criteria = lineageOf(base.criteria, revision.criteria).links;
  const indicators = lineageOf(base.indicators, revision.indicators).links;
  const proposals = [
    ...proposed('criterion', base.criteria, revision.criteria, criteria, criterionKey),
    ...proposed('indicator', base.indicators, revision.indicators, indicators, indicatorKey),
    ...proposed('class', base.classes, revision.classes, sameIds(base.classes, revision.classes), classKey),
  ];
  return { criteria, indicators, proposals };
}

/** Whether what goes on does so under another id, as several, or as one of what were several. */
export function isRenamed({ base, revision }: Link): boolean {
  return base.length !== 1 || revision.length !== 1 || base[0] !== revision[0];
}

/** Classes go on under the same id only. */
function sameIds(base: ReadonlyMap<string, Node>, revision: ReadonlyMap<string, Node>): readonly Link[] {
  return [...base.keys()].filter((id) => revision.has(id)).map((id) => ({ base: [id], revision: [id] }));
}

interface Node {
  readonly id: string;
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

function classKey({ when, label, certifies }: Class): string {
  return JSON.stringify([conditionText(when), label.vi, label.en, certifies]);
}

function indicatorKey({ type, label, values }: Indicator): string {
  return JSON.stringify([type, label.vi, label.en, [...values.keys()]]);
}
