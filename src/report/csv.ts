import { stringify } from 'csv-stringify/browser/esm/sync';
import { asState, stateWord } from '../explain/index.ts';
import type { Grouping, UnitRobustness } from '../rank/index.ts';
import { type OutcomeResult, outcomeReader } from './assessment-result.ts';
import { besideColumns } from './comparison-columns.ts';
import { csvLayout, scoreSpan, span, textCell } from './csv-cells.ts';
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
export function writeCsv(scored: Scored, { lang, excel = false }: CsvStyle): string {
  const { assessments, ranking, provenance, groups, robustness } = scored;
  const { set } = assessments.program;
  const unitColumns = [...assessments.dataset.units.groups.keys()];
  const read = outcomeReader(assessments, ranking, provenance.period);
  const texts = unitTexts(assessments, ranking, lang);
  const further = furtherReader(scored);
  const listsNear = scored.further?.has('near') === true;
  const isMarked = set.status !== 'in-force';
  const beside = besideColumns(scored, { lang, excel });
  const header = [
    ...BEFORE,
    ...unitColumns,
    ...AFTER,
    ...set.criteria.keys(),
    ...(groups === undefined ? [] : ['group', 'rank_in_group']),
    ...(robustness === undefined ? [] : ['rank_other_weights', 'rank_one_left_out', 'robust']),
    ...(listsNear ? ['near'] : []),
    ...beside.map(({ title }) => title),
    ...(isMarked ? ['not_for_certification'] : []),
  ];
  const rows = rowsOf(scored).map((row) => {
    const found = read(row);
    const states = assessments.states.map((column) => stateWord(asState(column[row])));
    const reason = textCell(reasonSentence(texts, row));
    return [
      ...unitCells(found, unitColumns, excel),
      reason,
      ...states,
      ...(groups === undefined ? [] : groupCells(groups, row)),
      ...(robustness === undefined ? [] : robustnessCells(robustness.of(row))),
      ...(listsNear ? [nearCell(further(row).near ?? [], excel)] : []),
      ...beside.map(({ cell }) => cell(row)),
      ...(isMarked ? [set.status] : []),
    ];
  });
  return stringify([header, ...rows], csvLayout(excel));
}

const BEFORE = ['code', 'name'];
const AFTER = ['period', 'class', 'certified', 'score', 'rank', 'deciding', 'missing', 'reason'];

/** The cells up to the reason. */
function unitCells(found: OutcomeResult, unitColumns: readonly string[], excel: boolean): readonly string[] {
  const { unit, rank } = found;
  return [
    textCell(unit.code),
    textCell(unit.name),
    ...unitColumns.map((id) => textCell(unit[id] ?? null)),
    textCell(found.period),
    found.class ?? '',
    found.certified === null ? '' : String(found.certified),
    scoreSpan(found.score, excel),
    span(String(rank.from), String(rank.to)),
    found.deciding.join(' '),
    found.missing.map(({ indicator }) => indicator).join(' '),
  ];
}

function groupCells(groups: Grouping, row: number): readonly string[] {
  const { group, from, to } = groupRankOf(groups, row);
  return [textCell(group), span(String(from), String(to))];
}

/** `robust` where neither moves the place further than is allowed. */
function robustnessCells({ weights, leaveOneOut }: UnitRobustness): readonly string[] {
  const ranges = [weights, leaveOneOut].map(({ from, to }) => span(String(from), String(to)));
  return [...ranges, String(weights.robust && leaveOneOut.robust)];
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
