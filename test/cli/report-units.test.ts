import { expect, test } from 'vitest';
import { rank } from '../../src/cli/rank.ts';
import { score } from '../../src/cli/score.ts';
import { request } from './request.ts';

/** A few communes: most are not certified, and missing figures leave open whether some are in a class. */
const file = 'fixtures/report/communes.csv';

test.each([
  { failOn: 'not-certified', where: [], objected: true },
  { failOn: 'not-certified', where: ['residents < 3000'], objected: false },
  { failOn: 'not-certified', where: ['residents > 3000'], objected: true },
  { failOn: 'undetermined', where: [], objected: true },
  { failOn: 'undetermined', where: ['residents < 16500 and filed_users < 8'], objected: false },
  { failOn: 'undetermined', where: ['residents > 3000'], objected: true },
])('--fail-on $failOn with --where $where is about the units that were chosen', async ({ failOn, where, objected }) => {
  const asked = request({ file, format: 'table', raw: { failOn: [failOn], where } });
  for (const command of [score, rank]) expect(await command(asked)).toMatchObject({ objected, read: [file] });
});

test.each(['csv', 'json', 'ndjson', 'md', 'html'] as const)(
  '--only and --top leave --fail-on as it is in %s',
  async (format) => {
    const asked = request({ file, format, raw: { failOn: ['not-certified'], only: ['certified'], top: '3' } });
    for (const command of [score, rank]) expect(await command(asked)).toMatchObject({ objected: true });
  },
);
