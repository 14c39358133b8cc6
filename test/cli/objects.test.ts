import { expect, test } from 'vitest';
import { assess } from '../../src/assess/index.ts';
import { objects } from '../../src/cli/assessment.ts';
import type { Condition } from '../../src/cli/options.ts';
import { parseCriteria } from '../../src/criteria/index.ts';
import { rank, selectUnits } from '../../src/rank/index.ts';

const set = parseCriteria(`family: small
version: "1"
status: draft
title: Small
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
  users: { label: Users, type: count }
criteria:
  A.1: { title: No users, test: users == 0 }
classes:
  clean: { label: Clean, certifies: true, when: A.1 }
  rest: { label: Rest, when: otherwise }
`);
if (!set.ok) throw new Error(set.issues[0].code);
const { value } = set;

test.each<[string, number | null, readonly Condition[]]>([
  ['certified', 0, []],
  ['not certified', 3, ['not-certified']],
  ['open: neither certified nor not', null, ['undetermined']],
])('a unit that is %s', (_, users, conditions) => {
  const assessed = assess(value, [{ code: '1', users }]);
  if (!assessed.ok) throw new Error(assessed.issues[0].code);
  const asked = (['undetermined', 'not-certified'] as const).filter((condition) =>
    objects(new Set([condition]), assessed.value, []),
  );
  expect(asked).toEqual(conditions);
  const shown = (['undetermined', 'not-certified'] as const).filter(
    (word) => selectUnits(assessed.value, rank(assessed.value), [[0]], { only: [word], top: null }).length > 0,
  );
  expect(shown).toEqual(conditions);
});
