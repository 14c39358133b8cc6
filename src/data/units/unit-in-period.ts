import { canonicalKey } from '../canonical-key.ts';
import { canBeOneUnit } from './unit-name.ts';

/** The key of a unit in one period: two rows have it in common only where they are about the same unit and period. */
export function unitInPeriod(code: string, period: string | null): string {
  return `${code}\n${period ?? ''}`;
}

/** The key of a unit in other data: its code; where its name is all the code it has, however that is spelled there. */
export function unitKey({ code, name }: { readonly code: string; readonly name: string | null }): string {
  return code === name ? canonicalKey(code) : code;
}

/** The names of two rows with one code, where they are of two units; to be told of the second row. */
export function namesOfTwo(
  names: readonly (string | null)[],
  { row, first }: { readonly row: number; readonly first: number },
): { readonly names?: readonly [string, string] } {
  const [one, other] = [names[first] ?? null, names[row] ?? null];
  return one === null || other === null || canBeOneUnit(one, other) ? {} : { names: [one, other] };
}

/** Rows about a unit and period that a row before them is about, with the first such row. */
export function repeatedRows(
  codes: readonly string[],
  periods: readonly (string | null)[],
): readonly { readonly row: number; readonly first: number }[] {
  const firstRows = new Map<string, number>();
  return codes.flatMap((code, row) => {
    if (code === '') return [];
    const key = unitInPeriod(code, periods[row] ?? null);
    const first = firstRows.get(key);
    if (first === undefined) firstRows.set(key, row);
    return first === undefined ? [] : [{ row, first }];
  });
}
