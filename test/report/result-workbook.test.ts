import fc from 'fast-check';
import { unzipSync } from 'fflate';
import readXlsxFile, { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { type Lang, messagesIn, sentence } from '../../src/messages/index.ts';
import { exactText, parseDecimal, rational, ZERO } from '../../src/number/index.ts';
import type { AssessmentResult } from '../../src/report/results/assessment-result.ts';
import { PLAIN, type Scored, writeJson, writeResultWorkbook } from '../../src/report/index.ts';
import { exactCell } from '../../src/report/workbook/sheet-cells.ts';
import { writeWorkbook } from '../../src/report/workbook/workbook.ts';
import { criteria, scored } from './communes.ts';
import { scoredBy, sheet } from './sheets.ts';

type Cell = string | number | boolean | null;
type Table = readonly (readonly Cell[])[];
type Row = Readonly<Record<string, Cell>>;

const LANGS: readonly Lang[] = ['vi', 'en'];
const CASES: readonly (readonly [string, Scored])[] = [
  ['a set in force', scored()],
  ['a draft', scored(undefined, criteria(['status: in-force', 'status: draft']))],
  ['a points sheet', { ...scoredBy(sheet('sheet')), further: new Set(['ways', 'near']) }],
];

/** A list as objects by the title of the column; what stands above the header is passed over. */
function listOf(table: Table, firstTitle: string): readonly Row[] {
  const at = table.findIndex(([first]) => first === firstTitle);
  const titles = (table[at] ?? []).map(String);
  return table
    .slice(at + 1)
    .map((cells) => Object.fromEntries(titles.map((title, index) => [title, cells[index] ?? null])));
}

/** A cell as the result writes it: a decimal, a quotient, or nothing. */
const exact = (cell: Cell | undefined): string | null => (cell === null || cell === undefined ? null : String(cell));

describe.each(LANGS)('in %s', (lang) => {
  describe.each(CASES)('of %s', (_, all) => {
    const words = messagesIn(lang).report;
    const { columns: titles } = words.sheets;
    const { set } = all.assessments.program;
    const whole: Scored = { ...all, further: new Set(['ways', 'near']) };
    const result = JSON.parse(writeJson(whole, { lang, width: 100, paint: PLAIN }));
    const assessments: readonly AssessmentResult[] = result.assessments;
    const ordered = all.ranking.order.flatMap((row) => assessments[row] ?? []);
    const labels = new Map([...set.classes.values()].map(({ id, label }) => [label[lang], id]));
    const classOf = (cell: Cell | undefined): string | null => labels.get(String(cell)) ?? null;
    const sheets = new Map<string, Table>();
    let bytes: Uint8Array = new Uint8Array();

    const table = (name: string): Table => {
      const found = sheets.get(name);
      if (found === undefined) throw new Error(`there is no sheet ${name} among ${[...sheets.keys()].join(', ')}`);
      return found;
    };

    beforeAll(async () => {
      bytes = await writeResultWorkbook(all, lang);
      for (const { sheet: name, data } of await readXlsxFile(Buffer.from(bytes)))
        sheets.set(
          name,
          data.map((row) => row.map((cell) => (typeof cell === 'object' || typeof cell === 'function' ? null : cell))),
        );
    });

    it('has the sheets, and the same bytes each time', async () => {
      expect([...sheets.keys()]).toEqual([
        words.summary,
        words.sheets.ranking,
        words.sheets.matrix,
        words.sheets.reasons,
        words.ways.title,
        words.ways.near,
        words.missing,
        words.sheets.provenance,
      ]);
      expect(await writeResultWorkbook(all, lang)).toEqual(bytes);
    });

    it('ranks the units as the result does', () => {
      const rows = listOf(table(words.sheets.ranking), words.columns.rank);
      const read = rows.map((row) => ({
        code: row[words.columns.code],
        name: row[words.columns.name],
        class: classOf(row[words.columns.class]),
        period: row[words.columns.period],
        rank: [row[words.columns.rank], row[titles.worstRank] ?? row[words.columns.rank]],
        score: exact(row[words.columns.score]),
        min: exact(row[titles.leastScore] ?? row[words.columns.score]),
        max: exact(row[titles.mostScore] ?? row[words.columns.score]),
        of: exact(row[titles.fullScore]),
        deciding: String(row[titles.decides] ?? '')
          .split(' ')
          .filter((id) => id !== ''),
        missing: row[titles.missing],
      }));
      expect(read).toEqual(
        ordered.map((found) => ({
          code: found.unit.code,
          name: found.unit.name,
          class: found.class,
          period: found.period,
          rank: [found.rank.from, found.rank.to],
          score: found.score?.value ?? null,
          min: found.score?.min ?? null,
          max: found.score?.max ?? null,
          of: found.score?.of ?? null,
          deciding: found.deciding,
          missing: found.missing.length,
        })),
      );
      expect(rows.map((row) => typeof row[words.columns.code])).toEqual(rows.map(() => 'string'));
    });

    it('marks every criterion of every unit', () => {
      const states = new Map([
        ['✓', 'pass'],
        ['✗', 'fail'],
        ['?', 'unknown'],
        ['–', 'not-applicable'],
      ]);
      const rows = listOf(table(words.sheets.matrix), words.columns.code);
      const read = rows.map((row) => [...set.criteria.keys()].map((id) => states.get(String(row[id]))));
      expect(read).toEqual(ordered.map(({ criteria: found }) => found.map(({ state }) => state)));
    });

    it('gives the evidence of every criterion as it is', () => {
      const choices = new Map(
        [...set.indicators.values()].flatMap(({ values }) => [...values]).map(([id, label]) => [label[lang], id]),
      );
      const stateIds = new Map(Object.entries(words.states).map(([id, word]) => [word, id]));
      const operators: Readonly<Record<string, string>> = {
        '≤': '<=',
        '≥': '>=',
        '=': '==',
        '≠': '!=',
        '∈': 'in',
        '∉': 'not in',
      };
      const valueOf = (cell: Cell | undefined, operator: string | null): string | null => {
        if (cell === null || cell === undefined) return null;
        if (operator === 'in' || operator === 'not in')
          return String(cell)
            .split(' / ')
            .map((label) => choices.get(label))
            .join('|');
        return cell === words.yes ? 'true' : cell === words.no ? 'false' : (stateIds.get(String(cell)) ?? String(cell));
      };
      const read = listOf(table(words.sheets.reasons), words.columns.code).map((row) => {
        const operator =
          row[titles.operator] === null
            ? null
            : (operators[String(row[titles.operator])] ?? String(row[titles.operator]));
        return {
          code: row[words.columns.code],
          id: row[titles.criterion],
          state: stateIds.get(String(row[titles.state])),
          decides: row[titles.decides] === words.yes,
          observed: valueOf(row[titles.observed], operator),
          operator,
          required: valueOf(row[titles.required], operator),
          margin: exact(row[titles.margin]),
          points: exact(row[titles.points] ?? null),
        };
      });
      expect(read).toEqual(
        ordered.flatMap(({ unit, criteria: found, deciding }) =>
          found.map(({ id, state, observed, operator, required, margin, points }) => ({
            code: unit.code,
            id,
            state,
            decides: deciding.includes(id),
            observed,
            operator,
            required,
            margin,
            points,
          })),
        ),
      );
    });

    it('lists the ways, and the changes near a line', () => {
      const ways = listOf(table(words.ways.title), words.columns.code);
      const numbered = ways.filter((row) => row[titles.number] !== null && row[titles.goal] === words.ways.toCertified);
      const promised = result.assessments.map(
        (found: { readonly ways: { readonly certified: { readonly ways: readonly unknown[] } } }) =>
          found.ways.certified.ways.length,
      );
      const counted = assessments.map(
        ({ unit }) => numbered.filter((row) => row[words.columns.code] === unit.code).length,
      );
      expect(counted).toEqual(promised);
      expect(promised.some((count: number) => count > 0)).toBe(true);
      const near = listOf(table(words.ways.near), words.columns.code);
      expect(near).toHaveLength(
        result.assessments.flatMap((found: { readonly near: readonly unknown[] }) => found.near).length,
      );
    });

    it('names every missing cell under its office', () => {
      const read = listOf(table(words.missing), titles.office).map((row) =>
        [row[words.columns.code], row[titles.file], row[titles.line], row[titles.column], row[titles.office]].join('|'),
      );
      const owed = ordered.flatMap(({ unit, missing }) =>
        missing.map(({ indicator, file, line, column }) => {
          const office = set.indicators.get(indicator)?.provider?.[lang] ?? words.check.noOffice;
          return [unit.code, file, line, column, office].join('|');
        }),
      );
      expect(read.toSorted()).toEqual(owed.toSorted());
      const offices = read.map((line) => line.split('|').at(-1));
      expect(offices.filter((office, index) => office !== offices[index - 1])).toHaveLength(new Set(offices).size);
    });

    it('sums up, and says where it comes from', () => {
      const summary = table(words.summary);
      for (const [id, count] of Object.entries<number>(result.summary.classes)) {
        const label = set.classes.get(id)?.label[lang];
        expect(summary.find(([first]) => first === label)?.[1]).toBe(count);
      }
      const told = table(words.sheets.provenance).flat().map(String);
      const origins = [
        result.criteria.sha256,
        result.criteria.id,
        `xasach ${result.engine.version}`,
        ...result.inputs.flatMap((input: { readonly name: string; readonly sha256: string }) => [
          input.name,
          input.sha256,
        ]),
        ...Object.entries(result.criteria.readings).map(([name, option]) => `${name} = ${String(option)}`),
        ...all.provenance.issues.map((found) => sentence(found, lang)),
      ];
      expect(told).toEqual(expect.arrayContaining(origins));
    });

    it('says on every sheet when it may not certify', () => {
      const mark = words.notForCertification(set.status);
      for (const [name, rows] of sheets)
        expect([name, rows.flat().includes(mark)]).toEqual([name, set.status !== 'in-force']);
    });

    it('prints as wide as the paper with the header on each page, and filters its lists', () => {
      const parts = unzipSync(bytes);
      const text = (path: string): string => new TextDecoder().decode(parts[path]);
      const pages = Object.keys(parts).filter((path) => /worksheets\/sheet\d+\.xml$/u.test(path));
      expect(pages).toHaveLength(sheets.size);
      for (const path of pages) {
        expect(text(path)).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/u);
        expect(text(path)).toMatch(
          /<pageSetup [^>]*orientation="landscape" fitToWidth="1" fitToHeight="0"\/><headerFooter>/u,
        );
      }
      const names = [...text('xl/workbook.xml').matchAll(/<definedName name="_xlnm\.(\w+)"/gu)].map(([, name]) => name);
      expect(names.filter((name) => name === 'Print_Titles')).toHaveLength(sheets.size);
      expect(names.filter((name) => name === '_FilterDatabase').length).toBeGreaterThan(3);
    });
  });
});

describe('a figure', () => {
  it.each([
    ['0', 0],
    ['-12.50', -12.5],
    ['0.1', 0.1],
    ['999999999999999', 999_999_999_999_999],
    ['0.000000000000001', 1e-15],
    // A double would show another number than these.
    ['9007199254740993', '9007199254740993'],
    ['0.12345678901234567', '0.12345678901234567'],
    ['45/8120', '45/8120'],
  ])('%s is %j', (text, value) => {
    expect(exactCell(text).value).toBe(value);
  });

  it('is a number only where the number says the same', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.integer({ min: 0, max: 20 }),
        (num, places) => {
          const text = exactText(rational(num, 10n ** BigInt(places)));
          const { value } = exactCell(text);
          const shown =
            typeof value === 'number' ? exactText(parseDecimal(value.toFixed(Math.min(places, 100))) ?? ZERO) : value;
          expect(shown).toBe(text);
        },
      ),
      { seed: 20_260, numRuns: 500 },
    );
  });
});

describe('texts that JavaScript objects know', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s stays itself', async (name) => {
    const bytes = await writeWorkbook([{ name: 'A', rows: [[{ value: name }, { value: `${name} ` }]] }]);
    expect(await readSheet(Buffer.from(bytes), 1)).toEqual([[name, name]]);
  });
});

test.each([
  ['en', /^units certified|\bcertified\b/iu],
  ['vi', /^số đơn vị đạt$|^đạt$/iu],
] as const)('nobody is certified by a draft, not even in the head of a column, in %s', async (lang, certified) => {
  const draft = scored(undefined, criteria(['status: in-force', 'status: draft']));
  const [summary] = await readXlsxFile(Buffer.from(await writeResultWorkbook(draft, lang)));
  const texts = summary?.data.flat().filter((cell) => typeof cell === 'string') ?? [];
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.filter((text) => certified.test(text))).toEqual([]);
});
