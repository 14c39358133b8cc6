import { expect, test } from 'vitest';
import { rollUp } from '../../src/assess/index.ts';
import { readCsv } from '../../src/data/index.ts';
import { missingCells } from '../../src/explain/index.ts';
import { assessorFor } from '../assess/assessor.ts';
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
