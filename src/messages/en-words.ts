import { numberText, onOneLine } from './format.ts';
import type { NamedUnit, Position } from './issue.ts';
import type { Messages } from './messages.ts';
import { unitName } from './unit-name.ts';
import type { RoundingWord } from './report-messages.ts';

export const quote = (text: string): string => `“${onOneLine(text)}”`;

/** Items under each other, which also read as one sentence. */
export const listed = (items: readonly string[]): readonly string[] =>
  items.map((item, index) => `  ${item}${index < items.length - 1 ? ';' : '.'}`);

/** A cell and the header of its column, as written. */
export const cell = (header: string, found: { readonly received: string | null }): string =>
  `Column ${quote(header)}: ${quote(found.received ?? '')}`;

/** How many units a sentence names; an issue may know of more. */
const UNITS_NAMED = 20;

export const units = (found: readonly NamedUnit[], total: number): string => {
  const shown = found.slice(0, UNITS_NAMED);
  return `${shown.map(unitName).join('; ')}${total > shown.length ? `; and ${numberText(String(total - shown.length), 'en')} more` : ''}`;
};

/** A place in a file: line and column of a text, the cell of a sheet. */
export const place = ({ file, sheet, cell: name, line, column }: Position): string =>
  [
    file,
    ...(sheet === undefined ? [] : [`sheet ${quote(sheet)}`]),
    ...(name !== undefined ? [`cell ${name}`] : line === undefined ? [] : [`line ${line}`]),
    ...(sheet !== undefined || column === undefined ? [] : [`column ${column}`]),
  ].join(', ');

export const UNIT_LEVELS: Messages['report']['levels'] = {
  hamlet: 'hamlets',
  commune: 'communes',
  district: 'districts',
  province: 'provinces',
};

/** How many there are of what is counted. */
export const counted = (count: number, one: string, many: string): string =>
  `${numberText(String(count), 'en')} ${count === 1 ? one : many}`;

export const points = (count: string): string => `${count} ${count === '1' ? 'point' : 'points'}`;

/** How numbers between two steps are rounded. */
export const ROUNDING: Readonly<Record<RoundingWord, string>> = {
  'half-up': 'halves up',
  'half-even': 'halves to the even neighbour',
  'half-down': 'halves down',
  up: 'always up',
  down: 'always down',
};
