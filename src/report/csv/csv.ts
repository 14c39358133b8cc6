import { type Assessments, UNDETERMINED, certifiedIn } from '../../assess/index.ts';
import { asState, keptRows, stateWord } from '../../explain/index.ts';
import { columnName } from '../../formula/index.ts';
import type { Grouping, PlaceRange, Robustness } from '../../rank/index.ts';
import { scoreOf } from '../results/assessment-result.ts';
import { besideColumns } from './comparison-columns.ts';
import { type CsvLines, csvLines, proseCell, scoreSpan, span, textCell } from './csv-cells.ts';
import { groupRankOf } from '../results/groups-result.ts';
import { type Bar, barsOf, unitBars } from '../certification.ts';
import { requireOwn, rowsOf, type Scored } from '../scored.ts';
import { requireReader, type Style } from '../style.ts';
import { type UnitTexts, unitTexts } from '../words/unit-texts.ts';
import { furtherReader, type NearResult } from '../results/way-result.ts';

/** How a CSV file is written. */
export interface CsvStyle extends Pick<Style, 'lang'> {
  /** For Excel as it is set up in Viet Nam: byte order mark, `;`, CRLF, decimal comma. */
  readonly excel?: boolean;
}

/**
 * One row per unit, in the order of the data. Ids are in English, only `reason` is in the language of the reader.
 *
 * An interval is written `14..62`. Text that a spreadsheet would take for a formula is preceded by an apostrophe.
 *
 * @throws {RangeError} For what was not scored, an order or totals of other units, and a language that is none.
 * @example writeCsv(scored, { lang: 'en' }).split(',')[0] // 'code'
 */
export function writeCsv(scored: Scored, style: CsvStyle): string {
  const { header, row } = csvWriter(scored, style);
  return header + rowsOf(scored).map(row).join('');
}

/** The lines of a CSV report. */
export interface CsvWriter {
  readonly header: string;
  readonly row: (row: number) => string;
}

/** Makes the lines of {@link writeCsv} one by one. */
export function csvWriter(scored: Scored, style: CsvStyle): CsvWriter {
  requireOwn(scored);
  requireReader(style);
  const { lang, excel = false } = style;
  const { set } = scored.assessments.program;
  const { mark, cell, cells, joined, line } = csvLines(excel);
  const columns = unitColumns(scored, lang, excel);
  const states = stateCells(scored.assessments, cells);
  const more = furtherColumns(scored, lang, excel);
  const titles = (list: readonly Column[]): readonly string[] => list.map(({ title }) => textCell(title));
  const written = (list: readonly Column[], row: number): readonly string[] =>
    list.map((column) => cell(column.cell(row)));
  return {
    header: mark + line([...titles(columns), ...set.criteria.keys(), ...titles(more)]),
    row: (row) => joined([...written(columns, row), ...states(row), ...written(more, row)]),
  };
}

interface Column {
  readonly title: string;
  readonly cell: (row: number) => string;
}

/** Which unit it is, what it came to and why. */
function unitColumns(
  { assessments, ranking, provenance }: Scored,
  lang: CsvStyle['lang'],
  excel: boolean,
): readonly Column[] {
  const { units } = assessments.dataset;
  const texts = unitTexts(assessments, ranking, lang);
  return [
    { title: 'code', cell: (row) => textCell(units.code[row] ?? '') },
    { title: 'name', cell: (row) => textCell(units.name[row] ?? null) },
    ...[...units.groups].map(([title, values]) => ({ title, cell: (row: number) => textCell(values[row] ?? null) })),
    { title: 'period', cell: (row) => textCell(units.period[row] ?? provenance.period) },
    ...outcomeColumns(assessments, excel),
    { title: 'rank', cell: (row) => span(String(ranking.from[row] ?? 0), String(ranking.to[row] ?? 0)) },
    { title: 'deciding', cell: (row) => texts.deciding(row).join(' ') },
    { title: 'missing', cell: (row) => missingIds(texts, row) },
    { title: 'reason', cell: (row) => proseCell(reasonSentence(texts, row)) },
  ];
}

/** The states of all criteria of a row, written together: most rows have those of another. */
function stateCells({ states }: Assessments, cells: CsvLines['cells']): (row: number) => readonly string[] {
  return keptRows<readonly string[]>()({ columns: states, names: '' }, (row) =>
    states.length === 0 ? [] : [cells(states.map((column) => stateWord(asState(column[row]))))],
  );
}

/** What was asked for besides. */
function furtherColumns(scored: Scored, lang: CsvStyle['lang'], excel: boolean): readonly Column[] {
  const { groups, robustness } = scored;
  const barsAt = unitBars(scored);
  const further = furtherReader(scored);
  return [
    ...(groups === undefined ? [] : groupColumns(groups)),
    ...(robustness === undefined ? [] : robustnessColumns(robustness)),
    ...(scored.further?.has('near') === true
      ? [{ title: 'near', cell: (row: number) => nearCell(further(row).near ?? [], excel) }]
      : []),
    ...besideColumns(scored, { lang, excel }),
    ...(notInForce(barsOf(scored)) === null
      ? []
      : [{ title: 'not_for_certification', cell: (row: number) => notInForce(barsAt(row)) ?? '' }]),
  ];
}

/** Why the criteria of a unit are not in force; what is supposed has a column of its own. */
function notInForce(bars: readonly Bar[]): string | null {
  const [reason = null] = bars.flatMap((bar) => {
    if (bar.kind === 'status') return [bar.status];
    return bar.kind === 'not-in-force-then' ? [bar.kind] : [];
  });
  return reason;
}

/** Class, verdict and score. */
function outcomeColumns(assessments: Assessments, excel: boolean): readonly Column[] {
  const classes = [...assessments.program.set.classes.keys()];
  return [
    { title: 'class', cell: (row) => classes[assessments.classes[row] ?? UNDETERMINED] ?? '' },
    { title: 'certified', cell: (row) => String(certifiedIn(assessments, row) ?? '') },
    { title: 'score', cell: (row) => scoreSpan(scoreOf(assessments.score(row)), excel) },
  ];
}

function groupColumns(groups: Grouping): readonly Column[] {
  return [
    { title: 'group', cell: (row) => textCell(groupRankOf(groups, row).group) },
    {
      title: 'rank_in_group',
      cell: (row) => {
        const { from, to } = groupRankOf(groups, row);
        return span(String(from), String(to));
      },
    },
  ];
}

/** `robust` where neither moves the place further than is allowed. */
function robustnessColumns(robustness: Robustness): readonly Column[] {
  const range = ({ from, to }: PlaceRange): string => span(String(from), String(to));
  return [
    { title: 'rank_other_weights', cell: (row) => range(robustness.of(row).weights) },
    { title: 'rank_one_left_out', cell: (row) => range(robustness.of(row).leaveOneOut) },
    {
      title: 'robust',
      cell: (row) => {
        const { weights, leaveOneOut } = robustness.of(row);
        return String(weights.robust && leaveOneOut.robust);
      },
    },
  ];
}

/** `use_points 1..0 other`: a figure now and one unit away, and the class it would lead to. */
function nearCell(near: readonly NearResult[], excel: boolean): string {
  const decimal = (figure: string | boolean): string => (excel ? String(figure).replace('.', ',') : String(figure));
  return near
    .map((change) => `${change.indicator} ${decimal(change.from)}..${decimal(change.to)} ${change.class}`)
    .join(' | ');
}

function missingIds(texts: UnitTexts, row: number): string {
  const missing = texts.missing(row);
  return missing.map(({ indicator, periodsAgo }) => columnName(indicator, periodsAgo)).join(' ');
}

/** The class, and why in whole sentences. */
function reasonSentence(texts: UnitTexts, row: number): string {
  const reason = texts.sentences(row);
  return reason === '' ? `${texts.className(row)}.` : `${texts.className(row)}: ${reason}.`;
}
