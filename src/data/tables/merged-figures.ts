import { type Issue, issue } from '../../messages/index.ts';
import { gatherFindings } from '../findings.ts';
import { type Grid, placeIn } from '../grid.ts';
import type { Roles } from './row-kinds.ts';

/**
 * Warns of figures in cells that are merged over several rows of units: they count for the first row, and nobody knows how
 * they part.
 *
 * @param lines The lines of the rows of units.
 */
export function mergedFigures(grid: Grid, lines: readonly number[], { indicators }: Roles): readonly Issue[] {
  const findings = gatherFindings();
  for (const { top, bottom, column, lastColumn } of grid.merged ?? []) {
    const field = column - 1;
    const covered = lines.filter((line) => line >= top && line <= bottom);
    const figure = grid.rows[grid.lines.indexOf(top)]?.[field];
    if (covered.length < 2 || covered[0] !== top || !indicators.has(field) || typeof figure !== 'number') continue;
    const position = placeIn(grid, top, field);
    const range = `${position.cell ?? ''}:${placeIn(grid, bottom, lastColumn - 1).cell ?? ''}`;
    findings.add(
      issue('data/merged-figures', { range, line: top }, { severity: 'warning', position, received: String(figure) }),
    );
  }
  return findings.list();
}
