import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { BIN } from './run-xasach.ts';

/*
 * Input made to exhaust a machine: a clear error, quickly, in bounded memory. Files are made here, for none of them is
 * worth keeping.
 */

const MEGABYTE = 1_000_000;
const HEADER =
  'code,name,residents,filed_addicts,filed_users,use_points,offenders_arrested,plants_destroyed,plant_area_m2,key_route,resident_drug_people,excepted_substitution,excepted_home_treatment,excepted_post_treatment,resident_violators,wanted_hiding';
const folder = mkdtempSync(join(tmpdir(), 'xasach-'));
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * Tells the most memory the process ever held, in kilobytes. On Linux `maxRSS` begins with that of the process that started
 * it; what the kernel tells of the process itself does not.
 */
const TELL_MEMORY = `data:text/javascript,${encodeURIComponent(`
import { existsSync, readFileSync } from 'node:fs';
const own = '/proc/self/status';
const most = () => existsSync(own) ? /VmHWM:\\s+(\\d+)/.exec(readFileSync(own, 'utf8'))[1] : process.resourceUsage().maxRSS;
process.on('exit', () => process.stderr.write('memory ' + most()));
`)}`;

function sparse(path: string): void {
  const file = openSync(path, 'w');
  ftruncateSync(file, 1000 * MEGABYTE);
  closeSync(file);
}

/** A workbook of a few kilobytes whose sheet unpacks to 205 MB. */
function bomb(path: string): void {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const sheet = new Uint8Array(205 * MEGABYTE).fill(32);
  sheet.set(strToU8('<worksheet><sheetData>'));
  const parts = {
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="${relations}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': sheet,
  };
  writeFileSync(path, zipSync(parts, { level: 1 }));
}

function openQuote(path: string): void {
  const rows = Array.from({ length: 100_000 }, (_, row) => {
    const [line, code] = [row + 2, String(row).padStart(5, '0')];
    return `${code},${line === 12 ? '"' : ''}Xã ${line},5000,1,1,0,0,0,0,none,1,0,0,0,0,0`;
  });
  writeFileSync(path, `${[HEADER, ...rows].join('\n')}\n`);
}

const columns = (count: number, cell: string): string => Array.from({ length: count }, () => cell).join(',');

const cases: readonly {
  readonly file: string;
  readonly make: (path: string) => void;
  readonly says: string;
  readonly memory: number;
}[] = [
  { file: 'gigabyte.csv', make: sparse, says: 'gigabyte.csv: error: The file is larger than 400 MB.', memory: 200 },
  {
    file: 'long-row.csv',
    make: (path) => writeFileSync(path, `${HEADER}\n00004,${'x'.repeat(10 * MEGABYTE)},1\n`),
    says: 'long-row.csv:2: error: The line is longer than 1,000,000 characters.',
    memory: 300,
  },
  {
    file: 'columns.csv',
    make: (path) => writeFileSync(path, `${columns(20_000, 'cases')}\n${columns(20_000, '1')}\n`),
    says: 'columns.csv:1: error: There are more than 2,000 columns.',
    memory: 200,
  },
  {
    file: 'bomb.xlsx',
    make: bomb,
    says: 'bomb.xlsx: error: Unpacked, the workbook holds more than 200 MB',
    memory: 200,
  },
  {
    file: 'quote.csv',
    make: openQuote,
    says: 'quote.csv:12:2: error: The quotation mark that opens here is never closed',
    memory: 600,
  },
];

test.each(cases)('$file is refused within $memory MB', ({ file, make, says, memory }) => {
  make(join(folder, file));
  const ran = spawnSync(
    process.execPath,
    ['--import', TELL_MEMORY, BIN, 'score', file, '-p', '2025', '-q', '--lang', 'en'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  expect(ran).toMatchObject({ status: 3, stdout: '' });
  expect(ran.stderr.startsWith(says), ran.stderr.slice(0, 300)).toBe(true);
  const [, kilobytes = ''] = /memory (\d+)$/.exec(ran.stderr) ?? [];
  expect(Number(kilobytes) / 1000).toBeGreaterThan(20);
  expect(Number(kilobytes) / 1000).toBeLessThan(memory);
  rmSync(join(folder, file));
});
