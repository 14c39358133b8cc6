import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { PLAIN, writeTable } from '../../src/report/index.ts';
import { layTable, shorten, wrap } from '../../src/report/terminal/layout.ts';
import { scored } from './communes.ts';

const SEED = { seed: 20_250_824, numRuns: 300 };
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('Xã Mỹ Hoà Hưng', 'Xã Mỹ Hoà Hưng'.normalize('NFD'), '漢字', '👮‍♀️ công an', ''),
);

describe('table', () => {
  it('has lines of equal width up to the last column', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ left: text, right: text, last: text }), { minLength: 1, maxLength: 8 }),
        (rows) => {
          const columns = [
            { title: 'Hạng', align: 'right', cell: (row: (typeof rows)[number]) => row.right },
            { title: 'Tên', align: 'left', cell: (row: (typeof rows)[number]) => row.left },
            { title: 'Điểm', align: 'right', cell: (row: (typeof rows)[number]) => row.last },
          ] as const;
          const { lines } = layTable(columns, rows, { width: Number.POSITIVE_INFINITY, paint: PLAIN });
          expect(new Set(lines.map((line) => stringWidth(line))).size).toBe(1);
        },
      ),
      SEED,
    );
  });

  it.each([60, 72, 80, 100, 120, 200])('fits %i columns', (width) => {
    for (const lang of ['vi', 'en'] as const) {
      for (const line of writeTable(scored(), { lang, width, paint: PLAIN }).split('\n')) {
        expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }
    }
  });

  it('paints without moving anything', () => {
    const red = (part: string): string => `\u001B[31m${part}\u001B[39m`;
    const paint = { bold: red, dim: red, good: red, bad: red, warn: red };
    const widths = (page: string): readonly number[] => page.split('\n').map((line) => stringWidth(line));
    const plain = writeTable(scored(), { lang: 'vi', width: 200, paint: PLAIN });
    expect(widths(writeTable(scored(), { lang: 'vi', width: 200, paint })).slice(0, 14)).toEqual(
      widths(plain).slice(0, 14),
    );
  });
});

describe('shorten', () => {
  it.each([
    ['Xã An Biên', 20, 'end', 'Xã An Biên'],
    ['Xã Vĩnh Thạnh Trung', 10, 'end', 'Xã Vĩnh T…'],
    ['Địa bàn trọng điểm phức tạp loại III', 20, 'middle', 'Địa bàn…loại III'],
    ['Địa bàn trọng điểm phức tạp loại II', 20, 'middle', 'Địa bàn…loại II'],
    ['Địabàntrọngđiểm', 7, 'middle', 'Địa…iểm'],
  ] as const)('%s to %i from the %s', (whole, width, cut, expected) => {
    expect(shorten(whole, width, cut)).toBe(expected);
  });

  it('never passes the width', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), fc.constantFrom('end', 'middle'), (whole, width, cut) => {
        expect(stringWidth(shorten(whole, width, cut))).toBeLessThanOrEqual(width);
      }),
      SEED,
    );
  });
});

const coloured = (part: string): string => `\u001B[31m${part}\u001B[39m`;

describe('wrap', () => {
  it('breaks a coloured word where it breaks a plain one, and no code of colour', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zăâđêôơư]{1,99}$/u), fc.integer({ min: 20, max: 40 }), (word, width) => {
        expect(wrap(`a ${coloured(word)}`, width).map((line) => stripVTControlCharacters(line))).toEqual(
          wrap(`a ${word}`, width),
        );
      }),
      SEED,
    );
  });

  it('keeps every word and the width', () => {
    const words = fc.array(fc.stringMatching(/^[a-zăâđêôơư]{1,60}$/u), { maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 30, max: 90 }), (all, width) => {
        const lines = wrap(all.join(' '), width, 'F.1  ');
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(
          lines
            .map((line) => line.slice(5))
            .join('')
            .replaceAll(' ', ''),
        ).toBe(all.join(''));
      }),
      SEED,
    );
  });
});
