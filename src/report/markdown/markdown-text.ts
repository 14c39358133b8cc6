import { harmless } from '../plain/harmless.ts';

type Lines = readonly string[];

/** A heading with what stands under it, block by block; nothing where all of it is empty. */
export function section(title: string, ...blocks: readonly Lines[]): readonly Lines[] {
  const filled = blocks.filter((lines) => lines.length > 0);
  return filled.length === 0 ? [] : [[`## ${escapeMarkdown(title)}`], ...filled];
}

/** A page of blocks with an empty line between them. */
export function page(blocks: readonly Lines[]): string {
  return `${blocks.map((lines) => lines.join('\n').replaceAll(/^\n+|\n+$/gu, '')).join('\n\n')}\n`;
}

/** One item for each text. */
export function list(texts: Lines): Lines {
  return texts.map((text) => `- ${escapeMarkdown(text)}`);
}

/** A table of GitHub's Markdown; cells are escaped already. */
export function table(heads: Lines, sides: readonly ('left' | 'right')[], rows: readonly Lines[]): Lines {
  const line = (cells: Lines): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(sides.map((side) => (side === 'right' ? '---:' : '---'))), ...rows.map(line)];
}

/** A text as code: as it stands, whatever signs it holds. */
export function code(text: string): string {
  const plain = harmless(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...plain.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 || plain.trim() !== plain ? ' ' : '';
  return `${fence}${pad}${plain}${pad}${fence}`;
}

/**
 * A text on one line as Markdown shows it letter by letter: no markup, no HTML, no list, no link, and no mention of an account or
 * an issue where the page is a pull request.
 *
 * @example escapeMarkdown('<b> | *') // '\\<b> \\| \\*'
 */
export function escapeMarkdown(text: string): string {
  return harmless(text)
    .replaceAll(/[\\`*_[\]|~$]|<(?=[a-z/!?])|&(?=[#\w])|:(?=\/\/)/giu, '\\$&')
    .replaceAll(/\bwww(?=\.)/giu, '$&\\')
    .replace(/^[-+=#>]|(?<=^\d{1,9})[.)](?= |$)/u, '\\$&')
    .replaceAll(/(?<![\p{L}\d])[@#](?=[\p{L}\d])|@(?=[\p{L}\d-]+\.)/gu, '$&<!-- -->');
}
