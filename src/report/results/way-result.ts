import {
  type BlockedCriterion,
  type NearChange,
  nearTheLine,
  type NoWay,
  type WayGoal,
  waysToPass,
} from '../../explain/index.ts';
import { exactText } from '../../number/index.ts';
import { figureResult } from './figure-result.ts';
import { rowsOf, type Scored } from '../scored.ts';

/** A change of one figure; numbers are exact decimals. */
export interface ChangeResult {
  readonly indicator: string;
  /** `null` where the figure is missing. */
  readonly from: string | boolean | null;
  readonly to: string | boolean;
}

export interface WaysResult {
  readonly ways: readonly {
    readonly changes: readonly ChangeResult[];
    /** The sum of the units that figures move; missing ones add nothing. */
    readonly cost: string;
    readonly reaches: readonly string[];
  }[];
  readonly exact: boolean;
  /** Why there is no way; `null` where there is one. */
  readonly none: NoWay['kind'] | null;
  /** The criteria that can no longer change in this period, where they are the reason. */
  readonly blocked: readonly BlockedCriterion[];
}

export interface NearResult extends ChangeResult {
  readonly from: string | boolean;
  readonly class: string;
}

/** What a result says of a unit beside its assessment, where it was asked for. */
export interface FurtherResult {
  readonly ways?: Readonly<Record<WayGoal, WaysResult>>;
  readonly near?: readonly NearResult[];
}

/** Makes the reader of what a report was asked to say further. */
export function furtherReader(scored: Scored): (row: number) => FurtherResult {
  const { assessments, further } = scored;
  const near = further?.has('near') === true ? nearTheLine(assessments, rowsOf(scored)) : null;
  const waysTo = (row: number, goal: WayGoal): WaysResult => waysResult(waysToPass(assessments, row, goal));
  return (row) => ({
    ...(further?.has('ways') === true
      ? { ways: { certified: waysTo(row, 'certified'), better: waysTo(row, 'better') } }
      : {}),
    ...(near === null ? {} : { near: near(row).map(nearResult) }),
  });
}

function waysResult({ ways, exact, none }: ReturnType<typeof waysToPass>): WaysResult {
  return {
    ways: ways.map(({ changes, cost, reaches }) => ({
      changes: changes.map(({ indicator, from, to }) => ({
        indicator,
        from: from === null ? null : figureResult(from),
        to: figureResult(to),
      })),
      cost: exactText(cost),
      reaches,
    })),
    exact,
    none: none?.kind ?? null,
    blocked: none?.kind === 'blocked' ? none.criteria : [],
  };
}

function nearResult({ indicator, from, to, class: reached }: NearChange): NearResult {
  return { indicator, from: exactText(from), to: exactText(to), class: reached };
}
