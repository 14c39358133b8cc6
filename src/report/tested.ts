import type { CaseCoverage, CaseResult, Cases } from '../cases/index.ts';
import type { CriteriaSource } from '../criteria/index.ts';

/** A cases file that was run. */
export interface Tested {
  readonly source: CriteriaSource;
  readonly cases: Cases;
  readonly results: readonly CaseResult[];
  readonly coverage: readonly CaseCoverage[];
}
