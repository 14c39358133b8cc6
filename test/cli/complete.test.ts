import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { complete, type Known } from '../../src/cli/complete.ts';

const named = (...words: readonly string[]) => words.map((word) => ({ word, about: '' }));
const KNOWN: Known = {
  commands: COMMANDS,
  sets: () => Promise.resolve(named('a-set@1', 'other@2')),
  readings: (set) => Promise.resolve(set === 'a-set@1' ? named('bands=strict', 'bands=cumulative') : []),
  classes: () => Promise.resolve(named('key_1')),
};

async function completed(line: string): Promise<readonly [string, boolean]> {
  const { candidates, files } = await complete(line.split(' '), KNOWN, 'en');
  return [candidates.map(({ word }) => word).join(' '), files];
}

describe('completion', () => {
  it.each([
    ['sco', 'score', false],
    ['help expl', 'explain', false],
    ['score -f js', 'json', false],
    ['explain -f ', 'table json md html', false],
    ['explain --format=', '--format=table --format=json --format=md --format=html', false],
    ['score --ex', '--excel', false],
    ['template --ne', '', false],
    ['score -c a', 'a-set@1', true],
    ['score -c a-set@1 -r bands=c', 'bands=cumulative', false],
    ['score --criteria=a-set@1 --reading bands=s', 'bands=strict', false],
    ['score --only ke', 'key_1', false],
    ['score --by dis', 'district', false],
    ['score ', '', true],
    ['score a.csv ', '', true],
    ['score --near ', '', true],
    ['explain ', '', false],
    ['explain -p 2025 ', '', false],
    ['explain 30817 ', '', true],
    ['explain -p 2025 30817 ', '', true],
    ['criteria o', 'other@2', true],
    ['schema re', 'result', false],
    ['schema result ', '', false],
    ['schema criteria ', '', false],
    ['explain score ', '', true],
    ['explain - ', '', true],
    ['--lang en schema re', 'result', false],
    ['help score ', '', false],
    ['help score --ex', '--excel', false],
    ['completion b', 'bash', false],
    ['--lang ', 'vi en', false],
    ['score --color ', 'auto always never', false],
    ['score --numbers ', 'vi en', false],
    ['score --encoding utf-16', 'utf-16le utf-16be', false],
    ['score --fail-on ', 'undetermined not-certified warning', false],
    ['diff --fail-on ', 'stricter looser any moves', false],
    ['lint --fail-on ', 'warning', false],
    ['check --fail-on ', 'warning', false],
    ['score --units ', 'vn-2025', true],
    ['check --lineage v', 'vn-2025', true],
    ['score --overlay ', '', true],
    ['score --where ', '', false],
    ['score --only n', 'not-certified', false],
    ['diff a-set@1 o', 'other@2', true],
    ['verify ', '', true],
    ['verify result.json ', '', true],
    ['help ', COMMANDS.map(({ id }) => id).join(' '), false],
  ])('of “%s”', async (line, words, files) => {
    expect(await completed(line)).toEqual([words, files]);
  });
});
