import { describe, expect, test } from 'vitest';
import { compile, type Program } from '../../src/assess/index.ts';
import { parseCriteria } from '../../src/criteria/index.ts';
import { createPairProver, proveClasses } from '../../src/prove/index.ts';
import { directions, scored, unconfirmed } from './scored.ts';

const TEXT = `family: joint
version: "1"
status: draft
title: Joint
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
  users: { label: Users, type: count, max: 100 }
  homes: { label: Homes, type: count }
  area: { label: Area, type: decimal }
  route: { label: Route, type: choice, values: { none: None, intra: Intra, inter: Inter } }
criteria:
  C.1: { title: One, test: users <= 5 }
  C.2: { title: Two, test: "area < 0.125 or route == inter", applies_when: homes > 0, not_applicable: pass }
classes:
  clean: { label: Clean, certifies: true, when: { all: [C.1, C.2] } }
  rest: { label: Rest, when: otherwise }
`;

function programOf(text: string): Program {
  const set = parseCriteria(text);
  if (!set.ok) throw new Error(JSON.stringify(set.issues));
  return compile(set.value).program;
}

/** The set with some of its parts exchanged. */
function changed(...parts: readonly (readonly [part: string, by: string])[]): Program {
  const text = parts.reduce((before, [part, by]) => {
    expect(before).toContain(part);
    return before.replaceAll(part, by);
  }, TEXT);
  return programOf(text);
}

const BASE = programOf(TEXT);

test('an indicator that goes on under another id is the same figure', () => {
  const revision = changed(
    ['users: { label: Users', 'addicts: { label: Users, was: users'],
    ['users <= 5', 'addicts <= 4'],
  );
  const proofs = proveClasses(BASE, revision);
  expect(directions(proofs)).toEqual({ clean: 'stricter', rest: 'looser', certified: 'stricter' });
  expect(unconfirmed(BASE, revision, proofs)).toEqual([]);
  const { losing } = proofs.certified;
  const [figure] = losing.kind === 'yes' ? losing.witness.figures : [];
  expect(figure).toMatchObject({ indicators: ['users', 'addicts'], value: { num: 5n, den: 1n } });
});

test('under another label it has two columns', () => {
  const revision = changed(
    ['users: { label: Users', 'addicts: { label: Addicts, was: users'],
    ['users <= 5', 'addicts <= 4'],
  );
  const proofs = proveClasses(BASE, revision);
  expect(directions(proofs)).toMatchObject({ certified: 'stricter' });
  expect(unconfirmed(BASE, revision, proofs)).toEqual([]);
});

test('without that it is another figure', () => {
  const revision = changed(['users: { label: Users', 'addicts: { label: Addicts'], ['users <= 5', 'addicts <= 4']);
  expect(directions(proveClasses(BASE, revision))).toMatchObject({ certified: 'neither' });
});

/** Users and homes change ids. */
const EXCHANGED = [
  ['users: { label: Users, type: count, max: 100 }', 'users: { label: Homes, was: homes, type: count }'],
  ['homes: { label: Homes, type: count }', 'homes: { label: Users, was: users, type: count, max: 100 }'],
  ['applies_when: homes > 0', 'applies_when: users > 0'],
] as const;

test('two indicators that exchange their ids are the figures they were', () => {
  const proofs = proveClasses(BASE, changed(...EXCHANGED, ['users <= 5', 'homes <= 5']));
  expect(directions(proofs)).toEqual({ clean: 'same', rest: 'same', certified: 'same' });
});

test('a witness of two that exchanged their ids is read by both sets', () => {
  // Under ids, each set would take the one for the other.
  const labelled = [
    ['users: { label: Homes', 'users: { label: Houses, aliases: [Homes counted]'],
    ['homes: { label: Users', 'homes: { label: People, aliases: [Users counted]'],
  ] as const;
  const [base, revision] = [
    changed(
      ['users: { label: Users', 'users: { label: Users, aliases: [Users counted]'],
      ['homes: { label: Homes', 'homes: { label: Homes, aliases: [Homes counted]'],
    ),
    changed(...EXCHANGED, ...labelled, ['users <= 5', 'homes <= 4']),
  ];
  const proofs = proveClasses(base, revision);
  expect(directions(proofs)).toEqual({ clean: 'stricter', rest: 'looser', certified: 'stricter' });
  expect(unconfirmed(base, revision, proofs)).toEqual([]);
});

test('an indicator under the id of one that is gone is another figure', () => {
  const revision = changed(
    ['users: { label: Users, type: count, max: 100 }', 'area: { label: Users, was: users, type: count, max: 100 }'],
    ['  area: { label: Area, type: decimal }\n', ''],
    ['users <= 5', 'area <= 5'],
    ['area < 0.125 or ', ''],
  );
  expect(directions(proveClasses(BASE, revision))).toMatchObject({ certified: 'stricter' });
  expect(proveClasses(BASE, revision).limits.narrowed).toEqual([]);
});

test('an indicator that counts in one set and is a choice in the other leaves all unproved', () => {
  const revision = changed(
    ['users: { label: Users, type: count, max: 100 }', 'users: { label: Users, type: boolean }'],
    ['users <= 5', 'not users'],
  );
  const proofs = proveClasses(BASE, revision);
  expect(directions(proofs)).toEqual({ clean: 'unproved', rest: 'unproved', certified: 'unproved' });
  expect(proofs.limits.clashes).toEqual(['users']);
});

test('only figures that both sets allow are looked at', () => {
  const revision = changed(['max: 100', 'max: 5'], ['intra: Intra, ', '']);
  const proofs = proveClasses(BASE, revision);
  expect(proofs.limits.narrowed).toEqual(['users', 'route']);
  expect(directions(proofs)).toEqual({ clean: 'same', rest: 'same', certified: 'same' });
  // More than five users no set above allows any longer; what fails is the other criterion.
  expect(createPairProver(BASE, revision).criterion('C.1')).toMatchObject({ direction: 'same' });
});

test('data that no set calls sound proves nothing against a revision', () => {
  const check = 'checks:\n  - { rule: users <= 5, message: Too many }\ncriteria:';
  expect(directions(proveClasses(BASE, changed(['criteria:', check], ['users <= 5 }', 'users <= 6 }'])))).toEqual({
    clean: 'same',
    rest: 'same',
    certified: 'same',
  });
});

test('a criterion that does not apply is met or not as its set says', () => {
  const prover = createPairProver(BASE, changed(['not_applicable: pass', 'not_applicable: fail']));
  const proof = prover.criterion('C.2');
  expect(proof).toMatchObject({ direction: 'stricter' });
  expect(prover.classes().certified.direction).toBe('stricter');
});

test('a criterion that goes on under another id is compared with the one it was', () => {
  const revision = changed(
    ['C.1: { title: One, test: users <= 5 }', 'C.9: { title: One, was: C.1, test: users < 5 }'],
    ['[C.1, C.2]', '[C.9, C.2]'],
  );
  expect(createPairProver(BASE, revision).criterion('C.9')).toMatchObject({ direction: 'stricter' });
  expect(createPairProver(BASE, revision).criterion('C.1')).toBeNull();
});

test('two criteria that exchange their ids are compared with those they were', () => {
  const revision = changed(
    ['C.1: { title: One, test: users <= 5 }', 'C.1x: { title: One, was: C.2, test: users <= 5 }'],
    ['C.2: { title: Two,', 'C.1: { title: Two, was: C.2,'],
    ['C.1x: { title: One, was: C.2,', 'C.2: { title: One, was: C.1,'],
  );
  const prover = createPairProver(BASE, revision);
  expect(prover.criterion('C.1')).toMatchObject({ direction: 'same' });
  expect(prover.criterion('C.2')).toMatchObject({ direction: 'same' });
});

test('a witness keeps decimals apart from thousands', () => {
  const revision = changed(['area < 0.125', 'area <= 0.125']);
  const { gaining } = proveClasses(BASE, revision).certified;
  if (gaining.kind !== 'yes') throw new Error(gaining.kind);
  const sets = [BASE.set, revision.set];
  expect(scored(gaining.witness, sets, BASE.set)).toMatchObject({ class: 'rest', certified: false });
  expect(scored(gaining.witness, sets, revision.set)).toMatchObject({ class: 'clean', certified: true });
});

test('a class that only one set has', () => {
  const revision = changed(['  rest: {', '  near: { label: Near, when: C.1 }\n  rest: {']);
  const proofs = proveClasses(BASE, revision);
  expect(directions(proofs)).toEqual({ clean: 'same', rest: 'stricter', near: 'looser', certified: 'same' });
  expect(unconfirmed(BASE, revision, proofs)).toEqual([]);
});

test('a class that certifies in one set only moves nobody but the certificate', () => {
  const revision = changed(['certifies: true, ', '']);
  expect(directions(proveClasses(BASE, revision))).toEqual({ clean: 'same', rest: 'same', certified: 'stricter' });
});

describe('a figure that the sets roll up in different ways is two figures', () => {
  const rolledUp = (rollup: string, rest: string = ''): Program =>
    programOf(`family: above
version: "1"
status: draft
title: Above
unit: province
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
from: { set: joint@1, group: province }
indicators:
  users: { label: Users, type: count, rollup: "${rollup}" }
  homes: { label: Homes, type: count, rollup: sum(homes) }
criteria:
  C.1: { title: One, test: users <= 5 }
  C.2: { title: Two, test: ${rest === '' ? 'homes > 0' : rest} }
classes:
  clean: { label: Clean, certifies: true, when: C.1 }
  housed: { label: Housed, when: C.2 }
  rest: { label: Rest, when: otherwise }
`);
  const base = rolledUp('sum(users)');
  const proofs = (revision: Program) => proveClasses(base, revision);

  test('that nobody moves is not proved of a class that asks for it', () => {
    const found = proofs(rolledUp('sum(users, homes > 3)'));
    expect(directions(found)).toMatchObject({ clean: 'unproved', rest: 'unproved', certified: 'unproved' });
    expect(found.limits.apart).toEqual(['users']);
  });

  test('nor where they are made from another set, or by another group', () => {
    const { set } = base;
    for (const from of [
      { set: 'joint@2', group: 'province' },
      { set: 'joint@1', group: 'district' },
    ])
      expect(directions(proofs(compile({ ...set, from }).program)).clean).toBe('unproved');
  });

  test('it is proved where both come to the same whatever the figures are', () => {
    const always = rolledUp('sum(users, homes > 3)', 'homes > 0').set;
    const settled = (set: typeof always): Program => {
      const classes = [...set.classes].filter(([id]) => id !== 'clean');
      return compile({ ...set, classes: new Map(classes) }).program;
    };
    const found = proveClasses(settled(base.set), settled(always));
    expect(directions(found)).toMatchObject({ housed: 'same', rest: 'same' });
  });

  test('and of figures rolled up alike as ever', () => {
    const found = proofs(rolledUp('sum(users)', 'homes > 1'));
    expect(directions(found)).toMatchObject({ clean: 'same', housed: 'stricter' });
    expect(found.limits.apart).toEqual([]);
  });
});
