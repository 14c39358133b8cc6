/**
 * The plain decimal that a double is read and written as: its shortest text, without an exponent.
 *
 * @example exactNumberText(0.1) // '0.1'
 * @example exactNumberText(1e-7) // '0.0000001'
 */
export function exactNumberText(value: number): string {
  const text = String(value);
  const [mantissa = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const minus = value < 0 ? '-' : '';
  const shift = Number(exponent);
  if (shift > 0) return minus + whole + fraction.padEnd(shift, '0');
  return `${minus}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`;
}
