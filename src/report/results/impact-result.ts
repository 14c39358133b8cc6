import type { UnitPair } from '../../compare/index.ts';
import type { Impact } from '../../diff/index.ts';
import type { Diffed } from '../diffed.ts';
import { scoreOf } from './assessment-result.ts';
import { summaryResult } from './summary-result.ts';

/** An impact as JSON carries it; changes are named by their fingerprints. */
export function impactResult(impact: Impact, { changes }: Diffed) {
  const { sides, attribution, totals, rankMoves, missing, period } = impact;
  const print = (place: number): string => changes[place]?.fingerprint ?? '';
  const unitAt = (row: number) => {
    const { code, name } = impact.after.dataset.units;
    return { code: code[row] ?? '', name: name[row] ?? null };
  };
  const slot = (own: (typeof sides.matrix.rows)[number]): string | null => (own.kind === 'class' ? own.id : null);
  return {
    period,
    units: sides.pairs.length,
    missing,
    totals: { before: summaryResult(totals.before), after: summaryResult(totals.after) },
    matrix: {
      rows: sides.matrix.rows.filter(({ kind }) => kind !== 'absent').map(slot),
      columns: sides.matrix.columns.filter(({ kind }) => kind !== 'absent').map(slot),
      counts: sides.matrix.counts.slice(0, -1).map((row) => row.slice(0, -1)),
    },
    moved: sides.moved.map((pair) => {
      const found = attribution.units.get(pair.after?.row ?? -1);
      return {
        ...pairResult(pair),
        direction: pair.direction,
        deciding: {
          before: pair.before?.row === null ? [] : sides.before.deciding(placeOf(pair, 'before', sides)),
          after: pair.after?.row === null ? [] : sides.after.deciding(placeOf(pair, 'after', sides)),
        },
        changes: found?.sets.map((places) => places.map(print)) ?? [],
        exact: found?.exact ?? false,
      };
    }),
    held: attribution.held.map(({ row, by }) => ({ ...unitAt(row), changes: by.map(print) })),
    rankMoves: rankMoves.map((pair) => pairResult(pair)),
    alone: [...attribution.alone].map(([place, rows]) => ({
      change: print(place),
      units: rows.map((row) => unitAt(row).code),
    })),
    idle: attribution.idle.map(print),
  };
}

function placeOf(pair: UnitPair, side: 'before' | 'after', sides: Impact['sides']): number {
  return sides[side].units.findIndex((unit) => unit === pair[side]);
}

function pairResult({ code, name, before, after }: UnitPair) {
  return { code, name, before: standing(before), after: standing(after) };
}

function standing(unit: UnitPair['before']) {
  if (unit === null) return null;
  const { class: id, candidates, certified, score, rank } = unit;
  return {
    class: id,
    candidates,
    certified,
    score: scoreOf(score),
    rank,
  };
}
