import type { Assessments } from '../../assess/index.ts';
import type { RankKey } from '../../criteria/index.ts';
import { observedIn } from '../../explain/index.ts';
import type { Formula } from '../../formula/index.ts';
import { messagesIn } from '../../messages/index.ts';
import { labelOf } from '../words/finding-text.ts';
import { comparisonTotals, comparisonUnits } from './comparison-lines.ts';
import { groupColumnsOfUnits, groupSection } from './group-lines.ts';
import { headLines, marksAtEnd, section } from './head.ts';
import { leftOutLines } from './left-out.ts';
import { type Column, layTable, shorten, wrap } from './layout.ts';
import { shownObserved } from '../plain/numbers.ts';
import { rankKeyText } from '../words/rank-key-text.ts';
import { unusualTies } from '../words/ties-text.ts';
import { thresholdsOfNumber } from '../words/thresholds-of-number.ts';
import { robustnessColumns, robustnessSection } from './robustness-lines.ts';
import { requireOwn, type Scored, type WriteReport } from '../scored.ts';
import { requireStyle, type Style } from '../style.ts';
import { selectionLines } from './summary-lines.ts';
import { identityColumns, scoreColumns } from './table.ts';
import { unitTexts } from '../words/unit-texts.ts';

/** Labels are long; the whole one stands under the table. */
const WIDEST_TITLE = 22;

type NumberKey = Extract<RankKey, { by: 'measure' | 'indicator' }>;

/**
 * What `xasach rank` prints for people: the units in order with every key of the order, equal ranks marked.
 *
 * @throws {RangeError} For what was not scored, an order or totals of other units, and a style that says too little.
 * @example writeRanking(scored, style).includes('Phường Ba Đình') // true
 */
export const writeRanking: WriteReport = (scored, style) => {
  requireOwn(scored);
  requireStyle(style);
  const { assessments, ranking } = scored;
  const { lang, width } = style;
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const isTied = tiedRows(scored);
  const plain = unitTexts(assessments, ranking, lang);
  const texts = { ...plain, rank: (row: number) => `${isTied(row) ? '=' : ''}${plain.rank(row)}` };
  const keys = set.rank.filter((key): key is NumberKey => key.by === 'measure' || key.by === 'indicator');
  const columns = [
    ...identityColumns(scored, texts, style),
    ...groupColumnsOfUnits(scored, style),
    ...robustnessColumns(scored, style),
    ...scoreColumns(scored, texts, style),
    ...keys.map((key, index) => keyColumn(assessments, key, index, style)),
  ];
  const order = set.rank.flatMap((key, index) => wrap(rankKeyText(key, set, lang), width - 2, `${index + 1}. `));
  const table = layTable(columns, scored.rows ?? ranking.order, style);
  const above = [...comparisonTotals(scored, style), ...selectionLines(scored, style)];
  const lines = [
    ...headLines(scored, style),
    ...(above.length === 0 ? [] : [...above.slice(1), '']),
    ...table.lines,
    ...leftOutLines(table.leftOut, style),
    ...robustnessSection(scored, style),
    ...groupSection(scored, style),
    ...section(words.rankOrder, [...order, ...tiesLines(scored, ranking.order.some(isTied), style)], style),
    ...comparisonUnits(scored, style),
    ...marksAtEnd(scored, style),
  ];
  return `${lines.join('\n')}\n`;
};

/** What the mark of an equal rank means; where none is marked, how equal units are placed when that is not the rule. */
function tiesLines({ assessments }: Scored, isMarked: boolean, { lang, width }: Style): readonly string[] {
  const { set } = assessments.program;
  const words = messagesIn(lang).report;
  const text = isMarked ? words.tied(words.ties[set.ties]) : unusualTies(set, lang);
  return text === null ? [] : wrap(text, width - 2);
}

/** Rows that share one place with another row of their period. */
function tiedRows({ assessments, ranking }: Scored): (row: number) => boolean {
  const placeOf = (row: number): string =>
    JSON.stringify([assessments.dataset.units.period[row], ranking.from[row], ranking.to[row]]);
  const seen = new Map<string, number>();
  for (const row of ranking.order) seen.set(placeOf(row), (seen.get(placeOf(row)) ?? 0) + 1);
  return (row) => ranking.from[row] === ranking.to[row] && (seen.get(placeOf(row)) ?? 0) > 1;
}

/** The later a key decides, the sooner it is left out. */
function keyColumn(assessments: Assessments, key: NumberKey, index: number, { lang }: Style): Column<number> {
  const { set } = assessments.program;
  const words = messagesIn(lang).report;
  const name: Formula = { kind: 'name', name: key.id, at: { file: '' } };
  const lines = thresholdsOfNumber(set, name);
  const percent = set.measures.get(key.id)?.show === 'percent' || set.indicators.get(key.id)?.type === 'percent';
  return {
    title: shorten(labelOf(set, key.id, lang), WIDEST_TITLE),
    align: 'left',
    cell: (row) => {
      const found = observedIn(assessments, name, row);
      if (typeof found === 'string') return found === 'missing' ? words.noData : words.nothingByNothing;
      return shownObserved(found, { lang, percent, lines });
    },
    drop: -index,
  };
}
