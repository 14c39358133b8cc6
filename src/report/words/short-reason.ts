import { type ComparisonFinding, type Finding, stateWord } from '../../explain/index.ts';
import {
  NOT_APPLICABLE,
  type Observed,
  opposite,
  oppositeOf,
  PASS,
  printFormula,
  type State,
  UNKNOWN,
  valueOfObserved,
} from '../../formula/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';
import { compare, type Rational, ZERO } from '../../number/index.ts';
import {
  isPercent,
  isQuotient,
  lineText,
  lineOf,
  linesOf,
  observedWords,
  quotientOf,
  rangeText,
  SIGNS,
  unitOf,
  valueLabel,
  type Wording,
  yesOrNo,
} from './finding-text.ts';
import { countText, shownNumber } from '../plain/numbers.ts';

/** Several parts of which `needed` must be so; `of` are those that apply, `total` is how many the criterion names. */
interface Group {
  readonly kind: 'group';
  readonly state: State;
  readonly needed: number;
  readonly of: readonly Asked[];
  readonly total: number;
}

/** A test without `not`: what is asked of each part, and whether it is so. */
type Asked =
  | { readonly kind: 'single'; readonly state: State; readonly finding: Single; readonly negated: boolean }
  | Group;
type Single = Exclude<Finding, { readonly kind: 'not' | 'group' }>;
type AskedComparison = Extract<Asked, { readonly kind: 'single' }> & { readonly finding: ComparisonFinding };

/** So many parts are named; of more only how many are met. */
const MOST_PARTS = 3;

/**
 * What settles a criterion, as short as can be. What is met reads as a relation that holds, what is not as the value and
 * what it would have to be: `0,55 % ≥ 0,5 %`, `1, cần = 0`, `Liên tỉnh và 3/4 ý, cần 2`.
 */
export function shortReason(finding: Finding, wording: Wording): string {
  return reasonOf(finding, wording, false);
}

/**
 * As {@link shortReason}, with what a ratio was divided from and the unit of every count:
 * `40 người/8.000 người = 0,5 % ≥ 0,5 %`, `1 điểm, cần = 0`.
 */
export function fullReason(finding: Finding, wording: Wording): string {
  return reasonOf(finding, wording, true);
}

function reasonOf(finding: Finding, wording: Wording, isFull: boolean): string {
  const asked = askedOf(finding);
  const units = new Set(
    comparisonsIn(asked).map(({ finding: { formula } }) => unitOf(wording.set, formula.left, wording.lang)),
  );
  return reasonText(asked, { ...wording, hasSeveralUnits: units.size > 1, isFull });
}

/** Whether there is something to show of a test: a number, or bounds for one that is missing. */
export function isObserved(finding: Finding): boolean {
  return finding.state !== UNKNOWN || (finding.kind === 'comparison' && finding.range !== null);
}

/** Of a negated `all` one part must not hold, of a negated `any` none. */
function askedOf(finding: Finding, negated = false): Asked {
  if (finding.kind === 'not') return askedOf(finding.of, !negated);
  const state = negated ? opposite(finding.state) : finding.state;
  if (finding.kind !== 'group') return { kind: 'single', state, finding, negated };
  const of = finding.of.filter((part) => part.state !== NOT_APPLICABLE).map((part) => askedOf(part, negated));
  if (negated) return { kind: 'group', state, needed: of.length - finding.needed + 1, of, total: of.length };
  return { kind: 'group', state, needed: finding.needed, of, total: finding.of.length };
}

interface ShortWording extends Wording {
  /** Whether numbers of different things are compared, so that each needs its unit. */
  readonly hasSeveralUnits: boolean;
  /** Whether quotients and all units are told. */
  readonly isFull: boolean;
}

function reasonText(asked: Asked, wording: ShortWording): string {
  const words = messagesIn(wording.lang).report;
  if (asked.kind === 'single') return singleText(asked, wording);
  const { state, needed, of } = asked;
  if (state === NOT_APPLICABLE) return words.nothingByNothing;
  const isAll = needed === of.length;
  if (!isAll && needed !== 1) return countedParts(asked, wording.lang);
  const settling = of.filter((part) => part.state === state);
  const [first = asked] = settling;
  if (state === UNKNOWN) return first === asked ? words.noData : reasonText(first, wording);
  if (state === PASS) return passedText(asked, settling, wording);
  if (settling.length > MOST_PARTS) return countedParts(asked, wording.lang);
  const texts = settling.map((part) => reasonText(part, wording));
  return isAll ? words.and(texts) : words.or(texts);
}

function passedText(asked: Group, passed: readonly Asked[], wording: ShortWording): string {
  const band = bandIn(asked);
  if (band !== null) return bandText(band, wording);
  const isOne = asked.needed < asked.of.length || passed.every((part) => distanceOf(part) !== null);
  if (isOne)
    return nearestOf(passed)
      .map((part) => reasonText(part, wording))
      .join('');
  if (passed.length > MOST_PARTS) return countedParts(asked, wording.lang);
  return messagesIn(wording.lang).report.and(passed.map((part) => reasonText(part, wording)));
}

/** The comparisons of one number with both ends of a band. */
function bandIn({ needed, of }: Group): readonly AskedComparison[] | null {
  const ends = of.filter((part) => isComparison(part));
  const numbers = new Set(ends.map(({ finding }) => printFormula(finding.formula.left)));
  return needed === 2 && of.length === 2 && ends.length === 2 && numbers.size === 1 ? ends : null;
}

/** The value with the line it is nearest to, on its own side of both; that it is above zero need not be said. */
function bandText(ends: readonly AskedComparison[], wording: ShortWording): string {
  const lines = ends.flatMap(({ finding }) => linesOf(finding, wording.set));
  const told = ends.filter(({ finding }) => lineOf(finding.required).some((line) => compare(line, ZERO) !== 0));
  return nearestOf(told.length === 0 ? ends : told)
    .map((end) => comparisonText(end, wording, lines))
    .join('');
}

function singleText(asked: Extract<Asked, { kind: 'single' }>, wording: ShortWording): string {
  const { set, lang } = wording;
  const { finding, negated, state } = asked;
  const words = messagesIn(lang).report;
  switch (finding.kind) {
    case 'comparison':
      return comparisonText({ ...asked, finding }, wording, linesOf(finding, wording.set));
    case 'choice': {
      if (finding.observed === null) return words.noData;
      const observed = valueLabel(set, finding.indicator, finding.observed, lang);
      const accepted = finding.accepted.map((value) => valueLabel(set, finding.indicator, value, lang));
      if (state === PASS) return observed;
      return words.needs(observed, negated ? words.otherThan(accepted) : words.or(accepted));
    }
    case 'boolean': {
      if (finding.observed === null) return words.noData;
      const observed = yesOrNo(finding.observed, lang);
      return state === PASS ? observed : words.needs(observed, yesOrNo(!finding.observed, lang));
    }
    case 'criterion':
      return `${finding.id} ${words.states[stateWord(finding.state)]}`;
  }
}

function comparisonText(asked: AskedComparison, wording: ShortWording, lines: readonly Rational[]): string {
  const { finding, negated, state } = asked;
  const { set, lang } = wording;
  const words = messagesIn(lang).report;
  const operator = negated ? oppositeOf(finding.operator) : finding.operator;
  const line = `${SIGNS[operator]} ${words.counted(lineText(finding, wording), shownUnit(finding, wording))}`;
  if (finding.range !== null) {
    const range = rangeText(finding, wording);
    return state === PASS ? `${range} ${line}` : words.needs(range, line);
  }
  if (finding.margin === null || typeof finding.observed === 'string') return observedWords(finding, wording);
  const plain = shownNumber(valueOfObserved(finding.observed), { lang, percent: isPercent(finding, set), lines });
  const value = wording.isFull ? fullValue(finding, finding.observed, plain, wording) : plain;
  return state === PASS ? `${value} ${line}` : words.needs(value, line);
}

/** A ratio with both its numbers, a count with its unit. */
function fullValue(finding: ComparisonFinding, observed: Observed, plain: string, { set, lang }: Wording): string {
  const words = messagesIn(lang).report;
  const { left } = finding.formula;
  const parts = quotientOf(left, set);
  if (parts === null) return isPercent(finding, set) ? plain : words.counted(plain, unitOf(set, left, lang));
  const number = (exact: Rational): string => shownNumber(exact, { lang, percent: false, lines: [] });
  const [above, below] = [number(observed.num), number(observed.den)];
  const unitBelow = unitOf(set, parts.right, lang);
  const counted = words.counted(below, unitBelow);
  // Where 1 stands without its unit, that of the other number would seem to be that of both, or of neither.
  const isBare = unitBelow !== '' && counted === below;
  const whole = isBare ? above : words.counted(above, unitOf(set, parts.left, lang));
  return words.reasons.divided(`${whole}/${counted}`, plain);
}

/** Of counts the criterion says what they count; of m² the number alone says nothing. */
function shownUnit(finding: ComparisonFinding, { set, lang, hasSeveralUnits }: ShortWording): string {
  const { left } = finding.formula;
  if (isPercent(finding, set) || isQuotient(left, set)) return '';
  const isDecimal = left.kind === 'name' && set.indicators.get(left.name)?.type === 'decimal';
  return hasSeveralUnits || isDecimal ? unitOf(set, left, lang) : '';
}

function countedParts({ of, needed, total }: Group, lang: Lang): string {
  const count = (wanted: State): number => of.filter(({ state }) => state === wanted).length;
  const [met, open] = [count(PASS), count(UNKNOWN)];
  const found = open === 0 ? countText(met, lang) : `${countText(met, lang)}–${countText(met + open, lang)}`;
  return messagesIn(lang).report.partsMet(found, countText(total, lang), countText(needed, lang));
}

/** The part nearest its line; without lines, the first. */
function nearestOf<P extends Asked>(parts: readonly P[]): readonly P[] {
  const [first, ...rest] = parts;
  if (first === undefined) return [];
  return [rest.reduce((nearest, other) => (isNearer(other, nearest) ? other : nearest), first)];
}

function isNearer(one: Asked, other: Asked): boolean {
  const [distance, otherDistance] = [distanceOf(one), distanceOf(other)];
  if (distance === null || otherDistance === null) return distance !== null;
  return compare(distance, otherDistance) < 0;
}

/** How far a part is from its line; `null` where it, or a part of it, is no comparison. */
function distanceOf(asked: Asked): Rational | null {
  if (asked.kind === 'single') {
    if (asked.finding.kind !== 'comparison' || asked.finding.margin === null) return null;
    const { num, den } = asked.finding.margin;
    return { num: num < 0n ? -num : num, den };
  }
  const distances = asked.of.filter(({ state }) => state === asked.state).map(distanceOf);
  return distances.reduce(
    (least, own) => (own === null || least === null ? null : compare(own, least) < 0 ? own : least),
    distances[0] ?? null,
  );
}

function comparisonsIn(asked: Asked): readonly AskedComparison[] {
  if (asked.kind === 'group') return asked.of.flatMap(comparisonsIn);
  return isComparison(asked) ? [asked] : [];
}

function isComparison(asked: Asked): asked is AskedComparison {
  return asked.kind === 'single' && asked.finding.kind === 'comparison';
}
