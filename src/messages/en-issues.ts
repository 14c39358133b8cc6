import { dimensionParts } from './dimension-parts.ts';
import type { Messages } from './messages.ts';
import { capital, isDay, numberText } from './format.ts';
import type {
  AppliedCriteria,
  CaseIdKind,
  ExpectedWord,
  Form,
  IdKind,
  IssueArgs,
  NoResult,
  PersonalKind,
  Portion,
  RuleFault,
  ValueKind,
  YamlFault,
} from './issue.ts';
import { UNIT_LEVELS, cell, counted, listed, place, points, quote, units } from './en-words.ts';
import { unitName } from './unit-name.ts';

/** What can be meant: “A”, “B” or “C”. */
const alternatives = (items: readonly string[]): string =>
  [items.slice(0, -1).join(', '), ...items.slice(-1)].filter((part) => part !== '').join(' or ');

/** What a list of near names adds to a sentence. */
const nearest = (names: readonly string[]): string =>
  names.length === 0 ? '' : ` Did you mean ${alternatives(names.map(quote))}?`;

/** How former units on the earlier side, of the same data or of an earlier result, are compared with units of today. */
const againstFormer = (result: string | null): string =>
  result === null
    ? 'use --lineage vn-2025'
    : `score the data of ${quote(result)} again with --lineage vn-2025, and name that result after --against`;

/** Where a column about the unit can be had, other than from the data. */
const ofRegistry = (a: IssueArgs['usage/unknown-group']): string =>
  [
    a.former === true ? ' What the data say of former units is not carried to the units of today.' : '',
    a.ofRegistry === true ? ' With --units vn-2025 the registry of units gives this column.' : '',
  ].join('');

const ofText = (received: string | null): string => (received === null ? '' : `: ${quote(received)}`);

const list = (items: readonly string[]): string => items.join(', ');

const number = (count: number): string => numberText(String(count), 'en');

const PORTIONS: Readonly<Record<Portion, string>> = { whole: '', part: ' (part)', population: ' (all people)' };

/** What a binary file looks like, and what to do. */
const BINARY: Readonly<Record<IssueArgs['data/binary']['looksLike'], string>> = {
  xlsx: 'This is an Excel workbook (.xlsx), not CSV. Open it in Excel and save it as “CSV UTF-8 (Comma delimited)”.',
  xls: 'This is an old Excel workbook (.xls). Open it in Excel and save it as “Excel Workbook (*.xlsx)”.',
  pdf: 'This is a PDF, not CSV. Ask for the table itself, as Excel (.xlsx) or CSV.',
  html: 'This is a table in a web page (HTML), neither a workbook nor CSV. Open it in Excel and save it as “Excel Workbook (*.xlsx)”.',
  unknown: 'The file holds binary data, not text. An Excel (.xlsx) or CSV file is needed.',
};

/** The words of a formula that may come next. */
const WORDS: Readonly<Record<ExpectedWord, string>> = {
  operand: 'a number, a name or “(”',
  operator: 'an operator (such as + / >= and)',
  name: 'a name',
  end: 'the end',
  '(': '“(”',
  ')': '“)”',
  '[': '“[”',
  ']': '“]”',
  ',': '“,”',
};

const KINDS: Readonly<Record<ValueKind, string>> = {
  number: 'a number',
  condition: 'a condition',
  choice: 'one of several choices',
  'choice-indicator': 'an indicator with choices',
  'whole-number': 'a whole number',
};

/** A dimension: `count`, `percent`, nothing for a bare ratio, else units as in `count/m²`. */
const dimension = (name: string): string => {
  if (name === '') return 'a ratio';
  const { above, below } = dimensionParts(name);
  return [above.map(quantity).join(' times '), ...below.map(quantity)].join(' divided by ');
};

const quantity = (unit: string): string => {
  switch (unit) {
    case 'count':
      return 'a count';
    case 'percent':
      return 'a percentage';
    case '1':
      return 'a number';
    default:
      return quote(unit);
  }
};

/** What is wrong with a unit; in a cases file it has no code. */
const ofUnit = (unit: string, sentence: string): string => (unit === '' ? capital(sentence) : `${unit}: ${sentence}`);

/** How things are written in a criteria file. */
const FORMS: Readonly<Record<Form, string>> = {
  text: 'a text',
  words: 'a text, or { vi: …, en: … }',
  boolean: 'true or false',
  condition: 'a formula, the id of a criterion, or one of all, any, not, at_least … of',
  rule: 'exactly one of test, bands (with on), scale (with on), deduct, parts',
  pair: 'two numbers, [value, points]',
  score: 'a list of criteria for the model count, or a number of points for the others',
  parts: 'a list of conditions, or a map of named conditions',
  list: 'a list with at least one item',
  map: 'keys with values',
  family: 'small letters, digits and hyphens, as in vn-drug-free',
  version: 'letters and digits, as in "2025" or "2.1"',
  'set-id': 'the id of a set, as in vn-drug-free@2025',
  name: 'small letters, digits and underscores, as in use_points',
  'criterion-id': 'an id that begins with a capital, as in I.a',
  'source-id': 'small letters and digits, as in qd28',
  date: 'a date as 2025-08-24',
  'month-day': 'month and day as 12-15',
  year: 'a year as 2025',
  decimal: 'a number with a decimal point, as in 0.5 or 20%',
  amount: 'a number from 0 up with a decimal point, as in 0.5',
  step: 'a number above 0 with a decimal point, as in 0.1',
  'plain-decimal': 'a number with a decimal point and no percent sign, such as 0',
  'whole-number': 'a whole number, 1 or more',
  share: 'a share from 0% to 100%, as in 20%',
  cite: 'a source and a clause, as in qd28 Đ4.k1.a',
  url: 'an address that begins with https://',
  fingerprint: 'the twelve hexadecimal digits that xasach diff shows',
  merge: 'sum, max or any, or { by: …, of: people, bounds: true }',
  cell: 'a number, a text, true, false or null',
  verdict: 'true, false or null',
  'points-range': 'a number of points, { min: …, max: … } or null',
  'one-case': 'either data (with history, if needed) or units',
  expectation: 'at least one of class, candidates, certified, score, states, points',
};

const YAML_FAULTS: Readonly<Record<YamlFault, string>> = {
  indentation: 'The indentation is not right here. Keys of one level begin in the same column.',
  tab: 'A tab cannot indent. Use spaces.',
  'odd-space': 'There is an unusual space here (NBSP), as Word and web pages have them. Put a plain space.',
  'missing-colon': 'This line lacks the colon after the key, or the space after the colon.',
  'open-quote': 'The quote that opens here is never closed. Add the closing quote.',
  'open-bracket': 'The bracket that opens here is never closed. Add the closing bracket.',
  'missing-mark': 'A comma or a closing bracket is missing here. Put texts and formulas in quotes.',
  escape: 'The backslash in this quoted text has no meaning. Use single quotes.',
  alias: 'This alias (*name) has no anchor (&name) before it.',
  tag: 'Tags such as !!str are not used here. Remove it.',
  directive: 'Directives that begin with % are not used here. Remove the line.',
  unexpected: 'This does not belong here. Put texts and formulas in quotes.',
};

const SIZES: Readonly<Record<IssueArgs['criteria/too-large']['of'], string>> = {
  characters: 'characters',
  levels: 'levels',
  values: 'values',
  options: 'options of readings',
};

const ID_KINDS: Readonly<Record<IdKind, string>> = {
  criterion: 'criterion',
  class: 'class',
  source: 'source',
  'rank-key': 'measure or indicator',
};

const CASE_ID_KINDS: Readonly<Record<CaseIdKind, string>> = {
  criterion: 'criterion',
  class: 'class',
  column: 'indicator or column',
  reading: 'reading',
  option: 'reading with the option',
};

const NOT_WRITABLE: Readonly<Record<IssueArgs['file/not-writable']['reason'], (detail: string) => string>> = {
  'no-folder': () => 'The folder of the output file does not exist. Create it, or choose another.',
  'is-folder': () => 'This is a folder. Name a file to write.',
  'no-permission': () => 'You may not write here. Choose another file, or a folder of your own.',
  'no-space': () => 'The disk is full; nothing was written. Free some space, or choose another disk.',
  other: (detail) => `The file cannot be written (${detail}); nothing was written.`,
};

const RULE_FAULTS: Readonly<Record<RuleFault, string>> = {
  'points-needed': 'bands, scale, deduct and parts need points.',
  'mandatory-with-points': 'a mandatory criterion is met or not; it has no points.',
  'weight-needed': 'in the model weighted every criterion with points needs a weight.',
  'weight-without-points': 'a weight without points counts nothing. Add points, or take the weight out.',
  'weights-nothing': 'all weights are 0, so nothing counts. Give at least one criterion a weight above 0.',
  'bands-not-descending': 'bands go from the highest value to the lowest, each value once.',
  'scale-not-ascending': 'the values of a scale ascend, each value once.',
  'points-turn': 'the points of the steps only rise or only fall; they cannot do both.',
  'best-step-not-points': 'the best step must earn exactly the points of the criterion.',
};

const PERSONAL: Readonly<Record<PersonalKind, string>> = {
  name: 'names of persons',
  identity: 'identity card or passport numbers',
  phone: 'phone numbers',
  birth: 'dates of birth',
  address: 'addresses of persons',
};

const NOT_A_WORKBOOK: Readonly<Record<IssueArgs['data/not-a-workbook']['reason'], string>> = {
  'no-zip': 'The file is not an Excel workbook (.xlsx). Open it in Excel and save it as “Excel Workbook (*.xlsx)”.',
  text: 'The file is not an Excel workbook (.xlsx) but text. If it is a CSV file, change its ending to .csv.',
  ods: 'This is an OpenDocument spreadsheet (.ods). Open it in LibreOffice or Excel and save it as “Excel Workbook (*.xlsx)”.',
  'cut-off': 'The file is damaged, or was not downloaded to its end. Download or copy it again.',
  'no-sheet': 'The workbook has no sheet that can be read. Open it in Excel and save it as “Excel Workbook (*.xlsx)”.',
  broken:
    'The workbook is damaged or not in the .xlsx format. Open it in Excel, let Excel repair it, and save it again.',
};

/** How a value is typed, by the type of its indicator. */
const VALUE_OF: Readonly<
  Record<IssueArgs['what-if/not-a-value']['type'], (values: IssueArgs['what-if/not-a-value']['values']) => string>
> = {
  count: () => 'Write a whole number, such as 3.',
  decimal: () => 'Write a number with a decimal point, such as 2.5.',
  percent: () => 'Write a percentage with its sign, such as 80%.',
  boolean: () => 'Write yes or no.',
  choice: (values) => `Write one of these: ${list(values.map(({ id, label }) => `${id} (${label.en})`))}.`,
};

const NO_RESULT: Readonly<Record<NoResult, (detail: string | null) => string>> = {
  'not-json': () => 'This file is not JSON, so it is no result.',
  'bad-json': () => 'The JSON of this file is broken here.',
  'cut-off': () => 'This file is cut off: it ends before its JSON is complete.',
  'other-json': () => 'This file is JSON, but not a result of xasach (its “format” is not “xasach/result@1”).',
  broken: (detail) => `This result is not whole${detail === null ? '' : `: something is wrong at ${detail}`}.`,
};

const appliedText = ({ id, readings }: AppliedCriteria): string => {
  const chosen = Object.entries(readings).map(([reading, option]) => `${reading}=${option}`);
  return chosen.length === 0 ? id : `${id} (${list(chosen)})`;
};

const differenceText = ({ difference, before, after }: IssueArgs['compare/other-criteria']): string => {
  switch (difference) {
    case 'set':
      return `The earlier side was assessed by ${before.id}, this one by ${after.id}.`;
    case 'text':
      return `Both sides were assessed by ${after.id}, but the text of its criteria file has changed since.`;
    case 'readings':
      return `The two sides were assessed under different readings: ${appliedText(before)} and ${appliedText(after)}.`;
    default:
      return difference satisfies never;
  }
};

/** The units a supposed figure does not suit. */
const outside = ({ units: found, total, of }: IssueArgs['what-if/outside-domain']): string => {
  if (of === 1) return units(found, total);
  return total === of ? 'every unit' : `${number(total)} of ${number(of)} units: ${units(found, total)}`;
};

/** Those that are named, and how many there are beside them. */
const withRest = (named: readonly string[], total: number): string =>
  [...named, ...(total > named.length ? [`and ${number(total - named.length)} more`] : [])].join('; ');

/** The units that have figures only for another period, with that period and the line. */
const others = (a: IssueArgs['period/units-of-others']): string => {
  const named = a.units.map((one) => `${unitName(one)}, period ${one.period} (line ${one.line})`);
  return withRest(named, a.total);
};

/** Codes with the names they stand for in two periods. */
const twoNames = (a: IssueArgs['period/other-name']): string => {
  const called = (name: string | null, period: string | null): string =>
    `${quote(name ?? '')}${period === null ? '' : ` in ${period}`}`;
  const named = a.units.map(
    ({ code, name, period, other }) => `${code} is ${called(name, period)}, ${called(other.name, other.period)}`,
  );
  return withRest(named, a.total);
};

/** Units that were added up, with the groups that those below them name. */
const severalGroups = (a: IssueArgs['rollup/several-groups']): string =>
  withRest(
    a.units.map((own) => `${own.unit} (${list(own.groups)})`),
    a.total,
  );

/** What to do about units of before July 2025: a lineage carries them, where there is no unit of today among them. */
const FORMER_UNITS =
  'Where all figures are of former units, add --lineage vn-2025; where only some are, add these up to the units of today.';

/** What is wrong and what to do about it, in English. */
export const enIssues: Messages['issues'] = {
  'number/ambiguous': (a, i) =>
    `${quote(i.received ?? '')} can be read in two ways. Write ${a.whole} if its ${i.received?.includes(',') === true ? 'comma' : 'point'} separates thousands, or ${a.decimal} if it stands before decimals.`,
  'number/marks': (a) =>
    `Numbers here have a point for decimals, no separators of thousands and no spaces. Write ${a.write}.`,
  'formula/unexpected-character': (a) => `The character ${quote(a.character)} has no meaning in a formula.`,
  'formula/wrong-operator': (a) => `Formulas do not use ${quote(a.found)}. Write ${a.write}.`,
  'formula/chained-comparison': (a) => `A comparison has two sides. Write ${a.write}.`,
  'formula/quoted': (a) => `Names and numbers stand without quotes in a formula. Write ${a.write}.`,
  'formula/choice-label': (a) =>
    `${quote(a.label)} is the label of the value ${a.id}. Formulas use the id: write ${a.id}.`,
  'formula/unexpected-token': (a, i) =>
    `${i.received === null ? 'The formula ends too early' : `${quote(i.received)} does not belong here`}; expected ${alternatives(a.expected.map((word) => WORDS[word]))}.`,
  'formula/too-long': (a) => `The formula is longer than ${number(a.limit)} characters. Split it into measures.`,
  'formula/too-deep': (a) => `The formula is nested more than ${a.limit} levels deep. Split it into measures.`,
  'formula/unknown-name': (a) =>
    `There is no indicator, measure, criterion or choice named ${quote(a.name)}.${nearest(a.nearest)}`,
  'formula/choice-value': (a) =>
    `${quote(a.value)} is a value of ${list(a.indicators.map(quote))}. The values of a choice have no order and are no numbers: compare it with ==, != or in, as in ${a.indicators[0] ?? ''} == ${a.value}.`,
  'formula/unknown-function': (a) => `There is no function ${quote(a.name)}. Known functions: ${list(a.known)}.`,
  'formula/wrong-argument-count': (a) =>
    `The function ${quote(a.name)} takes ${a.least === a.most ? '' : 'at least '}${counted(a.least, 'argument', 'arguments')}.`,
  'formula/wrong-type': (a) => `Expected ${KINDS[a.expected]}, found ${KINDS[a.found]}.`,
  'formula/mixed-units': (a) => `${capital(dimension(a.left))} and ${dimension(a.right)} cannot be added or compared.`,
  'formula/percent-needed': (a) => `A percentage is compared with the bare number ${a.number}. Write ${a.number}%.`,
  'formula/division-by-zero': () => 'This divides by zero.',
  'formula/unknown-choice': (a, i) =>
    `${quote(i.received ?? '')} is not a value of ${quote(a.indicator)}. Its values: ${list(a.known)}.`,
  'data/empty-file': () => 'The file is empty. It needs a line of column names and at least one line of figures.',
  'data/binary': (a) => BINARY[a.looksLike],
  'data/not-utf8': (a) =>
    `${a.looksLike === null ? 'This line holds bytes that are not UTF-8' : `The file is in ${a.looksLike}, not in UTF-8`}. Open the file in Excel and save it as “CSV UTF-8 (Comma delimited)”.`,
  'data/encoding': (a) => `The file is encoded in ${a.encoding}, not UTF-8; it was read as such.`,
  'data/legacy-font': (a) =>
    `The texts of this sheet were typed in a font with an encoding of its own (such as VnTime), ${a.encoding}; they were turned into Unicode.`,
  'data/unknown-encoding': (a) =>
    `This line has bytes that are not UTF-8, and reading them as ${list(a.tried)} does not clearly give Vietnamese either. Save the file as “CSV UTF-8”, or name the encoding with --encoding.`,
  'data/undecodable': (a) =>
    `Read as ${a.encoding}, the file gives no Vietnamese. Name the right encoding with --encoding, or save the file as “CSV UTF-8”.`,
  'data/garbled-text': (a, i) =>
    `${quote(i.received ?? '')} is no Vietnamese any more: ${
      a.fault === 'twice'
        ? 'a UTF-8 file was opened in another encoding and saved again (encoded twice)'
        : 'the file was saved in an encoding that lacks these letters, and they are lost'
    }. Open the original file again and save it as “CSV UTF-8” or Excel (.xlsx).`,
  'data/quote-not-closed': () =>
    'The quotation mark that opens here is never closed, so the cells after it cannot be told apart. Close it, or delete it.',
  'data/quote-misplaced': () =>
    'There is a quotation mark inside a cell. Put the whole cell in quotation marks and double those inside (""), or delete it.',
  'data/record-too-long': (a) =>
    `The line is longer than ${number(a.limit)} characters. Check that this is a CSV file.`,
  'data/too-many-columns': (a) =>
    `There are more than ${number(a.limit)} columns. Check the delimiter, or keep only the columns that are needed.`,
  'data/not-a-workbook': (a) => NOT_A_WORKBOOK[a.reason],
  'data/locked-workbook': () =>
    'The workbook is protected by a password and cannot be read. Open it in Excel, remove the password and save it again.',
  'data/workbook-too-large': (a) =>
    `Unpacked, the workbook holds more than ${a.limit} MB, so it was not read. Keep only the sheet with the figures.`,
  'data/sheet-too-large': (a) =>
    `The area with figures has more than ${number(a.limit)} cells. Delete the cells far away from the table, and save again.`,
  'data/unknown-sheet': (a, i) =>
    `The workbook has no sheet ${quote(i.received ?? '')}.${a.nearest.length > 0 ? nearest(a.nearest) : ` Its sheets: ${list(a.sheets.map(quote))}.`}`,
  'data/no-sheets': (_, i) =>
    `This is a text file and has no sheets: --sheet ${quote(i.received ?? '')} does nothing here.`,
  'data/other-sheets': (a) =>
    `The sheet ${quote(a.sheet)} was read; not read: ${list(a.others.map(quote))}. To read another one, use --sheet.`,
  'data/several-data-sheets': (a) =>
    `The workbook has ${a.sheets.length} sheets with figures of units: ${list(a.sheets.map(quote))}; which of them count is not guessed. To read all, add ${a.sheets.map((sheet) => `--sheet "${sheet}"`).join(' ')}; to read one, give --sheet for that one only.`,
  'data/header-elsewhere': (a) => `The sheet ${quote(a.sheet)} has these column names: add --sheet "${a.sheet}".`,
  'data/header-hidden': (a) =>
    `The hidden ${a.sheets.length === 1 ? 'sheet' : 'sheets'} ${list(a.sheets.map(quote))} ${a.sheets.length === 1 ? 'has' : 'have'} these column names. Unhide ${a.sheets.length === 1 ? 'it' : 'them'} in Excel and see whether these are the right figures; if so, add ${a.sheets.map((sheet) => `--sheet "${sheet}"`).join(' or ')}.`,
  'data/rows-above-header': (a) =>
    a.rows === 1 ? 'The row above the header was not read.' : `The ${a.rows} rows above the header were not read.`,
  'data/unit-above-header': (a) =>
    `Row ${a.line} looks like a row of figures (${a.unit.code}${a.unit.name === null ? '' : `, ${a.unit.name}`}) but stands above the column names and was not read. Move it below them.`,
  'data/qualified-column': (a) =>
    `This column is named like ${quote(a.column.en)}, but “(${a.added})” may make its figures others, so it was not read. If these are the figures that are needed, leave out the parentheses or name the column with --map.`,
  'data/other-measure': (a, i) =>
    `The figures are in ${quote(i.received ?? '')}, which is not the unit of ${quote(a.column.en)}${a.needed === null ? '' : ` (needed: ${a.needed.en})`}. Nothing is converted: convert the figures and change the name of the unit.`,
  'data/merged-figures': (a) =>
    `The cells ${a.range} are merged; the figure counts for row ${a.line} alone. Unmerge them and write a figure in each row.`,
  'data/merged-across': (a) =>
    `The cells ${a.range} are merged; the figure counts for ${quote(a.column.en)} alone, and ${list(a.others.map(({ en }) => quote(en)))} ${a.others.length === 1 ? 'is' : 'are'} missing. Unmerge them and write a figure in each column.`,
  'data/unknown-subheadings': (a) =>
    `This row looks like a second row of the header (${list(a.titles.map(quote))}), but which column is which indicator is not known. Write the full name of each column in one row and take this row out; “xasach template” makes a file to fill in.`,
  'data/header-repeated': (a) =>
    a.rows === 1
      ? 'This row repeats the header and was not read.'
      : `The ${a.rows} rows from here on that repeat the header were not read.`,
  'data/headings-ignored': (a, i) =>
    a.rows === 1
      ? `This row is the heading of a group (a district, a cluster) and no unit${ofText(i.received)}.`
      : `${a.rows} rows from here on are headings of groups (districts, clusters) and no units${ofText(i.received)}.`,
  'data/figures-without-code': (a) =>
    `${a.total === 1 ? 'This row has' : `${number(a.total)} rows from here on have`} figures but no code of a unit, and they are not the sums of the units below, so they are not counted: ${list(a.names.map(quote))}${a.total > a.names.length ? ', …' : ''}. If it is a unit, give its code; if not, delete the figures of the row.`,
  'data/summaries-ignored': (a) =>
    a.rows === 1
      ? 'This row gives a running total, a rate or a mean over all units and is no unit.'
      : `${a.rows} rows from here on give running totals, rates or means over all units and are no units.`,
  'data/notes-ignored': (a) =>
    a.rows === 1 ? 'This note was not read.' : `The ${a.rows} rows of notes from here on were not read.`,
  'data/no-header': (a) =>
    `No column name in the first line is known. The first line must name the columns, among them: ${list(a.expected)}. Their Vietnamese names will do as well; “xasach template” makes a file that has all names.`,
  'data/no-rows': () =>
    'There is no row of figures. Each unit needs one; in a file, write one line for each unit under the header.',
  'data/missing-columns': (a) =>
    [
      a.columns.length === 1 ? 'A required column is missing:' : `${a.columns.length} required columns are missing:`,
      ...listed(a.columns.map(({ id, label }) => `${id} (${label.en})`)),
      `Add ${a.columns.length === 1 ? 'it' : 'them'}; leave a cell blank where there is no figure. “xasach template” makes a file that has all columns.`,
      ...(a.named === true && a.columns.some(({ id }) => id === 'code')
        ? ['Where units have names alone, add --units vn-2025: their codes are looked up in the registry by name.']
        : []),
      ...(a.unused === true
        ? [
            'If one of the columns that are not used holds the figures, give it the name above, or say in a file what it means (--map).',
          ]
        : []),
    ].join('\n'),
  'data/left-out': (a) =>
    [
      a.columns.length === 1
        ? 'No row has this indicator; it counts as missing, not as zero:'
        : `No row has these ${a.columns.length} indicators; they count as missing, not as zero:`,
      ...listed(a.columns.map(({ id, label }) => `${id} (${label.en})`)),
    ].join('\n'),
  'data/unknown-column': (a, i) =>
    `The column ${quote(i.received ?? '')} is not known.${nearest(a.nearest)} Correct the column name${i.severity === 'error' && a.nearest.length > 0 ? '' : ' or delete the column'}.`,
  'data/ignored-column': (_, i) =>
    i.received === ''
      ? 'A column without a name is not used.'
      : `The criteria do not use the column ${quote(i.received ?? '')}; it is ignored.`,
  'data/column-of-periods': (a, i) =>
    `${i.received === '' ? 'A column without a name' : `The column ${quote(i.received ?? '')}`} is not used, but its cells are nothing but years or periods: ${list(a.periods)}. If that is the period of the figures, they are being counted for another one: call the column “Period”. If not, list its name under ignore in the --map file.`,
  'data/duplicate-column': (a, i) =>
    `The column ${quote(i.received ?? '')} and column number ${a.first} (${quote(a.firstHeader)}) are both ${quote(a.id)}. Keep only one.`,
  'data/too-few-fields': (a) =>
    `The line has ${counted(a.found, 'cell', 'cells')}, the header ${a.expected}. Check whether the line is broken or a cell is missing.`,
  'data/too-many-fields': (a) =>
    `The line has ${counted(a.found, 'cell', 'cells')}, the header only ${a.expected}. A cell that contains the delimiter must be in quotation marks.`,
  'data/not-a-number': (a, i) =>
    `${cell(a.header, i)} is not a number. Write a number, or leave the cell blank where there is no figure.`,
  'data/none-not-number': (a, i) =>
    `${cell(a.header, i)} is not a number. Write 0 if it was counted and there was none; leave it blank if there is no figure.`,
  'data/date-not-number': (a, i) =>
    `${cell(a.header, i)} is a date, not a number; Excel may have changed it. Format the cell as Number and write the figure again.`,
  'data/number-as-date': (a, i) =>
    `${cell(a.header, i)} is a small number shown as a date: the cell is formatted as a date. Format it as Number in Excel, and see that the right figure shows.`,
  'data/time-not-number': (a, i) =>
    `${cell(a.header, i)} is a time, not a number: the cell is formatted as a time. Format it as Number in Excel; if the right figure does not show, write it again.`,
  'data/full-width-digits': (a, i) =>
    `${cell(a.header, i)} is written in full-width digits, which a Chinese, Japanese or Korean keyboard types. Write ${a.plain} in its place.`,
  'data/imprecise-number': (a, i) =>
    `${cell(a.header, i)} is larger than numbers are exact (2^53); it was read as ${numberText(a.value, 'en')} and may have lost digits. Give it as text.`,
  'data/fraction-not-percent': (a, i) =>
    `${cell(a.header, i)} looks like a fraction${a.mayBeDate ? ' or a date' : ''}, not a percentage. ${a.mayBeDate ? 'Look it up where it comes from; if it is a fraction, work' : 'Work'} it out and write it with the percent sign, such as 12.5%.`,
  'data/scientific-number': (a, i) =>
    `${cell(a.header, i)} is in scientific notation; it was read as ${numberText(a.value, 'en')} and may have lost digits. Format the cell as a plain number and save again.`,
  'data/number-too-long': (a, i) => `${cell(a.header, i)} has more than ${a.limit} digits. Check the number.`,
  'data/fraction-in-count': (a, i) =>
    `${cell(a.header, i)} has a fraction, but the column counts. Write a whole number.`,
  'data/negative-number': (a, i) =>
    `${cell(a.header, i)} is negative. Expected 0 or more; leave the cell blank where there is no figure.`,
  'data/refused-by': (a) =>
    `${a.set} does not take these figures, and units are compared only by figures that both sets take. What it asks for follows.`,
  'data/below-minimum': (a, i) =>
    `${cell(a.header, i)} is below the least possible value, ${numberText(a.minimum, 'en')}. Check it, or leave the cell blank where there is no figure.`,
  'data/above-maximum': (a, i) =>
    `${cell(a.header, i)} is above the greatest possible value, ${numberText(a.maximum, 'en')}. Check it.`,
  'data/percent-needed': (a, i) =>
    `${cell(a.header, i)} has no percent sign. Write it with the sign, such as 12.5%, so that it cannot be taken for a ratio.`,
  'data/unexpected-percent': (a, i) =>
    `${cell(a.header, i)} has a percent sign, but the column is not a percentage. Write a number.`,
  'data/ambiguous-numbers': (a, i) =>
    `${cell(a.header, i)} can be read in Vietnamese style (1.234,5) or in English style (1,234.5), and no cell of the column tells which. Say which with --numbers vi or --numbers en.`,
  'data/mixed-numbers': (a, i) =>
    `${cell(a.header, i)} and ${quote(a.other)} on line ${a.otherLine} are written in two different styles. Use one for the whole column: 1.234,5 or 1,234.5.`,
  'data/not-a-boolean': (a, i) =>
    `${cell(a.header, i)} is neither yes nor no. Write “yes” or “no”, or leave the cell blank if it is not known.`,
  'data/unknown-choice': (a, i) =>
    `${cell(a.header, i)} is not a value of the column.${nearest(a.nearest)} Its values: ${list(a.values.map((value) => `${value.id} (${value.label.en})`))}.`,
  'data/spreadsheet-error': (a, i) =>
    `${cell(a.header, i)} is an error of the spreadsheet (a broken formula, or a column too narrow). Mend the cell there and save again.`,
  'data/formula-not-calculated': (a, i) =>
    `${cell(a.header, i)} is a formula without its result. Open the file in Excel, let it calculate, and save.`,
  'data/formula-as-text': (a, i) =>
    `${cell(a.header, i)} is text that begins with “=” and no formula, so Excel does not calculate it. Set the format of the cell to General and type the formula again, or type the number itself.`,
  'data/totals-differ': (a, i) =>
    `Column ${quote(a.header)}: the totals row says ${quote(i.received ?? '')}, but the units add up to ${numberText(a.sum, 'en')}${a.missing === 0 ? '' : ` (${a.missing === 1 ? 'one unit has' : `${number(a.missing)} units have`} no figure)`}. Check which one is wrong.`,
  'data/personal-column': (a) =>
    `Column ${quote(a.header)} ${a.by === 'header' ? 'seems to hold' : 'has cells that look like'} ${PERSONAL[a.kind]}. Only counts are needed here, and no personal data is accepted: delete the column from the file.`,
  'data/not-a-row': (a) => `This row is of type ${a.found}; every row must be an object { column: value }.`,
  'data/unsupported-value': (a) =>
    `${quote(a.header)}: a value of type ${a.found} cannot be read. Expected a string, a number, a boolean, or null where there is no figure.`,
  'data/lost-letters': (a, i) =>
    `${cell(a.header, i)} has a “?” in place of a letter; letters with marks were probably lost when the file was saved. Correct the name, or save the original file as “CSV UTF-8”.`,
  'data/missing-code': (a) => `Column ${quote(a.header)}: the row has no unit code. Write the code of the unit.`,
  'data/not-a-code': (a, i) =>
    `${cell(a.header, i)} is not the code of a unit; the other codes are numbers, such as ${a.like}. ${
      a.meant === null
        ? 'If this is a unit, write its code; if it is a row of totals or a note, take the row out of the table.'
        : `The code is probably ${a.meant}: format the cell as text, and write that code in the column of codes and the name in the column of names.`
    }`,
  'data/code-mended': (a, i) =>
    a.name === null
      ? `${cell(a.header, i)} was read as the code ${a.code}. Format the column of codes as text and write nothing but the digits of the code.`
      : `${cell(a.header, i)} was read as the code ${a.code} and the name ${quote(a.name)}. Write codes and names in two columns.`,
  'data/names-for-codes': (a, i) =>
    `The column of codes holds words instead of codes, such as ${quote(i.received ?? '')} (${counted(a.rows, 'row', 'rows')}). Put the codes of the units into it, and the names into the column of names.`,
  'data/odd-code': (a, i) =>
    `The code ${quote(i.received ?? '')} does not have ${a.digits} digits, as codes of communes have and most others here do. Check it: the unit may count twice or be joined with another.`,
  'data/short-codes': (a, i) =>
    `Codes of communes have ${a.digits} digits, but every code here is shorter, such as ${quote(i.received ?? '')}: the zeros in front may be lost. Format the column of codes as text and write them in full, as ${a.code}.`,
  'data/missing-period': (a) => `Column ${quote(a.header)}: the cell is blank. Write the year, as in 2025.`,
  'data/not-a-period': (a, i) => `${cell(a.header, i)} is not a period. Write the year, as in 2025.`,
  'data/leading-zero-restored': (a, i) =>
    `Column ${quote(a.header)}: the code ${quote(i.received ?? '')} has lost its leading zero and was read as ${quote(a.code)}. Format the column of codes as text.`,
  'data/duplicate-unit': (a) =>
    a.names === undefined
      ? `Unit ${a.code}${a.period === null ? '' : ` for period ${a.period}`} is already on line ${a.firstLine}. Keep one line for each unit${a.period === null ? '' : ' and period'}.`
      : `The code ${a.code}${a.period === null ? '' : ` for period ${a.period}`} is already on line ${a.firstLine}, for another unit: ${quote(a.names[0])} there, ${quote(a.names[1])} here. One of the two codes is wrong: correct it, and keep both lines.`,
  'data/same-name': (a, i) =>
    `The unit ${quote(i.received ?? '')} has two codes: ${a.code} here, ${a.other} in ${place(a.otherAt)}. In one place no two units have the same name; if it is one unit, it counts twice. Check the codes.`,
  'data/missing-cell': (a) =>
    `${unitName(a.unit)}${a.period === null ? '' : `, period ${a.period}`}: no figure for “${a.indicator.en}”.`,
  'data/more-of-the-same': (a) =>
    `${counted(a.more, 'more problem', 'more problems')} of the same kind (${a.code}) ${a.more === 1 ? 'is' : 'are'} not listed; ${number(a.total)} in all.`,
  'data/unknown-indicator': (a, i) =>
    `The criteria have no indicator ${quote(i.received ?? '')}.${nearest(a.nearest)} Correct its name or remove the row.`,
  'data/figure-twice': (a, i) =>
    `Unit ${a.unit}, indicator ${quote(a.indicator)}: ${quote(i.received ?? '')} here, ${quote(a.other)} on line ${a.otherLine}. Keep the right one.`,
  'join/conflict': (a, i) =>
    `Unit ${a.unit}, ${quote(a.indicator.en)}: ${quote(i.received ?? '')} here, ${quote(a.other)} in ${place(a.otherAt)}. Make the two agree.`,
  'join/unit-differs': (a, i) =>
    `Unit ${a.unit}, ${quote(a.column.en)}: ${quote(i.received ?? '')} here, ${quote(a.other)} in ${place(a.otherAt)}. Check that both mean the same unit.`,
  'join/units-absent': (a) =>
    `${a.total === 1 ? 'One unit that other files have is' : `${number(a.total)} units that other files have are`} not in this one, so figures are missing: ${units(a.units, a.total)}.`,
  'join/period-needed': (a) =>
    `This file names no period, and the other files have several (${list(a.periods)}). Add the column “period”.`,
  'boundaries/not-json': () => 'The file of boundaries is not valid JSON. It has to be GeoJSON or TopoJSON.',
  'boundaries/no-areas': () =>
    'The file of boundaries holds nothing that can be read. It has to be GeoJSON (FeatureCollection) or TopoJSON (Topology).',
  'boundaries/no-codes': (a) =>
    `Nothing in the file of boundaries has the code of a unit. Put it into one of the properties ${list(a.known)}, or into id.`,
  'boundaries/bad-outline': (_, i) =>
    `The boundary of ${quote(i.received ?? '')} is not a valid Polygon or MultiPolygon. Mend it, or write "geometry": null where there is none.`,
  'boundaries/lacks-units': (a) =>
    `The file of boundaries lacks ${number(a.lacking)} of ${number(a.of)} units: ${list(a.units)}${a.lacking > a.units.length ? ` and ${number(a.lacking - a.units.length)} more` : ''}. Add what is lacking; for a unit without a boundary write "geometry": null.`,
  'map/empty-file': () => 'The column map is empty. It needs headers: { "Header in the file": column_id }.',
  'map/unknown-column': (a, i) => `No column or indicator has the id ${quote(i.received ?? '')}.${nearest(a.nearest)}`,
  'map/header-twice': (a) => `The header ${quote(a.header)} is already on line ${a.line}. Keep one.`,
  'map/unused-header': (a, i) =>
    `No data file has a column ${quote(i.received ?? '')}.${nearest(a.nearest) || ' Check the name of the column in the --map file.'}`,
  'map/unused-file': (_, i) => `The name of no data file fits ${quote(i.received ?? '')}. Check the name of the file.`,
  'registry/missing-columns': (a) =>
    `Missing: ${list(a.columns.map(({ id, label }) => `${id} (${label.en})`))}. The first line must name ${a.columns.length === 1 ? 'this column' : 'these columns'}.`,
  'registry/missing-name': (a) => `Unit ${a.code} of the registry has no name. Write its name.`,
  'registry/unknown-unit': (a, i) =>
    `The registry has no unit ${quote(i.received ?? '')}${a.name === null ? '' : ` (${a.name})`}.${a.named === null ? ` Check the code, and that the registry is of the right date. ${FORMER_UNITS}` : ` The unit of that name has the code ${a.named.code}.`}`,
  'registry/name-differs': (a, i) =>
    `The registry calls ${a.code} ${quote(a.name)}, the file calls it ${quote(i.received ?? '')}${a.named === null ? '' : ` (which is ${a.named.code})`}. Correct the code or the name. ${FORMER_UNITS}`,
  'registry/province-differs': (a, i) =>
    `The registry has unit ${a.unit} in ${a.province}, the file in ${quote(i.received ?? '')}. Check the code and the province.`,
  'registry/unknown-province': (a, i) =>
    `The registry has no province ${quote(i.received ?? '')}.${nearest(a.nearest)}`,
  'registry/unknown-name': (a, i) =>
    `The registry has no unit named ${quote(i.received ?? '')}.${nearest(a.nearest.map(unitName))} Correct the name, or write the code.`,
  'registry/ambiguous-name': (a, i) =>
    `${quote(i.received ?? '')} may be any of ${number(a.total)} units: ${units(a.units, a.total)}. Write the name with its marks, the province, or the code.`,
  'registry/other-type': (a, i) =>
    `The registry has no ${quote(i.received ?? '')}, only ${quote(a.name)} (${a.code}), which was taken. Check that this is the unit that is meant, and correct the name.`,
  'registry/no-identity': () => 'The row has neither the code nor the name of a unit. Write one of them.',
  'registry/units-missing': (a) =>
    `${a.province === null ? '' : `${a.province}: `}${number(a.total)} of the registry's ${number(a.of)} units ${a.total === 1 ? 'is' : 'are'} missing${a.period === null ? '' : ` in period ${a.period}`}: ${units(a.units, a.total)}.`,
  'lineage/unknown-share': (a, i) =>
    `Found ${quote(i.received ?? '')}; the column share holds one of ${list(a.known)}.`,
  'lineage/pair-twice': (a) => `The pair ${a.old} → ${a.new} is already on line ${a.firstLine}. Keep one.`,
  'lineage/unknown-unit': (_, i) =>
    `The lineage has no former unit ${quote(i.received ?? '')}. Check the code, and that the figures are of former units.`,
  'lineage/units-mixed': (a, i) =>
    `${quote(i.received ?? '')} (${a.code}) is a unit of today, but ${unitName(a.former)} in ${place(a.formerAt)} is one of before July 2025. With or without --lineage, the figures of a period must be of one or the other: add those of the former units up to the units of today and leave out --lineage, or write the former units in place of this one.`,
  'lineage/name-differs': (a, i) =>
    `The lineage calls the former unit ${a.code} ${quote(a.name)}, the file calls it ${quote(i.received ?? '')}. Figures of today's units need no lineage.`,
  'lineage/units-absent': (a) =>
    `${unitName(a.unit)}: ${a.total} of the former units it was made from ${a.total === 1 ? 'has' : 'have'} no figures, so its own figures cannot be worked out: ${units(a.units, a.total)}.`,
  'lineage/group-differs': (a) =>
    `Column ${quote(a.column.en)} is left blank for ${counted(a.total, 'unit', 'units')}, as the former units differ: ${units(a.units, a.total)}.`,
  'lineage/not-mergeable': (a) =>
    `The criteria do not say how these indicators merge: ${list(a.indicators.map((label) => label.en))}. They count as missing where several former units became one.`,
  'lineage/merged': (a) =>
    `${unitName(a.unit)} ← ${list(a.from.map((old) => `${unitName(old)}${PORTIONS[old.portion]}`))}.`,
  'lineage/merged-units': (a) =>
    `Figures of ${counted(a.former, 'former unit', 'former units')} were carried to ${counted(a.units, 'unit', 'units')} of today; xasach check lists each.`,
  'formula/gate-form': () =>
    'Points are compared with a number or a share, in the conditions of classes: score >= 80%, score >= 70, points(A) >= 50%.',
  'formula/period-count': (a) => `The first argument of last is a whole number of periods from 1 to ${a.most}.`,
  'data/check-failed': (a) => ofUnit(a.unit, `${a.message.en} Expected: ${a.rule}.`),
  'data/division-by-zero': (a) =>
    ofUnit(
      a.unit,
      `something is divided by zero (${list(a.indicators)}). The total must not be 0 while a part of it is not.`,
    ),
  'data/no-sound-filling': (a) =>
    ofUnit(
      a.unit,
      'whatever stands in the empty cells of this row, its figures contradict a data check. Correct the figures that are there.',
    ),
  'formula/too-many-cases': (a) =>
    `min, max and abs together make more than ${number(a.limit)} cases. Split the formula.`,
  'formula/too-many-terms': (a) =>
    `Multiplied out, the formula has more than ${number(a.limit)} terms. Multiply fewer sums with each other.`,
  'criteria/empty-file': () => 'The criteria file is empty.',
  'criteria/too-large': (a) =>
    `A criteria file has at most ${number(a.limit)} ${SIZES[a.of]}; this one has more. Split it.`,
  'criteria/several-documents': () => 'A second document begins here. One file holds one set: remove the line ---.',
  'criteria/yaml-syntax': (a) => YAML_FAULTS[a.fault],
  'criteria/duplicate-key': (a) => `The key ${quote(a.key)} is already on line ${a.line}. Keep one of them.`,
  'criteria/forbidden-key': (a) => `${quote(a.key)} cannot be a key. Use another name.`,
  'criteria/key-not-text': () => 'A key must be plain text. Put it in quotes.',
  'criteria/key-without-value': (a) =>
    `The key ${quote(a.key)} has no value. Write a value after a colon, or remove it.`,
  'criteria/tight-colon': (a) => `A space must follow the colon. Write ${a.write}.`,
  'criteria/cut-by-comma': (a) =>
    `A comma ended the value${a.key === null ? '' : ` of ${quote(a.key)}`} too early. Put the whole value in quotes: "${a.whole}".`,
  'criteria/unknown-key': (a) =>
    `The key ${quote(a.key)} is not known here.${a.nearest.length > 0 ? nearest(a.nearest) : ` Known keys: ${list(a.known)}.`}`,
  'criteria/missing-key': (a) => `The key ${quote(a.key)} is missing. Add it.`,
  'criteria/wrong-form': (a, i) =>
    `Found ${i.received === null ? 'nothing' : quote(i.received)}; expected ${FORMS[a.expected]}.`,
  'criteria/unknown-value': (a, i) =>
    `Found ${i.received === null ? 'nothing' : quote(i.received)}; expected one of ${list(a.known)}.${nearest(a.nearest)}`,
  'criteria/unknown-id': (a) => `There is no ${ID_KINDS[a.kind]} ${quote(a.id)} in this file.${nearest(a.nearest)}`,
  'criteria/cite-without-source': (a) =>
    `${quote(a.clause)} does not say of which source. Write the id of the source first, as in ${a.known[0] ?? 'qd28'} ${a.clause}.`,
  'criteria/name-taken': (a) =>
    `The name ${quote(a.name)} is already used on line ${a.line}. Formulas could not tell the two apart: rename one.`,
  'criteria/reserved-name': (a) => `${quote(a.name)} is a word of the formula language. Choose another name.`,
  'criteria/cycle': (a) =>
    `${a.of === 'criteria' ? 'Criteria' : 'Measures'} refer to each other in a circle: ${a.cycle.join(' → ')}. Break it at one of them.`,
  'criteria/measure-too-large': (a) =>
    `With all measures it refers to, ${quote(a.measure)} has more than ${number(a.limit)} parts. Make it simpler.`,
  'criteria/too-deep': (a) =>
    `With all ${a.of} it refers to, ${quote(a.id)} is more than ${a.limit} levels deep. Chain fewer of them.`,
  'criteria/too-many-values': (a) =>
    `The choice ${quote(a.indicator)} has more than ${a.limit} values. Keep those that criteria tell apart.`,
  'criteria/too-many-classes': (a) => `A set has at most ${a.limit} classes, and this is one more. Remove some.`,
  'criteria/rule-fault': (a) => `${quote(a.criterion)}: ${RULE_FAULTS[a.fault]}`,
  'criteria/points-do-not-sum': (a) =>
    `${a.of === 'score' ? 'The criteria' : `The parts of ${quote(a.of)}`} have ${points(a.sum)} together, but ${a.points} ${a.points === '1' ? 'is' : 'are'} stated. Bonus points do not count here.`,
  'criteria/no-points-to-ask': (a) =>
    a.of === 'score'
      ? `The class ${quote(a.class)} asks for the score, but no criterion of this set earns points. Ask for criteria instead, as in “at_least: 2, of: [A, B, C]”, or give them points (score: { model: points }).`
      : `The class ${quote(a.class)} asks for the points of ${quote(a.of)}, which earns none. Ask for the criterion itself, or give it points.`,
  'criteria/own-identity': (a) =>
    `A set that extends ${quote(a.base)} is another set and must say so itself, or its results would pass for those of ${quote(a.base)}. Give it its own ${list(a.keys)}. To try changes without a set of your own, use --overlay.`,
  'criteria/base-missing': (a) => `This set extends ${quote(a.id)}, which was not given with it.`,
  'criteria/base-not-found': (a) =>
    `This set ${a.rollsUp ? 'rolls up the units of' : 'extends'} ${quote(a.id)}, which was not found: not as ${quote(a.file)}, not in any other .yaml file of that folder, and not among the sets that come with xasach.${nearest(a.nearest)}`,
  'criteria/no-class-holds': (a) =>
    ofUnit(
      a.unit,
      `no class of ${a.set} holds for these figures. The figures may be right: the criteria need a last class with “when: otherwise”.`,
    ),
  'criteria/extends-itself': (a) =>
    a.ids.length === 2
      ? `This file calls itself ${a.ids[0] ?? ''}, as the set it extends is called: it would extend itself. Give it a “family:” or “version:” of its own.`
      : `These sets extend each other in a circle: ${a.ids.join(' → ')}. One of them must stand for itself, or extend a set outside the circle.`,
  'criteria/rolled-up-in-circle': (a) =>
    `A set cannot roll up its own units: ${a.ids.join(' → ')}. Name a set of smaller units in “from”.`,
  'criteria/rank-by-no-number': (a) =>
    `Units cannot be ranked by ${quote(a.indicator)}, which is of type ${a.type}. Rank by a number: a count, a decimal, a percent or a measure.`,
  'criteria/word-misfit': (a, i) =>
    a.type === 'boolean' || a.type === 'choice'
      ? `${quote(a.word)} cannot stand for ${i.received ?? ''}: ${quote(a.indicator)}, of type ${a.type}, holds no numbers.`
      : `${quote(a.word)} cannot stand for ${i.received ?? ''}: ${quote(a.indicator)} is of type ${a.type}. ${VALUE_OF[a.type]([])}`,
  'criteria/counted-twice': (a) =>
    `The criterion ${quote(a.criterion)} is listed twice here and would count twice. Name it once.`,
  'criteria/rollup-form': (a) =>
    `The roll-up of ${quote(a.indicator)} does not fit its type ${a.type}. Write sum(x), sum(x, condition), min(x) or max(x) for a number, where neither x nor a measure in it divides, count(condition) for a count, share(condition) for a percent, any(condition) or all(condition) for yes or no.`,
  'criteria/rollup-not-whole': (a) =>
    `${quote(a.indicator)} is a count, but ${quote(a.of)} of the units below need not be whole. Give the indicator the type decimal, or roll up counts.`,
  'criteria/at-least-too-many': (a) =>
    `At least ${a.count} are asked for, but only ${a.of} ${a.of === 1 ? 'is' : 'are'} listed: this can never hold.`,
  'criteria/after-otherwise': (a) =>
    `The class ${quote(a.class)} stands after “otherwise” and is never reached. Move it up.`,
  'criteria/values-misplaced': (a) =>
    a.type === 'choice'
      ? `The choice ${quote(a.indicator)} has no values. List at least two under values.`
      : `Only a choice has values; ${quote(a.indicator)} is of type ${a.type}.`,
  'criteria/merge-misplaced': (a) =>
    `The indicator ${quote(a.indicator)} is of type ${a.type} and does not merge by ${a.merge}. It can merge by ${list(a.known)}.`,
  'criteria/ends-reversed': (a) =>
    `${a.from} ${isDay(a.from) ? 'comes after' : 'is greater than'} ${a.to}. Exchange the two.`,
  'criteria/patch-hits-nothing': (a) =>
    `There is no ${quote(a.key)} here to change.${a.under === null ? nearest(a.nearest) : ` Put it under “${a.under}:”.`}`,
  'criteria/parts-gone': (a) =>
    `${a.place} takes ${list(a.keys.map(quote))} out of this, which has no such part. Write it in parts with these keys, as the set that it changes does, or change ${a.place} as well.`,
  'criteria/removed-but-named': (a) =>
    `This takes out ${quote(a.id)}, but it is still named at ${list(a.places)}. Change what names it as well, or leave it in.`,
  'criteria/more-issues': (a) =>
    `At least ${counted(a.more, 'more problem is', 'more problems are')} not shown. Mend these first.`,
  'criteria/file-ending': () => 'A criteria file must end in .yaml or .yml.',
  'criteria/bad-set-id': (_, i) =>
    `${quote(i.received ?? '')} is not the id of a criteria set. Expected family or family@version, as in vn-drug-free@2025.`,
  'criteria/unknown-set': (a) =>
    `There is no criteria set ${quote(a.id)}.${a.nearest.length > 0 ? nearest(a.nearest) : ` Known sets: ${list(a.known)}.`}`,
  'criteria/set-twice': (a) =>
    `The criteria set ${quote(a.id)} is in more than one file: ${list(a.files)}. Name the file instead.`,
  'lint/unused-indicator': (a) =>
    `Nothing uses the indicator ${quote(a.indicator)}: offices would gather a figure for nothing. Use it or delete it.`,
  'lint/unused-measure': (a) => `Nothing uses the measure ${quote(a.measure)}. Use it or delete it.`,
  'lint/unused-source': (a) => `Nothing cites the document ${quote(a.source)}. Cite it where it applies, or delete it.`,
  'lint/unused-criterion': (a) =>
    `The criterion ${quote(a.criterion)} decides nothing: no class, no other criterion and no points depend on it.`,
  'lint/idle-option': (a) =>
    `In the reading ${quote(a.reading)}, the option ${quote(a.option)} changes nothing: it leads to the same criteria as ${quote(a.same)}.`,
  'lint/bands-gap': (a) =>
    `There is a gap between the bands of ${quote(a.low)} and ${quote(a.high)}: ${a.values} is in neither. Make one band begin where the other ends.`,
  'lint/bands-overlap': (a) =>
    `The bands of ${quote(a.low)} and ${quote(a.high)} overlap: ${a.values} is in both. Only one of them should take the value.`,
  'lint/band-unreachable': (a) =>
    `No data reaches the band from ${a.from} of ${quote(a.criterion)}, given the limits of the indicators and the data checks.`,
  'lint/ratio-beyond-one': (a) =>
    `${quote(a.ratio)} is compared with ${a.number}, which is ${numberText(a.percent, 'en')}%. If a share is meant, write ${a.number}%.`,
  'lint/points-below-one': (a) =>
    `${quote(a.points)} is compared with ${a.number} points of ${numberText(a.of, 'en')}. If a share is meant, write ${a.percent}%.`,
  'lint/divides-by-zero': (a) =>
    `The divisor ${quote(a.divisor)} is zero for all sound data: this division never gives a number. Correct the formula.`,
  'lint/checks-contradict': () =>
    'No data can satisfy all the data checks together with the limits of the indicators: every row would be refused.',
  'lint/checks-dropped': (a) =>
    `This list stands in place of the checks of ${a.base}: ${list(a.rules.map(quote))} ${a.rules.length === 1 ? 'is' : 'are'} no longer checked. Write here what is still to hold; leave out what is to go.`,
  'lint/class-unreachable': (a) =>
    `No data can reach the class ${quote(a.class)}: its condition can never hold where no class before it does. Check the thresholds and the order of the classes.`,
  'lint/no-class': () =>
    'Some sound data is in no class. Widen a condition, or add a last class with “when: otherwise”.',
  'lint/never-passes': (a) =>
    `No sound data can meet the criterion ${quote(a.criterion)}. Check its thresholds against the limits of the indicators.`,
  'lint/never-fails': (a) =>
    `All sound data meets the criterion ${quote(a.criterion)}: it tests nothing. Check its thresholds.`,
  'lint/unproved': (a) => {
    switch (a.of) {
      case 'class':
        return `It could not be proved whether data can reach the class ${quote(a.id)}. Add a case that does.`;
      case 'criterion':
        return `It could not be proved whether the criterion ${quote(a.id)} can be both met and not met. Add a case of each.`;
      case 'all':
        return 'It could not be proved that all data is in some class. A last class with “when: otherwise” makes it sure.';
      default:
        return a.of satisfies never;
    }
  },
  'lint/clause-form': (a) =>
    `${quote(a.clause)} begins with a D and is not read as an article. Write Đ, for “Điều”: ${a.write}.`,
  'lint/idle-points': (a) =>
    `${quote(a.criterion)} has points, but the set ${a.counts ? 'counts criteria and adds no points up' : 'has no “score:” that adds them up'}. ${a.counts ? 'Write' : 'Add'} score: { model: points, of: 100 }, or leave the points out.`,
  'lint/missing-cite': (a) =>
    `The criterion ${quote(a.criterion)} does not say which clause it comes from. Add “cite: source clause”.`,
  'lint/target-without-cite': (a) =>
    `The target for ${a.until} does not say where it comes from. Add “cite: source clause”.`,
  'lint/missing-translation': (_, i) => `${quote(i.received ?? '')} stands for both languages. Write { vi: …, en: … }.`,
  'lint/missing-provider': (a) =>
    `The indicator ${quote(a.indicator)} does not say which office owes the figure. Add “provider:”.`,
  'lint/partial-without-missing': () => 'The set is partial but does not say what it lacks. Add a list “missing:”.',
  'lint/in-force-without-cases': (a) =>
    `The set is in force but has no cases. Put a file of cases for ${a.set} beside it.`,
  'lint/retired-without-end': () => 'The set is retired but has no last day. Add “to:” to “effective:”.',
  'lint/was-unknown': (a) =>
    a.earlier === null
      ? `${quote(a.id)} says it continues ${quote(a.was)}, but there is no earlier version of this family at hand.`
      : `${quote(a.id)} says it continues ${quote(a.was)}, but ${a.earlier} has nothing of that id.${nearest(a.nearest)}`,
  'lint/versions-overlap': (a) =>
    `${a.other} is in force at the same time (from ${a.from} ${a.to === null ? 'on' : `to ${a.to}`}): for some days two versions would hold. ${a.inherited ? 'This set has the days of the one it extends: add an “effective:” of its own, and end' : 'End'} the earlier one the day before the later one begins.`,
  'lint/versions-gap': (a) =>
    `From ${a.from} to ${a.to}, after ${a.other} ended, no version of this family is in force.`,
  'lint/actionable-period': (a) =>
    `${quote(a.indicator)} counts what happened over the period, which cannot be undone within it; work can lower it only from the next period on. If a removed one no longer counts, keep “actionable” and say why in “actionable_because”.`,
  'lint/header-collision': (a) =>
    `The column header ${quote(a.header)} of ${quote(a.indicator)} also stands for ${quote(a.other)}: a data file with it could be read wrongly. Give each its own.`,
  'lint/missing-rank': ({ byCode }) =>
    `There is no “rank:”, so ${byCode ? 'units are ranked by their codes alone' : 'every unit is ranked 1'}. Add one, as in rank: [ { by: class } ].`,
  'lint/rank-without-class': () =>
    'The order of units does not look at the class: a unit of a worse class may come before one of a better class. Add “- { by: class }”.',
  'lint/rank-partial': (a) =>
    `“best” does not name ${list(a.missing)}: what it leaves out comes last, in the order of the file. Name every class.`,
  'lint/idle-deduction': (a) =>
    `${quote(a.criterion)} has ${points(a.points)} and never fewer than ${a.floor}: no data can lose any. Look at each, floor, most and points.`,
  'reading/unknown': (a) =>
    a.known.length === 0
      ? `There is no reading ${quote(a.reading)}: the criteria have none.`
      : `There is no reading ${quote(a.reading)}. Readings of the criteria: ${list(a.known)}.${nearest(a.nearest)}`,
  'reading/unknown-option': (a) =>
    `The reading ${quote(a.reading)} has no option ${quote(a.option)}. Its options: ${list(a.known)}.${nearest(a.nearest)}`,
  'cases/unknown-id': (a) => `${quote(a.set)} has no ${CASE_ID_KINDS[a.kind]} ${quote(a.id)}.${nearest(a.nearest)}`,
  'cases/other-set': (a) =>
    `These cases are for ${quote(a.found)}, but the criteria beside them are ${quote(a.expected)}. Correct the id, or the name of the file.`,
  'cases/units-or-data': (a) =>
    a.needed === 'units'
      ? `${quote(a.set)} is made from the units below: give them under “units” instead of “data”.`
      : `${quote(a.set)} has data of its own: give it under “data” instead of “units”.`,
  'cases/no-file': (a) => `There are no cases beside these criteria. Write them in ${quote(a.file)}.`,
  'cases/none': () => 'No built-in criteria set has cases beside it. Name a criteria file.',
  'accepted/expired': (a) =>
    `Change ${a.fingerprint} (${a.reason}) was accepted until ${a.until}; it no longer counts on ${a.day}. Look at it again, then prolong or delete the entry.`,
  'accepted/hits-nothing': (a) =>
    `No change has the fingerprint ${a.fingerprint}. Delete the entry if that change is gone.`,
  'period/unknown-form': (_, i) => `${quote(i.received ?? '')} is not a period. Expected a year as 2025.`,
  'period/none-in-force': (a) =>
    `No criteria set of ${a.family} was in force on ${a.to}, when the period ends. Known sets: ${list(a.known.map(({ set, from, to }) => `${set} (from ${from}${to === null ? '' : ` to ${to}`})`))}. ${a.above === null ? `To apply one all the same, add -c ${a.known.at(-1)?.set ?? a.family}` : `${a.above} adds up units assessed by one of them: choose a period in which one was in force`}.`,
  'period/several-in-force': (a) =>
    `More than one criteria set was in force on ${a.to}, when the period ends: ${list(a.sets)}. Name the one that applies.`,
  'period/begins-before-effective': (a) =>
    `Period ${a.period} begins on ${a.from}, before ${a.set} took effect on ${a.effective}.`,
  'period/outside-validity': (a) => `${a.set} was not in force on ${a.to}, when period ${a.period} ends.`,
  'period/validity-not-checked': (a) =>
    `No period was given: ${a.set} was taken, and whether it was in force was not checked. Add -p and the year, as in -p 2025.`,
  'period/review-old': (a) =>
    `${a.set} was last checked against the law on ${a.reviewed}, more than a year before period ${a.period} ends on ${a.to}. The law may have changed.`,
  'period/several-named': (a) =>
    `The data names several periods: ${list(a.periods)}. Choose one with -p, such as -p ${a.periods.at(-1) ?? ''}.`,
  'period/counted-together': (a) =>
    `The data has several periods: ${list(a.periods)}. Each is ranked by itself, but the summary counts them all together and leaves targets out. For the summary of one period choose it with -p, such as -p ${a.periods.at(-1) ?? ''}.`,
  'rollup/rows-given': (a) =>
    `${a.set} is about units whose figures are rolled up from ${a.below}; their rows are not given. Assess the units below and roll them up.`,
  'rollup/no-column': (a) =>
    `The units are to be added up by the column ${quote(a.column)}, which the data does not have. Add it.`,
  'rollup/out-of-bounds': (a) =>
    ofUnit(
      a.unit,
      `${quote(a.label.en)} comes to ${numberText(a.value, 'en')}, rolled up from the units below, which is ${a.minimum === null ? `above the greatest possible value, ${numberText(a.maximum ?? '', 'en')}` : `below the least possible value, ${numberText(a.minimum, 'en')}`}. Check the figures of these units, or the ${a.minimum === null ? 'max' : 'min'} of the indicator.`,
    ),
  'rollup/no-group': (a) =>
    `${counted(a.total, 'unit names', 'units name')} nothing in the column ${quote(a.column)}, so the figures would be left out: ${list(a.units)}${a.total > a.units.length ? ` and ${number(a.total - a.units.length)} more` : ''}. Fill the column in.`,
  'rollup/several-groups': (a) =>
    `${a.total === 1 ? 'One unit is' : `${number(a.total)} units are`} made up of units that do not agree in the column ${quote(a.column)}: ${severalGroups(a)}. Write the same there for all that make up one unit.`,
  'rollup/units': (a) =>
    `Added up from the units in the files: ${list(a.groups.map(({ group, units, absent }) => `${group}: ${counted(units, 'unit', 'units')}${absent === 0 ? '' : `, ${number(absent)} absent`}`))}.${a.groups.some(({ absent }) => absent > 0) ? ' Of units of the registry that the files lack every figure counts as missing, not as zero.' : ''}${a.registry === null ? '' : ` Use --units ${a.registry} to be sure that none is missing.`}`,
  'period/no-column': (a) =>
    `The data has no column of periods, so no row is known to be of ${a.period}. Add a column “period” to every file, with the year in each row.`,
  'period/not-in-data': (a) => `No row is of the period ${a.period}. Periods in the data: ${list(a.known)}.`,
  'period/units-of-others': (a) =>
    `${a.total === 1 ? '1 unit has' : `${number(a.total)} units have`} figures only for another period and ${a.total === 1 ? 'was' : 'were'} not assessed: ${others(a)}.`,
  'period/other-name': (a) =>
    `${a.total === 1 ? 'One code stands' : `${number(a.total)} codes stand`} for units with different names: ${twoNames(a)}. They are not taken for one unit: what it had before counts as missing, and it is not compared. If it is one unit, write one name for it; if the code was given to another unit, ${againstFormer(a.result ?? null)}.`,
  'period/several-in-data': (a) =>
    `The periods in the data belong to different criteria sets: ${list(a.sets)}. Assess the periods one by one, or name one set with --criteria.`,
  'what-if/unknown-indicator': (a, i) =>
    a.isWorkedOut
      ? `${quote(i.received ?? '')} is worked out from indicators and cannot be set. Set an indicator it is made of.`
      : `The set ${a.set} has no indicator ${quote(i.received ?? '')}.${nearest(a.nearest)}`,
  'what-if/rolled-up': (a) =>
    `${quote(a.label.en)} is worked out from the units below and cannot be set${a.below === null ? '' : `. Set indicators of ${a.below}`}.`,
  'what-if/no-number': (a, i) =>
    `${quote(a.label.en)} is not a number: ${quote(i.received ?? '')} cannot be used. Write ${a.indicator}=value.`,
  'what-if/not-a-value': (a, i) =>
    `${quote(i.received ?? '')} is not a value of ${quote(a.label.en)} (${a.indicator}). ${VALUE_OF[a.type](a.values)}`,
  'what-if/outside-domain': (a, i) =>
    `${quote(i.received ?? '')} takes ${quote(a.label.en)} out of what is possible (${a.max === null ? `at least ${a.min}` : `from ${a.min} to ${a.max}`}) in ${outside(a)}. Choose another value${a.of === 1 ? '' : `, or only some units: CODE:${i.received ?? ''}, or --where`}.`,
  'what-if/stays-missing': (a) =>
    `${quote(a.label.en)} is missing and stays missing, whatever is added or taken away: ${units(a.units, a.total)}. To suppose a figure, write =.`,
  'what-if/unsound': () =>
    'The supposed figures (--set) are not sound. The lines below name files, but the figures are the supposed ones.',
  'where/none': (a) =>
    a.units === 1
      ? 'The condition of --where does not hold for the only unit.'
      : `The condition of --where holds for none of the ${number(a.units)} units.`,
  'where/division-by-zero': (a) =>
    `The condition of --where divides by zero (${list(a.indicators)}) in these units, which are left out: ${units(a.units, a.total)}.`,
  'where/open': (a) =>
    `Missing figures (${list(a.figures.map(({ en }) => en))}) leave open whether the condition of --where holds; left out: ${units(a.units, a.total)}.`,
  'compare/no-result': (a) => `${NO_RESULT[a.reason](a.detail)} Make one with “xasach score … -f json -o result.json”.`,
  'compare/what-if-result': () =>
    'This is the result of a what-if (--set), not of real figures. Compare with a result that was made without --set.',
  'compare/not-for-certification': () =>
    'This result says that it is not for certification: which units are newly certified or no longer so is only for information.',
  'compare/part-result': (a) =>
    `This result holds only some of the units (${a.by}): whether the others were there before cannot be told. Make it for all of them with “xasach score … -f json -o result.json”.`,
  'compare/several-periods': (a) =>
    `This result holds several periods: ${list(a.periods)}. Make it for one of them (-p) to compare with it.`,
  'compare/other-criteria': (a) =>
    `${differenceText(a)} Results under different criteria do not compare like with like. Add --across-criteria to compare them all the same.`,
  'compare/across-criteria': (a) =>
    `${differenceText(a)} They are compared all the same, as asked (--across-criteria): a unit may have moved because the criteria did.`,
  'compare/no-common-unit': (a) =>
    `The two results have no unit in common; units are matched by code. Check that both are about the same area; if the earlier one is of former units, ${againstFormer(a.result)}.`,
  'file/not-found': (a) => `There is no such file.${nearest(a.nearest)} Check the name and the folder.`,
  'file/not-utf8': () => 'The file is not UTF-8. Open it in Notepad and save it with the encoding UTF-8.',
  'file/is-folder': () => 'This is a folder, not a file. Name the file in it.',
  'file/no-permission': () =>
    'You may not read this file. Ask for permission to read it, or copy it to a folder of your own.',
  'file/too-large': (a) => `The file is larger than ${a.limit} MB. Split it by province.`,
  'file/unreadable': (a) => `The file cannot be read (${a.reason}). Check the disk or the network, then try again.`,
  'file/changed': () => 'The file was changed while it was being read. Run the command again when nobody writes to it.',
  'file/not-writable': (a) => NOT_WRITABLE[a.reason](a.detail),
  'git/not-available': () =>
    'There is no git on this computer, so no file of its history can be read. Install git, or name a file on disk.',
  'git/no-repository': () =>
    'This folder is in no git repository. Run the command in the repository of the criteria file, or name a file on disk.',
  'git/unknown-revision': (a) =>
    `The repository has no revision ${quote(a.revision)}. Name a branch, a tag or a commit; git log lists them.`,
  'git/unknown-path': (a) =>
    `Revision ${quote(a.revision)} has no file ${quote(a.path)}. Write the path from the top of the repository, or ./ and the path from this folder.`,
  'file/no-criteria-folder': () =>
    'The built-in criteria are missing from this installation. Install xasach again, or name a criteria file with --criteria.',
  'usage/unknown-command': (a, i) =>
    `There is no command ${quote(i.received ?? '')}.${a.nearest.length > 0 ? nearest(a.nearest) : ` Commands: ${list(a.known)}.`}`,
  'usage/unknown-option': (a, i) =>
    `There is no option ${quote(i.received ?? '')} here.${nearest(a.nearest)}${a.commands.length === 0 ? '' : ` Commands that take it: ${list(a.commands)}.`}`,
  'usage/missing-argument': (a) => `The argument <${a.argument}> is missing.`,
  'usage/missing-value': (a) => `The option ${a.option} needs a value.`,
  'usage/too-many-arguments': (_, i) => `${quote(i.received ?? '')} is one argument too many.`,
  'usage/unknown-value': (a, i) =>
    `${quote(i.received ?? '')} is not a value of ${a.option}. Its values: ${list(a.known)}.${nearest(a.nearest)}`,
  'usage/no-such-units': (a, i) =>
    `There is no ${a.of === 'units' ? 'registry of units' : 'lineage of units'} or file ${quote(i.received ?? '')}.${nearest(a.nearest)} Write ${list(a.known)} or the name of a CSV file.`,
  'usage/not-a-reading': (_, i) =>
    `${quote(i.received ?? '')} does not name a reading and its option. Write --reading name=option, as in --reading bands=strict.`,
  'usage/reading-twice': (a) => `The reading ${quote(a.reading)} was given two options. Keep one.`,
  'usage/not-a-supposition': (_, i) =>
    `${quote(i.received ?? '')} is not of the form indicator=value, indicator+=value or indicator-=value (for one unit: CODE:indicator=value).`,
  'usage/options-exclude': (a) => `${a.one} and ${a.other} cannot be used together. Keep one.`,
  'usage/option-needs': (a) => `${a.option} can be used only with ${a.needed}.`,
  'usage/against-needs-period': (a) =>
    `The data has the periods ${list(a.periods)}. Name the one to hold against ${a.against} with --period.`,
  'usage/against-itself': (a) => `The period ${a.period} cannot be compared with itself. Name another with --against.`,
  'usage/where-above': (a) =>
    `--where chooses units of ${a.set}, and --set changes units of ${a.below} below them. Name the units to change by code: CODE:indicator=value.`,
  'usage/unknown-extension': (a, i) =>
    `${quote(i.received ?? '')}: files that end in ${a.extension} cannot be written. Known endings: ${list(a.known)}; or name the format with --format.`,
  'usage/boundaries-need-html': (_, i) =>
    `The boundaries ${quote(i.received ?? '')} are for the HTML report only. Add --format html, or an output file that ends in .html.`,
  'usage/excel-needs-csv': () => '--excel is for CSV only. Add --format csv, or an output file that ends in .csv.',
  'usage/xlsx-needs-file': () =>
    'An Excel workbook cannot be shown on a terminal. Name an output file, as in -o result.xlsx.',
  'usage/moves-needs-data': () => 'Whether units move (--fail-on moves) can only be told on data. Add --data file.',
  'usage/not-a-day': (a, i) =>
    `${quote(i.received ?? '')} is not a day. Write ${a.option} YEAR-MONTH-DAY, as in ${a.option} 2026-01-31.`,
  'usage/other-family': (a) =>
    `${a.base} and ${a.revision} are two different sets, not two versions of one. If you mean to compare them, add --across-families.`,
  'usage/other-unit-level': (a) =>
    `${a.base} assesses ${UNIT_LEVELS[a.baseUnit]}, ${a.revision} assesses ${UNIT_LEVELS[a.revisionUnit]}. If you mean to compare them, add --across-families.`,
  'usage/province-needs-units': () =>
    '--province picks one province of a registry of units. Add --units vn-2025, or the file of a registry.',
  'usage/output-is-input': () => 'The output file is one of the files that are read. Choose another name.',
  'usage/output-exists': (_, i) =>
    `${quote(i.received ?? '')} exists, and what was filled in there would be lost. Choose another name, or delete the file first.`,
  'verify/not-a-result': (a) =>
    `${NO_RESULT[a.reason](a.detail)} Name the file that “xasach score … -f json” wrote, as it was written.`,
  'verify/input-missing': (a) =>
    `The ${a.option === null ? 'data file' : `file of --${a.option}`} ${quote(a.name)} that the result was made from is neither beside the result nor in the current folder. Name it after the result.`,
  'usage/unused-input': () => 'The result was made from no file of this name or content. Leave it out.',
  'usage/unknown-unit': (a, i) =>
    `No unit in the data has the code or name ${quote(i.received ?? '')}.${nearest(a.nearest)}`,
  'usage/unit-left-out': (a) =>
    a.period === null
      ? `--where leaves out ${unitName(a.unit)}, so --set has nothing to change there. Leave out --where, or name a unit that it chooses.`
      : `${unitName(a.unit)} has no figures for the period ${a.period}, so --set has nothing to change there. Name a unit of that period.`,
  'usage/robustness-needs-points': (a) =>
    `--robustness changes the points or weights of criteria, but ${a.set} gives its criteria none. Leave --robustness out, or take a set with points, as in -c kon-tum-model@1.`,
  'usage/not-a-count': (a, i) => `${a.option} needs a whole number, 1 or more; ${quote(i.received ?? '')} is not one.`,
  'usage/option-twice': (a) => `Option ${a.option} may be given only once. Keep one value.`,
  'usage/unknown-group': (a, i) =>
    `The data has no column ${quote(i.received ?? '')} to group by.${nearest(a.nearest)} ${a.known.length === 0 ? 'It has no such column at all.' : `Columns to group by: ${list(a.known)}.`}${ofRegistry(a)}`,
  'usage/ambiguous-unit': (a, i) =>
    `More than one unit fits ${quote(i.received ?? '')}: ${list(a.units)}${a.more === 0 ? '' : ` and ${a.more} more`}. Give the code or the full name.`,
};
