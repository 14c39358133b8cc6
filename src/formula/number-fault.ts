import { issue, type Issue, type Position } from '../messages/index.ts';
import { groupedNumber, plainNumber } from '../number/index.ts';

/**
 * What is wrong with a number as it was typed, where it can be read in two ways or is written as other texts write it.
 *
 * @returns `null` for a number that is written as it should be, and for what is no number at all.
 * @example numberFault('10.000', null)?.code // 'number/ambiguous'
 */
export function numberFault(text: string, position: Position | null): Issue | null {
  const grouped = groupedNumber(text);
  if (grouped !== null && grouped.decimal !== null) {
    const { whole, decimal } = grouped;
    return issue('number/ambiguous', { whole, decimal }, { position, received: text });
  }
  const write = grouped?.whole ?? plainNumber(text);
  return write === null || write === text ? null : issue('number/marks', { write }, { position, received: text });
}
