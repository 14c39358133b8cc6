import type { Feature } from 'write-excel-file/universal';

/*
 * How sheets are printed and filtered (ECMA-376 part 1, 18.3.1.2, 18.3.1.46, 18.3.1.82 and 18.2.5). The writer of
 * workbooks knows only the orientation of the paper; it takes the rest as a feature.
 */

/** How a sheet is printed and filtered. */
export interface PageSetup {
  /** The row of the header, from 1: with all above it, it is repeated on every page. */
  readonly headerRow: number;
  /** The last row and column of the list that the header filters; `null` for a sheet that is no list. */
  readonly list: { readonly lastRow: number; readonly columns: number } | null;
  /** What stands at the foot of every page beside its number. */
  readonly footer: string;
}

interface NamedPage {
  readonly name: string;
  readonly page: PageSetup | undefined;
}

/** Sets up the pages of a workbook: as wide as the paper, with the header and the footer on each, and a filter on lists. */
export function pagesFeature(sheets: readonly NamedPage[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => {
            const page = sheets[sheetIndex]?.page;
            return page === undefined ? xml : withPage(xml, page);
          },
        },
        'xl/workbook.xml': {
          transform: (xml) => {
            const names = sheets.flatMap(({ name, page }, index) =>
              page === undefined ? [] : defined(name, page, index),
            );
            return names.length === 0
              ? xml
              : xml.replace('<definedNames/>', () => `<definedNames>${names.join('')}</definedNames>`);
          },
        },
      },
    },
  };
}

/** The order of the parts is the one that the standard prescribes. */
function withPage(xml: string, { headerRow, list, footer }: PageSetup): string {
  const filter = list === null ? '' : `<autoFilter ref="A${headerRow}:${columnLetters(list.columns)}${list.lastRow}"/>`;
  return xml
    .replace(/<worksheet[^>]*>/u, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace(/<sheetData\/>|<\/sheetData>/u, (tag) => tag + filter)
    .replace(/<pageSetup [^>]*\/>/u, (tag) => {
      const fitted = tag.replace('/>', ' fitToWidth="1" fitToHeight="0"/>');
      return `${fitted}<headerFooter><oddFooter>${escaped(`&L${plain(footer)}&R&P/&N`)}</oddFooter></headerFooter>`;
    });
}

/** The names by which spreadsheets know the rows that are repeated and the list that is filtered. */
function defined(sheet: string, { headerRow, list }: PageSetup, index: number): readonly string[] {
  const named = (name: string, extent: string, hidden = ''): string =>
    `<definedName name="_xlnm.${name}" localSheetId="${index}"${hidden}>${escaped(`'${sheet}'!${extent}`)}</definedName>`;
  const area = list === null ? '' : `$A$${headerRow}:$${columnLetters(list.columns)}$${list.lastRow}`;
  return [
    ...(list === null ? [] : [named('_FilterDatabase', area, ' hidden="1"')]),
    named('Print_Titles', `$1:$${headerRow}`),
  ];
}

/** A text as a footer takes it, where `&` begins a command. */
function plain(text: string): string {
  return text.replaceAll('&', '&&');
}

/**
 * The letters of a column, which counts from 1.
 *
 * @example columnLetters(28) // 'AB'
 */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest === 0 ? '' : columnLetters(rest)) + String.fromCodePoint(65 + ((column - 1) % 26));
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]);

/** A text as XML takes it. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>]/g, (sign) => ESCAPES.get(sign) ?? sign);
}
