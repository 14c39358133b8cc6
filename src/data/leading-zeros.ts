import type { UnitLevel } from '../criteria/index.ts';
import { issue } from '../messages/index.ts';
import type { CellColumn } from './cell-column.ts';
import type { Findings } from './findings.ts';

/** How long the official codes of units are; hamlets have none. */
const CODE_LENGTHS: Partial<Readonly<Record<UnitLevel, number>>> = { commune: 5, district: 3, province: 2 };

/**
 * Restores the leading zeros that a spreadsheet took from codes: `4` is `00004` where another code of the column shows
 * the full length. Reported as warnings.
 *
 * @param codes The codes of the rows; `null` where there is none.
 */
export function withLeadingZeros(
  codes: readonly (string | null)[],
  at: { readonly source: CellColumn; readonly level: UnitLevel; readonly findings: Findings },
): readonly (string | null)[] {
  const length = CODE_LENGTHS[at.level];
  if (length === undefined || !codes.some((code) => code?.length === length && isDigits(code))) return codes;
  return codes.map((code, row) => {
    if (code === null || code.length >= length || !isDigits(code)) return code;
    const restored = code.padStart(length, '0');
    const details = { ...at.source.at(row), severity: 'warning' as const };
    at.findings.add(issue('data/leading-zero-restored', { header: at.source.header, code: restored }, details));
    return restored;
  });
}

function isDigits(code: string): boolean {
  return /^\d+$/.test(code);
}
