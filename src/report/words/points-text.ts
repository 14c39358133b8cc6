import {
  type Assessments,
  type Earned,
  earnedByParts,
  type Interval,
  isExact,
  isNothing,
  pointsAbove,
  type Score,
} from '../../assess/index.ts';
import { type CriteriaSet, type Criterion, numberOf, type Rule, type Step } from '../../criteria/index.ts';
import { type GateFinding, observedIn } from '../../explain/index.ts';
import { type Formula, oppositeOf, PASS, UNKNOWN, valueOfObserved } from '../../formula/index.ts';
import { type Lang, messagesIn, type StepWords } from '../../messages/index.ts';
import { compare, divide, equal, multiply, negate, type Rational, subtract, ZERO } from '../../number/index.ts';
import { isQuotient, SIGNS } from './finding-text.ts';
import { shownNumber, shownObserved } from '../plain/numbers.ts';
import { thresholdsOfNumber } from './thresholds-of-number.ts';

/**
 * What is earned of what can be earned.
 *
 * @example earnedText(earned, 'vi') // '6,4/8', or '2–8/8' while it is open
 */
function earnedText({ earned, available }: Earned, lang: Lang): string {
  return `${intervalText(earned, [available.most], lang)}/${pointsText(available.most, lang)}`;
}

/** The points of a criterion of a row: `6,4/8`; `null` where it has none or is left out. */
export function criterionPoints(assessments: Assessments, number: number, row: number, lang: Lang): string | null {
  const earned = assessments.points(row)[number] ?? null;
  return earned === null ? null : earnedText(earned, lang);
}

/** Points as they are shown. */
export function pointsText(points: Rational, lang: Lang): string {
  return shownNumber(points, { lang, percent: false, lines: [] });
}

/** One number, or both ends of what it lies between. */
export function intervalText(interval: Interval, lines: readonly Rational[], lang: Lang): string {
  const ends = [interval.least, interval.most].map((end) => shownNumber(end, { lang, percent: false, lines }));
  return isExact(interval) ? (ends[0] ?? '') : ends.join('–');
}

/**
 * The points of a unit of those it can earn.
 *
 * @example scoreText(score, 'en') // '6.4/8', '2–8/8' while it is open, '8/8 or –' while anything that earns points may not apply
 */
export function scoreText(score: Score | null, lang: Lang): string {
  if (score === null) return NO_POINTS;
  const text = `${intervalText({ least: score.min, most: score.max }, [], lang)}/${pointsText(score.of, lang)}`;
  return score.mayBeNone ? messagesIn(lang).report.points.orNone(text, NO_POINTS) : text;
}

const NO_POINTS = '–';

/** The number that a criterion earns points by, with the quotient it came from; `null` for one that tests. */
export function observedNumber(assessments: Assessments, { rule }: Criterion, row: number, lang: Lang): string | null {
  const on = earningNumber(rule);
  if (on === null) return null;
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const observed = observedIn(assessments, on, row);
  if (typeof observed === 'string') return observed === 'missing' ? words.noData : words.nothingByNothing;
  return shownObserved(observed, {
    lang,
    percent: isPercent(rule, set),
    lines: thresholdsOfNumber(set, on),
    isQuotient: isQuotient(on, set),
  });
}

/**
 * The step of a criterion's bands or scale that a row reaches, what is deducted, or what the cap of a group leaves of the
 * points of its parts; `null` where there is none.
 */
export function stepText(assessments: Assessments, criterion: Criterion, row: number, lang: Lang): string | null {
  const { rule, points } = criterion;
  if (rule.kind === 'group') {
    const number = numberOf(assessments.program.set.criteria, criterion.id);
    return cappedText(assessments, number, row, assessments.points(row)[number]?.earned.most ?? null, lang);
  }
  const on = earningNumber(rule);
  const observed = on === null ? 'missing' : observedIn(assessments, on, row);
  if (typeof observed === 'string') return null;
  const value = valueOfObserved(observed);
  const { set } = assessments.program;
  switch (rule.kind) {
    case 'bands':
      return bandText(rule.bands, value, (step) => stepWords(step, rule, set, lang), lang);
    case 'scale':
      return scaleText(rule.steps, value, (step) => stepWords(step, rule, set, lang), lang);
    case 'deduct':
      return deductedText(rule, value, points ?? ZERO, lang);
    case 'test':
      return null;
  }
}

/** What the points of the whole sheet lose to what can be earned; `null` where they lose nothing. */
export function cappedScoreText(assessments: Assessments, row: number, lang: Lang): string | null {
  return cappedText(assessments, null, row, assessments.score(row)?.of ?? null, lang);
}

/** What parts earn, where no more than so many points of it count. */
function cappedText(
  { program: { sheet }, points }: Assessments,
  group: number | null,
  row: number,
  most: Rational | null,
  lang: Lang,
): string | null {
  const earned = sheet === null || most === null ? null : earnedByParts(sheet, group, points(row));
  if (earned === null || most === null || compare(earned.most, most) <= 0) return null;
  return messagesIn(lang).report.points.capped(intervalText(earned, [most], lang), pointsText(most, lang));
}

type Words = (step: Step) => StepWords;

function bandText(bands: readonly Step[], value: Rational, wordsOf: Words, lang: Lang): string | null {
  const { points } = messagesIn(lang).report;
  const reached = bands.find(({ at }) => compare(value, at) >= 0);
  const lowest = bands.at(-1);
  if (reached !== undefined) return points.band(wordsOf(reached).value, wordsOf(reached).points);
  return lowest === undefined ? null : points.underBands(wordsOf(lowest).value);
}

function scaleText(steps: readonly Step[], value: Rational, wordsOf: Words, lang: Lang): string | null {
  const { points } = messagesIn(lang).report;
  const low = steps.findLast(({ at }) => compare(value, at) >= 0);
  const high = steps.find(({ at }) => compare(value, at) < 0);
  if (low === undefined) return high === undefined ? null : points.upTo(wordsOf(high));
  return high === undefined ? points.from(wordsOf(low)) : points.between(wordsOf(low), wordsOf(high));
}

/** What was taken off, after the most that is deducted and the floor. */
function deductedText(
  { each, floor, most }: Rule & { kind: 'deduct' },
  count: Rational,
  points: Rational,
  lang: Lang,
): string {
  const words = messagesIn(lang).report.points;
  const asked = multiply(each, count);
  const limits = [subtract(points, floor), ...(most === null ? [] : [most])];
  const lost = limits.reduce((least, limit) => (compare(limit, least) < 0 ? limit : least), asked);
  return compare(lost, ZERO) <= 0 ? words.nothingDeducted : words.deducted(pointsText(lost, lang));
}

/** The formula of the number that points hang on. */
function earningNumber(rule: Rule): Formula | null {
  switch (rule.kind) {
    case 'bands':
    case 'scale':
      return rule.on;
    case 'deduct':
      return rule.per;
    case 'test':
    case 'group':
      return null;
  }
}

/** A step of bands or a scale in words. */
export function stepWords(step: Step, rule: Rule, set: CriteriaSet, lang: Lang): StepWords {
  const value = shownNumber(step.at, { lang, percent: step.percent || isPercent(rule, set), lines: [] });
  return { value, points: pointsText(step.points, lang) };
}

function isPercent(rule: Rule, set: CriteriaSet): boolean {
  const on = earningNumber(rule);
  const steps = rule.kind === 'bands' ? rule.bands : rule.kind === 'scale' ? rule.steps : [];
  if (steps.some(({ percent }) => percent)) return true;
  if (on?.kind !== 'name') return false;
  return set.measures.get(on.name)?.show === 'percent' || set.indicators.get(on.name)?.type === 'percent';
}

/**
 * A gate on points, as short as can be: `Tổng điểm 78,89 % < 80 %`.
 *
 * @param isFull Whether a share is told with what it is of: `78,89 % (71/90)`.
 */
export function shortGate(finding: GateFinding, lang: Lang, isFull = false): string {
  const { gate, state, points } = finding;
  const operator = SIGNS[state === PASS || state === UNKNOWN ? gate.operator : oppositeOf(gate.operator)];
  const value = points === null ? messagesIn(lang).report.noData : shortValue(points, gate, lang, isFull);
  const mark = state === UNKNOWN ? '?' : '';
  return `${gateName(finding, lang)} ${value} ${operator}${mark} ${boundText(gate, lang)}`;
}

function shortValue(points: Earned, gate: GateFinding['gate'], lang: Lang, isFull: boolean): string {
  if (!gate.share) return intervalText(points.earned, [gate.bound], lang);
  const [share, parts] = [shareText(points, gate, lang), gateParts(points, lang).join('/')];
  if (share === null) return parts;
  return isFull ? `${share} (${parts})` : share;
}

/** A gate with what was earned, the condition and how far it is: `Tổng điểm: 71/90 = 78,89 %; điều kiện ≥ 80 %; …`. */
export function gateText(finding: GateFinding, lang: Lang): string {
  const { gate, state, points } = finding;
  const words = messagesIn(lang).report;
  const condition = words.condition(`${SIGNS[gate.operator]} ${boundText(gate, lang)}`);
  if (points === null) return `${gateName(finding, lang)}: ${words.noData}; ${condition}`;
  const share = gate.share ? shareText(points, gate, lang) : null;
  const earned = [words.points.of(...gateParts(points, lang)), ...(share === null ? [] : [share])].join(' = ');
  const margin = state === UNKNOWN ? null : gateMargin(points, gate, lang);
  return [`${gateName(finding, lang)}: ${earned}`, condition, ...(margin === null ? [] : [margin])].join('; ');
}

/** What was earned, and what can be: `71` of `90`, or of `80–100` while that is open. */
function gateParts({ earned, available }: Earned, lang: Lang): readonly [string, string] {
  return [intervalText(earned, [available.most], lang), intervalText(available, [], lang)];
}

/** How far the points are from the line; `null` where they may lie on both sides of it for all that is known here. */
function gateMargin(points: Earned, { bound, share }: GateFinding['gate'], lang: Lang): string | null {
  const words = messagesIn(lang).report;
  const { least, most } = pointsAbove(points, bound, share);
  if (equal(least, ZERO) && equal(most, ZERO)) return words.onLine;
  const distance = (interval: Interval): string => words.points.points(intervalText(interval, [], lang));
  if (most.num <= 0n) return words.below(distance({ least: negate(most), most: negate(least) }));
  return least.num >= 0n ? words.above(distance({ least, most })) : null;
}

/** The share of what can be earned; `null` while it is open what that is. */
function shareText({ earned, available }: Earned, { bound }: GateFinding['gate'], lang: Lang): string | null {
  if (!isExact(available) || isNothing(available)) return null;
  const ends = (isExact(earned) ? [earned.least] : [earned.least, earned.most]).map((end) =>
    shownNumber(divide(end, available.most), { lang, percent: true, lines: [bound] }),
  );
  // One sign for both ends of an interval.
  return ends.map((text, index) => (index < ends.length - 1 ? text.replace(/ ?%$/u, '') : text)).join('–');
}

function gateName({ of }: GateFinding, lang: Lang): string {
  const { points } = messagesIn(lang).report;
  return of === null ? points.score : points.scoreOf(of);
}

function boundText({ bound, share }: GateFinding['gate'], lang: Lang): string {
  return shownNumber(bound, { lang, percent: share, lines: [] });
}
