import { expect, test } from 'vitest';
import { exitCodeOf, isDataFault } from '../../src/cli/exit-code.ts';
import { issue } from '../../src/messages/index.ts';

const usage = issue('usage/excel-needs-csv', {});
const data = issue('data/empty-file', {}, { position: { file: 'a.csv' } });
const warning = issue('period/validity-not-checked', { set: 'a@1' }, { severity: 'warning' });
const option = issue('period/unknown-form', {}, { received: 'x' });
const number = issue('number/marks', { write: '1.5' }, { received: '1,5' });
const cell = issue('period/unknown-form', {}, { received: 'x', position: { file: 'a.csv', line: 2 } });

test.each([
  { name: 'usage', issues: [usage], code: 2 },
  { name: 'usage with a warning', issues: [warning, usage], code: 2 },
  { name: 'data', issues: [data], code: 3 },
  { name: 'usage and data', issues: [usage, data], code: 3 },
  { name: 'a number of --set', issues: [number], code: 2 },
  { name: 'a number of --where', issues: [{ ...number, position: { file: '--where' } }], code: 2 },
  { name: 'a number of the criteria', issues: [{ ...number, position: { file: 'a.yaml' } }], code: 3 },
  { name: 'a period on the command line', issues: [option], code: 2 },
  { name: 'a period in the data', issues: [cell], code: 3 },
])('$name: $code', ({ issues, code }) => {
  expect(exitCodeOf(issues)).toBe(code);
});

test('what check reports is what stands in the data', () => {
  expect([usage, data, option, cell].map(isDataFault)).toEqual([false, true, false, true]);
});
