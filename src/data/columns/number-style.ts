/** `vi`: 1.234,5 — `en`: 1,234.5. */
export type NumberStyle = 'vi' | 'en';

export const NUMBER_STYLES = ['vi', 'en'] as const satisfies readonly NumberStyle[];

/** How the numbers of a column are written, or the rows that keep it from being decided. */
export type StyleDecision =
  | { readonly kind: 'style'; readonly style: NumberStyle }
  | { readonly kind: 'ambiguous'; readonly row: number }
  | { readonly kind: 'mixed'; readonly vi: number; readonly en: number };

const SHAPES: { readonly [Style in NumberStyle]: RegExp } = {
  vi: /^([+-]?)([1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,(\d+))?$/,
  en: /^([+-]?)([1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.(\d+))?$/,
};
const SPACED_THOUSANDS = /^[+-]?[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?=$|[.,])/;

/**
 * A number as written without what carries no meaning: spaces between thousands, the typographic minus.
 *
 * @example bareNumeral('−1 234,5') // '-1234,5'
 */
export function bareNumeral(text: string): string {
  const ascii = text.replace('\u2212', '-');
  return ascii.replace(SPACED_THOUSANDS, (whole) => whole.replace(/\s/g, ''));
}

/**
 * A number in the wide digits of East Asian typing, in plain ones; `null` for any other text.
 *
 * @example inPlainDigits('１２') // '12'
 */
export function inPlainDigits(text: string): string | null {
  if (!/[０-９]/u.test(text)) return null;
  const plain = text.normalize('NFKC');
  const numeral = bareNumeral(plain.replace(/\s*%$/u, ''));
  return NUMBER_STYLES.some((style) => plainDecimal(numeral, style) !== null) ? plain : null;
}

/**
 * Reads a number in one style.
 *
 * @param text A bare numeral.
 * @returns The plain decimal without needless zeros at its end, or `null` when the style cannot read it.
 * @example plainDecimal('1.234,50', 'vi') // '1234.5'
 */
export function plainDecimal(text: string, style: NumberStyle): string | null {
  const match = SHAPES[style].exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const decimals = fraction.replace(/0+$/, '');
  const digits = whole.replace(/[.,]/g, '');
  return `${sign === '-' ? '-' : ''}${digits}${decimals === '' ? '' : `.${decimals}`}`;
}

/**
 * Decides for a whole column how its numbers are written, never for one cell: `1.234` alone may be a thousand or one and
 * a bit. A cell that only one style can read decides. Else, where the column counts, a style that would make fractions
 * is out. Else it is ambiguous. Thousands of a count in the other style (`12,000` beside `22.693`) are two styles.
 *
 * @param numerals Bare numerals by row.
 * @param wholeNumbers Whether the column holds counts.
 * @param stated The style somebody has stated: it settles what the cells leave open.
 */
export function decideStyle(
  numerals: ReadonlyMap<number, string>,
  wholeNumbers: boolean,
  stated: NumberStyle | null = null,
): StyleDecision {
  const sure = new Map<NumberStyle, number>();
  const likely = new Map<NumberStyle, number>();
  const round = new Map<NumberStyle, number>();
  let open: number | null = null;
  let hasDecimals = false;
  for (const [row, text] of numerals) {
    const vi = plainDecimal(text, 'vi');
    const en = plainDecimal(text, 'en');
    if (vi === en) continue;
    if (vi === null || en === null) {
      noteFirst(sure, vi === null ? 'en' : 'vi', row);
      hasDecimals ||= text.includes(vi === null ? '.' : ',');
      continue;
    }
    open ??= row;
    if (!wholeNumbers) continue;
    const style = text.includes('.') ? 'vi' : 'en';
    // `12,000` makes no fraction in either style, and is a thousand times as much in one of them.
    noteFirst((style === 'vi' ? en : vi).includes('.') ? likely : round, style, row);
  }
  // A column that shows decimals may show three zeros too.
  if (sure.size > 0) return agreed(hasDecimals || stated !== null ? sure : new Map([...round, ...sure]));
  if (stated !== null) return { kind: 'style', style: stated };
  if (likely.size > 0) return agreed(new Map([...round, ...likely]));
  return open === null ? { kind: 'style', style: 'en' } : { kind: 'ambiguous', row: open };
}

function noteFirst(rows: Map<NumberStyle, number>, style: NumberStyle, row: number): void {
  if (!rows.has(style)) rows.set(style, row);
}

function agreed(rows: ReadonlyMap<NumberStyle, number>): StyleDecision {
  const vi = rows.get('vi');
  const en = rows.get('en');
  if (vi !== undefined && en !== undefined) return { kind: 'mixed', vi, en };
  return { kind: 'style', style: vi === undefined ? 'en' : 'vi' };
}
