import { type Assessments, isExact } from '../../assess/index.ts';
import type { Cite, Criterion } from '../../criteria/index.ts';
import { asState, type ComparisonFinding, type Finding, stateWord } from '../../explain/index.ts';
import { type Comparison, type Observed, oppositeOf, PASS, UNKNOWN, type Unobserved } from '../../formula/index.ts';
import type { StateWord, Text } from '../../messages/index.ts';
import { exactText } from '../../number/index.ts';
import { testFinding } from './criterion-test.ts';
import { observedText } from '../plain/numbers.ts';
import { type Settled, settle } from './settled.ts';

/** What a result says of one criterion of one unit. Numbers are exact decimals, or quotients as they came about. */
export interface CriterionResult {
  readonly id: string;
  readonly state: StateWord;
  /** What settles the criterion; `null` where it is missing. */
  readonly observed: string | null;
  readonly operator: Comparison | 'in' | 'not in' | null;
  readonly required: string | null;
  /** How far the observed number is above the line (below: negative), in the units of its numerator. */
  readonly margin: string | null;
  /** What is earned; `null` without points, where the criterion is left out, and while it is open. */
  readonly points: string | null;
  readonly cite: string | null;
  /** The whole criterion in a sentence; only of units that are explained. */
  readonly reason?: Text;
}

/** Works out one criterion of one row as results carry it. */
export function criterionResult(assessments: Assessments, { criterion, number, row }: At): CriterionResult {
  const finding = testFinding(assessments, criterion, row);
  return {
    id: criterion.id,
    state: stateWord(asState(assessments.states[number]?.[row])),
    ...(finding === null ? NO_EVIDENCE : evidence(settledIn(finding, criterion))),
    points: criterion.points === null ? null : pointsOf(assessments, number, row),
    cite: citeText(criterion.cite),
  };
}

/** Of a group, how many of its parts are met. */
function settledIn(finding: Finding, { rule }: Criterion): Settled {
  return rule.kind === 'group' && finding.kind === 'group' ? { finding, negated: false } : settle(finding);
}

function pointsOf(assessments: Assessments, number: number, row: number): string | null {
  const result = assessments.points(row)[number] ?? null;
  if (result === null || !isExact(result.earned)) return null;
  // Nothing earned is no points where the criterion may be left out altogether.
  const mayBeLeftOut = result.available.least.num === 0n && result.available.most.num > 0n;
  return mayBeLeftOut ? null : exactText(result.earned.least);
}

/** A criterion by itself and by its place in the set, and a row. */
interface At {
  readonly criterion: Criterion;
  readonly number: number;
  readonly row: number;
}

/** The clause; of a source as a whole, the source. */
export function citeText(cite: Cite | null): string | null {
  return cite === null ? null : cite.clause || cite.source;
}

/** What was observed of a part that settles a criterion, and the condition it is held against. */
export type Evidence = Pick<CriterionResult, 'observed' | 'operator' | 'required' | 'margin'>;

const NO_EVIDENCE: Evidence = { observed: null, operator: null, required: null, margin: null };

/** The evidence of a part as results write it. */
export function evidence({ finding, negated }: Settled): Evidence {
  switch (finding.kind) {
    case 'comparison':
      return comparisonEvidence(finding, negated);
    case 'choice': {
      const operator = negated ? 'not in' : 'in';
      return { observed: finding.observed, operator, required: finding.accepted.join('|'), margin: null };
    }
    case 'boolean': {
      const observed = finding.observed === null ? null : String(finding.observed);
      return { observed, operator: '==', required: String(!negated), margin: null };
    }
    case 'criterion':
      return { observed: stateWord(finding.state), operator: negated ? '!=' : '==', required: 'pass', margin: null };
    case 'group': {
      const operator = negated ? '<' : '>=';
      return { observed: partsMet(finding.of), operator, required: String(finding.needed), margin: null };
    }
  }
}

function comparisonEvidence(finding: ComparisonFinding, negated: boolean): Evidence {
  return {
    observed: numberOf(finding.observed),
    operator: negated ? oppositeOf(finding.operator) : finding.operator,
    required: numberOf(finding.required),
    margin: finding.margin === null ? null : exactText(finding.margin),
  };
}

function numberOf(observed: Observed | Unobserved): string | null {
  return typeof observed === 'string' ? null : observedText(observed);
}

/** How many parts hold; `null` while one of them is open. */
function partsMet(parts: readonly Finding[]): string | null {
  if (parts.some(({ state }) => state === UNKNOWN)) return null;
  return String(parts.filter(({ state }) => state === PASS).length);
}
