import { describe, expect, test } from 'vitest';
import { crosswalk, diff } from '../../src/diff/index.ts';
import { type Edit, sample } from './sample.ts';

const was = (id: string, earlier: string): Edit => [`  ${id}:\n`, `  ${id}:\n    was: ${earlier}\n`];
const rename = (id: string, to: string): Edit => [`  ${id}:\n`, `  ${to}:\n`];
const continued = (id: string, to: string): Edit => [`  ${id}:\n`, `  ${to}:\n    was: ${id}\n`];
/** What asks for M.2 asks for another one. */
const asks = (id: string): readonly Edit[] => [
  ['        - M.2\n', `        - ${id}\n`],
  ['          M.2: {', `          ${id}: {`],
];
/** Two criteria in place of M.3, of the same title and test. */
const M3 = '    title: { vi: Có mô hình, en: Has a model }\n    cite: law k3\n    test: model\n';
const twoFor = (one: string, other: string, keys = ''): Edit => [
  `  M.3:\n${M3}`,
  `  ${one}:\n${keys}${M3}  ${other}:\n${keys}${M3}`,
];

describe('nodes that go on', () => {
  /** The links between criteria that are not of one id with itself. */
  const linksOf = (base: readonly Edit[], revision: readonly Edit[]) => {
    const { criteria } = crosswalk({ base: sample(...base).set, revision: sample(...revision).set });
    return criteria
      .filter((link) => link.base.join() !== link.revision.join())
      .map((link) => `${link.base.join(' ')} → ${link.revision.join(' ')}`);
  };

  test.each<readonly [string, readonly Edit[], readonly Edit[], readonly string[]]>([
    ['by id', [], [], []],
    ['by what they were', [], [continued('M.2', 'M.9'), ...asks('M.9')], ['M.2 → M.9']],
    ['seen from the newer set', [continued('M.2', 'M.9'), ...asks('M.9')], [], ['M.9 → M.2']],
    ['not where they were what was never there', [], [was('M.2', 'M.9')], []],
    ['by id where they were themselves', [], [was('M.2', 'M.2')], []],
    ['by id where both were the same earlier', [was('M.2', 'M.1')], [was('M.2', 'M.1')], []],
    ['by what they were, although one of that id is still there', [], [was('M.2', 'M.1')], ['M.1 → M.1 M.2']],
    ['seen from the newer set, only where that one is gone', [was('M.2', 'M.1')], [], []],
    ['as several', [], [twoFor('M.8', 'M.9', '    was: M.3\n')], ['M.3 → M.8 M.9']],
    ['as one', [twoFor('M.8', 'M.9', '    was: M.3\n')], [], ['M.8 M.9 → M.3']],
    ['as several, of which one kept its id', [], [twoFor('M.9', 'M.3', '    was: M.3\n')], ['M.3 → M.9 M.3']],
    ['in exchange', [], [was('M.2', 'M.3'), was('M.3', 'M.2')], ['M.3 → M.2', 'M.2 → M.3']],
  ])('%s', (_, base, revision, expected) => {
    expect(linksOf(base, revision)).toEqual(expected);
  });
});

describe('likely renames', () => {
  test.each<readonly [string, readonly Edit[], readonly Edit[], readonly string[]]>([
    ['of a criterion that asks for the same, of the same clause', [], [rename('M.3', 'M.9')], ['criterion M.3 → M.9']],
    [
      'not where it asks for something else',
      [],
      [rename('M.3', 'M.9'), ['    test: model\n  A', '    test: plan\n  A']],
      [],
    ],
    ['not where it cites something else', [], [rename('M.3', 'M.9'), ['law k3', 'law k9']], []],
    ['not where two came that say the same', [], [twoFor('M.8', 'M.9')], []],
    ['not where two went that said the same', [twoFor('M.8', 'M.9')], [], []],
    [
      'of each of two',
      [],
      [rename('M.3', 'M.9'), rename('M.2', 'M.8'), ...asks('M.8')],
      ['criterion M.2 → M.8', 'criterion M.3 → M.9'],
    ],
    ['not of one that is gone as one that stayed', [twoFor('M.3', 'M.9')], [], []],
    ['not of one that stayed as one that came', [], [twoFor('M.3', 'M.9')], []],
    ['not where it is told', [], [continued('M.3', 'M.9')], []],
    [
      'of an indicator of the same label, type and values',
      [],
      [rename('clips', 'flyers'), ['on: clips', 'on: flyers'], ['plan and clips', 'plan and flyers']],
      ['indicator clips → flyers'],
    ],
    [
      'not of one of another type',
      [],
      [
        [
          '  clips:\n    label: { vi: Số tài liệu, en: Leaflets }\n    type: count\n',
          '  flyers:\n    label: { vi: Số tài liệu, en: Leaflets }\n    type: decimal\n',
        ],
        ['on: clips', 'on: flyers'],
        ['plan and clips', 'plan and flyers'],
      ],
      [],
    ],
    [
      'not of one of another label',
      [],
      [
        rename('clips', 'flyers'),
        ['en: Leaflets }', 'en: Flyers }'],
        ['on: clips', 'on: flyers'],
        ['plan and clips', 'plan and flyers'],
      ],
      [],
    ],
  ])('%s', (_, base, revision, expected) => {
    const { proposals } = crosswalk({ base: sample(...base).set, revision: sample(...revision).set });
    expect(proposals.map((own) => `${own.kind} ${own.base} → ${own.revision}`)).toEqual(expected);
  });
});

describe('another name is no change of what names it', () => {
  const told = (base: readonly Edit[], revision: readonly Edit[]) =>
    diff(sample(...base).set, sample(...revision).set).map(({ id, path }) => `${id} ${path}`);
  const COUNT: readonly Edit[] = [
    ['        - score >= 80%\n        - points(A) >= 50%\n', ''],
    ['when: score >= 60%', 'when:\n      at_least: 1\n      of: [M.2, M.3]'],
    ['model: points\n  of: 25\n  round: { to: 1, mode: half-up }', 'model: count\n  of: [M.1, M.2]'],
  ];
  const remark: Edit = [
    '  - when: model\n',
    '  - when: min(-users, abs(users)) < 2 and not users + cases > 4 or users > 3\n',
  ];
  const rank: Edit = ['  - { by: rate, order: low }\n', '  - { by: users, order: low }\n'];

  /** An answer that names an indicator everywhere it can, and has the same word in its titles. */
  const answers = (id: string): Edit => [
    '          M.2: { test: rate < 2% }\n',
    `          M.2: { title: { vi: users, en: No users at all }, test: ${id} < 2 }
          M.3: { applies_when: { all: [people > 9, { at_least: 1, of: { users: ${id} > 1 } }] } }
          B: { deduct: { per: ${id} } }
          A: { parts: { A.1: { test: ${id} < 3 } } }
        indicators:
          ${id}: { label: { vi: users, en: users } }
        measures:
          rate: { label: { vi: users, en: users }, formula: ${id} / people }
        classes:
          fair: { label: { vi: users, en: users }, when: ${id} < 9 }
        checks: [{ rule: ${id} <= people, message: { vi: users, en: users } }]
        remarks: [{ when: ${id} > 3, message: { vi: users, en: users } }]
        rank: [{ by: ${id}, order: low }]
`,
  ];

  test.each<readonly [string, readonly Edit[], readonly Edit[], readonly string[]]>([
    [
      'of an indicator in a measure, a check, a remark and the order',
      [remark, rank],
      [
        ['  users:\n', '  persons:\n    was: users\n'],
        ['formula: users', 'formula: persons'],
        ['rule: users', 'rule: persons'],
        ['  - when: model\n', '  - when: min(-persons, abs(persons)) < 2 and not persons + cases > 4 or persons > 3\n'],
        ['  - { by: rate, order: low }\n', '  - { by: persons, order: low }\n'],
      ],
      ['indicator-renamed indicators.persons'],
    ],
    [
      'of an indicator in tests, bands, a scale and a class',
      [['when: score >= 60%', 'when: clips >= 9']],
      [
        ['  clips:\n', '  flyers:\n    was: clips\n'],
        ['on: clips', 'on: flyers'],
        ['plan and clips', 'plan and flyers'],
        ['when: score >= 60%', 'when: flyers >= 9'],
      ],
      ['indicator-renamed indicators.flyers'],
    ],
    [
      'of an indicator in a deduction and in what a criterion applies to',
      [],
      [
        ['  cases:\n', '  incidents:\n    was: cases\n'],
        ['  people:\n', '  residents:\n    was: people\n'],
        ['cases <= 3', 'incidents <= 3'],
        ['per: cases', 'per: incidents'],
        ['people > 100', 'residents > 100'],
        ['users / people', 'users / residents'],
        ['users <= people', 'users <= residents'],
      ],
      ['indicator-renamed indicators.residents', 'indicator-renamed indicators.incidents'],
    ],
    [
      'of an indicator in what an answer changes, but not in its words',
      [answers('users')],
      [
        ['  users:\n', '  persons:\n    was: users\n'],
        ['formula: users', 'formula: persons'],
        ['rule: users', 'rule: persons'],
        answers('persons'),
      ],
      ['indicator-renamed indicators.persons'],
    ],
    [
      'of a criterion in a class and a reading',
      [],
      [continued('M.2', 'M.9'), ...asks('M.9')],
      ['criterion-renamed criteria.M.9'],
    ],
    [
      'of a criterion in a count and in so many of some',
      COUNT,
      [
        continued('M.2', 'M.9'),
        ...asks('M.9'),
        ['        - score >= 80%\n        - points(A) >= 50%\n', ''],
        ['when: score >= 60%', 'when:\n      at_least: 1\n      of: [M.9, M.3]'],
        ['model: points\n  of: 25\n  round: { to: 1, mode: half-up }', 'model: count\n  of: [M.1, M.9]'],
      ],
      ['criterion-renamed criteria.M.9'],
    ],
    [
      'of a group and a part',
      [],
      [
        ['  A:\n', '  E:\n    was: A\n'],
        ['      A.2:\n', '      E.2:\n        was: A.2\n'],
        ['points(A)', 'points(E)'],
      ],
      ['criterion-renamed criteria.E', 'criterion-renamed criteria.E.2'],
    ],
    [
      'of several that became one of them, which is told as that',
      [twoFor('M.9', 'M.3', '    was: M.3\n')],
      [],
      ['criterion-merged criteria.M.3'],
    ],
    [
      'of one that became several, likewise',
      [],
      [twoFor('M.9', 'M.3', '    was: M.3\n')],
      ['criterion-split criteria.M.3'],
    ],
    [
      'of one that has taken the name of what is gone',
      [],
      [
        [
          `  M.2:\n    title: { vi: Ít người sử dụng, en: Few users }\n    cite: law k2\n    test: rate < 1%\n  M.3:\n${M3}`,
          '  M.3:\n    was: M.2\n    title: { vi: Ít người sử dụng, en: Few users }\n    cite: law k2\n    test: rate < 1%\n',
        ],
        ...asks('M.3'),
      ],
      ['criterion-renamed criteria.M.3', 'criterion-removed criteria.M.3~'],
    ],
  ])('%s', (_, base, revision, expected) => {
    expect(told(base, revision)).toEqual(expected);
  });
});
