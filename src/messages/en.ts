import type { ExpectedWord, Form, IdKind, IssueArgs, ValueKind, YamlFault } from './issue.ts';
import type { Messages } from './messages.ts';

/** What a list of near names adds to a sentence. */
const nearest = (names: readonly string[]): string => (names.length === 0 ? '' : ` Did you mean ${names.map(quote).join(', ')}?`);
const quote = (text: string): string => `“${text}”`;
const list = (items: readonly string[]): string => items.join(', ');

/** A cell and the header of its column, as written. */
const cell = (header: string, found: { readonly received: string | null }): string =>
  `Column ${quote(header)}: ${quote(found.received ?? '')}`;

/** What a binary file looks like, and what to do. */
const BINARY: Readonly<Record<IssueArgs['data/binary']['looksLike'], string>> = {
  xlsx: 'This is an Excel workbook (.xlsx), not CSV. Open it in Excel and save it as “CSV UTF-8 (Comma delimited)”.',
  xls: 'This is an old Excel workbook (.xls), not CSV. Open it in Excel and save it as “CSV UTF-8 (Comma delimited)”.',
  pdf: 'This is a PDF, not CSV. Ask for the table itself, saved as CSV UTF-8.',
  unknown: 'The file holds binary data, not text. A CSV file in UTF-8 is needed.',
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
/** A dimension: `count`, `percent`, nothing for a bare ratio, else a unit. */
const dimension = (name: string): string =>
  name === 'count' ? 'a count' : name === 'percent' ? 'a percentage' : name === '' ? 'a ratio' : quote(name);

/** How things are written in a criteria file. */
const FORMS: Readonly<Record<Form, string>> = {
  text: 'a text',
  words: 'a text, or { vi: …, en: … }',
  boolean: 'true or false',
  condition: 'a formula, the id of a criterion, or one of all, any, not, at_least … of',
  parts: 'a list of conditions, or a map of named conditions',
  list: 'a list with at least one item',
  map: 'keys with values',
  family: 'small letters, digits and hyphens, as in vn-drug-free',
  version: 'letters and digits, as in "2025" or "2.1"',
  name: 'small letters, digits and underscores, as in use_points',
  'criterion-id': 'an id that begins with a capital, as in I.a',
  'source-id': 'small letters and digits, as in qd28',
  date: 'a date as 2025-08-24',
  'month-day': 'month and day as 12-15',
  year: 'a year as 2025',
  decimal: 'a number with a decimal point, as in 0.5 or 20%',
  'whole-number': 'a whole number from 1 on',
  share: 'a share from 0% to 100%, as in 20%',
  cite: 'a source and a clause, as in qd28 Đ4.k1.a',
  url: 'an address that begins with https://',
};
const YAML_FAULTS: Readonly<Record<YamlFault, string>> = {
  indentation: 'The indentation is not right here. Keys of one level begin in the same column.',
  tab: 'A tab cannot indent. Use spaces.',
  'missing-mark': 'A colon, comma, quote or closing bracket is missing here. Put texts and formulas in quotes.',
  escape: 'The backslash in this quoted text has no meaning. Use single quotes.',
  alias: 'This alias (*name) has no anchor (&name) before it.',
  tag: 'Tags such as !!str are not used here. Remove it.',
  directive: 'Directives that begin with % are not used here. Remove the line.',
  unexpected: 'This cannot stand here. Put texts and formulas in quotes.',
};
const SIZES: Readonly<Record<IssueArgs['criteria/too-large']['of'], string>> = {
  characters: 'characters long',
  levels: 'levels deep',
  values: 'values large',
  options: 'reading options large',
};
const ID_KINDS: Readonly<Record<IdKind, string>> = {
  criterion: 'criterion',
  class: 'class',
  source: 'source',
  'rank-key': 'measure or indicator',
};

export const en: Messages = {
  issues: {
    'formula/unexpected-character': (a) => `The character ${quote(a.character)} has no meaning in a formula.`,
    'formula/unexpected-token': (a, i) =>
      `${i.received === null ? 'The formula ends too early' : `${quote(i.received)} cannot stand here`}; expected ${list(a.expected.map((word) => WORDS[word]))}.`,
    'formula/too-long': (a) => `The formula is longer than ${a.limit} characters. Split it into measures.`,
    'formula/too-deep': (a) => `The formula is nested more than ${a.limit} levels deep. Split it into measures.`,
    'formula/unknown-name': (a) => `There is no indicator, measure, criterion or choice named ${quote(a.name)}.${nearest(a.nearest)}`,
    'formula/unknown-function': (a) => `There is no function ${quote(a.name)}. Known functions: ${list(a.known)}.`,
    'formula/wrong-argument-count': (a) =>
      `The function ${quote(a.name)} takes ${a.least === a.most ? a.least : `at least ${a.least}`} argument(s).`,
    'formula/wrong-type': (a) => `Expected ${KINDS[a.expected]}, found ${KINDS[a.found]}.`,
    'formula/mixed-units': (a) => `${dimension(a.left)} and ${dimension(a.right)} cannot be added or compared.`,
    'formula/percent-needed': (a) => `A percentage is compared with the bare number ${a.number}. Write ${a.number}%.`,
    'formula/division-by-zero': () => 'This divides by zero.',
    'formula/unknown-choice': (a, i) =>
      `${quote(i.received ?? '')} is not a value of ${quote(a.indicator)}. Its values: ${list(a.known)}.`,
    'data/empty-file': () => 'The file is empty. It needs a line of column names and at least one line of figures.',
    'data/binary': (a) => BINARY[a.looksLike],
    'data/not-utf8': (a) =>
      `${a.looksLike === null ? 'This line holds bytes that are not UTF-8' : `The file is in ${a.looksLike}, not in UTF-8`}. Open it in Excel and save it as “CSV UTF-8 (Comma delimited)”.`,
    'data/quote-not-closed': () =>
      'The quotation mark that opens here is never closed, so the cells after it cannot be told apart. Close it, or delete it.',
    'data/quote-misplaced': () =>
      'A quotation mark stands inside a cell. Put the whole cell in quotation marks and double those inside (""), or delete it.',
    'data/record-too-long': (a) => `The line is longer than ${a.limit} characters. Check that this is a CSV file.`,
    'data/no-header': (a) =>
      `No column name in the first line is known. The first line must name the columns, among them: ${list(a.expected)}.`,
    'data/no-rows': () => 'The file has a header and no figures. Write one line for each unit under the header.',
    'data/missing-columns': (a) =>
      `Required columns are missing: ${list(a.columns.map((column) => `${column.id} (${column.label.en})`))}. Add them; leave a cell blank where there is no figure.`,
    'data/unknown-column': (a, i) =>
      `The column ${quote(i.received ?? '')} is not known.${nearest(a.nearest)} Correct the column name or delete the column.`,
    'data/ignored-column': (_, i) =>
      i.received === '' ? 'A column without a name is not used.' : `The criteria do not use the column ${quote(i.received ?? '')}; it is ignored.`,
    'data/duplicate-column': (a, i) =>
      `The column ${quote(i.received ?? '')} and column number ${a.first} (${quote(a.firstHeader)}) are both ${quote(a.id)}. Keep only one.`,
    'data/too-few-fields': (a) =>
      `The line has ${a.found} cells, the header ${a.expected}. Check whether the line is broken or a cell is missing.`,
    'data/too-many-fields': (a) =>
      `The line has ${a.found} cells, the header only ${a.expected}. A cell that contains the delimiter must stand in quotation marks.`,
    'data/not-a-number': (a, i) => `${cell(a.header, i)} is not a number. Write a number, or leave the cell blank where there is no figure.`,
    'data/scientific-number': (a, i) =>
      `${cell(a.header, i)} is in scientific notation and may have lost digits. Format the cell as a plain number and save again.`,
    'data/number-too-long': (a, i) => `${cell(a.header, i)} has more than ${a.limit} digits. Check the number.`,
    'data/fraction-in-count': (a, i) => `${cell(a.header, i)} has a fraction, but the column counts. Write a whole number.`,
    'data/negative-number': (a, i) =>
      `${cell(a.header, i)} is negative. Expected 0 or more; leave the cell blank where there is no figure.`,
    'data/below-minimum': (a, i) =>
      `${cell(a.header, i)} is below the least possible value, ${a.minimum}. Check it, or leave the cell blank where there is no figure.`,
    'data/above-maximum': (a, i) => `${cell(a.header, i)} is above the greatest possible value, ${a.maximum}. Check it.`,
    'data/percent-needed': (a, i) =>
      `${cell(a.header, i)} has no percent sign. Write it with the sign, such as 12.5%, so that it cannot be taken for a ratio.`,
    'data/unexpected-percent': (a, i) => `${cell(a.header, i)} has a percent sign, but the column is not a percentage. Write a number.`,
    'data/ambiguous-numbers': (a, i) =>
      `${cell(a.header, i)} can be read in Vietnamese style (1.234,5) or in English style (1,234.5), and no cell of the column tells which. Write the numbers of this column without thousands separators and without needless zeros in decimals.`,
    'data/mixed-numbers': (a, i) =>
      `${cell(a.header, i)} and ${quote(a.other)} on line ${a.otherLine} are written in two different styles. Use one for the whole column: 1.234,5 or 1,234.5.`,
    'data/not-a-boolean': (a, i) => `${cell(a.header, i)} is neither yes nor no. Write “yes” or “no”, or leave the cell blank if it is not known.`,
    'data/unknown-choice': (a, i) =>
      `${cell(a.header, i)} is not a value of the column.${nearest(a.nearest)} Its values: ${list(a.values.map((value) => `${value.id} (${value.label.en})`))}.`,
    'data/spreadsheet-error': (a, i) =>
      `${cell(a.header, i)} is an error of the spreadsheet (a broken formula, or a column too narrow). Mend the cell there and save again.`,
    'data/unsupported-value': (a) =>
      `${quote(a.header)}: a value of type ${a.found} cannot be read. Expected a string, a number, a boolean, or null where there is no figure.`,
    'data/missing-code': (a) => `Column ${quote(a.header)}: the row has no unit code. Write the code of the unit.`,
    'data/duplicate-unit': (a) =>
      `Unit ${a.code}${a.period === null ? '' : ` for period ${a.period}`} already stands on line ${a.firstLine}. Keep one line for each unit${a.period === null ? '' : ' and period'}.`,
    'data/more-of-the-same': (a) => `${a.more} more problems of the same kind (${a.code}) are not listed; ${a.total} in all.`,
    'data/check-failed': (a) => `${a.unit}: ${a.message.en} Expected: ${a.rule}.`,
    'data/division-by-zero': (a) =>
      `${a.unit}: something is divided by zero (${list(a.indicators)}). The total must not be 0 while a part of it is not.`,
    'data/no-sound-filling': (a) =>
      `${a.unit}: whatever stands in the empty cells of this row, its figures contradict a data check. Correct the figures that are there.`,
    'formula/too-many-cases': (a) => `min, max and abs together make more than ${a.limit} cases. Split the formula.`,
    'criteria/empty-file': () => 'The criteria file is empty.',
    'criteria/too-large': (a) => `A criteria file is at most ${a.limit} ${SIZES[a.of]}; this one is more. Split it.`,
    'criteria/several-documents': () => 'A second document begins here. One file holds one set: remove the line ---.',
    'criteria/yaml-syntax': (a) => YAML_FAULTS[a.fault],
    'criteria/duplicate-key': (a) => `${quote(a.key)} already stands in line ${a.line}. Keep one of them.`,
    'criteria/forbidden-key': (a) => `${quote(a.key)} cannot be a key. Use another name.`,
    'criteria/key-not-text': () => 'A key must be a plain text. Put it in quotes.',
    'criteria/key-without-value': (a) => `The key ${quote(a.key)} has no value. Write a value after a colon, or remove it.`,
    'criteria/cut-by-comma': (a) =>
      `A comma ended the value${a.key === null ? '' : ` of ${quote(a.key)}`} too early. Put the whole value in quotes: "${a.whole}".`,
    'criteria/unknown-key': (a) =>
      `The key ${quote(a.key)} is not known here.${a.nearest.length > 0 ? nearest(a.nearest) : ` Known keys: ${list(a.known)}.`}`,
    'criteria/missing-key': (a) => `The key ${quote(a.key)} is missing. Add it.`,
    'criteria/wrong-form': (a, i) => `Found ${i.received === null ? 'nothing' : quote(i.received)}; expected ${FORMS[a.expected]}.`,
    'criteria/unknown-value': (a, i) =>
      `Found ${i.received === null ? 'nothing' : quote(i.received)}; expected one of ${list(a.known)}.${nearest(a.nearest)}`,
    'criteria/unknown-id': (a) => `There is no ${ID_KINDS[a.kind]} ${quote(a.id)} in this file.${nearest(a.nearest)}`,
    'criteria/name-taken': (a) => `The name ${quote(a.name)} is already used in line ${a.line}. Formulas could not tell the two apart: rename one.`,
    'criteria/reserved-name': (a) => `${quote(a.name)} is a word of the formula language. Choose another name.`,
    'criteria/cycle': (a) => `${a.of === 'criteria' ? 'Criteria' : 'Measures'} refer to each other in a circle: ${a.cycle.join(' → ')}. Break it at one of them.`,
    'criteria/measure-too-large': (a) => `With all measures it refers to, ${quote(a.measure)} has more than ${a.limit} parts. Make it simpler.`,
    'criteria/at-least-too-many': (a) => `At least ${a.count} are asked for, but only ${a.of} are listed: this can never hold.`,
    'criteria/after-otherwise': (a) => `The class ${quote(a.class)} stands after “otherwise” and is never reached. Move it up.`,
    'criteria/values-misplaced': (a) =>
      a.type === 'choice'
        ? `The choice ${quote(a.indicator)} has no values. List at least two under values.`
        : `Only a choice has values; ${quote(a.indicator)} is of type ${a.type}.`,
    'criteria/ends-reversed': (a) => `${a.from} is after ${a.to}. Exchange them.`,
    'criteria/patch-hits-nothing': (a) => `There is no ${quote(a.key)} here to change.${nearest(a.nearest)}`,
    'criteria/more-issues': (a) => `${a.more} more problems are not shown. Mend these first.`,
    'criteria/bad-set-id': (_, i) => `${quote(i.received ?? '')} is not the id of a criteria set. Expected family or family@version, as in vn-drug-free@2025.`,
    'criteria/unknown-set': (a) => `There is no criteria set ${quote(a.id)}.${a.nearest.length > 0 ? nearest(a.nearest) : ` Known sets: ${list(a.known)}.`}`,
    'criteria/set-twice': (a) => `The criteria set ${quote(a.id)} is in more than one file: ${list(a.files)}. Name the file instead.`,
    'reading/unknown': (a) =>
      a.known.length === 0
        ? `There is no reading ${quote(a.reading)}: this criteria set has none.`
        : `There is no reading ${quote(a.reading)}. Readings of this set: ${list(a.known)}.${nearest(a.nearest)}`,
    'reading/unknown-option': (a) =>
      `The reading ${quote(a.reading)} has no option ${quote(a.option)}. Its options: ${list(a.known)}.${nearest(a.nearest)}`,
    'period/unknown-form': (_, i) => `${quote(i.received ?? '')} is not a period. Expected a year as 2025.`,
    'period/none-in-force': (a) =>
      `No criteria set of ${a.family} was in force on ${a.to}, when the period ends. Known sets: ${list(a.known)}. Name one as ${a.family}@version to apply it all the same.`,
    'period/several-in-force': (a) => `More than one criteria set was in force on ${a.to}, when the period ends: ${list(a.sets)}. Name the one that applies.`,
    'period/begins-before-effective': (a) => `The period begins on ${a.from}, before ${a.set} took effect on ${a.effective}.`,
    'period/outside-validity': (a) => `${a.set} was not in force on ${a.to}, when the period ends.`,
    'period/validity-not-checked': (a) => `No period was given: ${a.set} was taken, and whether it was in force was not checked.`,
    'period/review-old': (a) => `${a.set} was last checked against the law on ${a.reviewed}, more than a year before the period ends on ${a.to}. The law may have changed.`,
  },
};
