import type { Robustness, UnitRobustness } from '../../rank/index.ts';

/** How other weights were drawn, as JSON carries it. */
export interface RobustnessResult {
  readonly samples: number;
  readonly seed: number;
  /** Weights are multiplied by 100 − percent to 100 + percent per cent, in whole per cents. */
  readonly percent: number;
  readonly generator: 'xorshift32';
  readonly leftOut: readonly string[];
  /** By how many units' places each of the two moves no further than is allowed. */
  readonly robust: { readonly weights: number; readonly leaveOneOut: number; readonly of: number };
}

/** The rule and the totals for the units of a report. */
export function robustnessResult({ rule, leftOut, of }: Robustness, rows: readonly number[]): RobustnessResult {
  const holds = (part: keyof UnitRobustness): number => rows.filter((row) => of(row)[part].robust).length;
  return {
    ...rule,
    generator: 'xorshift32',
    leftOut,
    robust: { weights: holds('weights'), leaveOneOut: holds('leaveOneOut'), of: rows.length },
  };
}
