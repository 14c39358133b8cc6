import type { Delimiter } from './delimiter.ts';

/** A quote that breaks the file apart. */
export interface BadQuote {
  readonly code: 'data/quote-not-closed' | 'data/quote-misplaced';
  readonly line: number;
  /** The number of the field, from 1. */
  readonly field: number;
  /** The line as it stands in the file, at most its first 200 characters. */
  readonly text: string;
}

type Found = Omit<BadQuote, 'text'>;

/**
 * Finds the first quote that does not pair up. A CSV parser reports it where the trouble shows, often at the end of the
 * file; a person needs the line where the quote opens.
 *
 * @param text CSV with line feeds only.
 * @param fromLine The line after the last sound record.
 * @returns `null` when every quote pairs up.
 */
export function findBadQuote(text: string, delimiter: Delimiter, fromLine: number): BadQuote | null {
  const start = startOfLine(text, fromLine);
  const found = scan(text.slice(start), delimiter, fromLine);
  return found === null ? null : { ...found, text: lineAt(text, found.line) };
}

function scan(text: string, delimiter: Delimiter, firstLine: number): Found | null {
  let line = firstLine;
  let field = 1;
  let at = 0;
  while (at < text.length) {
    const end = endOfField(text, at, delimiter);
    if (end === null) return { code: 'data/quote-not-closed', line, field };
    const raw = text.slice(at, end).trim();
    const linesInside = raw.split('\n').length - 1;
    if (!soundField(raw)) {
      return { code: linesInside > 0 ? 'data/quote-not-closed' : 'data/quote-misplaced', line, field };
    }
    line += linesInside + (text[end] === '\n' ? 1 : 0);
    field = text[end] === '\n' ? 1 : field + 1;
    at = end + 1;
  }
  return null;
}

/** The place of the delimiter or line end after a field; `null` when its opening quote never closes. */
function endOfField(text: string, start: number, delimiter: Delimiter): number | null {
  let at = start;
  while (text[at] === ' ') at += 1;
  if (text[at] === '"') {
    const closing = closingQuote(text, at + 1);
    if (closing === null) return null;
    at = closing + 1;
  }
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at += 1;
  return at;
}

function closingQuote(text: string, start: number): number | null {
  for (let at = text.indexOf('"', start); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return null;
}

/** Either no quote at all, or one around the whole field and the others doubled. */
function soundField(raw: string): boolean {
  if (!raw.includes('"')) return true;
  const quoted = raw.length > 1 && raw.startsWith('"') && raw.endsWith('"');
  return quoted && !raw.slice(1, -1).replaceAll('""', '').includes('"');
}

function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) start = text.indexOf('\n', start) + 1;
  return start;
}

function lineAt(text: string, line: number): string {
  const start = startOfLine(text, line);
  const end = text.indexOf('\n', start);
  return text.slice(start, Math.min(end === -1 ? text.length : end, start + 200));
}
