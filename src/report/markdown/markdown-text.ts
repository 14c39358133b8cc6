import { harmless } from '../plain/harmless.ts';

type Lines = readonly string[];

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
 * A text on one line as Markdown shows it letter by letter: no markup, no HTML, no link, and no mention of an account or
 * an issue where the page is a pull request.
 *
 * @example escapeMarkdown('<b> | *') // '\\<b> \\| \\*'
 */
export function escapeMarkdown(text: string): string {
  return harmless(text)
    .replaceAll(/[\\`*_[\]|~$]|<(?=[a-z/!?])|&(?=[#\w])|:(?=\/\/)/giu, '\\$&')
    .replaceAll(/\bwww(?=\.)/giu, '$&\\')
    .replace(/^[-+=#>]/u, '\\$&')
    .replaceAll(/(?<![\p{L}\d])[@#](?=[\p{L}\d])|@(?=[\p{L}\d-]+\.)/gu, '$&<!-- -->');
}
