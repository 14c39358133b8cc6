import type { Assessments } from '../assess/index.ts';
import type { CriteriaSet, Criterion } from '../criteria/index.ts';
import { asState } from '../explain/index.ts';
import { NOT_APPLICABLE, UNKNOWN } from '../formula/index.ts';
import { type Lang, messagesIn } from '../messages/index.ts';
import { testFinding } from './criterion-test.ts';
import { formulaLabel } from './finding-text.ts';
import { observedNumber, stepText } from './points-text.ts';
import { isObserved, shortReason } from './short-reason.ts';

/** What settles a criterion, or the number and the step it earns points by; why it does not apply. Nothing of a group. */
export function criterionReason(assessments: Assessments, criterion: Criterion, row: number, lang: Lang): string {
  const { set, sheet } = assessments.program;
  if (criterion.rule.kind === 'group') return '';
  const state = asState(assessments.states[[...set.criteria.keys()].indexOf(criterion.id)]?.[row]);
  const finding = testFinding(assessments, criterion, row);
  if (finding === null || (state === NOT_APPLICABLE && sheet !== null)) return notApplicableText(criterion, set, lang);
  if (!isObserved(finding) && state !== UNKNOWN) return messagesIn(lang).report.clearAnyway;
  const observed = observedNumber(assessments, criterion, row, lang);
  if (observed !== null)
    return [observed, stepText(assessments, criterion, row, lang)].filter((part) => part !== null).join(', ');
  return shortReason(finding, { set, lang });
}

/** A criterion without points is left out of the counts only. */
function notApplicableText({ points, notApplicable, appliesWhen }: Criterion, set: CriteriaSet, lang: Lang): string {
  const words = messagesIn(lang).report;
  const told = points === null ? words.states['not-applicable'] : words.points.notApplicable[notApplicable];
  return appliesWhen === null ? told : `${told} (${words.points.applies(formulaLabel(set, appliesWhen, lang))})`;
}
