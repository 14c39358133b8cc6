import type { CriteriaSet } from '../criteria/index.ts';
import type { Change } from './change.ts';

/** A change, and how to make it in a set that has the base's other parts. */
export interface Planned {
  readonly change: Change;
  /** `null` where no assessment can hang on it. */
  readonly edit: Edit | null;
}

/** A change as something that can be done alone, or only together with others. */
export interface Edit {
  readonly apply: (set: CriteriaSet) => CriteriaSet;
  /** Names that are there after it and were not before, and the other way round. */
  readonly adds: readonly string[];
  readonly removes: readonly string[];
  /** Names in what it puts in place, and in what it takes away. */
  readonly uses: readonly string[];
  readonly leaves: readonly string[];
  /** Figures that become another kind of figure: every formula that names one has to change with it. */
  readonly retypes: readonly string[];
  /** Edits with a tie in common make sense only together. */
  readonly ties: readonly string[];
}
