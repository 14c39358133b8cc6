import type { Indicator } from '../../criteria/index.ts';
import { type Issue, issue } from '../../messages/index.ts';
import { saysMissing } from '../columns/missing.ts';
import { gatherFindings } from '../findings.ts';
import { type Grid, isBlank, type Merged, placeIn, textAt } from '../grid.ts';
import type { Roles } from './row-kinds.ts';

/**
 * Warns of figures in cells that are merged over several rows of units or several indicators: they count for the first row
 * and the first indicator, and nobody knows how they part.
 *
 * @param lines The lines of the rows of units.
 */
export function mergedFigures(grid: Grid, lines: readonly number[], { indicators }: Roles): readonly Issue[] {
  const findings = gatherFindings();
  for (const merged of grid.merged ?? []) {
    const covered = lines.filter((line) => line >= merged.top && line <= merged.bottom);
    if (covered[0] !== merged.top) continue;
    const found =
      (covered.length > 1 ? mergedDown(grid, merged, indicators) : null) ?? mergedAcross(grid, merged, indicators);
    if (found !== null) findings.add(found);
  }
  return findings.list();
}

function mergedDown(grid: Grid, merged: Merged, indicators: Roles['indicators']): Issue | null {
  const field = merged.column - 1;
  const figure = cellsOf(grid, merged)[field];
  if (!indicators.has(field) || typeof figure !== 'number') return null;
  return issue('data/merged-figures', { range: rangeOf(grid, merged), line: merged.top }, at(grid, merged, figure));
}

/** What a text says of every column it stands over, such as that figures are missing, is no figure. */
function mergedAcross(grid: Grid, merged: Merged, indicators: Roles['indicators']): Issue | null {
  const cells = cellsOf(grid, merged);
  const field = merged.column - 1;
  const text = textAt(cells, field);
  const first = indicators.get(field);
  const others = Array.from({ length: merged.lastColumn - merged.column }, (_, step) => field + step + 1)
    .filter((other) => isBlank(cells[other] ?? null))
    .flatMap((other): Indicator | readonly never[] => indicators.get(other) ?? []);
  if (first === undefined || others.length === 0 || saysMissing(text)) return null;
  const args = {
    range: rangeOf(grid, merged),
    column: first.label,
    others: others.map(({ label }) => label),
  };
  return issue('data/merged-across', args, at(grid, merged, text));
}

function cellsOf({ rows, lines }: Grid, { top }: Merged): Grid['rows'][number] {
  return rows[lines.indexOf(top)] ?? [];
}

function rangeOf(grid: Grid, { top, bottom, column, lastColumn }: Merged): string {
  return [placeIn(grid, top, column - 1), placeIn(grid, bottom, lastColumn - 1)]
    .map(({ cell }) => cell ?? '')
    .join(':');
}

function at(grid: Grid, { top, column }: Merged, figure: number | string) {
  return { severity: 'warning', position: placeIn(grid, top, column - 1), received: String(figure) } as const;
}
