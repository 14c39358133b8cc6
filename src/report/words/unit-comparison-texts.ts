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

/** Makes the reader of the texts of units beside another result. */
export function unitComparisonReader(scored: Scored, lang: Lang): (row: number) => UnitComparisonTexts {
  const beforeOf = beforeReader(scored, lang);
  const readingsOf = readingsReader(scored, lang);
  return (row) => ({ before: beforeOf(row), readings: readingsOf(row) });
}

function beforeReader({ compared, assessments }: Scored, lang: Lang): (row: number) => UnitComparisonTexts['before'] {
  if (compared === undefined) return () => null;
  const { set } = assessments.program;
  const pairs = pairsByRow(compared.sides);
  const title = comparisonTitle(compared.with, lang);
  const notes = comparisonNotes(compared, lang);
  const context = { set, lang, rulesDiffer: !compared.sides.sameCriteria };
  return (row) => {
    const pair = pairs.get(row);
    return pair === undefined ? null : { title, notes, move: moveTexts(pair, compared.sides, context) };
  };
}

function readingsReader(scored: Scored, lang: Lang): (row: number) => UnitComparisonTexts['readings'] {
  const { otherReadings, assessments } = scored;
  if (otherReadings === undefined) return () => null;
  const { set } = assessments.program;
  const title = messagesIn(lang).report.compare.otherReadings;
  const none = otherReadings.length === 0 ? noVariantText(scored, lang) : '';
  const all = otherReadings.map((variant) => ({
    comparison: variant.comparison,
    pairs: pairsByRow(variant.comparison),
    readings: optionTexts(variant, set, lang),
  }));
  return (row) => ({
    title,
    none,
    variants: all.flatMap(({ comparison, pairs, readings }) => {
      const pair = pairs.get(row);
      return pair === undefined
        ? []
        : [{ readings, move: moveTexts(pair, comparison, { set, lang, rulesDiffer: false }) }];
    }),
  });
}
