import { type Issue, issue, type IssueArgs } from '../../messages/index.ts';
import { type Grid, placeIn } from '../grid.ts';

/** What became of the letters of a garbled text. */
type Fault = IssueArgs['data/garbled-text']['fault'];

/** The sign that programs put where they could not read a letter. */
const LOST = '\ufffd';
/**
 * Bytes of UTF-8 that were taken for letters of another encoding and written as UTF-8 once more: `XÃ£` for `Xã`, `Tá»‰nh`
 * for `Tỉnh`. No Vietnamese text has such pairs.
 */
const TWICE = /[ÃĂ][¡-£¨-ª¬\u00ad²-µ¹º½]|Ä[\u0080-\u009f©‘’ƒ\ufffd]|Å[¨©]|Æ[\u00a0°¡¯]|á[º»](?=[^\s"'.,;:!?)\]}”’»/-])/;
const GARBLED = new RegExp(`${LOST}|${TWICE.source}`);

/** Whether letters of a text were lost, or encoded twice. */
export function isGarbled(text: string): boolean {
  return GARBLED.test(text);
}

/** Refuses cells whose letters were lost or encoded twice, and names the first. */
export function garbledCell(grid: Grid): Issue | null {
  for (const [row, cells] of grid.rows.entries()) {
    for (const [field, cell] of cells.entries()) {
      if (typeof cell !== 'string' || !isGarbled(cell)) continue;
      const fault: Fault = TWICE.test(cell) ? 'twice' : 'lost';
      const position = placeIn(grid, grid.lines[row] ?? 0, field);
      return issue('data/garbled-text', { fault }, { position, received: cell.trim() });
    }
  }
  return null;
}
