import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { acceptanceOf, crosswalk, diff, parseAccepted } from '../../src/diff/index.ts';
import { type ReadSet, setAt, setOf } from './read.ts';

const konTum = () => ({
  base: setAt('criteria/kon-tum-model-1.yaml'),
  revision: setAt('criteria/kon-tum-model-2.yaml'),
});

describe('the planned changes of kon-tum-model', () => {
  test('are told with their directions, and nothing else', () => {
    const { base, revision } = konTum();
    const found = diff(base.set, revision.set).map(({ id, path, direction }) => [id, path, direction]);
    expect(found).toEqual([
      ['effective-changed', 'effective', 'none'],
      ['criterion-split', 'criteria.F.3', 'looser'],
      ['points-moved', 'criteria.A.3.points, criteria.C.4.points', 'either'],
      ['criterion-added', 'criteria.G.4', 'looser'],
      ['threshold-loosened', 'criteria.B.1.bands', 'looser'],
      ['threshold-tightened', 'criteria.D.1.bands', 'stricter'],
      ['wording-only', 'criteria.D.2.title', 'none'],
      ['threshold-tightened', 'criteria.F.1.bands', 'stricter'],
    ]);
  });

  test('stand where the files have them', () => {
    const { base, revision } = konTum();
    const found = diff(base.set, revision.set, { base: base.tree, revision: revision.tree });
    const lines = found.map(({ before, after }) => [before?.at?.text?.trim(), after?.at?.text?.trim()]);
    expect(lines).toContainEqual(['- [95%, 5]', '- [98%, 5]']);
    expect(lines).toContainEqual(['points: 6', 'points: 4']);
    expect(lines).toContainEqual(['F.3:', 'F.3a:']);
  });

  test('a set does not differ from itself', () => {
    const { base } = konTum();
    expect(diff(base.set, base.set)).toEqual([]);
  });
});

/** A small set: what is asked of a commune, in one order of lines or another. */
const text = readFileSync(new URL('../../fixtures/diff/threshold-tightened_base.yaml', import.meta.url), 'utf8');
const tightened = readFileSync(
  new URL('../../fixtures/diff/threshold-tightened_revision.yaml', import.meta.url),
  'utf8',
);

function fingerprints(one: string, other: string): readonly string[] {
  return diff(setOf(one).set, setOf(other).set).map(({ fingerprint }) => fingerprint);
}

describe('fingerprints', () => {
  const plain = () => fingerprints(text, tightened);

  test('stay the same when lines move about', () => {
    const moved = tightened.replace(/(  M\.1:[\s\S]*?)(  M\.2:[\s\S]*?)(  M\.3:[\s\S]*?)(?=  A:)/u, '$3$2$1');
    expect(moved).not.toBe(tightened);
    expect(fingerprints(text, moved)).toEqual(plain());
  });

  test('stay the same when the file is written another way', () => {
    const rewritten = tightened
      .replace('test: rate < 0.5%', 'test: "rate   <   0.50%"')
      .replace('# ', '#   ')
      .replaceAll('\n', '\r\n');
    expect(fingerprints(text, rewritten)).toEqual(plain());
  });

  test('differ when the values do', () => {
    expect(fingerprints(text, tightened.replace('0.5%', '0.4%'))).not.toEqual(plain());
    expect(fingerprints(text.replace('test: rate < 1%\n', 'test: rate < 2%\n'), tightened)).not.toEqual(plain());
  });
});

describe('direction', () => {
  const directionOf = (from: string, to: string): string | undefined =>
    diff(
      setOf(text.replace('test: rate < 1%\n', `test: ${from}\n`)).set,
      setOf(text.replace('test: rate < 1%\n', `test: ${to}\n`)).set,
    )[0]?.direction;

  test.each([
    ['rate < 1%', 'rate < 0.5%', 'stricter'],
    ['rate < 1%', 'rate <= 1%', 'looser'],
    ['1% > rate', '2% > rate', 'looser'],
    ['not rate >= 1%', 'not rate >= 2%', 'looser'],
    ['users < 5', 'users < 5 and cases < 5', 'stricter'],
    ['users < 5 or cases < 5', 'users < 5', 'stricter'],
    ['users < 5 or cases < 5', 'users < 4 or cases < 6', 'either'],
    ['users == 0', 'users <= 0', 'none'],
    // Of whole numbers, more than 1 is 2 or more.
    ['users >= 2', 'users > 1', 'none'],
    ['users <= 3', 'users < 4', 'none'],
    ['users > 2', 'users >= 2.5', 'none'],
    ['users != 3', 'users != 4', 'either'],
    ['users > 2', 'users > 1 + 0.5', 'looser'],
  ])('from %s to %s', (from, to, expected) => {
    expect(directionOf(from, to)).toBe(expected);
  });

  describe('when a criterion that is counted applies to more units', () => {
    const when = (from: number, policy: string, inClass: string): string =>
      text
        .replace(/score:\n( {2}.*\n)+/u, 'score: { model: count, of: [M.1, M.3] }\n')
        .replace('        - score >= 80%\n        - points(A) >= 50%\n', inClass)
        .replace('when: score >= 60%', 'when: plan')
        .replace(
          '    test: model\n',
          `    test: model\n    applies_when: people >= ${from}\n    not_applicable: ${policy}\n`,
        );

    // Left out, it earns no point and is asked of nobody: who comes under it can gain a point, and lose the class.
    test.each([
      ['pass', 'stricter'],
      ['fail', 'looser'],
      ['exclude', 'either'],
    ])('and counts as %s where it does not', (policy, expected) => {
      for (const inClass of ['', '        - M.3\n']) {
        const [base, revision] = [when(5000, policy, inClass), when(3000, policy, inClass)];
        expect(diff(setOf(base).set, setOf(revision).set).map(({ direction }) => direction)).toEqual([expected]);
        expect(diff(setOf(revision).set, setOf(base).set)[0]?.direction).toBe(
          expected === 'either' ? 'either' : expected === 'stricter' ? 'looser' : 'stricter',
        );
      }
    });
  });

  test('of what puts units into a worse class and gives them more points', () => {
    const own = text
      .replace('best: [clean, fair, rest]', 'best: [clean, rest, fair]')
      .replace('when: score >= 60%', 'when: M.3')
      .replace(/score:\n( {2}.*\n)+/u, 'score: { model: count, of: [M.1, M.3] }\n')
      .replace('        - score >= 80%\n        - points(A) >= 50%\n', '');
    const changes = diff(setOf(own).set, setOf(own.replace('    test: model\n', '    test: model or plan\n')).set);
    expect(changes.map(({ direction }) => direction)).toEqual(['either']);
  });

  test('turns round where a class that is worse uses the criterion', () => {
    const keyed = text
      .replace(
        '  fair:\n    label: { vi: Khá, en: Fair }\n    when: score >= 60%',
        '  fair:\n    label: { vi: Khá, en: Fair }\n    when: M.3',
      )
      .replace('best: [clean, fair, rest]', 'best: [clean, rest, fair]')
      .replace('    test: model\n  A:', '    test: users >= 9\n  A:');
    const found = diff(setOf(keyed).set, setOf(keyed.replace('users >= 9', 'users >= 7')).set);
    expect(found.map(({ id, direction }) => [id, direction])).toEqual([['threshold-tightened', 'stricter']]);
    expect(found[0]?.classes).toEqual([{ class: 'fair', effect: 'wider' }]);
  });

  test('is either where one class gains by it and another loses', () => {
    const both = text.replace('    when: score >= 60%', '    when: not M.2');
    const found = diff(setOf(both).set, setOf(both.replace('rate < 1%\n', 'rate < 2%\n')).set);
    expect(found.map(({ id, direction }) => [id, direction])).toEqual([['threshold-changed', 'either']]);
  });

  test('is none where nothing hangs on the criterion', () => {
    const unused = text.replace('        - M.2\n', '');
    const found = diff(setOf(unused).set, setOf(unused.replace('rate < 1%\n', 'rate < 2%\n')).set);
    expect(found.map(({ id, direction, level }) => [id, direction, level])).toEqual([
      ['threshold-changed', 'none', 'notice'],
    ]);
  });
});

describe('the crosswalk', () => {
  const sets = (from: string, to: string) => ({ base: setOf(from).set, revision: setOf(to).set });

  test('follows `was`, also when an id is used again', () => {
    const swapped = text.replace('  M.2:\n', '  M.2:\n    was: M.3\n').replace('  M.3:\n', '  M.3:\n    was: M.2\n');
    const { criteria, proposals } = crosswalk(sets(text, swapped));
    expect(criteria).toContainEqual({ base: ['M.2'], revision: ['M.3'] });
    expect(criteria).toContainEqual({ base: ['M.3'], revision: ['M.2'] });
    expect(proposals).toEqual([]);
  });

  test('proposes what says the same, and does not take it for granted', () => {
    const renamed = text.replace('  M.3:', '  M.9:');
    const { criteria, proposals } = crosswalk(sets(text, renamed));
    expect(proposals).toEqual([{ kind: 'criterion', base: 'M.3', revision: 'M.9' }]);
    expect(criteria.flatMap(({ base: own }) => own)).not.toContain('M.3');
    expect(diff(setOf(text).set, setOf(renamed).set).map(({ id }) => id)).toEqual([
      'criterion-added',
      'criterion-removed',
    ]);
  });

  test('proposes nothing where two say the same', () => {
    const twice = text.replace(
      '  M.3:\n    title: { vi: Có mô hình, en: Has a model }\n    cite: law k3\n    test: model\n',
      ['M.8', 'M.9']
        .map((id) => `  ${id}:\n    title: { vi: Có mô hình, en: Has a model }\n    cite: law k3\n    test: model\n`)
        .join(''),
    );
    expect(crosswalk(sets(text, twice)).proposals).toEqual([]);
  });
});

describe('accepted changes', () => {
  test.each([
    ['2025-06-02', true, ['accepted'], []],
    ['2025-06-01', true, ['accepted'], []],
    ['2025-05-31', true, [], ['accepted/expired']],
    ['2025-06-01', false, [], ['accepted/hits-nothing']],
    ['2025-05-31', false, [], ['accepted/hits-nothing']],
  ])('until %s, of this comparison: %s', (until, isOwn, accepted, codes) => {
    const { base, revision } = konTum();
    const [change] = diff(base.set, revision.set).filter(({ direction }) => direction === 'stricter');
    if (change === undefined) throw new Error('some change is stricter');
    const fingerprint = isOwn ? change.fingerprint : '000000000000';
    const parsed = parseAccepted(
      `accepted:\n  - fingerprint: ${fingerprint}\n    reason: Đã thống nhất\n    until: ${until}\n`,
      'a.yaml',
    );
    if (!parsed.ok) throw new Error(parsed.issues[0].code);
    const found = acceptanceOf([change], parsed.value, '2025-06-01');
    expect([...found.accepted.keys()]).toEqual(accepted.map(() => fingerprint));
    expect([...found.accepted.values()].map(({ reason }) => reason)).toEqual(accepted.map(() => 'Đã thống nhất'));
    expect(
      found.issues.map(({ code, severity, received, position }) => [code, severity, received, position?.line]),
    ).toEqual(codes.map((code) => [code, 'warning', fingerprint, 2]));
    expect(found.issues.map(({ args }) => args)).toEqual(
      codes.map((code) =>
        code === 'accepted/expired'
          ? { fingerprint, reason: 'Đã thống nhất', until, day: '2025-06-01' }
          : { fingerprint },
      ),
    );
  });

  test.each([
    ['- fingerprint: 1', 'criteria/wrong-form'],
    ['accepted:\n  - { fingerprint: 0123456789ab, until: 2025-01-01 }', 'criteria/missing-key'],
    ['accepted:\n  - { fingerprint: xyz, reason: a, until: 2025-01-01 }', 'criteria/wrong-form'],
    ['accepted:\n  - { fingerprint: 0123456789ab, reason: a, until: soon }', 'criteria/wrong-form'],
    ['accepted:\n  - { fingerprint: 0123456789ab, reason: "", until: 2025-01-01 }', 'criteria/wrong-form'],
    ['accept: []', 'criteria/unknown-key'],
    ['', 'criteria/empty-file'],
    ['accepted: [', 'criteria/yaml-syntax'],
  ])('a file of another form is refused: %s', (content, code) => {
    const parsed = parseAccepted(content, 'a.yaml');
    expect(parsed.ok).toBe(false);
    expect(parsed.issues.map((found) => found.code)).toContain(code);
  });
});

test('both sets of an unordered pair may have nodes the other has not', () => {
  const [from, to]: readonly ReadSet[] = [
    setAt('criteria/vn-key-commune-2010.yaml'),
    setAt('criteria/vn-drug-free-2025.yaml'),
  ];
  if (from === undefined || to === undefined) throw new Error('two sets');
  const found = diff(from.set, to.set);
  expect(found.find(({ path }) => path === 'classes.drug_free')).toMatchObject({
    id: 'class-added',
    direction: 'looser',
  });
  expect(found.find(({ path }) => path === 'classes.key_2')).toMatchObject({
    id: 'class-added',
    // Which of them is better than the class of 2010 that its units leave, neither set says.
    direction: 'either',
  });
  expect(found.filter(({ id }) => id === 'indicator-added').every(({ office }) => office !== null)).toBe(true);
});
