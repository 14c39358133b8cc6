import { messagesIn, type Position, sentence } from '../../messages/index.ts';
import { dayText } from '../plain/days.ts';
import { appliedReadings } from '../words/applied-readings.ts';
import { countCell, footerText, headCell, proseCell, textCell, topRows } from './sheet-cells.ts';
import type { SheetSource } from './sheet-units.ts';
import { placeText } from '../words/missing-text.ts';
import { unusualTies } from '../words/ties-text.ts';
import type { SheetCell, SheetSpec } from './workbook.ts';

type Rows = readonly (readonly SheetCell[])[];

/** Where the result comes from: program, criteria, readings, options, files with their hashes, warnings. */
export function provenanceSheet(source: SheetSource): SheetSpec {
  const { scored, lang } = source;
  const words = messagesIn(lang).report;
  const top = topRows(scored, lang);
  return {
    name: words.sheets.provenance,
    rows: [
      ...top,
      ...originRows(source),
      ...readingRows(source),
      ...inputRows(source),
      ...documentRows(source),
      ...noticeRows(source),
    ],
    widths: [32, 70, 14, 70],
    page: { headerRow: top.length + 1, list: null, footer: footerText(scored, lang) },
  };
}

function originRows({ scored, lang }: SheetSource): Rows {
  const { assessments, provenance } = scored;
  const { set } = assessments.program;
  const words = messagesIn(lang).report;
  const { origin } = words.sheets;
  const ties = unusualTies(set, lang);
  return [
    [textCell(origin.engine), textCell(`xasach ${provenance.version}`)],
    [textCell(origin.criteria), textCell(set.id), textCell(words.statuses[set.status])],
    [textCell(words.set.title), proseCell(set.title[lang])],
    [textCell(`${origin.sha256} (${set.id})`), textCell(set.sha256)],
    [textCell(words.columns.period), textCell(provenance.period ?? words.noPeriod)],
    ...(ties === null ? [] : [[textCell(words.rankOrder), proseCell(ties)]]),
    ...Object.entries(provenance.options).map(([name, value]) => [
      textCell(`${origin.option} --${name}`),
      textCell(value),
    ]),
  ];
}

function readingRows({ scored: { assessments }, lang }: SheetSource): Rows {
  const words = messagesIn(lang).report;
  const rows = appliedReadings(assessments.program.set, lang).map(({ id, question, chosen, answer }) => [
    textCell(`${id} = ${chosen}`),
    proseCell(question),
    textCell(null),
    proseCell(answer),
  ]);
  return rows.length === 0 ? [] : [[], [words.readings, '', '', ''].map(headCell), ...rows];
}

function inputRows({ scored: { assessments }, lang }: SheetSource): Rows {
  const { origin } = messagesIn(lang).report.sheets;
  const rows = assessments.dataset.inputs.map(({ name, sha256, rows: count }) => [
    textCell(null),
    textCell(name),
    countCell(count),
    textCell(sha256),
  ]);
  return [[], ['', origin.input, origin.rows, origin.sha256].map(headCell), ...rows];
}

function documentRows({ scored: { assessments }, lang }: SheetSource): Rows {
  const { sources } = assessments.program.set;
  if (sources.size === 0) return [];
  const rows = [...sources.values()].map(({ document, issuer, date }) => [
    textCell(null),
    proseCell(document[lang]),
    textCell(date === null ? null : dayText(date, lang)),
    textCell(issuer),
  ]);
  return [[], ['', messagesIn(lang).report.sheets.origin.document, '', ''].map(headCell), ...rows];
}

function noticeRows({ scored: { provenance }, lang }: SheetSource): Rows {
  const words = messagesIn(lang).report;
  if (provenance.issues.length === 0) return [];
  const place = (position: Position | null): string => (position === null ? '' : placeText(position));
  const rows = provenance.issues.map((found) => [
    textCell(words.severities[found.severity]),
    proseCell(sentence(found, lang)),
    textCell(null),
    textCell(place(found.position)),
  ]);
  return [[], [words.sheets.origin.notice, '', '', ''].map(headCell), ...rows];
}
