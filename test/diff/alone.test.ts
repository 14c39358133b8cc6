import { describe, expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import type { CriteriaSet } from '../../src/criteria/index.ts';
import { datasetFromRows, selectRows } from '../../src/data/index.ts';
import { attribute, type Attribution, outcomeOf } from '../../src/diff/attribution.ts';
import { compareSets } from '../../src/diff/index.ts';
import { createHybrids } from '../../src/diff/hybrid.ts';
import { exactText, ZERO } from '../../src/number/index.ts';
import { type Edit, sample } from './sample.ts';

function compared(base: readonly Edit[], revision: readonly Edit[]) {
  const { sets, planned } = compareSets({ base: sample(...base).set, revision: sample(...revision).set });
  const paths = planned.map(({ change }) => change.path);
  return { sets, hybrids: createHybrids(sets, planned), paths, placeOf: (path: string) => paths.indexOf(path) };
}

const NEW = '    title: { vi: Mới, en: New }\n';
const M9: Edit = ['  M.3:\n', `  M.9:\n${NEW}    test: users == 0\n  M.3:\n`];
const asksFor = (id: string): Edit => ['        - M.2\n', `        - M.2\n        - ${id}\n`];
const M3 = '  M.3:\n    title: { vi: Có mô hình, en: Has a model }\n    cite: law k3\n    test: model\n';
const BANDS = 'bands:\n          - [10, 4]\n          - [5, 2]';
const MODEL = '  model:\n    label: { vi: Có mô hình, en: Has a model }\n    type: boolean\n';
const POLICE = ['measures:\n', '  police:\n    label: { vi: P, en: P }\n    type: count\nmeasures:\n'] as const;
const TWICE = ['checks:\n', '  twice:\n    label: { vi: T, en: T }\n    formula: 2 * users\nchecks:\n'] as const;

/** Classes that ask for no points. */
const NO_POINTS: readonly Edit[] = [
  ['        - score >= 80%\n        - points(A) >= 50%\n', ''],
  ['when: score >= 60%', 'when: M.3'],
];
const COUNT: Edit = ['model: points\n  of: 25\n  round: { to: 1, mode: half-up }', 'model: count\n  of: [M.1, M.9]'];

describe('a change comes with what it cannot be without', () => {
  test.each<readonly [string, readonly Edit[], readonly Edit[], Readonly<Record<string, readonly string[]>>]>([
    [
      'a class that asks for something new',
      [],
      [M9, asksFor('M.9')],
      { 'classes.clean.when': ['classes.clean.when', 'criteria.M.9'], 'criteria.M.9': ['criteria.M.9'] },
    ],
    [
      'something that goes with what asked for it',
      [asksFor('M.3')],
      [[M3, '']],
      { 'criteria.M.3': ['classes.clean.when', 'criteria.M.3'], 'classes.clean.when': ['classes.clean.when'] },
    ],
    [
      'a test of a new figure, through a new measure',
      [],
      [
        POLICE,
        ['checks:\n', '  double:\n    label: { vi: T, en: T }\n    formula: 2 * police\nchecks:\n'],
        ['test: rate < 1%', 'test: double < 1'],
      ],
      {
        'criteria.M.2.test': ['criteria.M.2.test', 'measures.double', 'indicators.police'],
        'measures.double': ['measures.double', 'indicators.police'],
        'indicators.police': ['indicators.police'],
      },
    ],
    [
      'a measure that goes with the test of it',
      [TWICE, ['test: rate < 1%', 'test: twice < 1']],
      [],
      { 'measures.twice': ['criteria.M.2.test', 'measures.twice'], 'criteria.M.2.test': ['criteria.M.2.test'] },
    ],
    [
      'steps with the points of the best of them',
      [],
      [
        [BANDS, 'bands:\n          - [10, 5]\n          - [5, 2]'],
        ['points: 4\n', 'points: 5\n'],
        ['    points: 10\n    cap', '    points: 11\n    cap'],
        ['of: 25', 'of: 26'],
      ],
      {
        'criteria.A.2.bands': ['criteria.A.2.bands', 'criteria.A.2.points'],
        'criteria.A.2.points': ['criteria.A.2.bands', 'criteria.A.2.points'],
      },
    ],
    [
      'steps without points that stay',
      [],
      [
        [BANDS, 'bands:\n          - [9, 4]\n          - [5, 2]'],
        ['test: rate < 1%\n', 'test: rate < 2%\n'],
      ],
      { 'criteria.A.2.bands': ['criteria.A.2.bands'], 'criteria.M.2.test': ['criteria.M.2.test'] },
    ],
    [
      'another kind of figure with all that ask for it',
      [],
      [
        [MODEL, MODEL.replace('boolean', 'count')],
        ['    test: model\n', '    test: model > 0\n'],
        ['        test: model\n', '        test: model > 0\n'],
        ['  - when: model\n', '  - when: model > 0\n'],
      ],
      {
        'indicators.model.type': ['criteria.M.3.test', 'criteria.A.3.test', 'indicators.model.type'],
        'criteria.M.3.test': ['criteria.M.3.test', 'criteria.A.3.test', 'indicators.model.type'],
      },
    ],
    [
      'an order by a new measure',
      [],
      [TWICE, ['{ by: rate, order: low }', '{ by: twice, order: low }']],
      { rank: ['rank', 'measures.twice'] },
    ],
    [
      'an order by a new figure',
      [],
      [POLICE, ['{ by: rate, order: low }', '{ by: police, order: low }']],
      { rank: ['rank', 'indicators.police'] },
    ],
    [
      'another order of classes alone',
      [],
      [M9, ['best: [clean, fair, rest]', 'best: [fair, clean, rest]']],
      { rank: ['rank'] },
    ],
    ['a count of something new', NO_POINTS, [...NO_POINTS, M9, COUNT], { score: ['score', 'criteria.M.9'] }],
    [
      'a count of something new, seen from points that stay',
      [...NO_POINTS, M9, COUNT],
      NO_POINTS,
      { 'criteria.M.9': ['score', 'criteria.M.9'], score: ['score'] },
    ],
    [
      'a check of a new figure',
      [],
      [POLICE, ['checks:\n', 'checks:\n  - rule: police <= people\n    message: { vi: P, en: P }\n']],
      { 'checks.police <= people': ['indicators.police', 'checks.police <= people'] },
    ],
    [
      'what applies to a new figure',
      [],
      [POLICE, ['people > 100', 'police > 1']],
      { 'criteria.B.applies_when': ['criteria.B.applies_when', 'indicators.police'] },
    ],
    [
      'a part in a new group',
      [],
      [
        [
          '      D.1:\n',
          `      D.2:\n        title: { vi: M, en: N }\n        points: 3\n        parts:\n          D.2.a: { title: { vi: M, en: N }, points: 3, test: plan }\n      D.1:\n`,
        ],
        ['    points: 5\n    parts', '    points: 8\n    parts'],
        ['of: 25', 'of: 28'],
      ],
      { 'criteria.D.2': ['criteria.D.2'] },
    ],
  ])('%s', (_, base, revision, expected) => {
    const { hybrids, paths, placeOf } = compared(base, revision);
    for (const [path, together] of Object.entries(expected)) {
      const closed = hybrids.closed([placeOf(path)]);
      expect([path, closed.map((place) => paths[place])]).toEqual([path, together]);
      expect(closed).toEqual(closed.toSorted((a, b) => a - b));
    }
  });

  test('and is what leads them', () => {
    const { hybrids, paths, placeOf } = compared([], [M9, asksFor('M.9'), ['test: cases <= 3', 'test: cases <= 2']]);
    const leading = (...names: readonly string[]) =>
      hybrids.leading(names.map((path) => placeOf(path))).map((place) => paths[place]);
    expect(leading('criteria.M.9', 'classes.clean.when')).toEqual(['classes.clean.when']);
    expect(leading('criteria.M.9', 'criteria.M.1.test')).toEqual(['criteria.M.9', 'criteria.M.1.test']);
    const tied = compared(
      [],
      [
        [MODEL, MODEL.replace('boolean', 'count')],
        ['    test: model\n', '    test: model > 0\n'],
        ['        test: model\n', '        test: model > 0\n'],
        ['  - when: model\n', '  - when: model > 0\n'],
      ],
    );
    // Each needs the other: none of them leads.
    const both = tied.hybrids.closed([tied.placeOf('criteria.M.3.test')]);
    expect(tied.hybrids.leading(both)).toEqual(both);
  });

  test('of wording, sources, remarks, readings and targets no assessment can hang on', () => {
    const { hybrids, paths } = compared(
      [],
      [
        ['en: Few users', 'en: Few'],
        ['document: 2/2025', 'document: 3/2025'],
        ['en: There is a model.', 'en: One.'],
        ['en: Which limit?', 'en: Which?'],
        ['until: 2030', 'until: 2031'],
      ],
    );
    expect(paths.length).toBe(5);
    expect(hybrids.effective).toEqual([]);
  });
});

describe('a set with one change made', () => {
  const madeOf = (base: readonly Edit[], revision: readonly Edit[], path: string): CriteriaSet => {
    const { hybrids, placeOf } = compared(base, revision);
    return hybrids.make(hybrids.closed([placeOf(path)]));
  };
  const partsOf = (set: CriteriaSet, id: string) => {
    const rule = set.criteria.get(id)?.rule;
    return rule?.kind === 'group' ? [rule.parts.join(' '), rule.required.join(' ')] : null;
  };
  const pointsOf = (set: CriteriaSet, id: string) => exactText(set.criteria.get(id)?.points ?? ZERO);

  test('has a new part in its group, with the points of all parts and of the whole', () => {
    const edits: readonly Edit[] = [
      [
        '      A.2:\n',
        '      A.0:\n        title: { vi: M, en: N }\n        points: 3\n        test: plan\n      A.2:\n',
      ],
      ['    points: 10\n    cap: 11', '    points: 13\n    cap: 11'],
      ['of: 25', 'of: 28'],
    ];
    const set = madeOf([], edits, 'criteria.A.0');
    expect(partsOf(set, 'A')).toEqual(['A.1 A.0 A.2 A.3', 'A.1 A.0 A.2']);
    expect(pointsOf(set, 'A')).toBe('13');
    expect(set.score?.model === 'points' ? exactText(set.score.of) : null).toBe('28');
    expect([...set.criteria.keys()]).toEqual(['M.1', 'M.2', 'M.3', 'A', 'A.1', 'A.0', 'A.2', 'A.3', 'B', 'D', 'D.1']);
    const back = madeOf(edits, [], 'criteria.A.0');
    expect([partsOf(back, 'A'), pointsOf(back, 'A')]).toEqual([['A.1 A.2 A.3', 'A.1 A.2'], '10']);
  });

  test('has a new group after what it followed', () => {
    const group =
      '  C:\n    title: { vi: M, en: N }\n    points: 3\n    parts:\n      C.1: { title: { vi: M, en: N }, points: 3, test: plan }\n';
    const set = madeOf(
      [],
      [
        ['  B:\n', `${group}  B:\n`],
        ['of: 25', 'of: 28'],
      ],
      'criteria.C',
    );
    expect([...set.criteria.keys()]).toEqual([
      'M.1',
      'M.2',
      'M.3',
      'A',
      'A.1',
      'A.2',
      'A.3',
      'C',
      'C.1',
      'B',
      'D',
      'D.1',
    ]);
  });

  test('has a new class where the revision tries it, and in its order of merit', () => {
    const good = '  good:\n    label: { vi: T, en: G }\n    when: score >= 70%\n';
    const set = madeOf(
      [],
      [
        ['  fair:\n', `${good}  fair:\n`],
        ['best: [clean, fair, rest]', 'best: [clean, fair, good, rest]'],
      ],
      'classes.good',
    );
    expect([...set.classes.keys()]).toEqual(['clean', 'good', 'fair', 'rest']);
    expect(set.rank[0]).toMatchObject({ by: 'class', best: ['clean', 'fair', 'good', 'rest'] });
  });

  test('has a new class in its order of merit where the revision has none', () => {
    const good = '  good:\n    label: { vi: T, en: G }\n    when: score >= 70%\n';
    const set = madeOf(
      [],
      [
        ['  fair:\n', `${good}  fair:\n`],
        ['  - { by: class, best: [clean, fair, rest] }\n', ''],
      ],
      'classes.good',
    );
    expect(set.rank[0]).toMatchObject({ by: 'class', best: ['clean', 'good', 'fair', 'rest'] });
  });

  test('has no class in its order of merit that is gone', () => {
    const fair = '  fair:\n    label: { vi: Khá, en: Fair }\n    when: score >= 60%\n';
    const set = madeOf(
      [],
      [
        [fair, ''],
        ['best: [clean, fair, rest]', 'best: [clean, rest]'],
      ],
      'classes.fair',
    );
    expect([...set.classes.keys()]).toEqual(['clean', 'rest']);
    expect(set.rank[0]).toMatchObject({ by: 'class', best: ['clean', 'rest'] });
  });

  test('tries its classes in the order of the revision once they are put in order', () => {
    const swapped: readonly Edit[] = [
      ['  fair:\n    label: { vi: Khá, en: Fair }\n    when: score >= 60%\n', ''],
      ['classes:\n', 'classes:\n  fair:\n    label: { vi: Khá, en: Fair }\n    when: score >= 60%\n'],
    ];
    expect([...madeOf([], swapped, 'classes').classes.keys()]).toEqual(['fair', 'clean', 'rest']);
  });

  test.each<readonly [string, readonly Edit[], readonly Edit[], string, (set: CriteriaSet) => unknown, unknown]>([
    [
      'the cap of a group',
      [],
      [['cap: 11', 'cap: 10']],
      'criteria.A.cap',
      (set) => {
        const rule = set.criteria.get('A')?.rule;
        return rule?.kind === 'group' ? exactText(rule.cap ?? ZERO) : null;
      },
      '10',
    ],
    [
      'whether it is mandatory',
      [],
      [['    cite: law k2\n', '    cite: law k2\n    mandatory: true\n']],
      'criteria.M.2.mandatory',
      (set) => set.criteria.get('M.2')?.mandatory,
      true,
    ],
    [
      'whom it applies to',
      [],
      [['    applies_when: people > 100\n', '']],
      'criteria.B.applies_when',
      (set) => set.criteria.get('B')?.appliesWhen,
      null,
    ],
    [
      'what it is where it does not apply',
      [],
      [['not_applicable: pass', 'not_applicable: fail']],
      'criteria.B.not_applicable',
      (set) => set.criteria.get('B')?.notApplicable,
      'fail',
    ],
    [
      'how points are rounded',
      [],
      [['mode: half-up', 'mode: down']],
      'score.round',
      (set) => (set.score?.model === 'points' ? set.score.round?.mode : null),
      'down',
    ],
    [
      'how points are counted',
      [...NO_POINTS, M9],
      [...NO_POINTS, M9, COUNT],
      'score',
      (set) => set.score?.model,
      'count',
    ],
    [
      'points where there was a count',
      [...NO_POINTS, M9, COUNT],
      [...NO_POINTS, M9],
      'score',
      (set) => set.score?.model,
      'points',
    ],
    ['the order of units', [], [['  - { by: rate, order: low }\n', '']], 'rank', (set) => set.rank.length, 2],
    [
      'whether a class certifies',
      [],
      [['    certifies: true\n', '']],
      'classes.clean.certifies',
      (set) => set.classes.get('clean')?.certifies,
      false,
    ],
    [
      'a bound of a figure',
      [],
      [['    type: count\n    min: 1\n', '    type: count\n    min: 2\n    max: 9999\n']],
      'indicators.people.min',
      (set) => [set.indicators.get('people')?.min?.num, set.indicators.get('people')?.max],
      [2n, null],
    ],
    [
      'the other bound of a figure',
      [],
      [['    type: count\n    min: 1\n', '    type: count\n    min: 2\n    max: 9999\n']],
      'indicators.people.max',
      (set) => [set.indicators.get('people')?.min?.num, set.indicators.get('people')?.max?.num],
      [1n, 9999n],
    ],
    [
      'a check',
      [],
      [['rule: users <= people', 'rule: users < people']],
      'checks.users < people',
      (set) => set.checks.map(({ rule }) => rule.kind === 'compare' && rule.operator),
      ['<'],
    ],
    [
      'how much a check matters',
      [],
      [['  - rule: users <= people\n', '  - rule: users <= people\n    severity: warning\n']],
      'checks.users <= people',
      (set) => set.checks.map(({ severity }) => severity),
      ['warning'],
    ],
    [
      'no check that is gone',
      [['checks:\n', 'checks:\n  - rule: cases <= 99\n    message: { vi: C, en: C }\n']],
      [],
      'checks.cases <= 99',
      (set) => set.checks.length,
      1,
    ],
    [
      'a measure',
      [],
      [['formula: users / people', 'formula: cases / people']],
      'measures.rate.formula',
      (set) => {
        const formula = set.measures.get('rate')?.formula;
        return formula?.kind === 'arithmetic' && formula.left.kind === 'name' && formula.left.name;
      },
      'cases',
    ],
    [
      'a bonus',
      [],
      [
        ['        bonus: true\n', '        bonus: false\n'],
        ['    points: 10\n    cap', '    points: 11\n    cap'],
        ['of: 25', 'of: 26'],
      ],
      'criteria.A.3.bonus',
      (set) => [set.criteria.get('A.3')?.bonus, pointsOf(set, 'A')],
      [false, '11'],
    ],
  ])('has %s', (_, base, revision, path, read, expected) => {
    expect(read(compared(base, revision).sets.base)).not.toEqual(expected);
    expect(read(madeOf(base, revision, path))).toEqual(expected);
  });
});

/** Nothing amiss: 25 of 25 points, clean. */
const SOUND = { people: 1000, users: 0, cases: 0, clips: 12, plan: 1, model: 0 };
type Unit = Partial<typeof SOUND>;

/** Tighter lines of M.1 and M.2, which a unit with 7 users or 1 case in 1000 people then fails. */
const M1: Edit = ['test: cases <= 3', 'test: cases <= 0'];
const M2: Edit = ['test: rate < 1%\n', 'test: rate < 0.5%\n'];
/** Clean are those that meet M.2 or M.3. */
const EITHER: Edit = ['        - M.2\n', '        - M.2 or M.3\n'];

test('rounding alone leaves a count as it is, and a set without a score', () => {
  const rounding = (base: readonly Edit[]) => {
    const { hybrids, placeOf, sets } = compared(base, NO_POINTS);
    return [hybrids.make([placeOf('score.round')]).score, sets.base.score];
  };
  const [counted, own] = rounding([
    ...NO_POINTS,
    ['model: points\n  of: 25\n  round: { to: 1, mode: half-up }', 'model: count\n  of: [M.1]'],
  ]);
  expect(counted).toEqual(own);
  const [none] = rounding([
    ...NO_POINTS,
    ['score:\n  model: points\n  of: 25\n  round: { to: 1, mode: half-up }\n', ''],
    ['  - { by: score, order: high }\n', ''],
  ]);
  expect(none).toBeNull();
});

describe('what moves a unit', () => {
  function attributed(base: readonly Edit[], revision: readonly Edit[], units: readonly Unit[], most?: number) {
    const { sets, hybrids, paths } = compared(base, revision);
    const rows = units.map((unit, place) => ({ code: String(10_000 + place), ...SOUND, ...unit }));
    const dataset = datasetFromRows(rows, sets.revision);
    const assess = (set: CriteriaSet, some: readonly number[]) => {
      const assessed = compile(set).assess(selectRows(dataset, some));
      return (row: number) => outcomeOf(assessed, some.indexOf(row));
    };
    const [before, after] = [compile(sets.base).assess(dataset), compile(sets.revision).assess(dataset)];
    const moved = [...rows.keys()].filter((row) => outcomeOf(before, row) !== outcomeOf(after, row));
    const found = attribute({ hybrids, before, after, moved, assess, ...(most === undefined ? {} : { most }) });
    return { found, told: toldOf(found, paths) };
  }

  function toldOf({ units, alone, held, idle }: Attribution, paths: readonly string[]) {
    const named = (places: readonly number[]) => places.map((place) => paths[place]).join(' + ');
    return {
      units: [...units].map(([row, { sets, exact }]) => `${row}: ${sets.map(named).join(' | ')}${exact ? '' : ' ?'}`),
      alone: [...alone].map(([place, rows]) => `${named([place])}: ${rows.join(' ')}`.trim()),
      held: held.map(({ row, by }) => `${row}: ${named(by)}`),
      idle: named(idle),
    };
  }

  const [one, two, three] = ['criteria.M.1.test', 'criteria.M.2.test', 'criteria.M.3.test'];
  const M3_LOST: Edit = ['    test: model\n  A:', '    test: model and cases > 9\n  A:'];
  const M3_WON: Edit = ['    test: model\n  A:', '    test: model or plan\n  A:'];

  test.each<readonly [string, readonly Edit[], readonly Edit[], readonly Unit[], object]>([
    ['nothing, where nothing changed', [], [], [{}], { units: [], alone: [], held: [], idle: '' }],
    ['nothing, where the line is elsewhere', [], [M2], [{}], { units: [], alone: [`${two}:`], held: [], idle: two }],
    [
      'the one change',
      [],
      [M2],
      [{ users: 7 }, {}],
      { units: [`0: ${two}`], alone: [`${two}: 0`], held: [], idle: '' },
    ],
    [
      'one of two, each for its own unit',
      [],
      [M1, M2],
      [{ users: 7 }, { cases: 1 }, {}],
      { units: [`0: ${two}`, `1: ${one}`], alone: [`${one}: 1`, `${two}: 0`], held: [], idle: '' },
    ],
    [
      'either of two',
      [],
      [M1, M2],
      [{ users: 7, cases: 1 }],
      { units: [`0: ${one} | ${two}`], alone: [`${one}: 0`, `${two}: 0`], held: [], idle: '' },
    ],
    [
      'both of two, where one would do',
      [EITHER],
      [EITHER, M2, M3_LOST],
      [{ users: 7, model: 1 }],
      { units: [`0: ${two} + ${three}`], alone: [`${two}:`, `${three}:`], held: [], idle: '' },
    ],
    [
      'one that another holds',
      [EITHER],
      [EITHER, M2, M3_WON],
      [{ users: 7 }],
      { units: [], alone: [`${two}: 0`, `${three}:`], held: [`0: ${two}`], idle: three },
    ],
    [
      'what leads, without what it needs',
      [],
      [M9, asksFor('M.9')],
      [{ users: 7 }],
      { units: ['0: classes.clean.when'], alone: ['criteria.M.9:'], held: [], idle: '' },
    ],
    [
      'the smaller of two sets of which one holds the other',
      [],
      [['  M.3:\n', `  M.9:\n${NEW}    mandatory: true\n    test: users == 0\n  M.3:\n`], asksFor('M.9')],
      [{ users: 7 }],
      { units: ['0: criteria.M.9'], alone: ['criteria.M.9: 0'], held: [], idle: 'classes.clean.when' },
    ],
  ])('%s', (_, base, revision, units, expected) => {
    expect(attributed(base, revision, units).told).toEqual(expected);
  });

  const BOTH_NEEDED = [[EITHER], [EITHER, M2, M3_LOST]] as const;

  test.each([
    [3, `0: ${two} + ${three}`],
    [2, `0: ${two} + ${three} ?`],
    [0, `0: ${two} + ${three} ?`],
  ])('within %s sets that may be tried: %s', (most, unit) => {
    const { told } = attributed(...BOTH_NEEDED, [{ users: 7, model: 1 }], most);
    expect(told.units).toEqual([unit]);
  });

  test('where the search is cut short, leaves out what can be left out', () => {
    const { told } = attributed([EITHER], [EITHER, M1, M2, M3_LOST], [{ users: 7, model: 1 }, { cases: 1 }], 3);
    expect(told.units.toSorted()).toEqual([`0: ${two} + ${three} ?`, `1: ${one}`]);
  });

  test('where the search is cut short, stays unexplained for all but 40 units', () => {
    const units = Array.from({ length: 42 }, () => ({ users: 7, model: 1 }));
    expect(attributed(...BOTH_NEEDED, units, 2).found.units.size).toBe(40);
    expect(attributed(...BOTH_NEEDED, units, 3).found.units.size).toBe(42);
  });

  test('stays unexplained where it hangs on more than the changes', () => {
    const { sets, hybrids } = compared([], [M2]);
    const dataset = datasetFromRows([{ code: '10000', ...SOUND, users: 7 }], sets.revision);
    const [before, after] = [compile(sets.base).assess(dataset), compile(sets.revision).assess(dataset)];
    const { units } = attribute({ hybrids, before, after, moved: [0], assess: () => () => 'elsewhere', most: 0 });
    expect([...units]).toEqual([]);
  });
});
