import type { CriteriaSet } from '../../criteria/index.ts';
import type { MissingCell } from '../../explain/index.ts';
import { type Lang, messagesIn, type Position } from '../../messages/index.ts';
import { labelOf } from './finding-text.ts';
import { harmless } from '../plain/harmless.ts';

/** Where a missing figure should stand, and whose office owes it: `a.csv:12:5, Công an cấp xã`. */
export function missingText(set: CriteriaSet, cell: MissingCell, lang: Lang): string {
  const provider = cell.provider?.[lang];
  const where = [placeText(cell.position), ...(provider === undefined ? [] : [harmless(provider)])].join(', ');
  return `${missingLabel(set, cell, lang)} (${where})`;
}

/** The label of a missing figure, and of which period. */
export function missingLabel(
  set: CriteriaSet,
  { indicator, periodsAgo }: Pick<MissingCell, 'indicator' | 'periodsAgo'>,
  lang: Lang,
): string {
  const label = labelOf(set, indicator, lang);
  return periodsAgo === 0 ? label : messagesIn(lang).report.periodsAgo(label, periodsAgo);
}

/** `file:line:column`, as far as it is known; in a workbook `file:sheet!cell`. */
export function placeText({ file, sheet, cell, line, column }: Position): string {
  if (sheet !== undefined) return `${harmless(file)}:${harmless(sheet)}${line === undefined ? '' : `!${cell ?? line}`}`;
  return [harmless(file), line, column].filter((part) => part !== undefined).join(':');
}
