import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { type CriteriaSet, fullPoints, parseCriteria } from '../../src/criteria/index.ts';
import { datasetFromRows, readCsv } from '../../src/data/index.ts';
import { findingOf, turnOf } from '../../src/explain/index.ts';
import { type Formula, namesIn, numberAt, PASS, printFormula, type State } from '../../src/formula/index.ts';
import { sample } from '../diff/sample.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

function parsed(text: string): CriteriaSet {
  const found = parseCriteria(text);
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}

const set = parsed(read('criteria/vn-drug-free-2025.yaml'));

type Row = Readonly<Record<string, string | number | null>>;

/** The state of a test for one row of figures, worked out anew. */
function stateOf(test: Formula, row: Row): State {
  const dataset = datasetFromRows([{ code: '00001', ...row }], set);
  return findingOf({ ...compile(set).assess(dataset), dataset }, test, 0).state;
}

/** The figures that a count adds up. */
const addedIn = (count: Formula): readonly string[] =>
  count.kind === 'arithmetic' && count.operator === '-'
    ? addedIn(count.left)
    : namesIn(count).flatMap((name) => {
        const measure = set.measures.get(name);
        return measure === undefined ? [name] : addedIn(measure.formula);
      });

const SOUND: Row = {
  residents: 8120,
  filed_addicts: 40,
  filed_users: 5,
  use_points: 1,
  offenders_arrested: 4,
  plants_destroyed: 3,
  plant_area_m2: 0,
  key_route: 'none',
  resident_drug_people: 60,
  excepted_substitution: 2,
  excepted_home_treatment: 0,
  excepted_post_treatment: 0,
  resident_violators: 2,
  wanted_hiding: 0,
};

function turnIn(id: string, row: Row) {
  const dataset = datasetFromRows([{ code: '00001', ...row }], set);
  const criterion = set.criteria.get(id);
  if (criterion === undefined) throw new Error(`no criterion ${id}`);
  const assessments = compile(set).assess(dataset);
  return turnOf(findingOf(assessments, fullPoints(criterion), 0), set);
}

describe('the smallest change that turns a criterion', () => {
  it.each([
    ['45 of 8,120 are 0.554 %: five fewer are under 0.5 %', 'I.a', {}, -5n, 'fail'],
    ['on the line: one fewer', 'I.a', { residents: 9000 }, -1n, 'fail'],
    ['under the line: as many as lack', 'I.a', { residents: 9400 }, 2n, 'pass'],
    ['a band, from above', 'II.a', {}, -5n, 'pass'],
    ['a band, from within to its nearer end', 'II.a', { residents: 9400 }, 2n, 'fail'],
    ['exactly one point, with two', 'II.b', { use_points: 2 }, -1n, 'pass'],
    ['exactly one point, with one: down comes first', 'II.b', {}, -1n, 'fail'],
    ['none is wanted', 'F.3', { use_points: 3 }, -3n, 'pass'],
    ['none is wanted, and none is there', 'F.3', { use_points: 0 }, 1n, 'fail'],
  ] as const)('%s', (_, id, changed, by, to) => {
    const turn = turnIn(id, { ...SOUND, ...changed });
    expect([turn?.by, turn?.to === PASS ? 'pass' : 'fail']).toEqual([by, to]);
  });

  it.each([
    ['a figure that is missing', 'I.a', { filed_addicts: null }],
    ['what hangs on other criteria', 'I.e', {}],
  ] as const)('is not told of %s', (_, id, changed) => {
    expect(turnIn(id, { ...SOUND, ...changed })).toBeNull();
  });

  it.each<readonly [title: string, test: string, by: bigint | null]>([
    ['the opposite', 'not cases <= 3', -1n],
    ['the opposite of one of two', 'not (cases <= 3 or plan)', -1n],
    ['the nearer of two', 'not (cases <= 1 and users <= 5) and not (cases <= 2 and users <= 9)', -2n],
    ['beside what does not move', 'cases <= 3 or plan', -1n],
    ['beside what holds', 'cases <= 3 and not plan', -1n],
    ['a sum', 'cases + users <= 12', 3n],
    ['a difference', 'users - cases <= 1', -1n],
    ['a difference that is held against less than nothing', 'users - cases <= -1', -3n],
    ['a difference below that', 'cases - users >= -1', 1n],
    ['a difference that would fall below none', 'users - cases >= 0', null],
    ['a sum that its figures reach', 'cases + clips >= 12', 8n],
    ['a figure that is added twice', 'cases + cases >= 12', null],
    ['a rate over less than nothing, on its line', 'cases / (users - 10) <= -1', -1n],
    ['a rate over less than nothing, above its line', 'cases / (users - 10) <= -2', 4n],
    ['a rate over less than nothing that falls as its count grows', 'cases / (users - 10) > -2', 4n],
    ['what is beside another criterion', 'cases <= 3 and M.3', null],
    ['the greater of two', 'max(cases, 2) <= 3', null],
    ['a count on both sides', 'cases <= 2 * cases - 5', null],
    ['two comparisons that hang on one figure', 'cases <= 3 and cases + users <= 9', null],
  ])('of %s', (_, test, by) => {
    const { set: own } = sample(['test: cases <= 3', `test: ${test}`]);
    const row = { code: '00001', people: 1000, users: 6, cases: 4, clips: 0, plan: 0, model: 0 };
    const assessments = compile(own).assess(datasetFromRows([row], own));
    const criterion = own.criteria.get('M.1');
    if (criterion === undefined) throw new Error('no criterion M.1');
    expect(turnOf(findingOf(assessments, fullPoints(criterion), 0), own)?.by ?? null).toBe(by);
  });

  it.each<readonly [title: string, test: string, by: bigint | null]>([
    ['a sum that both can reach', 'users + clips >= 15', 9n],
    ['a sum that they cannot', 'users + clips >= 16', null],
    ['a difference that they cannot reach', 'clips - users >= 6', null],
  ])('keeps each figure of %s within its bounds', (_, test, by) => {
    const { set: own } = sample(
      ['en: Users }\n    type: count', 'en: Users }\n    type: count\n    max: 10'],
      ['en: Leaflets }\n    type: count', 'en: Leaflets }\n    type: count\n    max: 5'],
      ['test: cases <= 3', `test: ${test}`],
    );
    const row = { code: '00001', people: 1000, users: 6, cases: 4, clips: 0, plan: 0, model: 0 };
    const criterion = own.criteria.get('M.1');
    if (criterion === undefined) throw new Error('no criterion M.1');
    const assessments = compile(own).assess(datasetFromRows([row], own));
    expect(turnOf(findingOf(assessments, fullPoints(criterion), 0), own)?.by ?? null).toBe(by);
  });

  it('is what trying one change after the other finds', () => {
    const text = read('fixtures/an-giang-2025.csv');
    const dataset = readCsv({ name: 'a.csv', text }, set);
    const assessments = { ...compile(set).assess(dataset), dataset };
    let told = 0;
    for (let row = 0; row < dataset.rows; row += 9) {
      const figures: Record<string, string | number | null> = {};
      for (const [id, column] of dataset.columns) {
        const values = [...(set.indicators.get(id)?.values.keys() ?? [])];
        const number = column.kind === 'number' ? numberAt(column, row) : null;
        if (column.kind === 'number') figures[id] = number === null ? null : Number(number.num) / Number(number.den);
        else figures[id] = values[column.values[row] ?? 255] ?? null;
      }
      for (const criterion of set.criteria.values()) {
        const test = fullPoints(criterion);
        const turn = turnOf(findingOf(assessments, test, row), set);
        if (turn === null || turn.by > 60n || turn.by < -60n) continue;
        told += 1;
        const own = findingOf(assessments, test, row).state;
        const ids = addedIn(turn.count);
        const moved = (by: number): Row | null => {
          const id = ids.find((name) => Number(figures[name]) + by >= 0);
          return id === undefined ? null : { ...figures, [id]: Number(figures[id]) + by };
        };
        const size = Math.abs(Number(turn.by));
        const sizes = new Set([1, 2, Math.floor(size / 2), size - 1].filter((by) => by > 0 && by < size));
        for (const by of [...sizes].flatMap((less) => [less, -less])) {
          const row = moved(by);
          if (row !== null) expect(stateOf(test, row), `${printFormula(test)} moved by ${by}`).toBe(own);
        }
        const turned = moved(Number(turn.by));
        if (turned !== null) expect(stateOf(test, turned)).toBe(turn.to);
      }
    }
    expect(told).toBeGreaterThan(40);
  });
});
