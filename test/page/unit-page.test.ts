import { describe, expect, test } from 'vitest';
import { writeUnitPage } from '../../src/page/index.ts';
import { PLAIN, type Scored } from '../../src/report/index.ts';
import { COMMUNES, criteria, rowOf, scored } from '../report/communes.ts';
import { legible } from './legible.ts';

const style = { width: 100, paint: PLAIN };

const chosen = (all: Scored, code: string): Scored => ({ ...all, rows: [rowOf(all, code)] });

describe('the page of one unit', () => {
  test.each([
    { name: 'unit-30817.vi.html', of: scored(), code: '30817', lang: 'vi' },
    {
      name: 'unit-30985-draft.en.html',
      of: scored(undefined, criteria(['status: in-force', 'status: draft'])),
      code: '30985',
      lang: 'en',
    },
  ] as const)('$name', async ({ name, of, code, lang }) => {
    const page = legible(writeUnitPage(chosen(of, code), { ...style, lang }));
    await expect(page).toMatchFileSnapshot(`../../fixtures/page/${name}`);
  });

  test('a unit with two periods has a result for each', () => {
    const [header = '', first = ''] = COMMUNES.split('\n');
    const row = (period: string): string => `${first},${period}`;
    const two = scored([`${header},period`, row('2025'), row('2026')].join('\n'));
    const headings = [...writeUnitPage(two, { ...style, lang: 'vi' }).matchAll(/<h2[^>]*>(?<text>[^<]*)/gu)];
    expect(headings.slice(0, 2).map(({ groups }) => groups?.['text'])).toEqual(['Kết quả kỳ 2025', 'Kết quả kỳ 2026']);
  });

  test('no unit is no page', () => {
    expect(() => writeUnitPage({ ...scored(), rows: [] }, { ...style, lang: 'vi' })).toThrow(RangeError);
  });
});
