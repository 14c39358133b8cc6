import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type CriteriaSource, parseSource, resolvedTree, resolveReadings } from '../../src/criteria/index.ts';
import { diff } from '../../src/diff/index.ts';
import type { Result } from '../../src/messages/index.ts';
import type { ReadSet } from './read.ts';

const text = readFileSync(new URL('../../fixtures/diff/threshold-tightened_base.yaml', import.meta.url), 'utf8');

const OWN = `extends: sample@1
family: own
status: draft
version: "2"
title: { vi: Bộ riêng, en: Own set }
sources:
  law: { date: "2025-02-01" }
criteria:
  B: { applies_when: }
classes:
  clean:
    when:
      all: [mandatory, M.2, score >= 90%]
score:
  round: { to: 0.5 }
`;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues[0]));
  return result.value;
}

function read(source: CriteriaSource): ReadSet {
  const set = value(resolveReadings(source));
  return { set, tree: resolvedTree(source, set.chosen) };
}

const base = value(parseSource(text, 'base.yaml'));
const own = value(parseSource(OWN, 'own.yaml', { base }));

/** Where each change stands on both sides, by its path. */
function placesOf(before: ReadSet, after: ReadSet): Readonly<Record<string, readonly string[]>> {
  const changes = diff(before.set, after.set, { base: before.tree, revision: after.tree });
  const place = (of: (typeof changes)[number]['after']): string =>
    of === null ? '' : `${of.at?.file ?? ''}:${of.at?.line ?? ''}:${of.at?.column ?? ''}`;
  return Object.fromEntries(changes.map((one) => [one.path, [place(one.before), place(one.after)]]));
}

test('what a set changes of the one it extends stands in its own file', () => {
  expect(placesOf(read(base), read(own))).toEqual({
    title: ['base.yaml:4:8', 'own.yaml:5:14'],
    'sources.law': ['base.yaml:10:3', 'own.yaml:7:16'],
    'criteria.B.applies_when': ['base.yaml:80:19', ''],
    'classes.clean.when': ['base.yaml:98:7', 'own.yaml:13:12'],
    'score.round': ['base.yaml:115:10', 'own.yaml:15:16'],
  });
});

test('what both sets were changed in alike is no place of a change', () => {
  const further = `extends: own@2\nfamily: last\nstatus: draft\nversion: "3"\ntitle: { en: My own set }\n`;
  const last = value(parseSource(further, 'last.yaml', { base: own }));
  expect(placesOf(read(own), read(last))).toMatchObject({ title: [expect.anything(), 'last.yaml:5:14'] });
});
