import { expect, test } from 'vitest';
import { criteriaJsonSchema } from '../../src/criteria/index.ts';
import { setOf } from './read.ts';
import { changesOf } from './sample.ts';

/** As much of a JSON schema as is walked here. */
interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema | readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

/** Values that are told as a whole. */
const WHOLE = ['#/definitions/words', '#/definitions/condition'];

/** Every key that a criteria file can have, by its path; `*` stands for an id, and parts are criteria. */
function keysOf(schema: Schema, definitions: Readonly<Record<string, Schema>>, path = ''): readonly string[] {
  const { $ref } = schema;
  if ($ref !== undefined) {
    const isTold = WHOLE.includes($ref) || (path.endsWith('parts.*') && $ref === '#/definitions/criterion');
    return isTold ? [] : keysOf(definitions[$ref.replace('#/definitions/', '')] ?? {}, definitions, path);
  }
  const { properties = {}, additionalProperties: entries, items, anyOf = [] } = schema;
  const within = (own: Schema, key: string): readonly string[] =>
    keysOf(own, definitions, path === '' ? key : `${path}.${key}`);
  return [
    ...Object.entries(properties).flatMap(([key, own]) => [path === '' ? key : `${path}.${key}`, ...within(own, key)]),
    ...(typeof entries === 'object' ? within(entries, '*') : []),
    ...[items ?? []].flat().flatMap((own) => keysOf(own, definitions, path)),
    ...anyOf.flatMap((own) => keysOf(own, definitions, path)),
  ];
}

/** A set with something under every key. */
const SET = `family: every
version: "1"
status: draft
title: { vi: Bộ, en: Set }
unit: commune
effective: { from: "2025-01-01", to: "2029-12-31" }
reviewed: "2025-06-01"
period: { kind: year, from: "01-01", to: "12-31" }
missing: [{ vi: Thiếu, en: Missing }]
notes: [{ vi: Ghi chú, en: Note }]
sources:
  law: { document: 1/2025, date: "2025-01-02", issuer: Office, url: "https://example.org/1" }
indicators:
  people:
    label: { vi: Số dân, en: Residents }
    type: count
    unit: { vi: người, en: people }
    min: 1
    max: 90000
    measured: period
    provider: { vi: Công an, en: Police }
    aliases: [Population]
    words: { không: "0" }
    actionable: down
    actionable_because: { vi: Vì thế, en: Because }
    merge: { by: sum, of: things, bounds: false }
  cases: { label: Cases, type: count }
  route: { label: Route, type: choice, values: { none: { vi: Không, en: None }, main: { vi: Chính, en: Main } } }
  total: { label: Total, type: count, rollup: sum(cases) }
measures:
  rate: { label: Rate, formula: cases / people, show: percent }
checks:
  - { rule: cases <= people, message: { vi: Nhiều hơn, en: More }, severity: warning }
criteria:
  A:
    title: Group
    points: 10
    weight: 1
    cap: 10
    parts:
      A.1: { title: One, points: 4, on: cases, bands: [[8, 4], [4, 2]] }
      A.2: { title: Two, points: 6, on: cases, scale: [[0, 0], [10, 6]] }
      A.3: { title: Three, points: 1, bonus: true, test: cases == 3 }
  B:
    title: Other
    cite: law k1
    provider: { vi: Ủy ban, en: Council }
    applies_when: people > 5
    not_applicable: pass
    points: 5
    weight: 1
    deduct: { each: 2, per: cases, floor: 1, most: 4 }
  C: { title: Third, points: 5, weight: 2, test: total < 9 }
  D: { title: Needed, mandatory: true, test: cases < 40 }
classes:
  good: { label: Good, certifies: true, cite: law k2, when: mandatory and C }
  rest: { label: Rest, when: otherwise }
remarks:
  - { when: cases > 1, class: good, message: { vi: Lưu ý, en: Mind }, cite: law k3 }
score: { model: points, of: 20, round: { to: 0.1, mode: half-up } }
rank:
  - { by: class, best: [good, rest] }
  - { by: cases, order: low }
ties: dense
readings:
  limit:
    question: { vi: Ngưỡng nào?, en: Which limit? }
    cite: law k4
    default: low
    options:
      low: { label: { vi: Thấp, en: Low } }
      high:
        label: High
        indicators: { people: { max: 80000 } }
        measures: { rate: { show: number } }
        criteria: { C: { test: total < 19 } }
        classes: { good: { label: Better } }
        score: { model: points, of: 20, round: { to: 0.2, mode: down } }
        checks: [{ rule: cases <= 7, message: Seven }]
        remarks: [{ when: cases > 2, message: Two }]
        rank: [{ by: cases, order: high }]
        ties: ordinal
        targets: [{ until: 2031, share: certified, at_least: 31% }]
targets:
  - { until: 2030, share: certified, at_least: 30%, cite: law k5 }
`;

type Edit = readonly [part: string, by: string];

/** A set above another: only such a set has these. */
const ABOVE: Edit = ['unit: commune\n', 'unit: province\nfrom: { set: lower@1, group: province }\n'];
const WEIGHTED: Edit = ['model: points, of: 20, round: { to: 0.1', 'model: weighted, of: 20, round: { to: 0.1'];

/** Of every key, how another value comes about: a part of the set and what stands in its place; after it, what is so on both sides. */
const EDITS: Readonly<Record<string, readonly [Edit, ...both: readonly Edit[]]>> = {
  status: [['status: draft', 'status: in-force']],
  title: [['{ vi: Bộ, en: Set }', '{ vi: Bộ, en: Sets }']],
  unit: [['unit: commune', 'unit: district']],
  effective: [['from: "2025-01-01", to: "2029-12-31"', 'from: "2025-01-02"']],
  'effective.from': [['effective: { from: "2025-01-01"', 'effective: { from: "2025-01-02"']],
  'effective.to': [['to: "2029-12-31"', 'to: "2028-12-31"']],
  reviewed: [['reviewed: "2025-06-01"', 'reviewed: "2025-06-02"']],
  period: [['from: "01-01", to: "12-31"', 'from: "12-15", to: "12-14"']],
  'period.from': [['from: "01-01", to', 'from: "01-02", to']],
  'period.to': [['to: "12-31"', 'to: "12-30"']],
  from: [['from: { set: lower@1, group: province }\n', ''], ABOVE],
  'from.set': [['set: lower@1', 'set: lower@2'], ABOVE],
  'from.group': [['group: province', 'group: district'], ABOVE],
  missing: [['en: Missing', 'en: Lacking']],
  notes: [['en: Note', 'en: Notes']],
  sources: [['sources:\n', 'sources:\n  more: { document: 2/2025 }\n']],
  'sources.*.document': [['document: 1/2025', 'document: 3/2025']],
  'sources.*.date': [['date: "2025-01-02"', 'date: "2025-01-03"']],
  'sources.*.issuer': [['issuer: Office', 'issuer: Other']],
  'sources.*.url': [['example.org/1', 'example.org/2']],
  indicators: [['indicators:\n', 'indicators:\n  more: { label: More, type: count }\n']],
  'indicators.*.label': [['en: Residents', 'en: Inhabitants']],
  'indicators.*.type': [
    ['type: choice, values: { none: { vi: Không, en: None }, main: { vi: Chính, en: Main } }', 'type: boolean'],
  ],
  'indicators.*.unit': [['en: people }', 'en: persons }']],
  'indicators.*.min': [['min: 1\n', 'min: 2\n']],
  'indicators.*.max': [['max: 90000', 'max: 90001']],
  'indicators.*.values': [['en: Main }', 'en: Principal }']],
  'indicators.*.measured': [['measured: period', 'measured: end']],
  'indicators.*.provider': [['en: Police', 'en: Army']],
  'indicators.*.aliases': [['[Population]', '[Head count]']],
  'indicators.*.words': [['không: "0"', 'không: "1"']],
  'indicators.*.rollup': [['sum(cases)', 'max(cases)']],
  'indicators.*.actionable': [['actionable: down', 'actionable: up']],
  'indicators.*.actionable_because': [['en: Because', 'en: Therefore']],
  'indicators.*.merge': [['merge: { by: sum, of: things, bounds: false }', 'merge: max']],
  'indicators.*.merge.by': [['by: sum', 'by: max']],
  'indicators.*.merge.of': [['of: things', 'of: people']],
  'indicators.*.merge.bounds': [['bounds: false', 'bounds: true']],
  measures: [['measures:\n', 'measures:\n  more: { label: More, formula: cases + 1 }\n']],
  'measures.*.label': [['label: Rate', 'label: Ratio']],
  'measures.*.formula': [['cases / people', 'people / cases']],
  'measures.*.show': [['show: percent', 'show: number']],
  checks: [['checks:\n', 'checks:\n  - { rule: cases <= 9, message: Nine }\n']],
  'checks.rule': [['cases <= people', 'cases < people']],
  'checks.message': [['en: More }', 'en: Too many }']],
  'checks.severity': [['severity: warning', 'severity: error']],
  criteria: [['criteria:\n', 'criteria:\n  N: { title: New, test: cases < 4 }\n']],
  'criteria.*.title': [['title: Third', 'title: Fourth']],
  'criteria.*.cite': [['law k1', 'law k9']],
  'criteria.*.provider': [['en: Council', 'en: Board']],
  'criteria.*.mandatory': [['mandatory: true, ', '']],
  'criteria.*.applies_when': [['people > 5', 'people > 6']],
  'criteria.*.not_applicable': [['not_applicable: pass', 'not_applicable: fail']],
  'criteria.*.points': [['points: 1, bonus', 'points: 2, bonus']],
  'criteria.*.bonus': [
    ['points: 0, bonus: true', 'points: 0'],
    ['points: 1, bonus', 'points: 0, bonus'],
  ],
  'criteria.*.weight': [['weight: 2', 'weight: 3'], WEIGHTED],
  'criteria.*.test': [['total < 9', 'total < 8']],
  'criteria.*.on': [['on: cases, bands', 'on: people, bands']],
  'criteria.*.bands': [['[4, 2]', '[4, 3]']],
  'criteria.*.scale': [['[10, 6]', '[12, 6]']],
  'criteria.*.deduct': [['deduct: { each: 2, per: cases, floor: 1, most: 4 }', 'test: cases < 2']],
  'criteria.*.deduct.each': [['each: 2', 'each: 3']],
  'criteria.*.deduct.per': [['per: cases', 'per: people']],
  'criteria.*.deduct.floor': [['floor: 1', 'floor: 2']],
  'criteria.*.deduct.most': [['most: 4', 'most: 3']],
  'criteria.*.parts': [['      A.2: {', '      A.4: {']],
  'criteria.*.cap': [['cap: 10', 'cap: 9']],
  classes: [['  rest: { label', '  fair: { label: Fair, when: C }\n  rest: { label']],
  'classes.*.label': [['label: Good', 'label: Fine']],
  'classes.*.certifies': [['certifies: true, ', '']],
  'classes.*.when': [['mandatory and C', 'mandatory or C']],
  'classes.*.cite': [['law k2', 'law k9']],
  remarks: [['remarks:\n', 'remarks:\n  - { when: cases > 3, message: Three }\n']],
  'remarks.when': [['when: cases > 1', 'when: cases > 0']],
  'remarks.class': [['class: good', 'class: rest']],
  'remarks.message': [['en: Mind', 'en: Note']],
  'remarks.cite': [['law k3', 'law k9']],
  score: [
    ['\nscore: { model: points, of: 20, round: { to: 0.1, mode: half-up } }', ''],
    ['        score: { model: points, of: 20, round: { to: 0.2, mode: down } }\n', ''],
  ],
  'score.model': [WEIGHTED],
  'score.of': [['of: 20', 'of: 30'], WEIGHTED],
  'score.round': [[', round: { to: 0.1, mode: half-up }', '']],
  'score.round.to': [['to: 0.1', 'to: 0.5']],
  'score.round.mode': [['mode: half-up', 'mode: down']],
  rank: [['  - { by: cases, order: low }\n', '']],
  'rank.by': [['by: cases, order: low', 'by: rate, order: low']],
  'rank.order': [['order: low', 'order: high']],
  'rank.best': [['[good, rest]', '[rest, good]']],
  ties: [['ties: dense', 'ties: ordinal']],
  readings: [['readings:\n', 'readings:\n  more: { question: More?, default: a, options: { a: {}, b: {} } }\n']],
  'readings.*.question': [['en: Which limit?', 'en: What limit?']],
  'readings.*.cite': [['law k4', 'law k9']],
  'readings.*.default': [['default: low', 'default: high']],
  'readings.*.options': [['      low: {', '      none: {}\n      low: {']],
  'readings.*.options.*.label': [['en: Low', 'en: The low one']],
  'readings.*.options.*.indicators': [['max: 80000', 'max: 70000']],
  'readings.*.options.*.measures': [['measures: { rate: { show: number } }', 'measures: { rate: { label: Share } }']],
  'readings.*.options.*.criteria': [['total < 19', 'total < 18']],
  'readings.*.options.*.classes': [['label: Better', 'label: Best']],
  'readings.*.options.*.score': [['to: 0.2', 'to: 0.3']],
  'readings.*.options.*.checks': [['cases <= 7', 'cases <= 8']],
  'readings.*.options.*.remarks': [['cases > 2', 'cases > 4']],
  'readings.*.options.*.rank': [['order: high', 'order: low']],
  'readings.*.options.*.ties': [['ties: ordinal', 'ties: competition']],
  'readings.*.options.*.targets': [['at_least: 31%', 'at_least: 32%']],
  targets: [['targets:\n  - {', 'targets:\n  - { until: 2040, share: certified, at_least: 90% }\n  - {']],
  'targets.until': [['until: 2030', 'until: 2029']],
  'targets.at_least': [['at_least: 30%', 'at_least: 20%']],
  'targets.cite': [['law k5', 'law k9']],
};

/** Keys of which nothing is told as a change. */
const UNTOLD: readonly string[] = [
  // Which sets these are, as the head of a comparison says.
  'family',
  'version',
  'extends',
  // It has one value.
  'period.kind',
  'targets.share',
  // It says what goes on under another id, which is told.
  'indicators.*.was',
  'criteria.*.was',
];

function edited(text: string, [part, by]: Edit): string {
  if (!text.includes(part)) throw new Error(`the text does not hold ${part}`);
  return text.replace(part, () => by);
}

test('every key of a criteria file is told or has nothing to tell', () => {
  const schema = JSON.parse(JSON.stringify(criteriaJsonSchema()));
  const keys = new Set(keysOf(schema, schema.definitions));
  expect([...keys].sort()).toEqual([...Object.keys(EDITS), ...UNTOLD].sort());
});

test.each(Object.entries(EDITS))('%s', (_, [edit, ...both]) => {
  const base = both.reduce(edited, SET);
  expect(changesOf(setOf(base), setOf(edited(base, edit)))).not.toEqual([]);
});

test('of nothing nothing is told', () => {
  expect(changesOf(setOf(SET), setOf(SET))).toEqual([]);
});
