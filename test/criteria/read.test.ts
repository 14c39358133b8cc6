import { describe, expect, test } from 'vitest';
import { type CriteriaSet, parseCriteria } from '../../src/criteria/index.ts';
import { printFormula } from '../../src/formula/index.ts';
import { rational } from '../../src/number/index.ts';
import { exchanged, SMALL_SET, valueOf } from './small-set.ts';

/** Everything that a file may say of a set, and what it need not say left out beside it. */
const FULL_SET = `family: full
version: "2"
status: partial
title: { vi: Đủ, en: Full }
unit: province
effective: { from: 2025-02-01, to: 2030-12-31 }
reviewed: 2026-06-08
period: { kind: year, from: 12-15, to: 12-14 }
from: { set: small@1, group: province }
missing: [{ vi: Phụ lục, en: The annex }]
notes: [Read this, { vi: Và, en: And }]
sources:
  law: { document: { vi: Luật, en: Law }, date: 2025-01-01, issuer: Quốc hội, url: https://law.vn }
  bare: { document: Bare }
indicators:
  people:
    label: { vi: Dân, en: People }
    type: count
    unit: { vi: người, en: people }
    min: 1
    max: 1000
    measured: period
    provider: { vi: Công an, en: Police }
    aliases: [Nhân khẩu, Dân số]
    words: { "không": 0, "một": 1 }
    was: persons
    rollup: sum(people)
    actionable: down
    actionable_because: { vi: Vì, en: Because }
  served: { label: Bare, type: percent }
  floor: { label: Below, type: decimal, min: -5, rollup: min(area) }
  route: { label: Route, type: choice, values: { none: { vi: Không, en: None }, main: Main }, merge: max }
measures:
  rate: { label: { vi: Tỷ lệ, en: Rate }, formula: people / 2, show: percent }
  half: { label: Half, formula: people / 2 }
checks:
  - { rule: people > 0, message: { vi: Sai, en: Wrong }, severity: warning }
  - { rule: people > 1, message: Bare }
criteria:
  A:
    title: { vi: Một, en: One }
    cite: law k1  a
    provider: { vi: Xã, en: Commune }
    was: B
    mandatory: true
    applies_when: people > 2
    not_applicable: pass
    test: people > 3
  B: { title: Bare, applies_when: { any: [A] }, test: people > 4 }
  C: { title: Fails, not_applicable: fail, test: people > 5 }
classes:
  good: { label: { vi: Tốt, en: Good }, certifies: true, when: { all: [A, B] }, cite: law k2 }
  fair: { label: Fair, certifies: false, when: A }
  rest: { label: Rest, when: otherwise }
remarks:
  - { when: B, class: good, message: { vi: Chú ý, en: Note }, cite: bare k3 }
  - { when: { not: B }, message: Bare }
score: { model: count, of: [A, C] }
rank:
  - { by: class, best: [rest] }
  - { by: score }
  - { by: score, order: low }
  - { by: people }
  - { by: rate, order: high }
readings:
  which:
    question: { vi: Nào, en: Which }
    cite: law k4
    default: one
    options:
      one: {}
      two: { label: { vi: Hai, en: Two }, criteria: { A: { test: people > 30 } }, rank: [{ by: score }] }
targets:
  - { until: 2027, share: certified, at_least: 12.5%, cite: law k5 }
  - { until: 2030, share: certified, at_least: 0.5 }
`;

const full = (): CriteriaSet => valueOf(parseCriteria(FULL_SET));
const text = (vi: string, en = vi) => ({ vi, en });

test('everything that may be said is read as written', () => {
  expect(parseCriteria(FULL_SET).issues).toEqual([]);
  expect(full()).toMatchObject({
    id: 'full@2',
    family: 'full',
    version: '2',
    status: 'partial',
    title: text('Đủ', 'Full'),
    unit: 'province',
    effective: { from: '2025-02-01', to: '2030-12-31' },
    reviewed: '2026-06-08',
    period: { kind: 'year', from: '12-15', to: '12-14' },
    from: { set: 'small@1', group: 'province' },
    missing: [text('Phụ lục', 'The annex')],
    notes: [text('Read this'), text('Và', 'And')],
    chosen: { which: 'one' },
    overridden: [],
    file: 'criteria.yaml',
  });
});

test('what need not be said of a set is nothing', () => {
  expect(valueOf(parseCriteria(SMALL_SET.slice(0, SMALL_SET.indexOf('score:'))))).toMatchObject({
    from: null,
    reviewed: null,
    notes: [],
    missing: [],
    checks: [],
    remarks: [],
    score: null,
    rank: [],
    ties: 'competition',
    targets: [],
    chosen: {},
  });
});

describe.each<[string, (set: CriteriaSet) => unknown, unknown]>([
  [
    'sources',
    ({ sources }) => [...sources.values()],
    [
      { id: 'law', document: text('Luật', 'Law'), date: '2025-01-01', issuer: 'Quốc hội', url: 'https://law.vn' },
      { id: 'bare', document: text('Bare'), date: null, issuer: null, url: null },
    ],
  ],
  [
    'measures',
    ({ measures }) => [...measures.values()].map(({ formula, at, ...rest }) => [rest, printFormula(formula), at.line]),
    [
      [{ id: 'rate', label: text('Tỷ lệ', 'Rate'), show: 'percent' }, 'people / 2', 34],
      [{ id: 'half', label: text('Half'), show: 'number' }, 'people / 2', 35],
    ],
  ],
  [
    'checks',
    ({ checks }) => checks.map(({ rule, at, ...rest }) => [rest, printFormula(rule), at.line]),
    [
      [{ message: text('Sai', 'Wrong'), severity: 'warning' }, 'people > 0', 37],
      [{ message: text('Bare'), severity: 'error' }, 'people > 1', 38],
    ],
  ],
  [
    'classes',
    ({ classes }) => [...classes.values()].map(({ when, at, ...rest }) => [rest, when && printFormula(when), at.line]),
    [
      [
        { id: 'good', label: text('Tốt', 'Good'), certifies: true, cite: { source: 'law', clause: 'k2' } },
        'A and B',
        52,
      ],
      [{ id: 'fair', label: text('Fair'), certifies: false, cite: null }, 'A', 53],
      [{ id: 'rest', label: text('Rest'), certifies: false, cite: null }, null, 54],
    ],
  ],
  [
    'remarks',
    ({ remarks }) => remarks.map(({ when, at, ...rest }) => [rest, printFormula(when), at.line]),
    [
      [{ class: 'good', message: text('Chú ý', 'Note'), cite: { source: 'bare', clause: 'k3' } }, 'B', 56],
      [{ class: null, message: text('Bare'), cite: null }, 'not B', 57],
    ],
  ],
  ['the score', ({ score }) => score, { model: 'count', of: ['A', 'C'] }],
  [
    'the rank: more points first, and less of all else',
    ({ rank }) => rank,
    [
      { by: 'class', best: ['rest', 'good', 'fair'] },
      { by: 'score', order: 'high' },
      { by: 'score', order: 'low' },
      { by: 'indicator', id: 'people', order: 'low' },
      { by: 'measure', id: 'rate', order: 'high' },
    ],
  ],
  [
    'readings',
    ({ readings }) => [...readings.values()].map((reading) => ({ ...reading, options: [...reading.options.values()] })),
    [
      {
        id: 'which',
        question: text('Nào', 'Which'),
        cite: { source: 'law', clause: 'k4' },
        default: 'one',
        options: [
          { id: 'one', label: text('one'), changes: {} },
          {
            id: 'two',
            label: text('Hai', 'Two'),
            changes: { criteria: { A: { test: 'people > 30' } }, rank: [{ by: 'score' }] },
          },
        ],
      },
    ],
  ],
  [
    'targets',
    ({ targets }) => targets,
    [
      { until: 2027, share: 'certified', atLeast: rational(1n, 8n), cite: { source: 'law', clause: 'k5' } },
      { until: 2030, share: 'certified', atLeast: rational(1n, 2n), cite: null },
    ],
  ],
])('%s', (_, of, wanted) => {
  test('are read as written', () => {
    expect(of(full())).toEqual(wanted);
  });
});

describe('indicators', () => {
  test('with everything that may be said', () => {
    expect(full().indicators.get('people')).toMatchObject({
      id: 'people',
      label: text('Dân', 'People'),
      type: 'count',
      unit: text('người', 'people'),
      min: rational(1n),
      max: rational(1000n),
      measured: 'period',
      provider: text('Công an', 'Police'),
      aliases: ['Nhân khẩu', 'Dân số'],
      words: new Map([
        ['không', '0'],
        ['một', '1'],
      ]),
      was: 'persons',
      rollup: { kind: 'call', name: 'sum' },
      actionable: 'down',
      actionableBecause: text('Vì', 'Because'),
      at: { line: 16, column: 3 },
    });
  });

  test('with as little as may be said', () => {
    expect(full().indicators.get('served')).toMatchObject({
      type: 'percent',
      unit: null,
      min: rational(0n),
      max: null,
      values: new Map(),
      measured: 'end',
      provider: null,
      aliases: [],
      words: new Map(),
      was: null,
      rollup: null,
      merge: null,
      actionable: null,
      actionableBecause: null,
    });
    expect(full().indicators.get('floor')?.min).toEqual(rational(-5n));
  });

  test('the values of a choice', () => {
    expect([...(full().indicators.get('route')?.values ?? [])]).toEqual([
      ['none', text('Không', 'None')],
      ['main', text('Main')],
    ]);
  });
});

describe('criteria', () => {
  test.each<[string, object, string | null]>([
    [
      'A',
      {
        title: text('Một', 'One'),
        cite: { source: 'law', clause: 'k1 a' },
        provider: text('Xã', 'Commune'),
        was: 'B',
        group: null,
        points: null,
        bonus: false,
        weight: null,
        mandatory: true,
        notApplicable: 'pass',
      },
      'people > 2',
    ],
    [
      'B',
      { title: text('Bare'), cite: null, provider: null, was: null, mandatory: false, notApplicable: 'exclude' },
      'A',
    ],
    ['C', { notApplicable: 'fail' }, null],
  ])('%s', (id, wanted, applies) => {
    const criterion = full().criteria.get(id);
    expect(criterion).toMatchObject(wanted);
    expect(criterion?.appliesWhen ? printFormula(criterion.appliesWhen) : null).toBe(applies);
  });
});

describe('conditions', () => {
  test.each([
    ['{ all: [people > 1, A] }', 'people > 1 and A'],
    ['{ any: { one: people > 1, two: A } }', 'people > 1 or A'],
    ['{ not: { any: [people > 1, A] } }', 'not (people > 1 or A)'],
    ['{ at_least: 2, of: [people > 1, A, { not: A }] }', 'at_least(2, people > 1, A, not A)'],
    ['{ at_least: 2, of: { one: people > 1, two: A } }', 'at_least(2, people > 1, A)'],
    ['{ all: [] }', 'all()'],
  ])('%s is %s', (condition, wanted) => {
    const set = valueOf(parseCriteria(exchanged(FULL_SET, 'test: people > 5', `test: ${condition}`)));
    const { rule } = set.criteria.get('C') ?? {};
    expect(rule?.kind === 'test' && printFormula(rule.test)).toBe(wanted);
  });
});

describe('a choice of readings', () => {
  test('lays its option on the file, and says where', () => {
    const set = valueOf(parseCriteria(FULL_SET, { file: 'b.yaml', readings: { which: 'two' } }));
    const { rule } = set.criteria.get('A') ?? {};
    expect(rule?.kind === 'test' && printFormula(rule.test)).toBe('people > 30');
    expect(set.rank).toEqual([{ by: 'score', order: 'high' }]);
    expect(set).toMatchObject({ file: 'b.yaml', chosen: { which: 'two' } });
    expect(set.overridden.map(({ path, at }) => [path, at.file, at.line])).toEqual([
      ['criteria.A.test', 'b.yaml', 72],
      ['rank', 'b.yaml', 72],
    ]);
  });

  test('that is not offered is refused', () => {
    expect(parseCriteria(FULL_SET, { readings: { which: 'three' } })).toMatchObject({
      ok: false,
      issues: [{ code: 'reading/unknown-option', args: { known: ['one', 'two'] }, received: 'three' }],
    });
  });
});
