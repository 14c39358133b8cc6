import type { Make } from '../browser/index.ts';
import { harmless } from '../report/index.ts';

/** Text that is HTML already: made by {@link html}, so that nothing from data stands in it unescaped. */
export interface Html {
  readonly html: string;
}

/** What may stand in a gap of {@link html}: text is made harmless and escaped, `null` is nothing, a list stands part by part. */
export type HtmlPart = string | number | Html | null | readonly HtmlPart[];

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/**
 * A piece of HTML; what stands in its gaps is made harmless and escaped unless it is HTML itself.
 *
 * @example html`<td>${'<b>'}</td>`.html // '<td>&lt;b&gt;</td>'
 */
export function html(pieces: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return { html: pieces.map((piece, index) => piece + written(parts[index] ?? null)).join('') };
}

/** An element as text; for elements that have an end. */
export const htmlElement: Make<Html> = (name, attributes, ...children) =>
  html`${trusted(`<${name}`)}${Object.entries(attributes).map(([attribute, value]) => html` ${trusted(attribute)}="${value}"`)}>${children}${trusted(`</${name}>`)}`;

/** Text that is HTML as it stands: for what this program itself holds, never for data. */
export function trusted(text: string): Html {
  return { html: text };
}

function written(part: HtmlPart): string {
  if (part === null) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map((inner) => written(inner)).join('');
}

function escaped(text: string): string {
  return harmless(text).replaceAll(/[&<>"']/g, (sign) => ESCAPES.get(sign) ?? sign);
}
