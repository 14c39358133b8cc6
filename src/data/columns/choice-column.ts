import type { Indicator } from '../../criteria/index.ts';
import { type ChoiceColumn, MISSING } from '../../formula/index.ts';
import { issue } from '../../messages/index.ts';
import { canonicalKey } from '../canonical-key.ts';
import type { Findings } from '../findings.ts';
import { nearestSpellings } from '../nearest.ts';
import type { CellColumn } from './cell-column.ts';
import { isSpreadsheetError, saysMissing } from './missing.ts';

/**
 * Reads a column whose cells are declared values, by id or by label. What cannot be read is reported and missing.
 *
 * @throws {RangeError} Where there are too many values, as of two sets together: criteria are refused before it comes to this.
 */
export function readChoices(source: CellColumn, indicator: Indicator, findings: Findings): ChoiceColumn {
  if (indicator.values.size > MISSING) throw new RangeError(`too many values of a choice: ${indicator.id}`);
  const values = new Uint8Array(source.cells.length).fill(MISSING);
  const places = placesByKey(indicator);
  for (const [row, cell] of source.cells.entries()) {
    if (cell === null || cell === '') continue;
    const place = places.get(canonicalKey(String(cell)));
    if (place !== undefined) values[row] = place;
    else if (!saysMissing(String(cell))) reportUnknown(source, indicator, row, findings);
  }
  return { kind: 'choice', ids: [...indicator.values.keys()], values };
}

/** The places of the values of a choice by every spelling: an id wins over a label. */
export function placesByKey(indicator: Indicator): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const claim = (spelling: string, place: number): void => {
    const key = canonicalKey(spelling);
    if (!places.has(key)) places.set(key, place);
  };
  [...indicator.values.keys()].forEach(claim);
  [...indicator.values.values()].forEach((label, place) => {
    claim(label.vi, place);
    claim(label.en, place);
  });
  return places;
}

function reportUnknown(source: CellColumn, indicator: Indicator, row: number, findings: Findings): void {
  const at = source.at(row);
  const text = at.received ?? '';
  const { header } = source;
  const fault = isSpreadsheetError(text) ? 'data/spreadsheet-error' : source.formulaFault(row);
  if (fault !== null) {
    findings.add(issue(fault, { header }, at));
    return;
  }
  const spellings = [...indicator.values].flatMap(([id, label]) => [id, label.vi, label.en]);
  const values = [...indicator.values].map(([id, label]) => ({ id, label }));
  findings.add(issue('data/unknown-choice', { header, values, nearest: nearestSpellings(text, spellings) }, at));
}
