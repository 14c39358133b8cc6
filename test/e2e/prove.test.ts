import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, xasach } from './run-xasach.ts';

interface Witness {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly period: string;
}

interface Proof {
  readonly direction: string;
  readonly losing: { readonly proved: string; readonly witness: Witness | null };
  readonly gaining: { readonly proved: string; readonly witness: Witness | null };
}

interface Diff {
  readonly proofs: { readonly classes: readonly (Proof & { readonly class: string })[]; readonly certified: Proof };
}

interface Unit {
  readonly class: string | null;
  readonly certified: boolean;
}

interface Scored {
  readonly assessments: readonly Unit[];
}

/** A witness, and whether a unit has what it is about. */
interface Claim {
  readonly about: string;
  readonly witness: Witness;
  readonly has: (unit: Unit) => boolean;
  /** Whether the unit has it under the base, and not under the revision; or the other way round. */
  readonly isLosing: boolean;
}

const folder = mkdtempSync(join(tmpdir(), 'xasach-prove-'));

/** A revision of a set in which one condition reads otherwise. */
function revised(name: string, part: string, by: string): string {
  const text = readFileSync(join(ROOT, 'criteria', `${name}.yaml`), 'utf8');
  expect(text).toContain(part);
  const path = join(folder, 'revision.yaml');
  writeFileSync(path, text.replace(part, by));
  return path;
}

/** What `score` makes of witnesses, one unit each. */
function scored(claims: readonly Claim[], criteria: string): readonly Unit[] {
  const [first] = claims;
  if (first === undefined) return [];
  const { header, period } = first.witness;
  const rows = claims.flatMap(({ witness }, place) =>
    witness.rows.map(([, ...cells]) => [String(place + 1).padStart(5, '0'), ...cells]),
  );
  const data = join(folder, 'witnesses.csv');
  writeFileSync(data, `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`);
  const ran = xasach(['score', data, '--criteria', criteria, '--period', period, '--format', 'json']);
  const result: Scored = JSON.parse(ran.stdout);
  return result.assessments;
}

function claimsOf({ proofs }: Diff): readonly Claim[] {
  const claims = (about: string, { losing, gaining }: Proof, has: Claim['has']): readonly Claim[] =>
    [losing, gaining].flatMap(({ witness }, place) =>
      witness === null ? [] : [{ about, witness, has, isLosing: place === 0 }],
    );
  return [
    ...proofs.classes.flatMap((own) => claims(own.class, own, (unit) => unit.class === own.class)),
    ...claims('certified', proofs.certified, ({ certified }) => certified),
  ];
}

describe('diff --prove', () => {
  test.each([
    ['kon-tum-model@1', () => 'kon-tum-model@2', ['neither', 'neither', 'neither'], 'neither'],
    [
      'vn-drug-free@2025',
      () => revised('vn-drug-free-2025', 'test: use_points >= 2', 'test: use_points >= 3'),
      ['same', 'stricter', 'looser', 'looser', 'looser'],
      'same',
    ],
  ])('%s: score confirms every witness', { timeout: 300_000 }, (base, revisionOf, directions, certified) => {
    const revision = revisionOf();
    const diff: Diff = JSON.parse(xasach(['diff', base, revision, '--prove', '--format', 'json']).stdout);
    expect(diff.proofs.classes.map(({ direction }) => direction)).toEqual(directions);
    expect(diff.proofs.certified.direction).toBe(certified);
    const claims = claimsOf(diff);
    expect(claims.length).toBeGreaterThan(0);
    const [before, after] = [scored(claims, base), scored(claims, revision)];
    for (const [place, { about, has, isLosing }] of claims.entries()) {
      const [one, two] = [before[place], after[place]].map((unit) => unit !== undefined && has(unit));
      expect([about, one, two]).toEqual([about, isLosing, !isLosing]);
    }
  });
});
