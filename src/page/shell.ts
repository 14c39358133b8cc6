import { PAGE_SCRIPT, PAGE_STYLE } from '../browser/index.ts';
import { sha256 } from '../criteria/index.ts';
import { type Lang, messagesIn } from '../messages/index.ts';
import { harmless } from '../report/index.ts';
import { type Html, html, trusted } from './html.ts';

/** One section of a page, listed in its contents. */
export interface PageSection {
  /** Names the section within the page: plain letters and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

/** What a page is made of. */
export interface PageParts {
  readonly lang: Lang;
  /** The title of the document, and its main heading. */
  readonly title: string;
  /** What stands under the heading: facts, and what must not be overlooked. */
  readonly head: Html;
  readonly sections: readonly PageSection[];
  readonly footer: Html;
  /** What stands on every printed page; `null` is nothing. */
  readonly printMark: string | null;
  /** What the script of the page reads. */
  readonly data: unknown;
}

/**
 * A whole page in one file: it works offline, asks nothing of any server, and its content security policy lets only the
 * style and the script run that stand in it. The same parts give the same bytes.
 */
export function writeShell({ lang, title, head, sections, footer, printMark, data }: PageParts): string {
  const words = messagesIn(lang).page;
  const style = PAGE_STYLE + printStyle(printMark, lang);
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(PAGE_SCRIPT)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const page = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="xasach">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#${sections[0]?.id ?? 'main'}">${words.skip}</a>
<header class="head">
<h1>${title}</h1>
${head}
</header>
<nav class="contents" aria-label="${words.contents}"><ul>${sections.map(({ id, title: name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<main id="main">
${sections.map(({ id, title: name, body }) => html`<section id="${id}" aria-labelledby="${id}-title" tabindex="-1">\n<h2 id="${id}-title">${name}</h2>\n${body}\n</section>\n`)}
</main>
<footer>${footer}</footer>
<script type="application/json" id="data">${trusted(scriptJson(data))}</script>
<script>${trusted(PAGE_SCRIPT)}</script>
</body>
</html>
`;
  return page.html;
}

/** JSON of harmless texts that cannot end the element it stands in. */
function scriptJson(data: unknown): string {
  const plain = (_: string, value: unknown): unknown => (typeof value === 'string' ? harmless(value) : value);
  return JSON.stringify(data, plain).replaceAll('<', String.raw`\u003c`);
}

/** The margins of printed pages carry the mark and the number of the page. */
function printStyle(mark: string | null, lang: Lang): string {
  const top = mark === null ? '' : `@top-center{content:${cssText(mark)}}`;
  const [before, between] = messagesIn(lang).page.pageNumber.map((text) => cssText(text));
  return `@page{${top}@bottom-right{content:${before} counter(page) ${between} counter(pages)}}`;
}

/** A text as CSS writes it; whatever is not a plain letter is escaped. */
function cssText(text: string): string {
  const escaped = text.replaceAll(/[^\p{L}\p{N} ,.:/]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `);
  return `"${escaped}"`;
}

function hashOf(text: string): string {
  const bytes = sha256(text);
  return `sha256-${btoa(String.fromCodePoint(...bytes))}`;
}
