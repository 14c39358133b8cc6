import { issue, type Issue, type Position } from '../messages/index.ts';
import { numberFault } from './number-fault.ts';

/** Where an offset of the formula's text stands in its file. */
export type Locate = (offset: number) => Position;

/** A word of a formula: `symbol` covers operators, brackets and the keywords. */
export interface Token {
  readonly kind: 'number' | 'name' | 'symbol' | 'end';
  readonly text: string;
  readonly offset: number;
}

/** The longest formula that is read, in characters. */
const LONGEST_FORMULA = 10_000;

const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in']);
const WORD =
  /(?:([1-9]\d{0,2}(?:\.\d{3}){2,}(?![\d.%])|\d+(?:\.\d+)?%?)|([\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}\p{M}\p{N}_]+)*)|(<=|>=|==|!=|[-+*/<>()[\],]))/uy;
const BLANK = /\s*/uy;
const QUOTED = /["'“”„‘’«»]\s*([^"'“”„‘’«»]*[^"'“”„‘’«»\s])\s*["'“”„‘’«»]/uy;
const PERCENT_APART = /\d[\d.,]*\s+%$/u;
/** What other languages write, and people by mistake; what begins alike, the longest first. */
const OTHER_OPERATORS: readonly (readonly [found: string, write: string])[] = [
  ['=>', '>='],
  ['=<', '<='],
  ['=', '=='],
  ['<>', '!='],
  ['≥', '>='],
  ['≤', '<='],
  ['≠', '!='],
  ['&&', 'and'],
  ['||', 'or'],
];

/**
 * Cuts a formula into words.
 *
 * @param text The formula.
 * @param locate Where its offsets stand in the file.
 * @returns The words, closed by one of kind `end`, or the first character that has no meaning.
 */
export function lex(text: string, locate: Locate): { readonly tokens: readonly Token[] } | { readonly issue: Issue } {
  if (text.length > LONGEST_FORMULA) {
    return { issue: issue('formula/too-long', { limit: LONGEST_FORMULA }, { position: locate(0) }) };
  }
  const tokens: Token[] = [];
  let offset = skipBlank(text, 0);
  while (offset < text.length) {
    const other = otherOperator(text, offset, locate);
    if (other !== null) return { issue: other };
    WORD.lastIndex = offset;
    const match = WORD.exec(text);
    if (match === null) return { issue: unreadable(text, offset, locate) };
    const [, number, name, symbol] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, offset });
    else if (name !== undefined) tokens.push({ kind: KEYWORDS.has(name) ? 'symbol' : 'name', text: name, offset });
    else tokens.push({ kind: 'symbol', text: symbol ?? '', offset });
    offset = skipBlank(text, WORD.lastIndex);
  }
  tokens.push({ kind: 'end', text: '', offset: text.length });
  return { tokens };
}

/** What is wrong where no word begins. */
function unreadable(text: string, offset: number, locate: Locate): Issue {
  QUOTED.lastIndex = offset;
  const [quoted, write] = QUOTED.exec(text) ?? [];
  if (quoted !== undefined && write !== undefined) {
    return issue('formula/quoted', { write }, { position: locate(offset), received: quoted });
  }
  const apart = PERCENT_APART.exec(text.slice(0, offset + 1));
  const misread = apart === null ? null : numberFault(apart[0], locate(apart.index));
  if (misread !== null) return misread;
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  return issue('formula/unexpected-character', { character }, { position: locate(offset), received: character });
}

function otherOperator(text: string, offset: number, locate: Locate): Issue | null {
  const other = OTHER_OPERATORS.find(([found]) => text.startsWith(found, offset));
  if (other === undefined || text.startsWith('==', offset)) return null;
  const [found, write] = other;
  return issue('formula/wrong-operator', { found, write }, { position: locate(offset), received: found });
}

function skipBlank(text: string, offset: number): number {
  BLANK.lastIndex = offset;
  BLANK.exec(text);
  return BLANK.lastIndex;
}
