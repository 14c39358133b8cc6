import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundled } from '../../fixtures/bundle-page.mjs';
import { PAGE_SCRIPT, PAGE_STYLE } from '../../src/browser/index.ts';

test('the script and the style of the page are those of their sources', async () => {
  const file = join(import.meta.dirname, '..', '..', 'src', 'browser', 'bundled.ts');
  expect(await bundled()).toBe(readFileSync(file, 'utf8'));
});

test('neither can end the element it stands in, nor ask for anything from outside', () => {
  for (const text of [PAGE_SCRIPT, PAGE_STYLE]) {
    expect(text).not.toMatch(/<\/|<!--|https?:|@import|url\(|\r/u);
    expect(text.length).toBeGreaterThan(1000);
  }
});

test('the script makes no HTML from text and runs none', () => {
  expect(PAGE_SCRIPT).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|Function\(/u);
});
