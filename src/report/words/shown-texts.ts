import { type Lang, messagesIn, type VerdictWord } from '../../messages/index.ts';
import { harmless } from '../plain/harmless.ts';
import { countText } from '../plain/numbers.ts';
import type { Scored } from '../scored.ts';
import { verdictWords } from './head-texts.ts';
import { missingLabel } from './missing-text.ts';

/** Figures that one sentence names. */
const MOST_FIGURES = 3;

/** Which units a report shows, of how many, and what its totals are of; nothing where it shows all. */
export function shownTexts(scored: Scored, lang: Lang): readonly string[] {
  return [chosenText(scored, lang), selectionText(scored, lang)].filter((text) => text !== null);
}

/** How many units a condition chose, and of how many that cannot be told; `null` where none was given. */
export function chosenText(scored: Scored, lang: Lang): string | null {
  const { assessments, provenance, chosen, selection, compared, otherReadings } = scored;
  const { where } = provenance.options;
  if (where === undefined || chosen === undefined) return null;
  const { set } = assessments.program;
  const words = messagesIn(lang).report.compare;
  const named = chosen.missing.slice(0, MOST_FIGURES).map((figure) => missingLabel(set, figure, lang));
  const more = chosen.missing.length - named.length;
  const figures = [...named, ...(more === 0 ? [] : [words.moreFigures(countText(more, lang))])];
  return words.chosen({
    count: countText(chosen.units, lang),
    of: countText(assessments.dataset.rows, lang),
    where: harmless(where),
    open: chosen.open === 0 ? null : { units: countText(chosen.open, lang), figures },
    areShown: selection === undefined,
    isCompared: compared !== undefined || otherReadings !== undefined,
  });
}

/** Which units `--only` and `--top` leave; `null` where all of them are shown. */
export function selectionText(scored: Scored, lang: Lang): string | null {
  const { selection, rows, groups, chosen, assessments } = scored;
  if (selection === undefined || rows === undefined) return null;
  const { set } = assessments.program;
  const verdicts = verdictWords(scored, lang);
  return messagesIn(lang).report.selected({
    shown: countText(rows.length, lang),
    of: countText(selection.of, lang),
    all: countText(assessments.dataset.rows, lang),
    only: selection.only.map((word) => harmless(set.classes.get(word)?.label[lang] ?? verdictIn(verdicts, word))),
    top: selection.top === null ? null : countText(selection.top, lang),
    inGroups: groups !== undefined,
    areChosen: chosen !== undefined,
  });
}

function verdictIn(verdicts: Readonly<Record<VerdictWord, string>>, word: string): string {
  return word === 'certified' || word === 'not-certified' || word === 'undetermined' ? verdicts[word] : word;
}
