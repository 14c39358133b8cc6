import { type Assessments, UNDETERMINED } from '../assess/index.ts';
import { asState, keptRows, stateWord } from '../explain/index.ts';
import type { Grouping, PlaceRange, Robustness } from '../rank/index.ts';
import { certifiedIn, scoreOf } from './assessment-result.ts';
import { besideColumns } from './comparison-columns.ts';
import { csvLines, scoreSpan, span, textCell } from './csv-cells.ts';
import { groupRankOf } from './groups-result.ts';
import { rowsOf, type Scored } from './scored.ts';
import type { Style } from './style.ts';
import { type UnitTexts, unitTexts } from './unit-texts.ts';
import { furtherReader, type NearResult } from './way-result.ts';

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
export function csvWriter(scored: Scored, { lang, excel = false }: CsvStyle): CsvWriter {
  const { assessments, ranking, provenance, groups, robustness } = scored;
  const { set } = assessments.program;
  const { units } = assessments.dataset;
  const { mark, line } = csvLines(excel);
  const texts = unitTexts(assessments, ranking, lang);
  const outcome = outcomeCells(assessments, excel);
  const states = stateCells(assessments);
  const further = furtherReader(scored);
  const beside = besideColumns(scored, { lang, excel });
  const aboutUnit = (row: number): readonly string[] => [
    textCell(units.code[row] ?? ''),
    textCell(units.name[row] ?? null),
    ...[...units.groups.values()].map((values) => textCell(values[row] ?? null)),
    textCell(units.period[row] ?? provenance.period),
  ];
  const columns = [
    ...(groups === undefined ? [] : groupColumns(groups)),
    ...(robustness === undefined ? [] : robustnessColumns(robustness)),
    ...(scored.further?.has('near') === true
      ? [{ title: 'near', cell: (row: number) => nearCell(further(row).near ?? [], excel) }]
      : []),
    ...beside,
    ...(set.status === 'in-force' ? [] : [{ title: 'not_for_certification', cell: () => set.status }]),
  ];
  const titles = [
    ...BEFORE,
    ...units.groups.keys(),
    ...AFTER,
    ...set.criteria.keys(),
    ...columns.map(({ title }) => title),
  ];
  return {
    header: mark + line(titles),
    row: (row) =>
      line([
        ...aboutUnit(row),
        ...outcome(row),
        span(String(ranking.from[row] ?? 0), String(ranking.to[row] ?? 0)),
        texts.deciding(row).join(' '),
        texts
          .missing(row)
          .map(({ indicator }) => indicator)
          .join(' '),
        textCell(reasonSentence(texts, row)),
        ...states(row),
        ...columns.map(({ cell }) => cell(row)),
      ]),
  };
}

const BEFORE = ['code', 'name'];
const AFTER = ['period', 'class', 'certified', 'score', 'rank', 'deciding', 'missing', 'reason'];

/** Class, verdict and score of a row. */
function outcomeCells(assessments: Assessments, excel: boolean): (row: number) => readonly string[] {
  const classes = [...assessments.program.set.classes.keys()];
  return (row) => {
    const certified = certifiedIn(assessments, row);
    return [
      classes[assessments.classes[row] ?? UNDETERMINED] ?? '',
      certified === null ? '' : String(certified),
      scoreSpan(scoreOf(assessments.score(row)), excel),
    ];
  };
}

/** The state of every criterion of a row. */
function stateCells({ states }: Assessments): (row: number) => readonly string[] {
  return keptRows<readonly string[]>()({ columns: states, scales: '' }, (row) =>
    states.map((column) => stateWord(asState(column[row]))),
  );
}

interface Column {
  readonly title: string;
  readonly cell: (row: number) => string;
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

/** The class, and why in whole sentences. */
function reasonSentence(texts: UnitTexts, row: number): string {
  const reason = texts.sentences(row);
  return reason === '' ? `${texts.className(row)}.` : `${texts.className(row)}: ${reason}.`;
}
