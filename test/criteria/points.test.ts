import { describe, expect, test } from 'vitest';
import { type CriteriaSet, fullPoints, parseCriteria } from '../../src/criteria/index.ts';
import { printFormula } from '../../src/formula/index.ts';
import { rational } from '../../src/number/index.ts';
import { exchanged, valueOf } from './small-set.ts';
import { otherSheet, SMALL_SHEET } from './small-sheet.ts';

const BANDS = 'bands: [[90%, 20], [50%, 10]]';
const SCALE = 'scale: [[0, 0], [10, 40]]';
const DEDUCT = 'deduct: { each: 2, per: cases, floor: 5, most: 20 }';

const parsed = (text: string): CriteriaSet => valueOf(parseCriteria(text));
const sheet = (): CriteriaSet => parsed(SMALL_SHEET);

/** Every fault of a file, in file order. */
const faultsOf = (text: string): readonly (readonly [string, object, string | null])[] =>
  parseCriteria(text).issues.map(({ code, args, path }) => [code, args, path]);

const metWhen = (set: CriteriaSet, id: string): string | null => {
  const criterion = set.criteria.get(id);
  return criterion === undefined ? null : printFormula(fullPoints(criterion));
};

describe('a points sheet', () => {
  test('is sound', () => {
    expect(parseCriteria(SMALL_SHEET).issues).toEqual([]);
  });

  test.each<[string, object]>([
    ['M', { group: null, points: null, bonus: false, mandatory: true, rule: { kind: 'test' } }],
    [
      'A',
      {
        group: null,
        points: rational(30n),
        mandatory: false,
        rule: { kind: 'group', parts: ['A.1', 'A.2', 'A.3'], required: ['A.1', 'A.2'], cap: rational(32n) },
      },
    ],
    ['A.1', { group: 'A', points: rational(10n), bonus: false, weight: null, rule: { kind: 'test' } }],
    [
      'A.2',
      {
        group: 'A',
        rule: {
          kind: 'bands',
          bands: [
            { at: rational(9n, 10n), percent: true, points: rational(20n) },
            { at: rational(1n, 2n), percent: true, points: rational(10n) },
          ],
        },
      },
    ],
    ['A.3', { group: 'A', bonus: true }],
    [
      'B',
      {
        rule: {
          kind: 'scale',
          steps: [
            { at: rational(0n), percent: false, points: rational(0n) },
            { at: rational(10n), percent: false, points: rational(40n) },
          ],
        },
      },
    ],
    ['C', { rule: { kind: 'deduct', each: rational(2n), floor: rational(5n), most: rational(20n) } }],
  ])('criterion %s is read as written', (id, wanted) => {
    expect(sheet().criteria.get(id)).toMatchObject(wanted);
  });

  test('lists each group before its parts', () => {
    expect([...sheet().criteria.keys()]).toEqual(['M', 'A', 'A.1', 'A.2', 'A.3', 'B', 'C']);
  });

  test('what a deduction does not say: never below nothing, and any number of points less', () => {
    const { rule } = parsed(otherSheet(', floor: 5, most: 20', '')).criteria.get('C') ?? {};
    expect(rule).toMatchObject({ kind: 'deduct', floor: rational(0n), most: null });
  });

  test('a group without a cap', () => {
    expect(parsed(otherSheet('    cap: 32\n', '')).criteria.get('A')?.rule).toMatchObject({ cap: null });
  });

  test('its total, and how it is rounded', () => {
    const round = { to: rational(1n, 10n), mode: 'half-even' };
    expect(sheet().score).toEqual({ model: 'points', of: rational(100n), round });
    expect(parsed(otherSheet(', round: { to: 0.1, mode: half-even }', '')).score).toMatchObject({ round: null });
  });
});

describe('a criterion is met', () => {
  test.each<[string, string, string, string, string]>([
    ['by its test', 'test: plan }\n  A:', 'test: plan }\n  A:', 'M', 'plan'],
    ['from the first band on', BANDS, BANDS, 'A.2', 'pledged / homes >= 90%'],
    ['from a single band on', BANDS, 'bands: [[50%, 20]]', 'A.2', 'pledged / homes >= 50%'],
    [
      'from the lowest band with all the points on',
      BANDS,
      'bands: [[90%, 20], [70%, 20], [50%, 10]]',
      'A.2',
      'pledged / homes >= 70%',
    ],
    [
      'below the band where the points fall again',
      BANDS,
      'bands: [[90%, 0], [70%, 10], [50%, 20], [30%, 20]]',
      'A.2',
      'pledged / homes >= 30% and not pledged / homes >= 70%',
    ],
    ['at the upper end of a rising scale', SCALE, SCALE, 'B', 'pledged >= 10'],
    ['where a rising scale becomes level', SCALE, 'scale: [[0, 0], [5, 30], [10, 40], [20, 40]]', 'B', 'pledged >= 10'],
    ['at the lower end of a falling scale', SCALE, 'scale: [[0, 40], [10, 0]]', 'B', 'pledged <= 0'],
    [
      'where a falling scale is no longer level',
      SCALE,
      'scale: [[1, 40], [5, 40], [10, 0], [20, 0]]',
      'B',
      'pledged <= 5',
    ],
    ['anywhere on a level scale', SCALE, 'scale: [[2, 40], [10, 40]]', 'B', 'pledged <= 2 or pledged >= 2'],
    ['anywhere on a scale of one step', SCALE, 'scale: [[2, 40]]', 'B', 'pledged <= 2 or pledged >= 2'],
    ['when nothing is deducted', DEDUCT, DEDUCT, 'C', 'cases <= 0'],
    ['as a group with its parts but the bonus', BANDS, BANDS, 'A', 'A.1 and A.2'],
  ])('%s', (_, part, by, id, wanted) => {
    expect(metWhen(parsed(otherSheet(part, by)), id)).toBe(wanted);
  });

  test('as a group of nothing but bonuses with all of them', () => {
    const bonuses = SMALL_SHEET.replace('points: 30\n', 'points: 0\n')
      .replace('points: 10, test', 'points: 10, bonus: true, test')
      .replace('points: 20, on', 'points: 20, bonus: true, on')
      .replace('of: 100', 'of: 70');
    expect(metWhen(parsed(bonuses), 'A')).toBe('A.1 and A.2 and A.3');
  });
});

describe('points that do not fit', () => {
  const fault = (criterion: string, kind: string) =>
    ['criteria/rule-fault', { criterion, fault: kind }, `criteria.${criterion}`] as const;
  const sum = (of: string, is: string, points: string) =>
    ['criteria/points-do-not-sum', { of, sum: is, points }, of === 'score' ? 'score.of' : `criteria.${of}`] as const;

  test.each<[string, string, string, readonly (readonly [string, object, string])[]]>([
    [
      'a mandatory criterion has none',
      'mandatory: true, test',
      'mandatory: true, points: 0, test',
      [fault('M', 'mandatory-with-points')],
    ],
    ['bands need points', 'points: 20, on', 'on', [sum('A', '10', '30'), fault('A.2', 'points-needed')]],
    ['a scale needs points', 'points: 40, on', 'on', [fault('B', 'points-needed'), sum('score', '60', '100')]],
    [
      'a deduction needs points',
      'points: 30, deduct',
      'deduct',
      [fault('C', 'points-needed'), sum('score', '70', '100')],
    ],
    ['a group needs points', '    points: 30\n', '', [fault('A', 'points-needed'), sum('score', '70', '100')]],
    [
      'a class asks for points of a criterion without any',
      'score >= 80',
      'points(M) >= 80%',
      [['criteria/no-points-to-ask', { class: 'good', of: 'M' }, 'classes.good.when']],
    ],
    [
      'a class asks for a score where criteria are only counted',
      'score: { model: points, of: 100, round: { to: 0.1, mode: half-even } }',
      'score: { model: count, of: [A, B] }',
      [['criteria/no-points-to-ask', { class: 'good', of: 'score' }, 'classes.good.when']],
    ],
    ['a test needs none', 'points: 10, test', 'test', [sum('A', '20', '30')]],
    ['bands that ascend', BANDS, 'bands: [[50%, 10], [90%, 20]]', [fault('A.2', 'bands-not-descending')]],
    ['two bands from one value', BANDS, 'bands: [[50%, 20], [50%, 10]]', [fault('A.2', 'bands-not-descending')]],
    [
      'one pair of bands out of order among others',
      BANDS,
      'bands: [[90%, 20], [95%, 15], [50%, 10]]',
      [fault('A.2', 'bands-not-descending')],
    ],
    ['bands whose points turn', BANDS, 'bands: [[90%, 10], [70%, 20], [50%, 10]]', [fault('A.2', 'points-turn')]],
    ['bands with level points', BANDS, 'bands: [[90%, 20], [70%, 20], [50%, 10]]', []],
    [
      'bands whose best earns too little',
      BANDS,
      'bands: [[90%, 15], [50%, 10]]',
      [fault('A.2', 'best-step-not-points')],
    ],
    ['bands whose best earns too much', BANDS, 'bands: [[90%, 25], [50%, 20]]', [fault('A.2', 'best-step-not-points')]],
    ['a scale that descends', SCALE, 'scale: [[10, 40], [0, 0]]', [fault('B', 'scale-not-ascending')]],
    ['two steps at one value', SCALE, 'scale: [[0, 0], [0, 40]]', [fault('B', 'scale-not-ascending')]],
    ['a scale whose points turn', SCALE, 'scale: [[0, 0], [5, 40], [10, 0]]', [fault('B', 'points-turn')]],
    ['a scale whose best earns too little', SCALE, 'scale: [[0, 0], [10, 30]]', [fault('B', 'best-step-not-points')]],
    ['a scale that earns less than nothing', SCALE, 'scale: [[0, -10], [10, 40]]', []],
    ['parts that do not sum', 'points: 10, test', 'points: 11, test', [sum('A', '31', '30')]],
    ['a bonus is no part of the sum', 'points: 5, bonus', 'points: 6, bonus', []],
    ['what is no bonus is', 'points: 5, bonus: true', 'points: 5, bonus: false', [sum('A', '35', '30')]],
    ['a sheet of another sum', 'of: 100', 'of: 99.5', [sum('score', '100', '99.5')]],
  ])('%s', (_, part, by, wanted) => {
    expect(faultsOf(otherSheet(part, by))).toEqual(wanted);
  });

  test('a sheet of another sum is told at its score, a group of another sum at the group', () => {
    const places = (text: string) =>
      parseCriteria(text).issues.map(({ position, received }) => [position?.line, position?.column, received]);
    expect(places(otherSheet('of: 100', 'of: 99.5'))).toEqual([[25, 29, '99.5']]);
    expect(places(otherSheet('points: 10, test', 'points: 11, test'))).toEqual([[15, 3, '30']]);
  });

  const weighted = [
    ['model: points, of: 100', 'model: weighted, of: 10'],
    ['    points: 30\n', '    points: 30\n    weight: 3\n'],
    ['points: 40, on', 'points: 40, weight: 4, on'],
    ['points: 30, deduct', 'points: 30, weight: 0.5, deduct'],
  ].reduce((text, [part = '', by = '']) => exchanged(text, part, by), SMALL_SHEET);

  test.each<[string, string, readonly (readonly [string, object, string])[]]>([
    ['every criterion with points has one', '', []],
    ['a criterion lacks it', 'weight: 4, ', [fault('B', 'weight-needed')]],
    ['a group lacks it', '    weight: 3\n', [fault('A', 'weight-needed')]],
  ])('weights: %s', (_, lacking, wanted) => {
    expect(faultsOf(exchanged(weighted, lacking, ''))).toEqual(wanted);
  });

  test('a weight without points counts nothing', () => {
    const text = exchanged(weighted, 'mandatory: true', 'weight: 2');
    expect(faultsOf(text)).toEqual([fault('M', 'weight-without-points')]);
    expect(faultsOf(exchanged(text, 'model: weighted, of: 10', 'model: points, of: 100'))).toEqual([]);
  });

  test('where nothing weighs there is no mean', () => {
    const text = ['weight: 3', 'weight: 4', 'weight: 0.5'].reduce(
      (all, own) => exchanged(all, own, 'weight: 0'),
      weighted,
    );
    expect(faultsOf(text)).toEqual([fault('A', 'weights-nothing')]);
    expect(faultsOf(exchanged(text, 'weight: 0, on', 'weight: 0.1, on'))).toEqual([]);
  });

  test.each([
    ['to: 0.1', 'to: 0', 'score.round.to', 'step'],
    ['to: 0.1', 'to: -0.1', 'score.round.to', 'step'],
    ['each: 2', 'each: -2', 'criteria.C.deduct.each', 'amount'],
    ['most: 20', 'most: -5', 'criteria.C.deduct.most', 'amount'],
    ['cap: 32', 'cap: -5', 'criteria.A.cap', 'amount'],
    ['points: 40', 'points: -40', 'criteria.B.points', 'amount'],
  ])('%s cannot be %s', (sound, unsound, path, form) => {
    const { issues } = parseCriteria(otherSheet(sound, unsound));
    expect(issues.map(({ code, path: at, args }) => [code, at, args])).toContainEqual([
      'criteria/wrong-form',
      path,
      { expected: form },
    ]);
  });

  test('a part cites only what is among the sources', () => {
    const { issues } = parseCriteria(otherSheet('A.1: { title: Plan', 'A.1: { title: Plan, cite: qd99 k1'));
    const place = { code: 'criteria/unknown-id', path: 'criteria.A.parts.A.1.cite' };
    expect(issues).toContainEqual(expect.objectContaining(place));
  });

  test('weights are read as written', () => {
    const set = parsed(weighted);
    expect(set.score).toMatchObject({ model: 'weighted', of: rational(10n) });
    expect(['M', 'A', 'A.1', 'C'].map((id) => set.criteria.get(id)?.weight)).toEqual([
      null,
      rational(3n),
      null,
      rational(1n, 2n),
    ]);
  });
});
