import { type Lang, messagesIn } from '../../messages/index.ts';
import { pairsByRow } from '../results/comparison-result.ts';
import type { Scored } from '../scored.ts';
import {
  comparisonNotes,
  comparisonTitle,
  moveTexts,
  type MoveTexts,
  noVariantText,
  optionTexts,
} from './comparison-texts.ts';

/** What is said of one unit beside another result: where it stood before, and where it would stand under other readings. */
export interface UnitComparisonTexts {
  /** `null` where it is held against nothing, or was not there. */
  readonly before: { readonly title: string; readonly notes: readonly string[]; readonly move: MoveTexts } | null;
  /** `null` where other readings were not tried. */
  readonly readings: {
    readonly title: string;
    /** Why there is no other reading; empty where there is one. */
    readonly none: string;
    readonly variants: readonly { readonly readings: readonly string[]; readonly move: MoveTexts }[];
  } | null;
}

/** The texts of one unit beside another result. */
export function unitComparisonTexts(scored: Scored, row: number, lang: Lang): UnitComparisonTexts {
  const { compared, otherReadings, assessments } = scored;
  const { set } = assessments.program;
  const pair = compared === undefined ? undefined : pairsByRow(compared.sides).get(row);
  const before =
    compared === undefined || pair === undefined
      ? null
      : {
          title: comparisonTitle(compared.with, lang),
          notes: comparisonNotes(compared, lang),
          move: moveTexts(pair, compared.sides, { set, lang, rulesDiffer: !compared.sides.sameCriteria }),
        };
  if (otherReadings === undefined) return { before, readings: null };
  const variants = otherReadings.flatMap((variant) => {
    const own = pairsByRow(variant.comparison).get(row);
    if (own === undefined) return [];
    const move = moveTexts(own, variant.comparison, { set, lang, rulesDiffer: false });
    return [{ readings: optionTexts(variant, set, lang), move }];
  });
  const none = otherReadings.length === 0 ? noVariantText(scored, lang) : '';
  return { before, readings: { title: messagesIn(lang).report.compare.otherReadings, none, variants } };
}
