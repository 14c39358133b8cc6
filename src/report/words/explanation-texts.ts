import { requireRow } from '../../data/index.ts';
import { nearTheLine } from '../../explain/index.ts';
import { type Lang, messagesIn, type VerdictWord } from '../../messages/index.ts';
import { dueRemarks } from '../results/assessment-result.ts';
import { dayText } from '../plain/days.ts';
import { harmless } from '../plain/harmless.ts';
import { countText } from '../plain/numbers.ts';
import { requireOwn, type Scored } from '../scored.ts';
import { groupWords } from './group-text.ts';
import { hasVerdict, unitMarkTexts, verdictReader } from './head-texts.ts';
import { missingText } from './missing-text.ts';
import { type UnitTexts, unitTexts } from './unit-texts.ts';
import { type GoalTexts, nearTexts, wayTexts } from './way-texts.ts';
import { type WhyTexts, whyTexts } from './why-texts.ts';

/** What an explanation of one unit says, whatever form it has. All texts are harmless and on one line. */
export interface ExplanationTexts {
  /** Its name and code. */
  readonly title: string;
  /** The places it lies in, and what kind of unit it is. */
  readonly groups: readonly string[];
  /** Why nobody may be certified by it. */
  readonly marks: readonly string[];
  /** What came out. */
  readonly facts: readonly FactText[];
  readonly why: WhyTexts;
  readonly missing: readonly string[];
  readonly notes: readonly string[];
  readonly ways: readonly GoalTexts[];
  /** The changes of one figure that would move it. */
  readonly near: readonly string[];
  /** The title of the criteria, and the documents they cite. */
  readonly basis: readonly string[];
}

/** One thing that came out. */
export interface FactText {
  readonly label: string;
  readonly text: string;
  /** What the fact is, where it is the verdict. */
  readonly verdict?: VerdictWord;
}

/**
 * The texts of one unit.
 *
 * @param row The row of the unit.
 * @throws {RangeError} For a row that is not there, and an order or totals of other units.
 */
export function explanationTexts(scored: Scored, row: number, lang: Lang): ExplanationTexts {
  const { assessments, ranking } = scored;
  requireOwn(scored);
  requireRow(assessments.dataset, row);
  const { set } = assessments.program;
  const texts = unitTexts(assessments, ranking, lang);
  return {
    title: texts.fullName(row),
    groups: groupWords(assessments.dataset.units.groups, row, lang),
    marks: unitMarkTexts(scored, row, lang),
    facts: factTexts(scored, row, texts, lang),
    why: whyTexts(assessments, row, texts, lang),
    missing: texts.missing(row).map((cell) => missingText(set, cell, lang)),
    notes: dueRemarks(assessments, row).map(({ message }) => harmless(message[lang])),
    ways: wayTexts(assessments, row, lang),
    near: nearTexts(nearTheLine(assessments, [row])(row), assessments, lang),
    basis: [harmless(set.title[lang]), ...documentTexts(scored, lang)],
  };
}

function factTexts(scored: Scored, row: number, texts: UnitTexts, lang: Lang): readonly FactText[] {
  const { assessments, ranking, provenance } = scored;
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const verdict = texts.verdict(row);
  const period = assessments.dataset.units.period[row] ?? provenance.period;
  const candidates = words.candidates(texts.candidates(row), assessments.candidates(row).exact);
  const isOpen = texts.candidates(row).length !== 1;
  const judged = { label: words.columns.verdict, text: verdictReader(scored, lang)(row, verdict), verdict };
  return [
    ...(hasVerdict(set) ? [judged] : []),
    { label: words.columns.class, text: isOpen ? `${texts.className(row)}: ${candidates}` : texts.className(row) },
    ...(set.score === null ? [] : [{ label: words.columns.score, text: texts.score(row) }]),
    { label: words.columns.rank, text: words.rankOf(texts.rank(row), countText(ranking.of[row] ?? 0, lang), set.ties) },
    { label: words.columns.period, text: period === null ? words.noPeriod : harmless(period) },
  ];
}

/** The documents that criteria cite. */
function documentTexts({ assessments }: Scored, lang: Lang): readonly string[] {
  const { criteria, sources } = assessments.program.set;
  const used = new Set([...criteria.values()].flatMap(({ cite }) => cite?.source ?? []));
  return [...sources.values()]
    .filter(({ id }) => used.has(id))
    .map(({ document, date, issuer }) =>
      [document[lang], issuer, date === null ? null : dayText(date, lang)]
        .filter((part) => part !== null)
        .map((part) => harmless(part))
        .join(', '),
    );
}
