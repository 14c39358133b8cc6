import { requireText, type Result } from '../messages/index.ts';
import type { CatalogEntry } from './catalog.ts';
import { formIssues } from './faults.ts';
import { readHeader } from './header.ts';
import { failure } from './issue-list.ts';
import { headerSchema } from './schema.ts';
import { child, textOf } from './tree.ts';
import { readYaml } from './yaml.ts';

/** The keys of the header at the beginning of a line. */
const HEADER_KEY = /^["']?(family|version|status|title|unit|from|effective|reviewed|period)["']?\s*:/;

/**
 * Reads only the header of a criteria file; the rest is not parsed and not checked.
 *
 * @param text The text of the file.
 * @param file Its name.
 * @example
 * const entry = catalogEntry(text, 'example.yaml');
 * entry.ok && entry.value.id; // 'example@1'
 */
export function catalogEntry(text: string, file: string): Result<CatalogEntry> {
  const { tree, issues } = readYaml(headerOnly(text), file);
  const found = tree === null ? issues : [...issues, ...formIssues(tree, headerSchema)];
  if (tree === null || found.length > 0) return failure(found);
  return { ok: true, value: { ...readHeader(tree), file }, issues: [] };
}

/** The id that the header of a file states, be the rest as it may: what extends another set has only a part of a header. */
export function statedId(text: string, file: string): string | null {
  const { tree } = readYaml(headerOnly(text), file);
  const [family, version] = [textOf(child(tree, 'family')), textOf(child(tree, 'version'))];
  return family === null || version === null ? null : `${family}@${version}`;
}

/**
 * The text with all lines blank that do not belong to the header, so that every line keeps its number; the whole text where
 * no line begins with a key of the header, as in JSON.
 */
function headerOnly(text: string): string {
  requireText(text, 'text of a file');
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  if (!lines.some((line) => HEADER_KEY.test(line))) return text;
  let keeps = false;
  return lines
    .map((line) => {
      if (/^[^\s#-]/.test(line)) keeps = HEADER_KEY.test(line);
      return keeps ? line : '';
    })
    .join('\n');
}
