import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HAS_CHROMIUM, launchChromium } from './chromium.ts';
import { ROOT, xasach } from './run-xasach.ts';

const HEADER =
  'code,name,province,type,residents,filed_addicts,filed_users,use_points,offenders_arrested,plants_destroyed,plant_area_m2,key_route,resident_drug_people,excepted_substitution,excepted_home_treatment,excepted_post_treatment,resident_violators,wanted_hiding';
const FIGURES = 'xã,8000,1,0,0,0,0,0,none,1,0,1,0,0,0';

/** What a page did that a reader would not want. */
interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly requests: readonly string[];
}

const WHERE = HAS_CHROMIUM ? 'in a real browser' : 'in a real browser: left out, there is no chromium';

describe.skipIf(!HAS_CHROMIUM)(`the HTML report ${WHERE}`, () => {
  let browser: Browser;
  let folder: string;
  const files = new Map<string, string>();

  const write = (name: string, args: readonly string[], command: readonly string[] = ['score']): void => {
    const file = join(folder, `${name}.html`);
    const ran = xasach([...command, ...args, '-q', '-o', file]);
    if (ran.code !== 0) throw new Error(ran.stderr);
    files.set(name, file);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xasach-page-'));
    write('an-giang', ['fixtures/an-giang-2025.csv', '-p', '2025']);
    write('hon-dat', ['fixtures/an-giang-2025.csv', '-p', '2025'], ['explain', '30817']);
    write('english', ['fixtures/report/communes.csv', '-p', '2025', '--lang', 'en']);
    const [header = '', ...rows] = readFileSync(join(ROOT, 'fixtures', 'nghe-an-2022.csv'), 'utf8').split('\n');
    const some = join(folder, 'some.csv');
    await writeFile(some, [header, ...rows.filter((_, row) => row % 20 === 0)].join('\n'));
    write('some', [some, '-c', 'nghe-an-clean@2022', '-p', '2022']);
    const border = ['--against', '2021', '--by', 'border'];
    write('draft', ['fixtures/nghe-an-2021-2022.csv', '-c', 'nghe-an-clean@2022', '-p', '2022', ...border]);
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => browser?.close());

  async function open(name: string, options: BrowserContextOptions = {}): Promise<Opened> {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(files.get(name) ?? '').href);
    return { page, complaints, requests };
  }

  const shownRows = async (page: Page): Promise<number> => page.locator('#ranking tbody tr:visible').count();
  const column = async (page: Page, selector: string): Promise<readonly string[]> =>
    page.locator(`#ranking tbody tr:visible ${selector}`).allTextContents();

  test('search finds by name, with or without diacritics, and by code', async () => {
    const { page } = await open('an-giang');
    const found = {
      'Hòn Đất': ['30817'],
      'hon dat': ['30817'],
      'DAT  hon': ['30817'],
      30817: ['30817'],
      'không có': [],
    };
    for (const [words, codes] of Object.entries(found)) {
      await page.getByRole('searchbox').fill(words);
      expect(await column(page, '.code')).toEqual(codes);
      expect(await page.locator('output').textContent()).toBe(`Hiện ${codes.length}/102 đơn vị`);
    }
    await page.getByRole('button', { name: 'Xóa bộ lọc' }).click();
    await expect.poll(async () => shownRows(page)).toBe(102);
  });

  test('filters by class and by group leave what they say, together what both say', async () => {
    const { page } = await open('draft');
    await page.getByRole('search').getByLabel('Phân loại').selectOption({ label: 'Sạch về ma túy' });
    expect(await shownRows(page)).toBe(109);
    await page.getByRole('search').getByLabel('Huyện').selectOption({ label: 'Huyện Kỳ Sơn' });
    const both = await page.locator('#ranking tbody tr:visible').evaluateAll((rows) => rows.length);
    expect(both).toBeGreaterThan(0);
    expect(new Set(await column(page, '.class'))).toEqual(new Set(['Sạch về ma túy']));
    await page.getByRole('search').getByLabel('Phân loại').selectOption('');
    expect(await shownRows(page)).toBeGreaterThan(both);
  });

  test('sorts by a column, the other way round when pressed again, and says so', async () => {
    const { page } = await open('an-giang');
    const heading = page.getByRole('columnheader', { name: 'Tên đơn vị' });
    await heading.getByRole('button').press('Enter');
    const names = await column(page, 'th');
    expect(names).toEqual(names.toSorted(new Intl.Collator('vi', { numeric: true }).compare));
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    await heading.getByRole('button').click();
    expect(await column(page, 'th')).toEqual(names.toReversed());
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    await page.getByRole('columnheader', { name: 'Hạng' }).getByRole('button').click();
    expect((await column(page, 'td:first-child')).slice(0, 2)).toEqual(['1', '1']);
    expect(await page.locator('[aria-sort]').count()).toBe(1);
  });

  test('opens a commune with its reasons, ways, clauses and neighbours, and closes it again', async () => {
    const { page } = await open('an-giang');
    await page.getByRole('searchbox').fill('hon dat');
    const link = page.getByRole('rowheader', { name: 'Xã Hòn Đất' }).getByRole('link');
    await link.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Xã Hòn Đất (30817)' });
    const text = (await dialog.textContent()) ?? '';
    const parts = ['Không trọng điểm', 'F.3: không đáp ứng', 'khoản 3 Điều 6', 'Để được công nhận', 'từ 1 xuống 0'];
    expect(parts.filter((part) => !text.includes(part))).toEqual([]);
    expect(await dialog.locator('tbody tr').count()).toBe(16);
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    await expect.poll(async () => link.evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.getByRole('button', { name: 'Xóa bộ lọc' }).click();
    await link.click();
    await dialog.getByRole('button', { name: 'Đơn vị sau' }).click();
    expect(await dialog.isVisible()).toBe(false);
    expect(await page.getByRole('dialog').locator('h2').textContent()).not.toContain('Hòn Đất');
  });

  test('a page of one commune says without a script what the report says of it, word for word', async () => {
    const { page } = await open('an-giang');
    await page.goto(`${pathToFileURL(files.get('an-giang') ?? '').href}#u-30817`);
    await page.reload();
    const wordsOf = async (parts: Locator): Promise<string> => (await parts.allInnerTexts()).join('\n');
    const inReport = await wordsOf(page.locator('dialog > :not(.toolbar, h2)'));
    const alone = await open('hon-dat', { javaScriptEnabled: false });
    expect(await alone.page.locator('h1').textContent()).toBe('Xã Hòn Đất (30817)');
    expect(await wordsOf(alone.page.locator('#u-30817 > :not(h2)'))).toBe(inReport);
    expect(inReport).toContain('Để được công nhận');
    expect(alone.complaints).toEqual([]);
  });

  test('an address that names a commune opens it at once', async () => {
    const { page } = await open('an-giang');
    await page.goto(`${pathToFileURL(files.get('an-giang') ?? '').href}#u-30817`);
    await page.reload();
    expect(await page.getByRole('dialog').locator('h2').textContent()).toBe('Xã Hòn Đất (30817)');
  });

  test('prints the report, or the commune that is open alone, on A4', async () => {
    const { page } = await open('an-giang');
    const whole = await page.pdf({ preferCSSPageSize: true });
    await page.goto(`${pathToFileURL(files.get('an-giang') ?? '').href}#u-30817`);
    const one = await page.pdf({ preferCSSPageSize: true });
    const pages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type ?\/Page\b(?!s)/g)?.length ?? 0;
    expect(whole.toString('latin1')).toMatch(/MediaBox ?\[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/);
    expect(pages(whole)).toBeGreaterThan(4);
    expect(pages(one)).toBeLessThanOrEqual(2);
    expect(await page.locator('#unit-on-paper').count()).toBe(0);
  });

  test.each(['an-giang', 'english', 'some'])('%s complains of nothing and asks nobody for anything', async (name) => {
    const { page, complaints, requests } = await open(name);
    await page.locator('#ranking tbody a').first().click();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !/^(?:file|data):/.test(url))).toEqual([]);
  });

  test('its policy lets no other script, style or picture in', async () => {
    const { page, complaints } = await open('an-giang');
    const ran = await page.evaluate(`(() => {
      const made = (name, text) => Object.assign(document.createElement(name), { textContent: text });
      document.body.append(made('style', 'body { display: none }'));
      document.body.append(Object.assign(made('img', ''), { src: 'https://example.invalid/a.png' }));
      try { document.body.append(made('script', 'window.intruder = true')); } catch { /* Trusted types refuse even to make it. */ }
      return 'intruder' in window || getComputedStyle(document.body).display === 'none';
    })()`);
    expect(ran).toBe(false);
    await expect
      .poll(() => complaints.filter((text) => text.includes('Content Security Policy')).length)
      .toBeGreaterThan(1);
  });

  describe.each([
    { name: 'english', colorScheme: 'light', width: 1200 },
    { name: 'some', colorScheme: 'dark', width: 1200 },
    { name: 'some', colorScheme: 'light', width: 390 },
    { name: 'english', colorScheme: 'dark', width: 390 },
  ] as const)('$name, $colorScheme, $width wide', ({ name, colorScheme, width }) => {
    test('axe finds nothing serious, with a commune open or not', async () => {
      const { page } = await open(name, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
      await page.evaluate(axe.source);
      const violations = async (): Promise<unknown> =>
        page.evaluate(
          "axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html, failureSummary }) => html + failureSummary)]))",
        );
      expect(await violations()).toEqual([]);
      await page.locator('#ranking tbody a').first().click();
      expect(await violations()).toEqual([]);
    });

    test('nothing lies beyond the edge', async () => {
      const { page } = await open(name, { colorScheme, viewport: { width, height: 900 } });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    });
  });

  test('one report of Nghệ An for 2022 holds what was published of it', async () => {
    const { page } = await open('draft', { javaScriptEnabled: false });
    const numbers = async (selector: string): Promise<readonly string[]> => page.locator(selector).allTextContents();
    expect(await numbers('#classes tbody tr td:nth-of-type(2)')).toEqual(['109', '30', '321', '0']);
    expect(await page.locator('#groups tbody tr').first().textContent()).toContain('26/27');
    expect((await numbers('#compared .figures dd'))[0]).toBe('35');
    expect(await numbers('#compared .from-to tbody tr:nth-child(2) td')).toEqual(['0', '30', '48', '78']);
  });

  test('without JavaScript the figures and the ranking are there, and nothing that does nothing', async () => {
    const { page } = await open('an-giang', { javaScriptEnabled: false });
    expect(await page.locator('.figures').textContent()).toContain('27/102');
    expect(await page.locator('#ranking tbody tr').count()).toBe(102);
    expect(await page.locator('#ranking-controls').isVisible()).toBe(false);
    expect(await page.locator('button:visible').count()).toBe(0);
  });

  test('a draft says on the page and over every commune that it certifies nobody', async () => {
    const { page } = await open('some');
    await page.locator('#ranking tbody a').first().click();
    const marks = await page.locator('.not-certifying').allTextContents();
    expect(marks).toHaveLength(3);
    expect(new Set(marks)).toEqual(new Set(['KHÔNG DÙNG ĐỂ CÔNG NHẬN: bộ tiêu chí chưa đầy đủ.']));
  });

  test('names that hold HTML, scripts, marks or 300 letters are text', async () => {
    const names = [
      '<img src=x onerror="window.intruder = 1">',
      '</script><script>window.intruder = 1</script>',
      '=1+1',
      '\u001B[31mred',
      'a\u202Eb',
      'Xã '.concat('dài'.repeat(100)),
      '</title></style><!--',
      "';alert(1)//&lt;",
    ];
    const file = join(folder, 'hostile.csv');
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    await writeFile(
      file,
      [HEADER, ...names.map((name, row) => `0000${row},${quoted(name)},${quoted(name)},${FIGURES}`)].join('\n'),
    );
    write('hostile', [file, '-p', '2025']);
    const { page, complaints } = await open('hostile', { viewport: { width: 390, height: 844 } });
    const shown = names.map((name) => name.replace('\u001B', String.raw`\u001b`).replace('\u202E', String.raw`\u202e`));
    expect(new Set(await column(page, 'th'))).toEqual(new Set(shown));
    for (const [row, name] of shown.entries()) {
      await page.evaluate(`location.replace('#u-0000${row}')`);
      await expect.poll(async () => page.locator('dialog h2').textContent()).toBe(`${name} (0000${row})`);
    }
    expect(await page.evaluate("'intruder' in window || document.querySelector('main img') !== null")).toBe(false);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(complaints).toEqual([]);
  });
});
