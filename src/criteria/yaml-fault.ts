import { CST, type YAMLError } from 'yaml';
import { type Issue, issue, type YamlFault } from '../messages/index.ts';
import type { Places } from './places.ts';

/** A space that YAML takes for a letter, where a space of its own has to stand. */
const ODD_SPACE = /(?:^\s*|:)([\u00A0\u2007\u202F\u3000])/u;
const QUOTES: ReadonlySet<string> = new Set(['double-quoted-scalar', 'single-quoted-scalar']);

/** A fault, and the offset where it can be mended. */
interface Found {
  readonly fault: YamlFault;
  readonly offset: number;
}

/**
 * What breaks the YAML, where a person can mend it: what is left open is told where it was opened.
 *
 * @param tokens The whole file.
 */
export function syntaxIssue(error: YAMLError, tokens: readonly CST.Token[], places: Places): Issue {
  const found = oddSpace(error.pos[0], places) ?? leftOpen(error, tokens) ?? faultOf(error, places.source);
  const position = places.at(Math.min(found.offset, places.source.length));
  return issue(
    'criteria/yaml-syntax',
    { fault: found.fault },
    { position, received: position.text?.trim().slice(0, 80) ?? null },
  );
}

function oddSpace(offset: number, places: Places): Found | null {
  const { column = 1, text = '' } = places.at(Math.min(offset, places.source.length));
  const odd = ODD_SPACE.exec(text);
  return odd === null ? null : { fault: 'odd-space', offset: offset - column + odd.index + odd[0].length };
}

function leftOpen({ message, pos: [end] }: YAMLError, tokens: readonly CST.Token[]): Found | null {
  const [, closing] = /end with a ([\]}])/.exec(message) ?? [];
  if (closing !== undefined) return openedLast('open-bracket', end, tokens, (token) => isOpen(token, closing));
  if (!message.startsWith('Missing closing')) return null;
  return openedLast('open-quote', end, tokens, ({ type }) => QUOTES.has(type));
}

function isOpen(token: CST.Token, closing: string): boolean {
  if (token.type !== 'flow-collection' || token.start.source !== (closing === ']' ? '[' : '{')) return false;
  return !token.end.some(({ source }) => source === closing);
}

/** The last such token that begins before the end. */
function openedLast(
  fault: YamlFault,
  end: number,
  tokens: readonly CST.Token[],
  isMeant: (token: CST.Token) => boolean,
): Found | null {
  const starts: number[] = [];
  for (const token of tokens) {
    if (token.type !== 'document') continue;
    CST.visit(token, ({ key, value }) => {
      for (const part of [key, value]) if (part && part.offset < end && isMeant(part)) starts.push(part.offset);
    });
  }
  return starts.length === 0 ? null : { fault, offset: Math.max(...starts) };
}

function faultOf({ code, message, pos: [offset] }: YAMLError, source: string): Found {
  switch (code) {
    case 'MULTILINE_IMPLICIT_KEY':
      return { fault: /["']/.test(source.charAt(offset)) ? 'indentation' : 'missing-colon', offset };
    case 'MISSING_CHAR':
      return { fault: message.startsWith('Implicit map keys') ? 'missing-colon' : 'missing-mark', offset };
    case 'BAD_INDENT':
      return { fault: 'indentation', offset };
    case 'TAB_AS_INDENT':
      return { fault: 'tab', offset };
    case 'BAD_DQ_ESCAPE':
      return { fault: 'escape', offset };
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
      return { fault: 'alias', offset };
    case 'BAD_DIRECTIVE':
      return { fault: 'directive', offset };
    default:
      return { fault: 'unexpected', offset };
  }
}
