import { dayText, numberText, onOneLine } from './format.ts';
import type { NamedUnit, Position } from './issue.ts';
import type { Messages } from './messages.ts';
import { unitName } from './unit-name.ts';
import type { RoundingWord } from './report-messages.ts';

export const quote = (text: string): string => `“${onOneLine(text)}”`;

/** Ngày, như người Việt viết. */
export const day = (iso: string): string => dayText(iso, 'vi');

/** Một ô và tên cột của nó, như trong tệp. */
export const cell = (header: string, found: { readonly received: string | null }): string =>
  `Cột ${quote(header)}: ${quote(found.received ?? '')}`;

/** How many units a sentence names; an issue may know of more. */
const UNITS_NAMED = 20;

export const units = (found: readonly NamedUnit[], total: number): string => {
  const shown = found.slice(0, UNITS_NAMED);
  return `${shown.map(unitName).join('; ')}${total > shown.length ? `; và ${numberText(String(total - shown.length), 'vi')} đơn vị khác` : ''}`;
};

/** Một chỗ trong tệp: dòng và cột của văn bản, ô của trang tính. */
export const place = ({ file, sheet, cell: name, line, column }: Position): string =>
  [
    file,
    ...(sheet === undefined ? [] : [`trang tính ${quote(sheet)}`]),
    ...(name !== undefined ? [`ô ${name}`] : line === undefined ? [] : [`dòng ${line}`]),
    ...(sheet !== undefined || column === undefined ? [] : [`cột ${column}`]),
  ].join(', ');

export const UNIT_LEVELS: Messages['report']['levels'] = {
  hamlet: 'thôn, bản, tổ dân phố',
  commune: 'cấp xã',
  district: 'cấp huyện',
  province: 'cấp tỉnh',
};

/** Cách làm tròn. */
export const ROUNDING: Readonly<Record<RoundingWord, string>> = {
  'half-up': 'nửa thì làm tròn lên',
  'half-even': 'nửa thì làm tròn về số chẵn',
  'half-down': 'nửa thì làm tròn xuống',
  up: 'luôn làm tròn lên',
  down: 'luôn làm tròn xuống',
};
