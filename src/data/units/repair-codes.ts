import { type Issue, issue } from '../../messages/index.ts';
import type { Dataset } from '../dataset.ts';
import type { Findings } from '../findings.ts';
import { namesOfTwo, repeatedRows } from './unit-in-period.ts';

/** The codes of the communes have five digits (General Statistics Office). */
export const DIGITS = 5;
const SHORT = /^\d{1,4}$/;

/**
 * Gives codes back the leading zeros that a spreadsheet took: `4` is `00004`. Every repair is a warning.
 *
 * @param knows Whether a code is one of a unit: only a code that is not, and is one with zeros before it, is repaired.
 */
export function repairCodes(part: Dataset, knows: (code: string) => boolean, findings: Findings): Dataset {
  const repaired = new Map<number, string>();
  part.units.code.forEach((code, row) => {
    const whole = code.padStart(DIGITS, '0');
    if (!SHORT.test(code) || knows(code) || !knows(whole)) return;
    repaired.set(row, whole);
    const details = {
      severity: 'warning',
      position: part.positionOf(row, 'code'),
      path: 'code',
      received: code,
    } as const;
    findings.add(issue('data/leading-zero-restored', { header: 'code', code: whole }, details));
  });
  if (repaired.size === 0) return part;
  const code = part.units.code.map((before, row) => repaired.get(row) ?? before);
  reportRepeats(part, code, repaired, findings);
  return { ...part, units: { ...part.units, code } };
}

/**
 * Without a registry: all codes are numbers of at most five digits, and the longest of five, or of four, where a whole
 * province begins with a zero. Shorter ones alone may be somebody's own.
 */
export function fiveDigitsWithin(parts: readonly Dataset[]): (code: string) => boolean {
  const codes = parts.flatMap(({ units }) => units.code).filter((code) => code !== '');
  const numeric = codes.every((code) => /^\d{1,5}$/.test(code)) && codes.some((code) => code.length >= DIGITS - 1);
  return (code) => !numeric || code.length === DIGITS;
}

/**
 * Warns once where every code is a number of at most three digits: no code shows that zeros are lost, and all may have.
 */
export function codesWithoutZeros(parts: readonly Dataset[]): readonly Issue[] {
  const isWhole = (code: string): boolean => code !== '' && !SHORT.test(code);
  const first = parts.find(({ units }) => units.code.some((code) => code !== ''));
  if (first === undefined || parts.some(({ units }) => units.code.some(isWhole))) return [];
  const row = first.units.code.findIndex((own) => own !== '');
  const code = first.units.code[row] ?? '';
  const details = { position: first.positionOf(row, 'code'), path: 'code', received: code };
  return [
    issue(
      'data/short-codes',
      { digits: DIGITS, code: code.padStart(DIGITS, '0') },
      { ...details, severity: 'warning' },
    ),
  ];
}

/** Two rows of a file that a repair has made one unit. */
function reportRepeats(
  part: Dataset,
  codes: readonly string[],
  repaired: ReadonlyMap<number, string>,
  findings: Findings,
): void {
  const { code: written, name, period } = part.units;
  for (const { row, first } of repeatedRows(codes, period)) {
    if (!repaired.has(row) && !repaired.has(first)) continue;
    const firstLine = part.positionOf(first, 'code').line ?? 0;
    const named = namesOfTwo(name, { row, first });
    const args = { code: codes[row] ?? '', period: period[row] ?? null, firstLine, ...named };
    const details = { position: part.positionOf(row, 'code'), received: written[row] ?? null };
    findings.add(issue('data/duplicate-unit', args, details));
  }
}
