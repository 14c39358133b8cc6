import { expect, test } from 'vitest';
import { extendedSet, parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { SMALL_SET } from './small-set.ts';

const OURS = `extends: small@1
family: ours
version: "1"
status: draft
criteria:
  A.1: { test: rate < 2% }
  B.1: { title: New, test: users > 5 }
`;

test('the set that a file extends is named with its place', () => {
  expect(extendedSet(OURS, 'ours.yaml')).toMatchObject({
    id: 'small@1',
    at: { file: 'ours.yaml', line: 1, column: 10 },
  });
  expect(extendedSet(SMALL_SET, 'a.yaml')).toBeNull();
  expect(extendedSet('  extends: small@1', 'a.yaml')).toBeNull();
  expect(extendedSet('extends: [small@1]', 'a.yaml')).toBeNull();
});

test('without the other set it cannot be read', () => {
  expect(parseSource(OURS, 'ours.yaml').issues).toMatchObject([
    { code: 'criteria/base-missing', args: { id: 'small@1' }, position: { line: 1, column: 10 }, received: 'small@1' },
  ]);
});

test('with it, what differs is changed and added, and the hash hangs on both', () => {
  const base = parseSource(SMALL_SET, 'a.yaml');
  if (!base.ok) throw new Error('the small set is sound');
  const ours = parseSource(OURS, 'ours.yaml', { base: base.value });
  if (!ours.ok) throw new Error(ours.issues[0].code);
  const set = resolveReadings(ours.value);
  expect(set.ok && set.value).toMatchObject({ id: 'ours@1', file: 'ours.yaml' });
  expect(set.ok && [...set.value.criteria.keys()]).toEqual(['A.1', 'A.2', 'A.3', 'B.1']);
  expect(ours.value.overridden.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['family', 'criteria.A.1.test', 'criteria.B.1']),
  );
  const other = parseSource(SMALL_SET.replace('Small set', 'Other set'), 'a.yaml');
  const alone = other.ok && parseSource(OURS, 'ours.yaml', { base: other.value });
  expect(alone !== false && alone.ok && alone.value.sha256).not.toBe(ours.value.sha256);
  expect(ours.value.sha256).not.toBe(base.value.sha256);
});

test('what the set in the middle changed is still told of one that extends it in turn', () => {
  const base = parseSource(SMALL_SET, 'a.yaml');
  const ours = parseSource(OURS, 'ours.yaml', { base: base.ok ? base.value : null });
  const text = `extends: ours@1
family: top
version: "1"
status: draft
criteria:
  A.2: { title: Other }
`;
  const top = parseSource(text, 'top.yaml', { base: ours.ok ? ours.value : null });
  if (!top.ok) throw new Error(top.issues[0].code);
  const rules = top.value.overridden.filter(({ path }) => path.startsWith('criteria.'));
  expect(rules.map(({ path, at: { file, line } }) => [path, file, line])).toEqual([
    ['criteria.A.1.test', 'ours.yaml', 6],
    ['criteria.B.1', 'ours.yaml', 7],
    ['criteria.A.2.title', 'top.yaml', 6],
  ]);
});

test.each([
  ['its rule and nothing else', 'A1: { test: rate < 2% }', [['criteria/patch-hits-nothing', 'A1', ['A.1']]]],
  ['its title and nothing else', 'A1: { title: Fewer users }', [['criteria/patch-hits-nothing', 'A1', ['A.1']]]],
  ['the rule of one that is like none', 'Z9: { test: rate < 2% }', [['criteria/missing-key', 'title', undefined]]],
])('a misspelt criterion is not taken for a new one: %s', (_, text, expected) => {
  const base = parseSource(SMALL_SET, 'a.yaml');
  const own = `extends: small@1\nfamily: ours\nversion: "1"\nstatus: draft\ncriteria:\n  ${text}\n`;
  const { issues } = parseSource(own, 'ours.yaml', { base: base.ok ? base.value : null });
  expect(
    issues.map(({ code, args }) => [code, 'key' in args && args.key, 'nearest' in args ? args.nearest : undefined]),
  ).toEqual(expected);
  expect(issues[0]?.position).toMatchObject({ file: 'ours.yaml', line: 6, column: 3 });
});

test('what is whole is a new one, however near its name', () => {
  const base = parseSource(SMALL_SET, 'a.yaml');
  const own =
    'extends: small@1\nfamily: ours\nversion: "1"\nstatus: draft\ncriteria:\n  A.4: { title: T, test: A.1 }\n';
  expect(parseSource(own, 'ours.yaml', { base: base.ok ? base.value : null }).ok).toBe(true);
});

test('a change that makes the set unsound is told at its place', () => {
  const base = parseSource(SMALL_SET, 'a.yaml');
  const ours = parseSource(OURS.replace('users > 5', 'usres > 5'), 'ours.yaml', { base: base.ok ? base.value : null });
  expect(ours.issues).toMatchObject([{ code: 'formula/unknown-name', position: { file: 'ours.yaml', line: 7 } }]);
});

test.each([
  ['', ['family', 'version', 'status']],
  ['family: ours\n', ['version', 'status']],
  ['family: ours\nversion: "1"\n', ['status']],
  ['family: small\nversion: "1"\nstatus: draft\n', ['version']],
])('one that does not say that it is another set is refused: %j', (own, keys) => {
  const base = parseSource(SMALL_SET, 'a.yaml');
  const text = `extends: small@1\n${own}criteria:\n  A.1: { test: rate < 2% }\n`;
  expect(parseSource(text, 'ours.yaml', { base: base.ok ? base.value : null })).toMatchObject({
    ok: false,
    issues: [{ code: 'criteria/own-identity', args: { base: 'small@1', keys }, position: { line: 1, column: 10 } }],
  });
});

test('what a change takes out though something else names it is told where it is taken out', () => {
  const base = parseSource(SMALL_SET, 'a.yaml');
  const own = 'family: ours\nversion: "1"\nstatus: draft\n';
  const text = own + 'extends: small@1\ncriteria:\n  A.1:\nmeasures:\n  rate:\n';
  const { issues } = parseSource(text, 'ours.yaml', { base: base.ok ? base.value : null });
  expect(issues).toMatchObject([
    { code: 'criteria/removed-but-named', args: { id: 'A.1' }, position: { file: 'ours.yaml', line: 6, column: 3 } },
    { code: 'criteria/removed-but-named', args: { id: 'rate' }, position: { file: 'ours.yaml', line: 8, column: 3 } },
  ]);
  expect(issues.map(({ args }) => args)).toMatchObject([
    { places: ['a.yaml:31', 'a.yaml:33', 'a.yaml:35', 'a.yaml:47'] },
    { places: ['a.yaml:38'] },
  ]);
});
