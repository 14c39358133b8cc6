import { expect, test } from 'vitest';
import { rollUp } from '../../src/assess/index.ts';
import { assemble, parseLineage, readCsv } from '../../src/data/index.ts';
import { isUnsettled, type MissingCell, missingCells } from '../../src/explain/index.ts';
import { assessorFor } from '../assess/assessor.ts';
import { missingPhrase, missingTexts, unsettledTexts } from '../../src/report/words/missing-text.ts';
import { smallSet } from '../assess/small-sets.ts';

const CLASSES = `classes:
  good: { label: Good, when: A }
  rest: { label: Rest, when: otherwise }
`;

const commune = assessorFor(
  smallSet(
    `  users: { label: Users, type: count, provider: Police }
  places: { label: Places, type: count, provider: Health }
  nobody: { label: Owed by nobody, type: count }`,
    `measures:
  both: { label: Both, formula: nobody + places }
criteria:
  A: { title: Few, test: users < 10 and both < 5 }
${CLASSES}`,
  ),
);

const DATA = readCsv(
  { name: 'data.csv', text: 'code,district,users,places,nobody\n00001,North,,1,2\n00002,North,3,,\n' },
  commune.program.set,
);
const below = commune.assess(DATA);

test('each missing figure has its place and the office that owes it', () => {
  const cells = missingCells(below);
  expect(cells(0)).toEqual([
    { indicator: 'users', periodsAgo: 0, position: { file: 'data.csv', line: 2, column: 3 }, provider: police() },
  ]);
  expect(cells(1).map(({ indicator, provider }) => [indicator, provider?.en ?? null])).toEqual([
    ['places', 'Health'],
    ['nobody', null],
  ]);
});

test.each([
  ['sum(users)', 'Police', { line: 2, column: 3 }],
  ['sum(both, users > 1)', 'Health', undefined],
  ['count(class in [good])', null, { line: 2, column: 3 }],
  ['sum(nobody)', null, { line: 3, column: 5 }],
])('of %s the office is that of a figure below: %s', (rollup, office, place) => {
  const figure = `  figure: { label: Figure, type: count, rollup: "${rollup}" }`;
  const text = smallSet(figure, `criteria:\n  A: { title: Few, test: figure < 1 }\n${CLASSES}`);
  const upper = assessorFor(text.replace('unit: commune', 'unit: district\nfrom: { set: small, group: district }'));
  const [cell] = missingCells(upper.assess(rollUp(below, upper.program.set)))(0);
  expect(cell?.provider?.en ?? null).toBe(office);
  if (place !== undefined) expect(cell?.position).toMatchObject(place);
});

function police(): unknown {
  return commune.program.set.indicators.get('users')?.provider;
}

test('a figure that only the rank hangs on is asked for', () => {
  const ranked = assessorFor(
    smallSet(
      '  users: { label: Users, type: count }\n  area: { label: Area, type: decimal }',
      `criteria:
  A: { title: Few, test: users < 10 }
${CLASSES}rank: [{ by: class }, { by: area, order: low }]
`,
    ),
  );
  const data = readCsv({ name: 'data.csv', text: 'code,users,area\n00001,1,\n00002,1,2\n' }, ranked.program.set);
  const cells = missingCells(ranked.assess(data));
  expect([cells(0), cells(1)].map((own) => own.map(({ indicator }) => indicator))).toEqual([['area'], []]);
});

test('of a figure that is rolled up every cell below is named that leaves it open', () => {
  const text = smallSet(
    `  figure: { label: Figure, type: count, rollup: sum(both) }
  good: { label: Good ones, type: count, rollup: "count(class in [good])" }`,
    `criteria:\n  A: { title: Few, test: figure < 1 and good > 0 }\n${CLASSES}`,
  );
  const upper = assessorFor(text.replace('unit: commune', 'unit: district\nfrom: { set: small, group: district }'));
  const cells = missingCells(upper.assess(rollUp(below, upper.program.set)))(0);
  expect(cells.map(({ indicator, cells: own }) => [indicator, own?.map(placeOf)])).toEqual([
    ['figure', ['00002 3:5', '00002 3:4']],
    ['good', ['00001 2:3', '00002 3:4', '00002 3:5']],
  ]);
  const { set } = upper.program;
  expect(missingTexts(set, cells, 'vi')).toEqual([
    'Figure (data.csv:3:5 và 1 ô khác, Health)',
    'Good ones (data.csv:2:3 và 2 ô khác)',
  ]);
  expect(missingPhrase(set, cells.slice(1), 'en', 'full')).toBe('missing Good ones (data.csv:2:3 and 2 more cells)');
});

const placeOf = ({ unit, position: { line, column }, because }: NonNullable<MissingCell['cells']>[number]): string =>
  [unit.code, `${line}:${column}`, ...(because === undefined ? [] : [because])].join(' ');

const merging = assessorFor(
  smallSet(
    '  x: { label: X, type: count, merge: { by: sum, bounds: true } }\n  y: { label: Y, type: decimal }',
    `criteria:\n  A: { title: Few, test: x < 4 and y < 1 }\n${CLASSES}`,
  ),
);
const LINEAGE = 'old_code,old_name,new_code,share\n10001,A,20001,whole\n10002,B,20001,part\n10002,B,20002,part\n';

test.each<[rows: string, code: string, open: readonly string[], texts: readonly string[], phrase: string]>([
  [
    '10001;1;0\n10002;5;0',
    '20001',
    ['x: 10002 3:2 part', 'y: 10002 3:3 part'],
    ['A part of B (10002) is in this unit, and its share is unknown: X (a.csv:3:2); Y (a.csv:3:3)'],
    'a part of B (10002) is in this unit, and its share is unknown: X; Y',
  ],
  // What nobody gave is missing, whatever else leaves the figure open.
  [
    '10001;;0\n10002;5;0',
    '20001',
    ['x: 10001 2:2', 'y: 10002 3:3 part'],
    ['A part of B (10002) is in this unit, and its share is unknown: Y (a.csv:3:3)'],
    'missing X; a part of B (10002) is in this unit, and its share is unknown: Y',
  ],
  ['10002;0;', '20002', ['y: 10002 2:3'], [], 'missing Y'],
])('of former units with %j what leaves %s open is %j', (rows, code, open, texts, phrase) => {
  const { set } = merging.program;
  const lineage = parseLineage(LINEAGE, 'lineage.csv');
  if (!lineage.ok) throw new Error(JSON.stringify(lineage.issues));
  const part = readCsv({ name: 'a.csv', text: `code;x;y\n${rows}\n` }, set, { isPart: true });
  const dataset = assemble([part], set, { lineage: lineage.value });
  const cells = missingCells(merging.assess(dataset))(dataset.units.code.indexOf(code));
  expect(cells.flatMap(({ indicator, cells: own = [] }) => own.map((gap) => `${indicator}: ${placeOf(gap)}`))).toEqual(
    open,
  );
  expect(cells.map(isUnsettled)).toEqual(open.map((text) => text.endsWith('part')));
  expect(unsettledTexts(set, cells, 'en')).toEqual(texts);
  expect(missingPhrase(set, cells, 'en', 'short')).toBe(phrase);
});
