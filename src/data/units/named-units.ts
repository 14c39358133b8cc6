import type { NamedUnit } from '../../messages/index.ts';

/** How many units one message names. */
const NAMED_UNITS = 20;

/** The first units, as a message names them, and how many there are. */
export function firstUnits(units: readonly NamedUnit[]): {
  readonly units: readonly NamedUnit[];
  readonly total: number;
} {
  return { units: units.slice(0, NAMED_UNITS).map(({ code, name }) => ({ code, name })), total: units.length };
}
