import {
  type Class,
  type CriteriaSet,
  type Reading,
  type Remark,
  roundingOf,
  type Source,
  type Target,
} from '../criteria/index.ts';
import { namesIn, printFormula } from '../formula/index.ts';
import { type Text, TIES } from '../messages/index.ts';
import { compare } from '../number/index.ts';
import type { Pair, Sets } from './change.ts';
import { withNode } from './criterion-section.ts';
import { inClassOrder, inOrderOf } from './class-order.ts';
import type { Effect } from './effects.ts';
import type { Facet, Section } from './facet.ts';
import { numbered } from './numbered.ts';
import { optionsText, ownOptionsText } from './option-lines.ts';
import { meritOfClass } from './polarity.ts';
import { roundedWay } from './points-effects.ts';
import { conditionWay } from './rule-effects.ts';
import {
  citeText,
  conditionText,
  conditionWords,
  effectiveText,
  effectiveWords,
  inWords,
  labelsText,
  lowerKey,
  lowerText,
  periodKey,
  periodText,
  plainOrNull,
  plainText,
  rankText,
  remarkText,
  roundingKey,
  roundingText,
  scoreKey,
  scoreText,
  reviewedWords,
  sourceText,
  sourceWords,
  statusWords,
  targetText,
  unitWords,
} from './shown.ts';
import { BOTH, DOWN, opposite, type Sign, signOf, UP } from './sign.ts';

function score(way: Sign): readonly Effect[] {
  return [{ before: { kind: 'score' }, after: { kind: 'score' }, way }];
}

const HEADER: readonly Facet<CriteriaSet>[] = [
  {
    key: 'unit',
    id: 'unit-level-changed',
    text: ({ unit }) => plainText(unit),
    inWords: ({ unit }) => unitWords(unit),
  },
  { key: 'status', id: 'status-changed', text: ({ status }) => plainText(status), inWords: statusWords },
  {
    key: 'effective',
    id: 'effective-changed',
    text: ({ effective }) => plainText(effectiveText(effective)),
    inWords: effectiveWords,
  },
  {
    key: 'period',
    id: 'period-changed',
    text: ({ period }) => periodText(period),
    written: ({ period }) => periodKey(period),
    effects: () => [{ way: BOTH }],
  },
  { key: 'reviewed', id: 'reviewed-changed', text: ({ reviewed }) => plainOrNull(reviewed), inWords: reviewedWords },
  {
    key: 'from',
    id: 'lower-set-changed',
    text: ({ from }) => lowerText(from),
    written: ({ from }) => lowerKey(from),
    effects: () => [{ way: BOTH }],
  },
  {
    key: 'score',
    id: 'score-model-changed',
    text: ({ score: own }) => scoreText(own),
    written: ({ score: own }) => scoreKey(own),
    effects: () => score(BOTH),
    names: ({ score: own }) => (own?.model === 'count' ? own.of : []),
    take: (onto, from) => ({ ...onto, score: from.score }),
  },
  {
    key: 'score.round',
    id: 'rounding-changed',
    text: ({ score: own }) => roundingText(roundingOf(own)),
    written: ({ score: own }) => roundingKey(roundingOf(own)),
    effects: ({ base, revision }) =>
      score(roundedWay(roundingOf(base.score), roundingOf(revision.score), { base, revision })),
    take: (onto, from) =>
      onto.score === null || onto.score.model === 'count'
        ? onto
        : { ...onto, score: { ...onto.score, round: roundingOf(from.score) } },
  },
  {
    key: 'rank',
    id: 'rank-changed',
    text: (set, sets) => plainOrNull(rankText(rankOfCommon(set, sets))),
    effects: () => [{ way: BOTH }],
    names: ({ rank }) => rank.flatMap((key) => (key.by === 'measure' || key.by === 'indicator' ? [key.id] : [])),
    take: (onto, from) => ({ ...onto, rank: from.rank }),
  },
  {
    key: 'ties',
    id: 'ties-changed',
    text: ({ ties }) => plainText(TIES[ties]),
    written: ({ ties }) => ties,
    effects: ({ base, revision }) => [{ way: tiesWay(base.ties, revision.ties) }],
  },
  {
    key: 'classes',
    id: 'class-order-changed',
    text: (set, sets) => plainText(commonClasses(set, sets).join(', ')),
    effects: () => [{ way: BOTH }],
    take: (onto, from) => ({ ...onto, classes: inOrderOf(onto.classes, [...from.classes.keys()]) }),
  },
  { key: 'title', id: 'wording-only', text: ({ title }) => title },
  { key: 'notes', id: 'wording-only', text: ({ notes }) => lines(notes) },
  { key: 'missing', id: 'wording-only', text: ({ missing }) => lines(missing) },
];

/** From those that put no unit further down than the next to those that put none further up. */
const TIES_BEST_FIRST: readonly CriteriaSet['ties'][] = ['dense', 'competition', 'ordinal'];

/** Another way to place equal units leaves classes as they are, and moves places one way. */
function tiesWay(before: CriteriaSet['ties'], after: CriteriaSet['ties']): Sign {
  return signOf(TIES_BEST_FIRST.indexOf(before) - TIES_BEST_FIRST.indexOf(after));
}

function lines(texts: CriteriaSet['notes']) {
  return texts.length === 0
    ? null
    : { vi: texts.map(({ vi }) => vi).join('\n'), en: texts.map(({ en }) => en).join('\n') };
}

/** What a new class makes of the order is told with the class. */
export function rankOfCommon(set: CriteriaSet, { base, revision }: Sets): CriteriaSet['rank'] {
  const isCommon = (id: string): boolean => base.classes.has(id) && revision.classes.has(id);
  return set.rank.map((key) => (key.by === 'class' ? { ...key, best: key.best.filter(isCommon) } : key));
}

function commonClasses({ classes }: CriteriaSet, { base, revision }: Sets): readonly string[] {
  return [...classes.keys()].filter((id) => base.classes.has(id) && revision.classes.has(id));
}

/** The set as a whole: when it holds, how points and order come about. */
export const SET: Section<CriteriaSet> = {
  kind: 'set',
  key: '',
  nodes: ({ base, revision }) => ({ base: new Map([['', base]]), revision: new Map([['', revision]]) }),
  label: () => null,
  cite: () => null,
  at: ({ file }) => ({ file, line: 1 }),
  facets: HEADER,
  whole: null,
  put: (set, _, node) => node ?? set,
  path: () => [],
};

function ownClass(id: string, way: Sign, side: 'both' | 'revision' = 'both'): readonly Effect[] {
  const own = { kind: 'class', class: id } as const;
  return [{ before: side === 'both' ? own : null, after: own, way }];
}

/** Classes, in the order in which they are tried. */
export const CLASSES: Section<Class> = {
  kind: 'class',
  key: 'classes',
  nodes: ({ base, revision }) => ({ base: base.classes, revision: revision.classes }),
  label: ({ label }) => label,
  cite: ({ cite }) => cite,
  at: ({ at }) => at,
  facets: [
    {
      key: 'when',
      id: 'class-rule-changed',
      text: ({ when }) => plainText(conditionText(when)),
      inWords: ({ when }) => conditionWords(when),
      effects: ({ base, revision }, sets) => ownClass(revision.id, classWay(base, revision, sets)),
      names: classNames,
      take: (onto, from) => ({ ...onto, when: from.when }),
    },
    {
      key: 'certifies',
      id: 'certifies-changed',
      text: ({ certifies }) => (certifies ? plainText('true') : null),
      inWords: ({ certifies }) => inWords((shown) => shown.keyed(shown.parts.certifies, shown.yesOrNo(certifies))),
      effects: ({ revision }) => [{ way: revision.certifies ? UP : DOWN }],
      take: (onto, from) => ({ ...onto, certifies: from.certifies }),
    },
    { key: 'cite', id: 'cite-changed', text: ({ cite }) => plainOrNull(citeText(cite)) },
    { key: 'label', id: 'wording-only', text: ({ label }) => label },
  ],
  whole: {
    added: 'class-added',
    removed: 'class-removed',
    text: ({ when }) => plainText(conditionText(when)),
    inWords: ({ when }) => conditionWords(when),
    effects: (own, sets) => [...ownClass(own.id, UP, 'revision'), { way: wayAlone(own, sets) }],
    counts: { names: classNames, known: (id) => [classKey(id)] },
  },
  put: (set, id, node) => ({ ...set, classes: withNode(set.classes, id, node) }),
  path: (_, id) => ['classes', id],
};

/**
 * Which way units go that come to a class, where it is the only change: others may still certify, or not yet, and one that is
 * gone in the revision may be better or worse.
 */
function wayAlone(own: Class, sets: Sets): Sign {
  const alone = inClassOrder({ ...sets.base, classes: withNode(sets.base.classes, own.id, own) }, sets);
  const classes = [...alone.classes.values()];
  const isRanked = classes
    .slice(classes.indexOf(own) + 1)
    .every(({ id, certifies }) => certifies !== own.certifies || isOrdered(own.id, id, sets));
  return isRanked ? meritOfClass(alone, own.id) : BOTH;
}

/** Whether one of two sets has both of two classes. */
function isOrdered(one: string, other: string, { base, revision }: Sets): boolean {
  return [base, revision].some(({ classes }) => classes.has(one) && classes.has(other));
}

function classNames({ when }: Class): readonly string[] {
  return when === null ? [] : namesIn(when);
}

/** Classes are named apart from criteria and numbers. */
function classKey(id: string): string {
  return `class ${id}`;
}

/** `otherwise` is the widest condition there is. */
function classWay(base: Class, revision: Class, sets: Pair<CriteriaSet>): Sign {
  if (base.when === null) return DOWN;
  return revision.when === null ? UP : conditionWay(base.when, revision.when, sets);
}

/** Documents that are cited. */
export const SOURCES: Section<Source> = {
  kind: 'source',
  key: 'sources',
  nodes: ({ base, revision }) => ({ base: base.sources, revision: revision.sources }),
  label: () => null,
  cite: () => null,
  at: () => null,
  facets: [{ key: '', id: 'source-changed', text: sourceText, inWords: sourceWords }],
  whole: {
    added: 'source-added',
    removed: 'source-removed',
    text: sourceText,
    inWords: sourceWords,
    counts: null,
  },
  put: (set) => set,
  path: (_, id) => ['sources', id],
};

/** Notes to results: the same by what they say. */
export const REMARKS: Section<Remark> = {
  kind: 'remark',
  key: 'remarks',
  nodes: ({ base, revision }) => ({ base: remarksOf(base), revision: remarksOf(revision) }),
  label: () => null,
  cite: ({ cite }) => cite,
  at: ({ at }) => at,
  facets: [
    { key: '', id: 'remark-changed', text: remarkText },
    { key: 'cite', id: 'cite-changed', text: ({ cite }) => plainOrNull(citeText(cite)) },
  ],
  whole: {
    added: 'remark-added',
    removed: 'remark-removed',
    text: remarkText,
    counts: null,
  },
  put: (set) => set,
  path: () => null,
};

/** A remark is known by when it is due; of several, by which of them it is. */
function remarksOf({ remarks }: CriteriaSet): ReadonlyMap<string, Remark> {
  return numbered(remarks, (own) => [own.class ?? '', printFormula(own.when)].join(' ').trim());
}

function optionLabels({ options }: Reading): ReadonlyMap<string, Text> {
  return new Map([...options].map(([id, { label }]) => [id, label]));
}

/** Ambiguous clauses and how they are read. */
export const READINGS: Section<Reading> = {
  kind: 'reading',
  key: 'readings',
  nodes: ({ base, revision }) => ({ base: base.readings, revision: revision.readings }),
  label: ({ question }) => question,
  cite: ({ cite }) => cite,
  at: () => null,
  facets: [
    { key: 'default', id: 'reading-changed', text: (reading) => plainText(reading.default) },
    { key: 'options', id: 'reading-changed', text: ownOptionsText },
    {
      key: 'options',
      id: 'wording-only',
      text: (own, { base, revision }) =>
        labelsText(optionLabels(own), { base: base.options, revision: revision.options }),
    },
    { key: 'question', id: 'wording-only', text: ({ question }) => question },
    { key: 'cite', id: 'cite-changed', text: ({ cite }) => plainOrNull(citeText(cite)) },
  ],
  whole: {
    added: 'reading-added',
    removed: 'reading-removed',
    text: ({ options }) => optionsText(options),
    counts: null,
  },
  put: (set) => set,
  path: (_, id) => ['readings', id],
};

/** Targets are known by their year; one that is left alone on both sides has another year. */
function targetsOf({ base, revision }: Sets): Pair<ReadonlyMap<string, Target>> {
  const [gone, fresh] = [unmatched(base, revision), unmatched(revision, base)];
  const [moved, ...others] = gone;
  const [to, ...more] = fresh;
  const isMoved = moved !== undefined && to !== undefined && others.length + more.length === 0;
  const keyOf = (own: Target): string => String(isMoved && own === moved ? to.until : own.until);
  return {
    base: numbered(base.targets, keyOf),
    revision: numbered(revision.targets, keyOf),
  };
}

function unmatched({ targets }: CriteriaSet, other: CriteriaSet): readonly Target[] {
  return targets.filter(({ until }) => !other.targets.some((own) => own.until === until));
}

/** Which share of the units is to be certified, and by when. */
export const TARGETS: Section<Target> = {
  kind: 'target',
  key: 'targets',
  nodes: targetsOf,
  label: () => null,
  cite: ({ cite }) => cite,
  at: () => null,
  facets: [
    { key: '', id: 'target-changed', text: (target) => plainText(targetText(target)), effects: targetEffects },
    { key: 'cite', id: 'cite-changed', text: ({ cite }) => plainOrNull(citeText(cite)) },
  ],
  whole: {
    added: 'target-added',
    removed: 'target-removed',
    text: (target) => plainText(targetText(target)),
    effects: () => [{ way: DOWN }],
    counts: null,
  },
  put: (set) => set,
  path: () => null,
};

/** More to reach, or sooner, is stricter. */
function targetEffects({ base, revision }: Pair<Target>): readonly Effect[] {
  return [
    { way: opposite(signOf(compare(revision.atLeast, base.atLeast))) },
    { way: signOf(revision.until - base.until) },
  ];
}
