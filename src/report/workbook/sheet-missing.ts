import { messagesIn } from '../../messages/index.ts';
import { missingByOffice } from '../words/missing-by-office.ts';
import { countCell, listSheet, textCell } from './sheet-cells.ts';
import { type SheetSource, unitColumns } from './sheet-units.ts';
import { missingLabel, missingPlaces } from '../words/missing-text.ts';
import type { SheetSpec } from './workbook.ts';

/** The figures that the criteria ask for and the data lack, by the office that owes them, each with its place. */
export function missingSheet(source: SheetSource): SheetSpec {
  const { scored, rows, texts, lang } = source;
  const { set } = scored.assessments.program;
  const words = messagesIn(lang).report;
  const { columns: titles } = words.sheets;
  const units = unitColumns(source);
  const owed = missingByOffice(scored, rows, texts);
  return listSheet(
    {
      name: words.missing,
      columns: [
        { title: titles.office, width: 30 },
        { title: titles.indicator, width: 50 },
        ...units,
        { title: titles.file, width: 30 },
        { title: words.check.columns.sheet, width: 14 },
        { title: titles.line, width: 8 },
        { title: titles.column, width: 8 },
      ],
      rows: owed.flatMap(({ office, row, cell }) =>
        missingPlaces(cell, lang).map(({ position: { file, sheet, line, column }, note }) => [
          textCell(office?.[lang] ?? words.check.noOffice),
          textCell([missingLabel(set, cell, lang), note].filter((text) => text !== null).join(': ')),
          ...units.map((unit) => unit.cell(row)),
          textCell(file),
          textCell(sheet ?? null),
          line === undefined ? textCell(null) : countCell(line),
          column === undefined ? textCell(null) : countCell(column),
        ]),
      ),
      notes: owed.length === 0 ? [words.sheets.noneMissing] : [],
    },
    scored,
    lang,
  );
}
