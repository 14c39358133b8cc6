import type { Feature } from 'write-excel-file/universal';
import { columnLetters, escaped } from './workbook-pages.ts';

/*
 * Comments on cells (ECMA-376 part 1, 18.7): a part with the texts, and one in VML, which still says where Excel draws
 * the box of each. The writer of workbooks has no comments of its own and takes such parts as a feature.
 */

/** A comment on a cell; row and column count from 1. */
export interface SheetComment {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/**
 * Puts comments on the cells of a workbook.
 *
 * @param sheets The comments of each sheet, in the order of the sheets; one comment a cell.
 */
export function commentsFeature(sheets: readonly (readonly SheetComment[])[]): Feature<Blob> {
  const has = (index: number): boolean => (sheets[index] ?? []).length > 0;
  const numbers = sheets.flatMap((_, index) => (has(index) ? [index + 1] : []));
  return {
    files: {
      transform: {
        '[Content_Types].xml': { insert: () => (numbers.length === 0 ? undefined : contentTypes(numbers)) },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_, { sheetIndex }) => (has(sheetIndex) ? relations(sheetIndex + 1) : undefined),
        },
        'xl/worksheets/sheet{id}.xml': {
          insert: (_, { sheetIndex }) => (has(sheetIndex) ? '<legacyDrawing r:id="rId-comments-boxes"/>' : undefined),
        },
      },
      write: {
        files: () =>
          Object.fromEntries(
            numbers.flatMap((number) => {
              const comments = sheets[number - 1] ?? [];
              return [
                [`xl/comments${number}.xml`, commentsXml(comments)],
                [`xl/drawings/comments${number}.vml`, boxesXml(comments)],
              ];
            }),
          ),
      },
    },
  };
}

function contentTypes(numbers: readonly number[]): string {
  const parts = numbers.map(
    (number) => `<Override ContentType="${OFFICE}.spreadsheetml.comments+xml" PartName="/xl/comments${number}.xml"/>`,
  );
  return `<Default ContentType="${OFFICE}.vmlDrawing" Extension="vml"/>${parts.join('')}`;
}

function relations(number: number): string {
  return (
    `<Relationship Id="rId-comments" Type="${RELATION}/comments" Target="../comments${number}.xml"/>` +
    `<Relationship Id="rId-comments-boxes" Type="${RELATION}/vmlDrawing" Target="../drawings/comments${number}.vml"/>`
  );
}

function commentsXml(comments: readonly SheetComment[]): string {
  const told = comments.map(
    ({ row, column, text }) =>
      `<comment ref="${columnLetters(column)}${row}" authorId="0"><text><t xml:space="preserve">${escaped(text)}</t></text></comment>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="${MAIN}"><authors><author>xasach</author></authors><commentList>${told.join('')}</commentList></comments>`;
}

function boxesXml(comments: readonly SheetComment[]): string {
  const boxes = comments.map(
    ({ row, column }, index) =>
      `<v:shape id="_x0000_s${1025 + index}" type="#note" style="position:absolute;width:240pt;height:90pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column}, 12, ${Math.max(0, row - 2)}, 8, ${column + 4}, 12, ${row + 4}, 8</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`,
  );
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${boxes.join('')}</xml>`;
}
