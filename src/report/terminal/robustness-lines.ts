import { type Lang, messagesIn } from '../../messages/index.ts';
import type { PlaceRange } from '../../rank/index.ts';
import { section } from './head.ts';
import { type Column, wrap } from './layout.ts';
import { countText } from '../plain/numbers.ts';
import { robustnessResult } from '../results/robustness-result.ts';
import type { Scored } from '../scored.ts';
import type { Style } from '../style.ts';
import { spanText } from '../words/unit-texts.ts';

/** The places of each unit under other weights; no columns where nobody asked. */
export function robustnessColumns({ robustness }: Scored, { lang, paint }: Style): readonly Column<number>[] {
  if (robustness === undefined) return [];
  const words = messagesIn(lang).report.robustness;
  const { rule, of } = robustness;
  const marked = ({ from, to, robust }: PlaceRange): string => `${spanText(from, to, lang)}${robust ? '' : ' !'}`;
  const painted = (range: PlaceRange, text: string): string => (range.robust ? text : paint.warn(text));
  return [
    {
      title: words.weights(countText(rule.percent, lang)),
      align: 'left',
      cell: (row) => marked(of(row).weights),
      paint: (text, row) => painted(of(row).weights, text),
      drop: 6,
    },
    {
      title: words.leaveOneOut,
      align: 'left',
      cell: (row) => {
        const { leaveOneOut } = of(row);
        const named = [...new Set([leaveOneOut.first, leaveOneOut.last])].flatMap((id) => id ?? []);
        return `${marked(leaveOneOut)}${named.length === 0 ? '' : ` (${named.join('; ')})`}`;
      },
      paint: (text, row) => painted(of(row).leaveOneOut, text),
      drop: 5,
    },
  ];
}

/** How the places were tried, and how many of them hold; nothing where nobody asked. */
export function robustnessTexts({ robustness, ranking }: Scored, lang: Lang): readonly string[] {
  if (robustness === undefined) return [];
  const words = messagesIn(lang).report.robustness;
  const { rule, leftOut, allowance } = robustness;
  const { robust } = robustnessResult(robustness, ranking.order);
  const allowances = [...new Set(ranking.order.map((row) => allowance(row)))].toSorted((a, b) => a - b);
  return [
    words.rule({
      samples: countText(rule.samples, lang),
      seed: String(rule.seed),
      percent: countText(rule.percent, lang),
      least: countText(100 - rule.percent, lang),
      greatest: countText(100 + rule.percent, lang),
    }),
    words.leftOut(countText(leftOut.length, lang)),
    words.mark(allowances.map((places) => countText(places, lang))),
    words.counts(countText(robust.weights, lang), countText(robust.leaveOneOut, lang), countText(robust.of, lang)),
  ];
}

/** The same under a heading. */
export function robustnessSection(scored: Scored, style: Style): readonly string[] {
  const { lang, width } = style;
  const lines = robustnessTexts(scored, lang).flatMap((line) => wrap(line, width - 2));
  return section(messagesIn(lang).report.robustness.title, lines, style);
}
