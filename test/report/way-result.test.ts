import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, rollUp } from '../../src/assess/index.ts';
import { parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { datasetFromRows, readCsv } from '../../src/data/index.ts';
import { decidingCriteria } from '../../src/explain/index.ts';
import { messagesIn } from '../../src/messages/index.ts';
import { rank, summarise } from '../../src/rank/index.ts';
import {
  PLAIN,
  type Scored,
  wayTexts,
  writeCsv,
  writeExplanation,
  writeJson,
  writeTable,
} from '../../src/report/index.ts';
import { criterionSentences } from '../../src/report/words/criterion-reason.ts';
import { resultSchema } from '../../src/report/json/result-schema.ts';

/** Two points that harbour use keep this commune from the drug-free class. */
const COMMUNE = {
  code: '00004',
  name: 'Phường Ba Đình',
  residents: 8120,
  filed_addicts: 0,
  filed_users: 0,
  use_points: 2,
  offenders_arrested: 0,
  plants_destroyed: 0,
  plant_area_m2: 0,
  key_route: 'none',
  resident_drug_people: 0,
  excepted_substitution: 0,
  excepted_home_treatment: 0,
  excepted_post_treatment: 0,
  resident_violators: 0,
  wanted_hiding: 0,
};

function scoredOf(changes: Readonly<Record<string, unknown>> = {}): Scored {
  const file = 'criteria/vn-drug-free-2025.yaml';
  const source = parseSource(readFileSync(file, 'utf8'), file);
  if (!source.ok) throw new Error(JSON.stringify(source.issues));
  const set = resolveReadings(source.value, {});
  if (!set.ok) throw new Error(JSON.stringify(set.issues));
  const assessments = compile(set.value).assess(datasetFromRows([{ ...COMMUNE, ...changes }], set.value));
  const provenance = { version: '0', options: {}, period: '2025', issues: [] };
  return { assessments, ranking: rank(assessments), summary: summarise(assessments), provenance };
}

const page = (scored: Scored, lang: 'vi' | 'en'): string =>
  writeExplanation(scored, 0, { lang, width: 200, paint: PLAIN }).replaceAll(/\s+/gu, ' ');

describe('ways and lines', () => {
  it('are told in both languages', () => {
    expect(page(scoredOf(), 'vi')).toContain(
      'Để được công nhận 1. giảm số điểm tổ chức, chứa chấp sử dụng trái phép chất ma túy từ 2 xuống 0 (giảm 2) → Địa bàn không ma túy',
    );
    expect(page(scoredOf(), 'en')).toContain(
      'To be certified 1. lower points organising or harbouring illegal drug use from 2 to 0 (by 2) → Drug-free area',
    );
    expect(page(scoredOf({ use_points: 1 }), 'en')).toContain(
      'if points organising or harbouring illegal drug use were 0 instead of 1: Drug-free area',
    );
  });

  it('hold whatever is missing where there are ways, and it is said nowhere else', () => {
    const words = messagesIn('en').report.ways.whateverIsMissing;
    const open = [
      { filed_addicts: null },
      { resident_drug_people: null },
      { use_points: null },
      { filed_addicts: 50, resident_drug_people: null },
      { resident_violators: null, use_points: 0 },
    ];
    const goals = [...open.map(scoredOf), scoredOf()].flatMap((made) =>
      wayTexts(made.assessments, 0, 'en').map(({ ways, remarks }) => {
        const isOpen = made.assessments.candidates(0).classes.length > 1;
        expect(remarks.includes(words)).toBe(isOpen && ways.length > 0);
        return `${isOpen ? 'open' : 'clear'} ${ways.length > 0 ? 'with' : 'without'} ways`;
      }),
    );
    expect(goals).toEqual(expect.arrayContaining(['open with ways', 'open without ways', 'clear with ways']));
  });

  it('give the reason when there is none', () => {
    expect(page(scoredOf({ resident_violators: 1 }), 'vi')).toContain('F.2 không thể đáp ứng được nữa');
    expect(page(scoredOf({ resident_violators: 1 }), 'en')).toContain('F.2 can no longer be met');
    expect(page(scoredOf({ use_points: 0 }), 'en')).not.toContain('Ways to pass');
  });

  it('hold whatever the missing figures are, or are not offered', () => {
    expect(page(scoredOf({ residents: null }), 'en')).toContain('from 2 to 0 (by 2) → Drug-free area');
    expect(page(scoredOf({ resident_violators: null }), 'en')).toContain(
      'While figures are missing, no way is certain.',
    );
  });

  it('bring a missing figure to its end, whatever it is', () => {
    const lacking = scoredOf({ use_points: null });
    expect(page(lacking, 'vi')).toContain(
      'đưa số điểm tổ chức, chứa chấp sử dụng trái phép chất ma túy về mức 0, dù hiện nay là bao nhiêu → Địa bàn không ma túy',
    );
    expect(page(lacking, 'en')).toContain(
      'bring points organising or harbouring illegal drug use to 0, whatever it is now → Drug-free area',
    );
  });

  it('are fields of the JSON result where they are asked for, in the form of its schema', () => {
    const style = { lang: 'en', width: 80, paint: PLAIN } as const;
    const plain = resultSchema.parse(JSON.parse(writeJson(scoredOf(), style)));
    expect(plain.assessments[0]).not.toHaveProperty('ways');
    const result = resultSchema.parse(
      JSON.parse(writeJson({ ...scoredOf(), further: new Set(['ways', 'near']) }, style)),
    );
    expect(result.assessments[0]?.ways?.certified).toEqual({
      ways: [{ changes: [{ indicator: 'use_points', from: '2', to: '0' }], cost: '2', reaches: ['drug_free'] }],
      exact: true,
      none: null,
      blocked: [],
    });
    expect(result.assessments[0]?.near).toEqual(
      ['filed_addicts', 'filed_users', 'offenders_arrested', 'plants_destroyed', 'plant_area_m2'].map((indicator) => ({
        indicator,
        from: '0',
        to: '1',
        class: 'key_3',
      })),
    );
  });

  it('near the line is a section of the table and a column of the CSV', () => {
    const near: Scored = { ...scoredOf({ use_points: 1 }), further: new Set(['near']) };
    expect(writeTable(near, { lang: 'en', width: 100, paint: PLAIN })).toContain('1 of 1 units would change class');
    const [header = '', row = ''] = writeCsv(near, { lang: 'en' }).split('\n');
    expect(header.split(',')).toContain('near');
    expect(row).toContain('use_points 1..0 drug_free');
  });
});

it('of a unit whose figures are rolled up are those of the units below', () => {
  const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const setIn = (file: string) => {
    const source = parseSource(read(`criteria/${file}`), file);
    const set = source.ok ? resolveReadings(source.value) : source;
    if (!set.ok) throw new Error(JSON.stringify(set.issues));
    return set.value;
  };
  const [lower, upper] = [setIn('vn-drug-free-2025.yaml'), setIn('vn-drug-free-province-2025.yaml')];
  const data = readCsv({ name: 'an-giang.csv', text: read('fixtures/an-giang-2025.csv') }, lower);
  const province = compile(upper).assess(rollUp(compile(lower).assess(data), upper));
  const told = (lang: 'vi' | 'en') => wayTexts(province, 0, lang).flatMap(({ remarks }) => remarks);
  expect(told('en')).toContain(
    'The figures of this unit come from the units below it; ways to pass are told of each of those.',
  );
  expect(new Set(told('vi'))).toEqual(new Set([messagesIn('vi').report.ways.figuresFromBelow]));
});

describe('a criterion that is open by itself', () => {
  const clear = (lang: 'vi' | 'en') => messagesIn(lang).report.clearAnyway;

  const sentenceOf = ({ assessments }: Scored, lang: 'vi' | 'en'): string => {
    const criterion = assessments.program.set.criteria.get('F.1');
    return criterion === undefined ? '' : criterionSentences(assessments, lang)(criterion, 0);
  };

  it.each(['vi', 'en'] as const)('says that the outcome is clear all the same, in %s', (lang) => {
    const made = scoredOf({ use_points: 1, resident_drug_people: null });
    expect(made.summary).toMatchObject({ certified: 0, undetermined: 0 });
    expect(page(made, lang)).toContain(clear(lang));
    expect(sentenceOf(made, lang)).toContain(`; ${clear(lang)}`);
  });

  it.each([
    ['vi', 'đáp ứng'],
    ['en', 'met'],
  ] as const)('is closed by the rules of sound data, and decides like any other, in %s', (lang, met) => {
    const made = scoredOf({ use_points: 0, excepted_substitution: null });
    expect(made.summary).toMatchObject({ certified: 1, undetermined: 0 });
    expect(page(made, lang)).toContain(clear(lang));
    expect(sentenceOf(made, lang)).toMatch(new RegExp(`^F\\.1: ${clear(lang)} .*: ${met}$`, 'u'));
    expect(decidingCriteria(made.assessments)(0)).toEqual(['F.1', 'F.2', 'F.3']);
  });

  it('says nothing of the kind where the outcome hangs on it', () => {
    const made = scoredOf({ use_points: 0, resident_drug_people: null });
    expect(page(made, 'en')).not.toContain(clear('en'));
    expect(sentenceOf(made, 'en')).not.toContain(clear('en'));
  });
});
