import type { UnitPair } from '../../compare/index.ts';
import type { Impact } from '../../diff/index.ts';
import type { Diffed } from '../diffed.ts';
import { standingResult } from './comparison-result.ts';
import { summaryResult } from './summary-result.ts';

/** An impact as JSON carries it; changes are named by their fingerprints. */
export function impactResult(impact: Impact, { changes }: Diffed) {
  const { sides, attribution, totals, rankMoves, missing, period } = impact;
  const [placeBefore, placeAfter] = [placesOf(sides.before.units), placesOf(sides.after.units)];
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
          before: pair.before?.row === null ? [] : sides.before.deciding(placeBefore(pair.before)),
          after: pair.after?.row === null ? [] : sides.after.deciding(placeAfter(pair.after)),
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

/** Finds units by where they stand among those of their side. */
function placesOf(units: Impact['sides']['before']['units']): (unit: UnitPair['before']) => number {
  const places = new Map<UnitPair['before'], number>(units.map((unit, place) => [unit, place]));
  return (unit) => places.get(unit) ?? -1;
}

function pairResult({ code, name, before, after }: UnitPair) {
  return { code, name, before: standingResult(before), after: standingResult(after) };
}
