import { UNDETERMINED } from '../../assess/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';
import type { TargetProgress } from '../../rank/index.ts';
import { harmless } from '../plain/harmless.ts';
import { countText } from '../plain/numbers.ts';
import type { Scored } from '../scored.ts';
import { hasVerdict, shareWords } from './head-texts.ts';
import { missingPhrase } from './missing-text.ts';
import { quotientText, shareText } from './share-text.ts';
import { registeredText, targetText } from './target-text.ts';
import type { UnitTexts } from './unit-texts.ts';

/** The totals of a result in words; texts are harmless and on one line. */
export interface SummaryTexts {
  /** In the order of the set, the undetermined units last: they add up to all units. */
  readonly classes: readonly ClassShare[];
  readonly total: ClassShare;
  /** `null` where no class certifies. */
  readonly verdicts: VerdictTexts | null;
}

/** So many units of all, as a share without a denominator. */
export interface ClassShare {
  /** `null` of what is no class. */
  readonly id: string | null;
  readonly label: string;
  readonly units: number;
  readonly share: string;
}

/** How many units are certified and how many are not, and what that comes to. */
export interface VerdictTexts {
  readonly certified: VerdictShare;
  readonly notCertified: VerdictShare;
  /** How many may be either; `null` where none may. */
  readonly open: string | null;
  readonly targets: readonly { readonly progress: TargetProgress; readonly text: string }[];
  /** Registered against achieved; `null` where the data do not say who registered. */
  readonly registered: string | null;
}

export interface VerdictShare {
  readonly label: string;
  readonly units: number;
  /** With as many decimals as keep it apart from every target. */
  readonly share: string;
  /** The whole of it: `Đạt: 2/3 = 66,667 %`. */
  readonly text: string;
}

/** The totals of a result; always of all units. */
export function summaryTexts(scored: Scored, lang: Lang): SummaryTexts {
  const { summary, assessments } = scored;
  const { set } = assessments.program;
  const words = messagesIn(lang).report;
  const line = (id: string | null, label: string, units: number): ClassShare => ({
    id,
    label,
    units,
    share: shareText(units, summary.units, lang),
  });
  return {
    classes: [
      ...[...set.classes.values()].map(({ id, label }) =>
        line(id, harmless(label[lang]), summary.classes.get(id) ?? 0),
      ),
      line(null, words.undetermined, summary.undetermined),
    ],
    total: line(null, words.total, summary.units),
    verdicts: hasVerdict(set) ? verdictTexts(scored, lang) : null,
  };
}

function verdictTexts(scored: Scored, lang: Lang): VerdictTexts {
  const { set } = scored.assessments.program;
  const { units, certified, maybeCertified, targets } = scored.summary;
  const labels = shareWords(scored, lang);
  const lines = set.targets.map(({ atLeast }) => atLeast);
  const shareOf = (label: string, count: number): VerdictShare => ({
    label,
    units: count,
    share: shareText(count, units, lang, lines),
    text: `${label}: ${quotientText(count, units, lang, lines)}`,
  });
  return {
    certified: shareOf(labels.certified, certified),
    notCertified: shareOf(labels['not-certified'], units - certified - maybeCertified),
    open: maybeCertified === 0 ? null : messagesIn(lang).report.maybeCertified(countText(maybeCertified, lang)),
    targets: targets.map((progress) => ({ progress, text: targetText(progress, set, lang) })),
    registered: registeredText(scored, lang),
  };
}

/** A unit whose class or verdict is open: what it can be, and which figures would settle it. */
export interface OpenUnitTexts {
  readonly row: number;
  /** As a list, and in a sentence that says whether it can be nothing else. */
  readonly candidates: readonly string[];
  readonly canBe: string;
  readonly missing: string;
}

/** The open units among some rows, in their order. */
export function openUnits(
  { assessments }: Scored,
  rows: readonly number[],
  texts: UnitTexts,
  lang: Lang,
): readonly OpenUnitTexts[] {
  const { classes, program } = assessments;
  const open = rows.filter((row) => classes[row] === UNDETERMINED || texts.verdict(row) === 'undetermined');
  return open.map((row) => {
    const candidates = texts.candidates(row);
    return {
      row,
      candidates,
      canBe: messagesIn(lang).report.candidates(candidates, assessments.candidates(row).exact),
      missing: missingPhrase(program.set, texts.missing(row), lang, 'full'),
    };
  });
}
