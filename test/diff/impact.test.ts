import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess/index.ts';
import type { CriteriaSet } from '../../src/criteria/index.ts';
import { diff, type Impact, impact } from '../../src/diff/index.ts';
import { setOf } from './read.ts';

const text = readFileSync(new URL('../../fixtures/diff/threshold-tightened_base.yaml', import.meta.url), 'utf8');

function changed(...edits: readonly (readonly [string, string])[]): CriteriaSet {
  let next = text;
  for (const [part, by] of edits) {
    expect(next).toContain(part);
    next = next.replaceAll(part, by);
  }
  return setOf(next).set;
}

const BASE = changed();
/** Nothing amiss: 25 of 25 points. */
const SOUND = { people: 1000, users: 0, cases: 0, clips: 12, plan: 1, model: 0 };

function sound(found: ReturnType<typeof impact>): Impact {
  if (!found.ok) throw new Error(found.issues[0].code);
  return found.value;
}

function classesOf({ sides }: Impact): readonly (readonly [string | null | undefined, string | null | undefined])[] {
  return sides.pairs.map(({ before, after }) => [before?.class, after?.class]);
}

describe('figures that only one set asks for', () => {
  const revision = changed(
    ['measures:\n', '  schools:\n    label: { vi: Số trường, en: Schools }\n    type: count\nmeasures:\n'],
    ['test: rate < 1%\n', 'test: rate < 1% and schools >= 1\n'],
  );

  test('are unknown to it where the data lack them, and counted', () => {
    const found = sound(impact(BASE, revision, [{ code: '10001', ...SOUND }]));
    expect(found.missing).toEqual({ base: [], revision: ['schools'] });
    expect(classesOf(found)).toEqual([['clean', null]]);
    expect(found.sides.pairs[0]?.after?.candidates).toEqual(['clean', 'fair']);
  });

  test('are unknown the other way round as well', () => {
    const found = sound(impact(revision, BASE, [{ code: '10001', ...SOUND }]));
    expect(found.missing).toEqual({ base: ['schools'], revision: [] });
    expect(classesOf(found)).toEqual([[null, 'clean']]);
  });

  test('are read where the data have them', () => {
    const found = sound(impact(BASE, revision, [{ code: '10001', ...SOUND, schools: 0 }]));
    expect(found.missing).toEqual({ base: [], revision: [] });
    expect(classesOf(found)).toEqual([['clean', 'fair']]);
  });

  test('are told apart from those that both ask for', () => {
    const { people, ...rest } = SOUND;
    const found = impact(BASE, revision, [{ code: '10001', ...rest }]);
    expect(people).toBe(1000);
    expect(sound(found).missing).toEqual({ base: [], revision: ['schools'] });
    expect(found.issues).toMatchObject([
      { code: 'data/left-out', severity: 'warning', args: { columns: [{ id: 'people' }] } },
    ]);
  });
});

describe('a figure that goes on', () => {
  test('under another name is read under either', () => {
    const revision = changed(
      ['  clips:\n', '  leaflets:\n    was: clips\n'],
      ['on: clips', 'on: leaflets'],
      ['clips >= 1', 'leaflets >= 1'],
      ['label: { vi: Số tài liệu, en: Leaflets }', 'label: { vi: Số tờ rơi, en: Handbills }'],
    );
    const { clips, ...rest } = SOUND;
    for (const name of ['clips', 'leaflets', 'Số tài liệu', 'Số tờ rơi']) {
      const found = sound(impact(BASE, revision, [{ code: '10001', ...rest, [name]: clips }]));
      expect([name, classesOf(found)]).toEqual([name, [['clean', 'clean']]]);
    }
  });

  test('as a choice with more values is read by either set in its own way', () => {
    const choice = (values: string): readonly [string, string] => [
      '  model:\n    label: { vi: Có mô hình, en: Has a model }\n    type: boolean',
      `  model:\n    label: { vi: Có mô hình, en: Has a model }\n    type: choice\n    values: { ${values} }`,
    ];
    const uses = [
      ['test: model\n', 'test: model in [good]\n'],
      ['when: model\n', 'when: model in [good]\n'],
      ['        - M.2\n', '        - M.2\n        - M.3\n'],
    ] as const;
    const base = changed(choice('none: None, good: Good'), ...uses);
    const revision = changed(choice('good: Good, some: Some, none: None'), ...uses);
    const rows = ['good', 'none', 'some'].map((model, index) => ({ ...SOUND, code: `1000${index}`, model }));
    expect(classesOf(sound(impact(base, revision, rows)))).toEqual([
      ['clean', 'clean'],
      ['fair', 'fair'],
      // What the earlier set has no word for is unknown to it.
      [null, 'fair'],
    ]);
  });

  test('as another kind of figure is unknown to the earlier set', () => {
    const revision = changed(
      [
        '  model:\n    label: { vi: Có mô hình, en: Has a model }\n    type: boolean',
        '  model:\n    label: { vi: Có mô hình, en: Has a model }\n    type: count',
      ],
      ['test: model\n', 'test: model >= 1\n'],
      ['when: model\n', 'when: model >= 1\n'],
    );
    const found = sound(impact(BASE, revision, [{ code: '10001', ...SOUND, model: 1 }]));
    expect(found.before.states[2]?.[0]).not.toBe(found.after.states[2]?.[0]);
    expect(classesOf(found)).toEqual([['clean', 'clean']]);
  });
});

test('no row is refused, as by assess', () => {
  for (const found of [impact(BASE, BASE, []), assess(BASE, [])]) {
    expect(found).toMatchObject({ ok: false, issues: [{ code: 'data/no-rows', position: { file: 'rows' } }] });
    expect(found.issues).toHaveLength(1);
  }
});

test('bounds under partial data: a unit that may move is told as undetermined', () => {
  const revision = changed(['score >= 80%', 'score >= 90%']);
  const found = sound(impact(BASE, revision, [{ code: '10001', ...SOUND, clips: null }]));
  // Without leaflets A.2 and D.1 are open: 16 to 25 of 25 points.
  expect(found.sides.pairs[0]?.before?.candidates).toEqual(['clean', 'fair']);
  expect(found.sides.pairs[0]?.before?.score).toMatchObject({ min: { num: 16n, den: 1n }, max: { num: 25n, den: 1n } });
});

test('targets gained or lost are in the totals of both sides', () => {
  const revision = changed(['at_least: 20%', 'at_least: 90%']);
  const rows = [SOUND, { ...SOUND, plan: 0 }].map((row, index) => ({ code: `1000${index}`, ...row }));
  const { totals } = sound(impact(BASE, revision, rows));
  expect([totals.before, totals.after].map(({ targets }) => targets[0]?.met)).toEqual([true, false]);
});

test.each([
  ['dense', [1, 2, 2, 4], [1, 2, 2, 3], [3]],
  ['ordinal', [1, 2, 2, 4], [1, 2, 3, 4], [2]],
])('equal units placed by %s keep their class and take other places', (ties, before, after, moved) => {
  const revision = changed(['\nrank:\n', `\nties: ${ties}\nrank:\n`]);
  const rows = [0, 1, 1, 2].map((users, place) => ({ code: `1000${place}`, ...SOUND, users }));
  const { rankings, sides, rankMoves, attribution } = sound(impact(BASE, revision, rows));
  expect([[...rankings.before.from], [...rankings.after.from]]).toEqual([before, after]);
  expect(rankMoves.map((pair) => pair.after?.row)).toEqual(moved);
  expect(sides.moved).toEqual([]);
  // No class hangs on it: it is not told to move nobody.
  expect(attribution.idle).toEqual([]);
});

test('a unit moves, another only takes its place, and another stays', () => {
  const revision = changed(['test: rate < 1%\n', 'test: rate < 0.5%\n']);
  // 25, 23 and 15 points.
  const rows = [{ users: 7 }, { users: 2, cases: 1 }, { users: 1, clips: 0, plan: 0 }].map((unit, place) => ({
    code: `1000${place}`,
    ...SOUND,
    ...unit,
  }));
  const { sides, rankMoves, attribution, rankings, period } = sound(impact(BASE, revision, rows));
  expect(sides.pairs.map(({ before, after }) => [before?.class, after?.class])).toEqual([
    ['clean', 'fair'],
    ['clean', 'clean'],
    ['rest', 'rest'],
  ]);
  expect(sides.moved.map(({ after }) => after?.row)).toEqual([0]);
  expect(sides.pairs.map(({ before, after }) => [before?.rank?.from, after?.rank?.from])).toEqual([
    [1, 2],
    [2, 1],
    [3, 3],
  ]);
  expect(rankMoves.map(({ after }) => after?.row)).toEqual([1]);
  expect([[...rankings.before.from], [...rankings.after.from]]).toEqual([
    [1, 2, 3],
    [2, 1, 3],
  ]);
  expect([...attribution.units.keys()]).toEqual([0]);
  expect(period).toBeNull();
});

test('what only two changes do together is found on figures of the year before as well', () => {
  const shared = [
    ['test: cases <= 3\n', 'test: cases <= prev(cases)\n'],
    ['        - M.2\n', '        - M.2\n        - M.3\n'],
  ] as const;
  const revision = changed(...shared, ['test: rate < 1%\n', 'test: rate < 2%\n'], ['test: model\n', 'test: plan\n']);
  const unit = { code: '10001', ...SOUND, users: 15, cases: 1 };
  const rows = [
    { ...unit, period: '2024', users: 0, plan: 0 },
    { ...unit, period: '2025' },
  ];
  const { sides, attribution } = sound(impact(changed(...shared), revision, rows));
  expect(sides.moved.map(({ before, after }) => [before?.class, after?.class])).toEqual([['fair', 'clean']]);
  expect([...attribution.units]).toEqual([[1, { sets: [[0, 1]], exact: true }]]);
});

test('a check that both sets have is told once', () => {
  const warning = ['  - rule: users <= people\n', '  - rule: users <= people\n    severity: warning\n'] as const;
  const [base, revision] = [changed(warning), changed(warning, ['test: rate < 1%\n', 'test: rate < 2%\n'])];
  const found = impact(base, revision, [{ code: '10001', ...SOUND, users: 1001 }]);
  expect(found.issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning data/check-failed']);
});

describe('data that one of the two sets does not take are refused by its name', () => {
  const limited = changed(['version: "1"', 'version: "2"'], ['  clips:\n', '  clips:\n    min: 20\n    max: 30\n']);
  const checked = changed(
    ['version: "1"', 'version: "2"'],
    ['checks:\n', 'checks:\n  - { rule: clips >= 20, message: Few }\n'],
  );
  const told = (base: CriteriaSet, revision: CriteriaSet, clips: number) =>
    impact(base, revision, [{ code: '10001', ...SOUND, clips }]).issues.map(({ code, args, received }) =>
      code === 'data/refused-by' ? [code, args.set] : [code, received],
    );

  test.each([
    ['a minimum', limited, 12, ['data/below-minimum', '12']],
    ['a maximum', limited, 31, ['data/above-maximum', '31']],
    ['a check', checked, 12, ['data/check-failed', null]],
  ] as const)('for %s', (_, set, clips, fault) => {
    expect(told(BASE, set, clips)).toEqual([['data/refused-by', set.id], fault]);
    expect(told(set, BASE, clips)).toEqual([['data/refused-by', set.id], fault]);
    expect(impact(BASE, set, [{ code: '10001', ...SOUND, clips }]).ok).toBe(false);
  });

  test('where both do not take them, neither is named', () => {
    const other = changed(
      ['version: "1"', 'version: "3"'],
      ['checks:\n', 'checks:\n  - { rule: clips >= 20, message: Few }\n'],
    );
    expect(told(checked, other, 12)).toEqual([['data/check-failed', null]]);
    expect(told(BASE, limited, 25)).toEqual([]);
  });
});

test('a choice that only has more values is not told to move whom the criterion that names them moves', () => {
  const route = (values: string): readonly [string, string] => [
    'measures:\n',
    `  route:\n    label: { vi: Tuyến, en: Route }\n    type: choice\n    values: { ${values} }\nmeasures:\n`,
  ];
  const test = (of: string): readonly [string, string] => ['test: rate < 1%\n', `test: ${of}\n`];
  const few = changed(route('none: None, main: Main'), test('rate < 1% and route == none'));
  const more = changed(route('none: None, main: Main, side: Side'), test('rate < 1% and route in [none, side, main]'));
  const row = { code: '10001', ...SOUND };
  const movers = (base: CriteriaSet, revision: CriteriaSet, of: string) => {
    const paths = diff(base, revision).map(({ path }) => path);
    const { units } = sound(impact(base, revision, [{ ...row, route: of }])).attribution;
    return [...units.values()].flatMap(({ sets }) => sets.map((own) => own.map((place) => paths[place])));
  };
  expect(movers(few, more, 'main')).toEqual([['criteria.M.2.test']]);
  expect(movers(more, few, 'main')).toEqual([['criteria.M.2.test']]);
});

test('a set whose units are rolled up from those below has no rows', () => {
  const above = { ...BASE, from: { set: 'below', group: 'district' } };
  const refused = (base: CriteriaSet, revision: CriteriaSet): readonly string[] =>
    impact(base, revision, [{ code: '10001', ...SOUND }]).issues.map(({ code }) => code);
  expect([refused(above, BASE), refused(BASE, above), refused(above, above)]).toEqual(
    Array.from({ length: 3 }, () => ['rollup/rows-given']),
  );
});
