import type { NamedUnit } from './issue.ts';

/**
 * The name of a unit and its code; only the code of one that has no name beside it, as of units that were rolled up.
 *
 * @example unitName({ code: '00004', name: 'Xã An' }) // 'Xã An (00004)'
 */
export function unitName(unit: NamedUnit): string {
  const name = ownName(unit);
  return name === null ? unit.code : `${name} (${unit.code})`;
}

/**
 * The same in lists that go by codes.
 *
 * @example codeAndName({ code: '00004', name: 'Xã An' }) // '00004 Xã An'
 */
export function codeAndName(unit: NamedUnit): string {
  return [unit.code, ownName(unit)].filter((part) => part !== null).join(' ');
}

/** The name of a unit where it says more than its code. */
export function ownName({ code, name }: NamedUnit): string | null {
  return name === null || name === '' || name === code ? null : name;
}
