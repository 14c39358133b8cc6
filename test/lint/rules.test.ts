import { describe, expect, test } from 'vitest';
import type { CriteriaSet } from '../../src/criteria/index.ts';
import { type LintCode, type LintContext, RULES } from '../../src/lint/index.ts';
import { sentence } from '../../src/messages/index.ts';
import { lintText, setOf, spoiled } from './lint.ts';
import { EARLIER_SET, SOUND_SET, SOUND_SHEET } from './sound-set.ts';

const SURROUNDINGS = { versions: [setOf(EARLIER_SET)], hasCases: true };

/** A part of a sound set, what takes its place, the rule that then speaks up, and where. */
type Fault = readonly [code: LintCode, part: string, by: string, line: number, column: number];

const IN_THE_SET: readonly Fault[] = [
  [
    'lint/unused-indicator',
    'P.1: { cite: law k6, title: { vi: Sáu, en: Six }, was: P.0, test: places >= 2 }',
    'P.1: { cite: law k6, title: { vi: Sáu, en: Six }, test: users >= 2 }',
    15,
    3,
  ],
  [
    'lint/unused-measure',
    'checks:\n',
    '  double: { label: { vi: Gấp đôi, en: Double }, formula: users + users }\nchecks:\n',
    24,
    3,
  ],
  [
    'lint/unused-source',
    '  law: { document: 1/2025 }\n',
    '  law: { document: 1/2025 }\n  plan: { document: 2/2025 }\n',
    10,
    3,
  ],
  ['lint/unused-criterion', 'any: [K.1, P.1]', 'any: [K.1]', 32, 3],
  ['lint/idle-option', 'rate >= 40%', 'rate >= 50%', 48, 7],
  ['lint/bands-gap', 'rate < 50%', 'rate < 40%', 29, 60],
  ['lint/bands-gap', 'rate < 50%', 'rate <= 10%', 29, 60],
  ['lint/bands-gap', 'test: rate >= 50%', 'test: rate > 50%', 29, 60],
  ['lint/bands-overlap', 'rate < 50%', 'rate <= 50%', 30, 60],
  ['lint/bands-overlap', 'rate < 50%', 'rate < 60%', 30, 60],
  ['lint/bands-overlap', 'rate > 0 and rate < 10%', 'rate > 0 and rate < 20%', 31, 60],
  ['lint/divides-by-zero', 'test: users == 0', 'test: users / (people - people) <= 5%', 27, 68],
  ['lint/divides-by-zero', 'test: users == 0', 'test: users / (abs(places) - places) <= 5', 27, 68],
  ['lint/divides-by-zero', 'users / people, show', 'users / (2 * people - people - people), show', 23, 61],
  ['lint/checks-contradict', 'rule: users <= people', 'rule: users <= people and users > people', 24, 1],
  ['lint/class-unreachable', 'when: K.3', 'when: { all: [K.2, K.3] }', 37, 3],
  ['lint/class-unreachable', 'when: K.3', 'when: { all: [K.3, rate > 10%] }', 37, 3],
  ['lint/class-unreachable', 'when: K.2', 'when: users > people', 36, 3],
  [
    'lint/no-class',
    '  rest: { label: { vi: Còn lại, en: Rest }, when: otherwise }\n',
    '  rest: { label: { vi: Còn lại, en: Rest }, when: users == 0 and places == 0 }\n',
    33,
    1,
  ],
  ['lint/never-passes', 'test: users == 0', 'test: users > people', 27, 3],
  ['lint/never-fails', 'test: users == 0', 'test: users <= people', 27, 3],
  [
    'lint/unproved',
    'test: users == 0',
    'test: users * users * users == people * people * places + 1 or users == 0',
    27,
    3,
  ],
  ['lint/missing-cite', 'F.2: { cite: law k2, ', 'F.2: { ', 28, 3],
  ['lint/target-without-cite', ', cite: law }', ' }', 50, 5],
  ['lint/missing-translation', 'title: { vi: Hai, en: Two }', 'title: Hai tiêu chí', 28, 31],
  [
    'lint/missing-translation',
    'provider: { vi: Công an, en: Police }\nmeasures',
    'provider: Công an\nmeasures',
    21,
    15,
  ],
  ['lint/missing-provider', '    provider: { vi: Công an, en: Police }\n', '', 17, 3],
  ['lint/partial-without-missing', 'status: in-force', 'status: partial', 3, 9],
  ['lint/clause-form', 'cite: law k1', 'cite: law D1.k1', 27, 16],
  ['lint/idle-points', 'test: users == 0', 'points: 10, test: users == 0', 27, 53],
  ['lint/retired-without-end', 'status: in-force', 'status: retired', 6, 1],
  ['lint/was-unknown', 'was: P.0', 'was: P.9', 32, 58],
  ['lint/versions-overlap', 'from: 2025-01-01', 'from: 2024-12-31', 6, 1],
  ['lint/versions-gap', 'from: 2025-01-01', 'from: 2025-01-02', 6, 20],
  ['lint/actionable-period', 'measured: period', 'measured: period, actionable: down', 16, 86],
  ['lint/header-collision', 'type: choice\n', 'type: choice\n    aliases: [Tuyến đường, người SỬ dụng]\n', 20, 28],
  ['lint/header-collision', 'vi: Tuyến, en', 'vi: Mã đơn vị, en', 18, 12],
  [
    'lint/missing-rank',
    'rank:\n  - { by: class, best: [clean, rest, low, middle, high] }\n  - { by: rate, order: low }\n',
    '',
    1,
    1,
  ],
  ['lint/rank-without-class', '  - { by: class, best: [clean, rest, low, middle, high] }\n', '', 39, 1],
  ['lint/rank-partial', 'best: [clean, rest, low, middle, high]', 'best: [clean, rest, high]', 40, 24],
];

const IN_THE_SHEET: readonly Fault[] = [
  ['lint/band-unreachable', '[[90%, 60], [50%, 30]]', '[[120%, 60], [90%, 30]]', 29, 17],
  [
    'lint/idle-deduction',
    'on: pledged, scale: [[0, 0], [10, 40]]',
    'deduct: { each: 1, per: pledged, floor: 40 }',
    30,
    99,
  ],
  [
    'lint/idle-deduction',
    'on: pledged, scale: [[0, 0], [10, 40]]',
    'deduct: { each: 1, per: pledged, floor: 50 }',
    30,
    99,
  ],
  ['lint/idle-deduction', 'on: pledged, scale: [[0, 0], [10, 40]]', 'deduct: { each: 0, per: pledged }', 30, 75],
  [
    'lint/idle-deduction',
    'on: pledged, scale: [[0, 0], [10, 40]]',
    'deduct: { each: 2, per: pledged, most: 0 }',
    30,
    98,
  ],
  ['lint/ratio-beyond-one', '[[90%, 60], [50%, 30]]', '[[90, 60], [50, 30]]', 28, 13],
  ['lint/ratio-beyond-one', 'test: plan_issued', 'test: plan_issued and 90 <= pledged / homes', 19, 92],
  ['lint/points-below-one', 'score >= 80%', 'score >= 0.8', 33, 75],
  ['lint/points-below-one', 'score >= 80%', 'points(A) > 0.5', 33, 78],
  ['lint/divides-by-zero', 'on: pledged / homes', 'on: (homes - homes) / (homes - homes)', 28, 32],
  [
    'lint/divides-by-zero',
    'on: pledged, scale: [[0, 0], [10, 40]]',
    'on: (homes - homes) / (homes - homes), scale: [[0, 0], [10%, 40]]',
    30,
    82,
  ],
  ['lint/class-unreachable', '{ all: [mandatory, score >= 80%] }', 'score >= 40%', 34, 3],
  ['lint/class-unreachable', '[mandatory, score >= 80%]', '[mandatory, not M.1]', 33, 3],
  ['lint/unused-criterion', '[mandatory, score >= 80%]', '[score >= 80%]', 19, 3],
  ['lint/never-passes', 'test: plan_issued', 'test: plan_issued and pledged > homes', 19, 3],
];

/** Another fault may follow from the one that is tested. */
const codesIn = (text: string): readonly string[] => lintText(text, SURROUNDINGS).map(({ code }) => code);

test('a sound set has no issues', () => {
  expect(codesIn(SOUND_SET)).toEqual([]);
  expect(codesIn(SOUND_SHEET)).toEqual([]);
  expect(lintText(EARLIER_SET, { versions: [setOf(SOUND_SET)] })).toEqual([]);
});

describe.each([
  { name: 'the set', sound: SOUND_SET, faults: IN_THE_SET },
  { name: 'the sheet', sound: SOUND_SHEET, faults: IN_THE_SHEET },
])('$name', ({ sound, faults }) => {
  test.each(faults)('%s: %s → %s', (code, part, by, line, column) => {
    const found = lintText(spoiled(sound, part, by), SURROUNDINGS).filter((one) => one.code === code);
    const rule = RULES.find((one) => one.code === code);
    expect(found).toMatchObject([{ severity: rule?.severity, position: { file: 'a.yaml', line, column } }]);
    const [first] = found;
    expect(first?.position?.text).toBe(spoiled(sound, part, by).split('\n')[line - 1]);
  });
});

test('the clause of a group is that of its parts', () => {
  const found = lintText(spoiled(SOUND_SHEET, '    cite: plan k2\n', ''));
  expect(found).toMatchObject([
    { code: 'lint/missing-cite', path: 'criteria.A.parts.A.1' },
    { code: 'lint/missing-cite', path: 'criteria.A.parts.A.2' },
  ]);
});

test('a set in force needs cases', () => {
  const found = lintText(SOUND_SET, { ...SURROUNDINGS, hasCases: false });
  expect(found).toMatchObject([{ code: 'lint/in-force-without-cases', position: { line: 3, column: 9 } }]);
  expect(lintText(SOUND_SHEET, { hasCases: false })).toEqual([]);
});

test('an indicator that only a set above uses is used', () => {
  const text = spoiled(SOUND_SET, 'test: places >= 2', 'test: users >= 2').replace(', was: P.0', '');
  const above = setOf(
    SOUND_SET.replace('family: small', 'family: above')
      .replace('unit: commune', 'unit: province\nfrom: { set: small, group: province }')
      .replace('type: count, measured: period', 'type: count, rollup: sum(places)'),
  );
  expect(codesIn(text)).toEqual(['lint/unused-indicator']);
  expect(lintText(text, { ...SURROUNDINGS, above: [above] })).toEqual([]);
});

test('a criterion that continues another needs an earlier version', () => {
  const found = lintText(SOUND_SET);
  expect(found).toMatchObject([{ code: 'lint/was-unknown', args: { earlier: null } }]);
});

test('of two versions that take effect on one day, the earlier is the one of the lower number', () => {
  const sameDay = (version: string): CriteriaSet =>
    setOf(
      EARLIER_SET.replace('from: 2020-01-01, to: 2024-12-31', 'from: 2025-01-01, to: 2025-12-31').replace(
        'version: "1"',
        `version: "${version}"`,
      ),
    );
  const was = (version: string) =>
    lintText(spoiled(SOUND_SET, 'was: P.0', 'was: P.9'), { versions: [sameDay(version)] }).filter(
      ({ code }) => code === 'lint/was-unknown',
    );
  expect(lintText(SOUND_SET, { versions: [sameDay('1')] }).map(({ code }) => code)).not.toContain('lint/was-unknown');
  expect(was('1')).toMatchObject([{ args: { earlier: 'small@1' } }]);
  expect(was('10')).toMatchObject([{ args: { earlier: null } }]);
});

test('there is no gap where a version that goes on covers the days', () => {
  const [first, second] = [setOf(EARLIER_SET), setOf(SOUND_SET)];
  const third = SOUND_SET.replace('version: "2"', 'version: "3"').replace('from: 2025-01-01', 'from: 2025-07-01');
  const codes = (versions: LintContext['versions']): readonly string[] =>
    lintText(third, { versions }).map(({ code }) => code);
  expect(codes([first, second])).toContain('lint/versions-overlap');
  expect(codes([first, second])).not.toContain('lint/versions-gap');
  expect(codes([first])).toContain('lint/versions-gap');
});

test.each([
  ['a ratio of two kinds', 'type: count, provider', 'type: count, unit: { vi: hộ, en: homes }, provider', '90'],
  ['a number as a ratio has it', 'homes', 'homes', '5'],
  ['a number beyond all percentages', 'homes', 'homes', '500'],
])('no percentage is suspected in %s', (_, part, by, number) => {
  const text = spoiled(SOUND_SHEET, part, by).replace(
    'test: plan_issued',
    `test: plan_issued and pledged / homes < ${number}`,
  );
  expect(codesIn(text)).not.toContain('lint/ratio-beyond-one');
});

test('drafts and sets that were issued do not contend', () => {
  const draft = setOf(EARLIER_SET.replace('status: retired', 'status: draft').replace(', to: 2024-12-31', ''));
  expect(lintText(SOUND_SET, { versions: [draft] })).toEqual([]);
});

test('a check that only warns bounds no data', () => {
  const text = spoiled(SOUND_SET, 'test: users == 0', 'test: users > people').replace(
    'rule: users <= people,',
    'rule: users <= people, severity: warning,',
  );
  expect(codesIn(text)).not.toContain('lint/never-passes');
});

test('whole numbers leave no gap between one and two', () => {
  const text = (first: string): string =>
    spoiled(SOUND_SET, 'test: users == 0', `test: ${first}`).replace(
      'test: places >= 2',
      'test: places >= 3 and places < 6',
    );
  expect(codesIn(text('places < 3'))).toEqual([]);
  expect(codesIn(text('places <= 2'))).toEqual([]);
  expect(codesIn(text('places <= 1'))).toEqual(['lint/bands-gap']);
});

test.each([
  ['a line on the other side', 'places < 2', '3 <= places and places < 6', '2 <= places and places < 6'],
  [
    'a negated number',
    '-places + 9 > 7',
    '-places + 9 <= 6 and -places + 9 > 3',
    '-places + 9 <= 7 and -places + 9 > 3',
  ],
  ['a sum', 'places + 1 < 3', 'places + 1 >= 4 and places + 1 < 8', 'places + 1 >= 3 and places + 1 < 8'],
  [
    'the amount of a number',
    'abs(places) < 2',
    'abs(places) >= 3 and abs(places) < 6',
    'abs(places) >= 2 and abs(places) < 6',
  ],
  ['one value', 'places == 1', 'places >= 3 and places < 6', 'places >= 2 and places < 6'],
])('whole numbers leave a gap in %s', (_, first, gapped, closed) => {
  const codes = (second: string) =>
    codesIn(spoiled(SOUND_SET, 'test: users == 0', `test: ${first}`).replace('places >= 2', second));
  expect(codes(gapped)).toContain('lint/bands-gap');
  expect(codes(closed)).not.toContain('lint/bands-gap');
});

test('a value that is left out bounds no band', () => {
  const text = spoiled(SOUND_SET, 'test: users == 0', 'test: places != 1');
  expect(codesIn(text.replace('places >= 2', 'places >= 3 and places < 6'))).not.toContain('lint/bands-gap');
});

test('what a gap leaves out may be taken by a criterion that compares the quantity with more', () => {
  const text = spoiled(SOUND_SET, 'rate < 50%', 'rate < 40%').replace('route == none', 'route == none and rate != 45%');
  expect(codesIn(text)).toEqual([]);
});

test('every rule has a test, a code of its own and sentences', () => {
  const tested = new Set([...IN_THE_SET, ...IN_THE_SHEET].map(([code]) => code));
  expect(RULES.map(({ code }) => code).filter((code) => !tested.has(code))).toEqual([
    'lint/checks-dropped',
    'lint/in-force-without-cases',
  ]);
  expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
  for (const [code, part, by] of IN_THE_SET) {
    const [found] = lintText(spoiled(SOUND_SET, part, by), SURROUNDINGS).filter((one) => one.code === code);
    for (const lang of ['vi', 'en'] as const) expect(found && sentence(found, lang)).toMatch(/^\S.*[.?]$/);
  }
});
