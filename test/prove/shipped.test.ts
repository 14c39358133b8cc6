import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, type Program } from '../../src/assess/index.ts';
import { type Choice, parseCriteria } from '../../src/criteria/index.ts';
import { createPairProver, proveClasses } from '../../src/prove/index.ts';
import { directions, unconfirmed } from './scored.ts';

const textOf = (name: string): string => readFileSync(new URL(`../../criteria/${name}.yaml`, import.meta.url), 'utf8');

function programOf(text: string, readings: Choice = {}): Program {
  const set = parseCriteria(text, { readings });
  if (!set.ok) throw new Error(JSON.stringify(set.issues));
  return compile(set.value).program;
}

const SAME = {
  drug_free: 'same',
  key_1: 'same',
  key_2: 'same',
  key_3: 'same',
  other: 'same',
  certified: 'same',
};

describe('vn-drug-free@2025', () => {
  const text = textOf('vn-drug-free-2025');
  const base = programOf(text);

  test('under each reading', () => {
    const under = (choice: Choice) => proveClasses(base, programOf(text, choice));
    expect(directions(under({}))).toEqual(SAME);
    expect(directions(under({ zero: 'literal' }))).toEqual({ ...SAME, key_3: 'looser', other: 'stricter' });
    // What II.a to II.d then count on top makes communes of class III ones of class II.
    const cumulative = { ...SAME, key_2: 'looser', key_3: 'neither', other: 'stricter' };
    expect(directions(under({ bands: 'cumulative' }))).toEqual(cumulative);
    expect(directions(under({ bands: 'cumulative', zero: 'literal' }))).toEqual(cumulative);
  });

  test.each([
    ['use_points >= 2', 'use_points >= 3', { key_1: 'stricter', key_2: 'looser', key_3: 'looser', other: 'looser' }],
    ['drug_rate >= 0.5%', 'drug_rate > 0.5%', { key_1: 'stricter', key_2: 'looser', key_3: 'looser', other: 'looser' }],
    ['at_least: 3', 'at_least: 2', { key_1: 'looser', key_2: 'stricter', key_3: 'stricter', other: 'stricter' }],
    ['test: unexcepted_people == 0', 'test: unexcepted_people <= 1', { drug_free: 'looser', certified: 'looser' }],
    ['test: use_points == 0', 'test: use_points <= 1 and key_route == none', { drug_free: 'neither' }],
  ])('%s → %s', (part, by, expected) => {
    expect(text).toContain(part);
    const revision = programOf(text.replace(part, by));
    const proofs = proveClasses(base, revision);
    expect(directions(proofs)).toMatchObject(expected);
    expect(unconfirmed(base, revision, proofs)).toEqual([]);
  });

  test('witnesses are confirmed by assessing them', () => {
    for (const choice of [{ zero: 'literal' }, { bands: 'cumulative' }]) {
      const revision = programOf(text, choice);
      expect(unconfirmed(base, revision, proveClasses(base, revision))).toEqual([]);
    }
  });

  test('a criterion', () => {
    const prover = createPairProver(base, programOf(text, { bands: 'cumulative' }));
    expect(prover.criterion('II.a')).toMatchObject({ direction: 'looser', gaining: { kind: 'yes' } });
    expect(prover.criterion('I.a')).toMatchObject({ direction: 'same' });
    expect(prover.criterion('II.f')).toBeNull();
  });
});
