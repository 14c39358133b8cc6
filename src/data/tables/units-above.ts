import { type Issue, issue } from '../../messages/index.ts';
import { truthOf } from '../columns/boolean-column.ts';
import { gatherFindings } from '../findings.ts';
import { type Cell, type Grid, placeIn, textAt } from '../grid.ts';
import { isColumnNumbers, isTotals, type Roles } from './row-kinds.ts';

/** One word with a digit in it: titles and hints have none in the column of codes. */
const CODE = /^(?=\D*\d)[^\s/]{1,20}$/;
const FIGURE = /^[+-]?\d[\d., \u00a0]*%?$/;

/**
 * Reports the rows above the header that are rows of units all the same: whoever fills in the example of a template, or
 * sorts the names of the columns under the figures, loses them.
 *
 * @param header The first row of the header, as its place in the grid.
 */
export function unitsAbove(grid: Grid, header: number, roles: Roles): readonly Issue[] {
  const findings = gatherFindings();
  for (let row = 0; row < header; row += 1) {
    const cells = grid.rows[row] ?? [];
    if (!isUnit(cells, roles) || isTotals(cells, roles) || isColumnNumbers(cells, grid.rows[header] ?? [], roles))
      continue;
    const line = grid.lines[row] ?? 0;
    const name = roles.name === null ? '' : textAt(cells, roles.name);
    const unit = { code: textAt(cells, roles.code ?? 0), name: name === '' ? null : name };
    findings.add(issue('data/unit-above-header', { line, unit }, { position: placeIn(grid, line) }));
  }
  return findings.list();
}

/** Whether a row has the code of a unit, and figures in most of the columns that are filled in. */
function isUnit(cells: readonly Cell[], { code, indicators }: Roles): boolean {
  if (code === null || !CODE.test(textAt(cells, code))) return false;
  const filled = [...indicators.keys()].map((field) => textAt(cells, field)).filter((text) => text !== '');
  return filled.filter((text) => FIGURE.test(text) || truthOf(text) !== null).length * 2 > filled.length;
}
