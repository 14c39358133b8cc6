import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/data/index.ts';
import { rank, summarise } from '../../src/rank/index.ts';
import { PLAIN, type Scored, writeCsv, writeExplanation, writeTable } from '../../src/report/index.ts';
import { explanationTexts } from '../../src/report/words/explanation-texts.ts';
import { assessorFor } from '../assess/assessor.ts';
import { smallSet } from '../assess/small-sets.ts';

const assessor = assessorFor(
  smallSet(
    '  users: { label: Users, type: count }',
    `criteria:
  A: { title: Some, test: users >= 5 }
  B: { title: Few, test: users < 5 }
classes:
  good: { label: Good, when: { all: [A, B] }, certifies: true }
  bad: { label: Bad, when: otherwise }
score: { model: count, of: [A, B] }
`,
  ),
);

/** However many there are, one of the two is not met. */
function scored(): Scored {
  const data = readCsv({ name: 'data.csv', text: 'code,name,period,users\n00001,An,2025,\n' }, assessor.program.set);
  const assessments = assessor.assess(data);
  return {
    assessments,
    ranking: rank(assessments),
    summary: summarise(assessments),
    provenance: { version: '0', options: {}, period: '2025', issues: [] },
  };
}

describe('a class that is clear although no criterion is', () => {
  const style = { lang: 'en', width: 120, paint: PLAIN } as const;

  test('says so in the ranking and in whole sentences', () => {
    expect(writeCsv(scored(), style)).toContain('Bad: Some figures are missing, the outcome is clear all the same.');
    expect(writeTable(scored(), style)).toContain('some figures are missing, the outcome is clear all the same');
  });

  test('says so where the reasons stand', () => {
    expect(writeExplanation(scored(), 0, style)).toContain(
      'Why\n  Some figures are missing, the outcome is clear all the same',
    );
  });
});

describe('a class that data checks make clear', () => {
  const check = (rule: string, severity: string): string =>
    `  - { rule: ${rule}, severity: ${severity}, message: "Broken: ${rule}" }\n`;
  const texts = (checks: string, lang: 'vi' | 'en'): readonly string[] => {
    const { program, assess } = assessorFor(
      smallSet(
        '  whole: { label: Whole, type: count }\n  part: { label: Part, type: count }\n  other: { label: Other, type: count }',
        `checks:\n${checks}criteria:
  A: { title: No more than five, test: part <= 5 }
classes:
  good: { label: Good, when: A, certifies: true }
  bad: { label: Bad, when: otherwise }
`,
      ),
    );
    const assessments = assess(readCsv({ name: 'data.csv', text: 'code,whole,part,other\n00001,5,,4\n' }, program.set));
    const provenance = { version: '0', options: {}, period: '2025', issues: [] };
    const all = { assessments, ranking: rank(assessments), summary: summarise(assessments), provenance };
    return explanationTexts(all, 0, lang).notes;
  };

  test.each([
    ['the one that does', check('part <= whole', 'error') + check('part != 9', 'error'), ['part <= whole']],
    [
      'both, where each does',
      check('part < whole', 'error') + check('part < other', 'error'),
      ['part < whole', 'part < other'],
    ],
    ['none, where the class is open', check('part <= whole', 'warning'), []],
  ])('is said to be so by %s', (_, checks, named) => {
    const quoted = named.map((rule) => `“Broken: ${rule}”`).join('; ');
    const [vi, en] = [texts(checks, 'vi'), texts(checks, 'en')];
    expect(en).toEqual(
      named.length === 0
        ? []
        : [
            `Some figures are missing, and a data check makes the outcome clear: if they led to another, the data would be wrong: ${quoted}`,
          ],
    );
    expect(vi.map((text) => text.endsWith(`số liệu sai: ${quoted}`))).toEqual(named.length === 0 ? [] : [true]);
  });
});
