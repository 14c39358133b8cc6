import {
  type Change,
  type NearChange,
  type NoWay,
  type Way,
  type WayGoal,
  type Ways,
  waysToPass,
} from '../../explain/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';
import { negate, sign, subtract } from '../../number/index.ts';
import { exactNumber, figureText } from './figure-text.ts';
import { labelOf, type Wording } from './finding-text.ts';
import { harmless } from '../plain/harmless.ts';
import type { Scored } from '../scored.ts';

/** What would bring a unit to one goal: the ways in order, or the reasons why there is none, and what holds of them. */
export interface GoalTexts {
  readonly heading: string;
  readonly ways: readonly string[];
  readonly remarks: readonly string[];
}

/** What would bring a unit to be certified and, where it is not the same, to a better class. */
export function wayTexts(assessments: Scored['assessments'], row: number, lang: Lang): readonly GoalTexts[] {
  const { set } = assessments.program;
  const certified = waysToPass(assessments, row, 'certified');
  const better = waysToPass(assessments, row, 'better');
  const known = new Set(certified.ways.map((way) => wayText(way, { set, lang })));
  const further = better.ways.filter((way) => !known.has(wayText(way, { set, lang })));
  const isOther = further.length > 0 || better.none !== null;
  const isOpen = assessments.candidates(row).classes.length > 1;
  return [
    ...goalTexts(certified, 'certified', isOpen, { set, lang }),
    ...(isOther ? goalTexts({ ...better, ways: further }, 'better', isOpen, { set, lang }) : []),
  ];
}

/** `isOpen` where figures are missing on which the class of the unit hangs. */
function goalTexts(
  { ways, exact, none }: Ways,
  goal: WayGoal,
  isOpen: boolean,
  wording: Wording,
): readonly GoalTexts[] {
  const words = messagesIn(wording.lang).report.ways;
  const heading = goal === 'certified' ? words.toCertified : words.toBetter;
  const reasons = none === null ? null : reasonLines(none, wording);
  if (reasons !== null && reasons.length === 0) return [];
  const ofWays =
    ways.length === 0 ? [] : [...(exact ? [] : [words.notExact]), ...(isOpen ? [words.whateverIsMissing] : [])];
  return [{ heading, ways: ways.map((way) => wayText(way, wording)), remarks: [...ofWays, ...(reasons ?? [])] }];
}

function reasonLines(none: NoWay, { set, lang }: Wording): readonly string[] {
  const words = messagesIn(lang).report.ways;
  switch (none.kind) {
    case 'reached':
    case 'no-class':
      return [];
    case 'nothing-actionable':
      return [set.from === null ? words.nothingActionable : words.figuresFromBelow];
    case 'blocked': {
      const labels = (indicators: readonly string[]): readonly string[] =>
        indicators.map((id) => labelOf(set, id, lang));
      const criteria = none.criteria.map(({ id, state, indicators }) => words[state](id, labels(indicators)));
      return [words.blocked, ...(criteria.length === 0 ? [words.notTogether] : criteria)];
    }
    case 'missing':
      return [words.missing];
    case 'not-found':
      return [words.notFound];
    default:
      return none satisfies never;
  }
}

/** `giảm số điểm tổ chức, chứa chấp từ 2 xuống 0 (giảm 2 điểm) → Địa bàn không ma túy` */
function wayText({ changes, reaches }: Way, wording: Wording): string {
  const classes = reaches.map((id) => harmless(wording.set.classes.get(id)?.label[wording.lang] ?? id));
  return messagesIn(wording.lang).report.ways.way(
    changes.map((change) => changeText(change, wording)),
    classes,
  );
}

function changeText({ indicator: id, from, to }: Change, { set, lang }: Wording): string {
  const words = messagesIn(lang).report.ways;
  const indicator = set.indicators.get(id);
  const label = labelOf(set, id, lang);
  const reached = figureText(to, indicator, { set, lang });
  if (from === null) return (to.kind === 'number' ? words.bring : words.make)(label, reached);
  const texts = { label, from: figureText(from, indicator, { set, lang }), to: reached };
  if (from.kind !== 'number' || to.kind !== 'number') return words.turn(label, texts.from, texts.to);
  const change = subtract(to.value, from.value);
  const isUp = sign(change) > 0;
  const distance = exactNumber(isUp ? change : negate(change), indicator, lang);
  return (isUp ? words.raise : words.lower)({ ...texts, distance });
}

/** A change that would move a unit to another class, each part as it is shown. */
export interface NearWords {
  readonly label: string;
  readonly now: string;
  readonly changed: string;
  readonly className: string;
}

/** The parts of each change that would move a unit to another class. */
export function nearWords(
  changes: readonly NearChange[],
  { program: { set } }: Scored['assessments'],
  lang: Lang,
): readonly NearWords[] {
  return changes.map(({ indicator: id, from, to, class: reached }) => {
    const indicator = set.indicators.get(id);
    const className = harmless(set.classes.get(reached)?.label[lang] ?? reached);
    return {
      label: labelOf(set, id, lang),
      now: exactNumber(from, indicator, lang),
      changed: exactNumber(to, indicator, lang),
      className,
    };
  });
}

/** One sentence for each change that would move a unit to another class. */
export function nearTexts(
  changes: readonly NearChange[],
  assessments: Scored['assessments'],
  lang: Lang,
): readonly string[] {
  const words = messagesIn(lang).report.ways;
  return nearWords(changes, assessments, lang).map(({ label, now, changed, className }) =>
    words.nearBy(label, now, changed, className),
  );
}
