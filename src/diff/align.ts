import {
  type CriteriaSet,
  type Criterion,
  type Link,
  pairIn,
  type RankKey,
  type Reading,
  type Rule,
} from '../criteria/index.ts';
import type { Formula } from '../formula/index.ts';
import type { Sets } from './change.ts';
import type { Crosswalk } from './crosswalk.ts';
import { renamed, type Renames } from './rename.ts';
import { renamedPatches } from './renamed-patches.ts';

/** Two sets under the names of the revision. */
export interface Aligned {
  readonly sets: Sets;
  /** The same with each criterion under the id it has in its own set. */
  readonly named: Sets;
  /** What a node is called in the file of the base. */
  readonly original: (id: string) => string;
}

/** Gives what was only renamed the names of the revision, so that the rest can be compared by name. */
export function align({ base, revision }: Sets, { criteria, indicators }: Crosswalk): Aligned {
  const columns = new Map(renamesOf(indicators, base.indicators, revision.indicators));
  const names = new Map([...renamesOf(criteria, base.criteria, revision.criteria), ...columns]);
  const back = new Map([...names].map(([from, to]) => [to, from]));
  return {
    sets: { base: settled(renamedSet(base, names)), revision: settled(revision) },
    named: { base: settledColumns(renamedSet(base, columns)), revision: settledColumns(revision) },
    original: (id) => back.get(id) ?? id,
  };
}

/** Under names that are the same, what a node `was` would be taken for another rename. */
function settled(set: CriteriaSet): CriteriaSet {
  return settledColumns({ ...set, criteria: withoutWas(set.criteria) });
}

function settledColumns(set: CriteriaSet): CriteriaSet {
  return { ...set, indicators: withoutWas(set.indicators) };
}

function withoutWas<N extends { readonly was: string | null }>(nodes: ReadonlyMap<string, N>): ReadonlyMap<string, N> {
  return new Map([...nodes].map(([id, own]) => [id, own.was === null ? own : { ...own, was: null }]));
}

type Ids = ReadonlyMap<string, unknown>;

function renamesOf(links: readonly Link[], base: Ids, revision: Ids): readonly (readonly [string, string])[] {
  const linked = new Set(links.flatMap((link) => link.base));
  // What is gone must not be taken for something new of the same name.
  const gone = [...base.keys()]
    .filter((id) => revision.has(id) && !linked.has(id))
    .map((id) => [id, `${id}${GONE}`] as const);
  return [...links.flatMap(pairIn).filter(([from, to]) => from !== to), ...gone];
}

/** Ends the names of what is gone; no id of a file can end so. */
const GONE = '~';

function renamedSet(set: CriteriaSet, names: Renames): CriteriaSet {
  if (names.size === 0) return set;
  const name = (id: string): string => names.get(id) ?? id;
  const formula = (own: Formula): Formula => renamed(own, names);
  const optional = (own: Formula | null): Formula | null => (own === null ? null : formula(own));
  const criteria = [...set.criteria.values()].map((own) => renamedCriterion(own, names));
  const indicators = [...set.indicators.values()].map((own) => ({ ...own, id: name(own.id) }));
  return {
    ...set,
    indicators: new Map(indicators.map((own) => [own.id, own])),
    measures: new Map([...set.measures].map(([id, own]) => [id, { ...own, formula: formula(own.formula) }])),
    checks: set.checks.map((own) => ({ ...own, rule: formula(own.rule) })),
    criteria: new Map(criteria.map((own) => [own.id, own])),
    classes: new Map([...set.classes].map(([id, own]) => [id, { ...own, when: optional(own.when) }])),
    remarks: set.remarks.map((own) => ({ ...own, when: formula(own.when) })),
    score: set.score?.model === 'count' ? { ...set.score, of: set.score.of.map(name) } : set.score,
    rank: set.rank.map((key) => renamedKey(key, name)),
    readings: new Map([...set.readings].map(([id, own]) => [id, renamedReading(own, names)])),
  };
}

function renamedReading(own: Reading, names: Renames): Reading {
  const options = [...own.options].map(([id, option]) => {
    return [id, { ...option, changes: renamedPatches(option.changes, names) }] as const;
  });
  return { ...own, options: new Map(options) };
}

function renamedKey(key: RankKey, name: (id: string) => string): RankKey {
  return key.by === 'indicator' ? { ...key, id: name(key.id) } : key;
}

function renamedCriterion(own: Criterion, names: Renames): Criterion {
  const name = (id: string): string => names.get(id) ?? id;
  return {
    ...own,
    id: name(own.id),
    group: own.group === null ? null : name(own.group),
    rule: renamedRule(own.rule, names),
    appliesWhen: own.appliesWhen === null ? null : renamed(own.appliesWhen, names),
  };
}

function renamedRule(rule: Rule, names: Renames): Rule {
  const name = (id: string): string => names.get(id) ?? id;
  switch (rule.kind) {
    case 'test':
      return { ...rule, test: renamed(rule.test, names) };
    case 'bands':
    case 'scale':
      return { ...rule, on: renamed(rule.on, names) };
    case 'deduct':
      return { ...rule, per: renamed(rule.per, names) };
    case 'group':
      return { ...rule, parts: rule.parts.map(name), required: rule.required.map(name) };
  }
}
