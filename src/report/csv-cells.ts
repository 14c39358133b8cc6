import type { ScoreResultOfUnit } from './assessment-result.ts';
import { harmless } from './harmless.ts';

/** How cells and lines are told apart: for Excel as it is set up in Viet Nam, or for programs. */
export function csvLayout(excel: boolean): {
  readonly bom?: boolean;
  readonly delimiter: string;
  readonly record_delimiter: string;
} {
  return excel ? { bom: true, delimiter: ';', record_delimiter: '\r\n' } : { delimiter: ',', record_delimiter: '\n' };
}

/** A negative number begins like a formula and is none. */
const NEGATIVE_NUMBER = /^-\d+(?:[.,]\d+)?$/u;

/** A text as a cell: one that a spreadsheet would take for a formula is preceded by an apostrophe. */
export function textCell(text: string | null): string {
  const safe = harmless(text ?? '');
  return /^[=+\-@]/u.test(safe) && !NEGATIVE_NUMBER.test(safe) ? `'${safe}` : safe;
}

/** One place, or two with dots between: a hyphen or a slash would become a date in a spreadsheet. */
export function span(from: string, to: string): string {
  return from === to ? from : `${from}..${to}`;
}

/** Points, or both ends of what they lie between. */
export function scoreSpan(score: ScoreResultOfUnit | null, excel: boolean): string {
  const decimal = (exact: string): string => (excel ? exact.replace('.', ',') : exact);
  return score === null ? '' : span(decimal(score.min), decimal(score.max));
}
