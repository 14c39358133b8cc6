import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkCases, parseCases, runCases, type Sets, thresholdCoverage } from '../../src/cases/index.ts';
import { type CriteriaSource, parseSource, resolveReadings } from '../../src/criteria/index.ts';

const FOLDER = 'criteria';
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.cases.yaml'));
const textOf = (name: string): string => readFileSync(`${FOLDER}/${name}`, 'utf8');
const criteriaNames = readdirSync(FOLDER).filter((name) => /(?<!\.cases)\.yaml$/.test(name));

function sourceIn(name: string): CriteriaSource {
  const source = parseSource(textOf(name), name);
  if (!source.ok) throw new Error(JSON.stringify(source.issues, null, 1));
  return source.value;
}

/** The set of a cases file, and the set its units below belong to: the only version of its family. */
function setsFor(name: string): Sets {
  const source = sourceIn(name.replace('.cases.yaml', '.yaml'));
  const set = resolveReadings(source);
  if (!set.ok) throw new Error(JSON.stringify(set.issues, null, 1));
  const from = set.value.from?.set;
  const below = criteriaNames.find((other) => from !== undefined && textOf(other).includes(`\nfamily: ${from}\n`));
  return { source, below: below === undefined ? null : sourceIn(below) };
}

function casesIn(name: string) {
  const cases = parseCases(textOf(name), name);
  if (!cases.ok) throw new Error(JSON.stringify(cases.issues, null, 1));
  return cases.value;
}

describe.each(FILES)('%s', (name) => {
  const sets = setsFor(name);
  const cases = casesIn(name);

  test('fits its criteria', () => {
    expect(checkCases(cases, sets)).toEqual([]);
  });

  const results = runCases(cases, sets);
  test.each(results.map((result) => [result.case.name.en, result] as const))('%s', (_, { differences, issues }) => {
    expect(issues).toEqual([]);
    expect(differences.map(({ expectation: { of }, expected, found }) => ({ of, expected, found }))).toEqual([]);
  });

  const isInForce = sets.source.header.status === 'in-force';
  test.runIf(isInForce)('tries every threshold just under, on and just over', () => {
    const lacking = thresholdCoverage(results, sets).filter(({ missing }) => missing.length > 0);
    expect(
      lacking.map(({ threshold, readings, missing }) => ({
        of: threshold.of,
        text: threshold.text,
        readings,
        missing,
      })),
    ).toEqual([]);
  });
});
