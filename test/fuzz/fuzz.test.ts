import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { parseCases } from '../../src/cases/index.ts';
import { catalogEntry, type CriteriaSet, parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { parseColumnMap, parseLineage, parseRegistry, readDataset } from '../../src/data/index.ts';
import { parseFormula } from '../../src/formula/index.ts';
import { hasError, type Issue, sentence } from '../../src/messages/index.ts';
import { readCommandLine } from '../../src/cli/command-line.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { flagsOf, OPTION_IDS } from '../../src/cli/option-table.ts';
import { chooseFormat, readOptions } from '../../src/cli/options.ts';
import { PLAIN, writeIssues } from '../../src/report/index.ts';
import { writeTemplateWorkbook } from '../../src/report/index.ts';
import { commandLine, formulaText, mutated, mutatedWorkbook } from './generators.ts';

/*
 * Nonsense of every kind: what comes out is a result or a list of issues that can be told in both languages, never an
 * exception and never a text that could harm a terminal. FUZZ_RUNS makes it longer, FUZZ_SEED other.
 */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 60);
const SEED = Number(process.env['FUZZ_SEED'] ?? 2026);
const QUICK = { numRuns: RUNS, seed: SEED };
const UNSEEN = /[\p{Cc}\u2028\u2029\p{Bidi_Control}]/u;

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../${path}`, import.meta.url)));
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const CRITERIA = bytesOf('criteria/vn-drug-free-2025.yaml');

function setOf(): CriteriaSet {
  const source = parseSource(textOf(CRITERIA), 'vn-drug-free-2025.yaml');
  const set = source.ok ? resolveReadings(source.value) : source;
  if (!set.ok) throw new Error('the set cannot be read');
  return set.value;
}
const SET = setOf();

/** Every issue can be told, on lines that show nothing unseen. */
function canBeTold(issues: readonly Issue[]): void {
  for (const lang of ['vi', 'en'] as const) {
    for (const found of issues) expect(sentence(found, lang)).not.toBe('');
    const page = writeIssues(issues, { lang, width: 100, paint: PLAIN });
    for (const line of page.split('\n')) expect(line).not.toMatch(UNSEEN);
  }
}

describe('data', () => {
  const assessed = async (name: string, bytes: Uint8Array): Promise<void> => {
    const dataset = await readDataset({ name, bytes }, SET);
    canBeTold(dataset.issues);
    if (!hasError(dataset.issues)) canBeTold(compile(SET).assess(dataset).issues);
  };

  test.each(['fixtures/report/communes.csv', 'fixtures/e2e/bad-input/many-at-once.csv'])('like %s', async (path) => {
    await fc.assert(
      fc.asyncProperty(mutated(bytesOf(path)), async (bytes) => assessed('a.csv', bytes)),
      QUICK,
    );
  });

  test('of any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => assessed('a.csv', bytes)),
      QUICK,
    );
  });

  test('in workbooks', async () => {
    const small = await writeTemplateWorkbook({ set: SET, units: [], about: [], period: null }, 'vi');
    await fc.assert(
      fc.asyncProperty(mutatedWorkbook(small), async (bytes) => assessed('a.xlsx', bytes)),
      QUICK,
    );
  });

  test('about units and columns', () => {
    const registry = strOf('code,name,type,province\n00004,Phường A,phường,Hà Nội\n');
    const lineage = strOf('old,new,share\n00001,00004,1\n');
    fc.assert(
      fc.property(mutated(registry), (bytes) => canBeTold(parseRegistry(textOf(bytes), 'u.csv').issues)),
      QUICK,
    );
    fc.assert(
      fc.property(mutated(lineage), (bytes) => canBeTold(parseLineage(textOf(bytes), 'l.csv').issues)),
      QUICK,
    );
    fc.assert(
      fc.property(mutated(strOf('residents: Nhân khẩu\n')), (bytes) =>
        canBeTold(parseColumnMap(textOf(bytes), 'm.yaml', SET).issues),
      ),
      QUICK,
    );
  });
});

describe('criteria', () => {
  test('like a shipped set', () => {
    fc.assert(
      fc.property(mutated(CRITERIA), (bytes) => {
        const source = parseSource(textOf(bytes), 'c.yaml');
        canBeTold(source.issues);
        if (source.ok) canBeTold(resolveReadings(source.value).issues);
        canBeTold(catalogEntry(textOf(bytes), 'c.yaml').issues);
      }),
      { ...QUICK, numRuns: Math.ceil(RUNS / 2) },
    );
  });

  test('of any YAML', () => {
    const keys = fc.constantFrom(
      'id',
      'title',
      'criteria',
      'indicators',
      'classes',
      '__proto__',
      'constructor',
      'extends',
      '<<',
      'a',
    );
    const yaml = fc
      .jsonValue({ maxDepth: 4 })
      .chain((value) =>
        fc
          .array(keys, { maxLength: 4 })
          .map((names) => names.map((name) => `${name}: ${JSON.stringify(value)}\n`).join('')),
      );
    fc.assert(
      fc.property(yaml, (text) => canBeTold(parseSource(text, 'c.yaml').issues)),
      QUICK,
    );
  });

  test('that unfold without end', () => {
    const bomb = `a: &a [1, 1]\n${Array.from({ length: 40 }, (_, index) => `b${index}: &b${index} [*${index === 0 ? 'a' : `b${index - 1}`}, *${index === 0 ? 'a' : `b${index - 1}`}]\n`).join('')}`;
    expect(parseSource(bomb, 'c.yaml').ok).toBe(false);
    expect(parseSource(`id: ${'['.repeat(20_000)}`, 'c.yaml').ok).toBe(false);
  });

  test('cases beside them', () => {
    const cases = bytesOf('criteria/vn-drug-free-2025.cases.yaml');
    fc.assert(
      fc.property(mutated(cases), (bytes) => canBeTold(parseCases(textOf(bytes), 'c.cases.yaml').issues)),
      { ...QUICK, numRuns: Math.ceil(RUNS / 2) },
    );
  });
});

test('formulas', () => {
  const names = [...SET.indicators.keys(), ...SET.measures.keys(), ...SET.criteria.keys()];
  fc.assert(
    fc.property(formulaText(names), (text) =>
      canBeTold(parseFormula(text, (offset) => ({ file: 'c.yaml', line: 1, column: offset + 1 })).issues),
    ),
    QUICK,
  );
});

test('command lines', () => {
  const words = [
    ...COMMANDS.map(({ id }) => id),
    ...OPTION_IDS.flatMap(flagsOf),
    'vi',
    'json',
    'a.csv',
    'vn-drug-free@2025',
    '2025',
    'help',
  ];
  fc.assert(
    fc.property(commandLine(words), fc.constantFrom('vi' as const, 'en' as const), (argv, lang) => {
      const asked = readCommandLine(argv, lang, 100);
      if (asked.kind === 'fault') canBeTold([asked.issue]);
      if (asked.kind !== 'run') return;
      const options = readOptions(asked.raw);
      canBeTold(options.issues);
      if (options.ok) canBeTold(chooseFormat(options.value, asked.command.formats).issues);
    }),
    { ...QUICK, numRuns: RUNS * 3 },
  );
});

function strOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
