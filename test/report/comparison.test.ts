import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/browser/esm/sync';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import {
  compareAssessments,
  compareReadings,
  compareSides,
  rowsWithOtherFigures,
  sideOf,
} from '../../src/compare/index.ts';
import { type CriteriaSet, parseSource } from '../../src/criteria/index.ts';
import { suppose, type Supposition } from '../../src/data/index.ts';
import type { Lang } from '../../src/messages/index.ts';
import { rank, summarise } from '../../src/rank/index.ts';
import {
  comparisonTexts,
  markTexts,
  scoreResult,
  PLAIN,
  readEarlierResult,
  registeredText,
  type Scored,
  shareWords,
  writeCsv,
  writeExplanation,
  writeExplanationMarkdown,
  writeJson,
  writeMarkdown,
  writeNdjson,
  writeRanking,
  writeTable,
} from '../../src/report/index.ts';
import { comparisonTotals, comparisonUnits } from '../../src/report/terminal/comparison-lines.ts';
import { resultSchema } from '../../src/report/json/result-schema.ts';
import { COMMUNES, criteria, golden, rowOf, scored } from './communes.ts';

const SUPPOSED: readonly Supposition[] = [
  { indicator: 'use_points', operator: '=', value: '0' },
  { indicator: 'filed_users', operator: '+=', value: '40', rows: [3] },
];
const TYPED = ['use_points=0', '30898:filed_users+=40'];

const real = scored();
const style = (lang: Lang) => ({ lang, width: 110, paint: PLAIN });

/** The result of supposed figures beside the real one. */
function whatIf(): Scored {
  const { set } = real.assessments.program;
  const changed = suppose(real.assessments.dataset, set, SUPPOSED);
  if (!changed.ok) throw new Error(JSON.stringify(changed.issues));
  const assessments = compile(set).assess(changed.value);
  const ranking = rank(assessments);
  const sides = compareAssessments(real.assessments, assessments, {
    pairBy: 'code-and-period',
    before: { ranking: real.ranking },
    after: { ranking },
  });
  const { code } = assessments.dataset.units;
  const units = rowsWithOtherFigures(real.assessments, assessments).map((row) => code[row] ?? '');
  return {
    assessments,
    ranking,
    summary: summarise(assessments),
    provenance: { ...real.provenance, options: { set: TYPED.join('; ') } },
    compared: { with: { kind: 'real-figures', suppositions: TYPED, units }, sides },
  };
}

/** The result beside an earlier one, of which some units are not the same. */
function besideEarlier(earlier: Scored, file = 'earlier.json', now = real): Scored {
  return beside(writeJson(earlier, style('vi')), now, file);
}

function beside(text: string, now: Scored, file = 'earlier.json'): Scored {
  const read = readEarlierResult(text, file);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const { side, version, period } = read.value;
  const sides = compareSides(side, sideOf(now.assessments, { ranking: now.ranking, period: '2025' }));
  return { ...now, compared: { with: { kind: 'result', file, sha256: '0'.repeat(64), version, period }, sides } };
}

/** Other figures, one unit less and one unit more. */
const EARLIER = scored(
  COMMUNES.replace(/^30577,.*\n/mu, '')
    .replace(/^31105,Đặc khu Thổ Châu,(.*?),none,0,/mu, '31105,Đặc khu Thổ Châu,$1,none,3,')
    .replace(/\n$/u, '\n99999,Xã Không Còn,Tỉnh An Giang (số liệu mô phỏng),xã,2000,0,0,0,0,0,0,none,0,0,0,0,0,0\n'),
);

/** The result with all that is otherwise under other readings. */
function underReadings(): Scored {
  const text = readFileSync('criteria/vn-drug-free-2025.yaml', 'utf8');
  const source = parseSource(text, 'vn-drug-free-2025.yaml');
  if (!source.ok) throw new Error(JSON.stringify(source.issues));
  const variants = compareReadings(source.value, real.assessments.dataset);
  if (!variants.ok) throw new Error(JSON.stringify(variants.issues));
  return { ...real, otherReadings: variants.value };
}

const results = [
  { name: 'what-if', made: whatIf() },
  { name: 'against', made: besideEarlier(EARLIER) },
  { name: 'readings', made: underReadings() },
];

describe.each(['vi', 'en'] as const)('in %s', (lang) => {
  test.each(results)('$name as a table', async ({ name, made }) => {
    const lines = [...comparisonTotals(made, style(lang)), ...comparisonUnits(made, style(lang))];
    await expect(`${lines.join('\n').trim()}\n`).toMatchFileSnapshot(golden(`${name}-table.${lang}.txt`));
    const table = writeTable(made, style(lang));
    expect(lines.filter((line) => !table.includes(line))).toEqual([]);
  });

  test.each(results)('$name as a page', async ({ name, made }) => {
    const page = writeExplanation(made, rowOf(made, name === 'what-if' ? '30898' : '31105'), style(lang)).split(
      /\n(?:Vì sao|Why)\n/u,
    )[0];
    await expect(page).toMatchFileSnapshot(golden(`${name}-page.${lang}.txt`));
  });

  test.each(results)('$name as a page of Markdown', async ({ name, made }) => {
    const row = rowOf(made, name === 'what-if' ? '30898' : '31105');
    const [page] = writeExplanationMarkdown(made, row, style(lang)).split(/\n## (?:Vì sao|Why)\n/u);
    await expect(page).toMatchFileSnapshot(golden(`${name}-page.${lang}.md`));
  });
});

describe.each(results)('$name', ({ name, made }) => {
  test('as CSV', async () => {
    const rows: string[][] = parse(writeCsv(made, { lang: 'en' }));
    const isOwn = (column: number): boolean => {
      const title = rows[0]?.[column] ?? '';
      return title === 'code' || title === 'class' || column > (rows[0]?.indexOf('F.3') ?? -1);
    };
    const own = rows.map((row) => row.filter((_, column) => isOwn(column)).join(' ; '));
    await expect(`${own.join('\n')}\n`).toMatchFileSnapshot(golden(`${name}-csv.txt`));
  });

  test('has the form of a result', () => {
    const result: unknown = JSON.parse(writeJson(made, style('vi')));
    expect(resultSchema.safeParse(result).error?.issues ?? []).toEqual([]);
    expect(writeJson(made, style('vi'))).toBe(writeJson(made, style('en')));
  });

  test('says on every line of NDJSON what it says in JSON', () => {
    const result = resultSchema.parse(JSON.parse(writeJson(made, style('vi'))));
    const lines: unknown[] = writeNdjson(made, style('vi'))
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toHaveLength(result.assessments.length);
    for (const [row, line] of lines.entries()) expect(line).toMatchObject(result.assessments[row] ?? {});
  });
});

/** The same figures under rules that a file of changes alters. */
function underChangedRules(): Scored {
  const files = [{ option: 'overlay', name: 'change.yaml', sha256: '0'.repeat(64) }];
  return { ...real, provenance: { ...real.provenance, files } };
}

test.each([
  { name: 'on other figures', made: whatIf(), names: 'use_points=0; 30898:filed_users+=40' },
  { name: 'under changed rules', made: underChangedRules(), names: 'vn-drug-free@2025 as changed by change.yaml' },
])('every format says of a what-if $name that it is one and certifies nobody', ({ made, names }) => {
  const [mark = ''] = markTexts(made, 'en');
  expect(mark).toContain(names);
  const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ');
  expect(flat(writeTable(made, style('en')))).toContain(mark);
  expect(flat(writeRanking(made, style('en')))).toContain(mark);
  expect(flat(writeMarkdown(made, style('en'))).replaceAll('\\', '')).toContain(mark);
  expect(flat(writeExplanation(made, 0, style('en')))).toContain(mark);
  const csv = writeCsv(made, { lang: 'en' }).trim().split('\n').slice(1);
  expect(csv.every((line) => line.includes(mark))).toBe(true);
  expect(JSON.parse(writeJson(made, style('en')))).toMatchObject({ notForCertification: true });
  const lines = writeNdjson(made, style('en')).trim().split('\n');
  expect(lines.every((line) => line.includes('"notForCertification":true'))).toBe(true);
  expect(shareWords(made, 'en')).not.toEqual(shareWords(real, 'en'));
  expect(markTexts(real, 'en')).toEqual([]);
});

test('every format says that criteria which were not in force when the period ends certify nobody', () => {
  const made: Scored = { ...real, provenance: { ...real.provenance, period: '2024', issues: [] } };
  const [mark = ''] = markTexts(made, 'en');
  expect(mark).toBe('NOT FOR CERTIFICATION: vn-drug-free@2025 was not in force on 2024-12-14, when period 2024 ends.');
  const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ');
  expect(flat(writeTable(made, style('en')))).toContain(mark);
  expect(flat(writeRanking(made, style('en')))).toContain(mark);
  expect(flat(writeMarkdown(made, style('en'))).replaceAll('\\', '')).toContain(mark);
  expect(flat(writeExplanation(made, 0, style('en')))).toContain(mark);
  const [head = '', ...rows] = writeCsv(made, { lang: 'en' }).trim().split('\n');
  expect(head).toMatch(/,not_for_certification$/);
  expect(rows.every((line) => line.endsWith(',not-in-force-then'))).toBe(true);
  expect(JSON.parse(writeJson(made, style('en')))).toMatchObject({ notForCertification: true });
  const { assessments, ranking, summary, provenance } = made;
  expect(scoreResult(assessments, ranking, summary, provenance)).toMatchObject({ notForCertification: true });
  const lines = writeNdjson(made, style('en')).trim().split('\n');
  expect(lines.every((line) => line.includes('"notForCertification":true'))).toBe(true);
  expect(shareWords(made, 'en')).not.toEqual(shareWords(real, 'en'));
});

/** The same result, were its units rolled up from others. */
function aboveUnitsOf(set: CriteriaSet): Scored {
  const { assessments } = real;
  return { ...real, assessments: { ...assessments, dataset: { ...assessments.dataset, below: [set] } } };
}

test.each([
  { of: 'a what-if', made: whatIf() },
  { of: 'changed rules', made: underChangedRules() },
  { of: 'criteria that came into force later', made: scored(COMMUNES, criteria(), { period: '2023', issues: [] }) },
  {
    of: 'units of a period before the criteria',
    made: scored(COMMUNES.replace(/^code/u, 'period,code').replaceAll(/^(?=\d)/gmu, '2023,'), criteria(), {
      period: null,
    }),
  },
  { of: 'units below that a draft assessed', made: aboveUnitsOf(criteria(['status: in-force', 'status: draft'])) },
  { of: 'a draft', made: scored(COMMUNES, criteria(['status: in-force', 'status: draft'])) },
])('a result of $of says in no word that units are certified', ({ made }) => {
  const registered = { units: 2, certified: 1, maybeCertified: 0, certifiedBeside: 0, notStated: 0 };
  const asked: Scored = { ...made, summary: { ...made.summary, registered } };
  const { assessments, ranking, summary, provenance } = asked;
  expect(registeredText({ ...real, summary }, 'en')).toContain('of these certified: 1/2');
  expect(registeredText(asked, 'en')).toContain('of these meeting the criteria: 1/2');
  expect(writeTable(asked, style('en'))).not.toMatch(/\bcertified\b/iu);
  expect(scoreResult(assessments, ranking, summary, provenance, asked)).toMatchObject({ notForCertification: true });
});

test('a what-if says what was typed, at the head of the table and over its comparison', () => {
  const made = whatIf();
  expect(JSON.parse(writeJson(made, style('en')))).toMatchObject({ options: { set: TYPED.join('; ') } });
  const flat = writeTable(made, style('en')).replaceAll(/\s+/gu, ' ');
  expect(flat.split(markTexts(made, 'en')[0] ?? '')).toHaveLength(3);
});

test('an earlier result tells the same classes, verdicts and points as the assessments it was made of', () => {
  const read = readEarlierResult(writeJson(real, style('vi')), 'real.json');
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const after = sideOf(real.assessments, { ranking: real.ranking, period: '2025' });
  const sides = compareSides(read.value.side, after);
  expect(sides.sameCriteria).toBe(true);
  expect(sides.moved).toEqual([]);
  expect(sides.pairs.map(({ before }) => ({ ...before, row: null }))).toEqual(
    after.units.map((unit) => ({ ...unit, row: null })),
  );
  expect(sides.pairs.flatMap((pair) => sides.decidingChange(pair).criteria)).toEqual([]);
});

describe('figures beside an earlier result', () => {
  const HEADER = COMMUNES.slice(0, COMMUNES.indexOf('\n'));
  const ward = (figures: string): Scored =>
    scored(`${HEADER}\n30292,Phường Bình Đức,An Giang,phường,${figures},0,0,0,0,0,0\n`);
  const reasons = (before: Scored, after: Scored): readonly string[] =>
    comparisonTexts(besideEarlier(before, 'earlier.json', after), 'vi')?.units.flatMap((unit) => unit.reasons) ?? [];
  const plants = 'Số cây có chứa chất ma túy được phát hiện, triệt phá';

  test('are those recorded and those of now where the record may be of either of two conditions', () => {
    const [before, after] = [ward('5000,0,0,0,0,0,0,none'), ward('5000,0,0,0,0,0,0,none')];
    const violators = scored(`${HEADER}\n30292,Phường Bình Đức,An Giang,phường,5000,0,0,0,0,0,0,none,0,0,0,0,4,0\n`);
    expect(reasons(before, after)).toEqual([]);
    expect(reasons(before, violators)).toContain(
      'F.2: đáp ứng → không đáp ứng (kết quả trước ghi 0 (= 0); nay là 4, cần = 0)',
    );
  });

  test('are of the same thing on both sides, by its name and in one form, whatever settled the criterion then and now', () => {
    expect(reasons(ward('5000,0,12,1,0,2999,0,none'), ward('1417,0,8,1,0,1,0,none'))).toEqual([
      'II.a: đáp ứng → không đáp ứng (Tỷ lệ người nghiện, người sử dụng trái phép chất ma túy có hồ sơ quản lý: 0,24 % → 0,56 %)',
      `II.d: đáp ứng → không đáp ứng (${plants}: 2.999 → 1)`,
      `III.c: không đáp ứng → đáp ứng (${plants}: 2.999 → 1)`,
    ]);
  });

  test('of a choice are its labels', () => {
    expect(reasons(ward('5000,0,12,1,0,0,0,none'), ward('5000,0,12,1,0,0,0,intra'))).toEqual([
      'II.e: không đáp ứng → đáp ứng (Nằm trên tuyến trọng điểm phức tạp về ma túy: Không → Nội tỉnh)',
    ]);
  });

  test.each(['abc', '1/0', '', '٣'])('are not told where somebody wrote %j into the result', (written) => {
    const [before, after] = [ward('5000,0,12,1,0,2999,0,none'), ward('1417,0,8,1,0,1,0,none')];
    const text = writeJson(before, style('vi')).replaceAll(
      '"observed": "2999"',
      JSON.stringify({ observed: written }).slice(1, -1),
    );
    const { units = [] } = comparisonTexts(beside(text, after), 'vi') ?? {};
    expect(units.flatMap((unit) => unit.reasons)).toContain(
      'II.d: đáp ứng → không đáp ứng (kết quả trước không ghi số liệu này)',
    );
  });

  test('are not told under other rules, where the same name may stand for another thing', () => {
    const before = scored(COMMUNES.replace('5000,', '5001,'), criteria(['default: strict', 'default: cumulative']));
    const told = comparisonTexts(besideEarlier(before), 'vi')?.units.flatMap((unit) => unit.reasons) ?? [];
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((reason) => /: \d.* → \d/u.test(reason))).toEqual([]);
  });
});

test('results of other readings are not of the same criteria', () => {
  const cumulative = scored(COMMUNES, criteria(['default: strict', 'default: cumulative']));
  const { compared } = besideEarlier(cumulative);
  expect(compared?.sides.sameCriteria).toBe(false);
  expect(comparisonTexts(besideEarlier(cumulative), 'en')?.notes[0]).toContain('bands=cumulative');
});

describe('what is no earlier result is refused', () => {
  const result = (change: (text: string) => string): string => change(writeJson(real, style('vi')));
  test.each([
    { name: 'no JSON', text: 'code,name\n', reason: 'not-json', detail: null },
    { name: 'cut off', text: result((text) => text.slice(0, 2000)), reason: 'cut-off', detail: null },
    { name: 'a comma too many', text: result((text) => text.replace('},', '},,')), reason: 'bad-json', detail: null },
    { name: 'a list', text: '[]', reason: 'other-json', detail: null },
    { name: 'null', text: 'null', reason: 'other-json', detail: null },
    { name: 'another format', text: '{"format":"xasach/result@2"}', reason: 'other-json', detail: null },
    {
      name: 'a class that is none',
      text: result((text) => text.replace(/"class": "\w+"/u, '"class": "nonsense"')),
      reason: 'broken',
      detail: 'assessments[0].class',
    },
    {
      name: 'points that are no number',
      text: result((text) => text.replace(/"min": "\d+"/u, '"min": "1/0"')),
      reason: 'broken',
      detail: 'assessments[0].score.min',
    },
    {
      name: 'a unit twice',
      text: result((text) => text.replaceAll('"code": "31105"', '"code": "30577"')),
      reason: 'broken',
      detail: 'assessments[0].unit.code',
    },
  ])('$name', ({ text, reason, detail }) => {
    expect(readEarlierResult(text, 'earlier.json')).toMatchObject({
      ok: false,
      issues: [{ code: 'compare/no-result', args: { reason, detail }, position: { file: 'earlier.json' } }],
    });
  });

  test('a what-if', () => {
    const text = writeJson(whatIf(), style('vi'));
    expect(readEarlierResult(text, 'x.json')).toMatchObject({
      ok: false,
      issues: [{ code: 'compare/what-if-result' }],
    });
  });

  test.each([
    ['only', '--only'],
    ['top', '--top'],
    ['where', '--where'],
    ['unit', 'explain'],
  ])('a part of a result (%s) that lacks a unit of today', (option, by) => {
    const text = result((json) => json.replace('"options": {}', `"options": { "${option}": "x" }`));
    const units = [...text.matchAll(/"code": "(\d{5})"/g)].map(([, code = '']) => code);
    const read = (...codes: readonly string[]) =>
      readEarlierResult(text, 'x.json', { keys: new Set(codes), only: false });
    expect(read(...units)).toMatchObject({ ok: true });
    expect(read(...units, '00001')).toMatchObject({
      ok: false,
      issues: [{ code: 'compare/part-result', args: { by } }],
    });
  });

  test('is of a unit whose name is all the code it has, however that is spelled', () => {
    const text = result((json) =>
      json.replaceAll(/"code": "31105"([^}]*)"name": [^,\n]*/gu, '"code": "Huyện Hoà An"$1"name": "Huyện Hoà An"'),
    );
    const read = readEarlierResult(text, 'x.json', { keys: new Set(['huyện hoà an']), only: true });
    expect(read.ok && read.value.side.units.map(({ code }) => code)).toEqual(['Huyện Hoà An']);
  });

  test('several periods in one', () => {
    const text = result((json) => json.replace('"period": "2025",\n      "class"', '"period": "2024",\n      "class"'));
    expect(readEarlierResult(text, 'x.json')).toMatchObject({
      ok: false,
      issues: [{ code: 'compare/several-periods', args: { periods: ['2024', '2025'] } }],
    });
  });
});
