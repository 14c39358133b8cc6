import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, xasach } from './run-xasach.ts';

/** The rows of the table in fixtures/README.md: a published figure, a command, and what that prints. */
const ROWS = [
  ...readFileSync(join(ROOT, 'fixtures', 'README.md'), 'utf8').matchAll(/^\| (.+) \| `xasach (.+?)` \| (.+) \|$/gm),
].map(([, figure = '', command = '', prints = '']) => ({
  figure,
  args: [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
  prints: [...prints.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text),
}));

test('the table is read', () => {
  expect(ROWS.length).toBeGreaterThanOrEqual(12);
  expect(ROWS.every(({ prints }) => prints.length > 0)).toBe(true);
});

test.each(ROWS)('$figure', ({ args, prints }) => {
  const { code, stdout, stderr } = xasach(args);
  expect(code).toBe(0);
  const shown = `${stdout}\n${stderr}`.replaceAll(/\s+/g, ' ');
  for (const text of prints) expect(shown).toContain(text);
});
