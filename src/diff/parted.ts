import type { Criterion, CriteriaSet, Link } from '../criteria/index.ts';
import type { Pair } from './change.ts';
import { printFormula } from '../formula/index.ts';
import type { Text } from '../messages/index.ts';
import { changeOf, type Context, pathOf } from './context.ts';
import { changedEffects, wholeEffects } from './compare-section.ts';
import { CRITERIA, grows, ruleNames } from './criterion-section.ts';
import type { Effect } from './effects.ts';
import type { Edit, Planned } from './planned.ts';
import { splitWay } from './rule-effects.ts';
import { plainText, ruleText } from './shown.ts';
import { BOTH, opposite, type Sign } from './sign.ts';

type Sides = Pair<readonly Criterion[]>;

/** One criterion that became several, or several that became one. */
export function partedOf(link: Link, context: Context): Planned {
  const sides: Sides = {
    base: link.base.flatMap((id) => context.sets.base.criteria.get(id) ?? []),
    revision: link.revision.flatMap((id) => context.sets.revision.criteria.get(id) ?? []),
  };
  const isMerged = sides.revision.length === 1;
  const [first] = sides.revision;
  const value = (side: 'base' | 'revision') => {
    const [node] = sides[side];
    const nodes = side === 'base' ? sides.base.map((own) => context.asWritten(CRITERIA, own)) : sides.revision;
    return {
      text: rulesText(nodes),
      at: node === undefined ? null : context.placeOf(CRITERIA, side, { id: node.id, node }, ''),
    };
  };
  const change = changeOf(
    {
      id: isMerged ? 'criterion-merged' : 'criterion-split',
      path: pathOf(CRITERIA, (isMerged ? link.revision : link.base).join(', '), ''),
      subject: {
        kind: 'criterion',
        ids: link.revision,
        label: (isMerged ? first : sides.base[0])?.title ?? null,
      },
      before: value('base'),
      after: value('revision'),
      cite: first?.cite ?? null,
      office: null,
      effects: effectsOf(sides, context.sets),
      written: { base: rulesText(sides.base), revision: rulesText(sides.revision) },
    },
    context,
  );
  return { change, edit: editOf(sides, context.sets) };
}

function rulesText(criteria: readonly Criterion[]): Text {
  return plainText(criteria.map((own) => `${own.id}: ${ruleText(own)}`).join('\n'));
}

function effectsOf(sides: Sides, sets: Pair<CriteriaSet>): readonly Effect[] {
  const isKept = sides.base.some(({ id }) => sides.revision.some((node) => node.id === id));
  return isKept ? keptEffects(sides, sets) : replacedEffects(sides, sets);
}

/** What names an id that stays goes on with what it has become; the other parts come or go beside it. */
function keptEffects({ base, revision }: Sides, sets: Pair<CriteriaSet>): readonly Effect[] {
  const [before, after] = [byId(base), byId(revision)];
  const stayed = revision.flatMap((node): readonly Effect[] => {
    const earlier = before.get(node.id);
    return earlier === undefined ? [] : changedEffects(CRITERIA, { base: earlier, revision: node }, sets);
  });
  const whole = (node: Criterion, side: keyof Sides): readonly Effect[] =>
    CRITERIA.whole === null ? [] : wholeEffects(CRITERIA.whole, node, side, sets);
  return [
    ...stayed,
    ...revision.filter(({ id }) => !before.has(id)).flatMap((node) => whole(node, 'revision')),
    ...base.filter(({ id }) => !after.has(id)).flatMap((node) => whole(node, 'base')),
  ];
}

function byId(nodes: readonly Criterion[]): ReadonlyMap<string, Criterion> {
  return new Map(nodes.map((node) => [node.id, node]));
}

/** What names an id that is gone is judged as if it named all parts together. */
function replacedEffects(sides: Sides, sets: Pair<CriteriaSet>): readonly Effect[] {
  const way = wayOf(sides, sets);
  const all = [...sides.base, ...sides.revision];
  const mandatory = all.filter((own) => own.mandatory);
  const groups = new Set(all.flatMap(({ group, bonus }) => (group === null || bonus ? [] : [group])));
  return [
    ...sides.base.map(({ id }): Effect => ({ before: { kind: 'state', criterion: id }, after: null, way: way.met })),
    ...sides.base.map(
      ({ id }): Effect => ({ before: { kind: 'points', criterion: id }, after: null, way: way.points }),
    ),
    ...sides.revision.map(
      ({ id }): Effect => ({ before: null, after: { kind: 'points', criterion: id }, way: way.points }),
    ),
    ...[...groups].map((group) => grows('state', group, way.met)),
    ...(mandatory.length === 0 ? [] : [mandatoryEffect(mandatory.length === all.length ? way.met : BOTH)]),
  ];
}

function mandatoryEffect(way: Sign): Effect {
  return { before: { kind: 'mandatory' }, after: { kind: 'mandatory' }, way };
}

function wayOf({ base, revision }: Sides, sets: Pair<CriteriaSet>): { readonly met: Sign; readonly points: Sign } {
  const [before, after] = [base[0], revision[0]];
  if (!isSamePlace([...base, ...revision])) return { met: BOTH, points: BOTH };
  if (base.length === 1 && before !== undefined) return splitWay(before, revision, sets);
  if (revision.length !== 1 || after === undefined) return { met: BOTH, points: BOTH };
  const back = splitWay(after, base, { base: sets.revision, revision: sets.base });
  return { met: opposite(back.met), points: opposite(back.points) };
}

/** Whether criteria stand in one group, apply to the same units and weigh nothing: then they differ in what they ask and earn. */
function isSamePlace(criteria: readonly Criterion[]): boolean {
  const places = criteria.map(({ group, appliesWhen, notApplicable }) =>
    [group, appliesWhen === null ? '' : printFormula(appliesWhen), notApplicable].join(' '),
  );
  return new Set(places).size === 1 && criteria.every(({ weight }) => weight === null);
}

function editOf({ base, revision }: Sides, sets: Pair<CriteriaSet>): Edit {
  const namesOf = (nodes: readonly Criterion[]): readonly string[] =>
    nodes.flatMap((node) => CRITERIA.whole?.counts?.names(node) ?? ruleNames(node));
  return {
    apply: (set) => {
      const emptied = base.reduce((next, { id }) => CRITERIA.put(next, id, null, null), set);
      return revision.reduce((next, node) => CRITERIA.put(next, node.id, node, null), emptied);
    },
    adds: revision.flatMap(({ id }) => (sets.base.criteria.has(id) ? [] : [id])),
    removes: base.flatMap(({ id }) => (sets.revision.criteria.has(id) ? [] : [id])),
    uses: namesOf(revision),
    leaves: namesOf(base),
    retypes: [],
    ties: [],
  };
}
