import { type Issue, issue } from '../../messages/index.ts';
import type { Cell, Grid } from '../grid.ts';
import { ENCODING_NAMES, type LegacyEncoding } from './encoding.ts';
import { decodeCodePage } from './legacy-code-pages.ts';
import { isVietnamese, likeliest } from './legacy-text.ts';

/** The bytes of windows-1252 by their characters: what a workbook keeps of a text typed in a font such as .VnTime. */
const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from(
    { length: 256 },
    (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte] as const,
  ),
);
const BEYOND_ASCII = /[\u0080-\uffff]/;
/** How many texts tell the encoding of a sheet. */
const SAMPLE = 2000;

/**
 * Decodes the texts of a workbook that were typed in a font with an encoding of its own, where their words tell which.
 *
 * @returns The grid with a note that names the encoding; as it was where all texts are Unicode.
 */
export function decodeCells(grid: Grid): { readonly grid: Grid; readonly issues: readonly Issue[] } {
  const texts = grid.rows.flatMap((cells) =>
    cells.flatMap((cell) => (typeof cell === 'string' && BEYOND_ASCII.test(cell) ? [cell] : [])),
  );
  const typed = texts.filter((text) => bytesOf(text) !== null);
  const sample = typed.slice(0, SAMPLE).join('\n');
  const encoding = isVietnamese(sample) ? null : likeliest(bytesOf(sample) ?? new Uint8Array());
  if (encoding === null || encoding === 'windows-1258') return { grid, issues: [] };
  const rows = grid.rows.map((cells) => cells.map((cell) => decoded(cell, encoding)));
  const position = { file: grid.file, ...(grid.sheet === undefined ? {} : { sheet: grid.sheet }) };
  const note = issue('data/legacy-font', { encoding: ENCODING_NAMES[encoding] }, { severity: 'note', position });
  return { grid: { ...grid, rows }, issues: [note] };
}

/** A text in another font; one that is Vietnamese as it stands is Unicode, as headers beside such names often are. */
function decoded(cell: Cell, encoding: LegacyEncoding): Cell {
  if (typeof cell !== 'string' || !BEYOND_ASCII.test(cell) || isVietnamese(cell)) return cell;
  const bytes = bytesOf(cell);
  return bytes === null ? cell : decodeCodePage(bytes, encoding);
}

/** The bytes of a text; `null` where a character is none of windows-1252, so that the text is Unicode. */
function bytesOf(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const letter of text) {
    const byte = BYTES.get(letter);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}
