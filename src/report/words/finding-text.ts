import type { CriteriaSet } from '../../criteria/index.ts';
import { type ComparisonFinding, type Finding, type GroupFinding, stateWord } from '../../explain/index.ts';
import {
  type Comparison,
  type Formula,
  NOT_APPLICABLE,
  type Observed,
  opposite,
  oppositeOf,
  PASS,
  printFormula,
  rememberedOfPair,
  type State,
  UNKNOWN,
  type Unobserved,
  valueOfObserved,
} from '../../formula/index.ts';
import { type Lang, messagesIn, type Text } from '../../messages/index.ts';
import { type Rational, sign, subtract } from '../../number/index.ts';
import { harmless } from '../plain/harmless.ts';
import { countText, shownNumber, shownObserved } from '../plain/numbers.ts';
import { thresholdsOfNumber } from './thresholds-of-number.ts';

/** Comparisons as people write them. */
export const SIGNS: Readonly<Record<Comparison, string>> = {
  '<': '<',
  '<=': '≤',
  '==': '=',
  '!=': '≠',
  '>=': '≥',
  '>': '>',
};

/** The set that gives names their labels, and the language to write in. */
export interface Wording {
  readonly set: CriteriaSet;
  readonly lang: Lang;
}

/** One line of the evidence for a criterion, and how deep it stands. */
export interface EvidenceLine {
  readonly depth: number;
  readonly state: State;
  readonly text: string;
}

/**
 * Everything found of a test, part by part: what was observed, the condition it is held against, how far away it is.
 *
 * @param negated Whether the criterion asks for the opposite of the finding.
 */
export function evidenceLines(finding: Finding, wording: Wording, negated = false, depth = 0): readonly EvidenceLine[] {
  if (finding.kind === 'not') return evidenceLines(finding.of, wording, !negated, depth);
  const state = negated ? opposite(finding.state) : finding.state;
  if (finding.kind !== 'group') return [{ depth, state, text: partText(finding, wording, negated) }];
  const parts = finding.of.flatMap((part) => evidenceLines(part, wording, false, depth + 1));
  return [{ depth, state, text: groupText(finding, wording, negated) }, ...parts];
}

/** The evidence for a whole criterion: a test that is one group of all its parts needs no line to say so. */
export function wholeEvidence(finding: Finding, wording: Wording): readonly EvidenceLine[] {
  if (finding.kind !== 'group' || !asksForAll(finding)) return evidenceLines(finding, wording);
  return finding.of.flatMap((part) => evidenceLines(part, wording));
}

type Part = Exclude<Finding, { kind: 'not' | 'group' }>;

function partText(finding: Part, wording: Wording, negated: boolean): string {
  const { set, lang } = wording;
  const words = messagesIn(lang).report;
  switch (finding.kind) {
    case 'comparison':
      return comparisonText(finding, wording, negated);
    case 'choice': {
      const label = labelOf(set, finding.indicator, lang);
      const observed =
        finding.observed === null ? words.noData : valueLabel(set, finding.indicator, finding.observed, lang);
      const accepted = finding.accepted.map((value) => valueLabel(set, finding.indicator, value, lang));
      return `${label}: ${observed}; ${words.condition(negated ? words.noneOf(accepted) : words.oneOf(accepted))}`;
    }
    case 'boolean': {
      const observed = finding.observed === null ? words.noData : yesOrNo(finding.observed, lang);
      return `${labelOf(set, finding.indicator, lang)}: ${observed}; ${words.condition(yesOrNo(!negated, lang))}`;
    }
    case 'criterion': {
      const title = set.criteria.get(finding.id)?.title[lang] ?? '';
      return `${finding.id} ${words.states[stateWord(finding.state)]} (${harmless(title)})`;
    }
  }
}

function groupText(finding: GroupFinding, { lang }: Wording, negated: boolean): string {
  const words = messagesIn(lang).report;
  const { all, needed, of } = finding;
  // Of all, those are counted that apply.
  const total = countText(all ? needed : of.length, lang);
  if (negated) return needed <= 1 ? words.noneOfParts : words.atMost(countText(needed - 1, lang), total);
  if (asksForAll(finding)) return words.allOf;
  return needed === 1 ? words.anyOf : words.atLeast(countText(needed, lang), total);
}

function asksForAll({ all, needed, of }: GroupFinding): boolean {
  return all || needed === of.length;
}

function comparisonText(finding: ComparisonFinding, wording: Wording, negated: boolean): string {
  const { set, lang } = wording;
  const words = messagesIn(lang).report;
  const unit = unitOf(set, finding.formula.left, lang);
  const operator = SIGNS[negated ? oppositeOf(finding.operator) : finding.operator];
  const condition = words.condition(`${operator} ${lineText(finding, wording)}`);
  const observed = observedWords(finding, wording);
  const isCount = unit !== '' && finding.margin !== null && !observed.includes('(');
  const subject = `${formulaLabel(set, finding.formula.left, lang)}: ${isCount ? words.counted(observed, unit) : observed}`;
  const isMet = finding.operator === '==' && finding.state === PASS;
  const margin = finding.margin === null || isMet ? '' : `; ${marginText(finding.margin, finding, wording)}`;
  return `${subject}; ${condition}${margin}`;
}

function marginText(margin: Rational, finding: ComparisonFinding, { set, lang }: Wording): string {
  const words = messagesIn(lang).report;
  const side = sign(margin);
  if (side === 0) return words.onLine;
  const distance = shownNumber(sizeOf(margin), { lang, percent: false, lines: distancesOfLines(finding, set) });
  const counted = words.counted(distance, unitOf(set, finding.formula.left, lang));
  return side > 0 ? words.above(counted) : words.below(counted);
}

/**
 * How far the other lines are from the one that a number is held against: its distance must not be rounded onto one of them,
 * as the number is not. That of a ratio is counted in its numerator, where the lines do not lie.
 */
function distancesOfLines(finding: ComparisonFinding, set: CriteriaSet): readonly Rational[] {
  const [own, ...others] = linesOf(finding, set);
  if (own === undefined || isQuotient(finding.formula.left, set)) return [];
  return others.map((line) => sizeOf(subtract(line, own)));
}

function sizeOf({ num, den }: Rational): Rational {
  return { num: num < 0n ? -num : num, den };
}

/** What was observed, with the quotient it came from; bounds, or why there is nothing. */
export function observedWords(finding: ComparisonFinding, wording: Wording): string {
  const words = messagesIn(wording.lang).report;
  const { observed, required } = finding;
  if (finding.range !== null) return rangeText(finding, wording);
  if (finding.state === UNKNOWN) return words.noData;
  if (finding.state === NOT_APPLICABLE || typeof observed === 'string' || typeof required === 'string')
    return words.nothingByNothing;
  return shownObserved(observed, {
    ...shownFor(finding, wording),
    isQuotient: isQuotient(finding.formula.left, wording.set),
  });
}

/** The bounds of a number that is not known exactly; where they are one, that number. A bound may be lacking. */
export function rangeText(finding: ComparisonFinding, wording: Wording): string {
  const { range } = finding;
  if (range === null) return '';
  const shown = shownFor(finding, wording);
  const words = messagesIn(wording.lang).report;
  const [low, high] = [range.min, range.max].map((end) => (end === null ? null : shownNumber(end, shown)));
  if (low === null || low === undefined) return words.upTo(high ?? '');
  if (high === null || high === undefined) return words.from(low);
  return low === high ? low : words.between(low, high);
}

/** What a number is held against. */
export function lineText(finding: ComparisonFinding, wording: Wording): string {
  const { required } = finding;
  if (typeof required === 'string') return formulaLabel(wording.set, finding.formula.right, wording.lang);
  return shownObserved(required, { lang: wording.lang, percent: isPercent(finding, wording.set), lines: [] });
}

function shownFor(finding: ComparisonFinding, { set, lang }: Wording) {
  return { lang, percent: isPercent(finding, set), lines: linesOf(finding, set) };
}

/** The lines that the number of a comparison must not be rounded onto: its own, and all that the set holds it against. */
export function linesOf({ required, formula }: ComparisonFinding, set: CriteriaSet): readonly Rational[] {
  return [...lineOf(required), ...thresholdsOfNumber(set, formula.left)];
}

/** The line itself, where it is known. */
export function lineOf(required: Observed | Unobserved): readonly Rational[] {
  return typeof required === 'string' ? [] : [valueOfObserved(required)];
}

/** Whether a comparison is of percentages, by its line or by how its measure is shown. */
export function isPercent({ percent, formula: { left } }: ComparisonFinding, set: CriteriaSet): boolean {
  return percent || (left.kind === 'name' && set.measures.get(left.name)?.show === 'percent');
}

/** The label of an indicator or measure; a formula without a name stands as it is. */
export function labelOf(set: CriteriaSet, name: string, lang: Lang): string {
  return harmless((set.indicators.get(name) ?? set.measures.get(name))?.label[lang] ?? name);
}

/** The label of a number, or of what it adds up over periods; a formula without a name stands as it is. */
export function formulaLabel(set: CriteriaSet, formula: Formula, lang: Lang): string {
  const words = messagesIn(lang).report;
  const [first, second] = formula.kind === 'call' ? formula.args : [];
  if (formula.kind === 'call' && formula.name === 'prev' && first !== undefined) {
    return words.periodsAgo(formulaLabel(set, first, lang), 1);
  }
  if (formula.kind === 'call' && formula.name === 'last' && first !== undefined && second !== undefined) {
    return words.lastPeriods(formulaLabel(set, second, lang), printFormula(first));
  }
  return labelOf(set, printFormula(formula), lang);
}

/** Whether a number is one divided by another. */
export function isQuotient(formula: Formula, set: CriteriaSet): boolean {
  return quotientOf(formula, set) !== null;
}

/** The division that makes a number; `null` where it is none. */
export function quotientOf(formula: Formula, set: CriteriaSet): (Formula & { kind: 'arithmetic' }) | null {
  if (formula.kind === 'arithmetic') return formula.operator === '/' ? formula : null;
  const measure = formula.kind === 'name' ? set.measures.get(formula.name) : undefined;
  return measure === undefined ? null : quotientOf(measure.formula, set);
}

/** The label of one value of a choice. */
export function valueLabel(set: CriteriaSet, indicator: string, value: string, lang: Lang): string {
  return harmless(set.indicators.get(indicator)?.values.get(value)?.[lang] ?? value);
}

/** Yes or no in the reader's language. */
export function yesOrNo(value: boolean, lang: Lang): string {
  const { yes, no } = messagesIn(lang).report;
  return value ? yes : no;
}

/** The noun after a number, where all that is added up has the same one; of a quotient, that of its numerator. */
export function unitOf(set: CriteriaSet, formula: Formula, lang: Lang): string {
  return unitIn(set, formula)[lang];
}

const unitIn = rememberedOfPair((set: CriteriaSet, formula: Formula): Text => {
  const only = (lang: Lang): string => {
    const units = new Set(unitsIn(set, formula, lang));
    const [first = ''] = units;
    return units.size === 1 ? harmless(first) : '';
  };
  return { vi: only('vi'), en: only('en') };
});

function unitsIn(set: CriteriaSet, formula: Formula, lang: Lang): readonly string[] {
  switch (formula.kind) {
    case 'name': {
      const measure = set.measures.get(formula.name);
      return measure === undefined
        ? [set.indicators.get(formula.name)?.unit?.[lang] ?? '']
        : unitsIn(set, measure.formula, lang);
    }
    case 'negate':
      return unitsIn(set, formula.operand, lang);
    case 'arithmetic':
      if (formula.operator === '/') return unitsIn(set, formula.left, lang);
      return [formula.left, formula.right].flatMap((part) => unitsIn(set, part, lang));
    case 'call':
      return formula.args.flatMap((part) => unitsIn(set, part, lang));
    default:
      return [];
  }
}
