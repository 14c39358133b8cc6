import type { CriteriaSet } from '../../criteria/index.ts';
import { type Lang, messagesIn, type ReportMessages, type VerdictWord } from '../../messages/index.ts';
import { harmless } from '../plain/harmless.ts';
import { countText } from '../plain/numbers.ts';
import { dayOutsideValidity, mayCertify, overlaysOf, type Scored } from '../scored.ts';

/** `vn-drug-free@2025 · kỳ 2025 · 130 đơn vị` */
export function factsText({ assessments, provenance }: Scored, lang: Lang): string {
  const words = messagesIn(lang).report;
  const periods = new Set(assessments.dataset.units.period.map((own) => own ?? provenance.period));
  const shown = [...periods].map((id) => (id === null ? words.noPeriod : words.period(harmless(id))));
  const units = words.units(countText(assessments.dataset.rows, lang));
  return [assessments.program.set.id, shown.join(', '), units].join(' · ');
}

/** How many units a condition chose, where one did; `null` where none did. */
export function chosenText({ assessments, provenance, rows, selection }: Scored, lang: Lang): string | null {
  const { where } = provenance.options;
  if (where === undefined || rows === undefined) return null;
  const chosen = selection?.of ?? rows.length;
  const [count, of] = [chosen, assessments.dataset.rows].map((units) => countText(units, lang));
  return messagesIn(lang).report.compare.chosen(count ?? '', of ?? '', harmless(where));
}

/** What every format must say of a result that certifies nobody: that it is a what-if, or its criteria not in force. */
export function markTexts(scored: Scored, lang: Lang): readonly string[] {
  const { status, id } = scored.assessments.program.set;
  const words = messagesIn(lang).report;
  const day = dayOutsideValidity(scored);
  return [
    ...whatIfTexts(scored, lang),
    ...(status === 'in-force' ? [] : [words.notForCertification(status)]),
    ...(day === null ? [] : [words.notInForceThen(id, day)]),
  ];
}

/** The figures and the rules that a result supposes. */
export function whatIfTexts(scored: Scored, lang: Lang): readonly string[] {
  const words = messagesIn(lang).report.compare;
  const held = scored.compared?.with;
  const overlays = overlaysOf(scored).map((name) => harmless(name));
  return [
    ...(held?.kind === 'real-figures' ? [words.whatIf(held.suppositions.map((text) => harmless(text)))] : []),
    ...(overlays.length === 0 ? [] : [words.changedRules(scored.assessments.program.set.id, overlays)]),
  ];
}

/** The words for a verdict: criteria that are not in force certify nobody, and neither does a what-if. */
export function verdictWords(scored: Scored, lang: Lang): Readonly<Record<VerdictWord, string>> {
  const { verdicts, unofficialVerdicts } = messagesIn(lang).report;
  return mayCertify(scored) ? verdicts : unofficialVerdicts;
}

/** The same for how many units are certified and how many are not. */
export function shareWords(scored: Scored, lang: Lang): ReportMessages['shares'] {
  const { shares, unofficialShares } = messagesIn(lang).report;
  return mayCertify(scored) ? shares : unofficialShares;
}

/** Whether a set has a class that certifies: else there is no verdict to show. */
export function hasVerdict({ classes }: CriteriaSet): boolean {
  return [...classes.values()].some(({ certifies }) => certifies);
}
