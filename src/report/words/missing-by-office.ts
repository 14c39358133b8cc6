import { isUnsettled, type MissingCell } from '../../explain/index.ts';
import type { Text } from '../../messages/index.ts';
import type { Scored } from '../scored.ts';
import type { UnitTexts } from './unit-texts.ts';

/** A missing figure of a unit and the office that owes it. */
export interface OwedCell {
  readonly office: Text | null;
  readonly row: number;
  readonly cell: MissingCell;
}

/** The missing figures by the office that owes them, in the order of the indicators; those that nobody owes last. */
export function missingByOffice(
  { assessments }: Scored,
  rows: readonly number[],
  texts: UnitTexts,
): readonly OwedCell[] {
  const { indicators } = assessments.program.set;
  const places = new Map([...indicators.keys()].map((id, place) => [id, place]));
  const owed = rows.flatMap((row) =>
    texts.missing(row).map((cell) => ({ office: isUnsettled(cell) ? null : cell.provider, row, cell })),
  );
  const named = [...[...indicators.values()].map(({ provider }) => provider), ...owed.map(({ office }) => office)];
  const offices = [...new Set(named.map((office) => office?.vi ?? null))];
  const officePlace = ({ office }: OwedCell): number => (office === null ? offices.length : offices.indexOf(office.vi));
  const indicatorPlace = ({ cell }: OwedCell): number => places.get(cell.indicator) ?? 0;
  return owed.toSorted((a, b) => officePlace(a) - officePlace(b) || indicatorPlace(a) - indicatorPlace(b));
}
