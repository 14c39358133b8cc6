import { harmless } from '../plain/harmless.ts';
import { placesOfNames } from '../words/places-of-names.ts';
import { messagesIn, type VerdictWord } from '../../messages/index.ts';
import type { CriteriaSet } from '../../criteria/index.ts';
import { comparisonTotals, comparisonUnits } from './comparison-lines.ts';
import { groupColumnsOfUnits, groupSection } from './group-lines.ts';
import { hasVerdict, verdictReader } from '../words/head-texts.ts';
import { headLines, section } from './head.ts';
import { type Column, layTable, pad, wrap } from './layout.ts';
import { robustnessColumns, robustnessSection } from './robustness-lines.ts';
import { leftOutLines } from './left-out.ts';
import { requireOwn, type Scored, type WriteReport } from '../scored.ts';
import { type Paint, requireStyle, type Style } from '../style.ts';
import { selectionLines, situationLines, summaryLines } from './summary-lines.ts';
import { namedCriteria, type ShownReason } from '../words/named-criteria.ts';
import { type UnitTexts, unitTexts } from '../words/unit-texts.ts';
import { nearSection } from './way-lines.ts';

/**
 * What `xasach score` prints for people: where things stand, a table in order of rank, and the criteria it names.
 *
 * @throws {RangeError} For what was not scored, an order or totals of other units, and a style that says too little.
 * @example writeTable(scored, style).includes('Phường Ba Đình') // true
 */
export const writeTable: WriteReport = (scored, style) => {
  requireOwn(scored);
  requireStyle(style);
  const { assessments, ranking } = scored;
  const words = messagesIn(style.lang).report;
  const texts = unitTexts(assessments, ranking, style.lang);
  const columns = [
    ...identityColumns(scored, texts, style),
    ...groupColumnsOfUnits(scored, style),
    ...robustnessColumns(scored, style),
    ...scoreColumns(scored, texts, style),
    decidingColumn(texts, style),
  ];
  const rows = scored.rows ?? ranking.order;
  const table = layTable(columns, rows, style);
  const namesCriteria = table.columns.some(({ title }) => title === words.columns.deciding);
  // Under its header and its rule, where reasons may be cut.
  const body = namesCriteria ? table.lines.slice(2) : [];
  const shown = body.map((text, index) => ({ text, criteria: texts.reasoned(rows[index] ?? -1) }));
  const lines = [
    ...headLines(scored, style),
    ...situationLines(scored, style),
    ...groupSection(scored, style),
    ...comparisonTotals(scored, style),
    ...selectionLines(scored, style),
    '',
    ...table.lines,
    ...leftOutLines(table.leftOut, style),
    ...section(words.criteriaNamed, legendLines(assessments.program.set, shown, style), style),
    ...(scored.further?.has('near') === true ? nearSection(scored, rows, texts, style) : []),
    ...robustnessSection(scored, style),
    ...comparisonUnits(scored, style),
    ...summaryLines(scored, texts, style),
  ];
  return `${lines.join('\n')}\n`;
};

function decidingColumn(texts: UnitTexts, { lang }: Style): Column<number> {
  return {
    title: messagesIn(lang).report.columns.deciding,
    align: 'left',
    cell: (row) => texts.reason(row),
    fit: { good: 32, least: 16, cut: 'end' },
    drop: 2,
  };
}

/** The columns every table of units begins with. */
export function identityColumns(scored: Scored, texts: UnitTexts, { lang, paint }: Style): readonly Column<number>[] {
  const { columns } = messagesIn(lang).report;
  const verdictOf = verdictReader(scored, lang);
  const hasPeriods = new Set(scored.assessments.dataset.units.period).size > 1;
  const { rows } = scored.assessments.dataset;
  // Units made by rolling up have no code but their name.
  const hasCodes = Array.from({ length: rows }, (_, row) => row).some((row) => texts.code(row) !== texts.name(row));
  const code: Column<number> = {
    title: columns.code,
    align: 'left',
    cell: (row) => texts.code(row),
    fit: { good: 12, least: 10, cut: 'end' },
  };
  const verdict: Column<number> = {
    title: columns.verdict,
    align: 'left',
    cell: (row) => verdictOf(row, texts.verdict(row)),
    paint: (text, row) => verdictPaint(paint, texts.verdict(row))(text),
  };
  const places = placesOfNames(scored, lang);
  const place: Column<number> = {
    title: harmless(places?.title ?? ''),
    align: 'left',
    cell: (row) => places?.of(row) ?? '',
    fit: { good: 20, least: 10, cut: 'end' },
  };
  const period: Column<number> = { title: columns.period, align: 'left', cell: (row) => texts.period(row) };
  return [
    { title: columns.rank, align: 'right', cell: (row) => texts.rank(row) },
    ...(hasPeriods ? [period] : []),
    ...(hasCodes || rows === 0 ? [code] : []),
    { title: columns.name, align: 'left', cell: (row) => texts.name(row), fit: { good: 24, least: 14, cut: 'end' } },
    ...(places === null ? [] : [place]),
    {
      title: columns.class,
      align: 'left',
      cell: (row) => texts.className(row),
      fit: { good: 30, least: 20, cut: 'middle' },
      drop: 3,
    },
    ...(hasVerdict(scored.assessments.program.set) ? [verdict] : []),
  ];
}

/** The points of a unit; no column where the set has none. */
export function scoreColumns({ assessments }: Scored, texts: UnitTexts, { lang }: Style): readonly Column<number>[] {
  const { set, sheet } = assessments.program;
  if (set.score === null) return [];
  // On a points sheet the points are what matters most; a count only repeats what decides.
  const drop = sheet === null ? 1 : 4;
  return [{ title: messagesIn(lang).report.columns.score, align: 'right', cell: (row) => texts.score(row), drop }];
}

/** The colour of a verdict. */
export function verdictPaint(paint: Paint, verdict: VerdictWord): (text: string) => string {
  switch (verdict) {
    case 'certified':
      return paint.good;
    case 'not-certified':
      return paint.bad;
    case 'undetermined':
      return paint.warn;
  }
}

/** The criteria that the table gives as reasons, so that nobody has to look them up. */
function legendLines(
  set: CriteriaSet,
  shown: readonly ShownReason[],
  { lang, width, paint }: Style,
): readonly string[] {
  const named = namedCriteria(set, shown, lang);
  const widest = Math.max(0, ...named.map(({ id }) => id.length));
  return named.flatMap(({ id, title, clause }) => {
    const where = clause === null ? '' : ` ${paint.dim(`(${clause})`)}`;
    return wrap(`${title}${where}`, width - 2, `${pad(id, widest)}  `);
  });
}
