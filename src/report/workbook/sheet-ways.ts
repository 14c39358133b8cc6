import { nearTheLine } from '../../explain/index.ts';
import { messagesIn } from '../../messages/index.ts';
import { tells } from '../costly.ts';
import { countCell, listSheet, proseCell, textCell } from './sheet-cells.ts';
import { type SheetSource, unitColumns } from './sheet-units.ts';
import { nearTexts, wayTexts } from '../words/way-texts.ts';
import type { SheetCell, SheetSpec } from './workbook.ts';

/** What would bring each unit further, the least change first, or why nothing would. */
export function waysSheet(source: SheetSource): SheetSpec {
  const { scored, rows, lang } = source;
  const words = messagesIn(lang).report;
  const { columns: titles } = words.sheets;
  const isTold = tells(scored, 'ways');
  return listSheet(
    {
      name: words.ways.title,
      columns: [
        ...unitColumns(source),
        { title: titles.goal, width: 20 },
        { title: titles.number, width: 8 },
        { title: titles.way, width: 90 },
      ],
      rows: isTold ? rows.flatMap((row) => wayRows(source, row)) : [],
      notes: isTold ? [] : [words.sheets.waysAtCost(`xasach explain <${words.columns.code}>`)],
      stickyColumns: 2,
    },
    scored,
    lang,
  );
}

function wayRows(source: SheetSource, row: number): readonly (readonly SheetCell[])[] {
  const head = unitColumns(source).map(({ cell }) => cell(row));
  return wayTexts(source.scored.assessments, row, source.lang).flatMap(({ heading, ways, remarks }) => [
    ...ways.map((way, index) => [...head, textCell(heading), countCell(index + 1), proseCell(way)]),
    ...remarks.map((text) => [...head, textCell(heading), textCell(null), proseCell(text)]),
  ]);
}

/** The units near a line, with the figure and the class it would lead to; nothing where it was not asked for. */
export function nearSheets(source: SheetSource): readonly SheetSpec[] {
  const { scored, rows, lang } = source;
  const { assessments } = scored;
  if (!tells(scored, 'near')) return [];
  const words = messagesIn(lang).report;
  const units = unitColumns(source);
  const near = nearTheLine(assessments, rows);
  const list = {
    name: words.ways.near,
    columns: [...units, { title: words.sheets.columns.reason, width: 90 }],
    rows: rows.flatMap((row) =>
      nearTexts(near(row), assessments, lang).map((text) => [...units.map(({ cell }) => cell(row)), proseCell(text)]),
    ),
    stickyColumns: 2,
  };
  return [listSheet(list, scored, lang)];
}
