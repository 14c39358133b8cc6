import { type Assessments, UNDETERMINED } from '../../assess/index.ts';
import { type CriteriaSet, type Criterion, fullPoints, numberOf, numbersOf } from '../../criteria/index.ts';
import { asState, distanceOf, type MissingCell, missingCells, stateWord, turnOf } from '../../explain/index.ts';
import { columnName, columnsIn, NOT_APPLICABLE, PASS, UNKNOWN } from '../../formula/index.ts';
import { type Lang, messagesIn, type StateWord } from '../../messages/index.ts';
import { testFinding } from '../results/criterion-test.ts';
import { clauseText } from './cite-text.ts';
import { formulaLabel, unitOf } from './finding-text.ts';
import { shownNumber } from '../plain/numbers.ts';
import { criterionPoints, observedNumber, stepText } from './points-text.ts';
import { keptTextsByLanguage } from './kept-text.ts';
import { fullReason, isObserved } from './short-reason.ts';
import { missingPhrase } from './missing-text.ts';

/**
 * What settles a criterion, with numerator and denominator, or the number and the step it earns points by, and what would
 * turn it; why it does not apply. Of a group only what its cap cuts off.
 */
export function criterionReason(assessments: Assessments, criterion: Criterion, row: number, lang: Lang): string {
  const [found, turn] = [foundText(assessments, criterion, row, lang), turnText(assessments, criterion, row, lang)];
  return turn === null ? found : `${found}; ${turn}`;
}

function foundText(assessments: Assessments, criterion: Criterion, row: number, lang: Lang): string {
  const { set, sheet } = assessments.program;
  if (criterion.rule.kind === 'group') return stepText(assessments, criterion, row, lang) ?? '';
  const state = asState(assessments.states[numberOf(set.criteria, criterion.id)]?.[row]);
  const finding = testFinding(assessments, criterion, row);
  if (finding === null || (state === NOT_APPLICABLE && sheet !== null)) return notApplicableText(criterion, set, lang);
  if (!isObserved(finding) && state !== UNKNOWN) return messagesIn(lang).report.clearAnyway;
  const observed = observedNumber(assessments, criterion, row, lang);
  if (observed !== null)
    return [observed, stepText(assessments, criterion, row, lang)].filter((part) => part !== null).join(', ');
  return fullReason(finding, { set, lang });
}

/** The smallest change of one count that turns a criterion, in words; `null` where there is none to name. */
export function turnText(assessments: Assessments, criterion: Criterion, row: number, lang: Lang): string | null {
  const { set } = assessments.program;
  const finding = criterion.rule.kind === 'group' ? null : testFinding(assessments, criterion, row);
  const turn = finding === null ? null : turnOf(finding, set);
  if (turn === null) return null;
  const words = messagesIn(lang).report;
  const distance = shownNumber(distanceOf(turn), { lang, percent: false, lines: [] });
  const isEarned = criterion.points !== null && criterion.rule.kind !== 'test';
  const becomes = turn.to === PASS ? (isEarned ? 'full' : 'met') : 'not-met';
  // What earns points by steps only stops earning all of them.
  if (isEarned && becomes === 'not-met') return null;
  const counted = words.counted(distance, unitOf(set, turn.count, lang));
  return words.reasons.turn(turn.by > 0n ? 'up' : 'down', counted, becomes);
}

/** The state of a criterion in words, with the points it earns: `met, 10/10 points`, `not applicable, counts as not met`. */
export function stateText({ notApplicable }: Criterion, state: StateWord, points: string | null, lang: Lang): string {
  const words = messagesIn(lang).report;
  const told =
    state === 'not-applicable' && notApplicable !== 'exclude'
      ? words.notApplicableAs[notApplicable]
      : words.states[state];
  return points === null ? told : `${told}, ${points} ${words.points.short}`;
}

/** Whether class and verdict of a unit are clear, so that they do not hang on the criteria of it that are open by themselves. */
export function isSettled({ classes, certified }: Assessments, row: number): boolean {
  return classes[row] !== UNDETERMINED && certified[row] !== UNKNOWN;
}

const keptSentence = keptTextsByLanguage();

/**
 * Makes the sentences of criteria: what was found, with numerator and denominator, what is asked, the clause, the state,
 * and what would turn it; of an open criterion the missing figures, with their places and the offices that owe them.
 *
 * @returns For a criterion and a row, for example `F.3: 1 điểm, cần = 0 (khoản 3 Điều 6): không đáp ứng; giảm 1 điểm
 *   thì đáp ứng`.
 */
export function criterionSentences(
  assessments: Assessments,
  lang: Lang,
): (criterion: Criterion, row: number) => string {
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const numbers = numbersOf(set.criteria);
  const missingIn = missingCells(assessments);
  const write = (criterion: Criterion, row: number): string => {
    const number = numbers.get(criterion.id) ?? -1;
    const state = stateWord(asState(assessments.states[number]?.[row]));
    const missing = state === 'unknown' ? missingOf(missingIn(row), criterion, assessments, lang) : '';
    const points = criterionPoints(assessments, number, row, lang);
    const isClear = state === 'unknown' && isSettled(assessments, row);
    return words.reasons.sentence({
      id: criterion.id,
      reason: missing === '' ? foundText(assessments, criterion, row, lang) : missing,
      clause: criterion.cite === null ? null : clauseText(criterion.cite, set, lang),
      state: stateText(criterion, state, points, lang),
      turn: isClear ? words.clearAnyway : turnText(assessments, criterion, row, lang),
    });
  };
  const writers = new Map<Criterion, (row: number) => string>();
  return (criterion, row) => {
    const known = writers.get(criterion) ?? keptSentence[lang](assessments, criterion, (own) => write(criterion, own));
    writers.set(criterion, known);
    return known(row);
  };
}

/** The missing figures that a criterion itself asks for. */
function missingOf(
  cells: readonly MissingCell[],
  criterion: Criterion,
  { program: { scope, set } }: Assessments,
  lang: Lang,
): string {
  const asked = new Set(columnsIn(fullPoints(criterion), scope));
  const own = cells.filter(({ indicator, periodsAgo }) => asked.has(columnName(indicator, periodsAgo)));
  return missingPhrase(set, own, lang, 'full');
}

/** A criterion without points is left out of the counts only. */
function notApplicableText({ points, notApplicable, appliesWhen }: Criterion, set: CriteriaSet, lang: Lang): string {
  const words = messagesIn(lang).report;
  const told = points === null ? words.states['not-applicable'] : words.points.notApplicable[notApplicable];
  return appliesWhen === null ? told : `${told} (${words.points.applies(formulaLabel(set, appliesWhen, lang))})`;
}
