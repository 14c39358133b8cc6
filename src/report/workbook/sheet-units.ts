import { UNDETERMINED } from '../../assess/index.ts';
import { unitColumnLabel } from '../../data/index.ts';
import { asState, STATE_WORDS, stateWord } from '../../explain/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';
import { outcomeReader } from '../results/assessment-result.ts';
import { clauseText } from '../words/cite-text.ts';
import { hasVerdict, verdictReader } from '../words/head-texts.ts';
import type { Scored } from '../scored.ts';
import {
  classFill,
  countCell,
  exactCell,
  listSheet,
  proseCell,
  type SheetColumnSpec,
  stateFill,
  textCell,
} from './sheet-cells.ts';
import { STATE_MARKS } from '../words/state-marks.ts';
import { groupOrderText, groupText, groupWord } from '../words/group-text.ts';
import { spanText, type UnitTexts } from '../words/unit-texts.ts';
import type { SheetCell, SheetSpec } from './workbook.ts';
import type { OutcomeResult } from '../results/assessment-result.ts';

/** A result on its way into a workbook: in which order, in which words. */
export interface SheetSource {
  readonly scored: Scored;
  /** The rows of the units, in the order of the lists. */
  readonly rows: readonly number[];
  readonly texts: UnitTexts;
  readonly lang: Lang;
}

const WIDEST_CLASS = 46;
const CENTER = { align: 'center' } as const;

/** A column of units with what stands in it. */
interface UnitColumnSpec extends SheetColumnSpec {
  readonly cell: (row: number) => SheetCell;
}

/** The code, the name and the class of a unit, as every list of units begins. */
export function unitColumns({ scored, texts, lang }: SheetSource): readonly UnitColumnSpec[] {
  const { columns } = messagesIn(lang).report;
  const { classes, program } = scored.assessments;
  const fill = classFill(program.set);
  const labels = [...program.set.classes.values()].map(({ label }) => label[lang]);
  return [
    { title: columns.code, width: 10, cell: (row) => textCell(texts.code(row)) },
    { title: columns.name, width: 26, cell: (row) => textCell(texts.name(row)) },
    {
      title: columns.class,
      width: Math.min(WIDEST_CLASS, Math.max(14, ...labels.map((label) => label.length + 2))),
      cell: (row) => textCell(texts.className(row), { fill: fill(classes[row] ?? UNDETERMINED) }),
    },
  ];
}

/** The units in order, each with what came out for it. */
export function rankingSheet(source: SheetSource): SheetSpec {
  const { scored, rows, lang } = source;
  const columns = rankingColumns(source);
  const order = groupOrderText(scored, rows, lang);
  return listSheet(
    {
      name: messagesIn(lang).report.sheets.ranking,
      notes: order === null ? [] : [order],
      columns,
      rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    },
    scored,
    lang,
  );
}

function rankingColumns(source: SheetSource): readonly UnitColumnSpec[] {
  const { scored, rows, texts, lang } = source;
  const { assessments, ranking, provenance } = scored;
  const words = messagesIn(lang).report;
  const { columns: titles } = words.sheets;
  const { set } = assessments.program;
  const read = outcomeReader(assessments, ranking, provenance.period);
  const found = new Map(rows.map((row) => [row, read(row)]));
  const outcomes = [...found.values()];
  const verdictOf = verdictReader(scored, lang);
  const hasOpenRank = outcomes.some(({ rank }) => rank.from !== rank.to);
  const hasOpenScore = outcomes.some(({ score }) => score !== null && score.value === null);
  const column = (title: string, width: number, cell: (row: number) => SheetCell): UnitColumnSpec => ({
    title,
    width,
    cell,
  });
  const score = (title: string, of: 'value' | 'min' | 'max' | 'of'): UnitColumnSpec =>
    column(title, 10, (row) => ({
      ...exactCell(found.get(row)?.score?.[of] ?? null),
      ...CENTER,
    }));
  const [code, name, className] = unitColumns(source);
  return [
    column(words.columns.rank, 7, (row) => countCell(found.get(row)?.rank.from ?? 0, CENTER)),
    ...(hasOpenRank ? [column(titles.worstRank, 9, (row) => countCell(found.get(row)?.rank.to ?? 0, CENTER))] : []),
    ...groupColumns(source),
    ...[code, name].flatMap((own) => own ?? []),
    ...[...assessments.dataset.units.groups.keys()].map((id) =>
      column(unitColumnLabel(id)[lang], 20, (row) => textCell(groupWord(id, found.get(row)?.unit[id] ?? '', lang))),
    ),
    ...(outcomes.some(({ period }) => period !== null)
      ? [column(words.columns.period, 8, (row) => textCell(found.get(row)?.period ?? null))]
      : []),
    ...[className].flatMap((own) => own ?? []),
    ...(hasVerdict(set)
      ? [column(words.columns.verdict, 16, (row) => textCell(verdictOf(row, texts.verdict(row))))]
      : []),
    ...(set.score === null ? [] : [score(words.columns.score, 'value'), score(titles.fullScore, 'of')]),
    ...(hasOpenScore ? [score(titles.leastScore, 'min'), score(titles.mostScore, 'max')] : []),
    column(titles.decides, 18, (row) => textCell(found.get(row)?.deciding.join(' ') ?? null)),
    column(words.columns.deciding, 60, (row) => proseCell(texts.reason(row))),
    column(titles.missing, 8, (row) => countCell(cellsMissing(found.get(row)?.missing), CENTER)),
    ...(outcomes.some(({ notes }) => notes.length > 0)
      ? [
          column(words.notes, 40, (row) =>
            proseCell(
              found
                .get(row)
                ?.notes.map((note) => note[lang])
                .join(' ') ?? '',
            ),
          ),
        ]
      : []),
  ];
}

/** How many cells leave a unit open: of a figure made of those of other units, all of theirs. */
function cellsMissing(missing: OutcomeResult['missing'] = []): number {
  return missing.reduce((sum, { cells }) => sum + (cells?.length ?? 1), 0);
}

/** The group of a unit, where no column about it says that, and its place there. */
function groupColumns({ scored: { groups, assessments }, lang }: SheetSource): readonly UnitColumnSpec[] {
  if (groups === undefined) return [];
  const { column, groupOf, ranking } = groups;
  const group: UnitColumnSpec = {
    title: column.label[lang],
    width: 20,
    cell: (row) => textCell(groupText(groups, groupOf(row).value, lang)),
  };
  const place: UnitColumnSpec = {
    title: messagesIn(lang).report.groups.rankInGroup,
    width: 9,
    cell: (row) => {
      const [from = 0, to = 0] = [ranking.from[row], ranking.to[row]];
      return from === to ? countCell(from, CENTER) : textCell(spanText(from, to, lang), CENTER);
    },
  };
  return assessments.dataset.units.groups.has(column.id) ? [place] : [group, place];
}

/** The units against the criteria, a mark in each cell. */
export function matrixSheet(source: SheetSource): SheetSpec {
  const { scored, rows, lang } = source;
  const { assessments } = scored;
  const { set } = assessments.program;
  const words = messagesIn(lang).report;
  const units = unitColumns(source);
  const criteria = [...set.criteria.values()];
  const stateOf = (number: number, row: number) => stateWord(asState(assessments.states[number]?.[row]));
  const legend = STATE_WORDS.map((state) => `${STATE_MARKS[state]} ${words.states[state]}`).join(', ');
  return listSheet(
    {
      name: words.sheets.matrix,
      columns: [...units, ...criteria.map(({ id }) => ({ title: id, width: Math.max(6, id.length + 3) }))],
      rows: rows.map((row) => [
        ...units.map(({ cell }) => cell(row)),
        ...criteria.map((_, number): SheetCell => {
          const state = stateOf(number, row);
          return { value: STATE_MARKS[state], fill: stateFill(state), align: 'center' };
        }),
      ]),
      notes: [legend],
      stickyColumns: 2,
      explained: new Map(
        criteria.map(({ title, cite }, number) => {
          const clause = cite === null ? '' : ` (${clauseText(cite, set, lang)})`;
          return [units.length + number, `${title[lang]}${clause}`] as const;
        }),
      ),
    },
    scored,
    lang,
  );
}
