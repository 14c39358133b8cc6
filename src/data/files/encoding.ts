/**
 * The encodings a data file may have; `tcvn3` is what offices call ABC.
 *
 * @example ENCODINGS.includes('tcvn3') // true
 */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3', 'viscii'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The encodings of one byte a character, in which the same bytes are other letters. */
export const LEGACY_ENCODINGS = ['windows-1258', 'tcvn3', 'viscii'] as const satisfies readonly Encoding[];
export type LegacyEncoding = (typeof LEGACY_ENCODINGS)[number];

/** What people call them. */
export const ENCODING_NAMES: { readonly [E in Encoding]: string } = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  'windows-1258': 'windows-1258',
  tcvn3: 'TCVN3 (ABC)',
  viscii: 'VISCII',
};

/** Whether an encoding has one byte a character. */
export function isLegacy(encoding: Encoding): encoding is LegacyEncoding {
  return LEGACY_ENCODINGS.some((legacy) => legacy === encoding);
}
