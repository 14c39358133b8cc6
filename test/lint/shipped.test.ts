import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lintSet, RULES } from '../../src/lint/index.ts';
import { builtinIds, createLintLoader } from '../../src/node.ts';
import { lintText } from './lint.ts';

const ids = await builtinIds();
const { load } = createLintLoader();

describe('the criteria that come with xasach', () => {
  test.each(ids.ok ? [...ids.value] : [])('%s: lint finds nothing', { timeout: 60_000 }, async (id) => {
    const loaded = await load(id, {});
    expect(loaded.issues).toEqual([]);
    const found = loaded.ok ? lintSet(loaded.value.set, loaded.value.context) : [];
    expect(found).toEqual([]);
  });

  test('are all read', () => {
    expect(ids.ok ? ids.value : []).toContain('vn-drug-free@2025');
  });
});

describe.each(['README.md', 'README.vi.md'])('criteria/%s', (name) => {
  const page = readFileSync(new URL(`../../criteria/${name}`, import.meta.url), 'utf8');

  test('has a page for each rule and for nothing else', () => {
    const headings = [...page.matchAll(/^#+ `(lint\/[a-z-]+)`/gm)].map(([, code]) => code);
    expect(headings).toEqual(RULES.map(({ code }) => code));
  });

  test('works out a file in which lint finds nothing', () => {
    expect(lintText(block(page, 'family: '))).toEqual([]);
  });
});

/** The block of YAML that begins with a key. */
function block(page: string, key: string): string {
  const found = page.split('```yaml\n').find((part) => part.startsWith(key));
  return found?.split('```')[0] ?? '';
}
