import type { Check, Indicator, Measure } from '../criteria/index.ts';
import { namesIn, printFormula } from '../formula/index.ts';
import { type DiffMessages, type Lang, messagesIn } from '../messages/index.ts';
import type { Pair, Sets } from './change.ts';
import { withNode } from './criterion-section.ts';
import type { Effect } from './effects.ts';
import type { Facet, Section } from './facet.ts';
import { numbered } from './numbered.ts';
import { numberWay } from './rule-effects.ts';
import {
  checkText,
  checkWords,
  indicatorText,
  indicatorWords,
  inWords,
  labelsText,
  mergeText,
  numberOrNull,
  plainOrNull,
  plainText,
} from './shown.ts';
import { BOTH, type Sign } from './sign.ts';

function number(name: string, way: Sign): readonly Effect[] {
  return [{ before: { kind: 'number', name }, after: { kind: 'number', name }, way }];
}

/** Of an indicator: which key of the file it is, how it reads, whether it makes another figure of it. */
function part(
  key: keyof DiffMessages['shown']['parts'] & keyof Indicator,
  read: (node: Indicator) => string | null,
  isFigure: boolean,
  take?: Facet<Indicator>['take'],
  say: (node: Indicator, lang: Lang) => string | null = read,
): Facet<Indicator> {
  return {
    key,
    id: 'indicator-changed',
    text: (node) => plainOrNull(read(node)),
    inWords: (node) =>
      inWords((shown, lang) => shown.keyed(shown.parts[key], say(node, lang) ?? messagesIn(lang).diff.nothing)),
    effects: ({ revision }) => (isFigure ? number(revision.id, BOTH) : []),
    office: ({ provider }) => provider,
    ...(key === 'type' || key === 'values' ? { vocabulary } : {}),
    ...(take === undefined ? {} : { take }),
  };
}

function vocabulary({ base, revision }: Pair<Indicator>): 'wider' | 'narrower' | 'other' {
  if (base.type !== revision.type) return 'other';
  const [before, after] = [[...base.values.keys()], [...revision.values.keys()]];
  if (before.every((id) => revision.values.has(id))) return 'wider';
  return after.every((id) => base.values.has(id)) ? 'narrower' : 'other';
}

const INDICATOR_FACETS: readonly Facet<Indicator>[] = [
  part(
    'type',
    ({ type }) => type,
    true,
    (onto, from) => ({ ...onto, type: from.type }),
    ({ type }, lang) => messagesIn(lang).diff.shown.types[type],
  ),
  part(
    'values',
    ({ values }) => (values.size === 0 ? null : [...values.keys()].join(', ')),
    true,
    (onto, from) => ({ ...onto, values: from.values }),
  ),
  part(
    'measured',
    ({ measured }) => measured,
    true,
    undefined,
    ({ measured }, lang) => messagesIn(lang).report.set.measured[measured],
  ),
  part(
    'rollup',
    ({ rollup }) => (rollup === null ? null : printFormula(rollup)),
    true,
    (onto, from) => ({ ...onto, rollup: from.rollup }),
  ),
  part(
    'min',
    ({ min }) => numberOrNull(min),
    false,
    (onto, from) => ({ ...onto, min: from.min }),
  ),
  part(
    'max',
    ({ max }) => numberOrNull(max),
    false,
    (onto, from) => ({ ...onto, max: from.max }),
  ),
  part(
    'merge',
    ({ merge }) => mergeText(merge),
    false,
    undefined,
    ({ merge }, lang) => (merge === null ? null : messagesIn(lang).diff.shown.merged(merge)),
  ),
  part('words', ({ words }) => wordsText(words), false),
  part(
    'actionable',
    ({ actionable }) => actionable,
    false,
    undefined,
    ({ actionable }, lang) => (actionable === null ? null : messagesIn(lang).diff.shown.actionable[actionable]),
  ),
  {
    key: 'values',
    id: 'wording-only',
    text: ({ values }, { base, revision }) => labelsText(values, { base: base.values, revision: revision.values }),
  },
  {
    key: 'actionable_because',
    id: 'wording-only',
    text: ({ actionableBecause }) => actionableBecause ?? null,
  },
  part('aliases', ({ aliases }) => (aliases.length === 0 ? null : aliases.join(', ')), false),
  {
    key: 'provider',
    id: 'provider-changed',
    text: ({ provider }) => provider,
    office: ({ provider }) => provider,
  },
  {
    // The same thresholds then mean another quantity.
    key: 'unit',
    id: 'indicator-changed',
    text: ({ unit }) => unit,
    effects: ({ revision }) => number(revision.id, BOTH),
    office: ({ provider }) => provider,
  },
  { key: 'label', id: 'wording-only', text: ({ label }) => label },
];

function wordsText(words: Indicator['words']): string | null {
  return words === undefined || words.size === 0
    ? null
    : [...words].map(([word, value]) => `${word} = ${value}`).join(', ');
}

/** The columns of the data. */
export const INDICATORS: Section<Indicator> = {
  kind: 'indicator',
  key: 'indicators',
  nodes: ({ base, revision }) => ({ base: base.indicators, revision: revision.indicators }),
  label: ({ label }) => label,
  cite: () => null,
  at: ({ at }) => at,
  facets: INDICATOR_FACETS,
  whole: {
    added: 'indicator-added',
    removed: 'indicator-removed',
    text: (node) => plainText(indicatorText(node)),
    inWords: indicatorWords,
    office: ({ provider }) => provider,
    counts: { names: () => [], known: (id) => [id] },
  },
  put: (set, id, node) => ({ ...set, indicators: withNode(set.indicators, id, node) }),
  path: (_, id) => ['indicators', id],
};

/** Named formulas. */
export const MEASURES: Section<Measure> = {
  kind: 'measure',
  key: 'measures',
  nodes: ({ base, revision }) => ({ base: base.measures, revision: revision.measures }),
  label: ({ label }) => label,
  cite: () => null,
  at: ({ at }) => at,
  facets: [
    {
      key: 'formula',
      id: 'measure-changed',
      text: ({ formula }) => plainText(printFormula(formula)),
      effects: ({ base, revision }, sets) =>
        number(revision.id, numberWay(base.formula, revision.formula, sets.revision)),
      names: ({ formula }) => namesIn(formula),
      take: (onto, from) => ({ ...onto, formula: from.formula }),
    },
    { key: 'show', id: 'wording-only', text: ({ show }) => plainText(show) },
    { key: 'label', id: 'wording-only', text: ({ label }) => label },
  ],
  whole: {
    added: 'measure-added',
    removed: 'measure-removed',
    text: ({ formula }) => plainText(printFormula(formula)),
    counts: { names: ({ formula }) => namesIn(formula), known: (id) => [id] },
  },
  put: (set, id, node) => ({ ...set, measures: withNode(set.measures, id, node) }),
  path: (_, id) => ['measures', id],
};

/** Rules have no id: they are the same by what they say, else by what they tell, each of them once. */
function checksOf({ base, revision }: Sets): Pair<ReadonlyMap<string, Check>> {
  const ruleOf = ({ rule }: Check): string => printFormula(rule);
  const [before, after] = [numbered(base.checks, ruleOf), numbered(revision.checks, ruleOf)];
  const free = [...after].filter(([key]) => !before.has(key));
  const keyOf = (key: string, own: Check): string => {
    if (after.has(key)) return key;
    const place = free.findIndex(([, { message }]) => message.vi === own.message.vi);
    const [found] = place < 0 ? [] : free.splice(place, 1);
    return found?.[0] ?? key;
  };
  return { base: new Map([...before].map(([key, own]) => [keyOf(key, own), own])), revision: after };
}

/** What sound data satisfies. */
export const CHECKS: Section<Check> = {
  kind: 'check',
  key: 'checks',
  nodes: checksOf,
  label: () => null,
  cite: () => null,
  at: ({ at }) => at,
  facets: [
    {
      key: '',
      id: 'check-changed',
      text: (node) => plainText(checkText(node)),
      inWords: checkWords,
      names: ({ rule }) => namesIn(rule),
      take: (onto, from) => ({ ...onto, rule: from.rule, severity: from.severity }),
    },
    { key: 'message', id: 'wording-only', text: ({ message }) => message },
  ],
  whole: {
    added: 'check-added',
    removed: 'check-removed',
    text: (node) => plainText(checkText(node)),
    inWords: checkWords,
    counts: { names: ({ rule }) => namesIn(rule), known: () => [] },
  },
  put: (set, _, node, current) => {
    const added = node === null ? [] : [node];
    if (current === null) return { ...set, checks: [...set.checks, ...added] };
    return { ...set, checks: set.checks.flatMap((own) => (own === current ? added : [own])) };
  },
  path: () => null,
};
