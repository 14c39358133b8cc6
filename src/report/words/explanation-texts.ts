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
import { missingTexts, unsettledTexts } from './missing-text.ts';
import { cappedScoreText } from './points-text.ts';
import { type UnitTexts, unitTexts } from './unit-texts.ts';
import { type GoalTexts, nearTexts, wayTexts } from './way-texts.ts';
import { whyReader, type WhyTexts } from './why-texts.ts';

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
  /** The figures of former units that are there and yet do not settle those of the unit. */
  readonly unsettled: readonly string[];
  readonly notes: readonly string[];
  readonly ways: readonly GoalTexts[];
  /** The changes of one figure that would move it. */
  readonly near: readonly string[];
  /** The title of the criteria, and the documents they cite. */
  readonly basis: readonly string[];
}

/** One thing that came out. */
export interface FactText {
  readonly what: 'verdict' | 'class' | 'score' | 'rank' | 'period';
  readonly label: string;
  readonly text: string;
  /** What the fact is, where it is the verdict. */
  readonly verdict?: VerdictWord;
}

/** Reads of a row what takes its time: a report of many units may leave it out, or say that nobody asked. */
export interface FurtherTexts {
  readonly ways: (row: number) => readonly GoalTexts[];
  readonly near: (row: number) => readonly string[];
}

/**
 * The texts of one unit.
 *
 * @param row The row of the unit.
 * @throws {RangeError} For a row that is not there, and an order or totals of other units.
 */
export function explanationTexts(scored: Scored, row: number, lang: Lang): ExplanationTexts {
  const read = explanationReader(scored, lang, {
    ways: () => wayTexts(scored.assessments, row, lang),
    near: () => nearTexts(nearTheLine(scored.assessments, [row])(row), scored.assessments, lang),
  });
  requireRow(scored.assessments.dataset, row);
  return read(row);
}

/**
 * Makes the reader of the texts of units.
 *
 * @throws {RangeError} For an order or totals of other units.
 */
export function explanationReader(
  scored: Scored,
  lang: Lang,
  further: FurtherTexts,
): (row: number) => ExplanationTexts {
  requireOwn(scored);
  const { assessments, ranking } = scored;
  const { set } = assessments.program;
  const texts = unitTexts(assessments, ranking, lang);
  const factsOf = factReader(scored, texts, lang);
  const whyOf = whyReader(assessments, texts, lang);
  const basis = [harmless(set.title[lang]), ...documentTexts(scored, lang)];
  return (row) => ({
    title: texts.fullName(row),
    groups: groupWords(assessments.dataset.units.groups, row, lang),
    marks: unitMarkTexts(scored, row, lang),
    facts: factsOf(row),
    why: whyOf(row),
    missing: missingTexts(set, texts.missing(row), lang),
    unsettled: unsettledTexts(set, texts.missing(row), lang),
    notes: [
      ...[texts.clearByChecks(row)].filter((text) => text !== ''),
      ...dueRemarks(assessments, row).map(({ message }) => harmless(message[lang])),
    ],
    ways: further.ways(row),
    near: further.near(row),
    basis,
  });
}

function factReader(scored: Scored, texts: UnitTexts, lang: Lang): (row: number) => readonly FactText[] {
  const { assessments, ranking, provenance } = scored;
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const verdictOf = verdictReader(scored, lang);
  const scoreWithCap = (row: number): string =>
    [texts.score(row), cappedScoreText(assessments, row, lang)].filter((text) => text !== null).join('; ');
  return (row) => {
    const verdict = texts.verdict(row);
    const period = assessments.dataset.units.period[row] ?? provenance.period;
    const candidates = words.candidates(texts.candidates(row), assessments.candidates(row).exact);
    const isOpen = texts.candidates(row).length !== 1;
    const judged = { what: 'verdict', text: verdictOf(row, verdict), verdict } as const;
    const facts: readonly Omit<FactText, 'label'>[] = [
      ...(hasVerdict(set) ? [judged] : []),
      { what: 'class', text: isOpen ? `${texts.className(row)}: ${candidates}` : texts.className(row) },
      ...(set.score === null ? [] : [{ what: 'score' as const, text: scoreWithCap(row) }]),
      { what: 'rank', text: words.rankOf(texts.rank(row), countText(ranking.of[row] ?? 0, lang), set.ties) },
      { what: 'period', text: period === null ? words.noPeriod : harmless(period) },
    ];
    return facts.map((fact) => ({ ...fact, label: words.columns[fact.what] }));
  };
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
