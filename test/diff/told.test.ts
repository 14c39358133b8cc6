import { expect, test } from 'vitest';
import { CHANGE_IDS, type Change } from '../../src/diff/index.ts';
import type { Position } from '../../src/messages/index.ts';
import { setAt } from './read.ts';
import { changesOf, type Edit, sample } from './sample.ts';

/** Everything that is told of a change, a line for each thing. */
function told({ id, path, subject, before, after, cite, office, direction, basis, classes, ...rest }: Change): string {
  const label = subject.label === null ? '' : ` “${subject.label.vi}” “${subject.label.en}”`;
  return [
    `${id} ${path}`,
    `about ${subject.kind} ${subject.ids.join(', ')}${label}`.trim(),
    ...valueLines('-', before),
    ...valueLines('+', after),
    cite === null ? '' : `cite ${cite.source} ${cite.clause ?? ''}`.trim(),
    office === null ? '' : `office “${office.vi}” “${office.en}”`,
    `${direction}, ${basis}${classes.map((own) => `, ${own.class} ${own.effect}`).join('')}`,
    `${rest.level} for ${rest.concerns}, ${rest.fingerprint}`,
  ]
    .filter((line) => line !== '')
    .join('\n    ');
}

function valueLines(sign: string, value: Change['before']): readonly string[] {
  if (value === null) return [];
  const { text, at } = value;
  return [
    `${sign} ${[text.vi, ...(text.en === text.vi ? [] : [text.en])].join(' | ')}`.replaceAll('\n', ' / '),
    placeLine(at),
  ];
}

function placeLine(at: Position | null): string {
  if (at === null) return '  nowhere';
  const text = at.text === undefined ? '' : `: ${at.text.trim()}`;
  return `  at ${at.line ?? '?'}:${at.column ?? '?'}${text}`;
}

function page(pairs: readonly (readonly [title: string, changes: readonly Change[]])[]): string {
  const sections = pairs.map(([title, changes]) =>
    [`# ${title}`, ...changes.map((change) => `  ${told(change)}`)].join('\n'),
  );
  return `${sections.join('\n\n')}\n`;
}

const golden = (name: string): string => `../../fixtures/diff/${name}`;

test('everything that is told of every kind of change', async () => {
  const pairs = CHANGE_IDS.map((id) => {
    const [base, revision] = [setAt(`fixtures/diff/${id}_base.yaml`), setAt(`fixtures/diff/${id}_revision.yaml`)];
    return [id, changesOf(base, revision)] as const;
  });
  await expect(page(pairs)).toMatchFileSnapshot(golden('told.txt'));
});

const CLIPS = '  clips:\n    label: { vi: Số tài liệu, en: Leaflets }\n    type: count\n';
const clips = (keys: string): Edit => [CLIPS, `${CLIPS}    ${keys}\n`];
const MODEL = '  model:\n    label: { vi: Có mô hình, en: Has a model }\n    type: boolean\n';
const choice = (values: string): Edit => [MODEL, `${MODEL.replace('boolean', 'choice')}    values: { ${values} }\n`];
const MORE = '{ vi: Nhiều hơn số dân., en: More than residents. }';
const CHECKED: Edit = [
  'checks:\n  - rule: users <= people\n    message: { vi: Người sử dụng nhiều hơn số dân., en: More users than residents. }\n',
  `checks:\n  - { rule: users <= people, message: ${MORE} }\n  - { rule: cases <= people, message: ${MORE} }\n`,
];
/** With `model` a choice, what asks for it has to ask in another way. */
const ASKS: readonly Edit[] = [
  ['    test: model\n', '    test: model in [good]\n'],
  ['        test: model\n', '        test: model in [good]\n'],
  ['  - when: model\n', '  - when: model in [good]\n'],
];
const A2 = '      A.2:\n        title: { vi: Phổ biến tài liệu, en: Leaflets passed on }\n';
const RATE = '    label: { vi: Tỷ lệ người sử dụng, en: Rate of users }\n';
const FAIR = '  fair:\n    label: { vi: Khá, en: Fair }\n';
const TARGET = '  - { until: 2030, share: certified, at_least: 20%, cite: law k5 }';
const BANDS = 'bands:\n          - [10, 4]\n          - [5, 2]';

const DISTRICT: Edit = ['unit: commune', 'unit: district\nfrom: { set: lower-set@1, group: district }'];
const RANKED: Edit = ['  - { by: rate, order: low }\n', '  - { by: users, order: low }\n'];

/** What no pair of fixtures shows: the edits of the base and those of the revision. */
const FURTHER: readonly (readonly [string, readonly Edit[], readonly Edit[]])[] = [
  ['indicator: type', [], [[CLIPS, CLIPS.replace('count', 'decimal')]]],
  ['indicator: values', [choice('none: None, good: Good'), ...ASKS], [choice('good: Good, some: Some'), ...ASKS]],
  ['indicator: another kind of figure', [], [choice('none: None, good: Good'), ...ASKS]],
  ['indicator: words', [], [clips('words: { none: 0, few: 3 }')]],
  ['indicator: merge', [], [clips('merge: { by: max, of: people, bounds: true }')]],
  ['indicator: merge without bounds', [clips('merge: { by: max, of: people }')], [clips('merge: max')]],
  ['indicator: min', [], [clips('min: 2')]],
  ['indicator: max', [clips('max: 90')], [clips('max: 80.5')]],
  ['indicator: max gone', [clips('max: 90')], []],
  ['indicator: actionable', [], [clips('actionable: up')]],
  ['indicator: aliases where there were none', [], [clips('aliases: [Handbills]')]],
  [
    'indicator: rolled up in another way',
    [DISTRICT, clips('rollup: sum(clips)')],
    [DISTRICT, clips('rollup: sum(flyers)')],
  ],
  ['rank: another figure', [RANKED], [['  - { by: rate, order: low }\n', '  - { by: users, order: high }\n']]],
  ['indicator: aliases', [clips('aliases: [Leaflets passed]')], [clips('aliases: [Leaflets passed, Handbills]')]],
  [
    'indicator: provider, unit and label',
    [],
    [
      clips('provider: { vi: Xã, en: Commune }\n    unit: { vi: tờ, en: sheets }'),
      ['en: Leaflets }\n    type', 'en: Flyers }\n    type'],
    ],
  ],
  [
    'indicator: provider of another change',
    [clips('provider: { vi: Xã, en: Commune }')],
    [clips('provider: { vi: Xã, en: Commune }\n    min: 2')],
  ],
  [
    'indicator: new, a choice',
    [],
    [
      [
        'measures:\n',
        '  kind:\n    label: { vi: Loại, en: Kind }\n    type: choice\n    measured: period\n    values: { a: A, b: B }\nmeasures:\n',
      ],
    ],
  ],
  [
    'measure: show and label',
    [],
    [
      ['    show: percent\n', ''],
      [RATE, '    label: { vi: Tỷ lệ, en: Rate }\n'],
    ],
  ],
  ['measure: another formula', [], [['formula: users / people', 'formula: users / (people + cases)']]],
  ['measure: unlike', [], [['formula: users / people', 'formula: cases / people']]],
  ['check: severity', [], [['  - rule: users <= people\n', '  - rule: users <= people\n    severity: warning\n']]],
  ['check: message', [], [['en: More users than residents.', 'en: Too many users.']]],
  [
    'check: another rule of the same message, and one more',
    [],
    [
      [
        '  - rule: users <= people\n',
        '  - rule: cases <= 99\n    message: { vi: Nhiều vụ., en: Many cases. }\n  - rule: users < people\n',
      ],
    ],
  ],
  [
    'criterion: title, cite and provider',
    [],
    [
      [
        '    title: { vi: Ít người sử dụng, en: Few users }\n    cite: law k2',
        '    title: { vi: Ít người, en: Few }\n    provider: { vi: Xã, en: Commune }\n    cite: rule k9',
      ],
    ],
  ],
  ['criterion: cite gone', [], [['    cite: law k2\n    test', '    test']]],
  [
    'criterion: bands with another figure',
    [],
    [[`on: clips\n        ${BANDS}`, 'on: cases\n        bands: [[10, 4], [5, 2]]']],
  ],
  ['criterion: bands with other points', [], [[BANDS, 'bands: [[10, 4], [5, 3]]']]],
  ['criterion: bands loosened', [], [[BANDS, 'bands: [[9, 4], [5, 2]]']]],
  ['criterion: a scale for bands', [], [[BANDS, 'scale: [[0, 0], [10, 4]]']]],
  ['criterion: a scale shifted', [[BANDS, 'scale: [[0%, 0], [10, 4]]']], [[BANDS, 'scale: [[0%, 0], [12, 4]]']]],
  ['criterion: a test for bands', [], [[`on: clips\n        ${BANDS}`, 'test: clips >= 10']]],
  ['criterion: a deduction of something else', [], [['per: cases }', 'per: users, floor: 1, most: 8 }']]],
  [
    'criterion: a deduction with another limit',
    [['per: cases }', 'per: cases, most: 8 }']],
    [['per: cases }', 'per: cases, most: 6 }']],
  ],
  ['criterion: bonus points', [], [['bonus: true\n        points: 1', 'bonus: true\n        points: 2']]],
  ['criterion: fewer bonus points', [['bonus: true\n        points: 1', 'bonus: true\n        points: 2']], []],
  ['criterion: cap higher', [], [['    cap: 11\n', '    cap: 12\n']]],
  ['criterion: cap where there was none', [['    cap: 11\n', '']], [['    cap: 11\n', '    cap: 8\n']]],
  ['criterion: applies to all', [], [['    applies_when: people > 100\n', '']]],
  ['criterion: applies to more', [], [['people > 100', 'people > 90']]],
  [
    'criterion: applies to others, and counts otherwise',
    [],
    [['people > 100\n    not_applicable: pass', 'people > 90\n    not_applicable: fail']],
  ],
  [
    'criterion: new, mandatory',
    [],
    [
      [
        '  A:\n',
        '  M.4:\n    title: { vi: T, en: T }\n    mandatory: true\n    provider: { vi: Xã, en: Commune }\n    test: users == 0\n  A:\n',
      ],
    ],
  ],
  [
    'criterion: new, with points',
    [],
    [
      [
        '  D:\n',
        '  C:\n    title: { vi: T, en: T }\n    points: 3\n    applies_when: users > 0\n    test: users == 1\n  D:\n',
      ],
      ['of: 25', 'of: 28'],
    ],
  ],
  [
    'criterion: new, a bonus',
    [],
    [
      [
        '      A.3:\n',
        '      A.4:\n        title: { vi: T, en: T }\n        points: 1\n        bonus: true\n        test: plan\n      A.3:\n',
      ],
    ],
  ],
  [
    'criterion: a whole group, new',
    [],
    [
      [
        '  D:\n',
        '  C:\n    title: { vi: Nhóm, en: Group }\n    points: 3\n    parts:\n      C.1:\n        title: { vi: T, en: T }\n        points: 3\n        parts:\n          C.1.a: { title: { vi: T, en: T }, points: 3, test: users == 1 }\n  D:\n',
      ],
      ['of: 25', 'of: 28'],
    ],
  ],
  [
    'criterion: into another group',
    [],
    [
      [
        '      D.1:\n        title: { vi: Quản lý tốt, en: Well managed }\n        points: 5\n        test: plan and clips >= 1\n',
        '      D.2:\n        title: { vi: Quản lý tốt, en: Well managed }\n        points: 5\n        test: plan and clips >= 1\n',
      ],
    ],
  ],
  [
    'criterion: renamed, with another line and another clause',
    [],
    [
      ['  M.2:\n', '  M.9:\n    was: M.2\n'],
      ['        - M.2\n', '        - M.9\n'],
      ['          M.2: {', '          M.9: {'],
      ['    cite: law k2\n    test: rate < 1%\n', '    cite: law k8\n    test: rate < 0.5%\n'],
    ],
  ],
  [
    'criterion: renamed',
    [],
    [[A2, '      A.9:\n        was: A.2\n        title: { vi: Phổ biến tài liệu, en: Leaflets passed on }\n']],
  ],
  [
    'points that move across groups',
    [],
    [
      ['points: 10\n    cap: 11', 'points: 11\n    cap: 11'],
      ['points: 6\n        test: plan\n', 'points: 7\n        test: plan\n'],
      ['    points: 10\n    deduct', '    points: 9\n    deduct'],
    ],
  ],
  [
    'points that do not come out even',
    [],
    [
      ['points: 10\n    cap: 11', 'points: 11\n    cap: 11'],
      ['points: 6\n        test: plan\n', 'points: 7\n        test: plan\n'],
      ['of: 25', 'of: 26'],
    ],
  ],
  [
    'score: another share',
    [['  round: { to: 1, mode: half-up }\n', '']],
    [['  round: { to: 1, mode: half-up }\n', '  round: { to: 1, mode: down }\n']],
  ],
  [
    'score: a count',
    [
      ['        - score >= 80%\n        - points(A) >= 50%\n', ''],
      ['when: score >= 60%', 'when: M.3'],
    ],
    [
      ['        - score >= 80%\n        - points(A) >= 50%\n', ''],
      ['when: score >= 60%', 'when: M.3'],
      ['model: points\n  of: 25\n  round: { to: 1, mode: half-up }', 'model: count\n  of: [M.1, M.2]'],
    ],
  ],
  [
    'check: two that say the same go, and one comes that says it too',
    [CHECKED],
    [[CHECKED[0], `checks:\n  - { rule: users + cases <= people, message: ${MORE} }\n`]],
  ],
  [
    'check: one of two that are alike, and the severity of the other',
    [
      [
        'checks:\n',
        `checks:\n  - { rule: cases <= 9, message: ${MORE} }\n  - { rule: cases <= 9, message: ${MORE} }\n`,
      ],
    ],
    [['checks:\n', `checks:\n  - { rule: cases <= 9, message: ${MORE}, severity: warning }\n`]],
  ],
  ['rank: keys', [], [['  - { by: rate, order: low }\n', '  - { by: users, order: low }\n']]],
  [
    'rank: none',
    [],
    [
      [
        'rank:\n  - { by: class, best: [clean, fair, rest] }\n  - { by: score, order: high }\n  - { by: rate, order: low }\n',
        '',
      ],
    ],
  ],
  [
    'period, effect and status',
    [],
    [
      ['period: { kind: year, from: "01-01", to: "12-31" }', 'period: { kind: year, from: "12-15", to: "12-14" }'],
      ['effective: { from: "2025-01-01" }', 'effective: { from: "2025-02-01", to: "2026-01-01" }'],
    ],
  ],
  [
    'texts of the set',
    [],
    [
      [
        'title: { vi: Bộ mẫu, en: Sample set }',
        'title: { vi: Bộ, en: Set }\nnotes:\n  - { vi: Một, en: One }\n  - { vi: Hai, en: Two }\nmissing:\n  - { vi: Ba, en: Three }',
      ],
    ],
  ],
  ['reviewed gone', [], [['reviewed: "2025-06-01"\n', '']]],
  [
    'class: condition and certificate',
    [],
    [
      ['    certifies: true\n', ''],
      ['    cite: law k4\n', ''],
      ['        - M.2\n', ''],
    ],
  ],
  [
    'class: otherwise',
    [],
    [
      ['  rest:\n    label: { vi: Còn lại, en: The rest }\n    when: otherwise\n', ''],
      ['when: score >= 60%', 'when: otherwise'],
      ['best: [clean, fair, rest]', 'best: [clean, fair]'],
      [FAIR, '  fair:\n    label: { vi: Đạt, en: Passed }\n    cite: law k6\n'],
    ],
  ],
  [
    'class: no longer otherwise',
    [
      ['  rest:\n    label: { vi: Còn lại, en: The rest }\n    when: otherwise\n', ''],
      ['when: score >= 60%', 'when: otherwise'],
      ['best: [clean, fair, rest]', 'best: [clean, fair]'],
    ],
    [],
  ],
  [
    'class: two in another order',
    [],
    [['  - { by: class, best: [clean, fair, rest] }', '  - { by: class, best: [fair, clean, rest] }']],
  ],
  [
    'sources',
    [],
    [
      [
        '  rule: { document: 2/2025 }',
        '  rule: { document: { vi: Số 2, en: No 2 }, date: "2025-03-01", issuer: UBND, url: "https://example.org/2" }',
      ],
    ],
  ],
  [
    'remarks: two on one condition',
    [['remarks:\n', 'remarks:\n  - when: model\n    message: { vi: Hai., en: Two. }\n']],
    [
      ['remarks:\n', 'remarks:\n  - when: model\n    cite: law k9\n    message: { vi: Hai nữa., en: Two again. }\n'],
      ['en: There is a model.', 'en: There is one.'],
    ],
  ],
  [
    'remarks: one more on a condition, of a class',
    [],
    [
      [
        'remarks:\n',
        'remarks:\n  - when: model\n    class: fair\n    message: { vi: Hai., en: Two. }\n  - when: model\n    message: { vi: Ba., en: Three. }\n',
      ],
    ],
  ],
  [
    'readings: options, question and cite',
    [],
    [
      [
        'question: { vi: Ngưỡng nào?, en: Which limit? }\n    cite: law k2',
        'question: { vi: Ngưỡng nào?, en: Which? }\n    cite: law k3',
      ],
      ['M.2: { test: rate < 2% }', 'M.2: { test: rate < 3% }'],
    ],
  ],
  ['readings: another default', [['    default: low', '    default: high']], []],
  ['targets: later', [], [['until: 2030', 'until: 2031']]],
  [
    'targets: sooner, and less',
    [],
    [['until: 2030, share: certified, at_least: 20%', 'until: 2029, share: certified, at_least: 10%']],
  ],
  ['targets: less, of another clause', [], [['at_least: 20%, cite: law k5', 'at_least: 12.5%, cite: law k6']]],
  [
    'targets: another and one more',
    [],
    [
      [
        TARGET,
        '  - { until: 2028, share: certified, at_least: 20% }\n  - { until: 2029, share: certified, at_least: 30% }',
      ],
    ],
  ],
  [
    'targets: another year of one of two',
    [[TARGET, `${TARGET}\n  - { until: 2040, share: certified, at_least: 90% }`]],
    [[TARGET, `${TARGET.replace('2030', '2031')}\n  - { until: 2040, share: certified, at_least: 90% }`]],
  ],
  ['criterion: a cap of all the points there are', [['    cap: 11\n', '']], [['    cap: 11\n', '    cap: 10\n']]],
  [
    'targets: two for one',
    [[TARGET, `${TARGET}\n  - { until: 2040, share: certified, at_least: 90% }`]],
    [[TARGET, '  - { until: 2028, share: certified, at_least: 20% }']],
  ],
];

test('everything that is told of further changes', async () => {
  const pairs = FURTHER.map(
    ([title, base, revision]) => [title, changesOf(sample(...base), sample(...revision))] as const,
  );
  await expect(page(pairs)).toMatchFileSnapshot(golden('told-further.txt'));
});
