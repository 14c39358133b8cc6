import type { Assessments } from '../../assess/index.ts';
import type { Criterion } from '../../criteria/index.ts';
import { asState, STATE_WORDS, stateWord } from '../../explain/index.ts';
import { type Lang, messagesIn, type StateWord } from '../../messages/index.ts';
import { harmless } from '../plain/harmless.ts';
import { countText } from '../plain/numbers.ts';
import { clauseText } from './cite-text.ts';
import { criterionReason, isSettled } from './criterion-reason.ts';
import { depthOf, weightText } from './criterion-rule.ts';
import { criterionPoints } from './points-text.ts';

/** All criteria of a set as one unit meets them. */
export interface CriteriaTexts {
  /** How many are in each state; they add up. */
  readonly total: string;
  /** Whether criteria stand under groups. */
  readonly isTree: boolean;
  /** In the order of the set; where they stand under no groups, state by state. */
  readonly criteria: readonly CriterionTexts[];
}

/** One criterion with what settles it. */
export interface CriterionTexts {
  readonly id: string;
  readonly state: StateWord;
  readonly isGroup: boolean;
  /** How deep it stands among groups. */
  readonly depth: number;
  /** Points earned of points; a dash where it is left out, `null` in a set without points. */
  readonly points: string | null;
  /** What was found; empty for a group. */
  readonly found: string;
  /** What it asks, and what it weighs. */
  readonly asks: string;
  readonly clause: string | null;
}

/** The texts of all criteria for one unit. */
export function criteriaTexts(assessments: Assessments, row: number, lang: Lang): CriteriaTexts {
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const all = [...set.criteria.values()].map((criterion, number) =>
    criterionTexts(assessments, criterion, { number, row, lang }),
  );
  const inState = (word: StateWord): readonly CriterionTexts[] => all.filter(({ state }) => state === word);
  const count = (word: StateWord): string => countText(inState(word).length, lang);
  const counts = {
    pass: count('pass'),
    fail: count('fail'),
    unknown: count('unknown'),
    'not-applicable': count('not-applicable'),
  };
  const total = words.stateTotals(counts, countText(all.length, lang));
  const isClear = inState('unknown').length > 0 && isSettled(assessments, row);
  const isTree = all.some(({ isGroup }) => isGroup);
  return {
    total: isClear ? `${total}: ${words.clearAnyway}` : total,
    isTree,
    criteria: isTree ? all : STATE_WORDS.flatMap(inState),
  };
}

function criterionTexts(
  assessments: Assessments,
  criterion: Criterion,
  { number, row, lang }: { readonly number: number; readonly row: number; readonly lang: Lang },
): CriterionTexts {
  const { set, sheet } = assessments.program;
  const earned = criterion.points === null ? '' : (criterionPoints(assessments, number, row, lang) ?? '–');
  return {
    id: criterion.id,
    state: stateWord(asState(assessments.states[number]?.[row])),
    isGroup: criterion.rule.kind === 'group',
    depth: depthOf(criterion, set),
    points: sheet === null ? null : earned,
    found: criterionReason(assessments, criterion, row, lang),
    asks: `${harmless(criterion.title[lang])}${weightMark(assessments, row, criterion, lang)}`,
    clause: criterion.cite === null ? null : clauseText(criterion.cite, set, lang),
  };
}

/** The weight of a criterion and its share of the score among those that apply to the unit; nothing where it has none. */
function weightMark(assessments: Assessments, row: number, { id, weight }: Criterion, lang: Lang): string {
  const { set } = assessments.program;
  if (set.score?.model !== 'weighted' || weight === null) return '';
  const points = assessments.points(row);
  const applying = [...set.criteria.values()].filter((_, number) => (points[number] ?? null) !== null);
  const counts = applying.some((own) => own.id === id);
  return counts ? ` [${weightText(weight, { set, lang }, applying)}]` : '';
}
