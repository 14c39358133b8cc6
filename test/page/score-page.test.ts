import { describe, expect, test } from 'vitest';
import type { Lang } from '../../src/messages/index.ts';
import { writeScorePage } from '../../src/page/index.ts';
import { PLAIN, type Scored } from '../../src/report/index.ts';
import { COMMUNES, criteria, scored } from '../report/communes.ts';
import { legible } from './legible.ts';

const style = (lang: Lang) => ({ lang, width: 100, paint: PLAIN });
const all = scored();
const draft = scored(undefined, criteria(['status: in-force', 'status: draft']));

describe('the HTML report', () => {
  test.each([
    { name: 'communes.vi.html', of: all, lang: 'vi' },
    { name: 'communes-draft.en.html', of: draft, lang: 'en' },
  ] as const)('$name', async ({ name, of, lang }) => {
    await expect(legible(writeScorePage(of, style(lang)))).toMatchFileSnapshot(`../../fixtures/page/${name}`);
  });

  test('is the same from the same inputs', () => {
    expect(writeScorePage(scored(), style('vi'))).toBe(writeScorePage(scored(), style('vi')));
  });

  test('lets only its own style and script run, and asks for nothing', () => {
    const page = writeScorePage(all, style('vi'));
    const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(page)?.[1] ?? '';
    expect(policy).toMatch(
      /^default-src &#39;none&#39;; style-src &#39;sha256-\S+&#39;; script-src &#39;sha256-\S+&#39;; img-src data:/u,
    );
    expect(policy).not.toMatch(/unsafe|\*|https?:|'self'/u);
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\/|<[^>]+ style=|<[^>]+ on\w+=/u);
  });

  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</script><!--',
    '</style></title>',
    '\u001B[31m',
    'a\u202Eb\u2028c',
    'x'.repeat(300),
    '__proto__',
  ])('a name such as %j adds no element', (name) => {
    const [header = '', first = ''] = COMMUNES.split('\n');
    const named = (text: string): Scored => {
      const cell = `"${text.replaceAll('"', '""')}"`;
      return scored(`${header}\n00004,${cell},${cell},${first.split(',').slice(3).join(',')}\n`);
    };
    const elements = (page: string): readonly string[] => legible(page).match(/<\/?[a-z][\w-]*/giu) ?? [];
    const page = writeScorePage(named(name), style('vi'));
    expect(elements(page)).toEqual(elements(writeScorePage(named('Xã An Biên'), style('vi'))));
    expect(page.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\p{Bidi_Control}]/u);
  });
});
