import { type Criterion, type CriteriaSet, fullPoints, type Path } from '../criteria/index.ts';
import { namesIn, printFormula } from '../formula/index.ts';
import { equal } from '../number/index.ts';
import type { ChangeId } from '../messages/index.ts';
import type { Direction, Pair, Sets } from './change.ts';
import type { Effect } from './effects.ts';
import type { Facet, Section } from './facet.ts';
import { isSameShape } from './implication.ts';
import type { Quantity } from './uses.ts';
import { appliesWay, conditionWay, oneMoreWay, pointsWay, policyWay } from './rule-effects.ts';
import { appliesPoints, capWay, newBonusWay, otherPointsWay, type PointsWay, policyPoints } from './points-effects.ts';
import { citeText, inWords, numberOrNull, plainOrNull, plainText, ruleOnly, ruleText } from './shown.ts';
import { BOTH, joinAll, opposite, type Sign, STILL } from './sign.ts';

/** The state of a criterion, or its points, going one way. */
export function grows(kind: 'state' | 'points' | 'available', criterion: string, way: Sign): Effect {
  const quantity: Quantity = { kind, criterion };
  return { before: quantity, after: quantity, way };
}

/** What a criterion earns, and what can be earned of it. */
function pointsGrow(criterion: string, { earned, available }: PointsWay): readonly Effect[] {
  return [grows('points', criterion, earned), grows('available', criterion, available)];
}

/** The names in the rule of a criterion; of a group none, its parts name it. */
export function ruleNames(criterion: Criterion): readonly string[] {
  return criterion.rule.kind === 'group' ? [] : namesIn(fullPoints(criterion));
}

const rule: Facet<Criterion> = {
  key: ruleKey,
  id: ruleChange,
  text: (node) => (node.rule.kind === 'group' ? null : plainText(ruleValue(node))),
  effects: ({ base, revision }, sets) => [
    grows('state', revision.id, conditionWay(fullPoints(base), fullPoints(revision), sets)),
    grows('points', revision.id, pointsWay(base, revision, sets)),
  ],
  names: ruleNames,
  take: (onto, from) => ({ ...onto, rule: from.rule }),
};

function ruleKey({ rule: own }: Criterion): string {
  return own.kind === 'group' ? 'parts' : own.kind;
}

function ruleValue({ rule: own }: Criterion): string {
  return own.kind === 'test' ? printFormula(own.test) : ruleOnly(own);
}

/** Shifted lines are told from other conditions: the same condition with other numbers. */
function ruleChange({ base, revision }: Pair<Criterion>, direction: Direction): ChangeId {
  const [from, to] = [base.rule, revision.rule];
  if (from.kind === 'test' && to.kind === 'test') {
    return isSameShape(from.test, to.test) ? thresholdChange(direction) : 'test-changed';
  }
  if (from.kind === 'deduct' && to.kind === 'deduct') {
    return printFormula(from.per) === printFormula(to.per) ? 'deduction-changed' : 'test-changed';
  }
  const [before, after] = [stepsOf(base), stepsOf(revision)];
  if (before === null || after === null || from.kind !== to.kind || before.on !== after.on) return 'test-changed';
  const isShifted =
    before.steps.length === after.steps.length &&
    before.steps.every((step, index) => equal(step.points, after.steps[index]?.points ?? step.at));
  return isShifted ? thresholdChange(direction) : 'bands-changed';
}

function stepsOf({ rule: own }: Criterion) {
  if (own.kind === 'bands') return { on: printFormula(own.on), steps: own.bands };
  return own.kind === 'scale' ? { on: printFormula(own.on), steps: own.steps } : null;
}

/** Tighter is harder for the units, whichever way the sign of the comparison points. */
export function thresholdChange(direction: Direction): ChangeId {
  if (direction === 'stricter') return 'threshold-tightened';
  return direction === 'looser' ? 'threshold-loosened' : 'threshold-changed';
}

/** The points of a group are those of its parts. */
const points: Facet<Criterion> = {
  key: 'points',
  id: 'points-changed',
  text: (node) => (node.rule.kind === 'group' ? null : plainOrNull(numberOrNull(node.points))),
  effects: ({ base, revision }) => [grows('points', revision.id, otherPointsWay(base, revision))],
  take: (onto, from) => ({ ...onto, points: from.points }),
};

const FACETS: readonly Facet<Criterion>[] = [
  rule,
  points,
  {
    key: 'bonus',
    id: 'bonus-changed',
    text: ({ bonus }) => (bonus ? plainText('true') : null),
    inWords: ({ bonus }) => inWords((shown) => shown.keyed(shown.parts.bonus, shown.yesOrNo(bonus))),
    effects: ({ revision }) => [
      grows('points', revision.id, BOTH),
      ...(revision.group === null ? [] : [grows('state', revision.group, BOTH)]),
    ],
    take: (onto, from) => ({ ...onto, bonus: from.bonus }),
  },
  {
    key: 'cap',
    id: 'cap-changed',
    text: (node) => (node.rule.kind === 'group' ? plainOrNull(numberOrNull(node.rule.cap)) : null),
    effects: ({ base, revision }) => pointsGrow(revision.id, capWay(base, revision)),
    take: (onto, from) =>
      onto.rule.kind === 'group' && from.rule.kind === 'group'
        ? { ...onto, rule: { ...onto.rule, cap: from.rule.cap } }
        : onto,
  },
  {
    key: 'weight',
    id: 'weight-changed',
    text: ({ weight }) => plainOrNull(numberOrNull(weight)),
    effects: ({ revision }) => [grows('points', revision.id, BOTH)],
    take: (onto, from) => ({ ...onto, weight: from.weight }),
  },
  {
    key: 'mandatory',
    id: ({ revision }) => (revision.mandatory ? 'mandatory-added' : 'mandatory-removed'),
    text: ({ mandatory }) => (mandatory ? plainText('true') : null),
    effects: ({ revision }, sets) => {
      const way = oneMoreWay(revision, sets, mandatoryIn);
      return [{ ...ALL_MANDATORY, way: revision.mandatory ? way : opposite(way) }];
    },
    take: (onto, from) => ({ ...onto, mandatory: from.mandatory }),
  },
  {
    key: 'applies_when',
    id: 'applies-when-changed',
    text: ({ appliesWhen }) => (appliesWhen === null ? null : plainText(printFormula(appliesWhen))),
    effects: ({ base, revision }, sets) => {
      const way =
        base.notApplicable === revision.notApplicable
          ? appliesWay(base.appliesWhen, revision.appliesWhen, revision.notApplicable, sets)
          : BOTH;
      return [
        grows('state', revision.id, way),
        ...pointsGrow(revision.id, appliesPoints(base, way, sets.base)),
        ...pointsGrow(revision.id, appliesPoints(revision, way, sets.revision)),
      ];
    },
    names: ({ appliesWhen }) => (appliesWhen === null ? [] : namesIn(appliesWhen)),
    take: (onto, from) => ({ ...onto, appliesWhen: from.appliesWhen }),
  },
  {
    key: 'not_applicable',
    id: 'not-applicable-policy-changed',
    text: ({ notApplicable }) => plainText(notApplicable),
    effects: ({ base, revision }, sets) => [
      grows('state', revision.id, policyWay(base.notApplicable, revision.notApplicable, sets)),
      ...pointsGrow(revision.id, policyPoints(base, revision, sets)),
    ],
    take: (onto, from) => ({ ...onto, notApplicable: from.notApplicable }),
  },
  {
    key: 'group',
    id: 'criterion-regrouped',
    text: ({ group }) => plainText(group ?? ''),
    effects: ({ base, revision }, sets) => [...inAnyGroup(base, sets), ...inAnyGroup(revision, sets)],
    names: ({ group }) => (group === null ? [] : [group]),
    take: (onto, from) => ({ ...onto, group: from.group }),
  },
  {
    key: 'provider',
    id: 'provider-changed',
    text: ({ provider }) => provider,
    office: ({ provider }) => provider,
  },
  { key: 'cite', id: 'cite-changed', text: ({ cite }) => plainOrNull(citeText(cite)) },
  { key: 'title', id: 'wording-only', text: ({ title }) => title },
];

const ALL_MANDATORY = { before: { kind: 'mandatory' }, after: { kind: 'mandatory' } } as const;

function mandatoryIn({ criteria }: CriteriaSet): readonly Criterion[] {
  return [...criteria.values()].filter(({ mandatory }) => mandatory);
}

/** What a part does to the group that it comes to or goes from. */
function inAnyGroup(part: Criterion, sets: Sets): readonly Effect[] {
  const { group } = part;
  if (group === null) return [];
  return [grows('points', group, BOTH), ...(partWay(part, group, sets) === STILL ? [] : [grows('state', group, BOTH)])];
}

/** Which way it goes with a group that one more part comes to: a bonus is asked for only where there is nothing else. */
function partWay(part: Criterion, group: string, sets: Sets): Sign {
  const asked = (set: CriteriaSet): readonly Criterion[] => partsOf(set.criteria.get(group), 'required', set);
  const others = (set: CriteriaSet): readonly Criterion[] =>
    partsOf(set.criteria.get(group), 'parts', set).filter(({ id }) => id !== part.id);
  const isOfBonus = (set: CriteriaSet): boolean =>
    others(set).length > 0 && asked(set).every(({ id }) => id === part.id);
  if ([sets.base, sets.revision].some(isOfBonus)) return BOTH;
  return part.bonus ? STILL : oneMoreWay(part, sets, asked);
}

function partsOf(
  group: Criterion | undefined,
  which: 'parts' | 'required',
  { criteria }: CriteriaSet,
): readonly Criterion[] {
  return group?.rule.kind === 'group' ? group.rule[which].flatMap((id) => criteria.get(id) ?? []) : [];
}

/** A new requirement, new points on top, or points among others: what names it is told where it is named. */
function effectsOfComing(criterion: Criterion, sets: Sets): readonly Effect[] {
  const { id, mandatory, bonus, points: own, group } = criterion;
  const isPart = group !== null && [sets.base, sets.revision].some(({ criteria }) => criteria.has(group));
  return [
    ...(mandatory ? [{ ...ALL_MANDATORY, way: oneMoreWay(criterion, sets, mandatoryIn) }] : []),
    ...(own === null
      ? []
      : [
          grows(
            'points',
            id,
            bonus ? joinAll([sets.base, sets.revision].map((set) => newBonusWay(criterion, set))) : BOTH,
          ),
        ]),
    ...(isPart ? [grows('state', group, partWay(criterion, group, sets))] : []),
  ];
}

/** The path of a criterion through its groups. */
function treePath(set: CriteriaSet, id: string): Path {
  const group = set.criteria.get(id)?.group ?? null;
  return group === null ? ['criteria', id] : [...treePath(set, group), 'parts', id];
}

/** Criteria, groups and items. */
export const CRITERIA: Section<Criterion> = {
  kind: 'criterion',
  key: 'criteria',
  nodes: ({ base, revision }: Sets) => ({ base: base.criteria, revision: revision.criteria }),
  label: ({ title }) => title,
  cite: ({ cite }) => cite,
  at: ({ at }) => at,
  facets: FACETS,
  whole: {
    added: 'criterion-added',
    removed: 'criterion-removed',
    text: (node) => plainText(ruleText(node)),
    effects: effectsOfComing,
    office: ({ provider }) => provider,
    counts: {
      names: (node) => [
        ...ruleNames(node),
        ...(node.appliesWhen === null ? [] : namesIn(node.appliesWhen)),
        ...(node.group === null ? [] : [node.group]),
      ],
      known: (id) => [id],
    },
  },
  put: (set, id, node) => ({ ...set, criteria: withNode(set.criteria, id, node) }),
  path: treePath,
};

/** A map with a node put in place of the one of the same id, at the end, or taken out. */
export function withNode<N>(nodes: ReadonlyMap<string, N>, id: string, node: N | null): ReadonlyMap<string, N> {
  const next = new Map(nodes);
  if (node === null) next.delete(id);
  else next.set(id, node);
  return next;
}
