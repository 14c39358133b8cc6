import type { Indicator } from '../../criteria/index.ts';
import type { NumberColumn } from '../../formula/index.ts';
import { issue, type IssueCode } from '../../messages/index.ts';
import { canonicalKey } from '../canonical-key.ts';
import { type DateKind, dateKind, isFractionText } from '../files/date-text.ts';
import type { Findings } from '../findings.ts';
import { keepWithinBounds } from './bounds.ts';
import type { CellColumn, FormulaFault } from './cell-column.ts';
import type { Reading } from './column-reading.ts';
import { decimalColumn, type DecimalColumn } from './decimal-column.ts';
import { exactNumberText } from './exact-number-text.ts';
import { isSpreadsheetError, saysMissing, saysNone } from './missing.ts';
import { bareNumeral, decideStyle, inPlainDigits, type NumberStyle, plainDecimal } from './number-style.ts';

/** Whole numbers without a sign or separator: most cells, and the same in every style. */
const PLAIN_DIGITS = /^\d{1,15}$/;
/** As spreadsheets write it: the mark after the first digit begins the decimals in every style. */
const SCIENTIFIC = /^([+-]?\d)(?:[.,](\d+))?[eE]([+-]?\d{1,3})$/;
/** No figure of a commune is longer; a bound keeps exact arithmetic cheap. */
const DIGIT_LIMIT = 40;

/** Whether a number has more digits than the limit; its sign, its point and the zeros before its whole part are not counted. */
export function isTooLong(number: string): boolean {
  if (number.length <= DIGIT_LIMIT) return false;
  return number.replace(/^[+-]?0+/, '').replace(/\D/g, '').length > DIGIT_LIMIT;
}

/** A column of numbers on its way: its cells, what they must be, and where the readable ones go. */
interface ColumnReading {
  readonly source: CellColumn;
  readonly indicator: Indicator;
  readonly column: DecimalColumn;
  readonly findings: Findings;
}

/**
 * Reads a column of counts, decimals or percentages exactly. What cannot be read is reported and missing.
 *
 * @param source The cells.
 * @param indicator What they are.
 * @param how Where what is found goes, and how numbers are written where the cells leave it open.
 */
export function readNumbers(source: CellColumn, indicator: Indicator, how: Reading): NumberColumn {
  const { findings, numbers, decided } = how;
  const reading: ColumnReading = { source, indicator, column: decimalColumn(source.cells.length), findings };
  const numerals = readPlainCells(reading);
  const decision = decideStyle(numerals, indicator.type === 'count', numbers);
  if (numerals.size > 0) decided?.(indicator.id, decision);
  switch (decision.kind) {
    case 'style':
      for (const [row, numeral] of numerals) readNumeral(reading, row, numeral, decision.style);
      break;
    case 'ambiguous':
      findings.add(issue('data/ambiguous-numbers', { header: source.header }, source.at(decision.row)));
      reportUndecided(reading, numerals, how);
      break;
    case 'mixed':
      reportMixed(source, decision.vi, decision.en, findings);
      reportUndecided(reading, numerals, how);
      break;
    default:
      decision satisfies never;
  }
  return keepWithinBounds(reading.column.finish(), source, indicator, findings);
}

/** Reads the cells that are the same in every style and returns the others as bare numerals. */
function readPlainCells(reading: ColumnReading): ReadonlyMap<number, string> {
  const { source, indicator, column } = reading;
  const percent = indicator.type === 'percent';
  const words = new Map([...(indicator.words ?? [])].map(([word, value]) => [canonicalKey(word), value]));
  const numerals = new Map<number, string>();
  for (const [row, cell] of source.cells.entries()) {
    if (cell === null) continue;
    if (typeof cell === 'number') readNumber(reading, row, cell);
    else if (typeof cell === 'boolean') report(reading, row, 'data/not-a-number');
    else if (!percent && PLAIN_DIGITS.test(cell)) column.putWhole(row, Number(cell));
    else if (words.size > 0 && words.has(canonicalKey(cell))) {
      const number = words.get(canonicalKey(cell)) ?? '0';
      column.put(row, number.replace('%', ''), percent);
    } else if (!saysMissing(cell)) noteNumeral(reading, row, cell, numerals);
  }
  return numerals;
}

/** Whole numbers of so few digits need not be written to be read. */
const MOST_WHOLE = 10 ** 15 - 1;

function readNumber(reading: ColumnReading, row: number, cell: number): void {
  const isWhole = Number.isInteger(cell) && cell >= 0 && !Object.is(cell, -0) && cell <= MOST_WHOLE;
  if (isWhole && reading.indicator.type !== 'percent' && !reading.source.isPercent(row))
    reading.column.putWhole(row, cell);
  else {
    const value = exactNumberText(cell);
    const isImprecise = Number.isInteger(cell) && !Number.isSafeInteger(cell);
    if (isImprecise && !isTooLong(value)) warnOfLostDigits(reading, row, 'data/imprecise-number', value);
    readNumeral(reading, row, value, 'en');
  }
}

/** Warns that a number was read that may not be the one that was meant. */
function warnOfLostDigits(
  { source, findings }: ColumnReading,
  row: number,
  code: 'data/imprecise-number' | 'data/scientific-number',
  value: string,
): void {
  findings.add(issue(code, { header: source.header, value }, { ...source.at(row), severity: 'warning' }));
}

/** What is said of a figure that a spreadsheet shows as a day or a time. */
const OF_DATES = {
  day: 'data/date-not-number',
  'first-day': 'data/number-as-date',
  time: 'data/time-not-number',
} as const satisfies Record<DateKind, IssueCode>;

function noteNumeral(reading: ColumnReading, row: number, cell: string, numerals: Map<number, string>): void {
  const numeral = bareNumeral(cell.endsWith('%') ? cell.slice(0, -1).trim() : cell);
  const { source, findings } = reading;
  const { header } = source;
  const formulaFault = source.formulaFault(row);
  const date = dateKind(cell);
  const plain = inPlainDigits(cell);
  if (isSpreadsheetError(cell)) report(reading, row, 'data/spreadsheet-error');
  else if (formulaFault !== null) report(reading, row, formulaFault);
  else if (saysNone(cell)) report(reading, row, 'data/none-not-number');
  else if (reading.indicator.type === 'percent' && isFractionText(cell)) reportFraction(reading, row, date !== null);
  else if (date !== null) report(reading, row, OF_DATES[date]);
  else if (plain !== null) findings.add(issue('data/full-width-digits', { header, plain }, source.at(row)));
  else if (SCIENTIFIC.test(numeral)) readScientific(reading, row, numeral);
  else numerals.set(row, numeral);
}

/** Reads `1,2E+3` as 1200, and warns where digits may have been rounded away. */
function readScientific(reading: ColumnReading, row: number, numeral: string): void {
  const [, whole = '', fraction = '', exponent = ''] = SCIENTIFIC.exec(numeral) ?? [];
  const power = Number(exponent);
  if (Math.abs(power) > DIGIT_LIMIT) {
    reading.findings.add(
      issue('data/number-too-long', { header: reading.source.header, limit: DIGIT_LIMIT }, reading.source.at(row)),
    );
    return;
  }
  const value = shifted(whole, fraction, power);
  if (fraction.length < power) warnOfLostDigits(reading, row, 'data/scientific-number', value);
  readNumeral(reading, row, value, 'en');
}

/** The plain decimal of a mantissa and a power of ten. */
function shifted(whole: string, fraction: string, power: number): string {
  const [, sign = '', digit = ''] = /^([+-]?)(\d)$/.exec(whole) ?? [];
  const digits = digit + fraction;
  if (power >= 0) {
    const integer = digits.slice(0, power + 1).padEnd(power + 1, '0');
    const rest = digits.slice(power + 1);
    return (sign === '-' ? '-' : '') + integer.replace(/^0+(?=\d)/, '') + (rest === '' ? '' : `.${rest}`);
  }
  return `${sign === '-' ? '-' : ''}0.${'0'.repeat(-power - 1)}${digits}`;
}

function readNumeral(reading: ColumnReading, row: number, numeral: string, style: NumberStyle): void {
  const { source, indicator, column, findings } = reading;
  const { header } = source;
  const percent = indicator.type === 'percent';
  const decimal = plainDecimal(numeral, style);
  if (decimal === null) report(reading, row, 'data/not-a-number');
  else if (isTooLong(decimal)) {
    findings.add(issue('data/number-too-long', { header, limit: DIGIT_LIMIT }, source.at(row)));
  } else if (percent !== isPercentCell(source, row)) {
    report(reading, row, percent ? 'data/percent-needed' : 'data/unexpected-percent');
  } else if (indicator.type === 'count' && decimal.includes('.')) report(reading, row, 'data/fraction-in-count');
  else column.put(row, decimal, percent && !source.isPercent(row));
}

/** Where no style could be decided: the cells that are no number in any, and those that hold one nobody can tell. */
function reportUndecided(reading: ColumnReading, numerals: ReadonlyMap<number, string>, { undecided }: Reading): void {
  for (const [row, numeral] of numerals) {
    const isNumber = plainDecimal(numeral, 'vi') !== null || plainDecimal(numeral, 'en') !== null;
    const { position = null } = reading.source.at(row);
    if (!isNumber) report(reading, row, 'data/not-a-number');
    else if (position !== null) undecided?.(position);
  }
}

function isPercentCell(source: CellColumn, row: number): boolean {
  const cell = source.cells[row];
  return (typeof cell === 'string' && cell.endsWith('%')) || source.isPercent(row);
}

type PlainCode =
  | 'data/not-a-number'
  | 'data/none-not-number'
  | (typeof OF_DATES)[DateKind]
  | 'data/spreadsheet-error'
  | FormulaFault
  | 'data/percent-needed'
  | 'data/unexpected-percent'
  | 'data/fraction-in-count';

function report({ source, findings }: ColumnReading, row: number, code: PlainCode): void {
  findings.add(issue(code, { header: source.header }, source.at(row)));
}

/** What a fraction comes to is not guessed: a spreadsheet may have made a day of it, or it of a day. */
function reportFraction({ source, findings }: ColumnReading, row: number, mayBeDate: boolean): void {
  findings.add(issue('data/fraction-not-percent', { header: source.header, mayBeDate }, source.at(row)));
}

function reportMixed(source: CellColumn, vi: number, en: number, findings: Findings): void {
  const [first, second] = vi < en ? [vi, en] : [en, vi];
  const other = source.at(first);
  const args = { header: source.header, other: other.received ?? '', otherLine: other.position?.line ?? 0 };
  findings.add(issue('data/mixed-numbers', args, source.at(second)));
}
