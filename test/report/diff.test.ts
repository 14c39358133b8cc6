import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Assessments } from '../../src/assess/index.ts';
import { compareAssessments } from '../../src/compare/index.ts';
import { compareSets, impact, proofsOf } from '../../src/diff/index.ts';
import type { Lang } from '../../src/messages/index.ts';
import { writeDiffPage } from '../../src/page/index.ts';
import {
  type Diffed,
  impactTexts,
  PLAIN,
  proofTexts,
  writeDiffJson,
  writeDiffMarkdown,
  writeDiffTable,
} from '../../src/report/index.ts';
import { moveTexts } from '../../src/report/words/comparison-texts.ts';
import { changeText } from '../../src/report/words/diff-change.ts';
import { proofLines } from '../../src/report/terminal/proof-lines.ts';
import { type Edit, sample } from '../diff/sample.ts';

/** Classes that ask for no points, so that all data can be looked at. */
const NO_POINTS: readonly Edit[] = [
  ['        - score >= 80%\n        - points(A) >= 50%\n', ''],
  ['when: score >= 60%', 'when: M.3'],
];

type Rows = Parameters<typeof impact>[2];

/** Two versions of the sample, compared as `xasach diff` does. */
function diffed(base: readonly Edit[], revision: readonly Edit[], rows: Rows | null = null): Diffed {
  const [old, now] = [sample(...base), sample(...revision)];
  const sets = { base: old.set, revision: now.set };
  const comparison = compareSets(sets, { base: old.tree, revision: now.tree });
  const found = rows === null ? null : impact(old.set, now.set, rows);
  if (found?.ok === false) throw new Error(found.issues[0].code);
  return {
    ...sets,
    changes: comparison.planned.map(({ change }) => change),
    walk: comparison.walk,
    accepted: new Map(),
    impact: found?.value ?? null,
    proofs: proofsOf(sets, comparison),
    version: '0.0.0',
    issues: [],
  };
}

const LANGS: readonly Lang[] = ['vi', 'en'];
const styled = (lang: Lang) => ({ lang, width: 100, paint: PLAIN });

const MODEL = '  model:\n    label: { vi: Có mô hình, en: Has a model }\n    type: boolean\n';
const CHOICE: readonly Edit[] = [
  [
    MODEL,
    MODEL.replace('boolean', 'choice\n    values: { none: { vi: Không, en: None }, good: { vi: Tốt, en: Good } }'),
  ],
  ['    test: model\n', '    test: model == good\n'],
  ['        test: model\n', '        test: model == good\n'],
  ['  - when: model\n', '  - when: model == good\n'],
];
const PLEDGED: Edit = [
  'measures:\n',
  '  pledged:\n    label: { vi: Tỷ lệ hộ ký cam kết, en: Households that signed }\n    type: percent\nmeasures:\n',
];
const AREA: Edit = ['measures:\n', '  area:\n    label: { vi: Diện tích, en: Area }\n    type: decimal\nmeasures:\n'];
const SHARE: Edit = [
  'measures:\n',
  '  sound:\n    label: { vi: Xã đạt, en: Sound communes }\n    type: percent\n    rollup: share(sound)\nmeasures:\n',
];
const READINGS =
  'readings:\n  limit:\n    question: { vi: Ngưỡng nào?, en: Which limit? }\n    cite: law k2\n    default: low\n' +
  '    options:\n      low: {}\n      high:\n        criteria:\n          M.2: { test: rate < 2% }\n';
const FEWER: Edit = ['cases <= 3', 'cases <= 2'];
const LOOSER: Edit = ['rate < 1%\n', 'rate < 2%\n'];

describe('what is proved over all possible data', () => {
  it.each<readonly [title: string, base: readonly Edit[], edits: readonly Edit[], vi: string, en: string]>([
    [
      'an example names the figures that are something',
      [],
      [FEWER],
      'mất, ví dụ đơn vị có Số dân: 1.000; Số vụ: 3; mọi số liệu khác bằng 0 hoặc là “không”',
      'loses it, for one, a unit with Residents: 1,000; Cases: 3; every other figure 0 or no',
    ],
    [
      'yes and no in the words of the reader',
      [],
      [['when: M.3', 'when: M.3 and plan']],
      'mất, ví dụ đơn vị có Số dân: 1.000; Số vụ: 5; Có mô hình: có; mọi số liệu khác bằng 0 hoặc là “không”',
      'loses it, for one, a unit with Residents: 1,000; Cases: 5; Has a model: yes; every other figure 0 or no',
    ],
    [
      'a choice by its label',
      CHOICE,
      [['when: M.3', 'when: M.3 and plan']],
      'mất, ví dụ đơn vị có Số dân: 1.000; Số vụ: 5; Có mô hình: Tốt; mọi số liệu khác bằng 0 hoặc là “không”',
      'loses it, for one, a unit with Residents: 1,000; Cases: 5; Has a model: Good; every other figure 0 or no',
    ],
    [
      'a percentage with its sign',
      [PLEDGED, ['cases <= 3', 'cases <= 3 and pledged >= 50%']],
      [['pledged >= 50%', 'pledged >= 60%']],
      'mất, ví dụ đơn vị có Số dân: 1.000; Tỷ lệ hộ ký cam kết: 50 %; mọi số liệu khác bằng 0 hoặc là “không”',
      'loses it, for one, a unit with Residents: 1,000; Households that signed: 50%; every other figure 0 or no',
    ],
    [
      'a number with all its decimals: rounded, it would show nothing',
      [AREA, ['cases <= 3', 'cases <= 3 and area * 3 >= 1']],
      [['area * 3 >= 1', 'area >= 0.333333']],
      'được thêm, ví dụ đơn vị có Số dân: 1.000; Diện tích: 0,333333; mọi số liệu khác bằng 0 hoặc là “không”',
      'gains it, for one, a unit with Residents: 1,000; Area: 0.333333; every other figure 0 or no',
    ],
    [
      'nothing but what is 0 or not so',
      [
        ['cases <= 3', 'model'],
        ['    min: 1\n', ''],
      ],
      [['test: model\n', 'test: not model\n']],
      'được thêm, ví dụ đơn vị có mọi số liệu bằng 0 hoặc là “không”',
      'gains it, for one, a unit with every figure 0 or no',
    ],
    [
      'what a share of units below is made of',
      [
        ['unit: commune', 'unit: district\nfrom: { set: lower-set@1, group: district }'],
        SHARE,
        ['cases <= 3', 'cases <= 3 and sound >= 50%'],
      ],
      [['sound >= 50%', 'sound >= 60%']],
      'Xã đạt (số đơn vị được tính): 1; Xã đạt (tổng số đơn vị): 2',
      'Sound communes (units counted): 1; Sound communes (units in all): 2',
    ],
    [
      'a figure of an earlier period with its period',
      [],
      [['cases <= 3', 'cases <= 3 and prev(cases) <= 3']],
      'mất, ví dụ đơn vị có Số dân: 1.000; Số vụ (kỳ trước): 5; mọi số liệu khác bằng 0 hoặc là “không”',
      'loses it, for one, a unit with Residents: 1,000; Cases (the period before): 5; every other figure 0 or no',
    ],
    [
      'data that only one of the sets allows is left out',
      [],
      [['    min: 1\n', '    min: 5\n']],
      'Chỉ xét số liệu mà cả hai bộ đều coi là hợp lệ: Số dân.',
      'Only data that both sets allow were looked at: Residents.',
    ],
    [
      'what is rolled up counts as free',
      [['unit: commune', 'unit: district\nfrom: { set: lower-set@1, group: district }']],
      [FEWER],
      'Số liệu tổng hợp từ cấp dưới được coi là có thể nhận mọi giá trị.',
      'Figures rolled up from units below count as free to be anything.',
    ],
    [
      'sets that take a figure for different things have no data in common',
      [],
      CHOICE,
      'Hai bộ hiểu khác nhau về loại số liệu của Có mô hình nên chưa chứng minh được gì.',
      'The sets take Has a model for different kinds of figures, so nothing is proved.',
    ],
    [
      'and that is why nothing is proved, not the number of possibilities',
      [],
      CHOICE,
      'Sạch: chưa chứng minh được: không số liệu nào dùng được cho cả hai bộ',
      'Clean: not proved: no data fits both sets',
    ],
  ])('%s', (_, base, edits, vi, en) => {
    const found = diffed([...NO_POINTS, ...base], [...NO_POINTS, ...base, ...edits]);
    const lines = (lang: Lang) => proofLines(found, { lang, width: 300, paint: PLAIN }).map((line) => line.trim());
    expect(lines('vi').join(' ')).toContain(vi);
    expect(lines('en').join(' ')).toContain(en);
  });

  it('is told of the certificate only where there is one', () => {
    const none: readonly Edit[] = [
      ...NO_POINTS,
      ['    certifies: true\n', ''],
      ['targets:\n  - { until: 2030, share: certified, at_least: 20%, cite: law k5 }\n', ''],
    ];
    const told = (edits: readonly Edit[]) => proofLines(diffed(edits, edits), styled('en')).join('\n');
    expect(told(NO_POINTS)).toContain('Meet the criteria for certification');
    expect(told(none)).not.toContain('certification');
  });

  it('can be tried: each example loses or gains the class it stands under', () => {
    const [base, revision] = [NO_POINTS, [...NO_POINTS, FEWER, LOOSER]] as const;
    const page = writeDiffMarkdown(diffed(base, revision), { lang: 'en' });
    const found = [...page.matchAll(/^ {2}(loses|gains) it.*\n\n {2}```csv\n {2}(.*)\n {2}(.*)\n/gmu)];
    const tried = found.map(([, way, head = '', row = '']) => {
      const cells = row.split(',');
      const record = Object.fromEntries(head.split(',').map((column, place) => [column, cells[place] ?? null]));
      const { impact: own } = diffed(base, revision, [record]);
      const [pair] = own?.sides.pairs ?? [];
      return `${way}: ${pair?.before?.class} → ${pair?.after?.class}`;
    });
    expect(tried).toEqual([
      'loses: clean → rest',
      'gains: rest → clean',
      'loses: fair → clean',
      'gains: clean → fair',
      'loses: rest → clean',
      'gains: clean → rest',
      'loses: clean → rest',
      'gains: rest → clean',
    ]);
  });
});

const SOUND = { people: 1000, users: 0, cases: 0, clips: 12, plan: 1, model: 0 };
const ROWS = [
  { code: '10001', name: 'Xã A', ...SOUND },
  { code: '10002', name: 'Xã B', ...SOUND, users: 6 },
  { code: '10003', name: 'Xã C', ...SOUND, users: 12, cases: 1 },
  { code: '10004', name: 'Xã D', ...SOUND, users: 6, cases: 4 },
];
/** Something of everything that a page of changes tells. */
const REVISED: readonly Edit[] = [
  ...NO_POINTS,
  ['version: "1"', 'version: "2"'],
  ['rate < 1%\n', 'rate < 0.5%\n'],
  ['cases <= 3', 'cases <= 4'],
  ['  M.3:\n', '  N.3:\n    was: M.3\n'],
  ['when: M.3', 'when: N.3'],
  ['      A.1:\n', '      A.9:\n'],
  ['{ by: rate, order: low }', '{ by: rate, order: high }'],
  ['measures:\n', '  schools:\n    label: { vi: Số trường, en: Schools }\n    type: count\nmeasures:\n'],
  ['test: plan and clips >= 1', 'test: plan and schools >= 1'],
  ['until: 2030', 'until: 2035'],
];

describe('the pages of what changed', () => {
  const found = diffed(NO_POINTS, REVISED, ROWS);

  it.each(LANGS)('read as recorded, in %s', async (lang) => {
    const golden = (ending: string): string => `../../fixtures/report/changes.${lang}.${ending}`;
    await expect(writeDiffTable(found, styled(lang))).toMatchFileSnapshot(golden('txt'));
    await expect(writeDiffMarkdown(found, { lang })).toMatchFileSnapshot(golden('md'));
  });

  it.each(LANGS)('tell the same as a page for a browser, in %s', (lang) => {
    const page = writeDiffPage(found, { lang })
      .replaceAll(/<[^>]*>/gu, ' ')
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<')
      .replaceAll(/\s+/gu, ' ');
    const { proofs } = found;
    const texts = found.impact === null ? null : impactTexts(found.impact, found, lang);
    const told = [
      ...(proofs === null ? [] : proofTexts(proofs.classes, found, lang)).flatMap(({ label, verdict, examples }) => [
        `${label} : ${verdict}`,
        ...examples,
      ]),
      ...(texts?.totals ?? []).map(({ label, before, after }) => `${label} ${before} ${after}`),
      ...(texts?.moved ?? []).flatMap(({ unit, from, to, by }) => [unit, from, to, by]),
      ...[texts?.held, texts?.idle, texts?.missing].flatMap((lines) => lines ?? []),
      texts?.movedCount ?? '',
      'M.3 → N.3',
      'A.1 → A.9?',
    ];
    expect(told.length).toBeGreaterThan(30);
    expect(told.filter((text) => !page.includes(text))).toEqual([]);
  });

  it('hold each set against its own target of a year', () => {
    const target = (share: string): readonly Edit[] => [...NO_POINTS, ['at_least: 20%', `at_least: ${share}`]];
    const targetsOf = (base: string, revision: string) => {
      const own = diffed(target(base), target(revision), ROWS.slice(0, 1));
      return own.impact === null ? [] : impactTexts(own.impact, own, 'en').targets;
    };
    expect(targetsOf('20%', '20%')).toEqual([
      { label: 'Target 2030 (≥ 20%)', before: 'needs 1, has 1 → met', after: 'needs 1, has 1 → met' },
    ]);
    expect(targetsOf('20%', '50%')).toEqual([
      { label: 'Target 2030 (≥ 20%)', before: 'needs 1, has 1 → met', after: '–' },
      { label: 'Target 2030 (≥ 50%)', before: '–', after: 'needs 1, has 1 → met' },
    ]);
  });

  it.each([
    ['can be', true],
    ['at most', false],
  ])('say of a unit that is open what it %s', (words, exact) => {
    const open = { code: '10001', name: 'Xã A', ...SOUND, users: null };
    const own = diffed(NO_POINTS, [...NO_POINTS, ['when: M.3', 'when: M.1']], [open]);
    if (own.impact === null) throw new Error('there are data');
    const seen = (assessments: Assessments): Assessments => ({
      ...assessments,
      candidates: (row) => ({ ...assessments.candidates(row), exact }),
    });
    const [before, after] = [seen(own.impact.before), seen(own.impact.after)];
    const [moved] = impactTexts({ ...own.impact, before, after }, own, 'en').moved;
    expect([moved?.from, moved?.to]).toEqual([`${words} Clean or The rest`, `${words} Clean or Fair`]);
    const sides = compareAssessments(before, after);
    const [pair] = sides.moved;
    if (pair === undefined) throw new Error('the unit moves');
    const { change } = moveTexts(pair, sides, { set: own.revision, lang: 'en', rulesDiffer: true });
    expect(change).toBe(`${words} Clean or The rest → ${words} Clean or Fair`);
  });

  it('are laid out in colour as without', () => {
    const colour = (text: string): string => `\u001B[31m${text}\u001B[39m`;
    const paint = { bold: colour, dim: colour, good: colour, bad: colour, warn: colour };
    for (let width = 30; width <= 100; width += 2) {
      const style = { lang: 'en', width, paint: PLAIN } as const;
      const coloured = writeDiffTable(found, { ...style, paint });
      expect(stripVTControlCharacters(coloured), String(width)).toBe(writeDiffTable(found, style));
    }
  });

  it.each([
    ['of one', ROWS.slice(0, 1), 'Đơn vị duy nhất không đổi kết quả.', 'The only unit does not move.'],
    ['of two', ROWS.slice(2), 'Không đơn vị nào trong 2 đơn vị đổi kết quả.', 'None of the 2 units moves.'],
    ['one', ROWS.slice(0, 2), '1/2 đơn vị đổi kết quả', '1 of 2 units moves'],
    ['the only one', ROWS.slice(1, 2), '1/1 đơn vị đổi kết quả', 'The only unit moves'],
    ['two', [...ROWS.slice(1, 2), { ...ROWS[1], code: '10005' }], '2/2 đơn vị đổi kết quả', '2 of 2 units move'],
    ['figures of one', ROWS.slice(0, 1), 'của 1 đơn vị được coi là chưa biết', 'of 1 unit count as unknown'],
    ['figures of two', ROWS.slice(2), 'của 2 đơn vị được coi là chưa biết', 'of 2 units count as unknown'],
  ])('count the units that move: %s', (_, rows, vi, en) => {
    const counted = diffed(NO_POINTS, REVISED, rows);
    expect(writeDiffMarkdown(counted, { lang: 'vi' })).toContain(vi);
    expect(writeDiffMarkdown(counted, { lang: 'en' })).toContain(en);
  });
});

describe('every form names the readings that the sets were compared under', () => {
  const flat = (text: string): string => text.replaceAll(/[\s\\]+/gu, ' ');
  const forms = (made: Diffed): readonly string[] => [
    flat(writeDiffTable(made, styled('en'))),
    flat(writeDiffMarkdown(made, { lang: 'en' })),
    flat(writeDiffPage(made, { lang: 'en' })),
  ];
  const HIGH: Edit = ['    default: low\n', '    default: high\n'];

  it('once, where it is that of both', () => {
    for (const text of forms(diffed([], [FEWER]))) {
      expect(text).toContain('Readings applied');
      expect(text).toContain('Which limit? → low (limit = low)');
    }
  });

  it('of each set, where they differ or one has no such clause', () => {
    for (const text of forms(diffed([], [HIGH])))
      expect(text).toMatch(/Which limit\? → Old set: low \(limit = low\) → New set: high \(limit = high\)/u);
    const without: Edit = [READINGS, ''];
    for (const text of forms(diffed([], [without])))
      expect(text).toContain('Which limit? → Old set: low (limit = low)');
    for (const text of forms(diffed([without], [without]))) expect(text).not.toContain('Readings applied');
  });
});

/** The changes and their impact in every form for people, as one line each. */
function pagesOf(made: Diffed, lang: Lang): readonly string[] {
  const flat = (text: string): string => text.replaceAll(/[\s\\]+/gu, ' ');
  const page = writeDiffPage(made, { lang })
    .replaceAll(/<\/?(?:del|ins)>/gu, '')
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<');
  return [
    flat(writeDiffTable(made, { lang, width: 300, paint: PLAIN })),
    flat(writeDiffMarkdown(made, { lang })).replaceAll('`', ''),
    flat(page),
  ];
}

describe('every form says that results certify nobody', () => {
  const inForce: Edit = ['status: draft', 'status: in-force'];
  const mark = 'NOT FOR CERTIFICATION: a draft, issued by no authority.';

  it.each<readonly [title: string, base: readonly Edit[], revision: readonly Edit[], text: string | null]>([
    ['where neither set may', [], [], mark],
    ['where the revision may not', [inForce], [], `new set: ${mark}`],
    ['where the base may not', [], [inForce], `old set: ${mark}`],
    ['and nothing where both may', [inForce], [inForce], null],
  ])('%s', (_, base, revision, text) => {
    const made = diffed(base, revision, ROWS);
    for (const page of pagesOf(made, 'en')) {
      if (text === null) expect(page).not.toContain('NOT FOR CERTIFICATION');
      else expect(page).toContain(text);
    }
    const result: unknown = JSON.parse(writeDiffJson(made, { lang: 'en' }));
    const marked = (edits: readonly Edit[]) => (edits.length === 0 ? { notForCertification: true } : {});
    expect(result).toMatchObject({ base: marked(base), revision: marked(revision) });
    expect(JSON.stringify(result).includes('notForCertification')).toBe(text !== null);
  });

  it('but of criteria alone nothing is said', () => {
    for (const page of pagesOf(diffed([], []), 'en')) expect(page).not.toContain('NOT FOR CERTIFICATION');
  });
});

describe('a unit that keeps its class and loses the certificate', () => {
  const made = diffed(NO_POINTS, [...NO_POINTS, ['    certifies: true\n', '']], ROWS.slice(0, 1));

  it('is told with both verdicts, and without reasons that are the same', () => {
    const texts = (lang: Lang) => (made.impact === null ? [] : impactTexts(made.impact, made, lang).moved);
    expect(texts('vi')).toMatchObject([{ from: 'Sạch (đủ tiêu chí)', to: 'Sạch (không đủ tiêu chí)' }]);
    expect(texts('en')).toMatchObject([
      {
        from: 'Clean (meets the criteria)',
        to: 'Clean (does not meet them)',
        reasonBefore: null,
        reasonAfter: null,
      },
    ]);
    for (const page of pagesOf(made, 'vi'))
      for (const text of ['là loại được công nhận: có', 'là loại được công nhận: không']) expect(page).toContain(text);
  });
});

describe('a change of what the file writes in words of its own', () => {
  const MERGED: Edit = ['    measured: end\n', '    measured: end\n    merge: sum\n    actionable: down\n'];

  it.each<readonly [edits: readonly [Edit, Edit], vi: readonly string[], en: readonly string[]]>([
    [
      [
        ['    min: 1\n', '    min: 1\n'],
        ['    min: 1\n', '    min: 20000\n'],
      ],
      ['giá trị nhỏ nhất: 1', 'giá trị nhỏ nhất: 20000'],
      ['least value: 1', 'least value: 20000'],
    ],
    [
      [
        ['    min: 1\n', '    min: 1\n'],
        ['    min: 1\n', '    min: 1\n    max: 200000\n'],
      ],
      ['giá trị lớn nhất: không có', 'giá trị lớn nhất: 200000'],
      ['largest value: none', 'largest value: 200000'],
    ],
    [
      [
        ['    measured: period\n', '    measured: period\n'],
        ['    measured: period\n', '    measured: end\n'],
      ],
      ['thời điểm tính: trong kỳ', 'thời điểm tính: tại cuối kỳ'],
      ['measured: over the period', 'measured: at the end of the period'],
    ],
    [
      [MERGED, ['    measured: end\n', '    measured: end\n    merge: max\n    actionable: both\n']],
      ['làm giảm được', 'làm tăng hoặc giảm được', 'cộng, theo', 'lấy số lớn nhất, theo'],
      ['work can change it: down', 'work can change it: up and down', 'merge: added up', 'merge: the largest'],
    ],
    [
      [
        ['Leaflets }\n    type: count\n', 'Leaflets }\n    type: count\n'],
        ['Leaflets }\n    type: count\n', 'Leaflets }\n    type: decimal\n'],
      ],
      ['kiểu số liệu: số đếm', 'kiểu số liệu: số thập phân'],
      ['kind of figure: a count', 'kind of figure: a decimal'],
    ],
    [
      [
        ['  - rule: users', '  - rule: users'],
        ['  - rule: users', '  - severity: warning\n    rule: users'],
      ],
      ['users <= people (cảnh báo)', 'Người sử dụng nhiều hơn số dân.'],
      ['users <= people (warning)', 'More users than residents.'],
    ],
    [
      [
        ['round: { to: 1,', 'round: { to: 1,'],
        ['round: { to: 1,', 'round: { to: 0.1,'],
      ],
      ['đến 0,1, nửa thì làm tròn lên'],
      ['to 0.1, '],
    ],
  ])('reads in the words of the reader: %j', ([base, revision], vi, en) => {
    const made = diffed([base], [revision]);
    for (const page of pagesOf(made, 'vi')) for (const text of vi) expect(page).toContain(text);
    for (const page of pagesOf(made, 'en')) for (const text of en) expect(page).toContain(text);
  });

  it('stays in JSON as the file writes it', () => {
    const made = diffed([], [['    min: 1\n', '    min: 5\n']]);
    const [change] = JSON.parse(writeDiffJson(made, { lang: 'vi' })).changes;
    expect([change.before.text, change.after.text]).toEqual([
      { vi: '1', en: '1' },
      { vi: '5', en: '5' },
    ]);
    expect(change).not.toHaveProperty('inWords');
  });
});

describe('why a unit moved', () => {
  it('is told by the criterion that came out otherwise, with what it found and asked on either side', () => {
    const twice: Edit = ['formula: users / people', 'formula: 2 * users / people'];
    const made = diffed(NO_POINTS, [...NO_POINTS, twice], ROWS.slice(1, 2));
    for (const page of pagesOf(made, 'en'))
      expect(page).toContain(
        'M.2: met → not met (old set: 0.6% < 1%; new set: 1.2%, needs < 1%; the criterion itself has changed)',
      );
  });
});

describe('why a unit earns other points', () => {
  it('is not told by what it found and asked where that is the same', () => {
    const moved: readonly Edit[] = [
      ['        points: 6\n', '        points: 2\n'],
      ['    points: 10\n    cap: 11\n', '    points: 6\n    cap: 7\n'],
      ['    points: 5\n    parts:\n', '    points: 9\n    parts:\n'],
      ['        points: 5\n        test: plan and', '        points: 9\n        test: plan and'],
    ];
    const made = diffed([], moved, [{ ...SOUND, code: '10001', clips: 0 }]);
    for (const page of pagesOf(made, 'en'))
      expect(page).toContain('A.1: points 6 → 2 (the criterion itself has changed)');
  });
});

describe('what is said of the old set', () => {
  const renamed: readonly Edit[] = [
    ...NO_POINTS,
    ['  M.2:\n', '  M.9:\n    was: M.2\n'],
    ['- M.2\n', '- M.9\n'],
    ['rate < 1%\n', 'rate < 0.5%\n'],
    ['          M.2: {', '          M.9: {'],
    ['  fair:\n', '  fairly:\n    label: { vi: Tốt, en: Good }\n    when: M.9 and plan\n  fair:\n'],
    ['best: [clean, fair,', 'best: [clean, fairly, fair,'],
  ];
  const asked: readonly Edit[] = [
    ...NO_POINTS,
    ['  fair:\n', '  fairly:\n    label: { vi: Tốt, en: Good }\n    when: M.2\n  fair:\n'],
    ['best: [clean, fair,', 'best: [clean, fairly, fair,'],
  ];
  const made = diffed(asked, renamed, ROWS.slice(1, 2));

  it('uses the ids of the old set', () => {
    const rule = made.changes.find(({ path }) => path === 'classes.fairly.when');
    expect([rule?.before?.text.en, rule?.after?.text.en]).toEqual(['M.2', 'M.9 and plan']);
    for (const page of pagesOf(made, 'en')) {
      expect(page).toContain('old set: M.1: 0 ≤ 3; M.2: 0.6% < 1%');
      expect(page).toContain('M.9: met → not met (old set: 0.6% < 1%; new set: 0.6%, needs < 0.5%;');
      expect(page).toContain('formerly M.2');
    }
  });

  it('while a change keeps the fingerprint that it has without the new ids', () => {
    const under = renamed.map(([part, by]): Edit => [part, by.replace('M.9 and plan', 'M.9')]);
    const printOf = (from: readonly Edit[]) =>
      diffed(from, renamed).changes.find(({ path }) => path === 'classes.fairly.when')?.fingerprint;
    expect(printOf(under)).toBeDefined();
    expect(printOf(under)).toBe(printOf(asked));
  });
});

describe('a class under another id', () => {
  const made = diffed(
    NO_POINTS,
    [...NO_POINTS, ['  fair:\n', '  decent:\n'], ['best: [clean, fair,', 'best: [clean, decent,']],
    ROWS,
  );

  it('is proposed as a rename, which no was can tell of a class', () => {
    expect(made.walk.proposals).toEqual([{ kind: 'class', base: 'fair', revision: 'decent' }]);
    for (const page of pagesOf(made, 'en')) expect(page).toContain('fair → decent? (a class, which has no was');
  });

  it('stands with its id beside the other of the same label', () => {
    const labels = made.impact === null ? [] : impactTexts(made.impact, made, 'en').totals.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Clean', 'Fair (decent)', 'Fair (fair)', 'The rest']));
  });
});

describe('units that take another place only', () => {
  const rows = Array.from({ length: 30 }, (_, place) => ({
    code: String(10_000 + place),
    name: `Xã ${place}`,
    ...SOUND,
    users: place % 6,
  }));
  const turned: readonly Edit[] = [...NO_POINTS, ['{ by: rate, order: low }', '{ by: rate, order: high }']];

  it.each<readonly [lang: Lang, title: string, unit: string, more: string]>([
    ['vi', '30 đơn vị giữ nguyên kết quả nhưng đổi thứ hạng', '10000 Xã 0: hạng 1 → 26', 'và 10 đơn vị khác'],
    ['en', '30 units keep their class and take another place', '10000 Xã 0: rank 1 → 26', 'and 10 more'],
  ])('are listed with both places, in %s', (lang, title, unit, more) => {
    for (const page of pagesOf(diffed(NO_POINTS, turned, rows), lang)) {
      for (const text of [title, unit, more]) expect(page).toContain(text);
      expect(page).not.toContain('10020 Xã 20:');
    }
  });
});

describe('a change that no class and no order of units hangs on', () => {
  const unordered: readonly Edit[] = [...NO_POINTS, ['  - { by: score, order: high }\n', '']];
  const fresh = (keys: string): Edit => [
    '  D:\n',
    `  C:\n    title: { vi: Mới, en: New }\n${keys}    test: plan\n  D:\n`,
  ];
  const ALONE = 'changes no class and no verdict; points and ranks may change';
  const NONE = 'no effect by itself';

  it.each<readonly [string, told: string, base: readonly Edit[], revision: readonly Edit[]]>([
    ['a criterion with points that is added', ALONE, [], [fresh('    points: 3\n'), ['of: 25', 'of: 28']]],
    ['a criterion with points that goes', ALONE, [fresh('    points: 3\n'), ['of: 25', 'of: 28']], []],
    ['other bands of points', ALONE, [], [['- [5, 2]', '- [6, 2]']]],
    ['a criterion without points', NONE, [], [fresh('')]],
    ['another title of a criterion with points', NONE, [], [['{ vi: Quản lý, en', '{ vi: Điều hành, en']]],
  ])('says so, and that points may be others where they may: %s', (_, told, base, revision) => {
    const texts = diffed([...unordered, ...base], [...unordered, ...revision]);
    const own = texts.changes.filter(({ subject }) => subject.kind === 'criterion');
    expect(own.map((change) => changeText(change, texts, 'en').direction)).toEqual([told]);
  });
});

describe('a data check, which no class asks about', () => {
  const warning: Edit = ['  - rule: users', '  - severity: warning\n    rule: users'];
  const other: Edit = ['rule: users <= people', 'rule: users + cases <= people'];
  const MISSING = 'can only move units with missing figures';

  it.each<readonly [string, told: string, base: readonly Edit[], revision: readonly Edit[]]>([
    ['another rule', MISSING, [], [other]],
    ['an error that becomes a warning', MISSING, [], [warning]],
    ['another rule that only warns', 'no effect by itself', [warning], [warning, other]],
    ['another message', 'no effect by itself', [], [['More users than residents.', 'Too many users.']]],
  ])('is told to bound what missing figures may be: %s', (_, told, base, revision) => {
    const texts = diffed(base, revision);
    const own = texts.changes.filter(({ subject }) => subject.kind === 'check');
    expect(own.map((change) => changeText(change, texts, 'en').direction)).toEqual([told]);
  });
});
