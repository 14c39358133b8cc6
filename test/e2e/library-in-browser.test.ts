import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HAS_CHROMIUM, launchChromium } from './chromium.ts';
import { assessText } from './library-app.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const CRITERIA = readFileSync(join(ROOT, 'criteria', 'vn-drug-free-2025.yaml'), 'utf8');
const DATA = readFileSync(join(ROOT, 'fixtures', 'an-giang-2025.csv'), 'utf8');
const WORKBOOK = readFileSync(join(ROOT, 'fixtures', 'official-report-2025.xlsx'));
/** Nothing but scripts of the page's own; above all no `unsafe-eval`. */
const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'";
const PAGE = '<!doctype html><title>xasach</title><script type="module" src="/page.js"></script>';
const WORKER = `import { assessText, assessWorkbook } from './library-app.ts';
onmessage = async ({ data }) => postMessage('bytes' in data ? await assessWorkbook(data.criteria, data.bytes) : assessText(data.criteria, data.text));`;

async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

describe.skipIf(!HAS_CHROMIUM)('the library in a real browser, under a strict Content-Security-Policy', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    const files = new Map([
      ['/', PAGE],
      [
        '/page.js',
        await bundle(
          "import { assessText, assessWorkbook } from './library-app.ts'; Object.assign(globalThis, { assessText, assessWorkbook });",
        ),
      ],
      ['/worker.js', await bundle(WORKER)],
    ]);
    server = createServer(({ url }, response) => {
      const text = files.get(url ?? '');
      const type = url === '/' ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8';
      response.writeHead(text === undefined ? 404 : 200, { 'content-type': type, 'content-security-policy': POLICY });
      response.end(text ?? '');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
    await page.waitForFunction('typeof assessText === "function"');
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  const expected = assessText(CRITERIA, DATA);
  const call = async (code: string): Promise<unknown> => page.evaluate(`(async () => ${code})()`);
  const inWorker = (message: string): string =>
    `new Promise((resolve, reject) => {
      const worker = new Worker('/worker.js', { type: 'module' });
      worker.onerror = reject;
      worker.onmessage = ({ data }) => resolve(data);
      worker.postMessage(${message});
    })`;

  test('what Node gives is the published result', () => {
    expect(JSON.parse(expected).summary).toMatchObject({ certified: 27, units: 102 });
  });

  test('a page gives the same bytes as Node', async () => {
    expect(await call(`assessText(${JSON.stringify(CRITERIA)}, ${JSON.stringify(DATA)})`)).toBe(expected);
  });

  test('a worker gives the same bytes as Node', async () => {
    const message = `{ criteria: ${JSON.stringify(CRITERIA)}, text: ${JSON.stringify(DATA)} }`;
    expect(await call(inWorker(message))).toBe(expected);
  });

  test('a page and a worker read a workbook', async () => {
    const bytes = `Uint8Array.from(atob('${WORKBOOK.toString('base64')}'), (letter) => letter.charCodeAt(0))`;
    const criteria = JSON.stringify(CRITERIA);
    const read = await call(`assessWorkbook(${criteria}, ${bytes})`);
    expect(read).toBeGreaterThan(0);
    expect(await call(inWorker(`{ criteria: ${criteria}, bytes: ${bytes} }`))).toBe(read);
  });

  test('nothing was refused by the policy, and nothing failed', () => {
    expect(complaints).toEqual([]);
  });
});
