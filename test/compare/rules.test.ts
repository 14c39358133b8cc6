import { expect, it } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { compareAssessments } from '../../src/compare/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { ruleChanges } from '../../src/compare/rules.ts';
import { type Edit, sample } from '../diff/sample.ts';

/** What is not the same rule any more: criteria and classes by id, and the criteria that are gone after a dash. */
function changed(base: readonly Edit[], edits: readonly Edit[]): string {
  const [before, after] = [sample(...base), sample(...base, ...edits)].map(({ set }) => compile(set).program);
  if (before === undefined || after === undefined) throw new Error('there are two sets');
  const { isChanged, classes, dropped } = ruleChanges(before, after);
  const criteria = [...after.set.criteria.keys()].filter(isChanged);
  return [...criteria, ...(classes ?? []), ...dropped.map((id) => `-${id}`)].join(' ');
}

const MODEL = '  model:\n    label: { vi: Có mô hình, en: Has a model }\n    type: boolean\n';
const CHOICE: readonly Edit[] = [
  [MODEL, MODEL.replace('boolean', 'choice\n    values: { none: None, good: Good, best: Best }')],
  ['    test: model\n', '    test: model in [good, best]\n'],
  ['        test: model\n', '        test: model in [good, best]\n'],
  ['  - when: model\n', '  - when: model == good\n'],
];
const BANDS_OF_SHARE: Edit = [
  'on: clips\n        bands:\n          - [10, 4]\n          - [5, 2]',
  'on: rate\n        bands:\n          - [50%, 4]\n          - [20%, 2]',
];
const WHEN = 'when: score >= 60%';

it.each<readonly [title: string, base: readonly Edit[], edits: readonly Edit[], expected: string]>([
  ['nothing', [], [], ''],
  ['a line', [], [['cases <= 3', 'cases <= 2']], 'M.1'],
  ['sides exchanged', [], [['cases <= 3', '3 >= cases']], ''],
  ['yes in place of no', [], [['test: plan and', 'test: not plan and']], 'D.1'],
  ['parts exchanged', [], [['plan and clips >= 1', 'clips >= 1 and plan']], ''],
  ['or in place of and', [], [['plan and clips >= 1', 'plan or clips >= 1']], 'D.1'],
  ['values of a choice in another order', CHOICE, [['[good, best]', '[best, good]']], ''],
  ['other values of a choice', CHOICE, [['[good, best]', '[good]']], 'M.3'],
  ['a number that always holds', [], [['cases <= 3', 'cases >= 0']], 'M.1'],
  ['a ratio', [], [['test: cases <= 3', 'test: cases / people <= 3']], 'M.1'],
  ['another criterion in a class', [[WHEN, 'when: M.3']], [['when: M.3', 'when: M.2']], 'fair'],
  [
    'how many of a list',
    [[WHEN, 'when: { at_least: 1, of: [M.1, M.2, M.3] }']],
    [['at_least: 1', 'at_least: 2']],
    'fair',
  ],
  ['the points a class asks for', [], [[WHEN, 'when: score >= 65%']], 'fair'],
  ['points in place of a share', [], [[WHEN, 'when: score >= 15']], 'fair'],
  ['the points of another group', [], [['points(A) >= 50%', 'points(B) >= 50%']], 'clean'],
  ['points that are deducted', [], [['each: 2,', 'each: 5,']], 'B'],
  ['a band written in another way', [BANDS_OF_SHARE], [['[50%, 4]', '[0.5, 4]']], ''],
  ['another band of a share', [BANDS_OF_SHARE], [['[50%, 4]', '[0.6, 4]']], 'A.2'],
  ['points of a band below the highest', [], [['[5, 2]', '[5, 3]']], 'A.2'],
  ['a cap', [], [['cap: 11', 'cap: 10']], 'A'],
  ['what becomes of the points where it does not apply', [], [['not_applicable: pass', 'not_applicable: fail']], 'B'],
  ['a new id', [], [['  M.3:\n', '  N.3:\n    was: M.3\n']], ''],
  [
    'ids exchanged',
    [],
    [
      ['  M.3:\n', '  M.2:\n    was: M.3\n'],
      ['  M.2:\n    title: { vi: Ít', '  M.3:\n    was: M.2\n    title: { vi: Ít'],
      ['        - M.2\n', '        - M.3\n'],
      ['          M.2: {', '          M.3: {'],
    ],
    '',
  ],
  ['an id that both sets say was another', [['  M.2:\n', '  M.2:\n    was: M.1\n']], [], ''],
  [
    'an indicator under a new id',
    [],
    [
      ['  clips:\n', '  leaflets:\n    was: clips\n'],
      ['on: clips', 'on: leaflets'],
      ['clips >= 1', 'leaflets >= 1'],
    ],
    '',
  ],
  [
    'a criterion that is gone',
    [],
    [['  M.3:\n    title: { vi: Có mô hình, en: Has a model }\n    cite: law k3\n    test: model\n', '']],
    '-M.3',
  ],
  [
    'a class that is new',
    [],
    [
      ['  rest:\n', '  poor:\n    label: { vi: Kém, en: Poor }\n    when: M.3\n  rest:\n'],
      ['[clean, fair, rest]', '[clean, fair, poor, rest]'],
    ],
    'poor',
  ],
])('the rules that change with %s', (_, base, edits, expected) => {
  expect(changed(base, edits)).toBe(expected);
});

it('a criterion that is gone moves a unit as well', () => {
  const PLAIN: readonly Edit[] = [
    ['        - score >= 80%\n        - points(A) >= 50%\n', ''],
    [WHEN, 'when: M.1'],
  ];
  const GONE: readonly Edit[] = [
    ['  M.2:\n    title: { vi: Ít người sử dụng, en: Few users }\n    cite: law k2\n    test: rate < 1%\n', ''],
    ['        - M.2\n', ''],
    [
      '        criteria:\n          M.2: { test: rate < 2% }\n',
      '        criteria:\n          M.1: { test: cases <= 9 }\n',
    ],
  ];
  const row = { code: '10001', people: 100, users: 6, cases: 0, clips: 0, plan: 0, model: 0 };
  const [before, after] = [sample(...PLAIN), sample(...PLAIN, ...GONE)].map(({ set }) =>
    compile(set).assess(datasetFromRows([row], set)),
  );
  if (before === undefined || after === undefined) throw new Error('there are two sides');
  const sides = compareAssessments(before, after);
  const changes = sides.pairs.map((pair) => [
    pair.before?.class,
    pair.after?.class,
    sides.decidingChange(pair).criteria,
  ]);
  expect(changes).toEqual([
    [
      'fair',
      'clean',
      [
        {
          id: 'M.2',
          was: null,
          before: { state: 'fail', points: null, settledBy: null },
          after: null,
          decides: true,
          ruleChanged: true,
          figures: [],
        },
      ],
    ],
  ]);
});
