import { messagesIn } from '../../messages/index.ts';
import { type Column, wrap } from './layout.ts';
import { countText } from '../plain/numbers.ts';
import type { Style } from '../style.ts';

/**
 * What a narrow terminal had no room for, and the form of result that has it.
 *
 * @param leftOut The columns.
 * @param format Where they can be seen.
 * @param indent By how much the lines will be indented.
 */
export function leftOutLines<Row>(
  leftOut: readonly Column<Row>[],
  { lang, width, paint }: Style,
  { format = 'csv', indent = 0 }: { readonly format?: 'csv' | 'json'; readonly indent?: number } = {},
): readonly string[] {
  if (leftOut.length === 0) return [];
  const titles = leftOut.map(({ title }) => title);
  const text = messagesIn(lang).report.leftOutColumns(titles, countText(width, lang), format);
  return ['', ...wrap(text, width - indent).map((line) => paint.dim(line))];
}
