import { issue } from '../../messages/index.ts';
import type { CellColumn } from '../columns/cell-column.ts';
import type { Findings } from '../findings.ts';
import { likelyCode, mendedCode } from './mended-code.ts';

/** The codes and names of the rows of a file; `null` where there is none. */
export interface Identities {
  readonly codes: readonly (string | null)[];
  readonly names: readonly (string | null)[];
}

const DIGITS = /^\d+$/;
/** The codes of the communes have five digits (General Statistics Office); a zero in front may be lost. */
const OF_COMMUNE = /^\d{4,5}$/;
const WHOLE = /^\d{5}$/;
/** Words without a digit: what no scheme of numbers has. */
const WORDS = /^\D*\p{L}\D*\s\D*$/u;

/**
 * Mends codes that have more in their cells than digits, where it is certain what they are, with a warning. Among codes
 * that are numbers, any other text in place of one is an error: a total, a note, a name or a date is no unit.
 *
 * @param areCommunes Whether the units are communes, whose codes have five digits.
 * @returns What the rows are to be known by; '' for a code that was refused.
 */
export function mendCodes(
  source: CellColumn,
  { codes, names }: Identities,
  areCommunes: boolean,
  findings: Findings,
): Identities {
  if (codes.every((code) => code === null || DIGITS.test(code))) return { codes, names };
  const mended = codes.map((code, row) => (areCommunes && code !== null ? mendedCode(code, names[row] ?? null) : null));
  const plain = codes.map((code, row) => mended[row]?.code ?? code);
  const refused = refusedAmong({ codes: plain, names }, areCommunes);
  const like = [...plain, ...names].find((text) => text !== null && DIGITS.test(text)) ?? '';
  const read = plain.map((code, row) => {
    const repair = mended[row] ?? null;
    const at = source.at(row);
    if (repair !== null)
      findings.add(issue('data/code-mended', { header: source.header, ...repair }, { ...at, severity: 'warning' }));
    if (code === null || !refused(code)) return code;
    const meant = likelyCode(code, names[row] ?? null);
    findings.add(issue('data/not-a-code', { header: source.header, like, meant }, at));
    return '';
  });
  return { codes: read, names: names.map((name, row) => name ?? mended[row]?.name ?? null) };
}

/** Which texts are no code beside those of a file: any but numbers beside codes of communes, words beside other numbers. */
function refusedAmong({ codes, names }: Identities, areCommunes: boolean): (code: string) => boolean {
  const fits = (texts: readonly (string | null)[], form: RegExp): boolean =>
    texts.some((text) => text !== null && form.test(text));
  if (areCommunes && (fits(codes, OF_COMMUNE) || fits(names, WHOLE))) return (code) => !DIGITS.test(code);
  const given = codes.filter((code) => code !== null);
  const areNumbers = given.filter((code) => DIGITS.test(code)).length * 2 > given.length;
  return areNumbers ? (code) => WORDS.test(code) : () => false;
}
