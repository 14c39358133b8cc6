import type { CriteriaSet } from '../criteria/index.ts';
import { type Lang, messagesIn, type ReportMessages, type VerdictWord } from '../messages/index.ts';
import { harmless } from './harmless.ts';
import { wrap } from './layout.ts';
import { countText } from './numbers.ts';
import { mayCertify, type Scored } from './scored.ts';
import type { Style } from './style.ts';

/** The first lines of a report of many units: by which criteria, for which period, how many units. */
export function headLines(scored: Scored, style: Style): readonly string[] {
  const { lang, width, paint } = style;
  const { set } = scored.assessments.program;
  const chosen = chosenText(scored, lang);
  return [
    ...wrap(harmless(set.title[lang]), width).map((line) => paint.bold(line)),
    paint.dim(factsText(scored, lang)),
    ...(chosen === null ? [] : wrap(chosen, width)),
    ...markLines(scored, style),
    '',
  ];
}

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

/** What every format must say of a result that certifies nobody: that its figures are supposed, or its criteria not in force. */
export function markTexts(scored: Scored, lang: Lang): readonly string[] {
  const words = messagesIn(lang).report;
  const { status } = scored.assessments.program.set;
  const held = scored.compared?.with;
  return [
    ...(held?.kind === 'real-figures' ? [words.compare.whatIf(held.suppositions.map((text) => harmless(text)))] : []),
    ...(status === 'in-force' ? [] : [words.notForCertification(status)]),
  ];
}

/** The same for a terminal. */
export function markLines(scored: Scored, { lang, width, paint }: Style): readonly string[] {
  return markTexts(scored, lang).flatMap((text) => wrap(text, width).map((line) => paint.warn(line)));
}

/** Said once more at the end, nearest to where one reads; nothing where nothing is to be said. */
export function marksAtEnd(scored: Scored, style: Style): readonly string[] {
  const lines = markLines(scored, style);
  return lines.length === 0 ? [] : ['', ...lines];
}

/** Says that a result may not certify anybody; nothing where it may. */
export function certificationLines(set: CriteriaSet, { lang, width, paint }: Style): readonly string[] {
  const words = messagesIn(lang).report;
  if (set.status === 'in-force') return [];
  return wrap(words.notForCertification(set.status), width).map((line) => paint.warn(line));
}

/** A heading with its lines under it, indented; nothing without lines. */
export function section(title: string, lines: readonly string[], { paint }: Style): readonly string[] {
  return lines.length === 0 ? [] : ['', paint.bold(title), ...lines.map((line) => (line === '' ? '' : `  ${line}`))];
}

/** The readings that were chosen, each question with its answer. */
export function readingLines(set: CriteriaSet, style: Style): readonly string[] {
  const { lang, width, paint } = style;
  const words = messagesIn(lang).report;
  return [...set.readings.values()].flatMap((reading) => {
    const chosen = set.chosen[reading.id] ?? reading.default;
    const answer = harmless(reading.options.get(chosen)?.label[lang] ?? chosen);
    return [
      ...wrap(harmless(reading.question[lang]), width - 2),
      ...wrap(`${words.reading(answer)} ${paint.dim(`(${reading.id} = ${chosen})`)}`, width - 4).map(
        (line) => `  ${line}`,
      ),
    ];
  });
}

/** What a set that is not whole lacks, one line or more for each part. */
export function lackLines({ missing }: CriteriaSet, { lang, width }: Style): readonly string[] {
  return missing.flatMap((part) => wrap(harmless(part[lang]), width - 2, '• '));
}

/** The words for a verdict: criteria that are not in force certify nobody, and neither do supposed figures. */
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
