import type { Position } from '../../messages/index.ts';
import type { Findings } from '../findings.ts';
import type { NumberStyle, StyleDecision } from './number-style.ts';

/** How the cells of a table are read. */
export interface Reading {
  readonly findings: Findings;
  readonly numbers: NumberStyle | null;
  /** Told of the style in which the numbers of a column were read, where that made a difference. */
  readonly decided?: (indicator: string, decision: StyleDecision) => void;
  /** Told of every cell whose number can be read in some style, where none was decided for its column. */
  readonly undecided?: (at: Position) => void;
}
