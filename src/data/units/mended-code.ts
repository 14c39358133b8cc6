import { sameName } from './unit-name.ts';

/** What a cell that holds more than a code is read as. */
export interface MendedCode {
  readonly code: string;
  /** The name that stands behind the code; `null` where none does. */
  readonly name: string | null;
}

/** What spreadsheets leave of a code: the apostrophe before a text, the decimals of a number. */
const MARKED = /^(?:['’‘`´ʼ]\s*(\d{1,5})|(\d{1,5})[.,]0{1,2})$/u;
const WITH_NAME = /^(\d{5})(?:\s*[-–—:.,_/|]\s*|\s+)(\p{L}.*)$/u;
const THOUSANDS = /^\d{1,2}[.,\s]\d{3}$/;
const WHOLE = /^\d{5}$/;

/**
 * The code of a commune in a cell that holds more, where it can be no other.
 *
 * @param name What stands in the column of names: a name behind the code must agree with it.
 * @example mendedCode('30307 - Phường Long Xuyên', null) // { code: '30307', name: 'Phường Long Xuyên' }
 */
export function mendedCode(text: string, name: string | null): MendedCode | null {
  const [, marked, decimal] = MARKED.exec(text) ?? [];
  const digits = marked ?? decimal;
  if (digits !== undefined) return { code: digits, name: null };
  const [, code, behind] = WITH_NAME.exec(text) ?? [];
  if (code === undefined || behind === undefined) return null;
  return name === null || sameName(name, behind) ? { code, name: behind } : null;
}

/** What is likely meant, and yet not read: a number with a mark between its thousands, a code in the column of names. */
export function likelyCode(text: string, name: string | null): string | null {
  if (THOUSANDS.test(text)) return text.replace(/\D/g, '');
  return name !== null && WHOLE.test(name) ? name : null;
}
