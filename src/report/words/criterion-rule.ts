import type { CriteriaSet, Criterion } from '../../criteria/index.ts';
import { formulaWords } from './formula-words.ts';
import { messagesIn } from '../../messages/index.ts';
import { add, divide, type Rational, ZERO } from '../../number/index.ts';
import type { Wording } from './finding-text.ts';
import { harmless } from '../plain/harmless.ts';
import { shownNumber } from '../plain/numbers.ts';
import { pointsText, stepWords } from './points-text.ts';

/** The rule of a criterion in words, one line for how it is judged and one for when it applies and who sees to it. */
export function ruleLines(criterion: Criterion, wording: Wording): readonly string[] {
  return [ruleText(criterion, wording), termsText(criterion, wording)].filter((line) => line !== '');
}

/** Title and points of a group, or the title alone, with what sets a criterion apart. */
export function headText(criterion: Criterion, { set, lang }: Wording): string {
  const { report } = messagesIn(lang);
  const { title, points, rule, bonus, mandatory, weight } = criterion;
  const isGroup = rule.kind === 'group';
  const own = points === null ? '' : `: ${report.points.points(pointsText(points, lang))}`;
  const marks = [
    mandatory ? report.set.mandatory : '',
    bonus ? report.set.bonus : '',
    weight === null || set.score?.model !== 'weighted' ? '' : weightText(weight, { set, lang }),
    isGroup && rule.cap !== null ? report.set.cap(pointsText(rule.cap, lang)) : '',
  ].filter((mark) => mark !== '');
  return `${harmless(title[lang])}${isGroup ? own : ''}${marks.length === 0 ? '' : ` [${marks.join('; ')}]`}`;
}

/**
 * A weight and the share of the score it makes.
 *
 * @param criteria Those that apply; all, when left out.
 */
export function weightText(
  weight: Rational,
  { set, lang }: Wording,
  criteria: readonly Criterion[] = [...set.criteria.values()],
): string {
  const all = criteria.flatMap((own) => own.weight ?? []).reduce(add, ZERO);
  const share = all.num === 0n ? ZERO : divide(weight, all);
  return messagesIn(lang).report.set.weight(
    pointsText(weight, lang),
    shownNumber(share, { lang, percent: true, lines: [] }),
  );
}

function ruleText({ rule, points }: Criterion, { set, lang }: Wording): string {
  const words = messagesIn(lang).report.set;
  const steps = (list: Extract<typeof rule, { kind: 'scale' }>['steps']) =>
    list.map((step) => stepWords(step, rule, set, lang));
  switch (rule.kind) {
    case 'test':
      return points === null
        ? formulaWords(rule.test, { set, lang })
        : words.pointsIf(pointsText(points, lang), formulaWords(rule.test, { set, lang }));
    case 'bands':
      return words.bands(formulaWords(rule.on, { set, lang }), steps(rule.bands));
    case 'scale':
      return words.scale(formulaWords(rule.on, { set, lang }), steps(rule.steps));
    case 'deduct':
      return [
        words.deduct(
          pointsText(points ?? ZERO, lang),
          pointsText(rule.each, lang),
          formulaWords(rule.per, { set, lang }),
        ),
        ...(rule.most === null ? [] : [words.atMostDeducted(pointsText(rule.most, lang))]),
        words.neverBelow(pointsText(rule.floor, lang)),
      ].join('; ');
    case 'group':
      return '';
  }
}

function termsText({ appliesWhen, notApplicable, provider, was }: Criterion, { set, lang }: Wording): string {
  const words = messagesIn(lang).report.set;
  return [
    appliesWhen === null ? '' : words.appliesWhen(formulaWords(appliesWhen, { set, lang })),
    appliesWhen === null && notApplicable === 'exclude' ? '' : words.otherwiseCounts[notApplicable],
    provider === null ? '' : words.responsible(harmless(provider[lang])),
    was === null ? '' : words.was(was),
  ]
    .filter((term) => term !== '')
    .join('; ');
}

/** How deep a criterion stands among groups. */
export function depthOf({ group }: Criterion, set: CriteriaSet): number {
  const around = group === null ? undefined : set.criteria.get(group);
  return around === undefined ? 0 : 1 + depthOf(around, set);
}
