import type { CriteriaSet } from '../../criteria/index.ts';
import { type Lang, messagesIn, type ReportMessages, type VerdictWord } from '../../messages/index.ts';
import { harmless } from '../plain/harmless.ts';
import { countText } from '../plain/numbers.ts';
import { type Bar, barsOf, barsOfImpact, mayCertify, unitBars } from '../certification.ts';
import type { Diffed } from '../diffed.ts';
import type { Scored } from '../scored.ts';

/** `vn-drug-free@2025 · kỳ 2025 · 130 đơn vị` */
export function factsText({ assessments, provenance }: Scored, lang: Lang): string {
  const words = messagesIn(lang).report;
  const periods = new Set(assessments.dataset.units.period.map((own) => own ?? provenance.period));
  const shown = [...periods].map((id) => (id === null ? words.noPeriod : words.period(harmless(id))));
  const units = words.units(countText(assessments.dataset.rows, lang));
  return [assessments.program.set.id, shown.join(', '), units].join(' · ');
}

/** What every format must say of a result that certifies nobody: that it is a what-if, or its criteria not in force. */
export function markTexts(scored: Scored, lang: Lang): readonly string[] {
  return barsOf(scored).map((bar) => barText(bar, lang));
}

/** The same of what a change of criteria comes to on data: once where it is so of both sets. */
export function impactMarkTexts({ impact }: Pick<Diffed, 'impact'>, lang: Lang): readonly string[] {
  if (impact === null) return [];
  const { reasonBefore, reasonAfter } = messagesIn(lang).diff.impact;
  const { base, revision } = barsOfImpact(impact);
  const [old, now] = [base, revision].map((bars) => bars.map((bar) => barText(bar, lang)));
  const isShared = (text: string): boolean => old?.includes(text) === true && now?.includes(text) === true;
  return [
    ...(now ?? []).map((text) => (isShared(text) ? text : reasonAfter(text))),
    ...(old ?? []).filter((text) => !isShared(text)).map((text) => reasonBefore(text)),
  ];
}

/** The same of one unit. */
export function unitMarkTexts(scored: Scored, row: number, lang: Lang): readonly string[] {
  return unitBars(scored)(row).map((bar) => barText(bar, lang));
}

/** The figures and the rules that a result supposes. */
export function whatIfTexts(scored: Scored, lang: Lang): readonly string[] {
  const supposed = barsOf(scored).filter(({ kind }) => kind === 'supposed-figures' || kind === 'changed-rules');
  return supposed.map((bar) => barText(bar, lang));
}

/** Why a result certifies nobody. */
export function barText(bar: Bar, lang: Lang): string {
  const { compare, notForCertification, notInForceThen, recordedAsSuch } = messagesIn(lang).report;
  switch (bar.kind) {
    case 'supposed-figures':
      return compare.whatIf(bar.suppositions.map((text) => harmless(text)));
    case 'changed-rules':
      return compare.changedRules(
        bar.set,
        bar.overlays.map((name) => harmless(name)),
      );
    case 'status':
      return notForCertification(bar.status);
    case 'not-in-force-then':
      return notInForceThen({ ...bar, period: harmless(bar.period) });
    case 'recorded':
      return recordedAsSuch;
    default:
      return bar satisfies never;
  }
}

/** Makes the reader of the verdict on a unit in words: where nobody may be certified, nobody is in any word. */
export function verdictReader(scored: Scored, lang: Lang): (row: number, verdict: VerdictWord) => string {
  const { verdicts, unofficialVerdicts } = messagesIn(lang).report;
  const barsAt = unitBars(scored);
  return (row, verdict) => (barsAt(row).length === 0 ? verdicts : unofficialVerdicts)[verdict];
}

/** The words for the verdicts of a result as a whole. */
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
