import type { Position } from '../../messages/index.ts';

/** JSON that was read; or whether it broke, was cut off or never was any, and where. */
export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: 'not-json' | 'bad-json' | 'cut-off'; readonly position: Position };

/**
 * Reads JSON, or says where a person finds what is wrong with it: what engines say of that differs, and may name no place.
 *
 * @param file Its name, for messages.
 */
export function readJson(text: string, file: string): ReadJson {
  const plain = text.replace(/^\uFEFF/u, '');
  try {
    return { ok: true, value: JSON.parse(plain) };
  } catch {
    const offset = jsonFault(plain) ?? 0;
    const end = plain.trimEnd().length;
    if (plain.slice(0, offset).trim() === '') return { ok: false, reason: 'not-json', position: { file } };
    const position = placeOf(plain, Math.min(offset, end), file);
    return { ok: false, reason: offset < end ? 'bad-json' : 'cut-off', position };
  }
}

function placeOf(text: string, offset: number, file: string): Position {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end < 0 ? text.length : end).replace(/\r$/u, '');
  return { file, line: text.slice(0, start).split('\n').length, column: offset - start + 1, text: line };
}

/** How far a text is JSON. */
interface Reading {
  at: number;
  awaited: 'value' | 'key' | 'colon' | 'next';
  /** Whether the innermost list or object has just begun, so that it may end at once. */
  isFirst: boolean;
  /** What closes the lists and objects that are open, the innermost last. */
  readonly closers: string[];
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['{', '}'],
]);

/** The offset where a text stops being JSON, which is its length where it ends too soon; `null` for JSON. */
export function jsonFault(text: string): number | null {
  const reading: Reading = { at: 0, awaited: 'value', isFirst: false, closers: [] };
  for (;;) {
    reading.at = endOf(SPACE, text, reading.at);
    if (reading.at === text.length)
      return reading.awaited === 'next' && reading.closers.length === 0 ? null : reading.at;
    const fault = readSign(text, reading);
    if (fault !== null) return fault;
  }
}

/** Reads on by one sign or scalar, or gives the offset of what may not stand there. */
function readSign(text: string, reading: Reading): number | null {
  const { at, awaited, isFirst, closers } = reading;
  const sign = text.charAt(at);
  const innermost = closers.at(-1);
  const opens = awaited === 'value' ? CLOSERS.get(sign) : undefined;
  if (sign === innermost && (isFirst || awaited === 'next')) {
    closers.pop();
    Object.assign(reading, { at: at + 1, awaited: 'next', isFirst: false });
  } else if (opens !== undefined) {
    closers.push(opens);
    Object.assign(reading, { at: at + 1, awaited: opens === ']' ? 'value' : 'key', isFirst: true });
  } else if (awaited === 'colon' || awaited === 'next') {
    if (innermost === undefined || sign !== (awaited === 'colon' ? ':' : ',')) return at;
    const follows = awaited === 'colon' || innermost === ']' ? 'value' : 'key';
    Object.assign(reading, { at: at + 1, awaited: follows, isFirst: false });
  } else {
    if (awaited === 'key' && sign !== '"') return at;
    const { isSound, end } = scalarAt(text, at);
    if (!isSound) return end;
    Object.assign(reading, { at: end, awaited: awaited === 'key' ? 'colon' : 'next', isFirst: false });
  }
  return null;
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;

/** The end of what a pattern takes from an offset on; the offset itself where that is nothing. */
function endOf(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return offset + (pattern.exec(text)?.[0].length ?? 0);
}

/** Where a text, number or word ends, or where it breaks. */
function scalarAt(text: string, start: number): { readonly isSound: boolean; readonly end: number } {
  if (text.charAt(start) !== '"') {
    const end = endOf(SCALAR, text, start);
    return { isSound: end > start, end };
  }
  let at = start + 1;
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === '"') return { isSound: true, end: at + 1 };
    const next = sign === '\\' ? endOf(ESCAPE, text, at) : at + 1;
    if (sign < ' ' || next === at) return { isSound: false, end: at };
    at = next;
  }
  return { isSound: false, end: at };
}
