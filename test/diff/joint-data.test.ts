import { describe, expect, test } from 'vitest';
import { datasetFromRows } from '../../src/data/index.ts';
import { columnsMissing, compareSets, neededBy, readingSet, viewOf, withoutColumns } from '../../src/diff/index.ts';
import { exactText } from '../../src/number/index.ts';
import { type Edit, sample } from './sample.ts';

const CLIPS = '  clips:\n    label: { vi: Số tài liệu, en: Leaflets }\n    type: count\n';
const clips = (keys: string): Edit => [CLIPS, `${CLIPS}    ${keys}\n`];
const MODEL = '  model:\n    label: { vi: Có mô hình, en: Has a model }\n    type: boolean\n';
const choice = (values: string): readonly Edit[] => [
  [MODEL, `${MODEL.replace('boolean', 'choice')}    values: { ${values} }\n`],
  ['    test: model\n', '    test: model in [good]\n'],
  ['        test: model\n', '        test: model in [good]\n'],
  ['  - when: model\n', '  - when: model in [good]\n'],
];

function readTogether(base: readonly Edit[], revision: readonly Edit[]) {
  const { sets, original } = compareSets({ base: sample(...base).set, revision: sample(...revision).set });
  return { sets, read: readingSet(sets, original) };
}

describe('a column of both sets is read', () => {
  const boundsOf = (base: readonly Edit[], revision: readonly Edit[]) => {
    const { min, max } = readTogether(base, revision).read.indicators.get('clips') ?? {};
    return [min, max].map((bound) => (bound ? exactText(bound) : null));
  };

  test.each<readonly [string, string, string, readonly (string | null)[]]>([
    ['within the wider bounds', 'min: 1\n    max: 9', 'min: 2\n    max: 8', ['1', '9']],
    ['within the wider bounds, the other way round', 'min: 2\n    max: 8', 'min: 1\n    max: 9', ['1', '9']],
    ['without a bound where the base has none', 'min: 2', 'min: 1\n    max: 9', ['1', null]],
    ['without a bound where the revision has none', 'min: 2\n    max: 8', 'min: 1', ['1', null]],
  ])('%s', (_, base, revision, expected) => {
    expect(boundsOf([clips(base)], [clips(revision)])).toEqual(expected);
  });

  test('with the words of both', () => {
    const { read } = readTogether([clips('words: { none: 0, few: 2 }')], [clips('words: { none: 0, some: 5 }')]);
    expect([...(read.indicators.get('clips')?.words?.keys() ?? [])]).toEqual(['none', 'few', 'some']);
    const left = readTogether([clips('words: { few: 2 }')], []).read.indicators.get('clips');
    expect([...(left?.words?.keys() ?? [])]).toEqual(['few']);
  });

  test('with the choices of both', () => {
    const { read } = readTogether(choice('none: None, good: Good'), choice('good: Good, some: Some'));
    expect([...(read.indicators.get('model')?.values.keys() ?? [])]).toEqual(['none', 'good', 'some']);
  });

  test('under the headers of both, but for those that another column has in the revision', () => {
    const { read } = readTogether(
      [clips('aliases: [Flyers, Handbills]')],
      [
        ['  clips:\n', '  leaflets:\n    was: clips\n'],
        ['label: { vi: Số tài liệu, en: Leaflets }', 'label: { vi: Số tờ rơi, en: Sheets }\n    aliases: [Papers]'],
        ['on: clips', 'on: leaflets'],
        ['plan and clips', 'plan and leaflets'],
        ['measures:\n', '  flyers:\n    label: { vi: Tờ bướm, en: Flyers }\n    type: count\nmeasures:\n'],
      ],
    );
    expect(read.indicators.get('leaflets')?.aliases).toEqual(['Papers', 'clips', 'Số tài liệu', 'Handbills']);
  });

  test('where only one set has it, and no check is made', () => {
    const extra: Edit = [
      'measures:\n',
      '  flyers:\n    label: { vi: Tờ bướm, en: Flyers }\n    type: count\nmeasures:\n',
    ];
    expect(readTogether([extra], []).read.indicators.has('flyers')).toBe(true);
    expect(readTogether([], [extra]).read.indicators.has('flyers')).toBe(true);
    expect(readTogether([], []).read.checks).toEqual([]);
  });

  test('under the names that it has where none are told of the base', () => {
    const { sets } = readTogether([], []);
    expect(readingSet(sets).indicators.get('clips')?.aliases).toEqual([]);
  });
});

describe('columns that the data lack', () => {
  const extra = (id: string): Edit => [
    'measures:\n',
    `  ${id}:\n    label: { vi: ${id}, en: ${id} }\n    type: count\nmeasures:\n`,
  ];
  const together = () => readTogether([extra('flyers')], [extra('papers')]);
  const row = { code: '10001', people: 9, users: 0, cases: 0, plan: 1, model: 0 };
  const missing = () => columnsMissing(datasetFromRows([row], together().read).issues);

  test('are told by which set asks for them', () => {
    const { sets } = together();
    expect(missing().toSorted()).toEqual(['clips', 'flyers', 'papers']);
    expect(neededBy(missing(), sets)).toEqual({
      base: ['flyers'],
      revision: ['papers'],
      both: ['clips'],
    });
    expect(neededBy([], sets)).toEqual({ base: [], revision: [], both: [] });
  });

  test('are none where all are there', () => {
    const { read } = together();
    expect(columnsMissing(datasetFromRows([{ ...row, clips: 1, flyers: 1, papers: 1 }], read).issues)).toEqual([]);
  });

  test('can be left out of what is read', () => {
    const { read } = together();
    const left = withoutColumns(read, ['flyers', 'papers']);
    expect(read.indicators.size - left.indicators.size).toBe(2);
    expect(columnsMissing(datasetFromRows([{ ...row, clips: 1 }], left).issues)).toEqual([]);
  });
});

describe('the view of a set', () => {
  const rows = ['none', 'good', 'some', null].map((model, place) => ({
    code: `1000${place}`,
    people: 9,
    users: 0,
    cases: 0,
    clips: 3,
    plan: 1,
    model,
  }));

  test('has choices at its own places, and what it has no word for as missing', () => {
    const { sets, read } = readTogether(choice('none: None, good: Good'), choice('good: Good, some: Some, none: None'));
    const data = datasetFromRows(rows, read);
    const seenBy = (set: typeof sets.base) => {
      const column = viewOf(data, read, set).columns.get('model');
      return column?.kind === 'choice' ? [...column.values] : null;
    };
    const [missing] = [...(seenBy(sets.base) ?? [])].slice(-1);
    expect(seenBy(sets.base)).toEqual([0, 1, missing, missing]);
    expect(seenBy(sets.revision)).toEqual([2, 0, 1, missing]);
    expect([0, 1, 2]).not.toContain(missing);
  });

  test.each([
    ['a yes-no column where it was a choice', [], choice('none: None, good: Good'), 'boolean', 'Uint8Array'],
    ['a choice where it was yes or no', choice('none: None, good: Good'), [], 'choice', 'Uint8Array'],
    [
      'a number where it was yes or no',
      [
        [MODEL, MODEL.replace('boolean', 'count')],
        ...choice('')
          .slice(1)
          .map(([part, by]): Edit => [part, by.replace('in [good]', '>= 1')]),
      ],
      [],
      'number',
      'Float64Array',
    ],
  ] satisfies readonly (readonly [string, readonly Edit[], readonly Edit[], string, string])[])(
    'knows nothing of %s',
    (_, base, revision, kind, values) => {
      const { sets, read } = readTogether(base, revision);
      const model = revision.length > 0 ? 'good' : 1;
      const data = datasetFromRows([{ ...rows[0], model }], read);
      const column = viewOf(data, read, sets.base).columns.get('model');
      expect([column?.kind, column?.values.constructor.name]).toEqual([kind, values]);
      const [blank] = column?.values ?? [];
      expect(kind === 'number' ? Number.isNaN(blank) : blank).toBe(kind === 'number' ? true : 255);
    },
  );

  test('keeps what both read alike', () => {
    const { sets, read } = readTogether([clips('max: 9')], []);
    const data = datasetFromRows([{ ...rows[0], model: 1 }], read);
    for (const set of [sets.base, sets.revision]) {
      expect(viewOf(data, read, set).columns.get('clips')).toBe(data.columns.get('clips'));
    }
  });

  test('has a blank column for what the data lack, as long as the data', () => {
    const { sets, read } = readTogether(
      [],
      [['measures:\n', '  flyers:\n    label: { vi: F, en: F }\n    type: count\nmeasures:\n']],
    );
    const data = datasetFromRows(
      rows.map((row) => ({ ...row, model: 1 })),
      withoutColumns(read, ['flyers']),
    );
    const column = viewOf(data, read, sets.revision).columns.get('flyers');
    expect(column?.kind === 'number' ? [...column.values] : null).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    expect(viewOf(data, read, sets.base).columns.has('flyers')).toBe(false);
  });
});
