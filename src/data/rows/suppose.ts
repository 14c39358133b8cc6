import type { CriteriaSet, Indicator } from '../../criteria/index.ts';
import { type Column, MISSING, numberAt, numberFault } from '../../formula/index.ts';
import {
  type Issue,
  issue,
  type NamedUnit,
  nearestNames,
  requireDataset,
  requireList,
  requireOneOf,
  requireText,
  type Result,
  unlessFaulty,
} from '../../messages/index.ts';
import {
  add,
  compare,
  finitePlaces,
  groupedNumber,
  max,
  min,
  negate,
  parseDecimal,
  type Rational,
  rational,
} from '../../number/index.ts';
import { canonicalKey } from '../canonical-key.ts';
import { truthOf } from '../columns/boolean-column.ts';
import { boundText } from '../columns/bounds.ts';
import { placesByKey } from '../columns/choice-column.ts';
import { isTooLong } from '../columns/number-column.ts';
import type { CellBounds, Dataset } from '../dataset.ts';
import { nearestSpellings } from '../nearest.ts';
import { missingNumbers, numberColumn, putNumber } from '../scaled.ts';
import { firstUnits } from '../units/named-units.ts';
import { requireRow } from './require-row.ts';

/** A figure that is supposed to be another: `use_points = 0`, `filed_users -= 2`. */
export interface Supposition {
  readonly indicator: string;
  readonly operator: '=' | '+=' | '-=';
  /**
   * A decimal with a point, of a percentage with its sign; a yes or no in either language; the id or label of a choice.
   */
  readonly value: string;
  /** The rows it is about; all unless told otherwise. */
  readonly rows?: readonly number[];
}

/**
 * Asks what if: the data with some figures changed, exactly, in the order of the suppositions. A missing figure stays
 * missing when something is added to it or taken away, and a warning says so.
 *
 * @param dataset The figures as they are; they are not touched.
 * @param set What the columns are.
 * @param suppositions What is supposed.
 * @returns The changed data, or why something cannot be supposed: an indicator that is not there or is worked out from the
 *   units below, a value of the wrong kind, a figure outside what its indicator allows.
 * @throws {RangeError} For a row that is not there, an operator that is none, and a value that is no text.
 * @example suppose(dataset, set, [{ indicator: 'addicts', operator: '=', value: '0' }]).ok // true
 */
export function suppose(dataset: Dataset, set: CriteriaSet, suppositions: readonly Supposition[]): Result<Dataset> {
  requireDataset(dataset);
  requireList(suppositions, 'suppositions');
  const issues: Issue[] = [];
  let changed = dataset;
  for (const supposition of suppositions) {
    const next = changedBy(changed, set, supposition);
    issues.push(...next.issues);
    if (next.ok) changed = next.value;
  }
  return unlessFaulty(changed, issues);
}

function changedBy(dataset: Dataset, set: CriteriaSet, supposition: Supposition): Result<Dataset> {
  const { indicator: id, operator, value, rows = Array.from({ length: dataset.rows }, (_, row) => row) } = supposition;
  requireOneOf(OPERATORS, operator, 'operator of a supposition');
  requireText(value, 'value of a supposition');
  for (const row of rows) requireRow(dataset, row);
  const indicator = set.indicators.get(id);
  if (indicator === undefined) return refused(unknownIndicator(set, id));
  if (indicator.rollup !== null) {
    return refused(
      issue('what-if/rolled-up', { label: indicator.label, below: set.from?.set ?? null }, { received: id }),
    );
  }
  const isNumber = indicator.type !== 'boolean' && indicator.type !== 'choice';
  if (!isNumber && operator !== '=') {
    return refused(issue('what-if/no-number', { label: indicator.label, indicator: id }, { received: operator }));
  }
  const change: Change = { dataset, indicator, rows };
  return isNumber ? changedNumbers(change, operator, value) : changedValues(change, value);
}

const OPERATORS: readonly Supposition['operator'][] = ['=', '+=', '-='];

interface Change {
  readonly dataset: Dataset;
  readonly indicator: Indicator;
  readonly rows: readonly number[];
}

function changedNumbers(change: Change, operator: Supposition['operator'], text: string): Result<Dataset> {
  const { dataset, indicator, rows } = change;
  const value = valueOf(indicator, text);
  const misread = value === null || groupedNumber(text) !== null ? numberFault(text, null) : null;
  if (misread !== null) return refused(misread);
  if (value === null) return refused(notAValue(indicator, text));
  const step = operator === '-=' ? negate(value) : value;
  const moved = (figure: Rational): Rational => (operator === '=' ? value : add(figure, step));
  const figures = new Map<number, Rational>();
  const missing: number[] = [];
  for (const row of rows) {
    const figure = figureAt(dataset.columns.get(indicator.id), row);
    if (figure !== null || operator === '=') figures.set(row, moved(figure ?? value));
    else missing.push(row);
  }
  const outside = [...figures].filter(([, figure]) => !isAllowed(indicator, figure)).map(([row]) => row);
  if (outside.length > 0) return refused(outsideDomain(change, operator, text, outside));
  const column = withNumbers(dataset, indicator.id, figures);
  const changed = { ...withColumn(dataset, indicator.id, column), bounds: movedBounds(change, operator, moved) };
  return { ok: true, value: changed, issues: missing.length === 0 ? [] : [staysMissing(change, missing)] };
}

function changedValues({ dataset, indicator, rows }: Change, text: string): Result<Dataset> {
  const isTruth = indicator.type === 'boolean';
  const place = isTruth ? truthOf(text) : (placesByKey(indicator).get(canonicalKey(text)) ?? null);
  if (place === null) return refused(notAValue(indicator, text));
  const old = dataset.columns.get(indicator.id);
  const values =
    old === undefined || old.kind === 'number' ? new Uint8Array(dataset.rows).fill(MISSING) : old.values.slice();
  for (const row of rows) values[row] = place;
  const column: Column = isTruth
    ? { kind: 'boolean', values }
    : { kind: 'choice', ids: [...indicator.values.keys()], values };
  return { ok: true, value: withColumn(dataset, indicator.id, column), issues: [] };
}

/** A number as it is typed; `null` where it is none, or not one of this indicator. */
function valueOf({ type }: Indicator, text: string): Rational | null {
  const isPercent = text.endsWith('%');
  const number = isTooLong(text) ? null : parseDecimal(isPercent ? text.slice(0, -1).trimEnd() : text);
  if (number === null || isPercent !== (type === 'percent')) return null;
  if (type === 'count' && number.den !== 1n) return null;
  return isPercent ? rational(number.num, number.den * 100n) : number;
}

function figureAt(column: Column | undefined, row: number): Rational | null {
  return column?.kind === 'number' ? numberAt(column, row) : null;
}

/** Without a declared minimum no figure is below nothing, as when data is read. */
function isAllowed({ min: least, max: most }: Indicator, figure: Rational): boolean {
  return compare(figure, least) >= 0 && (most === null || compare(figure, most) <= 0);
}

function withNumbers(dataset: Dataset, id: string, figures: ReadonlyMap<number, Rational>): Column {
  const old = dataset.columns.get(id);
  const places = [...new Set(figures.values())].map(finitePlaces);
  const scale = places.reduce((most, own) => Math.max(most, own), old?.kind === 'number' ? old.scale : 0);
  const numbers = missingNumbers(dataset.rows, scale);
  for (let row = 0; row < dataset.rows; row += 1) {
    const figure = figures.get(row) ?? figureAt(old, row);
    if (figure !== null) putNumber(numbers, row, figure);
  }
  return numberColumn(numbers);
}

function withColumn(dataset: Dataset, id: string, column: Column): Dataset {
  return { ...dataset, columns: new Map([...dataset.columns, [id, column]]) };
}

/** What bounds a missing figure moves with it; one that is set is not missing any more. */
function movedBounds(
  { dataset, indicator, rows }: Change,
  operator: Supposition['operator'],
  moved: (figure: Rational) => Rational,
): ReadonlyMap<string, ReadonlyMap<number, CellBounds>> {
  const all = new Map(dataset.bounds);
  const own = new Map(all.get(indicator.id));
  for (const row of rows) {
    const cell = own.get(row);
    if (cell === undefined) continue;
    if (operator === '=') own.delete(row);
    else {
      const least = cell.min === null ? null : moved(cell.min);
      const most = cell.max === null ? null : moved(cell.max);
      own.set(row, {
        min: least === null ? null : max(least, indicator.min),
        max: within(most, indicator.max),
      });
    }
  }
  if (own.size > 0) all.set(indicator.id, own);
  else all.delete(indicator.id);
  return all;
}

function within(most: Rational | null, allowed: Rational | null): Rational | null {
  return most === null || allowed === null ? most : min(most, allowed);
}

function refused(found: Issue): Result<Dataset> {
  return { ok: false, issues: [found] };
}

function unknownIndicator(set: CriteriaSet, id: string): Issue {
  const labels = [...set.indicators].flatMap(([known, { label }]) => [
    [label.vi, known] as const,
    [label.en, known] as const,
  ]);
  const byLabel = new Map(labels);
  const near = nearestSpellings(id, [...byLabel.keys()]).flatMap((label) => byLabel.get(label) ?? []);
  const names = [...new Set([...nearestNames(id, [...set.indicators.keys()]), ...near])];
  const isWorkedOut = set.measures.has(id) || set.criteria.has(id);
  return issue('what-if/unknown-indicator', { nearest: names, isWorkedOut, set: set.id }, { received: id });
}

function notAValue(indicator: Indicator, text: string): Issue {
  const { id, label, type } = indicator;
  const values = [...indicator.values].map(([value, words]) => ({ id: value, label: words }));
  return issue('what-if/not-a-value', { indicator: id, label, type, values }, { received: text });
}

function outsideDomain(
  { dataset, indicator, rows }: Change,
  operator: Supposition['operator'],
  text: string,
  outside: readonly number[],
): Issue {
  const { id, label } = indicator;
  const bounds = {
    min: boundText(indicator, indicator.min),
    max: indicator.max === null ? null : boundText(indicator, indicator.max),
  };
  const args = { indicator: id, label, ...bounds, ...firstUnits(unitsAt(dataset, outside)), of: rows.length };
  return issue('what-if/outside-domain', args, { received: `${id}${operator}${text}` });
}

function staysMissing({ dataset, indicator }: Change, rows: readonly number[]): Issue {
  const args = { label: indicator.label, ...firstUnits(unitsAt(dataset, rows)) };
  return issue('what-if/stays-missing', args, { severity: 'warning' });
}

function unitsAt({ units: { code, name } }: Dataset, rows: readonly number[]): readonly NamedUnit[] {
  return rows.map((row) => ({ code: code[row] ?? '', name: name[row] ?? null }));
}
