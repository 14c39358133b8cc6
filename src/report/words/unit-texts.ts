import { type Criterion, numbersOf } from '../../criteria/index.ts';
import { type Assessments, certifiedIn, UNDETERMINED } from '../../assess/index.ts';
import {
  asState,
  closingChecks,
  decidingCriteria,
  decidingGates,
  type Finding,
  type MissingCell,
  missingCells,
  stateWord,
} from '../../explain/index.ts';
import { PASS, type State, UNKNOWN } from '../../formula/index.ts';
import type { Units } from '../../data/index.ts';
import {
  capital,
  codeAndName,
  type Lang,
  messagesIn,
  type NamedUnit,
  unitName,
  type VerdictWord,
} from '../../messages/index.ts';
import type { Ranking } from '../../rank/index.ts';
import { criterionSentences, isSettled } from './criterion-reason.ts';
import { testFinding } from '../results/criterion-test.ts';
import { harmless } from '../plain/harmless.ts';
import { countText } from '../plain/numbers.ts';
import { criterionPoints, scoreText, shortGate } from './points-text.ts';
import { keptTextsByLanguage } from './kept-text.ts';
import { missingPhrase } from './missing-text.ts';
import { isObserved, shortReason } from './short-reason.ts';

/** What reports for people say of a row. All texts are harmless and on one line. */
export interface UnitTexts {
  readonly code: (row: number) => string;
  readonly name: (row: number) => string;
  /** Both: `Xã An (00004)`, and as lists write it which go by codes: `00004 Xã An`. */
  readonly fullName: (row: number) => string;
  readonly codeAndName: (row: number) => string;
  readonly period: (row: number) => string;
  /** The label of the class, or that it is undetermined. */
  readonly className: (row: number) => string;
  /** The labels of the classes a unit can be in. */
  readonly candidates: (row: number) => readonly string[];
  readonly verdict: (row: number) => VerdictWord;
  readonly score: (row: number) => string;
  readonly rank: (row: number) => string;
  readonly deciding: (row: number) => readonly string[];
  readonly missing: (row: number) => readonly MissingCell[];
  /** The deciding criteria with what settles them, or what is missing. */
  readonly reason: (row: number) => string;
  /** The deciding criteria that the reason gives: not those beyond what it has room for. */
  readonly reasoned: (row: number) => readonly string[];
  /** The same in whole sentences, with clauses, places and what would turn each criterion. */
  readonly sentences: (row: number) => string;
  /** That the class is clear although figures are missing, as a sentence without its stop; empty where none is, or it is not. */
  readonly clearAnyway: (row: number) => string;
  /** The same where data checks alone make the class clear; empty where they do not. */
  readonly clearByChecks: (row: number) => string;
}

/** Makes the texts of a result in one language. */
export function unitTexts(assessments: Assessments, ranking: Ranking, lang: Lang): UnitTexts {
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const { units } = assessments.dataset;
  const labels = [...set.classes.values()].map(({ label }) => harmless(label[lang]));
  const deciding = decidingCriteria(assessments);
  const gates = decidingGates(assessments);
  const missing = missingCells(assessments);
  const isOpen = (row: number): boolean => assessments.classes[row] === UNDETERMINED;
  const reasonOf = criterionReason(assessments, lang);
  const sentenceOf = criterionSentences(assessments, lang);
  const isClearAnyway = (row: number): boolean => missing(row).length > 0 && isSettled(assessments, row);
  const checksOf = closingChecks(assessments);
  const clearByChecks = (row: number): string => {
    const messages = checksOf(row).map(({ message }) => harmless(message[lang]));
    return messages.length === 0 ? '' : words.clearByChecks(messages);
  };
  const clearAnyway = (row: number): string => (isClearAnyway(row) ? capital(words.clearAnyway) : '');
  return {
    code: (row) => harmless(units.code[row] ?? ''),
    name: (row) => harmless(units.name[row] ?? ''),
    fullName: (row) => harmless(unitName(unitIn(units, row))),
    codeAndName: (row) => harmless(codeAndName(unitIn(units, row))),
    period: (row) => harmless(units.period[row] ?? ''),
    className: (row) => labels[assessments.classes[row] ?? UNDETERMINED] ?? words.verdicts.undetermined,
    candidates: (row) => assessments.candidates(row).classes.flatMap((index) => labels[index] ?? []),
    verdict: (row) => verdictIn(assessments, row),
    score: (row) => scoreText(assessments.score(row), lang),
    rank: (row) => spanText(ranking.from[row] ?? 0, ranking.to[row] ?? 0, lang),
    deciding,
    missing,
    reason: (row) => {
      if (isOpen(row)) return missingPhrase(set, missing(row), lang, 'short');
      const [named, more] = atMost(deciding(row), MOST_REASONS);
      const found = [
        ...gates(row).map((gate) => shortGate(gate, lang)),
        joinReasons(named.map((id) => reasonOf(id, row))),
      ];
      const rest = more.length === 0 ? [] : [words.moreReasons(countText(more.length, lang))];
      const reasons = [...found.filter((reason) => reason !== ''), ...rest];
      return reasons.length === 0 && isClearAnyway(row) ? words.clearAnyway : reasons.join('; ');
    },
    reasoned: (row) => (isOpen(row) ? [] : deciding(row).slice(0, MOST_REASONS)),
    sentences: (row) => {
      if (isOpen(row)) return missingPhrase(set, missing(row), lang, 'full');
      const [named, more] = atMost(deciding(row), MOST_REASONS);
      return [
        ...gates(row).map((gate) => shortGate(gate, lang, true)),
        ...named.flatMap((id) => set.criteria.get(id) ?? []).map((criterion) => sentenceOf(criterion, row)),
        ...(more.length === 0 ? [] : [words.moreReasons(countText(more.length, lang))]),
        clearByChecks(row) || clearAnyway(row),
      ]
        .filter((sentence) => sentence !== '')
        .join('. ');
    },
    clearAnyway,
    clearByChecks,
  };
}

function unitIn({ code, name }: Units, row: number): NamedUnit {
  return { code: code[row] ?? '', name: name[row] ?? null };
}

/** Criteria that a reason names; an explanation names them all. */
const MOST_REASONS = 8;

function atMost<T>(list: readonly T[], most: number): readonly [readonly T[], readonly T[]] {
  return [list.slice(0, most), list.slice(most)];
}

/** `F.1, F.2; III.a: 0,05 % < 0,1 %`: ids alone need only a comma between them. */
function joinReasons(reasons: readonly string[]): string {
  return reasons.reduce((line, reason, index) => {
    const isList = !reason.includes(':') && reasons[index - 1]?.includes(':') === false;
    return `${line}${index === 0 ? '' : isList ? ', ' : '; '}${reason}`;
  }, '');
}

const keptReason = keptTextsByLanguage();

/** `F.3: 1, cần = 0`, `B.2: 62 %, cần ≥ 80 % → 2/6`; only the id where there is nothing more to say. */
function criterionReason(assessments: Assessments, lang: Lang): (id: string, row: number) => string {
  const { set } = assessments.program;
  const words = messagesIn(lang).report;
  const numbers = numbersOf(set.criteria);
  /** Nothing to show of a number that is missing: at most that the criterion is clear all the same. */
  const shownReason = (finding: Finding, state: State): string | null => {
    if (isObserved(finding)) return shortReason(finding, { set, lang });
    return state === UNKNOWN ? null : words.stateAnyway(words.states[stateWord(state)]);
  };
  const write = (criterion: Criterion, row: number): string => {
    const { id } = criterion;
    const number = numbers.get(id) ?? -1;
    // Of points that are all earned there is nothing more to say.
    if (criterion.points !== null && assessments.states[number]?.[row] === PASS) return id;
    const finding = criterion.rule.kind === 'group' ? null : testFinding(assessments, criterion, row);
    const reason = finding === null ? null : shownReason(finding, asState(assessments.states[number]?.[row]));
    const points = criterionPoints(assessments, number, row, lang);
    const found = [reason, points].filter((part) => part !== null);
    return found.length === 0 ? id : `${id}: ${found.join(' → ')}`;
  };
  const writers = new Map(
    [...set.criteria].map(([id, criterion]) => [
      id,
      keptReason[lang](assessments, criterion, (row) => write(criterion, row)),
    ]),
  );
  return (id, row) => writers.get(id)?.(row) ?? id;
}

function verdictIn(assessments: Assessments, row: number): VerdictWord {
  switch (certifiedIn(assessments, row)) {
    case true:
      return 'certified';
    case false:
      return 'not-certified';
    case null:
      return 'undetermined';
  }
}

/** `14`, or `14–62` for an interval. */
export function spanText(from: number, to: number, lang: Lang): string {
  return from === to ? countText(from, lang) : `${countText(from, lang)}–${countText(to, lang)}`;
}
