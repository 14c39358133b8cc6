import type { Assessments } from '../../assess/index.ts';
import type { Criterion } from '../../criteria/index.ts';
import type { Finding } from '../../explain/index.ts';
import { printFormula } from '../../formula/index.ts';
import { type Evidence, evidence } from './criterion-result.ts';
import { testFinding } from './criterion-test.ts';

type Part = Exclude<Finding, { kind: 'not' }>;

/** A part of a criterion's test that may settle it, and the evidence a result would write were it so. */
export interface PartAsked {
  readonly finding: Part;
  /** What it asks about, as formulas name it; `null` where that is other criteria or a count of parts. */
  readonly about: string | null;
  readonly evidence: Evidence;
  /** Whether what it requires is the same for every unit. */
  readonly hasFixedLine: boolean;
}

/** Every part of a criterion's test, for one row; none where it does not apply. */
export function partsAsked(assessments: Assessments, criterion: Criterion, row: number): readonly PartAsked[] {
  const finding = testFinding(assessments, criterion, row);
  return finding === null ? [] : partsIn(finding, false);
}

function partsIn(finding: Finding, negated: boolean): readonly PartAsked[] {
  if (finding.kind === 'not') return partsIn(finding.of, !negated);
  const own = {
    finding,
    about: subjectOf(finding),
    evidence: evidence({ finding, negated }),
    hasFixedLine: finding.kind !== 'comparison' || finding.formula.right.kind === 'number',
  };
  return finding.kind === 'group' ? [own, ...finding.of.flatMap((part) => partsIn(part, negated))] : [own];
}

function subjectOf(finding: Part): string | null {
  switch (finding.kind) {
    case 'comparison':
      return printFormula(finding.formula.left);
    case 'choice':
    case 'boolean':
      return finding.indicator;
    case 'criterion':
    case 'group':
      return null;
  }
}
