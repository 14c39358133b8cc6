import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { flagsOf, OPTION_IDS } from '../../src/cli/option-table.ts';
import { commandLine, mutated, mutatedWorkbook } from '../fuzz/generators.ts';
import { ROOT, xasach } from './run-xasach.ts';

/*
 * Nonsense given to the command line itself: it ends with a code of the contract, says why without a stack trace, and
 * writes a whole file or none.
 */
const RUNS = { numRuns: 12, seed: 2026 };
const folder = mkdtempSync(join(tmpdir(), 'xasach-fuzz-'));
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(join(ROOT, path)));
let count = 0;
const fresh = (name: string): string => join(folder, `${(count += 1)}-${name}`);

function endsWell(args: readonly string[], output: string): void {
  const ran = xasach(args, { cwd: folder });
  expect([0, 1, 2, 3]).toContain(ran.code);
  expect(ran.stderr).not.toMatch(/\n\s+at |Error:|node:internal/u);
  const isWritten = ran.code === 0 || ran.code === 1;
  expect(existsSync(output)).toBe(isWritten);
  if (isWritten) JSON.parse(readFileSync(output, 'utf8'));
}

test.each([
  ['csv', mutated(bytesOf('fixtures/report/communes.csv'))],
  ['xlsx', mutatedWorkbook(bytesOf('fixtures/official-report-2025.xlsx'))],
])('data as %s', (ending, bytes) => {
  fc.assert(
    fc.property(bytes, (own) => {
      const [data, output] = [fresh(`data.${ending}`), fresh('result.json')];
      writeFileSync(data, own);
      endsWell(['score', data, '-p', '2025', '-q', '-o', output], output);
    }),
    RUNS,
  );
});

test('criteria', () => {
  fc.assert(
    fc.property(mutated(bytesOf('criteria/vn-drug-free-2025.yaml')), (own) => {
      const [criteria, output] = [fresh('criteria.yaml'), fresh('result.json')];
      writeFileSync(criteria, own);
      endsWell(
        ['score', join(ROOT, 'fixtures/report/communes.csv'), '-c', criteria, '-p', '2025', '-q', '-o', output],
        output,
      );
    }),
    RUNS,
  );
});

test('a recorded result', () => {
  const result = fresh('seed.json');
  xasach(['score', join(ROOT, 'fixtures/report/communes.csv'), '-p', '2025', '-q', '-o', result]);
  fc.assert(
    fc.property(mutated(new Uint8Array(readFileSync(result))), (own) => {
      const [recorded, output] = [fresh('result.json'), fresh('verified.json')];
      writeFileSync(recorded, own);
      endsWell(['verify', recorded, '-f', 'json', '-o', output], output);
    }),
    RUNS,
  );
});

test('command lines', () => {
  const words = [...COMMANDS.map(({ id }) => id), ...OPTION_IDS.flatMap(flagsOf), '2025'];
  fc.assert(
    fc.property(commandLine(words), (argv) => {
      const ran = xasach(argv, { cwd: folder });
      expect([0, 1, 2, 3]).toContain(ran.code);
      expect(ran.stderr).not.toMatch(/\n\s+at |Error:|node:internal/u);
    }),
    RUNS,
  );
});
