import type { Assessments } from '../../assess/index.ts';
import { type Criterion, numberOf } from '../../criteria/index.ts';
import { asState, decidingGates, stateWord } from '../../explain/index.ts';
import { UNKNOWN } from '../../formula/index.ts';
import { type Lang, messagesIn, type StateWord } from '../../messages/index.ts';
import { testFinding } from '../results/criterion-test.ts';
import { harmless } from '../plain/harmless.ts';
import { citation } from './cite-text.ts';
import { stateText, turnText } from './criterion-reason.ts';
import { type EvidenceLine, wholeEvidence } from './finding-text.ts';
import { criterionPoints, gateText, stepText } from './points-text.ts';
import type { UnitTexts } from './unit-texts.ts';

/** Why a unit came out as it did. */
export interface WhyTexts {
  /** The gates on points. */
  readonly gates: readonly { readonly state: StateWord; readonly text: string }[];
  /** The deciding criteria. */
  readonly reasons: readonly ReasonTexts[];
  /** What is to be said where nothing decides. */
  readonly otherwise: string;
}

/** A deciding criterion with all its evidence. */
export interface ReasonTexts {
  readonly id: string;
  readonly state: StateWord;
  /** Its state in words, and the points it earns. */
  readonly said: string;
  readonly cite: string | null;
  readonly title: string;
  readonly evidence: readonly EvidenceLine[];
  /** The step it earns points by. */
  readonly step: string | null;
  /** What would turn it. */
  readonly turn: string | null;
  /** That it is clear although figures are missing. */
  readonly clearAnyway: string | null;
}

/** Makes the reader of why units came out as they did. */
export function whyReader(assessments: Assessments, texts: UnitTexts, lang: Lang): (row: number) => WhyTexts {
  const { set } = assessments.program;
  const gatesOf = decidingGates(assessments);
  return (row) => ({
    gates: gatesOf(row).map((found) => ({ state: stateWord(found.state), text: gateText(found, lang) })),
    reasons: texts
      .deciding(row)
      .flatMap((id) => set.criteria.get(id) ?? [])
      .map((criterion) => reasonTexts(assessments, row, criterion, lang)),
    otherwise: texts.clearAnyway(row),
  });
}

function reasonTexts(assessments: Assessments, row: number, criterion: Criterion, lang: Lang): ReasonTexts {
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const number = numberOf(set.criteria, criterion.id);
  const finding = testFinding(assessments, criterion, row);
  const state = stateWord(asState(assessments.states[number]?.[row]));
  const earned = criterionPoints(assessments, number, row, lang);
  return {
    id: criterion.id,
    state,
    said: stateText(criterion, state, earned, lang),
    cite: criterion.cite === null ? null : citation(criterion.cite, set, lang),
    title: harmless(criterion.title[lang]),
    evidence: finding === null ? [] : wholeEvidence(finding, { lang, set }),
    step: stepText(assessments, criterion, row, lang),
    turn: turnText(assessments, criterion, row, lang),
    clearAnyway: state !== 'unknown' && finding?.state === UNKNOWN ? words.clearAnyway : null,
  };
}
