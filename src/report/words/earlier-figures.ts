import type { Assessments } from '../../assess/index.ts';
import type { Finding } from '../../explain/index.ts';
import type { RecordedEvidence, SideBySide, UnitPair } from '../../compare/index.ts';
import { type Lang, messagesIn, numberText } from '../../messages/index.ts';
import { equal } from '../../number/index.ts';
import { recordedNumber, shownNumber } from '../plain/numbers.ts';
import { type PartAsked, partsAsked } from '../results/parts-asked.ts';
import { testFinding } from '../results/criterion-test.ts';
import { formulaLabel, isPercent, labelOf, linesOf, SIGNS, valueLabel, type Wording, yesOrNo } from './finding-text.ts';
import { isObserved, shortReason } from './short-reason.ts';

/**
 * Makes the reader, by criterion, of what it asks about and an earlier result gives otherwise: numbers, choices and
 * yes-or-nos, each by its name.
 *
 * An earlier result holds no figures, only what settled each criterion and the condition it was held against. Where that
 * condition is of one part of the criterion only, it is known what the number is of, and all criteria that ask about the same
 * can be told with it. Where other rules asked, nothing is known.
 *
 * @param pair A unit on both sides.
 */
export function earlierFigureReader(
  sides: SideBySide,
  pair: UnitPair,
  lang: Lang,
): (criterion: string) => readonly string[] {
  const { assessments } = sides.after;
  const row = pair.after?.row ?? null;
  const recorded = sides.sameCriteria ? sides.decidingChange(pair).recorded : null;
  if (assessments === null || row === null || recorded === null) return () => [];
  const { set } = assessments.program;
  const then = earlierValues(recorded, assessments, row);
  return (id) => {
    const criterion = set.criteria.get(id);
    if (criterion === undefined || criterion.rule.kind === 'group') return [];
    const asked = partsAsked(assessments, criterion, row);
    const parts = new Map(asked.map((part) => [part.about, part]));
    const changes = [...parts.values()].flatMap((part) =>
      changeText(part, then.get(part.about ?? '') ?? null, { set, lang }),
    );
    if (changes.length > 0) return changes;
    const now = testFinding(assessments, criterion, row);
    return [recordedText(recorded.get(id) ?? null, asked, now, { set, lang })];
  };
}

/** What settled a criterion then, where it may be of several parts, and what settles it now; or that nothing tells. */
function recordedText(
  found: RecordedEvidence | null,
  parts: readonly PartAsked[],
  now: Finding | null,
  wording: Wording,
): string {
  const words = messagesIn(wording.lang).report.compare;
  const fitting = found === null ? [] : fittingParts(found, parts);
  const [part] = fitting;
  const isKnown = new Set(fitting.map(({ about }) => about)).size === 1 && part?.about !== null;
  if (found === null || part === undefined || isKnown || now === null || !isObserved(now)) return words.notRecorded;
  const [observed, line] = [found.observed, found.required].map((text) => valueText(part, text, wording));
  if (observed === null || observed === undefined || line === null || line === undefined) return words.notRecorded;
  const sign = new Map<string, string>(Object.entries(SIGNS)).get(found.operator);
  return words.recorded(sign === undefined ? observed : `${observed} (${sign} ${line})`, shortReason(now, wording));
}

type Recorded = ReadonlyMap<string, RecordedEvidence>;

/** What was observed then, by what it is of. */
function earlierValues(recorded: Recorded, assessments: Assessments, row: number): ReadonlyMap<string, string> {
  const { criteria } = assessments.program.set;
  return new Map(
    [...recorded].flatMap(([id, found]) => {
      const criterion = criteria.get(id);
      const about = criterion === undefined ? null : subjectOf(found, partsAsked(assessments, criterion, row));
      return about === null ? [] : [[about, found.observed] as const];
    }),
  );
}

function changeText(part: PartAsked, then: string | null, wording: Wording): readonly string[] {
  const now = part.evidence.observed;
  if (then === null || now === null || isSame(part, then, now)) return [];
  const words = messagesIn(wording.lang).report.compare;
  const [before, after] = [valueText(part, then, wording), valueText(part, now, wording)];
  // What was changed by hand into no number is no figure.
  return before === null || after === null
    ? []
    : [words.named(`${nameOf(part, wording)}:`, words.change(before, after))];
}

/** What the recorded evidence is about; `null` where it may be of several parts. */
function subjectOf(found: RecordedEvidence, parts: readonly PartAsked[]): string | null {
  const [only = null, ...others] = new Set(fittingParts(found, parts).map(({ about }) => about));
  return others.length === 0 ? only : null;
}

/** The parts that were held against the recorded condition, as far as that tells. */
function fittingParts({ operator, required }: RecordedEvidence, parts: readonly PartAsked[]): readonly PartAsked[] {
  return parts.filter(
    ({ evidence, hasFixedLine }) => evidence.operator === operator && (evidence.required === required || !hasFixedLine),
  );
}

function isSame({ finding }: PartAsked, then: string, now: string): boolean {
  if (finding.kind !== 'comparison') return then === now;
  const [before, after] = [recordedNumber(then), recordedNumber(now)];
  return before !== null && after !== null && equal(before, after);
}

function nameOf({ finding, about }: PartAsked, { set, lang }: Wording): string {
  return finding.kind === 'comparison'
    ? formulaLabel(set, finding.formula.left, lang)
    : labelOf(set, about ?? '', lang);
}

/** Both sides in one form: an earlier result does not say what a share was made of. */
function valueText({ finding }: PartAsked, text: string, { set, lang }: Wording): string | null {
  if (finding.kind === 'group') return numberText(text, lang);
  if (finding.kind === 'choice') return valueLabel(set, finding.indicator, text, lang);
  if (finding.kind !== 'comparison') return yesOrNo(text === 'true', lang);
  const number = recordedNumber(text);
  if (number === null) return null;
  return shownNumber(number, { lang, percent: isPercent(finding, set), lines: linesOf(finding, set) });
}
